"""A report beside that of the wave before: changes of the cells both show, breaks of the series.

Knows the full cells of an earlier snapshot, of every version of the method. Does not know statistics.
"""

import dataclasses
import math
from collections.abc import Mapping, Sequence
from typing import Any

from scipy.stats import t

from analytics.estimation.cell_results import CellResult
from analytics.estimation.change import Mean, changes, smallest_change
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.parts import Estimate
from analytics.estimation.scores import CORE_DIMENSIONS

Before = Mapping[str, Any]
"""The earlier snapshot: `snapshot_id`, `wave_code`, `breaks` (items asked in another way now), `cells`."""


def compare(
    results: Sequence[CellResult], before: Before, items: Mapping[str, Any], method: IndexMethod
) -> list[CellResult]:
    """The same cells with their changes. Only what both waves show has one, and only these count in the
    control of false discoveries. Where just one wave is weighted, both are compared unweighted."""
    earlier = {(cell["kind"], cell["code"]): cell for cell in before["cells"]}
    comparable = [
        number
        for number, result in enumerate(results)
        if result.band is not Band.HIDDEN
        and earlier.get(_key(result), {}).get("band", Band.HIDDEN) != Band.HIDDEN
    ]
    found = list(results)
    if breaks_the_series(before, items):
        for number in comparable:
            found[number] = dataclasses.replace(results[number], broken=True)
        return found
    weighted = both_weighted(results, before)
    pairs: dict[int, tuple[Mean, Mean]] = {}
    for number in comparable:
        now = mean_of(results[number], weighted=weighted)
        then = mean_before(earlier[_key(results[number])], method.confidence, weighted=weighted)
        if now is not None and then is not None:
            pairs[number] = (now, then)
    told = changes(
        list(pairs.values()),
        method.confidence,
        method.least_change or 0.0,
        method.false_discovery_rate or 0.0,
    )
    for number, change in zip(pairs, told, strict=True):
        found[number] = dataclasses.replace(results[number], change=change)
    return found


def breaks_the_series(before: Before, items: Mapping[str, Any]) -> bool:
    """Whether an item that the survey part is made of is asked in another way. Items of which nothing is
    known here (the inputs describe those of need only) count as such."""
    return any(items.get(code, {}).get("dimension") in (None, *CORE_DIMENSIONS) for code in before["breaks"])


def both_weighted(results: Sequence[CellResult], before: Before) -> bool:
    """Whether this wave and the one before are weighted."""
    return any(result.unweighted for result in results) and _weighted(before)


def one_weighted(results: Sequence[CellResult], before: Before) -> bool:
    """Whether just one of the two waves is weighted."""
    return any(result.unweighted for result in results) != _weighted(before)


def detectable(total: CellResult, before: Before | None, method: IndexMethod) -> float | None:
    """Smallest change of the total that can be told, in points; without an earlier wave as if it were like
    this one. None where the total is hidden."""
    if total.band is Band.HIDDEN or total.survey is None or total.survey.variance is None:
        return None
    then = None
    if before is not None:
        cell = next((cell for cell in before["cells"] if cell["kind"] == total.cell.kind), None)
        if cell is not None and cell.get("band", Band.HIDDEN) != Band.HIDDEN:
            then = mean_before(cell, method.confidence, weighted=True)
    now = total.survey.variance
    return smallest_change(now, now if then is None else then.variance, method.confidence)


def mean_of(result: CellResult, *, weighted: bool) -> Mean | None:
    """Survey part of a cell as it is compared; None where it has no variance."""
    survey: Estimate | None = result.survey if weighted else result.unweighted or result.survey
    return None if survey is None or survey.variance is None else Mean(survey.value, survey.variance)


def mean_before(cell: Mapping[str, Any], confidence: float, *, weighted: bool) -> Mean | None:
    """Survey part of a full cell. Before method version 3 its variance follows from the wider side of the
    interval, which is t with n_eff - 1 degrees of freedom; None where both sides are cut."""
    survey = cell["survey"] if weighted else cell.get("unweighted") or cell["survey"]
    if survey is None:
        return None
    if survey.get("variance") is not None:
        return Mean(survey["value"], survey["variance"])
    if cell["n"] < 2 or (survey["low"] <= 0.0 and survey["high"] >= 100.0):
        return None
    margin = max(survey["value"] - survey["low"], survey["high"] - survey["value"])
    quantile = float(t.ppf((1.0 + confidence) / 2.0, cell["n_eff"] - 1.0))
    return Mean(survey["value"], math.pow(margin / quantile, 2))


def _weighted(before: Before) -> bool:
    return any(cell.get("unweighted") for cell in before["cells"])


def _key(result: CellResult) -> tuple[str, str | None]:
    return result.cell.kind.value, result.cell.code
