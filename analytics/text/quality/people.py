"""How far two people agree who read the same comments without sight of each other: what a machine that learns
from people can be asked for at most. Knows readings, not who read.

F1 of a label between two people (its specific agreement) takes either of them for the truth, and stands
beside the machine's F1 in the same unit. Alpha and kappa are agreement beyond chance.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from analytics.evaluation.proportions import f1
from analytics.text.learning.tasks import IRRELEVANT, RELEVANT
from analytics.text.quality.agreement import Agreement, agreement
from analytics.text.quality.measures import rounded


@dataclass(frozen=True)
class Reading:
    """What one person made of a comment; groups and kind are of relevant ones only."""

    relevant: bool
    target_groups: frozenset[str] = frozenset()
    kind: str | None = None


Readings = Mapping[Hashable, Reading]
"""Who read a comment, and what each made of it."""
Code = Callable[[Reading], Hashable]
Mark = Callable[[Reading], bool]


def agreement_of_people(read: Sequence[Readings]) -> dict[str, Any]:
    """Agreement of people on comments that at least two have read.

    Target groups and kinds are compared on comments that all of them found relevant.
    """
    twice = [readings for readings in read if len(readings) > 1]
    relevant = [readings for readings in twice if all(each.relevant for each in readings.values())]
    everyone = [reading for readings in relevant for reading in readings.values()]
    groups = sorted({code for reading in everyone for code in reading.target_groups})
    kinds = sorted({reading.kind for reading in everyone if reading.kind is not None})
    verdicts = _label(twice, lambda reading: reading.relevant)
    return {
        "n": len(twice),
        "relevance": verdicts,
        "kind": _agreement(relevant, lambda reading: reading.kind),
        "labels": {
            RELEVANT: verdicts,
            IRRELEVANT: _label(twice, lambda reading: not reading.relevant),
            **{f"group:{code}": _label(relevant, _has_group(code)) for code in groups},
            **{f"kind:{code}": _label(relevant, _is_kind(code)) for code in kinds},
        },
    }


def _has_group(code: str) -> Mark:
    return lambda reading: code in reading.target_groups


def _is_kind(code: str) -> Mark:
    return lambda reading: reading.kind == code


def _label(read: Sequence[Readings], has: Mark) -> dict[str, Any]:
    """Agreement on whether comments have a label."""
    pairs = [(has(one), has(other)) for each in read for one, other in combinations(list(each.values()), 2)]
    both, either = sum(one and other for one, other in pairs), sum(one or other for one, other in pairs)
    return {**_agreement(read, has), "f1": rounded(f1(both, either))}


def _agreement(read: Sequence[Readings], code: Code) -> dict[str, Any]:
    found: Agreement = agreement([{who: code(reading) for who, reading in each.items()} for each in read])
    figures = {"observed": found.observed, "kappa": found.kappa, "alpha": found.alpha}
    return {"n": found.units, **{name: rounded(figure) for name, figure in figures.items()}}
