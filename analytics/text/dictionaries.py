"""The dictionaries of word forms that come with simplemma (MIT), read whole.

One takes a second and tens of megabytes, and those who read it need a part of it, or another shape: it is
kept only as long as somebody holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakValueDictionary

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

LANGUAGES = ("cs", "en", "uk")


@dataclass(frozen=True, eq=False)
class Dictionary:
    """Forms of words, and the lemma of each, in the same order."""

    forms: list[str]
    lemmas: list[str]


_held: WeakValueDictionary[str, Dictionary] = WeakValueDictionary()


def dictionary(language: str) -> Dictionary:
    """The dictionary of one of `LANGUAGES`."""
    found = _held.get(language)
    if found is None:
        source = DefaultDictionaryFactory(cache_max_size=0).get_dictionary(language)
        forms = list(source)
        found = _held[language] = Dictionary(forms, [source[form] for form in forms])
    return found
