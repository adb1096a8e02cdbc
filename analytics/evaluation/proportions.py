"""Shares of yes among n, and F1, with Wilson's intervals: sensible for few cases and for shares near 0 or 1,
where drawing again would find no doubt at all.

F1 = 2 F* / (1 + F*), where F* is the share of hits among texts that truth or prediction marks. It is a plain
share, and F1 only grows with it, so its limits give those of F1.

Sources: E. B. Wilson, Journal of the American Statistical Association 22 (1927), 209-212; D. Hand,
P. Christen, N. Kirielle, F*: an interpretable transformation of the F-measure, Machine Learning 110 (2021).
"""

from __future__ import annotations

import math

from scipy.stats import norm

from analytics.evaluation.bootstrap import Estimate


def wilson(share: float, n: float, confidence: float) -> tuple[float, float]:
    """Wilson's interval (low, high) of a share that is known as well as from n cases, not always whole."""
    z = float(norm.ppf((1.0 + confidence) / 2.0))
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    # At 0 and at 1 the exact limit is the end of the scale; arithmetic would miss it by a rounding error.
    return 0.0 if share == 0.0 else centre - reach, 1.0 if share == 1.0 else centre + reach


def proportion(hits: float, n: float, cases: float | None = None) -> Estimate:
    """`hits` among `n` with a 95 % interval as from `cases` (fewer than n where some are copies)."""
    if not n:
        return Estimate(None, None, None)
    return Estimate(hits / n, *wilson(hits / n, n if cases is None else cases, 0.95))


def f1(hits: float, marked: float, cases: float | None = None) -> Estimate:
    """F1 of one label from its `hits` among texts `marked` by truth or prediction, both, or one of them."""
    share = proportion(hits, marked, cases)
    return Estimate(
        *(None if end is None else 2 * end / (1 + end) for end in (share.value, share.low, share.high))
    )
