"""Words for the steps of waves: the page that asks before each, why one cannot be taken, what was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import LazyString, format_date, gettext
from flask_babel import lazy_gettext as _l

from survey_app.blueprints import labels, page
from survey_app.models import WaveStep
from survey_app.queries.life import Refusal
from survey_app.vocabulary import WaveStepKind


@dataclass(frozen=True)
class StepWords:
    """What the page of a step says: the question, what follows from it, the button."""

    question: LazyString
    consequence: LazyString
    button: LazyString
    warning: bool = False


STEPS: dict[WaveStepKind, StepWords] = {
    WaveStepKind.APPROVED: StepWords(
        _l("Approve the wave?"),
        _l("An approved wave is announced, opens and closes by itself, at the times that are planned."),
        _l("Approve the wave"),
    ),
    WaveStepKind.APPROVAL_TAKEN_BACK: StepWords(
        _l("Take the approval back?"),
        _l("The wave will not be announced until somebody approves it again."),
        _l("Take the approval back"),
    ),
    WaveStepKind.EXTENDED: StepWords(
        _l("Extend the wave?"),
        _l("People can answer for longer. Everybody reads the new closing, the old one and your reason."),
        _l("Extend the wave"),
    ),
    WaveStepKind.CLOSED_EARLY: StepWords(
        _l("Close the wave now?"),
        _l("A closed wave cannot be opened again. Everybody reads your reason."),
        _l("Close the wave now"),
        warning=True,
    ),
    WaveStepKind.WITHDRAWN: StepWords(
        _l("Withdraw the wave?"),
        _l(
            "It will never open. If it has been announced, its address says that it was withdrawn, and why. "
            "This cannot be taken back."
        ),
        _l("Withdraw the wave"),
        warning=True,
    ),
    WaveStepKind.ARCHIVED: StepWords(
        _l("Archive the wave?"),
        _l("It leaves the first page. Its results and its address stay, and you can bring it back."),
        _l("Archive the wave"),
    ),
    WaveStepKind.BROUGHT_BACK: StepWords(
        _l("Bring the wave back from the archive?"),
        _l("It will be on the first page again, among the closed ones."),
        _l("Bring the wave back"),
    ),
}

REFUSALS: dict[Refusal, LazyString] = {
    Refusal.WRONG_STATE: _l("The wave has moved on meanwhile, so this step is no longer possible."),
    Refusal.NOT_YOUR_ROLE: _l("Only a methodologist of the region can do this."),
    Refusal.SAME_PERSON: _l(
        "You planned this wave, so somebody else must agree: another methodologist or a coordinator "
        "of the region."
    ),
}

NO_EXPLANATION = _l("Write a reason for the public.")


@dataclass(frozen=True)
class LoggedStep:
    """A step as the page of a wave tells it: when, who, what, and what exactly."""

    happened_at: datetime
    who: str
    what: str
    details: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]


def logged(steps: Iterable[WaveStep]) -> list[LoggedStep]:
    """Return the steps of a wave in words, in the language of the page."""
    return [
        LoggedStep(
            step.happened_at,
            step.staff_member.name if step.staff_member else gettext("command line"),
            str(labels.WAVE_STEPS[step.kind]),
            tuple(_details(step.detail)),
            tuple(step.explanations.items()),
        )
        for step in steps
    ]


def _details(detail: dict[str, Any]) -> Iterable[str]:
    for name, value in detail.items():
        if value is True:
            yield labels.log_detail(name)
        elif isinstance(value, dict):
            yield gettext(
                "%(what)s: %(new)s (before: %(old)s)",
                what=labels.log_detail(name),
                new=_value(name, value["to"]),
                old=_value(name, value["from"]),
            )
        elif value is not None:
            yield gettext("%(what)s: %(value)s", what=labels.log_detail(name), value=_value(name, value))


def _value(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if name.endswith("_at"):
        return page.minuteformat(datetime.fromisoformat(value))
    return (
        str(format_date(datetime.fromisoformat(value).date(), "medium"))
        if name.endswith("_on")
        else str(value)
    )
