"""Which words spoke for a label, in the text as it was written.

The score of a text is a sum over its features, and a feature is shared equally by the places where it
occurs; so every word has an exact part of the score, and the parts of all words add up to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from analytics.text.learning.words import word_places


@dataclass(frozen=True)
class MovingWord:
    """A word of a text, from `start` to `end` (in characters), and its part of the score in log-odds."""

    word: str
    start: int
    end: int
    weight: float


def moving_words(text: str, parts: Iterable[float]) -> list[MovingWord]:
    """All words of the text with their part of its score, what speaks most for the label first."""
    words = [
        MovingWord(text[start:end], start, end, float(part))
        for (start, end), part in zip(word_places(text), parts, strict=True)
    ]
    return sorted(words, key=lambda word: (-word.weight, word.start))
