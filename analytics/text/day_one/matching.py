"""Finding the terms of a coding frame in a comment, by spaCy, for one language.

Each token gets as its lemma the key that `lexicon` gives it; a PhraseMatcher over lemmas finds the terms, a
Matcher those with a gap. What a term means is not judged here. Personal data is found in the same documents:
each token gets as its tag the sign that `personal_data.people` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

import numpy as np
import spacy
from spacy.attrs import IS_ALPHA, IS_LOWER, IS_PUNCT, LEMMA, LOWER, ORTH, TAG
from spacy.lang.lex_attrs import LEX_ATTRS
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from analytics.text.day_one.coding_frame import CodingFrame, FrameError, Terms
from analytics.text.day_one.lexicon import Lexicon, Word
from analytics.text.personal_data.figures import finds as figures
from analytics.text.personal_data.find import Find, without_overlaps
from analytics.text.personal_data.people import PeopleMatcher
from analytics.text.surface import readable

TERM_LANGUAGES = {"cs": ("cs", "sk"), "en": ("en",), "uk": ("uk",)}
"""Matcher → languages of the terms it reads: Czech and Slovak are read together."""

_GAP = "…"
_GAP_PATTERN = {"ORTH": {"NOT_IN": [".", "!", "?"]}, "OP": "{0,4}"}
_MOST_READINGS = 2_000
_MOST_REMEMBERED = 200_000
_LONGEST_TEXT = 20_000
_INFLECTED = frozenset({"group", "relevance", "signpost", "urgent"})


@dataclass(frozen=True)
class Meaning:
    """Where in the frame a term stands: family "group", code "seniors", list "help"."""

    family: str
    code: str
    part: str


@dataclass(frozen=True)
class Match:
    """A term found at the tokens [start, end) of a document."""

    start: int
    end: int
    term: str
    meaning: Meaning


class TermMatcher:
    """All terms of a frame for one key of TERM_LANGUAGES.

    Raises FrameError for a term with too many readings.
    """

    def __init__(self, frame: CodingFrame, language: str) -> None:
        # What else spaCy would find out about every new word (is it an address, …) nobody asks.
        asked = {number: LEX_ATTRS[number] for number in (LOWER, IS_ALPHA, IS_LOWER, IS_PUNCT)}
        self._nlp = spacy.blank(language, vocab=Vocab(lex_attr_getters=asked))
        self._phrases = PhraseMatcher(self._nlp.vocab, attr="LEMMA")
        self._gapped = Matcher(self._nlp.vocab)
        self._needed_by_gapped: set[int] = set()
        self._people = PeopleMatcher(self._nlp.vocab)
        self._known: dict[int, tuple[str, Meaning]] = {}
        self._keys_of: dict[int, tuple[int, int]] = {}
        terms = [
            (term, meaning, self._words(term, meaning))
            for term, meaning in _terms(frame, TERM_LANGUAGES[language])
        ]
        words = {word for _, _, words in terms for word in words if word.written != _GAP}
        self._lexicon = Lexicon(words, language)
        for number, (term, meaning, words_of_term) in enumerate(terms):
            self._add(str(number), term, meaning, words_of_term)

    def documents(self, texts: Sequence[str]) -> Iterator[Doc]:
        """Tokenised texts, each at most 20,000 characters long: what follows is not read."""
        # A zone frees the strings of comments afterwards: a worker that runs for weeks must not keep them.
        with self._nlp.memory_zone():
            for text in texts:
                document = self._nlp.make_doc(readable(text[:_LONGEST_TEXT]))
                keys: Any = np.array(
                    [self._keys(word) for word in document.to_array([ORTH]).tolist()], dtype=np.uint64
                )
                yield document.from_array([LEMMA, TAG], keys.reshape(-1, 2))

    def matches(self, document: Doc) -> list[Match]:
        """All terms in a document from `documents`, overlaps included, by position, then longest first."""
        found = set(self._phrases(document))
        if not self._needed_by_gapped.isdisjoint(document.to_array([LEMMA]).tolist()):
            found.update(self._gapped(document))
        matches = [Match(start, end, *self._known[key]) for key, start, end in found]
        return sorted(matches, key=lambda m: (m.start, -m.end, m.term, m.meaning.family, m.meaning.code))

    def personal_data(self, document: Doc) -> list[Find]:
        """What looks like personal data in a document from `documents`, by position, without overlaps."""
        signs = frozenset(document.to_array([TAG]).tolist())
        return without_overlaps((*figures(document.text), *self._people.finds(document, signs)))

    def _keys(self, word: int) -> tuple[int, int]:
        """The key of a word in the frame and its sign for personal data, as spaCy numbers strings.

        0 stands for none.
        """
        keys = self._keys_of.get(word)
        if keys is None:
            if len(self._keys_of) >= _MOST_REMEMBERED:
                self._keys_of.clear()
            strings = self._nlp.vocab.strings
            written = strings[word] if word else ""
            key = self._lexicon.key(written) if word else ""
            keys = (int(strings[key]) if key else 0, self._people.sign(written))
            self._keys_of[word] = keys
        return keys

    def _words(self, term: str, meaning: Meaning) -> tuple[Word, ...]:
        """The term cut as the tokeniser cuts comments, so that "K-centr*" meets "K", "-", "centrum"."""
        words: list[Word] = []
        for written in term.split():
            tokens = [token.text for token in self._nlp.make_doc(written.removesuffix("*"))]
            tokens[-1] += "*" if written.endswith("*") else ""
            words.extend(Word(token, meaning.family in _INFLECTED) for token in tokens)
        return tuple(words)

    def _add(self, name: str, term: str, meaning: Meaning, words: tuple[Word, ...]) -> None:
        keys = [[_GAP] if word.written == _GAP else self._lexicon.keys_of(word) for word in words]
        if prod(len(readings) for readings in keys) > _MOST_READINGS:
            raise FrameError(
                [(meaning.family, f"The term “{term}” has too many readings; write it with fewer words.")]
            )
        self._known[self._nlp.vocab.strings.add(name)] = (term, meaning)
        if any(word.written == _GAP for word in words):
            pattern = [_GAP_PATTERN if r == [_GAP] else {"LEMMA": {"IN": list(r)}} for r in keys]
            self._gapped.add(name, [pattern])
            needed = next((readings for readings in keys if readings != [_GAP]), [])
            self._needed_by_gapped.update(self._nlp.vocab.strings.add(key) for key in needed)
        else:
            vocab = self._nlp.vocab
            self._phrases.add(name, [Doc(vocab, words=list(c), lemmas=list(c)) for c in product(*keys)])


def _terms(frame: CodingFrame, languages: Sequence[str]) -> Iterator[tuple[str, Meaning]]:
    for meaning, terms in _lists(frame):
        for language in languages:
            for term in terms.get(language, ()):
                yield term, meaning


def _lists(frame: CodingFrame) -> Iterator[tuple[Meaning, Terms]]:
    for group in frame.target_groups:
        yield Meaning("group", group.code, "people"), group.people
        yield Meaning("group", group.code, "help"), group.help
        yield Meaning("group", group.code, "hints"), group.hints
    yield Meaning("relevance", "relevant", "services"), frame.services
    yield Meaning("relevance", "relevant", "hints"), frame.service_hints
    for signpost in frame.signposts:
        yield Meaning("signpost", signpost.code, "terms"), signpost.terms
    for kind in frame.kinds:
        yield Meaning("kind", kind.code, "terms"), kind.terms
        yield Meaning("kind", kind.code, "hints"), kind.hints
    yield Meaning("interrogative", "question", "terms"), frame.interrogatives
    yield Meaning("negation", "negation", "terms"), frame.negations
    yield Meaning("urgent", "urgent", "terms"), frame.urgent
    yield Meaning("neutral", "neutral", "terms"), frame.neutral
