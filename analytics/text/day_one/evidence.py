"""From matches to evidence:

Which of the matched words count, and how strongly. Knows the weights, not the verdicts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Doc

from analytics.text.coding import Reason, What
from analytics.text.day_one.matching import Match
from analytics.text.surface import fold

GROUP_WEIGHTS: Mapping[str, float] = {"help": 0.85, "people": 0.6, "hints": 0.3}
RELEVANCE_WEIGHTS: Mapping[str, float] = {
    "help": 0.8,
    "services": 0.75,
    "danger": 0.6,
    "people": 0.25,
    "hints": 0.25,
}
KIND_WEIGHTS: Mapping[str, float] = {"terms": 0.7, "hints": 0.25}
SIGNPOST_WEIGHT = 0.75
WRITTEN_IN_WEIGHT = 0.6

_MOST_PIECES = 3
"""Beyond three different words the same thing is not truer."""
_SUBJECT = frozenset({"group", "relevance", "signpost"})

_YEARS = r"let|lety|roku|rok|rokov|rokmi|years?|year-old|yo|рок\w*|річн\w*"
_BEFORE_AGE = r"je mi|je jí|je ji|je mu|věk|vek|aged?|мені|їй|йому"
_ALREADY = r"(?:(?:už|uz|already|вже)\s+)?"
_AGE = re.compile(
    rf"\b(\d{{2,3}})[\s-]*(?:{_YEARS})\b|\b(?:{_BEFORE_AGE})\s+{_ALREADY}(\d{{2,3}})\b", re.IGNORECASE
)


def combined(weights: Iterable[float]) -> float:
    """Independent witnesses together: 1 − Π(1 − weight)."""
    doubt = 1.0
    for weight in weights:
        doubt *= 1.0 - weight
    return 1.0 - doubt


def without_covered(matches: Sequence[Match]) -> list[Match]:
    """Matches but for those in a neutral phrase, in a longer term about a subject, or doubled at one place.

    "vodicí pes" is help for blind people and not a dog fee; "dobrý den" is no praise.
    """
    neutral = [(m.start, m.end) for m in matches if m.meaning.family == "neutral"]
    subjects = sorted({(m.start, m.end) for m in matches if m.meaning.family in _SUBJECT})
    kept: dict[tuple[int, int, str, str], Match] = {}
    for match in matches:
        family = match.meaning.family
        covers = neutral + [
            span for span in subjects if family in _SUBJECT and span != (match.start, match.end)
        ]
        inside = any(start <= match.start and match.end <= end for start, end in covers)
        if family == "neutral" or inside:
            continue
        place = (match.start, match.end, family, match.meaning.code)
        known = kept.get(place)
        if known is None or _strength(match) > _strength(known):
            kept[place] = match
    return list(kept.values())


def _strength(match: Match) -> float:
    family, part = match.meaning.family, match.meaning.part
    weights = {"group": GROUP_WEIGHTS, "relevance": RELEVANCE_WEIGHTS, "kind": KIND_WEIGHTS}.get(family, {})
    return weights.get(part, 0.0)


def reason_for(what: What, weight: float, match: Match, document: Doc, code: str | None = None) -> Reason:
    """The reason that a match gives, with its place in the comment."""
    span = document[match.start : match.end]
    return Reason(
        what, code or match.meaning.code, weight, span.text, span.start_char, span.end_char, match.term
    )


def strongest(reasons: Iterable[Reason]) -> list[Reason]:
    """At most three reasons with different words, the strongest first."""
    best: dict[str, Reason] = {}
    for reason in sorted(reasons, key=lambda r: (-r.weight, r.start)):
        best.setdefault(fold(reason.text), reason)
    return list(best.values())[:_MOST_PIECES]


def stated_ages(text: str) -> list[tuple[int, int, int]]:
    """Ages said in a text as (years, start, end): "je mi 84", "71 років", "aged 80"."""
    return [
        (int(found.group(1) or found.group(2)), found.start(), found.end()) for found in _AGE.finditer(text)
    ]
