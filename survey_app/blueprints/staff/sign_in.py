"""Signing in and out. What it answers, and how fast, is the same whether or not an account exists."""

from datetime import timedelta

from flask import current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.csrf import CSRFError
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from survey_app import access, clock, db, passwords
from survey_app.blueprints import errors
from survey_app.blueprints.staff import blueprint, unsent
from survey_app.models import StaffMember
from survey_app.operations import sign_in as operations
from survey_app.operations import staff as staff_operations
from survey_app.operations import turns
from survey_app.queries import staff as queries
from survey_app.queries.staff import Identity

_MINUTE = 60


class SignInForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """Who is there."""

    email = StringField(
        _l("E-mail"),
        [InputRequired(_l("Write your e-mail.")), Length(max=200, message=_l("This e-mail is too long."))],
    )
    password = PasswordField(
        _l("Password"),
        [
            InputRequired(_l("Write your password.")),
            Length(max=passwords.LONGEST, message=_l("This password is too long.")),
        ],
    )


class TooManyAttemptsError(Exception):
    """Signing in has to wait."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(str(wait))
        self.seconds = max(1, round(wait.total_seconds()))

    def __str__(self) -> str:
        if self.seconds < _MINUTE:
            return str(
                ngettext(
                    "Too many attempts. Try again in %(num)s second.",
                    "Too many attempts. Try again in %(num)s seconds.",
                    self.seconds,
                )
            )
        return str(
            ngettext(
                "Too many attempts. Try again in %(num)s minute.",
                "Too many attempts. Try again in %(num)s minutes.",
                -(-self.seconds // _MINUTE),
            )
        )


@blueprint.route("/prihlaseni", methods=["GET", "POST"])
@access.public
def sign_in() -> Response | str:
    """Show the form, or begin a session."""
    held = unsent.carried()
    if g.staff is not None:
        return _onward(held, g.staff)
    form = SignInForm()
    if request.method != "POST":
        return render_template("staff/sign_in.html", form=form)
    status, wait = 422, 0
    if form.validate():
        try:
            member = authenticate(form.email.data, form.password.data)
        except TooManyAttemptsError as refusal:
            form.form_errors.append(str(refusal))
            status, wait = 429, refusal.seconds
        else:
            if member is not None:
                begin_session(member)
                return _onward(held, member)
            form.form_errors.append(gettext("The e-mail or the password is not right."))
    html = render_template("staff/sign_in.html", form=form, unsent=held)
    response = Response(html, status, mimetype="text/html")
    if wait:
        response.headers["Retry-After"] = str(wait)
    return response


@blueprint.post("/odhlaseni")
@access.signed_in
def sign_out() -> Response:
    """End the session of this browser, and every other one of the person."""
    with db.transaction() as writing:
        staff_operations.end_sessions(writing, g.staff.id)
        turns.release_all(writing, g.staff.id)
    session.clear()
    return redirect(url_for(".sign_in"), code=303)


def ask_before_sending_on(held: unsent.Unsent) -> Response:
    """Return the form of signing in, with what was sent by somebody whose session had ended."""
    html = render_template("staff/sign_in.html", form=SignInForm(formdata=None), unsent=held)
    return Response(html, 401, mimetype="text/html")


@blueprint.errorhandler(CSRFError)
def keep_what_was_carried(error: CSRFError) -> ResponseReturnValue:
    """Show what was carried once more where its page was of another session, such as one loaded again."""
    signs_in = request.endpoint == "staff.sign_in" and unsent.comes_from_here()
    held = unsent.carried() if signs_in else None
    if held is None:
        return errors.answer(error)
    return ask_before_sending_on(held) if g.staff is None else _onward(held, g.staff)


def authenticate(email: str, password: str) -> StaffMember | None:
    """Return the open account with this e-mail and password, or None.

    Raises:
        TooManyAttemptsError: passwords are being guessed; nothing was checked.
    """
    attempt = operations.attempt_of(
        email, request.remote_addr or "", current_app.config["SETTINGS"].signing_key
    )
    with db.transaction() as writing:
        wait = operations.begin_attempt(writing, attempt, email, clock.now())
    if wait is not None:
        raise TooManyAttemptsError(wait)
    with db.reading() as reading:
        member = queries.member_by_email(reading, email)
    known = member if member is not None and member.active else None
    if not passwords.matches(known.password_hash if known else None, password) or known is None:
        return None
    fresh = passwords.hash_password(password) if passwords.is_outdated(known.password_hash) else ""
    with db.transaction() as writing:
        operations.succeed(writing, attempt)
        if fresh:
            staff_operations.renew_hash(writing, known.id, known.password_hash, fresh)
    return known


def begin_session(member: StaffMember) -> None:
    """Give this browser a new session; whatever a stranger may have planted in the old one is gone."""
    session.clear()
    g.pop("csrf_token", None)  # it was of the old session, and a page of this answer needs one of the new
    session["staff_id"], session["epoch"] = str(member.id), member.session_epoch


def _onward(held: unsent.Unsent | None, member: StaffMember | Identity) -> Response | str:
    """Go on to where the person wanted to, or to what was sent and is not saved."""
    if held is None:
        return redirect(_where_to(), code=303)
    return render_template("staff/unsent.html", unsent=held, name=member.name, own=held.may_be_of(member.id))


def _where_to() -> str:
    target = request.args.get("next", "")
    return target if unsent.is_own_address(target) else url_for(".first_page")
