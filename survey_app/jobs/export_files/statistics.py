"""Files of SPSS (.sav) and Stata (.dta), with labels in Czech and ways of missing as user-missing values.

SPSS: missing are numbers below any answer, declared as a range. Stata: missing are .a to .d. Both hold the
whole table in memory while it is written; words of respondents are cut where together they would not fit.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pandas as pd
import pyreadstat

from forms.codebook import Kind, Variable, words
from forms.codebook.shortening import shortened
from forms.codebook.words import MISSING
from forms.languages import text_in
from survey_app.jobs.export_files.table import Column, Table

MAIN_LANGUAGE = "cs"
STATA_MISSING = ("a", "b", "c", "d")
"""Letters of Stata in the order of `forms.export.WAYS_OF_MISSING`."""
MOST_WORDS = 40_000_000
"""Bytes of words that a file may hold; a column that was cut says so in its label."""
LONGEST_TEXTS = (16_000, 4_000, 2_000, 1_000, 500, 250, 100)
LONGEST_STATA_TEXT = 2_000

_SPSS_LABEL, _SPSS_VALUE_LABEL = 255, 120  # bytes
_STATA_LABEL, _STATA_VALUE_LABEL = 80, 32_000  # characters of the one, bytes of the other
_SPSS_EPOCH, _STATA_EPOCH = 577_735, 715_510  # ordinals of 14 October 1582 and 1 January 1960
_SECONDS = 86_400
_SPSS_FORMATS = {Kind.DATE: "EDATE10", Kind.MONTH: "MOYR8"}
_STATA_FORMATS = {Kind.DATE: "%td", Kind.MONTH: "%tm"}


def write_spss(table: Table, path: str, title: str) -> None:
    """Write a .sav file; `title` is what it says of itself."""
    numeric = [each.variable for each in table.columns if each.variable.kind is not Kind.TEXT]
    longest = _longest_text(table, LONGEST_TEXTS[0])
    pyreadstat.write_sav(
        _frame(table, _spss_numbers, longest),
        path,
        file_label=shortened(title, most_bytes=64),
        column_labels=_labels(table, _SPSS_LABEL, longest),
        variable_value_labels={
            each.name: _value_labels(each, each.missing.values(), _SPSS_VALUE_LABEL) for each in numeric
        },
        missing_ranges={
            each.name: [{"lo": min(each.missing.values()), "hi": max(each.missing.values())}]
            for each in numeric
        },
        variable_measure={column.variable.name: _measure(column.variable) for column in table.columns},
        variable_format={
            each.name: _SPSS_FORMATS[each.kind] for each in numeric if each.kind in _SPSS_FORMATS
        },
        row_compress=True,
    )


def write_stata(table: Table, path: str, title: str) -> None:
    """Write a .dta file of Stata 14 and newer; `title` is what it says of itself."""
    numeric = [each.variable for each in table.columns if each.variable.kind is not Kind.TEXT]
    longest = _longest_text(table, LONGEST_STATA_TEXT)
    pyreadstat.write_dta(
        _frame(table, _stata_numbers, longest),
        path,
        file_label=shortened(title, most_bytes=80),
        column_labels=_labels(table, _STATA_LABEL, longest),
        variable_value_labels={
            each.name: _value_labels(each, STATA_MISSING, _STATA_VALUE_LABEL) for each in numeric
        },
        missing_user_values={each.name: list(STATA_MISSING) for each in numeric},
        variable_format={
            each.name: _STATA_FORMATS[each.kind] for each in numeric if each.kind in _STATA_FORMATS
        },
        version=14,
    )


def _frame(table: Table, numbers: Callable[[Column], Any], longest: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column.variable.name: _texts(table, column, longest)
            if column.variable.kind is Kind.TEXT
            else numbers(column)
            for column in table.columns
        },
        copy=False,
    )


def _spss_numbers(column: Column) -> Any:
    """Numbers as SPSS keeps them: a day is the seconds since its calendar began."""
    values = column.values
    if column.variable.kind not in _SPSS_FORMATS:
        return values
    days = values if column.variable.kind is Kind.DATE else _first_days(values)
    return np.where(values < 0, values, (days.astype(np.float64) - _SPSS_EPOCH) * _SECONDS)


def _stata_numbers(column: Column) -> Any:
    """Numbers as Stata keeps them, with letters for what is missing; equal ones are one object."""
    distinct, places = np.unique(column.values, return_inverse=True)
    letters = dict(zip(column.variable.missing.values(), STATA_MISSING, strict=True))
    say = _stata_number(column.variable)
    said = np.array([letters.get(number) or say(number) for number in distinct.tolist()], dtype=object)
    return said[places]


def _stata_number(variable: Variable) -> Callable[[float], float]:
    match variable.kind:
        case Kind.DATE:
            return lambda day: int(day) - _STATA_EPOCH
        case Kind.MONTH:
            return lambda month: int(month) - 12 * 1960
        case Kind.NUMBER:
            return float
        case _:
            return int


def _first_days(months: Any) -> Any:
    """Ordinals of the first days of months; −1, −2, … are left for the caller to put back."""
    return (np.maximum(months, 0) - 12 * 1970).astype("datetime64[M]").astype("datetime64[D]").astype(
        np.int64
    ) + 719_163  # the ordinal of 1 January 1970


def _texts(table: Table, column: Column, longest: int) -> list[str]:
    codes = {number: code for code, number in column.variable.missing.items()}
    return [
        codes.get(place) or _cut(table.words.at(place), longest).decode() for place in column.values.tolist()
    ]


def _cut(text: bytes, longest: int) -> bytes:
    return text if len(text) <= longest else text[:longest].decode(errors="ignore").encode()


def _longest_text(table: Table, most: int) -> int:
    """The most bytes of a text with which all of them together stay below MOST_WORDS."""
    lengths = np.array(
        [
            table.words.length_at(place)
            for column in table.columns
            if column.variable.kind is Kind.TEXT
            for place in column.values.tolist()
            if place >= 0
        ],
        dtype=np.int64,
    )
    fitting = (
        each for each in LONGEST_TEXTS if each <= most and np.minimum(lengths, each).sum() <= MOST_WORDS
    )
    return next(fitting, LONGEST_TEXTS[-1])


def _labels(table: Table, most_bytes: int, longest_text: int) -> dict[str, str | None]:
    return {column.variable.name: _label(table, column, most_bytes, longest_text) for column in table.columns}


def _label(table: Table, column: Column, most_bytes: int, longest_text: int) -> str:
    is_cut = column.variable.kind is Kind.TEXT and any(
        place >= 0 and table.words.length_at(place) > longest_text for place in column.values.tolist()
    )
    if not is_cut:
        return column.variable.label(MAIN_LANGUAGE, most_bytes)
    note = f" ({text_in(words.filled(words.CUT, longest_text), MAIN_LANGUAGE)})"
    return column.variable.label(MAIN_LANGUAGE, most_bytes - len(note.encode())) + note


def _value_labels(variable: Variable, missing: Iterable[Any], most_bytes: int) -> dict[Any, str]:
    said = {
        category.number: shortened(
            text_in(category.labels, MAIN_LANGUAGE) or category.code, most_bytes=most_bytes
        )
        for category in variable.categories
    }
    ways = {
        number: shortened(text_in(MISSING[code], MAIN_LANGUAGE), most_bytes=most_bytes)
        for code, number in zip(variable.missing, missing, strict=True)
    }
    return said | ways


def _measure(variable: Variable) -> str:
    if variable.kind in (Kind.CATEGORY, Kind.TEXT):
        return "ordinal" if variable.ordered else "nominal"
    return "scale"
