import pytest

from analytics.estimation.change import Mean
from analytics.estimation.shrinkage import shrunk, variance_between


def test_the_eight_schools_are_not_told_apart() -> None:
    """Rubin (1981); Gelman et al., Bayesian Data Analysis, 5.5: the pooled estimate is 7.7."""
    effects, errors = [28, 8, -3, 7, -1, 1, 18, 12], [15, 10, 16, 11, 9, 11, 10, 18]
    schools = [Mean(effect, error**2) for effect, error in zip(effects, errors, strict=True)]
    assert variance_between(schools) == 0
    assert shrunk(schools) == pytest.approx([7.7] * 8, abs=0.05)


def test_three_services_worked_by_hand() -> None:
    # Σ (y - 60)² = 800; 800 / (100 + τ²) = 2 for τ² = 300; each goes a quarter of the way to 60
    services = [Mean(40, 100), Mean(60, 100), Mean(80, 100)]
    assert variance_between(services) == pytest.approx(300)
    assert shrunk(services) == pytest.approx([45, 60, 75])


def test_who_is_known_better_moves_less() -> None:
    sure, unsure, other = shrunk([Mean(40, 4), Mean(40, 100), Mean(80, 20)])
    assert 40 < sure < unsure < other < 80


def test_one_service_stays_where_it_is() -> None:
    assert shrunk([Mean(40, 4)]) == [40]
    assert shrunk([]) == []


def test_a_mean_without_variance_is_refused() -> None:
    with pytest.raises(ValueError, match="greater than 0"):
        shrunk([Mean(40, 0), Mean(50, 1)])
