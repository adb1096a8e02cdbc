"""The dates of a wave as a calendar file: the whole window, and its last day.

Instants are written in UTC, so that every calendar shows them by the right clock, summer time or not. The
identities of the two events stay the same and their sequence grows, so a calendar that reads the file again
after an extension moves the events and doubles nothing. Source: RFC 5545.
"""

from datetime import datetime, timedelta

from flask import abort, url_for
from flask_babel import gettext
from icalendar import Calendar, Event
from werkzeug.wrappers import Response

from forms.languages import base_language, text_in
from survey_app import access, clock, db
from survey_app.blueprints.answering import blueprint, visit
from survey_app.queries import waves
from survey_app.vocabulary import WaveState, WaveStepKind

MOVES = (WaveStepKind.WINDOW_CHANGED, WaveStepKind.EXTENDED, WaveStepKind.CLOSED_EARLY)


@blueprint.get("/<wave_code>/termin.ics")
@access.public
def calendar(wave_code: str) -> Response:
    """Hand out the dates of a wave that is announced or open."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    if here.is_trial or here.wave.state(here.now) not in (WaveState.ANNOUNCED, WaveState.OPEN):
        abort(404)
    with db.reading() as session:
        steps = waves.steps(session, here.wave.wave.id)
    moved = [step.happened_at for step in steps if step.kind in MOVES]
    stamp = max([here.wave.wave.approved_at or here.wave.wave.announced_at, *moved])
    found = Calendar()
    found.add("prodid", "-//Ohlas//Ohlas//CS")
    found.add("version", "2.0")
    for event in _events(here, stamp, len(moved)):
        found.add_component(event)
    response = Response(found.to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f"attachment; filename={here.wave.code}.ics"
    return response


def _events(here: visit.Visit, stamp: datetime, sequence: int) -> list[Event]:
    title = text_in(here.questionnaire.titles, here.language)
    whole = _event(here, "window", title, stamp, sequence)
    whole.add("dtstart", here.wave.wave.opens_at)
    whole.add("dtend", here.wave.closes_at)
    last = _event(here, "last-day", gettext("Last day: %(title)s", title=title), stamp, sequence)
    last_on = clock.local(here.wave.closes_at - timedelta(seconds=1)).date()
    last.add("dtstart", last_on)
    last.add("dtend", last_on + timedelta(days=1))
    return [whole, last]


def _event(here: visit.Visit, part: str, summary: str, stamp: datetime, sequence: int) -> Event:
    address = url_for(".landing", wave_code=here.wave.code, _external=True)
    spoken = {"language": base_language(here.language)}
    event = Event()
    event.add("uid", f"{here.wave.wave.id}-{part}@ohlas")
    event.add("dtstamp", stamp)
    event.add("sequence", sequence)
    event.add("summary", summary, parameters=spoken)
    event.add("description", gettext("You can answer at %(address)s", address=address), parameters=spoken)
    event.add("url", address)
    event.add("transp", "TRANSPARENT")  # nobody is busy for three weeks
    return event
