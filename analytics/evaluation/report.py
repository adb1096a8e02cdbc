"""The figures of a coder on texts that people have labelled: F1 in all and label by label, with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analytics.evaluation.bootstrap import DRAWS, Estimate, added_up, drawn_sums, estimate
from analytics.evaluation.metrics import scores, tally

Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class LabelReport:
    """One label: rows that have it, rows that were given it, share of these that have it, share found, F1."""

    n: int
    predicted: int
    precision: float | None
    recall: float | None
    f1: Estimate

    def document(self) -> dict[str, object]:
        """As JSON holds it: F1 as value, low and high."""
        counts = {"n": self.n, "predicted": self.predicted}
        return {**self.f1.document(), **counts, "precision": self.precision, "recall": self.recall}


@dataclass(frozen=True)
class Report:
    """All figures of one coder on `n` rows; `per_label` in the order of the labels."""

    n: int
    macro_f1: Estimate
    micro_f1: Estimate
    samples_f1: Estimate
    exact_match: Estimate
    per_label: dict[str, LabelReport]

    def document(self) -> dict[str, object]:
        """As JSON holds it."""
        return {
            "n": self.n,
            "macro_f1": self.macro_f1.document(),
            "micro_f1": self.micro_f1.document(),
            "samples_f1": self.samples_f1.document(),
            "exact_match": self.exact_match.document(),
            "per_label": {label: each.document() for label, each in self.per_label.items()},
        }


def report(
    truth: ArrayLike,
    predicted: ArrayLike,
    labels: Sequence[str],
    units: ArrayLike | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Report:
    """Compare indicator matrices of shape (rows, labels). `units` numbers rows that are drawn together.

    Raises ValueError when the shapes differ or there is no row.
    """
    true, given = np.asarray(truth, dtype=bool), np.asarray(predicted, dtype=bool)
    rows = tally(true, given)
    if not len(rows):
        raise ValueError("There is no row to compare.")
    value = scores(rows.sum(axis=0, keepdims=True))
    drawn = scores(drawn_sums(added_up(rows, units), draws, seed))
    per_label = {
        label: _label(true[:, i], given[:, i], estimate(value.per_label[0, i], drawn.per_label[:, i]))
        for i, label in enumerate(labels)
    }
    return Report(
        n=len(rows),
        macro_f1=estimate(value.macro_f1[0], drawn.macro_f1),
        micro_f1=estimate(value.micro_f1[0], drawn.micro_f1),
        samples_f1=estimate(value.samples_f1[0], drawn.samples_f1),
        exact_match=estimate(value.exact_match[0], drawn.exact_match),
        per_label=per_label,
    )


def difference_in_macro_f1(
    truth: ArrayLike,
    better: ArrayLike,
    worse: ArrayLike,
    units: ArrayLike | None = None,
    draws: int = DRAWS,
    seed: int = 0,
) -> Estimate:
    """Macro F1 of `better` minus that of `worse` on the same rows, its interval from the same draws."""
    both = [tally(truth, predicted) for predicted in (better, worse)]
    values = [float(scores(rows.sum(axis=0, keepdims=True)).macro_f1[0]) for rows in both]
    drawn = [scores(drawn_sums(added_up(rows, units), draws, seed)).macro_f1 for rows in both]
    return estimate(values[0] - values[1], drawn[0] - drawn[1])


def _label(truth: Marks, given: Marks, f1: Estimate) -> LabelReport:
    hits, n, predicted = (int(marks.sum()) for marks in (truth & given, truth, given))
    return LabelReport(
        n=n,
        predicted=predicted,
        precision=hits / predicted if predicted else None,
        recall=hits / n if n else None,
        f1=f1,
    )
