"""Putting a coder in force: a person confirms it, with a note for those who come later."""

from typing import Any

from flask import g, redirect, render_template, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from survey_app import access, clock, db
from survey_app.blueprints.coders import blueprint, words
from survey_app.blueprints.coders.card import find
from survey_app.models import LearnedCoder
from survey_app.operations import coders as operations
from survey_app.queries import coders, releases
from survey_app.vocabulary import Role

MAX_NOTE = 1000


class ReleaseForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """Why, a confirmation, and which release the person saw as the one in force."""

    note = TextAreaField(
        _l("Why"),
        [
            InputRequired(_l("Write why. Whoever looks at it in a year will want to know.")),
            Length(max=MAX_NOTE, message=_l("Use at most %(n)s characters.", n=MAX_NOTE)),
        ],
    )
    sure = BooleanField(
        _l("I have read the card and want this coder to code all comments"),
        [InputRequired(_l("Tick that you have read the card."))],
    )
    instead_of = IntegerField(widget=HiddenInput(), default=0)


@blueprint.get("/koder/<version>/nasazeni")
@access.roles(Role.METHODOLOGIST)
def release(version: str) -> str:
    """Ask whether a coder is to be put in force."""
    with db.reading() as session:
        coder = _coder(session, version)
        return _page(session, coder, ReleaseForm(instead_of=_present(session)))


@blueprint.post("/koder/<version>/nasazeni")
@access.roles(Role.METHODOLOGIST)
def confirm_release(version: str) -> Response | tuple[str, int]:
    """Put a coder in force."""
    form = ReleaseForm()
    sentence = ""
    if form.validate_on_submit():
        try:
            with db.transaction() as session:
                operations.release(
                    session,
                    _coder(session, version),
                    clock.now(),
                    instead_of=form.instead_of.data or 0,
                    note=form.note.data,
                    by=g.staff.id,
                )
        except operations.ReleasedMeanwhileError:
            sentence = gettext(
                "Somebody has put a coder in force meanwhile. Look at which one, and decide again."
            )
        except operations.NothingToTakeOverError:
            sentence = gettext("This coder is not better than the coding frame at anything.")
        else:
            return redirect(url_for(".overview", saved="released"), code=303)
    with db.reading() as session:
        if sentence:  # the page shows what is in force now, and the next attempt is about that
            form.instead_of.data, form.instead_of.raw_data = _present(session), None
        return _page(session, _coder(session, version), form, sentence), 422


def _present(session: Session) -> int:
    release = releases.in_force(session)
    return release.sequence if release else 0


def _coder(session: Session, version: str) -> LearnedCoder | None:
    return None if version == releases.DAY_ONE else find(session, version)


def _page(session: Session, coder: LearnedCoder | None, form: ReleaseForm, sentence: str = "") -> str:
    names = words.Words(session, g.language)
    in_force = releases.coder_in_force(session)
    same = (coder.id if coder else None) == (in_force.id if in_force else None)
    changes: list[Any] = names.changes(coder, in_force) if coder else []
    return render_template(
        "coders/release.html",
        coder=coder,
        in_force=in_force,
        same=same,
        better_at_nothing=coder is not None and not coders.takes_something_over(coder),
        taken_over=names.handed_over(coder) if coder else [],
        changes=changes,
        form=form,
        sentence=sentence,
        max_note=MAX_NOTE,
    )
