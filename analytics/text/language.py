"""In which language a comment is written: Czech, Slovak, Ukrainian, English, or another one.

A count of everyday words (accents may be missing) and of letters that only some languages use; for Czech and
Slovak also of how words are built. No model, no training. Other languages are known only so far that the
coder can abstain: they are all called "other". A text with no sign either way is taken for Czech at a low
probability. Very short texts, and Slovak without accents, are the weak spots.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from math import exp

from analytics.text.everyday_words import EVERYDAY_WORDS, SHAPES, TELLING_LETTERS
from analytics.text.surface import fold

SUPPORTED = ("cs", "sk", "uk", "en")
OTHER = "other"

_WORDS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_READ_CHARACTERS = 1_500
_PRIOR = {"cs": 0.5}
_EVIDENCE_OF_LETTER = 0.8
_EVIDENCE_OF_WORD = 1.0

_SHARED_LETTERS = {
    "á": ("cs", "sk"),
    "í": ("cs", "sk"),
    "č": ("cs", "sk"),
    "š": ("cs", "sk"),
    "ž": ("cs", "sk"),
}


@dataclass(frozen=True)
class Language:
    """The likeliest language, its probability in [0, 1], and whether the coder reads it."""

    code: str
    probability: float
    supported: bool


def _word_weights() -> dict[str, dict[str, float]]:
    """Word → language → weight; a word shared by languages weighs less."""
    languages_of: dict[str, set[str]] = {}
    for language, words in EVERYDAY_WORDS.items():
        for word in words.split():
            languages_of.setdefault(fold(word), set()).add(language)
    return {
        word: dict.fromkeys(sorted(languages), _EVIDENCE_OF_WORD / len(languages))
        for word, languages in languages_of.items()
    }


_WEIGHTS = _word_weights()
_LETTER_OF = {letter: (language,) for language, letters in TELLING_LETTERS.items() for letter in letters}
_NEIGHBOURS = {
    language: tuple((re.compile(shape), weight) for shape, weight in shapes)
    for language, shapes in SHAPES.items()
}
_TELLING = frozenset(_LETTER_OF) | frozenset(_SHARED_LETTERS)


def detect(text: str) -> Language:
    """The language of a text of any length and content; never raises."""
    read = unicodedata.normalize("NFC", text[:_READ_CHARACTERS]).lower()
    words = _WORDS.findall(fold(read))
    scores: dict[str, float] = defaultdict(float, _PRIOR)
    for word in words:
        for language, weight in _WEIGHTS.get(word, {}).items():
            scores[language] += weight
    for letter in sorted(_TELLING.intersection(read)):
        languages = _LETTER_OF.get(letter) or _SHARED_LETTERS[letter]
        for language in languages:
            scores[language] += _EVIDENCE_OF_LETTER * read.count(letter) / len(languages) ** 2
    _weigh_scripts(scores, "".join(words))
    best = _likeliest(scores)
    if best in _NEIGHBOURS:
        _weigh_shapes(scores, _WORDS.findall(read))
        best = _likeliest(scores)
    whole = sum(exp(min(score - scores[best], 0.0)) for score in scores.values())
    doubt = 0.5 if scores[best] <= _PRIOR["cs"] else 1.0
    return Language(best, round(doubt / whole, 4), best in SUPPORTED)


def _likeliest(scores: dict[str, float]) -> str:
    return max(sorted(scores), key=lambda language: scores[language])


def _weigh_shapes(scores: dict[str, float], words: list[str]) -> None:
    """Czech and Slovak share many everyday words, but not how words are built."""
    for language, shapes in _NEIGHBOURS.items():
        for shape, weight in shapes:
            scores[language] += weight * sum(shape.search(word) is not None for word in words)


def _weigh_scripts(scores: dict[str, float], letters: str) -> None:
    """Mostly Cyrillic means Ukrainian or other, Latin letters mean neither, any other script means other."""
    if not letters:
        return
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    latin = sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters)
    if len(letters) - cyrillic - latin > len(letters) / 2:
        scores[OTHER] += len(letters)
    elif cyrillic > latin:
        scores["uk"] += 0.5
        for language in ("cs", "sk", "en"):
            scores.pop(language, None)
