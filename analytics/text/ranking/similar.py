"""Which texts of a pool resemble each other: the nearest neighbours of each, and those that say the same.

Resemblance is the cosine of TF-IDF features. Neighbours are sought by rare features alone: what is in many
texts brings none of them together, and costs the most. Knows nothing of what was decided about texts.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

NEIGHBOURS = 8
_COMMON = 0.05
_COMMON_AT_LEAST, _COMMON_AT_MOST = 20, 200
"""A feature is rare if it is in at most 5 % of the texts; in small and in large pools these numbers count."""
_AT_ONCE = 256


def neighbour_graph(features: sparse.csr_matrix, neighbours: int = NEIGHBOURS) -> sparse.csr_matrix:
    """Cosines between each text and its nearest neighbours, symmetric, (texts, texts), by degree normalised.

    An edge is there if either text is among the nearest of the other; a text without rare features has none.
    """
    rare = _unit_rows(_rare(features))
    rows, columns, values = [], [], []
    for start, block in _cosines(rare):
        block[np.arange(len(block)), start + np.arange(len(block))] = 0  # nobody is their own neighbour
        nearest = _largest(block, neighbours)
        near = np.take_along_axis(block, nearest, axis=1)
        rows.append(np.repeat(start + np.arange(len(block)), nearest.shape[1]))
        columns.append(nearest.ravel())
        values.append(near.ravel())
    size = features.shape[0]
    places = (np.concatenate(rows), np.concatenate(columns)) if rows else ([], [])
    directed = sparse.csr_matrix((np.concatenate(values) if values else [], places), (size, size), np.float32)
    directed.eliminate_zeros()
    graph = directed.maximum(directed.T)
    return _by_degree(graph)


def alike(features: sparse.csr_matrix, threshold: float) -> Iterator[NDArray[np.int_]]:
    """For each text the numbers of the texts, its own among them, whose cosine with it reaches a threshold.

    Rows of `features` have length 1; a text without features is alike to nothing but itself.
    """
    for start, block in _cosines(features):
        for i, row in enumerate(block):
            row[start + i] = 1
            yield np.flatnonzero(row >= threshold)


def _cosines(features: sparse.csr_matrix) -> Iterator[tuple[int, NDArray[np.float32]]]:
    transposed = features.T.tocsr()
    for start in range(0, features.shape[0], _AT_ONCE):
        yield start, (features[start : start + _AT_ONCE] @ transposed).toarray()


def _rare(features: sparse.csr_matrix) -> sparse.csr_matrix:
    texts_with = np.bincount(features.indices, minlength=features.shape[1])
    most = min(max(_COMMON * features.shape[0], _COMMON_AT_LEAST), _COMMON_AT_MOST)
    kept = (texts_with > 1) & (texts_with <= most)
    return features[:, np.flatnonzero(kept)]


def _unit_rows(features: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(features.multiply(features).sum(axis=1)).ravel())
    return sparse.diags(1 / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32) @ features


def _largest(block: NDArray[np.float32], count: int) -> NDArray[np.int_]:
    if count >= block.shape[1]:
        return np.broadcast_to(np.arange(block.shape[1]), block.shape)
    return np.argpartition(-block, count, axis=1)[:, :count]


def _by_degree(graph: sparse.csr_matrix) -> sparse.csr_matrix:
    degrees = np.asarray(graph.sum(axis=1)).ravel()
    scale = sparse.diags(1 / np.sqrt(np.where(degrees > 0, degrees, 1))).astype(np.float32)
    return (scale @ graph @ scale).tocsr()
