"""What the services of a provider are compared with: means over services of other providers.

Before the publication nobody may work out from them what is not public yet of a single competitor. Knows
cells of a public document, and of each service whose it is; no table and no statistics.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any
from uuid import UUID

FEWEST_OTHERS = 2
"""Published services that make a mean: a single one would be that service by another name."""

FEWEST_PROVIDERS = 3
"""Other providers in a mean of what is not published: of two, whoever hears one has the other."""

HIDDEN = "hidden"
PARTS = ("index", "survey", "overall")

Cell = Mapping[str, Any]


@dataclass(frozen=True)
class Listed:
    """A service of the town's directory: whose it is, and the code of its type."""

    provider_id: UUID
    type_code: str


@dataclass(frozen=True)
class Mean:
    """The mean of others. `of_type`: of services of the same type; `services`: how many they are."""

    of_type: bool
    services: int
    parts: Mapping[str, float]


def means_of_others(
    cells: Iterable[Cell], listed: Mapping[str, Listed], provider_id: UUID, *, public: bool
) -> dict[str, Mean]:
    """Return what each shown service of a provider is compared with, by its code.

    That is the services of its type which other providers have, or all that others have where those are too
    few. Before the publication a mean needs three other providers, none with more than half of the services
    (threshold and dominance, as in the tables of official statistics); and so do the services that are in the
    mean of all and in no mean of a type, for they are the difference of the means on one page. People who
    rated are as safe as in the public document: each cell of it has its ten, and any sum of them too.

    Args:
        cells: of a public document.
        listed: services by code; of what is not listed nobody knows whose it is, so it is in no mean.
        public: the document is published.

    Returns:
        No entry where there is no safe mean; parts without one are missing.
    """
    shown = [
        cell
        for cell in cells
        if cell["kind"] == "service" and cell["band"] != HIDDEN and cell["code"] in listed
    ]
    own = {
        cell["code"]: _type(cell, listed) for cell in shown if listed[cell["code"]].provider_id == provider_id
    }
    others = [cell for cell in shown if cell["code"] not in own]

    def enough(found: Sequence[Cell]) -> bool:
        return len(found) >= FEWEST_OTHERS if public else _tells_nobody_of_one(found, listed)

    by_type = {code: [cell for cell in others if _type(cell, listed) == code] for code in own.values()}
    same = {code: found for code, found in by_type.items() if enough(found)}
    apart = _means(others, enough) if public else _means_apart(others, same, enough)
    every = Mean(of_type=False, services=len(others), parts=apart)
    of_type = {
        code: Mean(of_type=True, services=len(found), parts=_means(found, enough))
        for code, found in same.items()
    }
    compared = {code: of_type.get(type_code, every) for code, type_code in own.items()}
    return {code: mean for code, mean in compared.items() if mean.parts}


def _tells_nobody_of_one(found: Sequence[Cell], listed: Mapping[str, Listed]) -> bool:
    services = Counter(listed[cell["code"]].provider_id for cell in found)
    return len(services) >= FEWEST_PROVIDERS and 2 * max(services.values()) <= len(found)


def _means(found: Sequence[Cell], enough: Callable[[Sequence[Cell]], bool]) -> dict[str, float]:
    known = {part: _having(found, part) for part in PARTS}
    return {part: _mean(having, part) for part, having in known.items() if enough(having)}


def _means_apart(
    others: Sequence[Cell],
    same: Mapping[str, Sequence[Cell]],
    enough: Callable[[Sequence[Cell]], bool],
) -> dict[str, float]:
    """The means of all others, as far as what remains without the types that have a mean is enough too."""
    means = {}
    for part in PARTS:
        known = _having(others, part)
        told = [having for having in (_having(found, part) for found in same.values()) if enough(having)]
        codes = {cell["code"] for having in told for cell in having}
        rest = [cell for cell in known if cell["code"] not in codes]
        if enough(known) and (not rest or enough(rest)):
            means[part] = _mean(known, part)
    return means


def _having(cells: Sequence[Cell], part: str) -> list[Cell]:
    return [cell for cell in cells if cell.get(part)]


def _mean(cells: Sequence[Cell], part: str) -> float:
    return fmean(cell[part]["value"] for cell in cells)


def _type(cell: Cell, listed: Mapping[str, Listed]) -> str:
    return listed[cell["code"]].type_code
