"""Weights of respondents and what they cost in precision.

In version 1 of the index every respondent has weight one: margins of the town's population are not known yet.
Does not know what is being estimated.
"""

import math
from collections.abc import Sequence


def unit_weights(n: int) -> tuple[float, ...]:
    """Weight one for each of n respondents."""
    return (1.0,) * n


def effective_size(weights: Sequence[float]) -> float:
    """Number of respondents of weight one that would tell as much: (Σw)² / Σw² (Kish). Zero for nobody."""
    squares = math.fsum(weight * weight for weight in weights)
    return math.fsum(weights) ** 2 / squares if squares else 0.0
