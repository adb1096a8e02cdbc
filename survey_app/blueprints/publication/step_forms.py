"""The forms of the steps of a snapshot: reasons for warnings, a last day for replies, a reason in writing."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, Field, TextAreaField
from wtforms.validators import InputRequired, Length

from survey_app.blueprints.publication.wording import NO_REASON, WRONG_TIME, warning_in_words
from survey_app.queries.method_warnings import MethodWarning

MAX_REASON = 1000
"""Characters of a reason."""

_PREFIX = "reason_"
_SHORT = Length(max=MAX_REASON, message=_l("Use at most %(n)s characters.", n=MAX_REASON))


def _plain(text: str | None) -> str | None:
    """Count a line end as one character, as the field's own counter does; no database stores a NUL."""
    return text.replace("\r\n", "\n").replace("\0", "").strip() if text else text


class StepForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A step that asks for nothing but the button."""


class ReasonForm(StepForm):
    """A step that is owed a reason."""

    reason = TextAreaField(_l("Reason"), [InputRequired(NO_REASON), _SHORT], filters=[_plain])


class ReplyTimeForm(StepForm):
    """The last day on which providers may reply."""

    reply_until = DateField(
        _l("Last day for replies"), [InputRequired(WRONG_TIME)], invalid_value_message=WRONG_TIME
    )


class CheckForm(StepForm):
    """A reason for each warning; `codes` are those of the warnings, in their order."""

    codes: tuple[str, ...] = ()

    @property
    def reasons(self) -> dict[str, str]:
        """What was written, by the code of the warning."""
        return {code: self.field_of(code).data or "" for code in self.codes}

    def field_of(self, code: str) -> Field:
        """The field of a warning."""
        return self[_PREFIX + code]


def check_form(warnings: Sequence[MethodWarning]) -> type[CheckForm]:
    """Return a form, in the page's language, that asks for a reason for each warning."""
    fields: dict[str, Any] = {"codes": tuple(warning.code for warning in warnings)}
    for warning in warnings:
        fields[_PREFIX + warning.code] = TextAreaField(
            warning_in_words(warning), [InputRequired(NO_REASON), _SHORT], filters=[_plain]
        )
    return type("CheckForm", (CheckForm,), fields)
