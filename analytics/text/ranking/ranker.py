"""Scores texts of a pool by what was decided about some of them: the higher, the sooner to be read.

A ridge regression on the decided texts, in which an irrelevant one counts less the more there are, gives a
score to every text; then each takes on a part of what its neighbours score, read or unread, so that a
decision speaks also for texts that resemble what resembles it.

Scores order texts of one pool at one moment; they are no probabilities and cannot be compared across pools.
Same pool, same decisions, same scores.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import sparse
from scipy.sparse.linalg import LinearOperator, cg

Numbers = NDArray[np.float64]
Rows = NDArray[np.int_]

_PENALTY = 3.0
_RELEVANT_TO_IRRELEVANT = 9.8
"""All relevant decisions together weigh this times as much as all irrelevant ones."""
_OF_NEIGHBOURS, _OF_NEIGHBOURS_OF_PAGES = 0.5, 0.3
"""How much of a score is the neighbours' where the `length` of the texts is 0 and where it is 1."""
_STEPS = 12
_MOST_COMPARED = 5_000
"""Texts that are all compared with each other beforehand: 100 MB."""
_TOLERANCE, _MOST_ITERATIONS = 1e-4, 500


class PoolRanker:
    """Scores a pool, given its `features` (texts, features) and the `graph` of neighbours (texts, texts).

    Neighbours count half where the texts are comments, and less the nearer their `length` (see
    `features.length`) is to 1: a page says more by itself. To be asked again and again, it works out once how
    each text of a pool that is not too large resembles each other one.
    """

    def __init__(self, features: sparse.csr_matrix, graph: sparse.csr_matrix, length: float = 0.0) -> None:
        self._features = features
        self._products = (features @ features.T).toarray() if features.shape[0] <= _MOST_COMPARED else None
        self._graph = graph
        self._length = length

    def scores(self, rows: Rows, relevant: ArrayLike) -> Numbers:
        """A score for each text of the pool, shape (texts,), from decisions about some of its `rows`."""
        if self._products is None:
            scores = regression_scores(self._features, rows, relevant)
        else:
            own = self._products[np.ix_(rows, rows)].astype(np.float64)
            dual = _dual(lambda vector: own @ vector, relevant)
            scores = self._products[:, rows] @ dual + dual.sum()
        return smoothed(scores, self._graph, self._length)


def regression_scores(features: sparse.csr_matrix, rows: Rows, relevant: ArrayLike) -> Numbers:
    """What a ridge regression on the decided `rows` makes of all texts, shape (texts,).

    Neither time nor memory grows with the square of the decisions. Raises ValueError without a decision.
    """
    own = features[rows].astype(np.float64)
    transposed = own.T
    dual = _dual(lambda vector: own @ (transposed @ vector), relevant)
    scores: Numbers = features @ (transposed @ dual) + dual.sum()
    return scores


def _dual(multiplied: Callable[[Numbers], Numbers], relevant: ArrayLike) -> Numbers:
    """The regression's coefficients of the decisions, given what X Xᵀ makes of a vector.

    They are D b with (D (X Xᵀ + 1) D + I) b = D t and D² = weight / penalty, by conjugate gradients.
    """
    verdicts = np.asarray(relevant, dtype=bool)
    if not len(verdicts):
        raise ValueError("Nothing was decided yet.")
    pull = np.sqrt(_weights(verdicts) / _PENALTY)

    def apply(vector: Numbers) -> Numbers:
        pulled = pull * vector.ravel()
        image: Numbers = pull * (multiplied(pulled) + pulled.sum()) + vector.ravel()
        return image

    system = LinearOperator((len(verdicts), len(verdicts)), matvec=apply, dtype=np.float64)
    targets = np.where(verdicts, 1.0, -1.0)
    solution, _ = cg(system, pull * targets, rtol=_TOLERANCE, maxiter=_MOST_ITERATIONS)
    return np.asarray(pull * solution, dtype=np.float64)


def smoothed(scores: Numbers, graph: sparse.csr_matrix, length: float = 0.0) -> Numbers:
    """Scores of which a part is what the neighbours score, of whose … and so on; centred at 0."""
    of_neighbours = (1 - length) * _OF_NEIGHBOURS + length * _OF_NEIGHBOURS_OF_PAGES
    centred = scores - scores.mean()  # a text without neighbours is drawn towards the middle
    spread = centred
    for _ in range(_STEPS):
        spread = of_neighbours * (graph @ spread) + (1 - of_neighbours) * centred
    return np.asarray(spread, dtype=np.float64)


def _weights(verdicts: NDArray[np.bool_]) -> Numbers:
    """How much each decision counts, 1 in the mean."""
    relevant = int(verdicts.sum())
    irrelevant = max(len(verdicts) - relevant, 1)
    of_irrelevant = max(relevant, 1) / (_RELEVANT_TO_IRRELEVANT * irrelevant)
    weights = np.where(verdicts, 1.0, of_irrelevant)
    return np.asarray(weights * len(weights) / weights.sum(), dtype=np.float64)
