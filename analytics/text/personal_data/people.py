"""Names of people and addresses, found by spaCy's Matcher over signs of words.

Every token has a sign as its TAG: what kind of a word it is for this purpose ("sir", "given", "capital").
A name is recognised by what introduces it: a form of address, a title, "my son", "I am called". A given name
or a surname by its form is enough after the name of a profession. A name alone is not recognised: in Czech
towns, streets, months of saints and services look the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from analytics.text.everyday_words import EVERYDAY_WORDS
from analytics.text.personal_data import words
from analytics.text.personal_data.find import Find
from analytics.text.surface import fold

_NAMES = ("given", "surname", "capital")
_OF_FORM = ("small surname", "initial", "particle", "number", "street", "living", "street after", "place")
SIGNS = (*words.INTRODUCING, *_NAMES, *_OF_FORM)
"""All signs; a token without one counts for nothing here."""
_OPENING_PEOPLE = frozenset(words.INTRODUCING) - {"is", "self", "called", "own", "me"} | {"given"}
_NAMING = frozenset((*_NAMES, "small surname"))
_STREET_FORM = re.compile(r"(?:sk|ck|n|ov|in)(?:[aeyui]|ou|ej)$")
_SURNAME_ENDINGS = tuple(words.SURNAME_ENDINGS.split())
_ADJECTIVES = ("ni", "niho", "ska", "ske", "skou")
_SHORT_PARTICLES = frozenset(("na", "u", "k", "ke", "pod", "nad", "v", "ve", "pri", "za"))
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?[a-zA-Z]?\.?")
_COUNTED = frozenset(words.COUNTED.split())
_LESS_SURE = ("relative", "whole")
_CENTURIES = ("19", "20")
_PLACE_REACH, _NAMED_REACH = 4, 3
_LOWER_SURNAME, _SHORTEST_STREET = 6, 4
_NOT_SURNAMES = frozenset(
    ("novou", "hotova", "hotove", "takove", "takova", "cukrova", "zdrave", "nervove", "domova")
)


class Signs:
    """The sign of a word, by its form alone; "" for a word that says nothing here."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}
        self._begun: dict[str, str] = {}
        for sign, listed in words.INTRODUCING.items():
            for word in listed.split():
                if word.endswith("*"):
                    self._begun.setdefault(word[:-1], sign)
                else:
                    self._whole.setdefault(fold(word), sign)
        for word in words.STREETS.split():
            self._whole.setdefault(fold(word), "street")
        for word in words.LIVING.split():
            self._whole.setdefault(fold(word), "living")
        for word in words.STREETS_AFTER.split():
            self._whole.setdefault(word, "street after")
        for word in words.PLACES.split():
            self._begun.setdefault(fold(word.removesuffix("*")), "place")
        self._beginning = re.compile("|".join(map(re.escape, self._begun)))
        self._given = frozenset(_forms_of_given_names())
        everyday = (word for tag in ("cs", "sk", "uk", "en") for word in EVERYDAY_WORDS[tag].split())
        self._no_names = frozenset(map(fold, (*words.NO_NAMES.split(), *everyday)))

    def of(self, word: str) -> str:
        """The sign of a token as written."""
        if word[:1].isdigit():
            return "number" if _NUMBER.fullmatch(word) else ""
        folded = fold(word).rstrip(".")
        if not folded[:1].isalpha():
            return ""
        introducing = self._introducing(folded)
        if introducing:
            return introducing
        return self._name(word.rstrip("."), folded)

    def _introducing(self, folded: str) -> str:
        sign = self._whole.get(folded, "")
        if folded.endswith(_ADJECTIVES):
            return sign
        begun = None if sign else self._beginning.match(folded)
        return self._begun[begun[0]] if begun else sign

    def _name(self, word: str, folded: str) -> str:
        if word[0].islower():
            is_surname = len(folded) >= _LOWER_SURNAME and folded not in _NOT_SURNAMES
            return "small surname" if is_surname and folded.endswith(("ova", "ove", "ovou")) else ""
        if len(folded) == 1:
            return "initial"
        if folded in self._given:
            return "given"
        if folded in self._no_names:
            return "particle" if folded in _SHORT_PARTICLES else ""
        if len(folded) > 4 and folded.endswith(_SURNAME_ENDINGS):
            return "surname"
        return "" if word.isupper() else "capital"


