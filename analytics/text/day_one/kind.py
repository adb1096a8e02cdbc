"""Praise, complaint, suggestion or question (labelling guideline, rule 9).

Something went wrong → complaint, even when a fix is proposed; a proposed change or a missing service →
suggestion; wants information or help → question; thanks alone → praise. Each kind gathers its terms; a
negated praise ("nejsem spokojená") counts as a complaint and a negated complaint ("bez problémů", "no
complaints") as praise; then each kind is discounted by those above it. A question that asks who, where or
how at the end of a sentence outweighs a mild complaint; a bare question mark does not, because many
complaints are asked ("Proč…?"), unless it is the only sentence. Of two terms of different kinds, one inside
the other, the longer counts ("chtěla bych poděkovat"). Slavic negations add up: "nikdo nepřišel" stays a
complaint. In a comment of at most six words one hint is enough, but for a complaint.

How a sentence begins tells requests: an imperative ("Opravte…"), "please", "ať", "more of". Sarcasm is not
understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from spacy.attrs import ORTH
from spacy.strings import get_string_id
from spacy.tokens import Doc

from analytics.text.coding import Reason
from analytics.text.day_one.evidence import KIND_WEIGHTS, combined, reason_for, strongest
from analytics.text.day_one.matching import Match, Meaning
from analytics.text.surface import fold

DECIDED_FROM = 0.4
HINTED_FROM = 0.25
"""In a comment of few words, where nothing speaks for another kind; hints of complaints say too little."""
MARGIN = 0.1
_FEW_WORDS = 6
_NEGATION_REACH = 3
_OPENING = 3
_OPPOSITE = {"praise": "complaint", "complaint": "praise"}
_NEGATED = ("ne", "не")
_ENDS = frozenset(".!?;")
_END_NUMBERS = frozenset(get_string_id(end) for end in _ENDS)
"""As spaCy numbers strings: looking at numbers spares making an object for every token."""
_BARE_QUESTION_MARK, _ONLY_QUESTION, _ASKED, _ASKED_WITHOUT_MARK = 0.35, 0.45, 0.8, 0.45
_REQUESTED = 0.55
_REQUEST = re.compile(
    r"""(?:pros[íi]m|please|будь|ať|nech|нехай|хай)
    | (?:v[íi]ce?|viac|more|більше|častěji|častejšie|větší|delší|bigger|longer)
    | (?!(?:ne)?js?te$|\w*by[sš]?te$|je[sš]t[ěe]$|proste$|este$|ešte$|miste$)\w+
      (?:ejte|[ujai]jte|[bcčdďfghjklľmnňprřsštťvzž]te|[^\Wт]йте|іть)""",
    re.VERBOSE,
)
"""How a sentence begins that asks for something: "prosím", "more", or an imperative of cs, sk or uk."""


def kind_of(document: Doc, matches: Sequence[Match]) -> tuple[str | None, dict[str, float], list[Reason]]:
    """(kind or None if undecided, score of each kind, reasons)."""
    reasons = [*_termed(document, matches), *_asked(document, matches), *_requested(document)]
    evidence: dict[str, list[Reason]] = {
        kind: strongest(r for r in reasons if r.code == kind)
        for kind in ("complaint", "suggestion", "question", "praise")
    }
    scores = _discounted({kind: combined(r.weight for r in found) for kind, found in evidence.items()})
    ranked = sorted(scores, key=lambda kind: (-scores[kind], kind))
    first, second = ranked[0], ranked[1]
    few_words = sum(token.is_alpha for token in document) <= _FEW_WORDS
    undisputed = few_words and first != "complaint" and scores[second] == 0.0
    least = HINTED_FROM if undisputed else DECIDED_FROM
    decided = scores[first] >= least and scores[first] - scores[second] >= MARGIN
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
    kinds = [match for match in matches if match.meaning.family == "kind"]
    reasons = []
    for match in kinds:
        if any(_covers(longer, match) for longer in kinds):
            continue
        code = match.meaning.code
        if (
            code in _OPPOSITE
            and not _is_negative(document, match)
            and any(_negates(document, negation, match) for negation in negations)
        ):
            if match.meaning.part == "hints":
                continue
            code = _OPPOSITE[code]
        reasons.append(reason_for("kind", KIND_WEIGHTS[match.meaning.part], match, document, code))
    return reasons


def _covers(longer: Match, match: Match) -> bool:
    """Whether a match lies inside a longer one of another kind."""
    inside = longer.start <= match.start and match.end <= longer.end
    is_longer = longer.end - longer.start > match.end - match.start
    return inside and is_longer and longer.meaning.code != match.meaning.code


def _is_negative(document: Doc, match: Match) -> bool:
    """Whether a complaint negates by itself ("nepřišli"), so that another negation only agrees with it."""
    return match.meaning.code == "complaint" and fold(document[match.start].text).startswith(_NEGATED)


def _requested(document: Doc) -> Iterator[Reason]:
    """A reason for each sentence that begins as a request and does not ask."""
    start = 0
    for position in _ends(document):
        words = (at for at in range(start, position + 1) if document[at].is_alpha)
        first = next(words, None)
        start = position + 1
        if first is None or "?" in document[position].text:
            continue
        if _REQUEST.fullmatch(document[first].text.lower()):
            request = Match(first, first + 1, "", Meaning("kind", "suggestion", "terms"))
            yield reason_for("kind", _REQUESTED, request, document, "suggestion")


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
    rhetorical = [m for m in matches if m.meaning.code == "complaint" and m.end - m.start > 1]
    interrogatives = {
        m.start: m
        for m in matches
        if m.meaning.family == "interrogative" and not any(_covers(longer, m) for longer in rhetorical)
    }
    reasons = []
    start = 0
    ends = _ends(document)
    for position in ends:
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
            bare = _ONLY_QUESTION if len(ends) == 1 else _BARE_QUESTION_MARK
            weight = _ASKED if opening else bare
            reasons.append(reason_for("kind", weight, opening or mark, document, "question"))
        elif opening and opening.start == start == 0:
            reasons.append(reason_for("kind", _ASKED_WITHOUT_MARK, opening, document, "question"))
        start = position + 1
    return reasons


def _ends(document: Doc) -> list[int]:
    """Where sentences end, the last token among them."""
    words = document.to_array([ORTH]).tolist()
    return [at for at, word in enumerate(words) if word in _END_NUMBERS or at == len(words) - 1]
