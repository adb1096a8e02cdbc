"""Lemmas of words that may be written without accents: "lidmi", "lidmí" → "clovek".

The dictionaries are simplemma's (MIT), keyed anew by the folded form, so that a word gives the same lemma
with accents and without. The script picks the dictionary, not a guess of the language: Cyrillic words are
looked up as Ukrainian, all others as Czech and then as English. Slovak shares much with Czech and is not
looked up by itself. A word in no dictionary is its own lemma.

Lemmas lose negation and degree ("nebezpečná" → "bezpečný"): features use them beside the words, never
instead.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from analytics.text.dictionaries import dictionary
from analytics.text.surface import folded_lines

_CYRILLIC = re.compile("[\u0400-\u052f]")


def lemma(word: str) -> str:
    """The folded lemma of a folded word. The first word of a script loads its dictionaries (seconds)."""
    return _table(_languages(word)).get(word, word)


def load(texts: Iterable[str]) -> None:
    """Load the dictionaries that these texts need, now and not with the first word."""
    for languages in sorted({_languages(text) for text in texts}):
        _table(languages)


def _languages(written: str) -> tuple[str, ...]:
    return ("uk",) if _CYRILLIC.search(written) else ("cs", "en")


@functools.cache
def _table(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Folded form → folded lemma of the first language that knows it."""
    known: dict[str, str] = {}
    for language in reversed(languages):
        known.update(_of_language(language))
    return known


def _of_language(language: str) -> dict[str, str]:
    """Folded form → folded lemma. Where forms fall together without accents, the shortest lemma is taken."""
    known = dictionary(language)
    shortest: dict[str, str] = {}
    for form, base in zip(folded_lines(known.forms), known.lemmas, strict=True):
        other = shortest.setdefault(form, base)
        if other is not base and (len(base), base) < (len(other), other):
            shortest[form] = base
    bases = list(set(known.lemmas))
    folded = dict(zip(bases, folded_lines(bases), strict=True))  # one string for all the forms of a lemma
    for form, base in shortest.items():
        shortest[form] = folded[base]
    return shortest
