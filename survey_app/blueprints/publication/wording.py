"""Words for the way of a snapshot: its steps, why one cannot be taken, warnings, what was done."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import LazyString, format_percent, gettext, ngettext
from flask_babel import lazy_gettext as _l

from survey_app.blueprints import labels, page
from survey_app.models import SnapshotStep
from survey_app.queries import method_warnings
from survey_app.queries.method_warnings import MethodWarning
from survey_app.queries.snapshots import Refusal
from survey_app.vocabulary import SnapshotState, SnapshotStepKind


@dataclass(frozen=True)
class StepWords:
    """What the page of a step says: the question, what follows from it, the button."""

    kind: SnapshotStepKind
    endpoint: str
    question: LazyString
    consequence: LazyString
    button: LazyString
    warning: bool = False


CHECK = StepWords(
    SnapshotStepKind.CHECKED,
    ".check",
    _l("Are these figures sound?"),
    _l("Read each warning and write why the figures may go on all the same. Whoever approves them reads it."),
    _l("The figures are checked"),
)
OPEN_FOR_REPLIES = StepWords(
    SnapshotStepKind.OPENED_FOR_REPLIES,
    ".open_for_replies",
    _l("Open the figures for the replies of providers?"),
    _l("Each provider sees its own services and may write a reply. It is printed with the results."),
    _l("Open for replies"),
)
LEAVE_REPLIES_OUT = StepWords(
    SnapshotStepKind.OPENED_FOR_REPLIES,
    ".leave_replies_out",
    _l("Go on without asking the providers?"),
    _l("Providers will read about themselves when everybody does. The reason stays with the figures."),
    _l("Go on without replies"),
    warning=True,
)
APPROVE = StepWords(
    SnapshotStepKind.APPROVED,
    ".approve",
    _l("May everybody see these figures?"),
    _l("You agree as a second person. Nothing is published yet; a methodologist does that."),
    _l("Approve the figures"),
)
PUBLISH = StepWords(
    SnapshotStepKind.PUBLISHED,
    ".publish",
    _l("Publish these results?"),
    _l("Everybody sees them at once. They can be replaced by newer ones; they are never deleted."),
    _l("Publish these results"),
)
GIVE_BACK = StepWords(
    SnapshotStepKind.RETURNED,
    ".give_back",
    _l("Give the figures back?"),
    _l("They are a draft again, and every step is taken anew. Replies of providers are kept."),
    _l("Give the figures back"),
    warning=True,
)
STEPS = (CHECK, OPEN_FOR_REPLIES, LEAVE_REPLIES_OUT, APPROVE, PUBLISH, GIVE_BACK)

NEXT: dict[SnapshotState, LazyString] = {
    SnapshotState.DRAFT: _l("A methodologist reads the warnings of the method and checks the figures."),
    SnapshotState.CHECKED: _l("A methodologist opens the figures for the replies of providers."),
    SnapshotState.IN_REPLY: _l(
        "When all providers have replied, or their time is over, a second person approves the figures: "
        "a coordinator, or a methodologist who has not checked them."
    ),
    SnapshotState.APPROVED: _l("A methodologist publishes the figures."),
    SnapshotState.PUBLISHED: _l("Nothing has to be done. Newer results would replace these."),
    SnapshotState.SUPERSEDED: _l("Nothing has to be done. Newer results have replaced these."),
}

REFUSALS: dict[Refusal, LazyString] = {
    Refusal.WRONG_STATE: _l("The figures have moved on meanwhile, so this step is not possible now."),
    Refusal.NOT_YOUR_ROLE: _l("Only a methodologist of the region can do this."),
    Refusal.OUTDATED: _l(
        "Other figures of this wave were published after these were computed. Both together could tell what "
        "each of them hides. Compute the index again."
    ),
    Refusal.STILL_IN_REPLY: _l("Providers may still reply."),
    Refusal.SAME_PERSON: _l(
        "You checked these figures, so somebody else must agree: another methodologist or a coordinator "
        "of the region."
    ),
}

NO_REASON = _l("Write a reason.")
WRONG_TIME = _l("Give providers at least 5 and at most 90 days.")

_WARNINGS: dict[str, LazyString] = {
    method_warnings.MODE_MIX_CHANGED: _l(
        "People answered in other ways than last time; that alone can move figures."
    ),
    "without_score": _l("Many responses have too few ratings for a score."),
    "margin_unknown": _l("Many people did not say to which group of the town they belong."),
    "margin_joined": _l("Groups of the town were joined for weighting, because too few of them answered."),
    "weights_trimmed": _l("Some weights were so large that they were trimmed."),
    "voice_unread": _l("Too few comments are read, so some cells have no voice part."),
    "broken": _l("Questions changed, so some figures cannot be compared with last time."),
    "compared_unweighted": _l("Figures are compared without weights, because last time had none."),
    "hidden_again": _l("Some cells are hidden that earlier figures of this wave show."),
}
_UNWEIGHTED: dict[str, LazyString] = {
    "too_few": _l("The answers are not weighted: too few people answered in some groups."),
    "design_effect": _l("The answers are not weighted: the design effect would be too high."),
}


def _hidden(n: int) -> str:
    return str(ngettext("%(num)s cell is hidden.", "%(num)s cells are hidden.", n))


def _indicative(n: int) -> str:
    return str(
        ngettext(
            "%(num)s cell stands on few answers and is only a hint.",
            "%(num)s cells stand on few answers and are only a hint.",
            n,
        )
    )


def _few(n: int) -> str:
    return str(ngettext("Only %(num)s person rated a service.", "Only %(num)s people rated a service.", n))


def _undecided(n: int) -> str:
    return str(
        ngettext(
            "%(num)s comment of this wave waits for a decision.",
            "%(num)s comments of this wave wait for a decision.",
            n,
        )
    )


_COUNTED = {
    method_warnings.HIDDEN_CELLS: _hidden,
    method_warnings.INDICATIVE_CELLS: _indicative,
    method_warnings.UNDECIDED_COMMENTS: _undecided,
    "few": _few,
}


def warning_in_words(warning: MethodWarning) -> str:
    """Return the sentence of a warning; one that a newer method brings is named by its code."""
    if warning.code in _COUNTED:
        return _COUNTED[warning.code](sum(case["n"] for case in warning.cases))
    words = _WARNINGS.get(warning.code)
    if warning.code == "unweighted":
        words = _UNWEIGHTED.get(warning.cases[0].get("why", ""), _l("The answers are not weighted."))
    return str(words) if words else str(gettext("The computation warns: %(code)s", code=warning.code))


def warning_details(warning: MethodWarning) -> str:
    """Return the numbers and codes behind a warning as the document has them; "" where there are none."""
    if warning.code in _COUNTED or warning.code == "unweighted":
        return ""
    return "; ".join(filter(None, (_case(case) for case in warning.cases)))


def _case(params: Mapping[str, Any]) -> str:
    return ", ".join(f"{labels.log_detail(name)}: {_plain(value, name)}" for name, value in params.items())


def _plain(value: Any, name: str) -> str:
    if name == "mode":
        return str(labels.MODES.get(value, value))
    if name == "margin":
        return str(labels.MARGINS.get(value, value))
    if name == "share":
        return str(format_percent(value))
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


@dataclass(frozen=True)
class LoggedStep:
    """A step as the page of a snapshot tells it. `details`: (what about, words)."""

    happened_at: datetime
    who: str
    what: str
    details: tuple[tuple[str, str], ...]


def logged(steps: Iterable[SnapshotStep]) -> list[LoggedStep]:
    """Return the steps of a snapshot in words, in the language of the page."""
    return [
        LoggedStep(
            step.happened_at,
            step.staff_member.name if step.staff_member else gettext("command line"),
            str(labels.SNAPSHOT_STEPS[step.kind]),
            tuple(_details(step.detail)),
        )
        for step in steps
    ]


def _details(detail: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for read in detail.get("warnings", ()):
        yield warning_in_words(MethodWarning(read["code"], tuple(read["cases"]))), read["reason"]
    if detail.get("alone"):
        yield labels.log_detail("alone"), ""
    if detail.get("left_out"):
        yield labels.log_detail("left_out"), ""
    if "reply_until" in detail:
        last = page.dateformat(date.fromisoformat(detail["reply_until"]), "long")
        yield labels.log_detail("reply_until"), last
    for name in ("provider", "reason"):
        if name in detail:
            yield labels.log_detail(name), detail[name]
