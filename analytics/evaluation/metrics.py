"""F1 in its three means and exact match, as scikit-learn counts them, from sums that can be resampled.

Truth and prediction are indicator matrices of shape (rows, labels); a single choice is a row with one mark,
and then micro F1, samples F1 and exact match are all the accuracy. Conventions, in scikit-learn's words:

* per label and macro: `zero_division=nan`. A label that neither truth nor prediction has says nothing and is
  left out of the mean; a label that only one of them has counts as 0.
* samples: `zero_division=0`. A row without a mark in truth and prediction counts as 0 in samples F1, as
  scikit-learn does by default, though it counts as right in exact match.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
_OF_ROWS = 3


@dataclass(frozen=True)
class Scores:
    """Figures in [0, 1], nan where undefined; arrays (sums,), `per_label` an array (sums, labels)."""

    macro_f1: Numbers
    micro_f1: Numbers
    samples_f1: Numbers
    exact_match: Numbers
    per_label: Numbers


def tally(truth: ArrayLike, predicted: ArrayLike) -> Numbers:
    """What of each row goes into the scores, to be added up over rows: shape (rows, 2 · labels + 3).

    Hits of each label, marks of each label in truth and in prediction together, then samples F1, exact match
    and 1. Raises ValueError unless both are matrices of the same shape.
    """
    true, given = np.asarray(truth, dtype=bool), np.asarray(predicted, dtype=bool)
    if true.ndim != 2 or true.shape != given.shape:
        raise ValueError(f"Matrices of one shape are expected, not {true.shape} and {given.shape}.")
    hits = (true & given).astype(np.float64)
    marks = true.astype(np.float64) + given
    samples = _ratio(2 * hits.sum(axis=1), marks.sum(axis=1), undefined=0.0)
    exact = (true == given).all(axis=1)
    return np.column_stack([hits, marks, samples, exact, np.ones(len(true))])


def scores(sums: Numbers) -> Scores:
    """The scores of sums of `tally`, one for each row of `sums`."""
    labels = (sums.shape[1] - _OF_ROWS) // 2
    hits, marks = sums[:, :labels], sums[:, labels : 2 * labels]
    samples, exact, rows = sums[:, 2 * labels :].T
    per_label = _ratio(2 * hits, marks)
    defined = marks > 0
    return Scores(
        macro_f1=_ratio(np.where(defined, per_label, 0.0).sum(axis=1), defined.sum(axis=1)),
        micro_f1=_ratio(2 * hits.sum(axis=1), marks.sum(axis=1)),
        samples_f1=_ratio(samples, rows),
        exact_match=_ratio(exact, rows),
        per_label=per_label,
    )


def _ratio(part: Numbers, whole: Numbers, undefined: float = np.nan) -> Numbers:
    ratio = np.full(np.shape(whole), undefined)
    np.divide(part, whole, out=ratio, where=np.asarray(whole) > 0)
    return ratio
