"""The page on which a coordinator clears words of a comment for the public."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, HiddenField, TextAreaField
from wtforms.validators import InputRequired

from forms.languages import spoken_language
from survey_app import access, clock, db
from survey_app.blueprints import page as pages
from survey_app.blueprints.clearing import blueprint
from survey_app.blueprints.clearing.beside import pieces
from survey_app.blueprints.personal_data import every_mark, finds_in, marks_in, masked
from survey_app.blueprints.reach import regions
from survey_app.models import ClearedComment, Comment
from survey_app.operations import clearing as operations
from survey_app.queries import classification, clearing, comments, reference, triage
from survey_app.vocabulary import Role, Verdict

NO_WORDS = _l("Leave some words of the comment.")
NOT_THEIR_WORDS = _l(
    "Words may be left out or replaced by one of the marks listed at the field. No word may be added or "
    "moved, and no other mark in brackets is taken."
)
READ_ONCE_MORE = _l("You changed the text. Read it once more beside the original, then clear it.")
CONFIRM = _l("Confirm this, or change the text until you can.")
NOT_RELEVANT = _l("The comment is not decided as relevant any more, so nothing of it can be shown.")


def _plain(text: str | None) -> str | None:
    return text.replace("\r\n", "\n").replace("\0", "").strip() if text else text


class ClearingForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The text, the text that was last seen beside the original, and two confirmations."""

    text = TextAreaField(_l("Text for the public"), [InputRequired(NO_WORDS)], filters=[_plain])
    seen = HiddenField(filters=[_plain])
    no_data = BooleanField(
        _l("I have read the whole text: there is no name, no address and no telephone number in it."),
        [InputRequired(CONFIRM)],
    )
    unrecognised = BooleanField(
        _l("There is nothing in it by which somebody could be recognised, not even by neighbours."),
        [InputRequired(CONFIRM)],
    )

    def is_their_words(self, original: str) -> bool:
        """Say at the field where the text is not a shortening of the masked comment."""
        if self.text.errors:
            return False
        if not operations.is_shortened(original, self.text.data or "", every_mark()):
            self.text.errors = [NOT_THEIR_WORDS if self.text.data else NO_WORDS]
            return False
        return True


@dataclass(frozen=True)
class Candidate:
    """A comment whose words may be cleared: masked, with what was cleared of it before."""

    comment: Comment
    masked: str
    looked_at: bool
    cleared: ClearedComment | None


@blueprint.get("/<uuid:comment_id>/zverejneni")
@access.roles(Role.COORDINATOR)
def clear(comment_id: UUID) -> str:
    """Show the comment beside what the public would read, masked where the machine found personal data."""
    with db.reading() as session:
        candidate = _candidate(session, comment_id)
    text = candidate.cleared.text if candidate.cleared else candidate.masked
    return _page(candidate, ClearingForm(formdata=None, data={"text": text, "seen": text}))


@blueprint.post("/<uuid:comment_id>/zverejneni")
@access.roles(Role.COORDINATOR)
def store(comment_id: UUID) -> Response | str:
    """Show a changed text beside the original, or clear the one that was seen there."""
    with db.reading() as session:
        candidate = _candidate(session, comment_id)
    form = ClearingForm()
    valid = form.validate()
    theirs = form.is_their_words(candidate.masked)
    unseen = form.seen.data != form.text.data
    if request.form.get("do") == "compare" and theirs:
        return _page(candidate, _seen(form))
    if theirs and valid and unseen:
        form.text.errors = [READ_ONCE_MORE]
    if theirs and valid and not unseen and _cleared(comment_id, candidate, form):
        return redirect(url_for(".clear", comment_id=comment_id, saved="cleared"), code=303)
    if theirs:
        form.seen.data = form.text.data
    return Response(_page(candidate, form), 422, mimetype="text/html")


@blueprint.post("/<uuid:comment_id>/zverejneni/zpet")
@access.roles(Role.COORDINATOR)
def take_back(comment_id: UUID) -> Response:
    """Show the public nothing of the comment any more."""
    with db.transaction() as session:
        comment = comments.comment(session, comment_id, regions(Role.COORDINATOR))
        if comment is None:
            abort(404)
        operations.take_back(session, comment, by=g.staff.id)
    return redirect(url_for("triage.comment", comment_id=comment_id), code=303)


def _cleared(comment_id: UUID, candidate: Candidate, form: ClearingForm) -> bool:
    try:
        with db.transaction() as session:
            comment = _candidate(session, comment_id).comment
            operations.clear(
                session,
                comment,
                form.text.data,
                candidate.masked,
                clock.today(),
                by=g.staff.id,
                marks=every_mark(),
            )
    except operations.NotRelevantError:
        form.form_errors.append(NOT_RELEVANT)
        return False
    return True


def _seen(form: ClearingForm) -> ClearingForm:
    """Return the form with the text as seen and without complaints: nothing was asked to be cleared yet."""
    given = {"text": form.text.data, "no_data": form.no_data.data, "unrecognised": form.unrecognised.data}
    return ClearingForm(formdata=None, data={**given, "seen": form.text.data})


def _candidate(session: Session, comment_id: UUID) -> Candidate:
    """Return a relevant comment of the person's regions; to everybody else there is no such page."""
    comment = comments.comment(session, comment_id, regions(Role.COORDINATOR))
    history = triage.history(session, comment_id) if comment else []
    if comment is None or not history or history[0].verdict is not Verdict.RELEVANT:
        abort(404)
    pages.set_region(next(each for each in reference.regions(session) if each.id == comment.region_id))
    found = classification.coding_in_force(session, comment_id)
    with force_locale(spoken_language(comment.language)):
        hidden = masked(comment.text, finds_in(comment.text, found.coding if found else {}))
    return Candidate(comment, hidden, found is not None, clearing.cleared(session, comment_id))


def _page(candidate: Candidate, form: ClearingForm) -> str:
    return render_template(
        "clearing/page.html",
        comment=candidate.comment,
        candidate=candidate,
        form=form,
        marks=[f"[{mark}]" for mark in marks_in(candidate.comment.language)],
        marks_language=spoken_language(candidate.comment.language),
        pieces=pieces(candidate.comment.text, form.seen.data or candidate.masked),
        saved=request.args.get("saved", ""),
    )
