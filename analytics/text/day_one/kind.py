"""Praise, complaint, suggestion or question (labelling guideline, rule 9).

Something went wrong → complaint, even when a fix is proposed; a proposed change or a missing service →
suggestion; wants information or help → question; thanks alone → praise. Each kind gathers its terms; a
negated praise ("nejsem spokojená") counts as a complaint and a negated complaint ("bez problémů", "no
complaints") as praise; then each kind is discounted by those above it. A question that asks who, where or
how at the end of a sentence outweighs a mild complaint; a bare question mark does not, because many
complaints are asked ("Proč…?"). Sarcasm is not understood.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.attrs import ORTH
from spacy.strings import get_string_id
from spacy.tokens import Doc

from analytics.text.coding import Reason
from analytics.text.day_one.evidence import KIND_WEIGHTS, combined, reason_for, strongest
from analytics.text.day_one.matching import Match, Meaning

DECIDED_FROM = 0.4
MARGIN = 0.1
_NEGATION_REACH = 3
_OPENING = 3
_OPPOSITE = {"praise": "complaint", "complaint": "praise"}
_ENDS = frozenset(".!?;")
_END_NUMBERS = frozenset(get_string_id(end) for end in _ENDS)
"""As spaCy numbers strings: looking at numbers spares making an object for every token."""
_BARE_QUESTION_MARK, _ASKED, _ASKED_WITHOUT_MARK = 0.35, 0.8, 0.45


def kind_of(document: Doc, matches: Sequence[Match]) -> tuple[str | None, dict[str, float], list[Reason]]:
    """(kind or None if undecided, score of each kind, reasons)."""
    reasons = [*_termed(document, matches), *_asked(document, matches)]
    evidence: dict[str, list[Reason]] = {
        kind: strongest(r for r in reasons if r.code == kind)
        for kind in ("complaint", "suggestion", "question", "praise")
    }
    scores = _discounted({kind: combined(r.weight for r in found) for kind, found in evidence.items()})
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    first, second = ranked[0], ranked[1]
    decided = scores[first] >= DECIDED_FROM and scores[first] - scores[second] >= MARGIN
    return first if decided else None, scores, [r for found in evidence.values() for r in found]


def _discounted(raw: Mapping[str, float]) -> dict[str, float]:
    complaint = raw["complaint"] * (1 - 0.6 * raw["question"])
    suggestion = raw["suggestion"] * (1 - 0.6 * raw["complaint"]) * (1 - 0.5 * raw["question"])
    question = raw["question"] * (1 - 0.5 * complaint)
    praise = raw["praise"] * (1 - complaint) * (1 - suggestion) * (1 - question)
    scores = {"praise": praise, "complaint": complaint, "suggestion": suggestion, "question": question}
    return {kind: round(score, 4) for kind, score in scores.items()}


def _termed(document: Doc, matches: Sequence[Match]) -> list[Reason]:
    negations = [match for match in matches if match.meaning.family == "negation"]
    reasons = []
    for match in matches:
        if match.meaning.family != "kind":
            continue
        code = match.meaning.code
        if code in _OPPOSITE and any(_negates(document, negation, match) for negation in negations):
            if match.meaning.part == "hints":
                continue
            code = _OPPOSITE[code]
        reasons.append(reason_for("kind", KIND_WEIGHTS[match.meaning.part], match, document, code))
    return reasons


def _negates(document: Doc, negation: Match, match: Match) -> bool:
    """Whether the negation stands before the match, outside it, at most three words away and in the same
    sentence.
    """
    gap = match.start - negation.end
    return 0 <= gap < _NEGATION_REACH and not any(
        document[position].text in _ENDS or document[position].text == ","
        for position in range(negation.end, match.start)
    )


def _asked(document: Doc, matches: Sequence[Match]) -> list[Reason]:
    """A reason for each sentence that asks:

    With an interrogative near its beginning, or at least with a question mark.
    """
    interrogatives = {m.start: m for m in matches if m.meaning.family == "interrogative"}
    reasons = []
    start = 0
    for position in _ends(document):
        mark = Match(position, position + 1, "?", Meaning("kind", "question", "terms"))
        opening = next(
            (
                interrogatives[at]
                for at in range(start, position)
                if at in interrogatives and (at < start + _OPENING or document[at - 1].text == ",")
            ),
            None,
        )
        if "?" in document[position].text:
            weight = _ASKED if opening else _BARE_QUESTION_MARK
            reasons.append(reason_for("kind", weight, opening or mark, document, "question"))
        elif opening and opening.start == start == 0:
            reasons.append(reason_for("kind", _ASKED_WITHOUT_MARK, opening, document, "question"))
        start = position + 1
    return reasons


def _ends(document: Doc) -> list[int]:
    """Where sentences end, the last token among them."""
    words = document.to_array([ORTH]).tolist()
    return [at for at, word in enumerate(words) if word in _END_NUMBERS or at == len(words) - 1]
