"""What changed since the wave before: differences of independent samples, and which of them stand out.

Knows estimates of cells by kind and code. Does not know which of them may be shown, nor why a series breaks.

Source: Y. Benjamini, Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import norm

POWER = 0.8


@dataclass(frozen=True)
class Mean:
    """A survey part, in points, with its variance in squared points."""

    value: float
    variance: float


@dataclass(frozen=True)
class Change:
    """A difference, newer less older, in points, with its interval. ``flagged``: it stands out of chance."""

    value: float
    low: float
    high: float
    flagged: bool


def change(now: Mean, before: Mean, confidence: float) -> tuple[float, float, float, float]:
    """Difference, its limits (± 1.96 √(v1 + v2) at 95 %), and the p-value of no difference at all."""
    value = now.value - before.value
    error = math.sqrt(now.variance + before.variance)
    margin = float(norm.ppf((1.0 + confidence) / 2.0)) * error
    if error == 0.0:
        return value, value, value, float(value == 0.0)
    return value, value - margin, value + margin, 2.0 * float(norm.sf(abs(value) / error))


def changes(
    pairs: Sequence[tuple[Mean, Mean]], confidence: float, least: float, false_discovery_rate: float
) -> list[Change]:
    """Changes of one report, each pair newer and older, in the order given.

    Flagged is what lies outside its margin, is at least ``least`` points, and is kept by the step-up rule of
    Benjamini and Hochberg over the whole report.
    """
    found = [change(now, before, confidence) for now, before in pairs]
    kept = discoveries([p for *_, p in found], false_discovery_rate)
    return [
        Change(value, low, high, (low > 0.0 or high < 0.0) and abs(value) >= least and stands)
        for (value, low, high, _), stands in zip(found, kept, strict=True)
    ]


def discoveries(p_values: Sequence[float], rate: float) -> list[bool]:
    """Which of the p-values are discoveries at this false discovery rate (Benjamini and Hochberg)."""
    m = len(p_values)
    passed = (p for place, p in enumerate(sorted(p_values), 1) if p <= rate * place / m)
    limit = max(passed, default=-1.0)
    return [p <= limit for p in p_values]


def smallest_change(now: float, before: float, confidence: float) -> float:
    """Change, in points, that is found in four of five cases, from the variances of both waves.

    At a standard deviation of 25 and with 392 respondents in each wave, 5 points.
    """
    quantiles = float(norm.ppf((1.0 + confidence) / 2.0) + norm.ppf(POWER))
    return quantiles * math.sqrt(now + before)
