"""Estimates and changes as a document holds them: rounded to fixed digits. Knows no cell and no reader."""

from typing import Any

from analytics.estimation.change import Change
from analytics.estimation.parts import Estimate

Document = dict[str, Any]


def rounded(number: float, digits: int) -> float:
    """The number with so many digits; never −0.0, which not every database gives back as it was."""
    return round(number, digits) + 0


def change_of(change: Change | None, digits: int) -> Document | None:
    """Value, limits (points), and whether the change is flagged."""
    if change is None:
        return None
    numbers = {"value": change.value, "low": change.low, "high": change.high}
    return {name: rounded(number, digits) for name, number in numbers.items()} | {"flagged": change.flagged}


def estimate_of(estimate: Estimate | None, digits: int) -> Document | None:
    """Value and limits, on 0 to 100."""
    if estimate is None:
        return None
    numbers = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: rounded(number, digits) for name, number in numbers.items()}


def with_n(estimate: Estimate | None, digits: int) -> Document | None:
    """The same with n and the variance of the value."""
    numbers = estimate_of(estimate, digits)
    if numbers is None or estimate is None:
        return None
    return numbers | {"n": estimate.n, "variance": number_of(estimate.variance, digits)}


def number_of(number: float | None, digits: int) -> float | None:
    """The number, or None as it is."""
    return None if number is None else rounded(number, digits)
