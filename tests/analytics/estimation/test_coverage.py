"""The simulations of `benchmarks.coverage`, shorter and with fixed seeds."""

import pytest

from benchmarks.coverage import (
    CONTENT,
    MIXED,
    Held,
    changed,
    coverage,
    in_households,
    plain,
    raked,
    top_marks,
)


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(plain(30, MIXED), id="30 respondents"),
        pytest.param(plain(100, CONTENT), id="100 mostly content respondents"),
        pytest.param(raked(400), id="400 respondents, raked"),
        pytest.param(in_households(30, 0.9), id="30 households that answer alike"),
        pytest.param(top_marks(100, 0.4), id="share of top marks among 100, weighted"),
        pytest.param(changed(60), id="change between two waves of 60"),
    ],
)
def test_intervals_hold_the_truth_in_93_to_97_samples_of_100(held: Held) -> None:
    assert 0.93 <= coverage(held, runs=1500, seed=20261123) <= 0.97
