"""How much better a coder gets with more decisions, and what further ones may be expected to bring.

The texts are parted at random into halves, quarters, eighths …, copies kept together, each part inside one of
the larger. A model learns from each of at most four parts of a size and judges every text of it by its
left-out score. So all texts, and halves and quarters of them, are judged on all texts and compared on the
same draws; smaller parts are judged on fewer texts, which their intervals show.

What more decisions bring is told from the last doubling: so many doublings, so many times its gain, never
further than one doubling ahead. Curves flatten, so this is rather too much than too little; its interval is
that of the last doubling and does not know the choice of parts. As long as some label is given to nothing, a
flat curve only means that learning has not begun: then nothing is told ("unlearned").
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.evaluation.bootstrap import added_up, drawn_sums, estimate
from analytics.evaluation.metrics import scores, tally
from analytics.text.quality.left_out import LeftOut, Task, left_out, part_of
from analytics.text.quality.measures import rounded

SMALLEST_PART = 50
"""Texts."""
MOST_HALVINGS = 5
MOST_PARTS = 4
MORE = (100, 200, 500, 1_000)
WORTH_IT = 0.01
"""Gain of macro F1 below which nothing is worth waiting for."""

Numbers = NDArray[np.float64]


def learning_curve(task: Task, whole: LeftOut, seed: int = 0) -> dict[str, Any]:
    """Macro F1 by number of decisions, the fewest first, and the gain of more; `whole` is of all texts."""
    units = np.unique(task.units, return_inverse=True)[1]
    parts = _parts(int(units.max()) + 1, seed)
    sums = [added_up(tally(task.truth, whole.given), units)]
    sums.extend(added_up(_judged(task, part_of_unit[units], seed), units) for part_of_unit in parts)
    width = sums[0].shape[1]
    beside = np.hstack(sums)
    drawn = np.vstack([beside.sum(axis=0), drawn_sums(beside, seed=seed)])
    macro = [scores(drawn[:, at * width : (at + 1) * width]).macro_f1 for at in range(len(sums))]
    sizes = [len(task.texts), *(len(task.texts) // (int(each.max()) + 1) for each in parts)]
    return {
        "labels": list(task.codes),
        "points": [
            {"n": size, **rounded(estimate(each[0], each[1:]))}
            for size, each in sorted(zip(sizes, macro, strict=True), key=lambda pair: pair[0])
        ],
        "gains": _gains(task, whole, macro[0] - macro[1]) if len(macro) > 1 else [],
    }


def _parts(units: int, seed: int) -> list[NDArray[np.int_]]:
    """For halves, quarters, …: the number of the part of each unit."""
    places = np.empty(units, dtype=np.int_)
    places[np.random.default_rng(seed).permutation(units)] = np.arange(units)
    counts = [2**halvings for halvings in range(1, MOST_HALVINGS + 1) if units >> halvings >= SMALLEST_PART]
    return [places * count // units for count in counts]


def _judged(task: Task, parts: NDArray[np.int_], seed: int) -> Numbers:
    """The tally of texts, each judged by a model of its part; zeros for parts that nothing learns from."""
    rows_of = [np.flatnonzero(parts == part) for part in range(min(int(parts.max()) + 1, MOST_PARTS))]
    given = np.zeros_like(task.truth)
    for rows in rows_of:
        given[rows] = left_out(part_of(task, rows), seed).given
    judged = np.isin(np.arange(len(parts)), np.concatenate(rows_of))
    counted: Numbers = tally(task.truth, given) * judged[:, np.newaxis]
    return counted


def _gains(task: Task, whole: LeftOut, of_doubling: Numbers) -> list[dict[str, Any]]:
    """What 100, 200, … further decisions bring; `of_doubling` is the gain, then that of each draw."""
    gains, n = [], len(task.texts)
    unlearned = not whole.given.any(axis=0).all()
    for more in MORE:
        if more <= n:
            gain = of_doubling * np.log2(1 + more / n)
            found = estimate(gain[0], gain[1:])
            verdict = "unlearned" if unlearned else _verdict(found.low, found.high)
            gains.append({"more": more, **rounded(found), "verdict": verdict})
    return gains


def _verdict(low: float | None, high: float | None) -> str:
    """Whether more decisions help ("gain"), hardly ("none"), or it cannot be told ("unclear")."""
    if low is None or high is None:
        return "unclear"
    if low > 0:
        return "gain"
    return "none" if high < WORTH_IT else "unclear"
