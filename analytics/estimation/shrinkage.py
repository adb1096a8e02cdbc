"""Where to look first: means drawn towards the mean of all, the more the less is known (empirical Bayes).

For the coordinators' list only, never for a published figure. Knows means and variances; does not know cells.

Sources: B. Efron, C. Morris, Journal of the American Statistical Association 70 (1975), 311-319; the variance
between by R. C. Paule, J. Mandel, Journal of Research of the National Bureau of Standards 87 (1982), 377-385.
"""

import math
from collections.abc import Sequence

from analytics.estimation.change import Mean

MOST_ROUNDS = 200


def shrunk(means: Sequence[Mean]) -> list[float]:
    """Each mean drawn towards the mean of all: B = v / (v + τ²) of the way, with τ² the variance between.

    The mean of all is weighted by 1 / (v + τ²). Raises ValueError for a variance that is not positive.
    """
    if any(mean.variance <= 0.0 for mean in means):
        raise ValueError("Shrinkage needs variances greater than 0.")
    if len(means) < 2:
        return [mean.value for mean in means]
    between = variance_between(means)
    centre = _centre(means, between)
    return [
        centre + between / (between + mean.variance) * (mean.value - centre) if between else centre
        for mean in means
    ]


def variance_between(means: Sequence[Mean]) -> float:
    """τ² by Paule and Mandel: where Σ (y - μ)² / (v + τ²) is k - 1, as it should be; 0 where it never is."""
    wanted = len(means) - 1
    if _spread(means, 0.0) <= wanted:
        return 0.0
    low, high = 0.0, 1.0
    while _spread(means, high) > wanted:
        high *= 2.0
    for _ in range(MOST_ROUNDS):
        middle = (low + high) / 2.0
        if middle in (low, high):
            break
        low, high = (middle, high) if _spread(means, middle) > wanted else (low, middle)
    return high


def _centre(means: Sequence[Mean], between: float) -> float:
    weights = [1.0 / (mean.variance + between) for mean in means]
    return math.fsum(w * mean.value for w, mean in zip(weights, means, strict=True)) / math.fsum(weights)


def _spread(means: Sequence[Mean], between: float) -> float:
    centre = _centre(means, between)
    return math.fsum((mean.value - centre) ** 2 / (mean.variance + between) for mean in means)
