"""From the day-one coder to the learned one: label by label, on measured grounds.

Under 200 decisions nothing is handed over: below that the machine is a ranker, not a judge. From there on, a
label goes to the learned model where, on this town's decisions and with probabilities of texts that the model
had not seen, its F1 is higher than the day-one coder's, and not by chance: the share of bootstrap draws (of
texts, all copies of one together) in which it is not higher is looked at for all labels at once by the method
of Holm (1979, Scandinavian Journal of Statistics 6), with 2.5 % to be wrong about any of them. A label that
passes has its 95 % interval of the difference above zero. Of a choice (relevance, kind) the mean F1 of all
its codes counts, so that saying always the same thing is no skill.

Decisions that were picked by the machine's own order are no random sample: this compares two coders on the
same rows, it is no estimate of quality in the town.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.evaluation.bootstrap import Estimate, added_up, drawn_sums, estimate
from analytics.evaluation.metrics import scores, tally

FEWEST_DECISIONS = 200
DRAWS = 4_000
"""Enough for the smallest share that Holm's method asks for among a hundred labels."""
CHANCE = 0.025

Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Comparison:
    """F1 of both coders and of their difference, learned − day one, with 95 % intervals.

    `chance` is the share of draws in which the learned model is not better, not corrected for the number of
    labels.
    """

    key: str
    learned: Estimate
    day_one: Estimate
    difference: Estimate
    chance: float


def compare(
    truth: Marks,
    learned: Marks,
    by_frame: Marks,
    texts: NDArray[np.int_],
    columns: Sequence[tuple[str, Sequence[int]]],
    seed: int = 0,
) -> list[Comparison]:
    """Compare two coders; the first three have shape (rows, codes), `texts` numbers each row's text.

    `columns` names what is compared: one code, or several whose mean F1 counts. Results come in its order.
    """
    codes = truth.shape[1]
    units = added_up(np.hstack([tally(truth, learned), tally(truth, by_frame)]), texts)
    sums = np.vstack([units.sum(axis=0), drawn_sums(units, DRAWS, seed)])
    half = 2 * codes + 3
    of_learned, of_frame = (scores(part).per_label for part in (sums[:, :half], sums[:, half:]))
    return [_compared(key, of_learned[:, chosen], of_frame[:, chosen]) for key, chosen in columns]


def handed_over(comparisons: Iterable[Comparison]) -> frozenset[str]:
    """The labels that go to the learned model, by Holm's method over all comparisons of a training."""
    ranked = sorted(comparisons, key=lambda each: (each.chance, each.key))
    passed: list[str] = []
    for place, each in enumerate(ranked):
        if each.chance > CHANCE / (len(ranked) - place):
            break
        passed.append(each.key)
    return frozenset(passed)


def _compared(key: str, learned: NDArray[np.float64], by_frame: NDArray[np.float64]) -> Comparison:
    """From F1 of shape (1 + draws, codes), the first row of all texts as they are."""
    # Where a draw holds a code nowhere, F1 is undefined; 0 for both coders then leaves the difference alone.
    ours, theirs = (np.nan_to_num(each).mean(axis=1) for each in (learned, by_frame))
    difference = ours - theirs
    chance = (1 + int(np.sum(difference[1:] <= 0))) / (1 + DRAWS)
    return Comparison(
        key,
        estimate(ours[0], ours[1:]),
        estimate(theirs[0], theirs[1:]),
        estimate(difference[0], difference[1:]),
        chance,
    )
