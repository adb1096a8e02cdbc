"""From left-out scores to probabilities: what a score has meant on texts that the model had not seen.

Both calibrations keep the order of scores and are affine inside, so that a linear model stays linear: the
probability of a label is the logistic function of slope · score + intercept (Platt 2000), that of one class
among several is the softmax of a weighted sum of scores. A row stands for `weights` copies of a text,
`shares` says how many of them have a label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_softmax, logit, softmax

Numbers = NDArray[np.float64]
_PARTS = 5
_CERTAINTY = 1e-3
"""How strongly slopes are pulled to zero: with a handful of texts likelihood alone makes them endless."""


def fifths(rows: int, seed: int) -> Iterator[tuple[NDArray[np.int_], NDArray[np.int_]]]:
    """Five times: the rows to learn from what scores mean, and the others; each row is among these once."""
    part = np.random.default_rng(seed).permutation(rows) % _PARTS
    for number in range(min(rows, _PARTS)):
        yield np.flatnonzero(part != number), np.flatnonzero(part == number)


def sigmoid(scores: ArrayLike, shares: ArrayLike, weights: ArrayLike) -> tuple[Numbers, Numbers]:
    """Slope (never negative) and intercept of each label, with the smoothed targets of Platt.

    Scores and shares have shape (rows, labels). A label that everybody has, or nobody, has slope 0.
    """
    columns = zip(np.asarray(scores, dtype=float).T, np.asarray(shares, dtype=float).T, strict=True)
    fitted = [_of_label(column, share, np.asarray(weights, dtype=float)) for column, share in columns]
    slopes, intercepts = np.array(fitted).reshape(-1, 2).T
    return slopes, intercepts


def mixture(scores: ArrayLike | Sequence[ArrayLike], shares: ArrayLike, weights: ArrayLike) -> Numbers:
    """The weight (never negative) of each matrix of scores, shape (rows, classes), in the softmax."""
    stacked = np.asarray(scores, dtype=float)
    targets = np.asarray(shares, dtype=float) * np.asarray(weights, dtype=float)[:, np.newaxis]

    def loss(mix: Numbers) -> tuple[float, Numbers]:
        logits = np.tensordot(mix, stacked, axes=1)
        surplus = softmax(logits, axis=1) * targets.sum(axis=1, keepdims=True) - targets
        value = -float(np.sum(targets * log_softmax(logits, axis=1)))
        gradient = np.tensordot(stacked, surplus, axes=([1, 2], [0, 1]))
        return value + _CERTAINTY * float(mix @ mix), gradient + 2 * _CERTAINTY * mix

    start = np.ones(len(stacked))
    return np.asarray(minimize(loss, start, jac=True, bounds=[(0, None)] * len(start), method="L-BFGS-B").x)


def _of_label(scores: Numbers, shares: Numbers, weights: Numbers) -> tuple[float, float]:
    positives, negatives = float(weights @ shares), float(weights @ (1 - shares))
    prior = float(logit((positives + 0.5) / (positives + negatives + 1)))
    if not positives or not negatives:
        return 0.0, prior
    targets = shares * (positives + 1) / (positives + 2) + (1 - shares) / (negatives + 2)

    def loss(line: Numbers) -> tuple[float, Numbers]:
        logits = line[0] * scores + line[1]
        surplus = weights * (expit(logits) - targets)
        value = float(weights @ (np.logaddexp(0, logits) - targets * logits)) + _CERTAINTY * line[0] ** 2
        return value, np.array([surplus @ scores + 2 * _CERTAINTY * line[0], surplus.sum()])

    found = minimize(
        loss, np.array([1.0, prior]), jac=True, bounds=[(0, None), (None, None)], method="L-BFGS-B"
    )
    return float(found.x[0]), float(found.x[1])
