import numpy as np
import pytest

from analytics.estimation.change import Mean, change, changes, discoveries, smallest_change


def test_a_difference_worked_by_hand() -> None:
    # 72.5 - 65 = 7.5; √(4 + 2.25) = 2.5; margin 1.95996 · 2.5 = 4.8999; z = 3, p = 0.0026998
    assert change(Mean(72.5, 4), Mean(65, 2.25), 0.95) == pytest.approx(
        (7.5, 2.6001, 12.3999, 0.0026998), abs=1e-4
    )


def test_the_published_example_of_false_discoveries() -> None:
    """Benjamini and Hochberg (1995), table 1 (thrombolysis): four of fifteen hypotheses at 5 %."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
         0.6528, 0.7590, 1.0]  # fmt: skip
    assert discoveries(p, 0.05) == [True] * 4 + [False] * 11
    assert discoveries(p[::-1], 0.05) == [False] * 11 + [True] * 4


def test_a_p_value_over_its_own_step_is_kept_below_a_later_one_that_passes() -> None:
    assert discoveries([0.04, 0.045], 0.05) == [True, True]  # 0.04 > 0.025, yet 0.045 ≤ 0.05
    assert discoveries([], 0.1) == []


def flags(*pairs: tuple[Mean, Mean]) -> list[bool]:
    return [found.flagged for found in changes(pairs, 0.95, 3.0, 0.10)]


def test_a_change_is_flagged_only_outside_its_margin_and_from_three_points_on() -> None:
    clear, small, unsure = Mean(75, 1), Mean(62.9, 0.01), Mean(64, 9)
    before = Mean(60, 1)
    assert flags((clear, before)) == [True]
    assert flags((small, Mean(60, 0.01))) == [False]  # certain, and 2.9 points
    assert flags((unsure, before)) == [False]  # 4 points, margin 6.2


def test_among_many_chances_one_lucky_change_is_not_flagged() -> None:
    lucky = (Mean(66, 4.5), Mean(60, 4.5))  # z = 2: p = 0.0455
    still = (Mean(60, 4.5), Mean(60, 4.5))
    assert flags(lucky) == [True]
    assert flags(lucky, *[still] * 9) == [False] * 10


def test_no_variance_at_all_is_no_reason_to_fail() -> None:
    assert flags((Mean(100, 0), Mean(100, 0)), (Mean(100, 0), Mean(90, 0))) == [False, True]


def test_five_points_need_392_respondents_a_wave() -> None:
    assert smallest_change(25**2 / 392, 25**2 / 392, 0.95) == pytest.approx(5, abs=0.01)


def test_no_more_than_one_flag_in_ten_is_false() -> None:
    """20 cells, 8 of which rose by 8 points: over 400 reports the share of false flags stays under 10 %."""
    rng = np.random.default_rng(5)
    rates = []
    for _ in range(400):
        truth = np.array([8.0] * 8 + [0.0] * 12)
        pairs = [(Mean(60 + rise + a, 4), Mean(60 + b, 4)) for rise, a, b in zip(
            truth, rng.normal(0, 2, 20), rng.normal(0, 2, 20), strict=True)]  # fmt: skip
        flagged = np.array(flags(*pairs))
        rates.append((flagged & (truth == 0)).sum() / max(1, flagged.sum()))
    assert np.mean(rates) <= 0.10
