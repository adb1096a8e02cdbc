"""The machine's coding of a comment, put into words: how sure it is, and which words led it there.

Scores are not chances, so they are never shown as numbers. Knows the coding document of `analytics.text`
(`Coding.to_document`), not how it is made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from forms.languages import text_in
from survey_app.blueprints import labels
from survey_app.models import Classification, TargetGroup
from survey_app.vocabulary import CommentKind

_RELEVANCE: tuple[tuple[float, LazyString], ...] = (
    (0.8, _l("very likely about social services")),
    (0.6, _l("likely about social services")),
    (0.4, _l("hard to tell")),
    (0.2, _l("probably not about social services")),
    (0.0, _l("very probably not about social services")),
)
_STRENGTH: tuple[tuple[float, LazyString], ...] = (
    (0.7, _l("clear signs")),
    (0.4, _l("some signs")),
    (0.0, _l("weak signs")),
)


@dataclass(frozen=True)
class Segment:
    """A piece of the comment; `marked` pieces led the machine to its suggestion."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Reason:
    """A word of the comment and what it speaks for."""

    term: str
    speaks_for: str


@dataclass(frozen=True)
class Suggestion:
    """What the page says about the machine's coding. `groups` and `kind` are codes to preselect."""

    abstained: bool
    urgent: bool
    relevance: str
    groups: tuple[str, ...]
    group_lines: tuple[tuple[str, str], ...]
    kind: str | None
    kind_label: str
    language: str
    reasons: tuple[Reason, ...]
    segments: tuple[Segment, ...]
    versions: str


def relevance_in_words(relevance: float | None) -> str:
    """Return how likely a comment is relevant; None: the machine has not read it."""
    if relevance is None:
        return str(gettext("not read by the machine yet"))
    return _worded(relevance, _RELEVANCE)


def suggestion(
    text: str, classification: Classification | None, groups: Sequence[TargetGroup], tag: str
) -> Suggestion | None:
    """Return the suggestion for a comment, in the language `tag`; None where the machine has not spoken."""
    if classification is None:
        return None
    coding = classification.coding
    names = {group.code: text_in(group.names, tag) for group in groups}
    suggested = tuple(code for code in coding.get("suggested_groups", ()) if code in names)
    scores = coding.get("target_groups", {})
    kind = coding.get("kind") if coding.get("kind") in list(CommentKind) else None
    return Suggestion(
        abstained=classification.abstained,
        urgent=classification.urgent,
        relevance=relevance_in_words(classification.relevance),
        groups=suggested,
        group_lines=tuple((names[code], _worded(scores.get(code, 0.0), _STRENGTH)) for code in suggested),
        kind=kind,
        kind_label=str(labels.KINDS[CommentKind(kind)]) if kind else "",
        language=labels.language(_language_code(coding)),
        reasons=_reasons(coding, names),
        segments=segments(text, _spans(coding)),
        versions=f"{classification.model_version} · {classification.coding_frame_version}",
    )


def segments(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Segment, ...]:
    """Cut `text` at `spans` (start, end; may overlap or lie outside). The pieces joined are the text."""
    found: list[Segment] = []
    position = 0
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, len(text))  # noqa: PLW2901  # what is left of the span
        if start >= end:
            continue
        if start > position:
            found.append(Segment(text[position:start], marked=False))
        found.append(Segment(text[start:end], marked=True))
        position = end
    if position < len(text):
        found.append(Segment(text[position:], marked=False))
    return tuple(found)


def _worded(score: float, words: tuple[tuple[float, LazyString], ...]) -> str:
    return str(next(label for least, label in words if score >= least or least == 0.0))


def _language_code(coding: Mapping[str, Any]) -> str:
    language = coding.get("language")
    return str(language.get("code", "")) if isinstance(language, Mapping) else str(language or "")


def _spans(coding: Mapping[str, Any]) -> list[tuple[int, int]]:
    return [
        (int(span[0]), int(span[1])) for reason in coding.get("reasons", ()) if (span := reason.get("span"))
    ]


def _reasons(coding: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Reason, ...]:
    found = {
        Reason(str(reason.get("term", "")), _speaks_for(reason, names)): None
        for reason in coding.get("reasons", ())
    }
    return tuple(found)


def _speaks_for(reason: Mapping[str, Any], names: Mapping[str, str]) -> str:
    code = str(reason.get("code", ""))
    if code in names:
        return names[code]
    if code in list(CommentKind):
        return str(labels.KINDS[CommentKind(code)])
    return str(_SPEAKS_FOR.get(str(reason.get("what", "")), code))


_SPEAKS_FOR: dict[str, LazyString] = {
    "relevance": _l("a matter of social services"),
    "signpost": _l("a matter for somebody else"),
    "irrelevance": _l("a matter for somebody else"),
    "urgent": _l("danger to a person"),
}
