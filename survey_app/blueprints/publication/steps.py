"""The steps of a snapshot, each with a page that asks first: checked, approved, published, given back …"""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from flask import g, redirect, render_template, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.publication import blueprint, own
from survey_app.blueprints.publication.step_forms import (
    CheckForm,
    ReasonForm,
    ReplyTimeForm,
    StepForm,
    check_form,
)
from survey_app.blueprints.publication.wording import (
    APPROVE,
    CHECK,
    GIVE_BACK,
    LEAVE_REPLIES_OUT,
    NO_REASON,
    OPEN_FOR_REPLIES,
    PUBLISH,
    REFUSALS,
    WRONG_TIME,
    StepWords,
    logged,
    warning_details,
)
from survey_app.models import IndexSnapshot
from survey_app.operations import snapshots as operations
from survey_app.queries import method_warnings, snapshots
from survey_app.vocabulary import Role

Step = Callable[[Session, IndexSnapshot, datetime, UUID], None]


@blueprint.route("/<uuid:snapshot_id>/kontrola", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def check(snapshot_id: UUID) -> Response | str:
    """Show the warnings of the method and take the reasons for going on."""
    with db.reading() as session:
        found = own.snapshot(session, snapshot_id, Role.METHODOLOGIST)
        form: CheckForm = check_form(method_warnings.of_snapshot(session, found))()

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.check(session, snapshot, form.reasons, now, by=by)

    return _asked_first(snapshot_id, CHECK, form, step)


@blueprint.route("/<uuid:snapshot_id>/vyjadreni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def open_for_replies(snapshot_id: UUID) -> Response | str:
    """Ask until when, then let providers reply."""
    until = clock.today() + timedelta(days=operations.REPLY_DAYS)
    form = ReplyTimeForm(data={"reply_until": until})

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.open_for_replies(session, snapshot, form.reply_until.data, now, by=by)

    return _asked_first(snapshot_id, OPEN_FOR_REPLIES, form, step)


@blueprint.route("/<uuid:snapshot_id>/bez-vyjadreni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def leave_replies_out(snapshot_id: UUID) -> Response | str:
    """Ask why, then go on without providers."""
    form = ReasonForm()

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.leave_replies_out(session, snapshot, form.reason.data, now, by=by)

    return _asked_first(snapshot_id, LEAVE_REPLIES_OUT, form, step)


@blueprint.route("/<uuid:snapshot_id>/schvaleni", methods=["GET", "POST"])
@access.roles(*snapshots.APPROVERS)
def approve(snapshot_id: UUID) -> Response | str:
    """Ask, then agree as a second person."""

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.approve(session, snapshot, now, by=by)

    return _asked_first(snapshot_id, APPROVE, StepForm(), step)


@blueprint.route("/<uuid:snapshot_id>/zverejneni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def publish(snapshot_id: UUID) -> Response | str:
    """Ask, then show the figures to everybody."""

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.publish(session, snapshot, now, by=by)

    return _asked_first(snapshot_id, PUBLISH, StepForm(), step)


@blueprint.route("/<uuid:snapshot_id>/vraceni", methods=["GET", "POST"])
@access.roles(*snapshots.APPROVERS)
def give_back(snapshot_id: UUID) -> Response | str:
    """Ask why, then make the figures a draft again."""
    form = ReasonForm()

    def step(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> None:
        operations.give_back(session, snapshot, form.reason.data, now, by=by)

    return _asked_first(snapshot_id, GIVE_BACK, form, step)


def _asked_first(snapshot_id: UUID, words: StepWords, form: StepForm, step: Step) -> Response | str:
    sentence: LazyString | None = None
    roles = snapshots.RULES[words.kind].roles
    if form.is_submitted():
        with db.reading() as session:
            own.snapshot(session, snapshot_id, *roles)  # a foreign one has no form either
        if form.validate():
            sentence = _taken(snapshot_id, roles, step, form)
            if sentence is None and not form.errors:
                address = url_for(".snapshot", snapshot_id=snapshot_id, saved=words.kind.value)
                return redirect(address, code=303)
    html = _page(snapshot_id, words, form, sentence)
    return Response(html, 422, mimetype="text/html") if form.is_submitted() else html


def _taken(snapshot_id: UUID, roles: tuple[Role, ...], step: Step, form: StepForm) -> LazyString | None:
    """Take the step; where it is refused, say so at the field it is about, or return the sentence."""
    try:
        with db.transaction() as session:
            step(session, own.snapshot(session, snapshot_id, *roles), clock.now(), g.staff.id)
    except operations.StepError as error:
        return REFUSALS[error.refusal]
    except operations.UnreadWarningsError as error:
        for code in set(error.codes) & set(form.codes):
            form.field_of(code).errors = [NO_REASON]
        return None if form.errors else REFUSALS[snapshots.Refusal.WRONG_STATE]
    except operations.NoReasonError:
        form.reason.errors = [NO_REASON]
    except operations.ReplyTimeError:
        form.reply_until.errors = [WRONG_TIME]
    return None


def _page(snapshot_id: UUID, words: StepWords, form: StepForm, sentence: LazyString | None) -> str:
    with db.reading() as session:
        found = own.snapshot(session, snapshot_id, *snapshots.RULES[words.kind].roles)
        page.set_region(found.wave.region)
        refusal = snapshots.refusal(session, found, words.kind, clock.today(), g.staff.id)
        return render_template(
            "publication/step.html",
            snapshot=found,
            wave=found.wave,
            words=words,
            form=form,
            sentence=sentence,
            impossible=REFUSALS[refusal] if refusal and not sentence else None,
            warnings=method_warnings.of_snapshot(session, found) if words is CHECK else (),
            warning_details=warning_details,
            done=logged(snapshots.steps(session, found.id)) if words is APPROVE else (),
            alone=words is APPROVE
            and g.staff.id == snapshots.checker(session, found.id)
            and snapshots.is_alone(session, found),
        )
