"""Specimen answers: from every group of answers that some conditions cannot tell apart, one.

This makes the endless answers of an item a short list, on which conditions can be decided exactly.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from forms.definition.questionnaire import Item, ItemType, Option, Questionnaire
from forms.expressions.evaluation import Answer, evaluate
from forms.expressions.tree import Attribute, Compare, Count, Expression, In
from forms.expressions.tree import leaves as parts

SEVERAL = {ItemType.MULTIPLE_CHOICE, ItemType.RANKING}
TEXTS = {ItemType.SHORT_TEXT, ItemType.OPEN_ENDED}
SILENT = {ItemType.INFORMATION, ItemType.RATING_BATTERY}
"""Types that take no answer."""

MOST_GROUPS = 8
FIRST_YEAR, LAST_YEAR = 0, 9_999


@dataclass(frozen=True)
class Specimens:
    """`answers` without "no answer"; `complete` when they stand for every answer there can be."""

    answers: tuple[Answer, ...]
    complete: bool = True


def specimens(questionnaire: Questionnaire, item: Item, leaves: Collection[Expression]) -> Specimens:
    """Answers to the item that stand for all, as far as these parts of conditions are concerned."""
    options = tuple(questionnaire.options.get(item.item_code, {}).values())
    if item.type in SILENT:
        return Specimens(())
    if item.type in SEVERAL:
        return _lists(questionnaire, item, options, leaves)
    if item.type in TEXTS:
        return Specimens(("text",))
    if item.type in (ItemType.NUMBER, ItemType.YEAR):
        return Specimens(tuple(_numbers(item, leaves)))
    if item.type is ItemType.DATE:
        return Specimens(tuple(_dates(item, leaves)))
    groups = alike(questionnaire, item.item_code, options, leaves)
    return Specimens(tuple(group[0].code for group in groups))


def alike(
    questionnaire: Questionnaire, item_code: str, options: Iterable[Option], leaves: Collection[Expression]
) -> list[list[Option]]:
    """The options in groups that these parts of conditions cannot tell apart."""
    groups: dict[tuple[bool, ...], list[Option]] = defaultdict(list)
    asking = [leaf for leaf in leaves if isinstance(leaf, In | Attribute | Compare)]
    for option in options:
        told = tuple(evaluate(leaf, questionnaire, {item_code: option.code}) for leaf in asking)
        groups[told].append(option)
    return list(groups.values())


def _lists(
    questionnaire: Questionnaire, item: Item, options: Sequence[Option], leaves: Collection[Expression]
) -> Specimens:
    free = [option for option in options if not option.exclusive]
    exclusive = [option for option in options if option.exclusive]
    groups = alike(questionnaire, item.item_code, free, leaves)
    alone = [group[0] for group in alike(questionnaire, item.item_code, exclusive, leaves)]
    most = min(item.max_choices or len(free), len(free))
    thresholds = {leaf.value + step for leaf in leaves if isinstance(leaf, Count) for step in (-1, 0, 1)}
    complete = len(groups) <= MOST_GROUPS
    sizes = range(1, len(groups) + 1) if complete else (1, 2)
    found: list[Answer] = [[option.code] for option in alone]
    for size in sizes:
        for chosen in itertools.combinations(groups, size):
            found.extend(_of_sizes(chosen, {size, *thresholds}, most))
    return Specimens(tuple(found), complete)


def _of_sizes(groups: Sequence[list[Option]], sizes: Iterable[int], most: int) -> Iterable[list[str]]:
    """Lists with at least one option of each group, one for every size that is possible."""
    first = [group[0].code for group in groups]
    more = [option.code for group in groups for option in group[1:]]
    for size in sorted(sizes):
        if len(first) <= size <= min(most, len(first) + len(more)):
            yield first + more[: size - len(first)]


def _numbers(item: Item, leaves: Collection[Expression]) -> Iterable[float]:
    low, high = number(item.minimum), number(item.maximum)
    if item.type is ItemType.YEAR:
        low, high = max(low or FIRST_YEAR, FIRST_YEAR), min(LAST_YEAR if high is None else high, LAST_YEAR)
    marks = {
        float(leaf.value) for leaf in leaves if isinstance(leaf, Compare) and not isinstance(leaf.value, str)
    }
    marks |= {float(bound) for bound in (low, high) if bound is not None}
    if not marks:
        marks = {1.0}
    points = marks | {mark + step for mark in marks for step in (-1, 1)}
    if item.type is ItemType.NUMBER:
        points |= {(one + other) / 2 for one, other in itertools.pairwise(sorted(points))}
    else:
        points = {point for point in points if point.is_integer()}
    for point in sorted(points):
        if (low is None or low <= point) and (high is None or point <= high):
            yield int(point) if point.is_integer() else point


def number(bound: object) -> float | None:
    """A bound of numbers as a float; None without one."""
    return float(bound) if isinstance(bound, int | float) else None


def _dates(item: Item, leaves: Collection[Expression]) -> Iterable[str]:
    written = [str(leaf.value) for leaf in leaves if isinstance(leaf, Compare)]
    marks = [day for text in [*written, item.minimum, item.maximum] if (day := as_date(text))]
    points = {day + timedelta(step) for day in marks or [date(2000, 1, 1)] for step in (-1, 0, 1)}
    for point in sorted(points):
        iso = point.isoformat()
        if (item.minimum is None or str(item.minimum) <= iso) and (
            item.maximum is None or iso <= str(item.maximum)
        ):
            yield iso


def as_date(text: object) -> date | None:
    """The day of an ISO text, unless there is no such day or none beside it."""
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        return None
    return day if date.min < day < date.max else None


def with_stand_ins(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire in which catalogues that are still empty hold what its conditions ask about.

    A draft names a catalogue; its options come in at publication. Until then every service that a condition
    could mean stands in.
    """

    asked: dict[str, list[In | Attribute]] = defaultdict(list)
    for condition in questionnaire.conditions.values():
        for leaf in parts(condition):
            if isinstance(leaf, In | Attribute):
                asked[leaf.item].append(leaf)
    sections = tuple(
        replace(
            section,
            items=tuple(
                replace(item, options=(*item.options, *_stand_ins(item, asked[item.item_code])))
                if item.source is not None and not is_filled(item)
                else item
                for item in section.items
            ),
        )
        for section in questionnaire.sections
    )
    return replace(questionnaire, sections=sections)


def is_filled(item: Item) -> bool:
    """Whether options of the catalogue are in: more than the author's own "other" and "none"."""
    return sum(not option.write_in and not option.exclusive for option in item.options) > 1


def _stand_ins(item: Item, asked: Sequence[In | Attribute]) -> list[Option]:
    known = {option.code for option in item.options}
    named = {code for leaf in asked if isinstance(leaf, In) for code in leaf.options} - known
    values = sorted(
        {(leaf.attribute, v) for leaf in asked if isinstance(leaf, Attribute) for v in leaf.any_of}
    )
    found = [Option(code, {}) for code in sorted(named)]
    sizes = range(len(values) + 1) if len(values) <= MOST_GROUPS else (0, 1, 2, len(values))
    for size in sizes:
        for chosen in itertools.combinations(values, size):
            attributes: dict[str, tuple[str, ...]] = {}
            for name, value in chosen:
                attributes[name] = (*attributes.get(name, ()), value)
            found.append(Option(f"stand-in.{len(found)}", {}, attributes=attributes))
    return found
