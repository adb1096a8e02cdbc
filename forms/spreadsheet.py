"""Tables as comma-separated values for spreadsheets, which read a text that begins like a formula as one.

Such a text bears an apostrophe in front, one that begins with apostrophes and a formula one more, so that
`bare` gives back every text. Knows no questionnaire.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
APOSTROPHE = "'"

Cell = str | int | float | None


def csv_lines(heading: Sequence[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """The lines of a table (RFC 4180), of which no spreadsheet reads a formula; None is an empty field."""
    yield BYTE_ORDER_MARK + _line(heading)
    for cells in rows:
        yield _line(cells)


def harmless(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula; numbers stay as they are."""
    return APOSTROPHE + cell if isinstance(cell, str) and _is_formula(cell) else cell


def bare(text: str) -> str:
    """The text that `harmless` has made harmless."""
    return text[1:] if text.startswith(APOSTROPHE) and _is_formula(text) else text


def _is_formula(text: str) -> bool:
    return text.lstrip(APOSTROPHE).startswith(FORMULA_STARTS)


def _line(cells: Iterable[Cell]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow([harmless(cell) for cell in cells])
    return file.getvalue()
