"""The inputs of an index as one plain document: sums over responses, comments, catalogue, money, margins.

Knows the shape of the document (`INPUTS`) and reads its rows. Does not know statistics. Every number in it is
whole, or comes from the machine that scored comments; the order of rows means nothing.
"""

import hashlib
import json
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from analytics.estimation.method import METHOD_3, IndexMethod

Inputs = Mapping[str, Any]
"""A JSON document: `method`, `services` {code: [groups]}, `ratings` (rows of `Rating`), `answers` (rows of
`Answer`), `items` {code: {"dimension", "options": {code: {"target_groups"}}}}, `margins` {margin: {category:
people}}, `comments` [[service, [groups], kind]], `readings` (rows of `readings.COLUMNS`), `money` [[service,
year, source, czk]], `capacity` {service: {"capacity", "unit", "users"}}, `before` (the wave before or None),
`published_before` (records of `documents.published_record`). Only `services` and `ratings` must be there."""

PRAISE = "praise"
COMPLAINT = "complaint"
KINDS = (PRAISE, COMPLAINT, "suggestion", "question")
UNKNOWN = "unknown"
"""Mode or language of a response that carries none."""


class Rating(NamedTuple):
    """Sums over the responses of one stratum that rated one service in one mode and one language.

    `scored` of them have a respondent score, `rated` a score of "overall", of which `top` have the best and
    `bottom` one of the two worst points.
    """

    stratum: str
    service_code: str
    mode: str
    language: str
    responses: int
    scored: int
    score_sum: int
    score_squares: int
    rated: int
    overall_sum: int
    overall_squares: int
    top: int
    bottom: int

    @property
    def middle(self) -> int:
        """Responses with a score of "overall" that is neither at the top nor at the bottom."""
        return self.rated - self.top - self.bottom


class Answer(NamedTuple):
    """Responses of one stratum on one service that chose one option; option "" for all who answered."""

    item_code: str
    option_code: str
    service_code: str
    stratum: str
    responses: int


class Voice(NamedTuple):
    """A comment that a person confirmed as relevant."""

    service_code: str | None
    target_groups: tuple[str, ...]
    kind: str


def ratings_of(inputs: Inputs) -> list[Rating]:
    """The rows of responses in an order of their own. Raises ValueError for sums that cannot be."""
    rows = sorted(Rating(*row) for row in inputs["ratings"])
    for row in rows:
        if min(row[4:]) < 0 or max(row.scored, row.rated) > row.responses or row.middle < 0:
            raise ValueError(f"Sums that no responses can have: {list(row)}.")
    return rows


def merged(rows: Iterable[Rating], key: Callable[[Rating], Hashable]) -> list[Rating]:
    """Rows of one key added up to one; what the key leaves out (a mode, a stratum) is that of the first."""
    first: dict[Hashable, Rating] = {}
    sums: dict[Hashable, list[int]] = {}
    for row in rows:
        place = key(row)
        known = sums.get(place)
        if known is None:
            first[place], sums[place] = row, list(row[4:])
        else:
            sums[place] = [one + more for one, more in zip(known, row[4:], strict=True)]
    return [Rating(*row[:4], *sums[place]) for place, row in first.items()]


def answers_of(inputs: Inputs) -> list[Answer]:
    """The rows of answers to closed items in an order of their own."""
    return sorted(Answer(*row) for row in inputs.get("answers", ()))


def voices_of(inputs: Inputs) -> list[Voice]:
    """The confirmed comments. Raises ValueError for an unknown kind."""
    voices = [
        Voice(service_code or None, tuple(sorted(set(groups))), kind)
        for service_code, groups, kind in inputs.get("comments", ())
    ]
    unknown = sorted({voice.kind for voice in voices}.difference(KINDS))
    if unknown:
        raise ValueError(f"Kinds of comments must be among {', '.join(KINDS)}, not {', '.join(unknown)}.")
    return voices


def margins_of_stratum(stratum: str) -> dict[str, str]:
    """Margin → category of a stratum "age=65-80&territory=centre"; "" where the item was not answered."""
    pairs = (part.partition("=") for part in stratum.split("&") if part)
    return {margin: category for margin, _, category in pairs}


def canonical_json(document: Mapping[str, Any]) -> str:
    """The one text of a document: keys sorted, no spaces, letters as they are. NaN is a ValueError."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def inputs_hash(inputs: Inputs, method: IndexMethod = METHOD_3) -> str:
    """SHA-256 (hexadecimal) of the inputs and the constants of the method, whatever the order of rows."""
    document = {**inputs, "constants": method.constants()}
    for name in ("ratings", "answers", "comments", "readings", "money"):
        document[name] = sorted_rows(document.get(name, ()))
    services: Mapping[str, Collection[str]] = inputs["services"]
    document["services"] = {code: sorted(set(groups)) for code, groups in services.items()}
    return hashlib.sha256(canonical_json(document).encode()).hexdigest()


def sorted_rows(rows: Iterable[Any]) -> Sequence[str]:
    """Rows as texts, in an order of their own."""
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows)
