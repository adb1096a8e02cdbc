"""One wave: its time, what has come, the change of its time, its index."""

from datetime import datetime
from typing import Any

from flask import g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.window_form import SENTENCES, WindowForm, window_form
from survey_app.models import Wave
from survey_app.operations import index as index_operations
from survey_app.operations import waves as operations
from survey_app.operations.waves import WindowError
from survey_app.queries import design, index, waves
from survey_app.vocabulary import Role, WaveState


@blueprint.get("/<wave_code>")
@access.roles(*own.LOOKS)
def wave(wave_code: str) -> str:
    """Show one wave."""
    now = clock.now()
    with db.reading() as session:
        found = own.wave(session, wave_code, *own.LOOKS)
        form = window_form(found, now) if _may_change(found) else None
        return _page(session, found, form, now)


@blueprint.post("/<wave_code>")
@access.roles(Role.METHODOLOGIST)
def change_window(wave_code: str) -> Response | str:
    """Move the time of a wave."""
    now = clock.now()
    with db.transaction() as session:
        found = own.wave(session, wave_code, Role.METHODOLOGIST)
        form = window_form(found, now)
        changed = form is not None and _change(session, found, form, now)
    if changed:
        return redirect(url_for(".wave", wave_code=wave_code, saved="window"), code=303)
    with db.reading() as session:
        refusal = _page(session, own.wave(session, wave_code, Role.METHODOLOGIST), form, now)
    return Response(refusal, 422, mimetype="text/html")


@blueprint.post("/<wave_code>/vypocet")
@access.roles(Role.METHODOLOGIST)
def compute(wave_code: str) -> Response:
    """Promise the index of a closed wave."""
    now = clock.now()
    saved = "computation"
    with db.transaction() as session:
        found = own.wave(session, wave_code, Role.METHODOLOGIST)
        try:
            index_operations.request_computation(session, found, now, by=g.staff.id)
        except index_operations.NotClosedError:
            saved = "too_early"
    return redirect(url_for(".wave", wave_code=wave_code, saved=saved) + "#index", code=303)


def _change(session: Session, found: Wave, form: WindowForm, now: datetime) -> bool:
    window = form.window(found) if form.validate() else None
    if window is None:
        return False
    try:
        operations.change_window(session, found, window, now, by=g.staff.id)
    except WindowError as error:
        form.refuse(error.field, SENTENCES[error.problem])
        return False
    return True


def _page(session: Session, found: Wave, form: WindowForm | None, now: datetime) -> str:
    page.set_region(found.region)
    return render_template("waves/wave.html", form=form, **_surroundings(session, found, now))


def _surroundings(session: Session, found: Wave, now: datetime) -> dict[str, Any]:
    state = waves.wave_state(found, now)
    return {
        "wave": found,
        "titles": design.questionnaire(session, found.questionnaire_version_id).titles,
        "version": found.questionnaire_version,
        "state": state,
        "state_label": labels.WAVE_STATES[state],
        "grace_ends_at": waves.grace_ends_at(found),
        "counts": waves.response_counts(session, found.id),
        "modes": labels.MODES,
        "language_label": labels.language,
        "may_change": _may_change(found),
        "may_withdraw": state in (WaveState.APPROVED, WaveState.ANNOUNCED),
        "undecided": index.undecided_comments(session, found.id),
        "computation": index.computation(session, found.id),
        "snapshots": index.snapshots_of(session, found.id),
        "snapshot_states": labels.SNAPSHOT_STATES,
        "saved": request.args.get("saved", ""),
    }


def _may_change(found: Wave) -> bool:
    return found.region_id in own.regions(Role.METHODOLOGIST)
