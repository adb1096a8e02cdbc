"""Mean of a weighted sample with its linearised variance, from one row per respondent.

The twin of ``moments`` for studies, simulations and packages; knows clusters too, which the sums of a wave do
not keep. Does not know what the values are.

Source: C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling (1992), 5.6-5.7; with clusters
the first-stage estimator, K. M. Wolter, Introduction to Variance Estimation (2007), 6.3.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from scipy.stats import t


@dataclass(frozen=True)
class Linearised:
    """A mean, the variance of it (units of the values, squared), and its degrees of freedom."""

    value: float
    variance: float
    degrees: float

    def interval(self, confidence: float = 0.95) -> tuple[float, float]:
        """Student's interval, not cut to any scale."""
        margin = float(t.ppf((1.0 + confidence) / 2.0, self.degrees)) * math.sqrt(self.variance)
        return self.value - margin, self.value + margin


def linearised(
    values: Sequence[float], weights: Sequence[float], clusters: Sequence[Hashable] | None = None
) -> Linearised:
    """Weighted mean; variance Σ w² (y - ȳ)² / (Σ w)² · n / (n - 1) with n_eff - 1 degrees of freedom.

    With ``clusters`` (households, homes, interviewers: one code for each value) the residuals w (y - ȳ) are
    added up in each first; n becomes the number of clusters m, with m - 1 degrees of freedom. Sums are
    exactly rounded. Raises ValueError for fewer than two values or clusters, and for weights that are not
    positive.
    """
    if len(values) < 2 or min(weights) <= 0.0:
        raise ValueError("A variance needs two values, and weights greater than 0.")
    total = math.fsum(weights)
    value = math.fsum(w * y for w, y in zip(weights, values, strict=True)) / total
    residuals = [w * (y - value) for w, y in zip(weights, values, strict=True)]
    degrees = effective_size(weights) - 1.0
    if clusters is not None:
        residuals = _added_up(residuals, clusters)
        degrees = len(residuals) - 1.0
    n = len(residuals)
    if n < 2:
        raise ValueError("A variance needs two clusters.")
    variance = math.fsum(r * r for r in residuals) / total**2 * n / (n - 1)
    return Linearised(value, variance, degrees)


def effective_size(weights: Sequence[float]) -> float:
    """Number of respondents of weight one that would tell as much: (Σw)² / Σw² (Kish). Zero for nobody."""
    squares = math.fsum(weight * weight for weight in weights)
    return math.fsum(weights) ** 2 / squares if squares else 0.0


def _added_up(residuals: Sequence[float], clusters: Sequence[Hashable]) -> list[float]:
    within: defaultdict[Hashable, list[float]] = defaultdict(list)
    for residual, cluster in zip(residuals, clusters, strict=True):
        within[cluster].append(residual)
    return [math.fsum(found) for found in within.values()]
