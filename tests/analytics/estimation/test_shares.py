import pytest
from scipy.stats import binomtest

from analytics.estimation.shares import wilson_interval


def test_interval_worked_by_hand() -> None:
    # 12 of 20, z = 1.96, z² = 3.8416: centre (0.6 + 0.09604) / 1.19208 = 0.58389,
    # reach 1.96 · √(0.24/20 + 3.8416/1600) / 1.19208 = 1.96 · √0.014401 / 1.19208 = 0.19731
    assert wilson_interval(12, 20) == pytest.approx((0.38658, 0.78119), abs=2e-5)


@pytest.mark.parametrize("n", [1, 2, 10, 57, 400])
@pytest.mark.parametrize("confidence", [0.8, 0.95, 0.99])
def test_interval_agrees_with_scipy(n: int, confidence: float) -> None:
    for successes in {0, 1, n // 3, n - 1, n}:
        expected = binomtest(successes, n).proportion_ci(confidence, "wilson")
        assert wilson_interval(successes, n, confidence) == pytest.approx(
            (expected.low, expected.high), abs=1e-12
        )


def test_interval_never_leaves_the_scale() -> None:
    assert wilson_interval(0, 10)[0] == 0
    assert wilson_interval(10, 10)[1] == 1


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_impossible_counts_are_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="share"):
        wilson_interval(successes, n)
