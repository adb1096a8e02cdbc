"""The words of a coding frame in all their forms, for one language.

Each word of the frame gets a number. A word of a comment belongs to all frame words whose form or stem it
may be; that set is written as one key ("12|40"). The sets that can occur are known beforehand, so a spaCy
matcher can be built over keys.

Forms come from the dictionary of simplemma, read backwards (lemma → forms). That dictionary loses negation:
it says nebezpečná → bezpečný and neslyšící → slyšící. A form is therefore taken only if it agrees with the
word on the negating prefix.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from analytics.text.dictionaries import dictionary
from analytics.text.surface import accents_fit, fold

_NEGATING_PREFIX = {"cs": "ne", "uk": "не"}
_MOST_ACCENTED_FORMS = 6


@dataclass(frozen=True, order=True)
class Word:
    """A word as written in the frame ("senior*", "byt"), and whether its other forms count too."""

    written: str
    inflected: bool


class Lexicon:
    """Numbers for the words of a frame."""

    def __init__(self, words: Collection[Word], language: str) -> None:
        self._stems: dict[str, int] = {}
        self._forms: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._numbers: dict[Word, int] = {}
        prefix = _NEGATING_PREFIX.get(language)
        wanted = {word.written.lower() for word in words if word.inflected and not word.written.endswith("*")}
        forms, lemmas = _lower_case(language) if wanted else ([], [])
        lemma_of = {form: lemma for form, lemma in zip(forms, lemmas, strict=True) if form in wanted}
        self._number_words(words, lemma_of, prefix)
        self._add_inflected(zip(forms, lemmas, strict=True), lemma_of, wanted, prefix)
        self._stem_lengths = sorted({len(stem) for stem in self._stems})
        self._keys_of_number = self._possible_keys()

    def keys_of(self, word: Word) -> tuple[str, ...]:
        """All keys that a token standing for this word of the frame can have.

        The word must be one of `words`.
        """
        return self._keys_of_number[self._numbers[word]]

    def key(self, token: str) -> str:
        """The key of a token of a comment; empty when it stands for no word of the frame."""
        folded = fold(token)
        forms = self._forms.get(folded, {})
        numbers: set[int] = set().union(
            *(
                numbers
                for form, numbers in forms.items()
                if len(forms) > _MOST_ACCENTED_FORMS or accents_fit(token.lower(), form)
            )
        )
        return _key(numbers | self._stems_of(folded))

    def _number_words(self, words: Collection[Word], lemma_of: Mapping[str, str], prefix: str | None) -> None:
        """One number for all words that stand for the same forms."""
        number_of: dict[object, int] = {}
        for word in sorted(words):
            written = word.written.lower()
            if written.endswith("*"):
                stem = fold(written[:-1])
                self._numbers[word] = self._stems[stem] = number_of.setdefault(("stem", stem), len(number_of))
                continue
            lemma = lemma_of.get(written, written) if word.inflected else written
            identity = (word.inflected, lemma, prefix is not None and written.startswith(prefix))
            self._numbers[word] = number_of.setdefault(identity, len(number_of))
            self._forms[fold(written)][written].add(self._numbers[word])

    def _add_inflected(
        self,
        pairs: Iterable[tuple[str, str]],
        lemma_of: Mapping[str, str],
        wanted: set[str],
        prefix: str | None,
    ) -> None:
        words_of: dict[str, list[str]] = defaultdict(list)
        for written in sorted(wanted):
            words_of[lemma_of.get(written, written)].append(written)
        number_of = {word.written.lower(): number for word, number in self._numbers.items() if word.inflected}
        for form, lemma in pairs:
            for written in words_of.get(lemma, ()):
                if prefix is None or form.startswith(prefix) == written.startswith(prefix):
                    self._forms[fold(form)][form].add(number_of[written])

    def _stems_of(self, folded: str) -> set[int]:
        return {
            self._stems[folded[:n]]
            for n in self._stem_lengths
            if n <= len(folded) and folded[:n] in self._stems
        }

    def _possible_keys(self) -> dict[int, tuple[str, ...]]:
        """Number → keys.

        With accents missing, a token may stand for any selection of the forms that fold alike.
        """
        sets = {frozenset(self._stems_of(stem)) for stem in self._stems}
        for folded, forms in self._forms.items():
            stems = self._stems_of(folded)
            readings = list({frozenset(numbers) for numbers in forms.values()})
            sizes = range(1, len(readings) + 1) if len(forms) <= _MOST_ACCENTED_FORMS else [len(readings)]
            for selection in chain.from_iterable(combinations(readings, size) for size in sizes):
                sets.add(frozenset(stems).union(*selection))
        keys: dict[int, set[str]] = defaultdict(set)
        for numbers_together in sets:
            for number in numbers_together:
                keys[number].add(_key(numbers_together))
        return {number: tuple(sorted(found)) for number, found in keys.items()}


def _key(numbers: Iterable[int]) -> str:
    return "|".join(str(number) for number in sorted(numbers))


def _lower_case(language: str) -> Iterator[list[str]]:
    """The forms of a dictionary and their lemmas, all of them at once."""
    known = dictionary(language)
    for words in (known.forms, known.lemmas):
        yield "\n".join(words).lower().split("\n")
