"""The form for the time of a wave: wall-clock times of the town in, instants out.

Only what may still be moved is in the form. A time that was not touched stays the instant it is, even in the
hour that autumn shows twice.
"""

from datetime import datetime

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, DateTimeLocalField, Field, Form, IntegerField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from survey_app import clock
from survey_app.models import Wave
from survey_app.operations.waves import (
    MAX_GRACE_MINUTES,
    Window,
    WindowProblem,
    window_of,
)
from survey_app.queries import waves
from survey_app.vocabulary import WaveState

EARLIEST_YEAR, LATEST_YEAR = 2000, 2100
_FORMATS = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]

SENTENCES: dict[WindowProblem, LazyString] = {
    WindowProblem.ORDER: _l("The times must follow one another: first the opening, then the closing."),
    WindowProblem.GRACE: _l("The time for late answers is 0 to 1440 minutes."),
    WindowProblem.RESULTS_TOO_EARLY: _l("Results cannot be promised for a day before the closing."),
    WindowProblem.IN_THE_PAST: _l("This time is over. Choose one that is still to come."),
    WindowProblem.ALREADY_OPEN: _l("The wave has opened already, so this can no longer be changed."),
    WindowProblem.ALREADY_CLOSED: _l("The wave has closed already, so this can no longer be changed."),
    WindowProblem.WITHDRAWN: _l("The wave was withdrawn, so nothing can be changed."),
    WindowProblem.CODE_TAKEN: _l("There already is a wave with this code."),
    WindowProblem.CODE_RESERVED: _l("This code is the address of another page. Choose another one."),
}
NONEXISTENT = _l(
    "On that day clocks go forward, and this time does not exist. Choose an hour earlier or later."
)
NOT_A_TIME = _l("Enter a day and a time, such as 2026-12-06T23:59.")
NOT_A_DAY = _l("Enter a day, such as 2026-12-06.")
NOT_A_NUMBER = _l("The time for late answers is 0 to 1440 minutes.")


def _of_our_time(_form: Form, field: Field) -> None:
    """Refuse years that calendars of databases and machines cannot reckon with."""
    if field.data is not None and not EARLIEST_YEAR <= field.data.year <= LATEST_YEAR:
        raise ValidationError(NOT_A_TIME)


def _moment(label: LazyString) -> DateTimeLocalField:
    return DateTimeLocalField(
        label, [InputRequired(NOT_A_TIME), _of_our_time], format=_FORMATS, invalid_value_message=NOT_A_TIME
    )


class WindowForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """Opening, closing, time for late answers, and the day of the results."""

    opens_at = _moment(_l("Opens"))
    closes_at = _moment(_l("Closes"))
    grace_minutes = IntegerField(
        _l("Minutes for late answers"),
        [InputRequired(NOT_A_NUMBER), NumberRange(0, MAX_GRACE_MINUTES, NOT_A_NUMBER)],
    )
    results_on = DateField(
        _l("Results are promised for"), [Optional(), _of_our_time], invalid_value_message=NOT_A_DAY
    )

    def window(self, wave: Wave) -> Window | None:
        """Return the window that was asked for, or None with a sentence at the field that is wrong."""
        window = window_of(wave)
        opens_at = self._instant("opens_at", window.opens_at)
        closes_at = self._instant("closes_at", window.closes_at)
        if opens_at is None or closes_at is None:
            return None
        grace_minutes = self.grace_minutes.data if "grace_minutes" in self else window.grace_minutes
        return Window(window.announced_at, opens_at, closes_at, grace_minutes, self.results_on.data)

    def _instant(self, name: str, stored: datetime) -> datetime | None:
        """Return the instant that a field asks for; None, with a sentence, for a time that does not exist."""
        wall_time = self[name].data if name in self else _wall_time(stored)
        if wall_time == _wall_time(stored):
            return stored
        try:
            return clock.from_local(wall_time)
        except clock.NonexistentTimeError:
            self.refuse(name, NONEXISTENT)
            return None

    def refuse(self, name: str, sentence: LazyString) -> None:
        """Show why a window was refused, at its field where the form has it."""
        if name in self:
            self[name].errors = [*self[name].errors, sentence]
        else:
            self.form_errors.append(sentence)


def window_form(wave: Wave, now: datetime) -> WindowForm | None:
    """Return the form with what may still be moved; None where nothing may."""
    state = waves.wave_state(wave, now)
    if state is WaveState.WITHDRAWN:
        return None
    window = window_of(wave)
    form = WindowForm(
        data={
            "opens_at": _wall_time(window.opens_at),
            "closes_at": _wall_time(window.closes_at),
            "grace_minutes": window.grace_minutes,
            "results_on": window.results_on,
        }
    )
    if state not in (WaveState.APPROVED, WaveState.ANNOUNCED):
        del form.opens_at
    if state in (WaveState.GRACE, WaveState.CLOSED):
        del form.closes_at
    if state is WaveState.CLOSED:
        del form.grace_minutes
    return form


def _wall_time(instant: datetime) -> datetime:
    return clock.local(instant).replace(tzinfo=None, microsecond=0)
