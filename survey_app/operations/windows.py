"""The time of a wave, and what is wrong with one. Pages and commands put a `WindowProblem` into words.

Knows the clock of the town; knows neither tables nor people.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from survey_app import clock
from survey_app.models import Wave

MAX_GRACE_MINUTES = 1440


class WindowProblem(StrEnum):
    """Why a wave's window cannot be what was asked for."""

    ORDER = "order"
    GRACE = "grace"
    RESULTS_TOO_EARLY = "results_too_early"
    ANNOUNCED_TOO_LATE = "announced_too_late"
    IN_THE_PAST = "in_the_past"
    NOT_LATER = "not_later"
    ALREADY_ANNOUNCED = "already_announced"
    ALREADY_OPEN = "already_open"
    ALREADY_CLOSED = "already_closed"
    CODE_TAKEN = "code_taken"
    CODE_RESERVED = "code_reserved"


class WindowError(Exception):
    """A window is refused; `problem` says why, `field` which part of the window it is about."""

    def __init__(self, problem: WindowProblem, field: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.problem, self.field = problem, field


@dataclass(frozen=True)
class Window:
    """When a wave is announced, answered and reported: instants in UTC, `results_on` in the town."""

    announced_at: datetime
    opens_at: datetime
    closes_at: datetime
    grace_minutes: int = 60
    results_on: date | None = None

    def check(self, announcement_days: int = 0) -> None:
        """Raise `WindowError` unless the parts follow one another.

        Between the day of the announcement and that of the opening lie at least `announcement_days`.
        """
        if self.announced_at > self.opens_at:
            raise WindowError(WindowProblem.ORDER, "opens_at")
        if self.opens_at >= self.closes_at:
            raise WindowError(WindowProblem.ORDER, "closes_at")
        if not 0 <= self.grace_minutes <= MAX_GRACE_MINUTES:
            raise WindowError(WindowProblem.GRACE, "grace_minutes")
        if self.results_on is not None and self.results_on < clock.local(self.closes_at).date():
            raise WindowError(WindowProblem.RESULTS_TOO_EARLY, "results_on")
        notice = clock.local(self.opens_at).date() - clock.local(self.announced_at).date()
        if notice.days < announcement_days:
            raise WindowError(WindowProblem.ANNOUNCED_TOO_LATE, "opens_at")

    def columns(self) -> dict[str, Any]:
        """Return the values by the names of the table's columns."""
        return {
            "announced_at": self.announced_at,
            "opens_at": self.opens_at,
            "closes_at": self.closes_at,
            "grace_minutes": self.grace_minutes,
            "results_on": self.results_on,
        }

    def written(self) -> dict[str, Any]:
        """Return the values as the log keeps them."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self.columns().items()
        }

    def moved_from(self, before: "Window") -> dict[str, dict[str, Any]]:
        """Return what differs from `before`: {column: {"from": …, "to": …}}."""
        old, new = before.written(), self.written()
        return {name: {"from": old[name], "to": new[name]} for name in new if old[name] != new[name]}


def window_of(wave: Wave) -> Window:
    """Return the window that `wave` has."""
    return Window(wave.announced_at, wave.opens_at, wave.closes_at, wave.grace_minutes, wave.results_on)
