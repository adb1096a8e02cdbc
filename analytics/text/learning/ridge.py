"""Ridge regression on rows of different weight, many labels at once, with the scores that each row would get
from a model that never saw it.

Kernel form: with K = X Xᵀ + 1 (the 1 is the bias) and D = α / weight on the diagonal, dual = (K + D)⁻¹ T,
and the error of row i when it is left out is dual_i / [(K + D)⁻¹]_ii, exactly and without another fit
(Allen's PRESS, see Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 7.10). A row stands
for all copies of one text: T is the mean of their targets and the weight their number, so that leaving a
row out leaves out every copy.

The kernel is a square of all rows. Above `most_rows` the rows are divided at random into equal parts, each
part is solved by itself, and the weights are averaged (Zhang, Duchi & Wainwright 2015, JMLR 16); the
left-out score of a row is then the mean of its left-out score in its own part and its scores in the others,
which is again what the model without this row would give it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import cho_solve, cholesky, lapack
from sklearn.base import BaseEstimator

from analytics.text.learning.kernel import MOST_ROWS, Kernel, Matrix, Rows

KernelOf = Callable[[Rows], Matrix]
"""Gives the lower triangle of the kernel for some rows, in ascending order, to be overwritten."""


class LeftOutRidge(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Linear scores, about −1 without a label and 1 with it.

    Attributes: `coef_` (features, labels), `intercept_` (labels), `left_out_` (rows, labels).
    """

    def __init__(self, alpha: float = 1.0, most_rows: int = MOST_ROWS, seed: int = 0) -> None:
        self.alpha = alpha
        self.most_rows = most_rows
        self.seed = seed

    def fit(
        self,
        features: sparse.csr_matrix,
        shares: Matrix,
        weights: NDArray[np.float32],
        kernel_of: KernelOf | None = None,
    ) -> Self:
        """Learn from the share of each label among the copies of a row, shape (rows, labels), 0 to 1.

        `kernel_of`, of the same rows, spares making their kernel anew.
        """
        kernel_of = kernel_of or Kernel(features).of
        targets = np.asarray(2 * shares - 1, dtype=np.float32)
        rows = len(targets)
        parts = np.array_split(np.random.default_rng(self.seed).permutation(rows), -(-rows // self.most_rows))
        self.coef_ = np.zeros((features.shape[1], targets.shape[1]), dtype=np.float32)
        self.intercept_ = np.zeros(targets.shape[1], dtype=np.float32)
        self.left_out_ = np.zeros_like(targets)
        for part in map(np.sort, parts):
            dual, errors = _solve(kernel_of(part), targets[part], self.alpha / weights[part])
            coefficients, intercept = features[part].T @ dual, dual.sum(axis=0)
            self.coef_ += coefficients / len(parts)
            self.intercept_ += intercept / len(parts)
            scores = features @ coefficients + intercept
            scores[part] = targets[part] - errors
            self.left_out_ += scores / len(parts)
        return self

    def decision_function(self, features: sparse.csr_matrix) -> Matrix:
        """Scores, shape (texts, labels)."""
        scores: Matrix = features @ self.coef_ + self.intercept_
        return scores


def _solve(kernel: Matrix, targets: Matrix, diagonal: Matrix) -> tuple[Matrix, Matrix]:
    """Dual coefficients, and the error of each row when it is left out; the kernel is overwritten."""
    kernel[np.diag_indices_from(kernel)] += diagonal
    factor = cholesky(kernel, lower=True, overwrite_a=True, check_finite=False)
    dual = cho_solve((factor, True), targets, check_finite=False)
    inverse, failed = lapack.strtri(factor, lower=1, overwrite_c=1)
    if failed:
        raise np.linalg.LinAlgError("The kernel of the texts has no inverse.")
    # Of the inverse of the kernel, L⁻ᵀ L⁻¹, the diagonal alone is needed.
    return dual, dual / np.einsum("ij,ij->j", inverse, inverse)[:, np.newaxis]
