"""The two parts of the index and their composition, each a value with an interval on 0 to 100.

Does not know cells, suppression or where scores and counts come from.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scipy.stats import t

from analytics.estimation.method import IndexMethod
from analytics.estimation.shares import wilson_interval
from analytics.estimation.weighting import effective_size


@dataclass(frozen=True)
class Estimate:
    """A value with its confidence interval, on 0 to 100, and the n of respondents or comments behind it."""

    value: float
    low: float
    high: float
    n: int


def survey_part(scores: Sequence[float], weights: Sequence[float], confidence: float) -> Estimate:
    """Weighted mean of respondent scores with a linearised variance and a t interval clipped to [0, 100].

    SI = Σ w S / Σ w, variance Σ w² (S - SI)² / (Σ w)² · n / (n - 1), degrees of freedom n_eff - 1. One
    respondent says nothing about the spread, so the interval is the whole scale. Sums are exactly rounded
    (math.fsum): the order of respondents cannot change a digit. Raises ValueError for no respondents.
    """
    n = len(scores)
    if n == 0:
        raise ValueError("There is no survey part without respondents.")
    total = math.fsum(weights)
    value = math.fsum(w * s for w, s in zip(weights, scores, strict=True)) / total
    if n == 1:
        return Estimate(value, 0.0, 100.0, n)
    spread = math.fsum((w * (s - value)) ** 2 for w, s in zip(weights, scores, strict=True))
    variance = spread / total**2 * n / (n - 1)
    quantile = float(t.ppf((1.0 + confidence) / 2.0, effective_size(weights) - 1.0))
    margin = quantile * math.sqrt(variance)
    return Estimate(value, max(0.0, value - margin), min(100.0, value + margin), n)


def voice_part(praise: int, complaint: int, method: IndexMethod) -> Estimate:
    """Balance of praise P and complaint C: 50 + 50 · (P - C) / (P + C + pull), with a Wilson interval.

    The balance equals 100 · (P + pull/2) / (P + C + pull): it estimates the share of praise π among praise
    and complaints, pulled towards one half while comments are few. The interval is of 100 · π itself, hence
    not pulled, and contains the balance for every P and C as long as pull ≤ 2z² (7.7 at 95 %).
    Raises ValueError without praise or complaint.
    """
    n = praise + complaint
    low, high = wilson_interval(praise, n, method.confidence)
    return Estimate(voice_value(praise, complaint, method), 100.0 * low, 100.0 * high, n)


def voice_value(praise: int, complaint: int, method: IndexMethod) -> float:
    """Balance of praise and complaint alone, on 0 to 100."""
    return 50.0 + 50.0 * (praise - complaint) / (praise + complaint + method.voice_pull)


def composite(survey: Estimate, voice: Estimate, voice_weight: float) -> Estimate:
    """(1 - w) · survey + w · voice; n is that of the survey.

    The interval recovers the variance on each side from the distance of each part's limit and adds them
    (method of variance estimates recovery, Zou & Donner, Statistics in Medicine 27 (2008), 1693-1702), so the
    lopsided interval of the voice part stays lopsided and no limit leaves [0, 100]. The parts count as
    independent.
    """
    share = 1.0 - voice_weight
    value = share * survey.value + voice_weight * voice.value
    below = math.hypot(share * (survey.value - survey.low), voice_weight * (voice.value - voice.low))
    above = math.hypot(share * (survey.high - survey.value), voice_weight * (voice.high - voice.value))
    return Estimate(value, value - below, value + above, survey.n)