class PeopleMatcher:
    """Finds names and addresses in documents whose tokens carry signs as TAG, and a word of the coding frame
    as LEMMA (0 elsewhere).
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._signs = Signs()
        self._people = _matcher(vocab, _PEOPLE)
        self._addresses = _matcher(vocab, _ADDRESSES)
        numbers = {sign: vocab.strings.add(sign) for sign in SIGNS}
        self._opening_people = frozenset(numbers[sign] for sign in _OPENING_PEOPLE)
        self._naming = frozenset(numbers[sign] for sign in _NAMING)
        self._number = numbers["number"]

    def sign(self, word: str) -> int:
        """The sign of a word as spaCy numbers strings; 0 for none."""
        sign = self._signs.of(word)
        return int(self._vocab.strings[sign]) if sign else 0

    def finds(self, document: Doc, signs: frozenset[int]) -> Iterator[Find]:
        """Addresses, then names. `signs`: those that occur in the document, so that most need no matching."""
        if signs.isdisjoint(self._naming):
            return
        if self._number in signs:
            for span in self._addresses(document, as_spans=True):
                if _is_lived_in(span):
                    yield _address(span)
        if not signs.isdisjoint(self._opening_people):
            for span in sorted(self._people(document, as_spans=True), key=lambda s: (s.start, -s.end)):
                name = _name_in(span)
                if name is not None:
                    yield Find("name", name.start_char, name.end_char, sure=span.label_ not in _LESS_SURE)


def _forms_of_given_names() -> Iterator[str]:
    for written in words.GIVEN_NAMES.split():
        name = fold(written)
        stems = {name, name.rstrip("aeioyяаіу") or name}
        if name.endswith(("ek", "el", "ec")):
            stems.add(name[:-2] + name[-1])
        if name.endswith(("ka",)):
            stems.add(name[:-2])
        for stem in stems:
            if len(stem) > 1:
                yield from (stem + ending for ending in map(fold, words.NAME_ENDINGS.split()))
        yield name


def _in(*signs: str, op: str = "{1}") -> dict[str, Any]:
    return {"TAG": {"IN": list(signs)}, "OP": op}


_DOT: dict[str, Any] = {"ORTH": {"IN": [".", ","]}, "OP": "?"}
_NAME = _in(*_NAMES)
_MORE = [_in("initial", op="?"), {"ORTH": ".", "OP": "?"}, _in(*_NAMES, op="{0,2}")]
_TITLES = [_in("title", op="*"), _DOT]
_PEOPLE: Mapping[str, list[list[dict[str, Any]]]] = {
    "sir": [
        [
            _in("sir"),
            {"ORTH": ".", "OP": "?"},
            *_TITLES,
            _in("initial", op="?"),
            {"ORTH": ".", "OP": "?"},
            _NAME,
            *_MORE,
        ],
        [_in("sir"), _in("expert"), _NAME, *_MORE],
        [_in("sir"), _in("role", "expert", op="?"), _in("small surname", "given", "surname")],
    ],
    "title": [[_in("title"), _DOT, _in("title", op="?"), _DOT, _NAME, *_MORE]],
    "expert": [[_in("expert"), _in("given", "surname", "capital"), *_MORE]],
    "role": [[_in("role", "relative"), _in("given", "surname"), *_MORE]],
    "relative": [
        [_in("relative"), _NAME, *_MORE],
        [_in("relative"), _in("self"), _in("called"), _NAME, *_MORE],
        [_in("relative"), _in("called"), _in("self", op="?"), _NAME, *_MORE],
    ],
    "whole": [[_in("given", op="{1,2}"), _in("surname")]],
    "called": [
        [{"LOWER": "i"}, {"LOWER": {"IN": ["am", "'m"]}}, _in("given"), *_MORE],
        [_in("calling"), _in("self"), _NAME, *_MORE],
        [_in("own"), _in("name word"), _in("is"), _NAME, *_MORE],
        [_in("name word"), {"ORTH": ":"}, _NAME, *_MORE],
        [_in("me"), _in("to call"), _NAME, *_MORE],
    ],
}
_HOUSE = _in("number")
_STREET_WORD = {"TAG": {"IN": [*_NAMES, "particle", "initial"]}}
_ADDRESSES: Mapping[str, list[list[dict[str, Any]]]] = {
    "announced": [
        [
            _in("street", "living"),
            {"IS_PUNCT": True, "OP": "?"},
            {"IS_LOWER": True, "OP": "{0,2}"},
            {**_STREET_WORD, "OP": "{1,3}"},
            _HOUSE,
        ]
    ],
    "formed": [[_in("capital", "surname", "given"), _HOUSE]],
    "particle": [[_in("particle"), _in("capital", "surname", "given"), _HOUSE]],
    "english": [[_HOUSE, _in("capital", "surname", "given", op="{1,2}"), _in("street after")]],
}


def _matcher(vocab: Vocab, patterns: Mapping[str, list[list[dict[str, Any]]]]) -> Matcher:
    matcher = Matcher(vocab, validate=True)
    for name, alternatives in patterns.items():
        matcher.add(name, alternatives, greedy="LONGEST")
    return matcher


def _name_in(span: Span) -> Span | None:
    """The name itself, without what introduces it; None where it is the name of something else."""
    at = next((token.i for token in span if token.tag_ in (*_NAMES, "small surname")), None)
    if at is None:
        return None
    first: Token = span.doc[at]
    if first.lemma and first.tag_ in ("capital", "small surname"):
        return None
    if span.label_ == "whole" and _belongs_to_a_place(span):
        return None
    if at > span.start and span.doc[at - 1].tag_ == "initial":
        at -= 1
    elif at > span.start + 1 and span.doc[at - 1].text == "." and span.doc[at - 2].tag_ == "initial":
        at -= 2
    end = span.end
    while end > at and span.doc[end - 1].tag_ not in (*_NAMES, "small surname"):
        end -= 1
    return span.doc[at:end]


def _belongs_to_a_place(span: Span) -> bool:
    """Whether streets, schools and homes bear the name."""
    before = span.doc[max(0, span.start - _NAMED_REACH) : span.start]
    return any(token.tag_ in ("street", "living", "place") for token in before)


def _is_lived_in(span: Span) -> bool:
    """Whether a street with a number is where somebody may live, and not a count or the seat of a service."""
    document = span.doc
    following = document[span.end] if span.end < len(document) else None
    if following is not None and _goes_on_counting(span[-1].text, following.text):
        return False
    before = document[max(0, span.start - _PLACE_REACH) : span.start]
    if span[0].tag_ != "living" and any(token.tag_ == "place" for token in before):
        return False
    opens = span.start == 0 or document[span.start - 1].text in (".", "!", "?")
    if span.label_ == "particle":
        return not opens
    if span.label_ == "formed":
        return _looks_like_a_street(span, opens=opens)
    return True


def _goes_on_counting(number: str, following: str) -> bool:
    """ "3 roky", "21. ledna", "37. největší"."""
    return fold(following).rstrip(".") in _COUNTED or (number.endswith(".") and following[0].islower())


def _looks_like_a_street(span: Span, *, opens: bool) -> bool:
    """By the ending of the name, or two numbers of a house; two years are something else."""
    first, slash, second = span[-1].text.partition("/")
    if slash:
        # The number of the house and of its entrance: neither years (2023/2024), nor 24/7, nor marks (8/10).
        is_house = int(first) > int(re.sub(r"\D", "", second)) and (first, second) != ("24", "7")
        return is_house and first[:2] not in _CENTURIES
    has_form = len(span[0]) >= _SHORTEST_STREET and _STREET_FORM.search(fold(span[0].text))
    return not opens and bool(has_form) and not _is_year(first)


def _is_year(number: str) -> bool:
    return len(number) == len("2024") and number[:2] in _CENTURIES


def _address(span: Span) -> Find:
    """The street and the number, without the word that announces them."""
    start, end = span.start, span.end
    if span.label_ == "announced":
        start = next(t.i for t in span if t.tag_ in (*_NAMES, "particle", "initial"))
    found = span.doc[start:end]
    return Find(
        "address",
        found.start_char,
        found.end_char - found.text.endswith("."),
        sure=span.label_ == "announced",
    )
