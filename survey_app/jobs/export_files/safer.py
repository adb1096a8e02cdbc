"""Making it harder to tell from a table who somebody is: coarser answers, and rare ones taken out.

Each column is looked at alone: what several columns tell together may still be about one person. Ways of
missing stay as they are. Texts are not touched; leave them out where that is wanted.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from forms.codebook import Category, Kind, words
from forms.export import NO_ANSWER, NOT_ASKED, NOT_IN_VERSION, RARE
from survey_app.jobs.export_files.table import Column, Table

FEWEST = 10
"""As many people as have to share an answer."""
BAND = 10
"""Years in a band of ages or of years of birth."""
MADE_COARSER = ("mode", "language")
NAMED_BY_RESPONSES = ("version", *MADE_COARSER)
"""Columns whose categories are those that responses have: to name one is to tell that somebody has it."""
OTHER = "other"


def coarsened(table: Table) -> Table:
    """Days become months, ages and years bands of ten, rare modes and languages "other".

    Other numbers are capped: at least ten people have the lowest one that is left, and the highest one.
    """
    return replace(table, columns=[_coarser(column) for column in table.columns])


def without_rare(table: Table) -> Table:
    """Answers that fewer than ten people gave become RARE, and the next rarest ones until ten share that."""
    return replace(table, columns=[_without_rare(column) for column in table.columns])


def _coarser(column: Column) -> Column:
    variable = column.variable
    match variable.kind:
        case Kind.DATE:
            return _by_months(column)
        case Kind.NUMBER:
            return _in_bands(column) if variable.banded else _capped(column)
        case Kind.CATEGORY if variable.heading in MADE_COARSER:
            return _rare_together(column)
        case _:
            return column


def _by_months(column: Column) -> Column:
    days = np.unique(column.values)
    months = np.array([_month(int(day)) for day in days], np.int32)
    variable = replace(column.variable, kind=Kind.MONTH, notes=words.BY_MONTHS)
    return Column(variable, months[np.searchsorted(days, column.values)])


def _month(day: int) -> int:
    if day < 0:
        return day
    found = date.fromordinal(day)
    return 12 * found.year + found.month - 1


def _in_bands(column: Column) -> Column:
    missing = _is_missing(column)
    lower = np.where(missing, 0, np.floor(column.values / BAND) * BAND)
    found = [int(number) for number in np.unique(lower[~missing])]
    numbers = {number: place for place, number in enumerate(found, 1)}
    categories = tuple(
        Category(place, f"{number}-{number + BAND - 1}", {"": f"{number}–{number + BAND - 1}"})
        for number, place in numbers.items()
    )
    values = np.searchsorted(np.array(found, np.float64), lower) + 1
    variable = replace(
        column.variable,
        kind=Kind.CATEGORY,
        categories=categories,
        ordered=True,
        low=0,
        banded=False,
        notes=words.IN_BANDS,
    )
    ways = np.where(missing, column.values - column.variable.low, values)
    return Column(variable, ways.astype(np.int16))


def _capped(column: Column) -> Column:
    missing = _is_missing(column)
    known = np.sort(column.values[~missing])
    if not len(known):
        return column
    variable = replace(column.variable, notes=words.filled(words.CAPPED, FEWEST))
    if len(known) < 2 * FEWEST:  # two ends of ten each are not there to be told apart
        middle = known[len(known) // 2]
        return Column(variable, np.where(missing, column.values, middle))
    within = np.clip(column.values, known[FEWEST - 1], known[-FEWEST])
    return Column(variable, np.where(missing, column.values, within))


def _rare_together(column: Column) -> Column:
    rare = _rare(column)
    if not rare:
        return column
    number = max(category.number for category in column.variable.categories) + 1
    variable = replace(
        column.variable,
        categories=(*column.variable.categories, Category(number, OTHER, words.OTHER)),
    )
    together = np.where(_is_in(column, rare), number, column.values).astype(np.int16)
    return _unnamed(Column(variable, together), rare)


def _without_rare(column: Column) -> Column:
    rare = _rare(column) if column.variable.kind is Kind.CATEGORY else frozenset()
    if not rare:
        return column
    way = column.variable.missing[RARE]
    taken_out = Column(column.variable, np.where(_is_in(column, rare), way, column.values).astype(np.int16))
    return _unnamed(taken_out, rare) if column.variable.heading in NAMED_BY_RESPONSES else taken_out


def _unnamed(column: Column, gone: frozenset[int]) -> Column:
    """The column without the names of categories that nobody has any more, the others counted anew from one.

    A gap would tell between which two in the order of letters there was another. Codes that are numbers stay.
    """
    kept = [each for each in column.variable.categories if each.number not in gone]
    numbers = {
        each.number: each.number if each.code == str(each.number) else place
        for place, each in enumerate(kept, 1)
    }
    values = column.values.copy()
    for before, after in numbers.items():
        values[column.values == before] = after
    categories = tuple(replace(each, number=numbers[each.number]) for each in kept)
    return Column(replace(column.variable, categories=categories), values)


def _rare(column: Column) -> frozenset[int]:
    """The categories that fewer than ten gave, with the next rarest until at least ten are among them."""
    counts = _counts(column)
    found: set[int] = set()
    together = 0
    for number, count in sorted(counts.items(), key=lambda item: (item[1], item[0])):
        if count >= FEWEST and (not found or together >= FEWEST):
            break
        found.add(number)
        together += count
    return frozenset(found)


def _counts(column: Column) -> Mapping[int, int]:
    numbers, counts = np.unique(column.values[~_is_missing(column)], return_counts=True)
    return dict(zip(map(int, numbers), map(int, counts), strict=True))


def _is_in(column: Column, numbers: frozenset[int]) -> NDArray[np.bool_]:
    return np.isin(column.values, list(numbers))


def _is_missing(column: Column) -> NDArray[np.bool_]:
    ways = [column.variable.missing[code] for code in (NOT_ASKED, NO_ANSWER, NOT_IN_VERSION, RARE)]
    return np.isin(column.values, ways)
