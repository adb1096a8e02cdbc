"""One result as the provider concerned sees it, with the form for the reply while that is open."""

from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.reach import regions
from survey_app.blueprints.replies import blueprint
from survey_app.blueprints.replies.figures import own_services
from survey_app.models import IndexSnapshot, Provider
from survey_app.models.index import REPLY_LENGTH
from survey_app.operations import replies as operations
from survey_app.queries import design, replies, results
from survey_app.vocabulary import Role

TOO_LONG = _l("Use at most %(n)s characters.", n=REPLY_LENGTH)
NOTHING = _l("Write your reply.")
OVER = _l("Replies are not taken any more. Nothing was changed; your text is still in the field below.")


def _plain(text: str | None) -> str | None:
    """Count a line end as one character, as the field's own counter does; no database stores a NUL."""
    return text.replace("\r\n", "\n").replace("\0", "").strip() if text else text


class ReplyForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What the provider says."""

    text = TextAreaField(
        _l("Reply of the provider"),
        [InputRequired(NOTHING), Length(min=1, message=NOTHING), Length(max=REPLY_LENGTH, message=TOO_LONG)],
        filters=[_plain],
    )


@blueprint.get("/<uuid:snapshot_id>")
@access.roles(Role.PROVIDER)
def reply(snapshot_id: UUID) -> str:
    """Show the provider's own services and the reply."""
    with db.reading() as session:
        found, provider = _own(session, snapshot_id)
        written = replies.reply_of(session, found.id, provider.id)
        form = ReplyForm(data={"text": written.text if written else ""})
        return _page(session, found, provider, form)


@blueprint.post("/<uuid:snapshot_id>")
@access.roles(Role.PROVIDER)
def write(snapshot_id: UUID) -> Response | str:
    """Store the reply, or ask whether it is to be withdrawn; what was typed comes back from there."""
    form = ReplyForm()
    with db.reading() as session:
        found, provider = _own(session, snapshot_id)
        match request.form.get("do"):
            case "ask":
                return _question(session, found, provider, form)
            case "keep":
                return _page(session, found, provider, form)
    if form.validate():
        try:
            with db.transaction() as session:
                found, _ = _own(session, snapshot_id)
                operations.write(session, found, form.text.data, clock.now(), by=g.staff.id)
        except operations.NotOpenError:
            form.form_errors.append(OVER)
        else:
            return redirect(url_for(".reply", snapshot_id=snapshot_id, saved="reply"), code=303)
    return _refused(snapshot_id, form)


@blueprint.post("/<uuid:snapshot_id>/odvolani")
@access.roles(Role.PROVIDER)
def withdraw(snapshot_id: UUID) -> Response:
    """Delete the reply."""
    form = ReplyForm()
    try:
        with db.transaction() as session:
            found, _ = _own(session, snapshot_id)
            operations.withdraw(session, found, clock.now(), by=g.staff.id)
    except operations.NotOpenError:
        form.form_errors.append(OVER)
        return _refused(snapshot_id, form)
    return redirect(url_for(".reply", snapshot_id=snapshot_id, saved="withdrawn"), code=303)


def _refused(snapshot_id: UUID, form: ReplyForm) -> Response:
    with db.reading() as session:
        html = _page(session, *_own(session, snapshot_id), form)
    return Response(html, 422, mimetype="text/html")


def _question(session: Session, found: IndexSnapshot, provider: Provider, form: ReplyForm) -> str:
    page.set_region(found.wave.region)
    return render_template(
        "replies/withdraw.html",
        snapshot=found,
        provider=provider,
        written=replies.reply_of(session, found.id, provider.id),
        typed=form.text.data,
    )


def _own(session: Session, snapshot_id: UUID) -> tuple[IndexSnapshot, Provider]:
    """Return a snapshot that the provider may see and has services in; for all others there is none."""
    found = replies.snapshot_for_providers(session, snapshot_id, regions(Role.PROVIDER))
    if found is None:
        abort(404)
    provider = replies.provider_of(session, g.staff.id, found.wave.region_id)
    if provider is None or not replies.services_of(session, found, provider.id):
        abort(404)
    return found, provider


def _page(session: Session, found: IndexSnapshot, provider: Provider, form: ReplyForm) -> str:
    page.set_region(found.wave.region)
    return render_template(
        "replies/reply.html",
        snapshot=found,
        wave=found.wave,
        titles=design.questionnaire(session, found.wave.questionnaire_version_id).titles,
        provider=provider,
        services=own_services(session, found, provider, g.language),
        method=found.public_document.get("method", {}),
        state=labels.SNAPSHOT_STATES[found.state],
        is_open=replies.is_open(found, clock.today()),
        public=found.state in results.PUBLIC,
        written=replies.reply_of(session, found.id, provider.id),
        form=form,
        longest=REPLY_LENGTH,
        saved=request.args.get("saved", ""),
    )
