"""Cells of the results and who belongs where: the town in all, each service, each target group.

The list of cells follows from the catalogue alone, never from who answered: a cell nobody answered for looks
just like a cell of a few. Does not know scores or thresholds.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

Catalogue = Mapping[str, Collection[str]]
"""Service code → codes of the target groups the service is for, as frozen with the wave's questionnaire."""


class CellKind(StrEnum):
    """What a cell gathers."""

    TOTAL = "total"
    SERVICE = "service"
    TARGET_GROUP = "target_group"


@dataclass(frozen=True)
class Cell:
    """One line of the results; ``code`` is None for the total only."""

    kind: CellKind
    code: str | None = None


TOTAL = Cell(CellKind.TOTAL)


def cells(services: Catalogue) -> list[Cell]:
    """Total, then services, then target groups, each by code."""
    groups = {group for served in services.values() for group in served}
    return [
        TOTAL,
        *(Cell(CellKind.SERVICE, code) for code in sorted(services)),
        *(Cell(CellKind.TARGET_GROUP, code) for code in sorted(groups)),
    ]


def cells_of_response(service_code: str | None, services: Catalogue) -> frozenset[Cell]:
    """Cells a response counts in: its service and the groups of that service.

    A response on no service, or on one outside the catalogue, counts in the total only.
    """
    if service_code is None or service_code not in services:
        return frozenset({TOTAL})
    groups = (Cell(CellKind.TARGET_GROUP, group) for group in services[service_code])
    return frozenset({TOTAL, Cell(CellKind.SERVICE, service_code), *groups})


def cells_of_comment(
    service_code: str | None, target_groups: Collection[str], listed: Collection[Cell]
) -> frozenset[Cell]:
    """Cells a comment counts in: its service and the groups a person confirmed, as far as they are listed."""
    named = {TOTAL, Cell(CellKind.SERVICE, service_code)}
    named.update(Cell(CellKind.TARGET_GROUP, group) for group in target_groups)
    return frozenset(named.intersection(listed))
