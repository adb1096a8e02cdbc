"""The two parts of the index and their composition, each a value with an interval on 0 to 100.

Does not know cells, suppression or where scores and counts come from.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.stats import t

from analytics.estimation.method import IndexMethod
from analytics.estimation.moments import Moments
from analytics.estimation.shares import wilson_interval, wilson_of_share


@dataclass(frozen=True)
class Estimate:
    """A value with its confidence interval, on 0 to 100, and the n of respondents or comments behind it.

    ``variance`` of the value, in squared points, where it is a mean of scores of at least two respondents.
    """

    value: float
    low: float
    high: float
    n: int
    variance: float | None = None


def survey_part(moments: Moments, confidence: float) -> Estimate:
    """Weighted mean of respondent scores with a linearised variance and a t interval clipped to [0, 100].

    Formulas in ``moments``; degrees of freedom n_eff - 1. One respondent says nothing about the spread, so
    the interval is the whole scale. Raises ValueError for no respondents.
    """
    if moments.n == 0:
        raise ValueError("There is no survey part without respondents.")
    value = moments.mean
    if moments.n == 1:
        return Estimate(value, 0.0, 100.0, 1)
    variance = moments.variance
    margin = float(t.ppf((1.0 + confidence) / 2.0, moments.n_eff - 1.0)) * math.sqrt(variance)
    return Estimate(value, max(0.0, value - margin), min(100.0, value + margin), moments.n, variance)


def share_part(counts: Iterable[tuple[int, int, int]], confidence: float) -> Estimate:
    """Share, in percent, of some among others, with Wilson's interval on n_eff.

    ``counts``: (weight in units of ``moments.WEIGHT``, those with the property, all), a stratum each. Raises
    ValueError for nobody.
    """
    with_it = of_all = squares = n = 0
    for weight, part, whole in counts:
        with_it += weight * part
        of_all += weight * whole
        squares += weight * weight * whole
        n += whole
    if n == 0:
        raise ValueError("There is no share among nobody.")
    share = with_it / of_all
    low, high = wilson_of_share(share, of_all * of_all / squares, confidence)
    return Estimate(100.0 * share, 100.0 * low, 100.0 * high, n)


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
