"""The list "look here first" of coordinators: services and groups by their shrunk survey part, lowest first.

Knows results of cells. Never part of a public document: a shrunk value says more of the others than of the
one, which is right for a guess and wrong for a report.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analytics.estimation.cell_results import CellResult
from analytics.estimation.cells import Cell, CellKind
from analytics.estimation.change import Mean
from analytics.estimation.parts import Estimate
from analytics.estimation.shrinkage import shrunk


@dataclass(frozen=True)
class FirstLook:
    """A cell with its survey part and the one drawn towards the mean of cells of its kind."""

    cell: Cell
    value: float
    shrunk: float


def first_looks(results: Sequence[CellResult]) -> list[FirstLook]:
    """Services, then target groups, each from the lowest. Cells nobody answered for are not among them.

    The variance of each mean is the one within cells, pooled, over n_eff: three people who happen to agree
    are not sure of anything.
    """
    found: list[FirstLook] = []
    for kind in (CellKind.SERVICE, CellKind.TARGET_GROUP):
        members = [
            (result, result.survey) for result in results if result.cell.kind is kind and result.survey
        ]
        within = _variance_within(members)
        if not within:
            continue
        drawn = shrunk([Mean(survey.value, within / result.n_eff) for result, survey in members])
        looks = [
            FirstLook(result.cell, survey.value, value)
            for (result, survey), value in zip(members, drawn, strict=True)
        ]
        found += sorted(looks, key=lambda look: (look.shrunk, look.cell.code or ""))
    return found


def _variance_within(members: Sequence[tuple[CellResult, Estimate]]) -> float:
    """Variance of scores within cells, pooled over them; 0 where no cell has two respondents or a spread."""
    known = [
        (result.n - 1, survey.variance * result.n_eff)
        for result, survey in members
        if survey.variance is not None
    ]
    degrees = sum(n for n, _ in known)
    return math.fsum(n * variance for n, variance in known) / degrees if degrees else 0.0
