"""One wave: where it is in its life, what can be done, what was done, what has come, its time, its index."""

from datetime import datetime, timedelta
from typing import Any

from flask import current_app, g, redirect, render_template, request, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.window_form import WindowForm, window_form
from survey_app.blueprints.waves.wording import REFUSALS, STEPS, logged
from survey_app.models import Wave
from survey_app.operations import index as index_operations
from survey_app.operations import waves as operations
from survey_app.operations.windows import WindowError, window_of
from survey_app.queries import design, index, life, waves
from survey_app.queries.life import Refusal
from survey_app.vocabulary import Role, WaveState, WaveStepKind

PAGES = {
    WaveStepKind.APPROVED: ".approve",
    WaveStepKind.APPROVAL_TAKEN_BACK: ".take_approval_back",
    WaveStepKind.EXTENDED: ".extend",
    WaveStepKind.CLOSED_EARLY: ".close_early",
    WaveStepKind.WITHDRAWN: ".withdraw",
    WaveStepKind.ARCHIVED: ".archive",
    WaveStepKind.BROUGHT_BACK: ".bring_back",
}


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
        return redirect(url_for(".wave", wave_code=wave_code, saved="window_changed"), code=303)
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
    window = form.window(window_of(found)) if form.validate() else None
    if window is None:
        return False
    days = current_app.config["SETTINGS"].announcement_days
    try:
        operations.change_window(session, found, window, now, by=g.staff.id, announcement_days=days)
    except WindowError as error:
        form.explain(error, days)
        return False
    except operations.StepError as error:
        form.form_errors.append(REFUSALS[error.refusal])
        return False
    return True


def _page(session: Session, found: Wave, form: WindowForm | None, now: datetime) -> str:
    page.set_region(found.region)
    return render_template("waves/wave.html", form=form, **_surroundings(session, found, now))


def _surroundings(session: Session, found: Wave, now: datetime) -> dict[str, Any]:
    state = life.state(session, found, now)
    ways, obstacles = _steps(session, found, now)
    return {
        "wave": found,
        "titles": design.questionnaire(session, found.questionnaire_version_id).titles,
        "version": found.questionnaire_version,
        "state": state,
        "milestones": _milestones(state),
        "states": labels.WAVE_STATES,
        "ways": ways,
        "obstacles": obstacles,
        "done": logged(waves.steps(session, found.id)),
        "language_label": labels.language,
        "grace_ends_at": waves.grace_ends_at(found),
        "counts": waves.response_counts(session, found.id),
        "modes": labels.MODES,
        "may_change": _may_change(found),
        "on_trial": state in life.BEFORE_APPROVAL,
        "approvers": [
            (member.name, [labels.ROLES[role] for role in roles])
            for member, roles in life.approvers(session, found)
        ],
        "approve_by": found.opens_at - timedelta(days=current_app.config["SETTINGS"].announcement_days),
        "not_open_yet": state in life.BEFORE_OPENING,
        "is_public": waves.is_public(found, now),
        "takes_answers": state in life.TAKES_NEW_ANSWERS,
        "takes_no_more_answers": waves.takes_no_more_answers(found, now),
        "announcement_days": current_app.config["SETTINGS"].announcement_days,
        "undecided": index.undecided_comments(session, found.id),
        "computation": index.computation(session, found.id),
        "snapshots": index.snapshots_of(session, found.id),
        "snapshot_states": labels.SNAPSHOT_STATES,
        "saved": request.args.get("saved", ""),
    }


def _milestones(state: WaveState) -> list[tuple[WaveState, str]]:
    """Return the way of a wave, each milestone "past", "present" or "to_come"; none if withdrawn."""
    if state is WaveState.WITHDRAWN:
        return []
    present = life.MILESTONES.index(WaveState.OPEN if state is WaveState.EXTENDED else state)
    to_come = len(life.MILESTONES) - present - 1
    places = ["past"] * present + ["present"] + ["to_come"] * to_come
    shown = [*life.MILESTONES[:present], state, *life.MILESTONES[present + 1 :]]
    return list(zip(shown, places, strict=True))


def _steps(session: Session, found: Wave, now: datetime) -> tuple[list[Any], list[tuple[Any, LazyString]]]:
    """Return the steps that lead on: those the person may take, and why not those that wait for others."""
    ways, obstacles = [], []
    for kind, endpoint in PAGES.items():
        refusal = life.refusal(session, found, kind, now, g.staff.id)
        if refusal is None:
            ways.append((STEPS[kind], url_for(endpoint, wave_code=found.wave_code)))
        elif refusal is not Refusal.WRONG_STATE:
            obstacles.append((STEPS[kind], REFUSALS[refusal]))
    return ways, obstacles


def _may_change(found: Wave) -> bool:
    return found.region_id in own.regions(Role.METHODOLOGIST)
