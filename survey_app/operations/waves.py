"""Setting the time of waves.

A wave's window may move only while the moment it moves is still to come. What is wrong is said as a
`WindowProblem`; pages put it into words. Knows neither questionnaires nor answers.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import QuestionnaireVersion, Region, Wave
from survey_app.operations import audit
from survey_app.queries import waves
from survey_app.vocabulary import WaveState

MAX_GRACE_MINUTES = 1440
RESERVED_CODES = frozenset({"metoda"})  # /vysledky/metoda is the page about the method


class WindowProblem(StrEnum):
    """Why a wave's window cannot be what was asked for."""

    ORDER = "order"
    GRACE = "grace"
    RESULTS_TOO_EARLY = "results_too_early"
    IN_THE_PAST = "in_the_past"
    ALREADY_OPEN = "already_open"
    ALREADY_CLOSED = "already_closed"
    WITHDRAWN = "withdrawn"
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

    def check(self) -> None:
        """Raise `WindowError` unless the parts follow one another."""
        if self.announced_at > self.opens_at:
            raise WindowError(WindowProblem.ORDER, "opens_at")
        if self.opens_at >= self.closes_at:
            raise WindowError(WindowProblem.ORDER, "closes_at")
        if not 0 <= self.grace_minutes <= MAX_GRACE_MINUTES:
            raise WindowError(WindowProblem.GRACE, "grace_minutes")
        if self.results_on is not None and self.results_on < clock.local(self.closes_at).date():
            raise WindowError(WindowProblem.RESULTS_TOO_EARLY, "results_on")


def window_of(wave: Wave) -> Window:
    """Return the window that `wave` has."""
    return Window(wave.announced_at, wave.opens_at, wave.closes_at, wave.grace_minutes, wave.results_on)


def create_wave(
    session: Session,
    version: QuestionnaireVersion,
    region: Region,
    wave_code: str,
    window: Window,
    *,
    made_up: bool = False,
    by: UUID | None = None,
) -> Wave:
    """Plan a wave in which `version` is answered; `by` is None for the command line.

    Raises:
        WindowError: the window makes no sense, or the code is taken or belongs to another page.
    """
    window.check()
    if wave_code in RESERVED_CODES:
        raise WindowError(WindowProblem.CODE_RESERVED, "wave_code")
    if waves.wave_by_code(session, wave_code) is not None:
        raise WindowError(WindowProblem.CODE_TAKEN, "wave_code")
    wave = Wave(
        region_id=region.id,
        questionnaire_version_id=version.id,
        wave_code=wave_code,
        made_up=made_up,
        **_columns(window),
    )
    session.add(wave)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=region.id,
        action="wave_created",
        object_type="wave",
        object_id=wave.id,
        wave_code=wave_code,
        **_written(window),
    )
    return wave


def change_window(session: Session, wave: Wave, window: Window, now: datetime, *, by: UUID) -> None:
    """Move the window of `wave`; what has happened already cannot be moved.

    Raises:
        WindowError: the new window makes no sense, or moves something that is over.
    """
    before = window_of(wave)
    if window == before:
        return
    state = waves.wave_state(wave, now)
    if state is WaveState.WITHDRAWN:
        raise WindowError(WindowProblem.WITHDRAWN, "closes_at")
    if window.opens_at != before.opens_at:
        _movable(before.opens_at, window.opens_at, now, WindowProblem.ALREADY_OPEN, "opens_at")
    if window.closes_at != before.closes_at:
        _movable(before.closes_at, window.closes_at, now, WindowProblem.ALREADY_CLOSED, "closes_at")
    if window.grace_minutes != before.grace_minutes and state is WaveState.CLOSED:
        raise WindowError(WindowProblem.ALREADY_CLOSED, "grace_minutes")
    window.check()
    for column, value in _columns(window).items():
        setattr(wave, column, value)
    old, new = _written(before), _written(window)
    audit.record(
        session,
        staff_id=by,
        region_id=wave.region_id,
        action="wave_window_changed",
        object_type="wave",
        object_id=wave.id,
        **{column: {"from": old[column], "to": new[column]} for column in new if old[column] != new[column]},
    )


def close_now(session: Session, wave: Wave, now: datetime, *, by: UUID) -> None:
    """Close an open wave at this very moment; forms that are open already are taken in the grace time.

    Raises:
        WindowError: the wave is not open.
    """
    change_window(session, wave, replace(window_of(wave), closes_at=now), now, by=by)


def withdraw(session: Session, wave: Wave, now: datetime, *, by: UUID) -> None:
    """Take back a wave that has not opened yet.

    Raises:
        WindowError: it has opened; close it instead.
    """
    if wave.withdrawn_at is not None:
        return
    if now >= wave.opens_at:
        raise WindowError(WindowProblem.ALREADY_OPEN, "opens_at")
    wave.withdrawn_at = now
    audit.record(
        session,
        staff_id=by,
        region_id=wave.region_id,
        action="wave_withdrawn",
        object_type="wave",
        object_id=wave.id,
    )


def _movable(old: datetime, new: datetime, now: datetime, over: WindowProblem, field: str) -> None:
    if old <= now:
        raise WindowError(over, field)
    if new < now:
        raise WindowError(WindowProblem.IN_THE_PAST, field)


def _columns(window: Window) -> dict[str, Any]:
    return {
        "announced_at": window.announced_at,
        "opens_at": window.opens_at,
        "closes_at": window.closes_at,
        "grace_minutes": window.grace_minutes,
        "results_on": window.results_on,
    }


def _written(window: Window) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in _columns(window).items()
    }
