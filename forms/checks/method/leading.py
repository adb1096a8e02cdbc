"""Leading questions: those that tell people which answer is expected.

Authors push in few ways: they ask in the negative or with a tag, say "you too", call on everybody, on
experts or on common sense, praise what they then ask about, or take the answer for granted ("How much did
you enjoy…?"). The wordings are in `leading_czech` and `leading_english`.
"""

from __future__ import annotations

import re

from forms.checks.method import leading_czech, leading_english
from forms.checks.method.lexicon import NEGATION_CS
from forms.checks.method.reading import Question, folded
from forms.checks.method.told_before import told_before
from forms.definition.questionnaire import ItemType

PATTERNS = {"cs": leading_czech.PATTERNS, "en": leading_english.PATTERNS}
ONLY_DEGREES = {"cs": leading_czech.ONLY_DEGREES, "en": leading_english.ONLY_DEGREES}
UNCONDITIONED = {"cs": leading_czech.UNCONDITIONED, "en": leading_english.UNCONDITIONED}
REASON_GIVEN = re.compile(
    r"^(?:(?:yes|no|ano|ne|for|against|pro|proti|agree|disagree|souhlasim|"
    r"nesouhlasim)\b(?: it)?),? (?:because|since|so that|protoze|nebot|aby)\b"
)
SIDES = re.compile(
    r"\b(?:support|should|in favour|agree|against|podpor\w+|souhlas\w+|mel[aoi]? by|jste pro)\b"
)
"""An answer with its reason, which the other one lacks."""
_LIKING = re.compile(
    r"\bhow much (?:do|does|did|has|have) (?:you|your \w+|the \w+) (?:\w+ )?(?:like|enjoy|improve|improved|"
    r"benefit|benefited|suffer|suffered|worsened)\b|\bhow (?:upset|disappointed|annoyed|pleased|angry|"
    r"excited)\b|\bjak moc (?:se vam |vas )(?:\w+ ){0,3}?(?:libi|libil\w*|bavi)\b"
)
_NOTHING = re.compile(
    r"\b(?:not|hardly|none|nothing|never|worse|dislike\w*|\w+n't)\b|^(?:no\b|vubec|ne\b|malo\b)"
)
"""How much people like a thing is a fair question, if "not at all" is among the answers."""

_LEAST = re.compile(
    r"\b(?:as now|unchanged|the same|shorter|longer|less|lower|higher|fewer|stejne|jako (?:ted|dnes|nyni)|"
    r"kratsi|delsi|mene|nizsi|vyssi|zadn\w+|nikdy|neprekaz\w*|ne(?:vadi|rusi|pomoh|zlepsi|zhorsi|obtezuj|"
    r"tesi|mel|mela|skodi|zmeni|trapi)\w*|spatn\w*|hur\w*|horsi|bad|badly|poor|poorly|worse|no effect|"
    r"no difference|no change)\b"
)
BALANCED = re.compile(
    r"souhlasite\b.*\b(?:nebo|ci|anebo) (?:s tim )?nesouhlasite|agree or disagree|do jake miry|nakolik|"
    r"to what extent|how (?:far|strongly|much) do you agree"
)
_PLAIN_NEGATIVE = re.compile(r"\w+-li\b|(?:nemohl|nemusel|nesmel|nestal)\w*\b")
"""What people could not do, or what has not happened to them, can be asked plainly."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def leading(question: Question) -> str:
    """The words that hint at an answer; "" for a neutral question. A balanced sentence does not hint."""
    text = " ".join(part for part in _SENTENCE.split(question.folded) if not BALANCED.search(part))
    told = [folded(sentence) for sentence in question.sentences]
    if any(_NOTHING.search(label) for label in question.points):
        text = _LIKING.sub(" ", text)
    found = (re.search(pattern, text) for pattern in PATTERNS[question.family])
    hint = next((match.group().strip(" ,.:?!") for match in found if match), "")
    return hint or told_before(told, question.family) or _negated_start(question) or _one_sided(question)


def _one_sided(question: Question) -> str:
    """What only some answers, or only those asked before, make fair."""
    reasons = [label for label in question.points if REASON_GIVEN.match(label)]
    if len(reasons) == 1 and len(question.points) > 1 and SIDES.search(question.folded):
        return reasons[0]
    patterns: tuple[str, ...] = ()
    ways_out = _NOTHING, _LEAST
    is_even = re.search(r"\b(?:or|nebo|ci)\b", question.folded)
    if (
        question.points
        and not is_even
        and not any(way.search(label) for label in question.points for way in ways_out)
    ):
        patterns += ONLY_DEGREES[question.family]
    if question.place.item.visible_if is None and question.type is ItemType.OPEN_ENDED:
        patterns += UNCONDITIONED[question.family]
    found = (re.search(pattern, question.folded) for pattern in patterns)
    return next((match.group() for match in found if match), "")


def _negated_start(question: Question) -> str:
    """A yes-or-no question that begins with a negated verb waits for "yes": Nevadí vám…? (not: Nemáte-li…)"""
    if question.family != "cs" or not question.is_yes_no or not question.folded.endswith("?"):
        return ""
    found = NEGATION_CS.match(question.folded)
    neutral = found is None or _PLAIN_NEGATIVE.match(question.folded, found.start())
    return "" if found is None or neutral else found.group()
