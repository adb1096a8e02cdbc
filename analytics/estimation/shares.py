"""Intervals for a share of yes among n. Does not know what the yes stands for."""

from analytics.evaluation.proportions import wilson


def wilson_interval(successes: int, n: int, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson score interval (low, high) of a share, inside [0, 1], sensible for few cases and for shares near
    0 or 1.

    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212.
    Raises ValueError unless 0 ≤ successes ≤ n and n ≥ 1.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"A share needs 0 ≤ successes ≤ n and n ≥ 1, not {successes} of {n}.")
    return wilson(successes / n, n, confidence)
