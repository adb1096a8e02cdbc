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


def wilson_of_share(share: float, n_eff: float, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's interval (low, high) of a weighted share that is known as well as from n_eff of weight one.

    Source: E. L. Korn, B. I. Graubard, Survey Methodology 24 (1998), 193-201, put n_eff into an interval for
    counts in the same way. Raises ValueError unless the share is one and n_eff is positive.
    """
    if not (0.0 <= share <= 1.0 and n_eff > 0.0):
        raise ValueError(f"A share needs 0 ≤ share ≤ 1 and n_eff > 0, not {share} of {n_eff}.")
    return wilson(share, n_eff, confidence)
