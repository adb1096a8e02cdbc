"""Complement naive Bayes on TF-IDF, with the scores that each row would get from a model that never saw it.

The weight of a feature for a class is minus the logarithm of its share in all *other* classes (Rennie et
al. 2003, ICML), which is steadier than naive Bayes where classes are small and of different size. Leaving a
row out is subtracting what it added to the counts: exact, without another fit.
"""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator

Matrix = NDArray[np.float32]


class LeftOutComplementBayes(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Linear scores of classes, comparable within a text only.

    Attributes: `coef_` (features, classes), `left_out_` (rows, classes).
    """

    def __init__(self, alpha: float = 0.03) -> None:
        self.alpha = alpha

    def fit(self, features: sparse.csr_matrix, shares: Matrix, weights: NDArray[np.float32]) -> Self:
        """Learn from the share of each class among the copies of a row, shape (rows, classes), 0 to 1."""
        elsewhere = np.asarray(
            weights[:, np.newaxis] * (1 - shares), dtype=np.float32
        )  # copies of other classes
        counts = np.asarray(features.T @ elsewhere) + np.float32(self.alpha)  # (features, classes)
        totals = np.maximum(counts.sum(axis=0), np.float32(self.alpha))  # there may be no feature at all
        self.coef_ = np.log(totals) - np.log(counts)
        self.left_out_ = np.empty_like(elsewhere)
        lengths = np.asarray(features.sum(axis=1)).ravel()
        for row, own in enumerate(elsewhere):
            inside = slice(features.indptr[row], features.indptr[row + 1])
            values = features.data[inside]
            rest = counts[features.indices[inside]] - values[:, np.newaxis] * own
            # Rounding may leave a feature of this row alone with less than nothing.
            logarithms = np.log(np.maximum(rest, np.float32(self.alpha) / 2))
            others = np.maximum(totals - lengths[row] * own, self.alpha)
            self.left_out_[row] = lengths[row] * np.log(others) - values @ logarithms
        return self
