"""The form of a step that people are owed a reason for: a text in each language of the region."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, Field, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from survey_app.blueprints import labels
from survey_app.blueprints.waves.window_form import NOT_A_DAY, moment, of_our_time

MAX_REASON = 1000
"""Characters of a reason."""


class StepForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """A reason in each language; `languages` are those of the region, the first one first."""

    languages: tuple[str, ...] = ()

    @property
    def reasons(self) -> list[Field]:
        """The fields of the reason, in the order of the languages."""
        return [self[_name(tag)] for tag in self.languages]

    @property
    def explanations(self) -> dict[str, str]:
        """What was written, by language."""
        return {tag: self[_name(tag)].data or "" for tag in self.languages}


def step_form(languages: Sequence[str], *, required: bool = True, extension: bool = False) -> type[StepForm]:
    """Return a form, in the page's language, that asks for the reason; an extension asks for its closing."""
    fields: dict[str, Any] = {"languages": tuple(languages)}
    if extension:
        fields["closes_at"] = moment(_l("New closing"))
        fields["results_on"] = DateField(
            _l("Results are promised for"), [Optional(), of_our_time], invalid_value_message=NOT_A_DAY
        )
    for tag in languages:
        must = required and tag == languages[0]
        presence = InputRequired(gettext("Write a reason for the public.")) if must else Optional()
        short = Length(max=MAX_REASON, message=gettext("Use at most %(n)s characters.", n=MAX_REASON))
        label = gettext("Reason for the public, %(language)s", language=labels.language(tag))
        fields[_name(tag)] = TextAreaField(label, [presence, short])
    return type("StepForm", (StepForm,), fields)


def _name(tag: str) -> str:
    return f"reason_{tag.replace('-', '_')}"
