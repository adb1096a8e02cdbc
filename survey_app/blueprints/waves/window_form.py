"""The form for the time of a wave: wall-clock times of the town in, instants out.

Only what may still be moved is in the form. Times are shown to the minute; one that was not touched stays the
instant it is, to the second and even in the hour that autumn shows twice.
"""

from datetime import datetime, time, timedelta
from itertools import pairwise

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, DateTimeLocalField, Field, Form, IntegerField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from survey_app import clock
from survey_app.models import Wave
from survey_app.operations.windows import (
    MAX_GRACE_MINUTES,
    Window,
    WindowError,
    WindowProblem,
    window_of,
)
from survey_app.queries import life, waves
from survey_app.vocabulary import WaveState

EARLIEST_YEAR, LATEST_YEAR = 2000, 2100
_FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
"""The first one is shown, all are read."""
A_YEAR = 366
BY_THE_CLOCK = _l("By the clock of the town.")
BY_THE_CLOCK_TWICE = _l(
    "By the clock of the town. In the autumn hour that comes twice, the first one is meant."
)

SENTENCES: dict[WindowProblem, LazyString] = {
    WindowProblem.ORDER: _l("The times must follow one another: first the opening, then the closing."),
    WindowProblem.GRACE: _l("The time for late answers is 0 to 1440 minutes."),
    WindowProblem.RESULTS_TOO_EARLY: _l("Results cannot be promised for a day before the closing."),
    WindowProblem.IN_THE_PAST: _l("This time is over. Choose one that is still to come."),
    WindowProblem.ALREADY_OPEN: _l("The wave has opened already, so this can no longer be changed."),
    WindowProblem.ALREADY_CLOSED: _l("The wave has closed already, so this can no longer be changed."),
    WindowProblem.ANNOUNCED_TOO_LATE: _l(
        "There is too little time between the announcement and the opening. Let the wave open later."
    ),
    WindowProblem.NOT_LATER: _l("The new closing must be later than the present one."),
    WindowProblem.ALREADY_ANNOUNCED: _l(
        "The wave has been announced already, so this can no longer be changed."
    ),
    WindowProblem.CODE_TAKEN: _l("There already is a wave with this code."),
    WindowProblem.CODE_RESERVED: _l("This code is the address of another page. Choose another one."),
}
NONEXISTENT = _l(
    "On that day clocks go forward, and this time does not exist. Choose an hour earlier or later."
)
NOT_A_TIME = _l("Enter a day and a time, such as 2026-12-06T23:59.")
NOT_A_DAY = _l("Enter a day, such as 2026-12-06.")
NOT_A_NUMBER = _l("The time for late answers is 0 to 1440 minutes.")


def of_our_time(_form: Form, field: Field) -> None:
    """Refuse years that calendars of databases and machines cannot reckon with."""
    if field.data is not None and not EARLIEST_YEAR <= field.data.year <= LATEST_YEAR:
        raise ValidationError(NOT_A_TIME)


def moment(label: LazyString) -> DateTimeLocalField:
    """Return a field for a time by the clock of the town."""
    return DateTimeLocalField(
        label, [InputRequired(NOT_A_TIME), of_our_time], format=_FORMATS, invalid_value_message=NOT_A_TIME
    )


class WindowForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """Announcement, opening, closing, time for late answers, and the day of the results."""

    announced_at = moment(_l("Announced"))
    opens_at = moment(_l("Opens"))
    closes_at = moment(_l("Closes"))
    grace_minutes = IntegerField(
        _l("Minutes for late answers"),
        [InputRequired(NOT_A_NUMBER), NumberRange(0, MAX_GRACE_MINUTES, NOT_A_NUMBER)],
    )
    results_on = DateField(
        _l("Results are promised for"), [Optional(), of_our_time], invalid_value_message=NOT_A_DAY
    )

    def window(self, known: Window | None = None) -> Window | None:
        """Return the window that was asked for, or None with a sentence at the field that is wrong.

        What the form does not ask for is as in `known`.
        """
        moments = [
            self._instant(name, getattr(known, name, None))
            for name in ("announced_at", "opens_at", "closes_at")
        ]
        announced_at, opens_at, closes_at = moments
        if announced_at is None or opens_at is None or closes_at is None:
            return None
        grace_minutes = (
            known.grace_minutes if known and "grace_minutes" not in self else self.grace_minutes.data
        )
        return Window(announced_at, opens_at, closes_at, grace_minutes, self.results_on.data)

    def _instant(self, name: str, stored: datetime | None) -> datetime | None:
        """Return the instant that a field asks for; None, with a sentence, for a time that does not exist."""
        if stored is not None and (name not in self or self[name].data in _shown(stored)):
            return stored
        try:
            return clock.from_local(self[name].data)
        except clock.NonexistentTimeError:
            self.refuse(name, NONEXISTENT)
            return None

    def clock_hint(self) -> LazyString:
        """What to know about the times of the form: more, where they hold the day with an hour twice."""
        fields = (self[name] for name in ("announced_at", "opens_at", "closes_at") if name in self)
        return clock_hint(*(field.data for field in fields))

    def explain(self, error: WindowError, announcement_days: int) -> None:
        """Show why a window was refused, with every way out that the form has."""
        if error.problem is WindowProblem.ANNOUNCED_TOO_LATE and "announced_at" in self:
            sentence = ngettext(
                "There has to be at least %(num)s day between the announcement and the opening. "
                "Announce the wave earlier, or let it open later.",
                "There have to be at least %(num)s days between the announcement and the opening. "
                "Announce the wave earlier, or let it open later.",
                announcement_days,
            )
            self.refuse(error.field, sentence)
        else:
            self.refuse(error.field, SENTENCES[error.problem])

    def refuse(self, name: str, sentence: LazyString | str) -> None:
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
            "announced_at": wall_time(window.announced_at),
            "opens_at": wall_time(window.opens_at),
            "closes_at": wall_time(window.closes_at),
            "grace_minutes": window.grace_minutes,
            "results_on": window.results_on,
        }
    )
    if state not in (*life.BEFORE_APPROVAL, WaveState.APPROVED):
        del form.announced_at
    if state not in life.BEFORE_OPENING:
        del form.opens_at
        del form.closes_at
    if state in (WaveState.CLOSED, WaveState.ARCHIVED):
        del form.grace_minutes
    return form


def clock_hint(*wall_times: datetime | None) -> LazyString:
    """What to know about these times by the clock of the town; those that are no usable time do not count."""
    days = [at.date() for at in wall_times if at is not None and EARLIEST_YEAR <= at.year <= LATEST_YEAR]
    if not days:
        return BY_THE_CLOCK
    first, last = min(days), max(days)
    count = min((last - first).days, A_YEAR) + 1
    midnights = [
        datetime.combine(first + timedelta(number), time(), clock.TOWN) for number in range(count + 1)
    ]
    lengths = (after.timestamp() - before.timestamp() for before, after in pairwise(midnights))
    is_longer = any(length > timedelta(days=1).total_seconds() for length in lengths)
    return BY_THE_CLOCK_TWICE if is_longer else BY_THE_CLOCK


def _shown(stored: datetime) -> tuple[datetime, datetime]:
    """How the form, and how who knows the seconds, writes an instant that was not touched."""
    exact = wall_time(stored)
    return exact, exact.replace(second=0)


def wall_time(instant: datetime) -> datetime:
    """Return what the clocks of the town show at `instant`, to the second."""
    return clock.local(instant).replace(tzinfo=None, microsecond=0)
