"""The steps of a wave, each with a page that asks first: approved, extended, closed, withdrawn, archived."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from flask import current_app, g, redirect, render_template, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.step_form import StepForm, step_form
from survey_app.blueprints.waves.window_form import NONEXISTENT, SENTENCES, clock_hint, wall_time
from survey_app.blueprints.waves.wording import NO_EXPLANATION, REFUSALS, STEPS
from survey_app.models import Wave
from survey_app.operations import waves as operations
from survey_app.operations.windows import WindowError
from survey_app.queries import design, life, trials, waves
from survey_app.vocabulary import Role, WaveStepKind

Step = Callable[[Session, Wave, datetime, UUID], None]


@blueprint.route("/<wave_code>/schvaleni", methods=["GET", "POST"])
@access.roles(*life.APPROVERS)
def approve(wave_code: str) -> Response | str:
    """Ask, then let the clock announce and open the wave."""
    days = current_app.config["SETTINGS"].announcement_days

    def step(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
        operations.approve(session, wave, now, by=by, announcement_days=days)

    return _asked_first(wave_code, WaveStepKind.APPROVED, StepForm, lambda _form: step)


@blueprint.route("/<wave_code>/odvolani-schvaleni", methods=["GET", "POST"])
@access.roles(*life.APPROVERS)
def take_approval_back(wave_code: str) -> Response | str:
    """Ask, then make an approved wave a draft again."""
    return _plain(wave_code, WaveStepKind.APPROVAL_TAKEN_BACK, operations.take_approval_back)


@blueprint.route("/<wave_code>/archivace", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def archive(wave_code: str) -> Response | str:
    """Ask, then put a wave with published results away."""
    return _plain(wave_code, WaveStepKind.ARCHIVED, operations.archive)


@blueprint.route("/<wave_code>/navrat-z-archivu", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def bring_back(wave_code: str) -> Response | str:
    """Ask, then show an archived wave on the first page again."""
    return _plain(wave_code, WaveStepKind.BROUGHT_BACK, operations.bring_back)


@blueprint.route("/<wave_code>/uzavreni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def close_early(wave_code: str) -> Response | str:
    """Ask for the reason, then close an open wave at this moment."""
    form = step_form(_region_languages(wave_code))
    return _explained(wave_code, WaveStepKind.CLOSED_EARLY, form, operations.close_early)


@blueprint.route("/<wave_code>/stazeni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def withdraw(wave_code: str) -> Response | str:
    """Ask for the reason, then withdraw a wave that has not opened."""
    with db.reading() as session:
        announced = waves.is_public(own.wave(session, wave_code, Role.METHODOLOGIST), clock.now())
    form = step_form(_region_languages(wave_code), required=announced)
    return _explained(wave_code, WaveStepKind.WITHDRAWN, form, operations.withdraw)


@blueprint.route("/<wave_code>/prodlouzeni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def extend(wave_code: str) -> Response | str:
    """Ask for the new closing and the reason, then let an open wave be answered for longer."""

    def of_form(form: StepForm) -> Step | None:
        try:
            closes_at = clock.from_local(form.closes_at.data)
        except clock.NonexistentTimeError:
            form.closes_at.errors = [NONEXISTENT]
            return None

        def step(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
            results_on = form.results_on.data
            operations.extend(session, wave, closes_at, results_on, form.explanations, now, by=by)

        return step

    form_class = step_form(_region_languages(wave_code), extension=True)
    return _asked_first(wave_code, WaveStepKind.EXTENDED, form_class, of_form)


def _plain(wave_code: str, kind: WaveStepKind, operation: Callable[..., None]) -> Response | str:
    def step(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
        operation(session, wave, now, by=by)

    return _asked_first(wave_code, kind, StepForm, lambda _form: step)


def _explained(
    wave_code: str, kind: WaveStepKind, form_class: type[StepForm], operation: Callable[..., None]
) -> Response | str:
    def of_form(form: StepForm) -> Step:
        def step(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
            operation(session, wave, form.explanations, now, by=by)

        return step

    return _asked_first(wave_code, kind, form_class, of_form)


def _asked_first(
    wave_code: str,
    kind: WaveStepKind,
    form_class: type[StepForm],
    of_form: Callable[[StepForm], Step | None],
) -> Response | str:
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        form = form_class(data={"closes_at": wall_time(wave.closes_at), "results_on": wave.results_on})
    refusal: LazyString | None = None
    if form.is_submitted():
        step = of_form(form) if form.validate() else None
        if step is not None:
            refusal = _taken(wave_code, step, form)
            if refusal is None and not form.errors:
                return redirect(url_for(".wave", wave_code=wave_code, saved=kind.value), code=303)
    html = _page(wave_code, kind, form, refusal)
    return Response(html, 422, mimetype="text/html") if form.is_submitted() else html


def _taken(wave_code: str, step: Step, form: StepForm) -> LazyString | None:
    """Take the step; where it is refused, say so at the field it is about, or return the sentence."""
    try:
        with db.transaction() as session:
            step(session, own.wave(session, wave_code, *own.LOOKS), clock.now(), g.staff.id)
    except operations.StepError as error:
        return REFUSALS[error.refusal]
    except operations.NoExplanationError:
        form.reasons[0].errors = [NO_EXPLANATION]
    except WindowError as error:
        if error.field not in form:
            return SENTENCES[error.problem]
        form[error.field].errors = [SENTENCES[error.problem]]
    return None


def _page(wave_code: str, kind: WaveStepKind, form: StepForm, sentence: LazyString | None) -> str:
    now = clock.now()
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        page.set_region(wave.region)
        refusal = life.refusal(session, wave, kind, now, g.staff.id)
        return render_template(
            "waves/step.html",
            wave=wave,
            kind=kind,
            words=STEPS[kind],
            form=form,
            hint=clock_hint(wall_time(wave.closes_at), form.closes_at.data) if "closes_at" in form else "",
            sentence=sentence,
            impossible=REFUSALS[refusal] if refusal and not sentence else None,
            titles=design.questionnaire(session, wave.questionnaire_version_id).titles,
            alone=kind is WaveStepKind.APPROVED
            and life.is_alone(session, wave)
            and g.staff.id == wave.created_by_id,
            untried=not trials.trial_responses(session, wave.id),
            already_public=waves.is_public(wave, now),
        )


def _region_languages(wave_code: str) -> list[str]:
    with db.reading() as session:
        return list(own.wave(session, wave_code, Role.METHODOLOGIST).region.languages)
