"""Leading questions: those that tell people which answer is expected.

Authors push in few ways: they ask in the negative or with a tag, say "you too", call on everybody, on
experts or on common sense, praise what they then ask about, or take the answer for granted ("How much did
you enjoy…?"). The wordings are in `leading_czech` and `leading_english`.
"""

from __future__ import annotations

import re

from forms.checks.method import leading_czech, leading_english
from forms.checks.method.lexicon import NEGATION_CS
from forms.checks.method.reading import Question

PATTERNS = {"cs": leading_czech.PATTERNS, "en": leading_english.PATTERNS}
_LIKING = re.compile(
    r"\bhow much (?:do|does|did|has|have) (?:you|your \w+|the \w+) (?:\w+ )?(?:like|enjoy|improve|improved|"
    r"benefit|benefited|suffer|suffered|worsened)\b|"
    r"\bhow (?:upset|disappointed|annoyed|pleased|angry|excited)\b|"
    r"\bjak moc (?:se vam |vas )(?:\w+ ){0,3}?(?:libi|libil\w*|bavi)\b"
)
_NOTHING = re.compile(
    r"\b(?:not|hardly|none|nothing|never|worse|dislike\w*|\w+n't)\b|^(?:no\b|vubec|ne\b|malo\b)"
)
"""How much people like a thing is a fair question, if "not at all" is among the answers."""

BALANCED = re.compile(
    r"souhlasite\b.*\b(?:nebo|ci|anebo) (?:s tim )?nesouhlasite|agree or disagree|do jake miry|"
    r"nakolik|to what extent|"
    r"how (?:far|strongly|much) do you agree"
)
_PLAIN_NEGATIVE = re.compile(r"\w+-li\b|(?:nemohl|nemusel|nesmel|nestal)\w*\b")
"""What people could not do, or what has not happened to them, can be asked plainly."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")


def leading(question: Question) -> str:
    """The words that hint at an answer; "" for a neutral question. A balanced sentence does not hint."""
    text = " ".join(part for part in _SENTENCE.split(question.folded) if not BALANCED.search(part))
    if any(_NOTHING.search(label) for label in question.points):
        text = _LIKING.sub(" ", text)
    found = (re.search(pattern, text) for pattern in PATTERNS[question.family])
    hint = next((match.group().strip(" ,.:?!") for match in found if match), "")
    return hint or _negated_start(question)


def _negated_start(question: Question) -> str:
    """A yes-or-no question that begins with a negated verb waits for "yes": Nevadí vám…? (not: Nemáte-li…)"""
    if question.family != "cs" or not question.is_yes_no or not question.folded.endswith("?"):
        return ""
    found = NEGATION_CS.match(question.folded)
    neutral = found is None or _PLAIN_NEGATIVE.match(question.folded, found.start())
    return "" if found is None or neutral else found.group()
