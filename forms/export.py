"""Answers as the columns of a table: what a statistician reads, with a code for each way of not answering.

    columns(questionnaire, texts=False)  ->  one Column for each question that takes an answer
    row(questionnaire, answers)          ->  {column name: value}

A multiple choice has a column for each option (1 chosen, 0 not), a ranking one for each place, a write-in one
beside its item; the rows of a battery are items of their own. Only answers on the path count. "Don't know" is
an option like others and keeps its code. Everything follows from the frozen version and the answers, so the
same version gives the same table for ever. Knows no file format and no storage.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from forms.definition.questionnaire import Item, ItemType, Questionnaire
from forms.expressions.evaluation import Answer, Answers
from forms.item_types import most_places
from forms.routing import WITHOUT_ANSWER, path, write_in_key

NOT_ASKED = "NOT_ASKED"
"""The path did not lead to the item."""
NO_ANSWER = "NO_ANSWER"
"""The item was asked and left out."""
NOT_IN_VERSION = "NOT_IN_VERSION"
"""The response was given to a version that does not have the column."""
RARE = "RARE"
"""The answer was taken out because too few people gave it."""

WAYS_OF_MISSING = (NOT_ASKED, NO_ANSWER, NOT_IN_VERSION, RARE)

TEXTS = frozenset({ItemType.SHORT_TEXT, ItemType.OPEN_ENDED})

Value = str | int | float


class Part(StrEnum):
    """Which part of an answer a column holds."""

    WHOLE = "whole"
    OPTION = "option"
    PLACE = "place"
    WORDS = "words"


@dataclass(frozen=True)
class Column:
    """One column. `key` is the option's code or the place (from 1) that it stands for, else empty."""

    item_code: str
    part: Part = Part.WHOLE
    key: str = ""

    @cached_property
    def name(self) -> str:
        """The heading: "item", "item/option", "item.place_2", "item.write_in"; no two can clash."""
        match self.part:
            case Part.OPTION:
                return f"{self.item_code}/{self.key}"
            case Part.PLACE:
                return f"{self.item_code}.place_{self.key}"
            case Part.WORDS:
                return write_in_key(self.item_code)
            case Part.WHOLE:
                return self.item_code


@lru_cache(maxsize=100)
def columns(questionnaire: Questionnaire, *, texts: bool = False) -> tuple[Column, ...]:
    """The columns of a version in the order of its items; words of respondents only with `texts`."""
    items = {item.item_code: item for item in questionnaire.items}
    return tuple(column for item in items.values() for column in _columns(questionnaire, item, texts=texts))


def _columns(questionnaire: Questionnaire, item: Item, *, texts: bool) -> Iterator[Column]:
    options = questionnaire.options[item.item_code]
    if item.type in WITHOUT_ANSWER or (item.type in TEXTS and not texts):
        return
    if item.type is ItemType.MULTIPLE_CHOICE:
        yield from (Column(item.item_code, Part.OPTION, code) for code in options)
    elif item.type is ItemType.RANKING:
        for place in range(1, most_places(item, options) + 1):
            yield Column(item.item_code, Part.PLACE, str(place))
    else:
        yield Column(item.item_code)
    if texts and any(option.write_in for option in options.values()):
        yield Column(item.item_code, Part.WORDS)


def row(questionnaire: Questionnaire, answers: Answers, *, texts: bool = False) -> dict[str, Value]:
    """The value of every column for the answers of one response."""
    visible, counted = path(questionnaire, answers)
    asked = {item.item_code for item in visible}
    return {
        column.name: _value(column, counted) if column.item_code in asked else NOT_ASKED
        for column in columns(questionnaire, texts=texts)
    }


def _value(column: Column, counted: Answers) -> Value:
    answer = counted.get(column.item_code)
    if answer is None:
        return NO_ANSWER
    match column.part:
        case Part.OPTION:
            return int(column.key in _chosen(answer))
        case Part.PLACE:
            chosen = _chosen(answer)
            place = int(column.key)
            return chosen[place - 1] if place <= len(chosen) else NO_ANSWER
        case Part.WORDS:
            return str(counted.get(write_in_key(column.item_code), ""))
        case Part.WHOLE:
            return ", ".join(answer) if isinstance(answer, list) else answer


def _chosen(answer: Answer) -> list[str]:
    return answer if isinstance(answer, list) else [str(answer)]
