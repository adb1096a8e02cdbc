"""The words of a coding frame in all their forms, for one language.

Each word of the frame gets a number. A word of a comment belongs to all frame words whose form or stem it may be; that set is
written as one key ("12|40"). The sets that can occur are known beforehand, so a spaCy matcher can be built over keys.

Forms come from the dictionary of simplemma, read backwards (lemma → forms). That dictionary loses negation: it says
nebezpečná → bezpečný and neslyšící → slyšící. A form is therefore taken only if it agrees with the word on the negating prefix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain, combinations

from analytics.text.surface import accents_fit, fold

_NEGATING_PREFIX = {"cs": "ne", "uk": "не"}
_MOST_SUBSETS_OF = 4


class Lexicon:
    """Numbers for words. `words` maps each word as written in the frame ("senior*", "byt") to whether its forms count too."""

    def __init__(self, words: Mapping[str, bool], dictionary: Iterable[tuple[str, str]], language: str) -> None:
        self._numbers = {word: number for number, word in enumerate(sorted(words))}
        self._stems: dict[str, int] = {}
        self._forms: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for word, number in self._numbers.items():
            if word.endswith("*"):
                self._stems[fold(word[:-1])] = number
            else:
                self._add(word, number)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        inflected = [word for word, forms_count in words.items() if forms_count and not word.endswith("*")]
        self._add_forms(inflected, dictionary, _NEGATING_PREFIX.get(language))
        self._keys_of_word = self._possible_keys()

    def keys_of(self, word: str) -> tuple[str, ...]:
        """All keys that a token standing for this word of the frame can have. The word must be one of `words`."""
        return self._keys_of_word[self._numbers[word]]

    def key(self, token: str) -> str:
        """The key of a token of a comment; empty when it stands for no word of the frame."""
        folded = fold(token)
        numbers = {
            number
            for number, forms in self._forms.get(folded, {}).items()
            if any(accents_fit(token.lower(), form) for form in forms)
        }
        return _key(numbers | self._stems_of(folded))

    def _add(self, form: str, number: int) -> None:
        self._forms[fold(form)][number].add(form.lower())

    def _add_forms(self, words: Iterable[str], dictionary: Iterable[tuple[str, str]], prefix: str | None) -> None:
        wanted = set(words)
        pairs = [(form.lower(), lemma.lower()) for form, lemma in dictionary] if wanted else []
        lemma_of = {form: lemma for form, lemma in pairs if form in wanted}
        words_of: dict[str, list[str]] = defaultdict(list)
        for word in sorted(wanted):
            words_of[lemma_of.get(word.lower(), word.lower())].append(word)
        for form, lemma in pairs:
            for word in words_of.get(lemma, ()):
                if prefix is None or form.startswith(prefix) == word.lower().startswith(prefix):
                    self._add(form, self._numbers[word])

    def _stems_of(self, folded: str) -> set[int]:
        return {self._stems[folded[:n]] for n in self._stem_lengths if folded[:n] in self._stems and n <= len(folded)}

    def _possible_keys(self) -> dict[int, tuple[str, ...]]:
        """Number → keys. Missing accents leave any subset of the readings of a form, so all subsets are possible."""
        sets = {frozenset(self._stems_of(stem)) for stem in self._stems}
        for folded, readings in self._forms.items():
            stems = self._stems_of(folded)
            numbers = sorted(readings)
            sizes = range(1, len(numbers) + 1) if len(numbers) <= _MOST_SUBSETS_OF else (1, len(numbers))
            subsets = chain.from_iterable(combinations(numbers, size) for size in sizes)
            sets.update(frozenset(subset) | stems for subset in subsets)
        keys: dict[int, set[str]] = defaultdict(set)
        for numbers_together in sets:
            for number in numbers_together:
                keys[number].add(_key(numbers_together))
        return {number: tuple(sorted(found)) for number, found in keys.items()}


def _key(numbers: Iterable[int]) -> str:
    return "|".join(str(number) for number in sorted(numbers))
