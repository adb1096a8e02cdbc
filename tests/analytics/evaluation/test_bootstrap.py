"""Intervals are those of drawing again, and hold as often as they promise."""

import time

import numpy as np

from analytics.evaluation.bootstrap import Estimate, added_up, drawn_sums, estimate


def test_draws_are_sums_of_as_many_units_with_replacement() -> None:
    drawn = drawn_sums(np.array([[1.0, 1.0], [0.0, 1.0], [0.0, 1.0]]), draws=250, seed=1)
    assert drawn.shape == (250, 2)
    assert set(drawn[:, 1]) == {3.0}
    assert set(drawn[:, 0]) == {0.0, 1.0, 2.0, 3.0}


def test_the_same_seed_draws_the_same_and_another_does_not() -> None:
    units = np.random.default_rng(0).random((40, 3))
    assert np.array_equal(drawn_sums(units, seed=7), drawn_sums(units, seed=7))
    assert not np.array_equal(drawn_sums(units, seed=7), drawn_sums(units, seed=8))


def test_the_spread_of_a_mean_is_its_standard_error() -> None:
    values = np.random.default_rng(3).normal(size=(400, 1))
    means = drawn_sums(values, draws=4_000)[:, 0] / 400
    assert abs(means.std() / (values.std() / 20) - 1) < 0.05


def test_intervals_hold_about_as_often_as_they_promise() -> None:
    generator = np.random.default_rng(5)
    held = 0
    for seed in range(300):
        values = (generator.random((150, 1)) < 0.4).astype(float)
        found = estimate(values.mean(), drawn_sums(values, draws=400, seed=seed)[:, 0] / 150)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0.4 <= found.high
    assert 0.91 <= held / 300 <= 0.98


def test_copies_are_drawn_together() -> None:
    rows = np.array([[1.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
    units = added_up(rows, ["copied", "copied", "other"])
    assert units.tolist() == [[2.0, 2.0], [0.0, 1.0]]
    assert set(drawn_sums(units, draws=50)[:, 1]) == {2.0, 3.0, 4.0}


def test_what_is_undefined_has_no_interval_and_undefined_draws_are_ignored() -> None:
    assert estimate(np.nan, np.array([1.0, 2.0])) == Estimate(None, None, None)
    assert estimate(0.5, np.array([np.nan])) == Estimate(0.5, None, None)
    assert estimate(0.5, np.array([np.nan, 0.4, 0.4])) == Estimate(0.5, 0.4, 0.4)


def test_a_thousand_draws_of_many_rows_and_labels_take_seconds() -> None:
    units = np.random.default_rng(0).random((5_000, 163))
    started = time.process_time()
    drawn_sums(units)
    assert time.process_time() - started < 10
