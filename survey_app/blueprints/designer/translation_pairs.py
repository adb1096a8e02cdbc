"""A text and its translation as one row of a page, with words for what the text is.

Knows places of a document; does not know drafts and requests.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from textwrap import shorten
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from forms import translation
from forms.definition import Questionnaire
from forms.languages import text_in
from forms.translation import Kind, Place
from survey_app.blueprints.designer import scale_choice

MARK = "t."
"""Inputs of texts begin with this, so that the code of an item cannot hide another input."""

LONGEST_HEADING = 90
PATH_OF_A_PART = 4
"""How many codes lead to a text of an option or a row: item or scale, its code, "option", its own code."""

KINDS: Mapping[Kind, LazyString] = {
    Kind.TITLES: _l("Title"),
    Kind.INTRODUCTIONS: _l("Introduction"),
    Kind.THANKS: _l("Thanks"),
    Kind.TEXTS: _l("The question"),
    Kind.HINTS: _l("Hint"),
    Kind.UNIT: _l("Unit"),
    Kind.CONDITION: _l("Condition in your own words"),
    Kind.NOTES: _l("Note for interviewers"),
    Kind.LABELS: _l("Option"),
    Kind.CASE: _l("Grammatical case"),
    Kind.ALTERNATIVES: _l("What the picture shows"),
}

NAMING = (Kind.TITLES, Kind.TEXTS)
"""Texts by which a section or an item is known."""


@dataclass
class Pair:
    """One text in both languages; `value` stands in the input, `errors` beside it.

    `part` are the words of the option or the row that it belongs to, "" where it belongs to none.
    `is_missing`: it waits for words. `earlier` is the original that was translated, where it has changed
    since ("" where it has not); `holds`: the person says that the translation holds all the same.
    `suggestion` is what the same original is translated by elsewhere, "" where nothing is to be offered.
    """

    place: Place
    number: int
    source: str
    value: str
    part: str = ""
    is_missing: bool = False
    earlier: str = ""
    holds: bool = False
    suggestion: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the input."""
        return MARK + self.place.key

    @property
    def id(self) -> str:
        """The id of the input; codes may hold characters that an address would have to quote."""
        return f"text-{self.number}"

    @property
    def label(self) -> str:
        """What the text is, and of which part."""
        if self.part and self.place.kind is Kind.LABELS:
            return str(gettext("Option “%(words)s”", words=self.part))
        if self.part and self.place.kind is Kind.TEXTS:
            return str(gettext("Statement “%(words)s”", words=self.part))
        parts = [str(KINDS[self.place.kind]), self.part]
        if self.place.kind is Kind.CASE:
            parts.append(self.place.name)
        return " · ".join(filter(None, parts))

    @property
    def outdated(self) -> list["Pair"]:
        """The texts of this row whose translation is older than the original."""
        return [self] if self.earlier else []

    @property
    def suggestions(self) -> list[str]:
        """What is offered for the field."""
        return [self.suggestion] if self.suggestion else []

    @property
    def rows(self) -> int:
        """How many lines the input needs."""
        longer = max(self.source, self.value, key=len)
        return min(12, max(1, longer.count("\n") + 1 + len(longer) // 55))


@dataclass(frozen=True)
class Known:
    """What is known of the texts of one language, by key: what was typed and why it cannot be, the earlier
    originals of what is outdated, which of these still hold, and translations to offer.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    holds: Collection[str] = ()
    suggestions: Mapping[str, str] = field(default_factory=dict)


def pairs(document: dict[str, Any], source: str, target: str, known: Known) -> list[Pair]:
    """Return every text of a document."""
    found = translation.places(document)
    words = {
        place.path: text_in(place.texts, source) for place in found if place.kind in (Kind.LABELS, Kind.TEXTS)
    }
    values = {place.key: known.said.get(place.key, place.texts.get(target, "")) for place in found}
    return [
        Pair(
            place,
            number,
            place.texts.get(source, ""),
            values[place.key],
            words.get(place.path, "") if len(place.path) == PATH_OF_A_PART else "",
            not values[place.key].strip() and translation.is_missing(place, target),
            known.earlier.get(place.key, ""),
            place.key in known.holds,
            "" if values[place.key].strip() else known.suggestions.get(place.key, ""),
            [known.wrong[place.key]] if place.key in known.wrong else [],
        )
        for number, place in enumerate(found, start=1)
    ]


def is_open(pair: Pair, target: str) -> bool:
    """Whether the draft as it is saved waits for this translation, or for a word that it still holds."""
    return bool(pair.earlier) or translation.is_missing(pair.place, target)


def grouped(found: Iterable[Pair], questionnaire: Questionnaire, source: str) -> list[tuple[str, list[Pair]]]:
    """Return the pairs under headings such as “Item 3”, with the question where none of them is the question.

    The question is in the source language. A scale stands below the first item that is answered on it, as
    people meet it; one that no item uses stands last.
    """
    groups = {}
    for path, group in groupby(found, key=lambda pair: pair.place.path[:2]):
        pairs = list(group)
        says_itself = any(pair.place.path == path and pair.place.kind in NAMING for pair in pairs)
        groups[path] = (_heading(path, questionnaire, source, short=says_itself), pairs)
    return [groups[path] for path in _as_met(questionnaire) if path in groups]


def _as_met(questionnaire: Questionnaire) -> Iterable[tuple[str, ...]]:
    """The paths of the parts of a questionnaire in the order in which people meet their texts, each once."""
    met: dict[tuple[str, ...], None] = {("questionnaire",): None}
    for section in questionnaire.sections:
        met["section", section.section_code] = None
        for item in section.items:
            met["item", item.item_code] = None
            if item.scale:
                met.setdefault(("scale", item.scale))
    return met | dict.fromkeys(("scale", scale.code) for scale in questionnaire.scales)


def _heading(path: Sequence[str], questionnaire: Questionnaire, source: str, *, short: bool) -> str:
    code = path[-1]
    match path[0]:
        case "section" if short:
            return str(gettext("Section"))
        case "section":
            titles = {found.section_code: found.titles for found in questionnaire.sections}
            return str(gettext("Section “%(title)s”", title=text_in(titles.get(code, {}), source) or code))
        case "item":
            written = [item for section in questionnaire.sections for item in section.items]
            places = {item.item_code: (number, item) for number, item in enumerate(written, start=1)}
            number, item = places[code]
            if short:
                return str(gettext("Item %(number)s", number=number))
            question = shorten(text_in(item.texts, source), LONGEST_HEADING, placeholder="…") or code
            return str(gettext("Item %(number)s: %(question)s", number=number, question=question))
        case "scale" if code in questionnaire.scale_index:
            name = scale_choice.name_of(questionnaire.scale_index[code], source)
            return str(gettext("Scale: %(name)s", name=name))
        case _:
            return str(gettext("The questionnaire"))
