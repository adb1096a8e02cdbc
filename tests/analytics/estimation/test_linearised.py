import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.estimation.linearised import linearised
from analytics.estimation.moments import POINT, WEIGHT, Moments

SCORES = [100, 75, 50, 90, 25, 60, 80, 100, 0, 45, 70, 85]
WEIGHTS = [1, 2, 1, 3, 1, 2, 2, 1, 4, 1, 1, 2]
HOUSEHOLDS = list("aabbccddeeff")


def moments(scores: list[int], weights: list[int]) -> Moments:
    found = Moments()
    for score, weight in zip(scores, weights, strict=True):
        points = score * POINT
        found += Moments.of_stratum(weight * WEIGHT, 1, points, points * points)
    return found


def test_standard_errors_of_another_program() -> None:
    """By TaylorEstimator of samplics 0.6.1, without and with households as primary sampling units."""
    plain = linearised(SCORES, WEIGHTS)
    assert (plain.value, plain.variance**0.5) == pytest.approx((60, 13.670746182085873), abs=1e-12)
    clustered = linearised(SCORES, WEIGHTS, HOUSEHOLDS)
    assert (clustered.value, clustered.variance**0.5) == pytest.approx((60, 15.434743033721253), abs=1e-12)
    assert clustered.interval() == pytest.approx((20.323729919802, 99.676270080198))


def test_households_worked_by_hand() -> None:
    # Mean of 0, 50, 100, 50 is 50. Households (0, 50) and (100, 50): residuals -50 and 50;
    # variance (2500 + 2500) / 16 · 2/1 = 625; four single people: 5000 / 16 · 4/3 = 416.67.
    scores = [0.0, 50.0, 100.0, 50.0]
    found = linearised(scores, [1] * 4, ["x", "x", "y", "y"])
    assert (found.value, found.variance, found.degrees) == (50, 625, 1)
    assert linearised(scores, [1] * 4).variance == pytest.approx(416.6667, abs=1e-4)


def test_one_value_or_one_household_has_no_variance() -> None:
    with pytest.raises(ValueError, match="two values"):
        linearised([50], [1])
    with pytest.raises(ValueError, match="two clusters"):
        linearised([50, 60], [1, 1], ["x", "x"])


people = st.lists(st.tuples(st.integers(0, 100), st.integers(1, 9)), min_size=2, max_size=60)


@given(people)
def test_sums_and_rows_say_the_same(rows: list[tuple[int, int]]) -> None:
    scores, weights = [score for score, _ in rows], [weight for _, weight in rows]
    sums, twin = moments(scores, weights), linearised(scores, weights)
    assert (sums.mean, sums.variance) == pytest.approx((twin.value, twin.variance), abs=1e-9)
    assert sums.n_eff - 1 == pytest.approx(twin.degrees)


@given(people, st.randoms(use_true_random=False))
def test_the_order_of_adding_changes_no_digit(rows: list[tuple[int, int]], order: random.Random) -> None:
    shuffled = rows[:]
    order.shuffle(shuffled)
    assert moments(*map(list, zip(*rows, strict=True))) == moments(*map(list, zip(*shuffled, strict=True)))


@given(st.lists(st.integers(0, 100), min_size=2, max_size=60), st.integers(1, 50))
def test_equal_weights_are_no_weights(scores: list[int], weight: int) -> None:
    equal, plain = moments(scores, [weight] * len(scores)), moments(scores, [1] * len(scores))
    assert (equal.mean, equal.variance, equal.n_eff) == (plain.mean, plain.variance, plain.n_eff)
    assert equal.n_eff == len(scores)
