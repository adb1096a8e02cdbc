"""Steps that cannot be taken back, each with a page that asks first: closing a wave now, withdrawing it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.window_form import SENTENCES
from survey_app.models import Wave
from survey_app.operations import waves as operations
from survey_app.operations.waves import WindowError
from survey_app.vocabulary import Role

Step = Callable[[Session, Wave, datetime, UUID], None]


@blueprint.route("/<wave_code>/uzavreni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def close_now(wave_code: str) -> Response | str:
    """Ask, then close an open wave at this moment."""

    def close(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
        operations.close_now(session, wave, now, by=by)

    return _asked_first(wave_code, "waves/close.html", close)


@blueprint.route("/<wave_code>/stazeni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def withdraw(wave_code: str) -> Response | str:
    """Ask, then withdraw a wave that has not opened."""

    def take_back(session: Session, wave: Wave, now: datetime, by: UUID) -> None:
        operations.withdraw(session, wave, now, by=by)

    return _asked_first(wave_code, "waves/withdraw.html", take_back)


def _asked_first(wave_code: str, template: str, step: Step) -> Response | str:
    refusal: LazyString | None = None
    if request.method == "POST":
        with db.transaction() as session:
            wave = own.wave(session, wave_code, Role.METHODOLOGIST)
            try:
                step(session, wave, clock.now(), g.staff.id)
            except WindowError as error:
                refusal = SENTENCES[error.problem]
        if refusal is None:
            return redirect(url_for(".wave", wave_code=wave_code, saved="window"), code=303)
    with db.reading() as session:
        wave = own.wave(session, wave_code, Role.METHODOLOGIST)
        page.set_region(wave.region)
        asked = render_template(template, wave=wave, sentence=refusal)
    return Response(asked, 422, mimetype="text/html") if refusal else asked
