"""A published version as it was frozen: in words, as a file, and put to use in a wave."""

import json
from dataclasses import dataclass
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms.checks import Finding
from forms.definition import Questionnaire
from forms.expressions import describe
from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.designer import blueprint, change_list, mending, own
from survey_app.blueprints.designer.wording import TYPES, limits
from survey_app.blueprints.waves.wording import REFUSALS
from survey_app.models import QuestionnaireVersion, Region, Wave
from survey_app.operations import waves as operations
from survey_app.queries import changes, design, drafts, life, reference, staff, waves
from survey_app.vocabulary import Role, WaveState

CONFIRM = _l("Confirm that people who are answering now go on in the other version.")
MOVED = _l("The wave has changed since you opened this page. Look at the changes once more.")


@dataclass(frozen=True)
class Switch:
    """A wave that is to ask a version: what that changes there, counted in its own responses."""

    wave: Wave
    version: QuestionnaireVersion
    questionnaire: Questionnaire
    compared: changes.Comparison
    state: WaveState
    is_open: bool
    obstacle: LazyString | None


@blueprint.get("/verze/<uuid:version_id>")
@access.roles(*own.LOOKS)
def version(version_id: UUID) -> str:
    """Show a published version."""
    now = clock.now()
    with db.reading() as session:
        found = _version(session, version_id)
        page.set_region(_region(session, found))
        of_series = waves.waves_of_series(session, found.questionnaire_id)
        states = life.states(session, of_series, now)
        questionnaire = design.questionnaire(session, found.id)
        series = found.questionnaire
        is_mine = series.region_id in own.regions(Role.METHODOLOGIST)
        return render_template(
            "designer/publication_version.html",
            version=found,
            draft=drafts.draft_by_code(session, series.region_id, series.code) if is_mine else None,
            questionnaire=questionnaire,
            conditions={
                code: describe(condition, questionnaire, g.language)
                for code, condition in questionnaire.conditions.items()
            },
            groups=change_list.of_documents(found.changes),
            publisher=_publisher(session, found),
            waves=[(wave, states[wave.id]) for wave in of_series],
            usable={wave.id for wave in of_series if _may_ask(wave, states[wave.id], found)},
            may_plan=is_mine,
            states=labels.WAVE_STATES,
            types=TYPES,
            limits=limits,
            acknowledged=_acknowledged(found, questionnaire),
            saved=request.args.get("saved", ""),
        )


@blueprint.get("/verze/<uuid:version_id>/soubor")
@access.roles(*own.LOOKS)
def version_file(version_id: UUID) -> Response:
    """Give the frozen document of a version as JSON."""
    with db.reading() as session:
        found = _version(session, version_id)
        name = f"{found.questionnaire.code}-{found.version}.json"
        text = json.dumps(found.document, ensure_ascii=False, indent=1)
    disposition = f'attachment; filename="{name}"'
    return Response(text, mimetype="application/json", headers={"Content-Disposition": disposition})


@blueprint.get("/verze/<uuid:version_id>/vlna/<wave_code>")
@access.roles(*own.LOOKS)
def use_version(version_id: UUID, wave_code: str) -> str:
    """Show what it would do to a wave to ask this version."""
    with db.reading() as session:
        return _switch_page(_switch(session, version_id, wave_code))


@blueprint.post("/verze/<uuid:version_id>/vlna/<wave_code>")
@access.roles(*own.LOOKS)
def switch_version(version_id: UUID, wave_code: str) -> Response:
    """Let a wave ask this version from now on."""
    sentence = _switched(version_id, wave_code)
    if sentence is None:
        return redirect(url_for(".version", version_id=version_id, saved="used"), code=303)
    with db.reading() as session:
        html = _switch_page(_switch(session, version_id, wave_code), sentence)
    return Response(html, 422, mimetype="text/html")


def _switched(version_id: UUID, wave_code: str) -> LazyString | None:
    """Switch, or return why not."""
    now = clock.now()
    try:
        with db.transaction() as session:
            found, wave = _version(session, version_id), _wave(session, wave_code)
            if wave.questionnaire_version.questionnaire_id != found.questionnaire_id:
                abort(404)
            instead_of = wave.questionnaire_version_id
            if request.form.get("from") != str(instead_of):
                return MOVED
            is_open = life.state(session, wave, now) in life.TAKES_NEW_ANSWERS
            if is_open and not request.form.get("confirmed"):
                return CONFIRM
            operations.switch_version(session, wave, found, now, by=g.staff.id, instead_of=instead_of)
    except operations.VersionMovedError:
        return MOVED
    except operations.StepError as error:
        return REFUSALS[error.refusal]
    return None


def _switch(session: Session, version_id: UUID, wave_code: str) -> Switch:
    now = clock.now()
    found, wave = _version(session, version_id), _wave(session, wave_code)
    if wave.questionnaire_version.questionnaire_id != found.questionnaire_id:
        abort(404)
    page.set_region(wave.region)
    questionnaire = design.questionnaire(session, found.id)
    obstacle = life.refusal_of_switch(session, wave, now, g.staff.id)
    state = life.state(session, wave, now)
    return Switch(
        wave=wave,
        version=found,
        questionnaire=questionnaire,
        compared=changes.comparison(session, wave.questionnaire_version, questionnaire, wave.id),
        state=state,
        is_open=state in life.TAKES_NEW_ANSWERS,
        obstacle=REFUSALS[obstacle] if obstacle else None,
    )


def _switch_page(switch: Switch, sentence: LazyString | None = None) -> str:
    return render_template(
        "designer/publication_switch.html",
        switch=switch,
        groups=change_list.of_comparison(switch.compared),
        states=labels.WAVE_STATES,
        sentence=sentence,
    )


def _may_ask(wave: Wave, state: WaveState, found: QuestionnaireVersion) -> bool:
    takes = (*life.BEFORE_OPENING, *life.TAKES_NEW_ANSWERS)
    return state in takes and wave.questionnaire_version_id != found.id


def _version(session: Session, version_id: UUID) -> QuestionnaireVersion:
    found = design.version_in(session, version_id, own.regions(*own.LOOKS))
    if found is None:
        abort(404)
    return found


def _acknowledged(found: QuestionnaireVersion, questionnaire: Questionnaire) -> list[tuple[str, str, str]]:
    """Return the warnings that stayed: where, what, and why they may."""
    rows = []
    for document in found.acknowledged:
        finding = Finding(document["code"], document["path"], document["params"], item=document["item"])
        words = mending.said(finding, questionnaire)
        rows.append((words.where, words.what, document["reason"]))
    return rows


def _region(session: Session, found: QuestionnaireVersion) -> Region:
    return next(region for region in reference.regions(session) if region.id == found.questionnaire.region_id)


def _publisher(session: Session, found: QuestionnaireVersion) -> str:
    names = (member.name for member in staff.members(session) if member.id == found.published_by_id)
    return next(names, "")


def _wave(session: Session, wave_code: str) -> Wave:
    found = waves.wave_by_code(session, wave_code)
    if found is None or found.region_id not in own.regions(*own.LOOKS):
        abort(404)
    return found
