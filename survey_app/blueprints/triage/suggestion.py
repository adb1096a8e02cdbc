"""The machine's coding of a comment, put into words: how sure it is, and which words led it there.

Scores are not chances, so they are never shown as numbers. Knows the coding document of `analytics.text`
(`Coding.to_document`), not how it is made.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from forms.languages import text_in
from survey_app.blueprints import labels
from survey_app.blueprints.triage import accepting
from survey_app.models import Classification, TargetGroup
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict

_RELEVANCE: tuple[tuple[float, LazyString], ...] = (
    (0.85, _l("very likely about social services")),
    (0.65, _l("likely about social services")),
    (0.36, _l("hard to tell")),
    (0.15, _l("probably not about social services")),
    (0.0, _l("very probably not about social services")),
)
_STRENGTH: tuple[tuple[float, LazyString], ...] = (
    (0.7, _l("clear signs")),
    (0.4, _l("some signs")),
    (0.0, _l("weak signs")),
)
_ABSTENTIONS: dict[str, LazyString] = {
    "unsupported_language": _l("It does not read this language."),
    "no_evidence": _l("It knows none of the words that would decide."),
    "conflicting_evidence": _l("The words speak for both."),
    "no_words": _l("There are no words to read."),
    "uncertain": _l("By what it has learned, it may or may not be."),
}
_WHOLE_COMMENT: dict[str, LazyString] = {
    "language": _l("the language it is written in"),
    "similarity": _l("the comment as a whole resembles the description of the group"),
    "service": _l("the service chosen with the comment"),
}


@dataclass(frozen=True)
class Reason:
    """Words of the comment, or a sentence about the whole of it, and what they speak for."""

    words: str
    about_the_whole: str
    speaks_for: tuple[str, ...]


@dataclass(frozen=True)
class Suggestion:
    """What the page says about the machine's coding. `groups`, `kind` and `reason` are codes to preselect.

    `verdict` is what it is sure of; a person has to say it.
    `offer` is what the button that accepts it carries; "" where a person has to add something. `offered`
    says the same in words.
    `spans` are the places in the comment (start, end) of the words that led to it.
    """

    verdict: Verdict | None
    abstained: bool
    abstentions: tuple[str, ...]
    urgent: bool
    relevance: str
    groups: tuple[str, ...]
    group_lines: tuple[tuple[str, str], ...]
    kind: str | None
    kind_label: str
    reason: str | None
    reasons: tuple[Reason, ...]
    spans: tuple[tuple[int, int], ...]
    versions: str
    offer: str
    offered: tuple[str, ...]


def relevance_in_words(relevance: float | None) -> str:
    """Return how likely a comment is relevant; None: the machine has not read it."""
    if relevance is None:
        return str(gettext("not read by the machine yet"))
    return _worded(relevance, _RELEVANCE)


def suggestion(
    classification: Classification | None, groups: Sequence[TargetGroup], tag: str
) -> Suggestion | None:
    """Return the suggestion for a comment, in the language `tag`; None where the machine has not spoken."""
    if classification is None:
        return None
    coding = classification.coding
    names = {group.code: text_in(group.names, tag) for group in groups}
    suggested = tuple(code for code in coding["suggested_groups"] if code in names)
    kind = coding["kind"] if coding["kind"] in list(CommentKind) else None
    # What spoke faintly for other groups and kinds would only make noise.
    left_out = {*names, *CommentKind} - {*suggested, kind}
    reasons = [found for found in coding["reasons"] if found["code"] not in left_out]
    reason = coding["suggested_reason"]
    offer = accepting.offer(_verdict(classification), coding["suggested_reason"], kind, suggested)
    return Suggestion(
        verdict=_verdict(classification),
        abstained=classification.abstained,
        abstentions=tuple(str(_ABSTENTIONS[why]) for why in coding["abstentions"] if why in _ABSTENTIONS),
        urgent=classification.urgent,
        relevance=relevance_in_words(classification.relevance),
        groups=suggested,
        group_lines=tuple(
            (names[code], _worded(coding["target_groups"][code], _STRENGTH)) for code in suggested
        ),
        kind=kind,
        kind_label=str(labels.KINDS[CommentKind(kind)]) if kind else "",
        reason=reason if reason in list(IrrelevanceReason) else None,
        reasons=_reasons(reasons, names),
        spans=tuple((found["start"], found["end"]) for found in reasons),
        versions=f"{classification.model_version} · {classification.coding_frame_version}",
        offer=offer,
        offered=tuple(_offered(offer, names)),
    )


def _offered(offer: str, names: Mapping[str, str]) -> Iterator[str]:
    """Say what the button carries, so that nobody accepts what is nowhere to be read."""
    for part, code in parse_qsl(offer):
        if part == "verdict":
            yield str(labels.VERDICTS[Verdict(code)])
        else:
            yield names.get(code) or str(_words_for(code))


def _verdict(classification: Classification) -> Verdict | None:
    """Return the verdict that the machine is sure of."""
    relevant = classification.coding["relevant"]
    if classification.abstained or relevant is None:
        return None
    return Verdict.RELEVANT if relevant else Verdict.IRRELEVANT


def _worded(score: float, words: tuple[tuple[float, LazyString], ...]) -> str:
    return str(next(label for least, label in words if score >= least or least == 0.0))


def _reasons(reasons: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> tuple[Reason, ...]:
    """Say each piece of evidence once, with all that it speaks for."""
    speaks_for: dict[tuple[str, str], dict[str, None]] = {}
    for reason in reasons:
        whole = str(_WHOLE_COMMENT.get(reason["what"], ""))
        words = "" if whole else reason["text"]
        speaks_for.setdefault((words, whole), {})[_speaks_for(reason, names)] = None
    return tuple(Reason(words, whole, tuple(found)) for (words, whole), found in speaks_for.items())


def _speaks_for(reason: Mapping[str, Any], names: Mapping[str, str]) -> str:
    code = reason["code"]
    if reason["what"] == "urgent":
        return str(gettext("danger to a person"))
    if reason["what"] == "relevance" or code == "relevant":
        return str(gettext("a matter of social services"))
    if code == "irrelevant":
        return str(gettext("a matter of others"))
    if code in names:
        return names[code]
    words = _words_for(code)
    return str(words) if words else str(code)


def _words_for(code: str) -> LazyString | None:
    if code in list(CommentKind):
        return labels.KINDS[CommentKind(code)]
    if code in list(IrrelevanceReason):
        return labels.REASONS[IrrelevanceReason(code)]
    return None
