"""The form of a decision."""

import re
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import (
    Field,
    Form,
    HiddenField,
    IntegerField,
    RadioField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import HiddenInput

from forms.documents.canonical import UNSTORABLE
from survey_app.blueprints import labels
from survey_app.models import BlindReading, TriageDecision
from survey_app.operations.opinion import Opinion
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict

LONGEST_NOTE = 2000
GENERAL = "general"
ALIKE = r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):([0-9]{1,9})"
"""Key and step of a similar comment."""


class CodeField(RadioField):  # type: ignore[misc]  # wtforms has no types
    """One code of a vocabulary, or nothing."""

    def __init__(self, label: Any, words: dict[Any, Any], **kwargs: Any) -> None:
        unknown = _l("Choose one of the options.")
        super().__init__(
            label,
            choices=[SelectChoice(*word) for word in words.items()],
            invalid_choice_message=unknown,
            **kwargs,
        )

    def pre_validate(self, form: Form) -> None:
        """Check what was sent; that nothing was sent is for the form to judge."""
        if self.data is not None:
            super().pre_validate(form)


class StepForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What every step carries: the number of the newest step that was shown; 0 for none."""

    based_on = IntegerField(widget=HiddenInput(), validators=[InputRequired()])

    def base_on(self, sequence: int) -> None:
        """Carry `sequence` from now on, whatever was sent."""
        self.based_on.data, self.based_on.raw_data = sequence, None


class DecisionForm(StepForm):
    """A verdict with its reason, target groups, kind and note.

    `together` holds "key:step" of similar comments, `despite` the key of whoever has the comment on screen,
    as the page said, `known_changes` what was chosen instead of the suggestion (see `accepting`).
    """

    verdict = CodeField(
        _l("Is this about social services?"),
        labels.VERDICTS,
        validators=[InputRequired(_l("Choose whether the comment is relevant."))],
    )
    reason = CodeField(_l("Why is it not relevant?"), labels.REASONS)
    target_groups = SelectMultipleField(_l("Whom is it about?"))
    kind = CodeField(_l("What does the comment do?"), labels.KINDS)
    note = TextAreaField(
        _l("Note for colleagues"),
        [Length(max=LONGEST_NOTE, message=_l("The note may have at most %(max)d characters."))],
        filters=[lambda typed: UNSTORABLE.sub("", typed or "")],
    )

    together = SelectMultipleField(_l("Similar comments that get the same decision"), validate_choice=False)
    despite = HiddenField()
    known_changes = HiddenField()
    readings_seen = IntegerField(default=0, widget=HiddenInput(), validators=[Optional()])

    def validate_reason(self, field: Field) -> None:
        """An irrelevant comment needs a reason, because its author will be told."""
        if self.verdict.data == Verdict.IRRELEVANT and not field.data:
            raise ValidationError(_l("Choose why the comment is not relevant."))

    def validate_target_groups(self, field: Field) -> None:
        """A relevant comment is about somebody; "general" stands alone."""
        groups = field.data or []
        if self._may_be_relevant() and not groups:
            raise ValidationError(_l("Choose at least one group, or the general one."))
        if GENERAL in groups and len(groups) > 1:
            raise ValidationError(_l("Choose either the general group or particular ones."))

    def validate_kind(self, field: Field) -> None:
        """A relevant comment counts as one kind."""
        if self._may_be_relevant() and not field.data:
            raise ValidationError(_l("Choose what the comment does."))

    def _may_be_relevant(self) -> bool:
        """Whether it was said, or something was chosen that only a relevant comment has."""
        begun = self.kind.data or self.target_groups.data
        return bool(self.verdict.data == Verdict.RELEVANT or (not self.verdict.data and begun))

    def opinion(self) -> Opinion:
        """Return what was chosen, once it is valid."""
        return Opinion(
            Verdict(self.verdict.data),
            IrrelevanceReason(self.reason.data) if self.reason.data else None,
            tuple(dict.fromkeys(self.target_groups.data or ())),
            CommentKind(self.kind.data) if self.kind.data else None,
            self.note.data or "",
        )

    def refuse_to_accept(self, changed: str, chosen: str) -> None:
        """Say at the field `changed` that it is not as suggested; `chosen`: see `accepting.as_known`."""
        self[changed].errors = [
            _l("You changed the suggestion. Save what you chose, or accept the suggestion as it was.")
        ]
        self.known_changes.data, self.known_changes.raw_data = chosen, None

    def preselect_offered(self, offered: MultiDict[str, str]) -> None:
        """Show a whole suggestion as it would be saved."""
        self.verdict.data, self.reason.data = offered.get("verdict"), offered.get("reason")
        self.target_groups.data, self.kind.data = offered.getlist("target_groups"), offered.get("kind")

    def alike(self) -> list[tuple[UUID, int]]:
        """Return the similar comments that were ticked, each with the number of the step that was shown."""
        pairs = (re.fullmatch(ALIKE, ticked) for ticked in self.together.data or ())
        return [(UUID(pair[1]), int(pair[2])) for pair in pairs if pair]

    def preselect(self, decision: TriageDecision | BlindReading | None) -> None:
        """Show a decision, or a reading, as it was made."""
        if decision is None:
            return
        self.verdict.data, self.reason.data = decision.verdict, decision.irrelevance_reason
        self.target_groups.data, self.kind.data = decision.target_groups, decision.kind
        self.note.data = decision.note


class FlagForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What a colleague is asked to look at."""

    question = TextAreaField(
        _l("What should a colleague look at?"),
        [
            InputRequired(_l("Write what your colleague should look at.")),
            Length(max=LONGEST_NOTE, message=_l("The note may have at most %(max)d characters.")),
        ],
        filters=[lambda typed: UNSTORABLE.sub("", typed or "")],
    )
