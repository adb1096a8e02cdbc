"""The kernel of texts, X Xᵀ + 1, made once for several models that learn from the same rows or some of them.

Frequent features meet each other in nearly every pair of texts: they are multiplied as a dense matrix, which
is many times faster; the rare rest stays sparse. Float32, so another division into frequent and rare differs
in the seventh digit.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.linalg import blas

Matrix = NDArray[np.float32]
Rows = NDArray[np.int_]
MOST_ROWS = 6_000
"""Rows of which the kernel is kept: 144 MB."""
_FREQUENT = 1_024
_BLOCK = 256


class Kernel:
    """Lower triangles of the kernel of `features`, shape (rows, features)."""

    def __init__(self, features: sparse.csr_matrix) -> None:
        self._features = features
        self._whole: Matrix | None = None

    def of(self, rows: Rows) -> Matrix:
        """The lower triangle for some rows, in ascending order; what stands above it means nothing.

        The array is the caller's to change. What was kept of all rows is given away with them, not copied:
        two of them would need twice the memory.
        """
        size = self._features.shape[0]
        if size > MOST_ROWS:
            return _product(self._features[rows])
        whole = _product(self._features) if self._whole is None else self._whole
        self._whole = None if len(rows) == size else whole
        return whole if len(rows) == size else whole.T[np.ix_(rows, rows)].T


def _product(features: sparse.csr_matrix) -> Matrix:
    rows = features.shape[0]
    kernel = np.ones((rows, rows), dtype=np.float32, order="F")
    texts_with = np.bincount(features.indices, minlength=features.shape[1])
    is_frequent = np.zeros(features.shape[1], dtype=bool)
    is_frequent[np.argsort(-texts_with, kind="stable")[:_FREQUENT]] = True
    if is_frequent.any():
        frequent = features[:, is_frequent].toarray()
        kernel = blas.ssyrk(1.0, frequent.T, beta=1.0, c=kernel, trans=1, lower=1, overwrite_c=1)
    rare = features[:, ~is_frequent]
    for start in range(0, rows, _BLOCK):
        block = rare[start : start + _BLOCK].T.tocsr()
        kernel[start:, start : start + _BLOCK] += (rare[start:] @ block).toarray(order="F")
    return kernel
