"""Changing the own password, which ends every other session of the person."""

from flask import g, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import Field, PasswordField
from wtforms.validators import EqualTo, InputRequired, Length, ValidationError

from survey_app import access, db, passwords
from survey_app.blueprints import labels
from survey_app.blueprints.staff import blueprint
from survey_app.blueprints.staff.sign_in import TooManyAttemptsError, authenticate, begin_session
from survey_app.models import StaffMember
from survey_app.operations import staff as operations


class PasswordForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The old password, and the new one twice."""

    current = PasswordField(
        _l("Present password"),
        [
            InputRequired(_l("Write your present password.")),
            Length(max=passwords.LONGEST, message=_l("This password is too long.")),
        ],
    )
    new = PasswordField(_l("New password"), [InputRequired(_l("Write a new password."))])
    again = PasswordField(
        _l("New password once more"),
        [EqualTo("new", _l("The two new passwords differ. Write the same one twice."))],
    )

    def validate_new(self, field: Field) -> None:
        """Refuse what is short or easy to guess."""
        weakness = passwords.weakness(field.data, g.staff.email, g.staff.name)
        if weakness is not None:
            raise ValidationError(str(labels.WEAKNESSES[weakness]))


@blueprint.route("/heslo", methods=["GET", "POST"])
@access.signed_in
def change_password() -> Response | str:
    """Show the form, or change the password."""
    form = PasswordForm()
    if request.method != "POST":
        return render_template("staff/password.html", form=form, changed="changed" in request.args)
    status = 422
    if form.validate():
        try:
            member = authenticate(g.staff.email, form.current.data)
        except TooManyAttemptsError as refusal:
            form.current.errors = [str(refusal)]
            status = 429
        else:
            if member is not None:
                _change(member, form.new.data)
                return redirect(url_for(".change_password", changed=1), code=303)
            form.current.errors = [gettext("This is not your present password.")]
    return Response(
        render_template("staff/password.html", form=form, changed=False), status, mimetype="text/html"
    )


def _change(member: StaffMember, password: str) -> None:
    password_hash = passwords.hash_password(password)
    with db.transaction() as writing:
        renewed = operations.set_own_password(writing, member.id, password_hash)
    begin_session(renewed)
