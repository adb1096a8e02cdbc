"""A triage that is long over, played again: how early an order of reading would have found what is known now.

As in ASReview's simulations, a run begins with one relevant and one irrelevant text that are known
beforehand, drawn by its seed. Then the ranker orders what is left, the first texts are read, and what they
turn out to be is learned. The relevance of a text comes to light only when it is read. How many are read
before the rest is ordered anew grows with what was learned, as in the product.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from analytics.text.ranking.features import length, pool_features
from analytics.text.ranking.ranker import PoolRanker
from analytics.text.ranking.similar import neighbour_graph

_MOST_AT_ONCE = 10
Rows = NDArray[np.int_]


def batch_after(read: int) -> int:
    """How many texts are read before the rest is ordered anew: a tenth of those read so far, from 1 to 10."""
    return min(max(read // 10, 1), _MOST_AT_ONCE)


def priors(relevant: ArrayLike, seed: int) -> Rows:
    """The numbers of one relevant and one irrelevant text, drawn by chance, in this order.

    Raises ValueError unless there are two of one sort and one of the other: something must be left to find.
    """
    found = np.asarray(relevant, dtype=bool)
    if found.sum() < 2 or found.all():
        raise ValueError("At least two texts have to be relevant, and one irrelevant.")
    generator = np.random.default_rng(seed)
    return np.array([generator.choice(np.flatnonzero(sort)) for sort in (found, ~found)])


class Simulation:
    """Reads the same texts again and again, from other beginnings."""

    def __init__(self, texts: Sequence[str], relevant: ArrayLike) -> None:
        features = pool_features(texts)
        self._ranker = PoolRanker(features, neighbour_graph(features), length(texts))
        self.relevant = np.asarray(relevant, dtype=bool)

    def order(self, known: Sequence[int] | Rows, batch: int | None = None) -> Rows:
        """The numbers of all texts but those `known` beforehand, in the order in which they are read.

        The rest is ordered anew after every `batch` texts; by default as in the product, see `batch_after`.
        """
        return np.fromiter(self._read(np.asarray(known, dtype=np.int_), batch), dtype=np.int_)

    def _read(self, known: Rows, batch: int | None) -> Iterator[int]:
        read = known
        left = np.setdiff1d(np.arange(len(self.relevant)), known)
        while len(left):
            scores = self._ranker.scores(read, self.relevant[read])
            ranked = left[np.argsort(-scores[left], kind="stable")]
            over = not self.relevant[left].any()  # what follows is of no consequence, and need not be learned
            first = ranked if over else ranked[: batch or batch_after(len(read))]
            yield from first.tolist()
            read, left = np.concatenate([read, first]), np.setdiff1d(left, first)
