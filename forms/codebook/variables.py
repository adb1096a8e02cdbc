"""The variables of a table of responses: what is kept in each, under which name, with which labels.

A category has a number for programs that know numbers only: the option's own code where all codes of an item
are numbers, else its place among the options. Ways of missing are numbers below any answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from forms import export
from forms.codebook import words
from forms.codebook.names import names
from forms.codebook.shortening import BETWEEN, shortened_pair
from forms.definition.questionnaire import Item, ItemType, Option, Questionnaire
from forms.export import WAYS_OF_MISSING, Column, Part
from forms.languages import Texts, base_language, is_easy, text_in

BELOW_EVERYTHING = -9_000_000_000_000_000
"""Below any number that can be typed, and exact in a float."""
AGE = "age"
"""The dimension of an item that asks how old somebody is."""
_OWN_NUMBER = re.compile(r"0|[1-9][0-9]{0,3}")


class Kind(StrEnum):
    """What the values of a variable are."""

    CATEGORY = "category"
    NUMBER = "number"
    DATE = "date"
    MONTH = "month"
    TEXT = "text"


@dataclass(frozen=True)
class Category:
    """One of the values that a variable may take: its number, its code, what it says."""

    number: int
    code: str
    labels: Texts


@dataclass(frozen=True)
class Variable:
    """One column. `heading` is its name in tables, `name` the one that every program takes.

    `stems` is the question and `details` what the column is about within it (an option, a place); `notes` say
    how answers were made coarser. `ordered`: categories run along a scale. `low`: the number below that of
    the first way of missing. `banded`: a number that tells when somebody was born.
    """

    name: str
    heading: str
    kind: Kind
    stems: Texts
    details: Texts = field(default_factory=dict)
    notes: Texts = field(default_factory=dict)
    item_code: str = ""
    categories: tuple[Category, ...] = ()
    ordered: bool = False
    low: int = 0
    banded: bool = False

    @property
    def missing(self) -> Mapping[str, int]:
        """Way of missing → the number that stands for it."""
        return {code: self.low - place for place, code in enumerate(WAYS_OF_MISSING, 1)}

    def label(self, tag: str, most_bytes: int) -> str:
        """What the variable is, in a language, in at most so many bytes of UTF-8."""
        details = [text_in(texts, tag) for texts in (self.details, self.notes)]
        return shortened_pair(
            text_in(self.stems, tag), BETWEEN.join(filter(None, details)), most_bytes=most_bytes
        )


@dataclass(frozen=True)
class Circumstances:
    """What there is to know of responses beside the answers: numbers of versions, codes of modes, tags."""

    versions: Sequence[int]
    modes: Sequence[str]
    languages: Sequence[str]


def variables(
    questionnaires: Sequence[Questionnaire], circumstances: Circumstances, *, texts: bool
) -> list[Variable]:
    """The variables of responses to some versions, given in the order of their publication.

    The columns of later versions follow those of the first; words of respondents only with `texts`. Labels
    are those of the last version that has them.
    """
    found: dict[str, Variable] = {variable.heading: variable for variable in _circumstances(circumstances)}
    for questionnaire in questionnaires:
        for column in export.columns(questionnaire, texts=texts):
            variable = _variable(questionnaire, column)
            known = found.get(column.name)
            found[column.name] = _together(known, variable) if known else variable
    named = names(found, (variable.kind is not Kind.TEXT for variable in found.values()))
    return [replace(variable, name=name) for variable, name in zip(found.values(), named, strict=True)]


def _circumstances(known: Circumstances) -> Iterator[Variable]:
    versions = tuple(
        Category(number, str(number), words.filled(words.VERSION, number)) for number in known.versions
    )
    modes = _numbered((code, words.MODES.get(code, {"": code})) for code in known.modes)
    languages = _numbered((tag, _language(tag)) for tag in known.languages)
    late = (Category(0, "0", words.NO), Category(1, "1", words.YES))
    for heading, categories in (("version", versions), ("mode", modes), ("language", languages)):
        yield _circumstance(heading, categories)
    yield Variable("", "received_on", Kind.DATE, words.CIRCUMSTANCES["received_on"])
    yield _circumstance("late", late)


def _circumstance(heading: str, categories: tuple[Category, ...]) -> Variable:
    return Variable("", heading, Kind.CATEGORY, words.CIRCUMSTANCES[heading], categories=categories)


def _language(tag: str) -> Texts:
    names_of_it = words.LANGUAGES.get(base_language(tag), {"": base_language(tag)})
    if not is_easy(tag):
        return names_of_it
    return {own: f"{name} ({text_in(words.EASY, own)})" for own, name in names_of_it.items()}


def _variable(questionnaire: Questionnaire, column: Column) -> Variable:
    item = questionnaire.item(column.item_code)
    whole = Variable(
        "",
        column.name,
        _kind(item, column),
        _stem(questionnaire, item),
        _details(questionnaire, item, column),
        item_code=item.item_code,
    )
    if whole.kind is Kind.NUMBER:
        is_positive = item.type is ItemType.YEAR or (
            not isinstance(item.minimum, str | None) and item.minimum >= 0
        )
        return replace(
            whole,
            low=0 if is_positive else BELOW_EVERYTHING,
            banded=item.type is ItemType.YEAR or item.dimension == AGE,
        )
    if whole.kind is Kind.CATEGORY:
        return replace(
            whole,
            categories=_categories(questionnaire, item, column),
            ordered=item.type is ItemType.RATING and column.part is Part.WHOLE,
        )
    return whole


def _kind(item: Item, column: Column) -> Kind:
    if column.part is Part.WORDS or item.type in export.TEXTS:
        return Kind.TEXT
    return {ItemType.NUMBER: Kind.NUMBER, ItemType.YEAR: Kind.NUMBER, ItemType.DATE: Kind.DATE}.get(
        item.type, Kind.CATEGORY
    )


def _stem(questionnaire: Questionnaire, item: Item) -> Texts:
    return questionnaire.item(item.battery).texts if item.battery else item.texts


def _details(questionnaire: Questionnaire, item: Item, column: Column) -> Texts:
    match column.part:
        case Part.OPTION:
            return questionnaire.options[item.item_code][column.key].labels
        case Part.PLACE:
            return words.filled(words.PLACE, int(column.key))
        case Part.WORDS:
            return words.IN_OWN_WORDS
        case Part.WHOLE:
            return item.texts if item.battery else {}


def _categories(questionnaire: Questionnaire, item: Item, column: Column) -> tuple[Category, ...]:
    if column.part is Part.OPTION:
        return (Category(0, "0", words.NOT_CHOSEN), Category(1, "1", words.CHOSEN))
    return _options(questionnaire.options[item.item_code].values())


def _options(options: Iterable[Option]) -> tuple[Category, ...]:
    return _numbered((option.code, option.labels) for option in options)


def _numbered(labelled: Iterable[tuple[str, Texts]]) -> tuple[Category, ...]:
    known = dict(labelled)
    own = all(_OWN_NUMBER.fullmatch(code) for code in known)
    return tuple(
        Category(int(code) if own else place, code, labels)
        for place, (code, labels) in enumerate(known.items(), 1)
    )


def _together(earlier: Variable, later: Variable) -> Variable:
    """A variable of two versions: the later one's words, the categories of both, kinds permitting.

    Where the kind of answer changed, what does not fit any more is read as text.
    """
    if earlier.kind is not later.kind:
        return replace(later, kind=Kind.TEXT, categories=(), low=0, banded=False)
    labels = {category.code: category.labels for category in (*earlier.categories, *later.categories)}
    is_part = [(category.number, category.code) for category in later.categories] == [(0, "0"), (1, "1")]
    return replace(
        later,
        categories=later.categories if is_part else _numbered(labels.items()),
        low=min(earlier.low, later.low),
        banded=earlier.banded and later.banded,
    )
