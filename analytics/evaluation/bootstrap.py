"""95 % intervals by drawing again: what the figures would be had other texts come.

Units are drawn with replacement; a unit is a row, or all copies of one text, because copies are no further
evidence. Intervals are percentiles. They say how figures move with the choice of texts that are
judged; not how they move with the choice of texts that are learned from, nor with other people labelling.
Same seed, same draws, so figures of two coders on the same units can be subtracted draw by draw.

Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6 and 13.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
DRAWS = 1_000
_AT_ONCE = 100
"""Draws for which the counts of units stand in memory together."""


@dataclass(frozen=True)
class Estimate:
    """A figure and its 95 % interval; None where it is undefined."""

    value: float | None
    low: float | None
    high: float | None

    def document(self) -> dict[str, float | None]:
        """As JSON holds it."""
        return {"value": self.value, "low": self.low, "high": self.high}


def added_up(rows: Numbers, units: ArrayLike | None = None) -> Numbers:
    """Rows of numbers added up by unit, shape (units, columns); `units` numbers each row's unit from 0."""
    if units is None:
        return rows
    numbers = np.unique(np.asarray(units), return_inverse=True)[1]
    sums = np.zeros((int(numbers.max(initial=-1)) + 1, rows.shape[1]))
    np.add.at(sums, numbers, rows)
    return sums


def drawn_sums(units: Numbers, draws: int = DRAWS, seed: int = 0) -> Numbers:
    """Sums over as many units as there are, drawn with replacement: shape (draws, columns)."""
    generator = np.random.default_rng(seed)
    size = len(units)
    blocks = [np.empty((0, units.shape[1]))]
    for start in range(0, draws, _AT_ONCE):
        drawn = generator.integers(size, size=(min(_AT_ONCE, draws - start), size))
        counts = np.stack([np.bincount(row, minlength=size) for row in drawn]).astype(np.float64)
        blocks.append(counts @ units)
    return np.vstack(blocks)


def estimate(value: float, drawn: Numbers) -> Estimate:
    """A figure with the middle 95 % of what was drawn; draws in which it is undefined (nan) are ignored."""
    if np.isnan(value):
        return Estimate(None, None, None)
    defined = drawn[~np.isnan(drawn)]
    if not len(defined):
        return Estimate(float(value), None, None)
    low, high = np.quantile(defined, [0.025, 0.975])
    return Estimate(float(value), float(low), float(high))
