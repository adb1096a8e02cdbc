"""How good an order of reading was: what it saved, and how early it found what was looked for.

All figures look at the relevance of texts in the order in which they were read. Those known beforehand, from
which the ranker started, are no part of it: nobody had to find them.

Sources: WSS from A. M. Cohen et al., Reducing workload in systematic review preparation using automated
citation classification, JAMIA 13 (2006); RRF and ATD from G. Ferdinands et al., Performance of active
learning models for screening prioritization in systematic reviews, Systematic Reviews 12 (2023).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

RECALL = 0.95
EARLY = 0.10


@dataclass(frozen=True)
class OrderMeasures:
    """Figures of one order, each a share.

    `to_read`: of the texts, those read until 95 % of the relevant ones were found. `wss_95` = 0.95 − to_read,
    the work saved over reading in a random order. `rrf_10`: of the relevant ones, those found in the first
    10 % (rounded down) of the texts. `atd`: of the texts, those read on average until a relevant one came.
    """

    wss_95: float
    rrf_10: float
    atd: float
    to_read: float


def measures(relevant: ArrayLike) -> OrderMeasures:
    """The figures of an order, given the relevance (0 or 1) of the texts as they were read, shape (texts,).

    Raises ValueError when nothing relevant was to be found.
    """
    found = np.asarray(relevant, dtype=bool)
    size, total = len(found), int(found.sum())
    if not total:
        raise ValueError("An order can only be judged where something relevant is to be found.")
    places = np.flatnonzero(found) + 1
    to_read = float(places[int(np.ceil(RECALL * total)) - 1] / size)
    return OrderMeasures(
        wss_95=RECALL - to_read,
        rrf_10=float(found[: int(EARLY * size)].sum() / total),
        atd=float(places.mean() / size),
        to_read=to_read,
    )
