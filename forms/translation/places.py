"""Where the texts of a document stand, and putting translations there.

A place is known by codes, not by positions, so that a translation finds it after items were moved:
"item.q05.texts", "item.q01.option.yes.labels", "scale.rating5.easy.good.labels".
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from forms.definition.schema import DEFINITIONS, json_schema
from forms.documents.canonical import UNSTORABLE
from forms.languages import base_language, is_easy

INFLECTED = frozenset({"be", "cs", "de", "hr", "lt", "lv", "pl", "ro", "ru", "sk", "sl", "sr", "uk"})
"""Languages in which a noun's form may depend on its role in the sentence."""

EASY_OPTIONS = "easy"


class Kind(StrEnum):
    """What a text is for; the name of its property in a document."""

    TITLES = "titles"
    INTRODUCTIONS = "introductions"
    THANKS = "thanks"
    TEXTS = "texts"
    HINTS = "hints"
    UNIT = "unit"
    CONDITION = "visible_if_texts"
    NOTES = "interviewer_notes"
    LABELS = "labels"
    CASE = "cases"
    ALTERNATIVES = "alternatives"


class UnusableTextError(ValueError):
    """A text cannot stand in its place; `reason` is "too_long" (`longest` says how long it may be),
    "unstorable" or "last" (one language must remain).
    """

    def __init__(self, reason: str, longest: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.longest = longest


@dataclass(frozen=True)
class Place:
    """One text in all languages.

    `owner` and `name` say where `texts` stands in the document. `path` are the codes that lead to it, such as
    ("item", "q01", "option", "yes"). `needed`: it cannot be without a text in any language.
    """

    key: str
    kind: Kind
    path: tuple[str, ...]
    owner: dict[str, Any]
    name: str
    longest: int
    needed: bool = False

    @property
    def texts(self) -> Mapping[str, str]:
        """Language tag → text, as the document says it."""
        found: Mapping[str, str] = self.owner.get(self.name, {})
        return found


class Progress(NamedTuple):
    """How much of a document is there in one language."""

    translated: int
    total: int

    @property
    def missing(self) -> int:
        """How many texts are not there."""
        return self.total - self.translated


def places(document: dict[str, Any]) -> list[Place]:
    """Every text of a document, in the order in which respondents meet them; scales come last.

    The document must conform to the schema. Of things with one code (a fault that the checks report) the
    second one's key ends in "~2".
    """
    taken: dict[str, int] = {}
    found = []
    for kind, path, owner, name, longest, needed in _walk(document):
        key = ".".join((*path, name if kind is not Kind.CASE else f"cases.{name}"))
        taken[key] = taken.get(key, 0) + 1
        unique = key if taken[key] == 1 else f"{key}~{taken[key]}"
        found.append(Place(unique, kind, path, owner, name, longest, needed))
    return found


def is_missing(place: Place, language: str) -> bool:
    """Whether a text that is there in another language is not there in this one.

    An easy variant lacks what its language says; a language without grammatical cases lacks no case. The easy
    options of a scale are for easy variants alone.
    """
    if place.texts.get(language, "").strip():
        return False
    of_base = bool(place.texts.get(base_language(language), "").strip())
    said = any(text.strip() for text in place.texts.values())
    if EASY_OPTIONS in place.path[2:3]:
        return is_easy(language) and said and not of_base
    if place.kind is Kind.CASE and base_language(language) not in INFLECTED:
        return False
    return of_base if is_easy(language) else said


def progress(document: dict[str, Any], language: str) -> Progress:
    """How many of the texts that should be there in this language are there."""
    every = places(document)
    missing = sum(is_missing(place, language) for place in every)
    there = sum(bool(place.texts.get(language, "").strip()) for place in every)
    return Progress(there, there + missing)


def cleaned(text: str) -> str:
    """The text as it is stored: lines end in one way, nothing stands around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def check(place: Place, language: str, text: str) -> None:
    """Raises UnusableTextError where this text cannot stand there."""
    if len(text) > place.longest:
        raise UnusableTextError("too_long", place.longest)
    if UNSTORABLE.search(text):
        raise UnusableTextError("unstorable")
    others = (said for tag, said in place.texts.items() if tag != language)
    if not text and place.needed and language in place.texts and not any(others):
        raise UnusableTextError("last")


def with_texts(document: Mapping[str, Any], language: str, said: Mapping[str, str]) -> dict[str, Any]:
    """A copy of the document in which these places (by key) say this in one language; "" takes a text away.

    Keys that the document does not have are passed over. Raises UnusableTextError.
    """
    changed: dict[str, Any] = copy.deepcopy(dict(document))
    for place in places(changed):
        if place.key not in said:
            continue
        text = cleaned(said[place.key])
        check(place, language, text)
        texts = {tag: other for tag, other in place.texts.items() if tag != language}
        texts = {**texts, language: text} if text else texts
        if texts or place.needed or place.kind is Kind.ALTERNATIVES:
            place.owner[place.name] = texts
        else:
            place.owner.pop(place.name, None)
    return changed


_Found = tuple[Kind, tuple[str, ...], dict[str, Any], str, int, bool]


def _longest(texts: Mapping[str, Any]) -> int:
    longest: int = texts["additionalProperties"]["maxLength"]
    return longest


_DOCUMENT = json_schema()["properties"]
_SECTION = DEFINITIONS["section"]["properties"]
_OPTION = DEFINITIONS["option"]["properties"]
_ALTERNATIVES = _longest(DEFINITIONS["picture"]["properties"]["alternatives"])
_ROW = _longest(DEFINITIONS["row"]["properties"]["texts"])
_ITEM = {
    name: _longest(shape)
    for variant in DEFINITIONS["item"]["oneOf"]
    for name, shape in variant["properties"].items()
    if name in {Kind.TEXTS, Kind.HINTS, Kind.UNIT, Kind.CONDITION, Kind.NOTES}
}


def _walk(document: dict[str, Any]) -> Iterator[_Found]:
    for kind in (Kind.TITLES, Kind.INTRODUCTIONS, Kind.THANKS):
        if kind is Kind.TITLES or document.get(kind):
            yield kind, ("questionnaire",), document, kind, _longest(_DOCUMENT[kind]), kind is Kind.TITLES
    for section in document["sections"]:
        path = ("section", section["section_code"])
        yield Kind.TITLES, path, section, Kind.TITLES, _longest(_SECTION["titles"]), False
        for item in section["items"]:
            yield from _of_item(item)
    for scale in document.get("scales", []):
        path = ("scale", scale["code"])
        yield from _of_options((*path, "option"), scale["options"])
        yield from _of_options((*path, EASY_OPTIONS), scale.get("easy_options", []))


def _of_item(item: dict[str, Any]) -> Iterator[_Found]:
    path = ("item", item["item_code"])
    for name in (Kind.TEXTS, Kind.HINTS, Kind.UNIT, Kind.CONDITION, Kind.NOTES):
        if item.get(name):
            yield name, path, item, name, _ITEM[name], name is Kind.TEXTS
    yield from _of_picture(path, item)
    for row in item.get("rows", []):
        yield Kind.TEXTS, (*path, "row", row["item_code"]), row, Kind.TEXTS, _ROW, True
    yield from _of_options((*path, "option"), item.get("options", []))


def _of_options(path: tuple[str, ...], options: Iterable[dict[str, Any]]) -> Iterator[_Found]:
    for option in options:
        here = (*path, option["code"])
        yield Kind.LABELS, here, option, Kind.LABELS, _longest(_OPTION["labels"]), False
        cases = option.get("cases", {})
        for case in cases:
            longest = _longest(_OPTION["cases"]["additionalProperties"])
            yield Kind.CASE, here, cases, case, longest, False
        yield from _of_picture(here, option)


def _of_picture(path: tuple[str, ...], owner: dict[str, Any]) -> Iterator[_Found]:
    if "picture" in owner:
        yield Kind.ALTERNATIVES, path, owner["picture"], Kind.ALTERNATIVES, _ALTERNATIVES, False
