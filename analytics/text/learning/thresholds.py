"""Which labels a text is given, once there are probabilities: thresholds tuned on left-out probabilities.

One threshold for all labels, the best for the sum of macro and micro F1: macro alone gives away texts that
are labelled rightly now for the sake of rare labels, micro alone forgets the rare ones. A label with at least
30 positives moves it towards its own best, the further the more positives it has (below that a threshold is
noise). Then every label goes halfway to the threshold that would be its best if the probabilities were right
(half of the F1 that can be had; Lipton, Elkan & Naryanaswamy 2014, ECML): it asks for no positives, and is
low where little can be told, as with most rare labels. Only halfway, for a label of which nothing can be told
would be given to everything. A text that reaches none is given its most probable label if that is probable
enough; how probable is tuned too, so that texts without any label stay possible where people leave texts
without any.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
FEWEST_POSITIVES = 30
_HALF_TRUSTED = 60
"""Positives from which a threshold lies halfway between that of all labels and the best of its own."""
_GRID = np.linspace(0.1, 0.6, 26)
_USUAL = 0.3
_FALLBACKS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3, 1.01)


@dataclass(frozen=True)
class Thresholds:
    """The probability from which each label is given, and that from which the most probable one is."""

    labels: Numbers
    fallback: float

    @classmethod
    def tuned(cls, probabilities: Numbers, shares: Numbers, weights: Numbers) -> Self:
        """Tuned on left-out probabilities; arrays of shape (rows, labels), and the copies of each row."""
        merits = {at: _merits(at, probabilities, shares, weights) for at in _GRID}
        candidates = [(at, fallback) for fallback in _FALLBACKS for at in _GRID]
        at, fallback = max(candidates, key=lambda pair: (merits[pair[0]][pair[1]], -abs(pair[0] - _USUAL)))
        own = [
            _of_label(probabilities[:, i], shares[:, i], weights, at) for i in range(probabilities.shape[1])
        ]
        return cls(np.array(own), float(fallback))

    def reached(self, probabilities: Numbers) -> NDArray[np.bool_]:
        """Whether each label reaches its own threshold: what is given beyond that is a guess."""
        reached: NDArray[np.bool_] = probabilities >= self.labels
        return reached

    def given(self, probabilities: Numbers) -> NDArray[np.bool_]:
        """Whether each text is given each label."""
        given = self.reached(probabilities)
        best = probabilities.argmax(axis=1)
        rows = np.flatnonzero(~given.any(axis=1) & (probabilities.max(axis=1) >= self.fallback))
        given[rows, best[rows]] = True
        return given


def _merits(at: float, probabilities: Numbers, shares: Numbers, weights: Numbers) -> dict[float, float]:
    """Macro and micro F1 together with one threshold for all labels, for each probability of the fallback."""
    given = probabilities >= at
    weighted = given * weights[:, np.newaxis]
    hits, sizes = (weighted * shares).sum(axis=0), weighted.sum(axis=0) + weights @ shares
    bare = np.flatnonzero(~given.any(axis=1))
    best, highest = probabilities[bare].argmax(axis=1), probabilities[bare].max(axis=1)
    merits = {}
    for fallback in _FALLBACKS:
        rows, labels = bare[highest >= fallback], best[highest >= fallback]
        more = np.bincount(labels, weights[rows], minlength=len(hits))
        right = hits + np.bincount(labels, weights[rows] * shares[rows, labels], minlength=len(hits))
        whole = sizes + more
        macro, micro = np.mean(2 * right / np.maximum(whole, 1)), 2 * right.sum() / max(whole.sum(), 1)
        merits[fallback] = float(macro + micro)
    return merits


def _of_label(probabilities: Numbers, shares: Numbers, weights: Numbers, at: float) -> float:
    if not len(probabilities):
        return at
    positives = float(weights @ shares)
    trust = positives / (positives + _HALF_TRUSTED) if positives >= FEWEST_POSITIVES else 0.0
    tuned = trust * _best(probabilities, shares, weights) + (1 - trust) * at
    return (tuned + _best(probabilities, probabilities, weights)) / 2


def _best(probabilities: Numbers, positive: Numbers, weights: Numbers) -> float:
    """The threshold with the highest F1 where so much of each row is positive."""
    order = np.argsort(-probabilities, kind="stable")
    hits, given = np.cumsum((weights * positive)[order]), np.cumsum(weights[order])
    best = int(np.argmax(2 * hits / (given + hits[-1])))
    ranked = probabilities[order]
    return float(ranked[best] + ranked[min(best + 1, len(ranked) - 1)]) / 2
