import math
import random

import numpy as np
import pytest
from scipy import stats

from analytics.estimation.method import METHOD_1
from analytics.estimation.moments import POINT, WEIGHT, Moments
from analytics.estimation.parts import Estimate, composite, survey_part, voice_part
from analytics.estimation.shares import wilson_interval


def moments(scores: list[float], weights: list[int]) -> Moments:
    found = Moments()
    for score, weight in zip(scores, weights, strict=True):
        points = round(score * POINT)
        found += Moments.of_stratum(weight * WEIGHT, 1, points, points * points)
    return found


def survey(scores: list[float]) -> Estimate:
    return survey_part(moments(scores, [1] * len(scores)), 0.95)


# Survey part


def test_survey_part_worked_by_hand() -> None:
    # Mean of 50, 75, 100, 75 = 75; squares 625 + 0 + 625 + 0 = 1250;
    # variance of the mean 1250/16 · 4/3 = 104.1667; standard error 10.2062;
    # t(0.975, 3) = 3.18245; margin 32.4807, so the upper end is clipped.
    estimate = survey([50, 75, 100, 75])
    assert (estimate.value, estimate.n) == (75, 4)
    assert estimate.low == pytest.approx(75 - 32.4807, abs=1e-4)
    assert estimate.high == 100


def test_weighted_survey_part_worked_by_hand() -> None:
    # Weights 1, 1, 2 on 0, 50, 100: 250/4 = 62.5; Σ w²(S - SI)² = 3906.25 + 156.25 + 4 · 1406.25 = 9687.5;
    # variance 9687.5/16 · 3/2 = 908.203; standard error 30.136; n_eff 8/3.
    estimate = survey_part(moments([0, 50, 100], [1, 1, 2]), 0.80)
    margin = stats.t.ppf(0.9, 8 / 3 - 1) * math.sqrt(908.203125)
    assert estimate.value == 62.5
    assert (estimate.low, estimate.high) == (pytest.approx(62.5 - margin), 100)


def test_unweighted_interval_agrees_with_scipy() -> None:
    scores = [float(score) for score in np.random.default_rng(2).uniform(40, 60, 35)]
    expected = stats.ttest_1samp(scores, 0).confidence_interval(0.95)
    estimate = survey(scores)
    assert (estimate.low, estimate.high) == pytest.approx((expected.low, expected.high), abs=1e-4)


def test_published_precision_of_thirty_and_a_hundred_respondents() -> None:
    for n, margin in ((30, 9.3), (100, 5.0)):  # standard deviation 25, as the method promises
        spread = 25 * math.sqrt((n - 1) / n)
        estimate = survey([50 - spread, 50 + spread] * (n // 2))
        assert estimate.high - estimate.value == pytest.approx(margin, abs=0.05)


def test_one_respondent_says_nothing_about_the_spread() -> None:
    assert survey([75]) == Estimate(75, 0, 100, 1)


def test_no_respondents_have_no_survey_part() -> None:
    with pytest.raises(ValueError, match="respondents"):
        survey([])


def test_order_of_respondents_does_not_change_a_digit() -> None:
    scores = [number / 7 for number in range(700)]
    expected = survey(scores)
    random.Random(4).shuffle(scores)  # noqa: S311 - an order for a test, not a secret
    assert survey(scores) == expected


@pytest.mark.parametrize("n", [30, 100])
def test_survey_interval_covers_the_truth_in_93_to_97_samples_of_100(n: int) -> None:
    rng = np.random.default_rng(20260915 + n)
    items = np.array([0, 25, 50, 75, 100])
    shares = [0.06, 0.09, 0.15, 0.30, 0.40]  # most are content, as in real surveys
    mood = rng.choice(items, (3000, n, 1), p=shares)  # answers of one person go together
    own = rng.choice(items, (3000, n, 5), p=shares)
    scores = np.where(rng.random((3000, n, 5)) < 0.5, mood, own).mean(axis=2)
    truth = float(items @ np.array(shares))
    assert 0.93 <= np.mean([_covers(survey(sample), truth) for sample in scores.tolist()]) <= 0.97


# Voice part


def test_voice_part_worked_by_hand() -> None:
    # 14 praises, 6 complaints: 50 + 50 · 8 / 25 = 66
    estimate = voice_part(14, 6, METHOD_1)
    assert (estimate.value, estimate.n) == (66, 20)
    assert (estimate.low / 100, estimate.high / 100) == pytest.approx(wilson_interval(14, 20))


def test_voice_part_is_the_middle_when_praise_and_complaint_balance() -> None:
    assert voice_part(9, 9, METHOD_1).value == 50


def test_voice_interval_always_contains_the_voice_part() -> None:
    for n in range(1, 120):
        for praise in range(n + 1):
            estimate = voice_part(praise, n - praise, METHOD_1)
            assert 0 <= estimate.low < estimate.value < estimate.high <= 100


def test_silence_has_no_voice_part() -> None:
    with pytest.raises(ValueError, match="share"):
        voice_part(0, 0, METHOD_1)


def test_voice_interval_covers_the_share_of_praise_in_about_95_samples_of_100() -> None:
    """Exact: binomial probabilities of the counts whose interval holds the truth, averaged over shares."""
    for n in (10, 20, 60):
        coverages = []
        for share in np.linspace(0.05, 0.95, 91):
            held = [k for k in range(n + 1) if _covers(voice_part(k, n - k, METHOD_1), 100 * share)]
            coverages.append(stats.binom.pmf(held, n, share).sum())
        assert 0.94 <= np.mean(coverages) <= 0.97
        assert min(coverages) >= 0.82


# Index


def test_index_worked_by_hand() -> None:
    # 0.8 · 70 + 0.2 · 60 = 68;
    # below √((0.8 · 5)² + (0.2 · 15)²) = 5; above √((0.8 · 5)² + (0.2 · 20)²) = 5.6569
    index = composite(Estimate(70, 65, 75, 40), Estimate(60, 45, 80, 20), 0.2)
    assert (index.value, index.low, index.high, index.n) == pytest.approx((68, 63, 73.6569, 40), abs=1e-4)


def test_index_without_voice_is_the_survey_part() -> None:
    assert composite(Estimate(70, 65, 75, 40), Estimate(10, 0, 20, 20), 0.0) == Estimate(70, 65, 75, 40)


def test_index_interval_never_leaves_the_scale() -> None:
    best = composite(survey([100.0] * 9 + [90.0]), voice_part(30, 0, METHOD_1), 0.2)
    worst = composite(survey([0.0] * 9 + [10.0]), voice_part(0, 30, METHOD_1), 0.2)
    assert best.high <= 100
    assert worst.low >= 0


@pytest.mark.parametrize(("n", "voices", "share"), [(30, 10, 0.5), (60, 20, 0.3), (120, 40, 0.7)])
def test_index_interval_covers_the_truth_in_93_to_98_samples_of_100(
    n: int, voices: int, share: float
) -> None:
    rng = np.random.default_rng(n)
    scores = rng.choice([0.0, 25.0, 50.0, 75.0, 100.0], (2500, n), p=[0.1, 0.15, 0.2, 0.3, 0.25])
    praises = rng.binomial(voices, share, 2500)
    truth = 0.8 * 61.25 + 0.2 * 100 * share
    covered = [
        _covers(composite(survey(sample), voice_part(praise, voices - praise, METHOD_1), 0.2), truth)
        for sample, praise in zip(scores.tolist(), praises.tolist(), strict=True)
    ]
    assert 0.93 <= np.mean(covered) <= 0.98


def _covers(estimate: Estimate, truth: float) -> bool:
    return estimate.low <= truth <= estimate.high
