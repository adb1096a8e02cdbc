"""Intervals for a share of yes among n. Does not know what the yes stands for."""

import math

from scipy.stats import norm


def wilson_interval(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson score interval (low, high) of a share, inside [0, 1], sensible for few cases and for shares near
    0 or 1.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    Raises ValueError unless 0 ≤ successes ≤ n and n ≥ 1.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"A share needs 0 ≤ successes ≤ n and n ≥ 1, not {successes} of {n}.")
    return wilson(successes / n, n, confidence)


def wilson(share: float, n: float, confidence: float) -> tuple[float, float]:
    """Wilson's interval (low, high) of a share that is known as well as from n cases, not always whole."""
    z = float(norm.ppf((1.0 + confidence) / 2.0))
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    # At 0 and at 1 the exact limit is the end of the scale; arithmetic would miss it by a rounding error.
    return 0.0 if share == 0.0 else centre - reach, 1.0 if share == 1.0 else centre + reach
