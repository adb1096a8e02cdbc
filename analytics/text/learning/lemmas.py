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
from collections.abc import Mapping

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from analytics.text.surface import fold

_CYRILLIC = re.compile("[\u0400-\u052f]")


def lemma(word: str) -> str:
    """The folded lemma of a folded word. The first word of a script loads its dictionaries (seconds)."""
    table = _table(("uk",)) if _CYRILLIC.search(word) else _table(("cs", "en"))
    return table.get(word, word)


@functools.cache
def _table(languages: tuple[str, ...]) -> Mapping[str, str]:
    """Folded form → folded lemma of the first language that knows it; what is its own lemma is left out."""
    known: dict[str, str] = {}
    for language in languages:
        known = _of_language(language) | known
    return {form: base for form, base in known.items() if form != base}


def _of_language(language: str) -> dict[str, str]:
    """Folded form → folded lemma. Where forms fall together without accents, the shortest lemma is taken."""
    shortest: dict[str, str] = {}
    # Nothing is kept by the factory: the raw dictionary would stay in memory beside this one.
    for written, base in DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language).items():
        form = fold(written)
        before = shortest.get(form)
        if before is None or (len(base), base) < (len(before), before):
            shortest[form] = base
    folded = {base: fold(base) for base in set(shortest.values())}  # one string for all the forms of a lemma
    return {form: folded[base] for form, base in shortest.items()}
