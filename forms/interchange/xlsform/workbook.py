"""Cells of a workbook as texts, sheet by sheet, whatever the age of the file.

Values only: a formula counts as what the other program last computed. Reads no more cells than MAXIMUM_CELLS,
and stops after a run of empty rows, so a sheet that claims a million rows costs nothing. Knows no XLSForm.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any

import openpyxl
import xlrd
from openpyxl.utils import get_column_letter
from pyxform.xls2json_backends import xls_value_to_unicode

from forms.documents.canonical import UNSTORABLE
from forms.interchange import archives
from forms.interchange.result import RefusedFileError
from forms.interchange.xlsform import container

MAXIMUM_CELLS = 60_000
MAXIMUM_COLUMNS = 300
MAXIMUM_UNPACKED = 15_000_000
"""Bytes of a workbook's members: reading them as XML has to stay a matter of seconds."""
EMPTY_RUN = 5_000
"""After so many empty rows the sheet is over."""


@dataclass(frozen=True)
class Row:
    """One row that says something: its number as the author sees it, and its cells by the header as
    written.
    """

    sheet: str
    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A sheet whose first row are headers, each of them once; columns to the right of the last one are left
    out.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


def read(content: bytes) -> list[Sheet]:
    """The sheets of an .xlsx, .xlsm or .xls file, in order. Raises RefusedFileError."""
    if not content.startswith(b"PK"):
        return _read_old(content)
    names = archives.require_sound_archive(content, most_unpacked=MAXIMUM_UNPACKED)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise RefusedFileError("no_workbook")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of decorations that it does not keep
            return _read_modern(content)
    except RefusedFileError:
        raise
    except Exception as error:  # openpyxl lets errors of many kinds out of damaged files
        raise RefusedFileError("broken_workbook") from error


def _read_modern(content: bytes) -> list[Sheet]:
    book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    budget = iter(range(MAXIMUM_CELLS))
    return [_sheet(sheet.title.strip(), _modern_rows(sheet), budget) for sheet in book.worksheets]


def _read_old(content: bytes) -> list[Sheet]:
    container.require_ends(content)
    try:
        with xlrd.open_workbook(file_contents=content, logfile=StringIO(), on_demand=True) as book:
            budget = iter(range(MAXIMUM_CELLS))
            return [_sheet(name.strip(), _old_rows(book, name), budget) for name in book.sheet_names()]
    except RefusedFileError:
        raise
    except Exception as error:  # so does xlrd
        raise RefusedFileError("broken_workbook") from error


def _modern_rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says of its size is not to be believed
    headers = next(sheet.iter_rows(max_row=1, max_col=MAXIMUM_COLUMNS, values_only=True), ())
    width = max((number for number, header in enumerate(headers, start=1) if header), default=1)
    for row in sheet.iter_rows(max_col=width, values_only=True):
        yield [_text(value) for value in row]


def _old_rows(book: Any, name: str) -> Iterator[list[str]]:
    sheet = book.sheet_by_name(name)
    for row in sheet.get_rows():
        cells = islice(row, MAXIMUM_COLUMNS)
        yield [_old_text(cell, book.datemode) for cell in cells]


def _sheet(name: str, rows: Iterable[list[str]], budget: Iterator[int]) -> Sheet:
    """Put the cells under their headers. Raises RefusedFileError when there are too many of them."""
    found: list[Row] = []
    headers: list[str] = []
    empty = 0
    for number, cells in enumerate(rows, start=1):
        filled = sum(map(bool, cells))
        if len(list(islice(budget, filled))) < filled:
            raise RefusedFileError("too_many_cells", maximum=f"{MAXIMUM_CELLS:,}")
        if number == 1:
            headers = _distinct(cells)
            continue
        row = {header: cell for header, cell in zip(headers, cells, strict=False) if cell}
        empty = 0 if row else empty + 1
        if row:
            found.append(Row(name, number, row))
        elif empty == EMPTY_RUN:
            break
    return Sheet(name, tuple(headers), tuple(found))


def _distinct(headers: list[str]) -> list[str]:
    """Headers each once: a second one alike says so, and a column without one bears its letters."""
    found: list[str] = []
    for number, header in enumerate(headers, start=1):
        letters = get_column_letter(number)
        name = header or letters
        found.append(f"({letters}) {name}" if name in found else name)
    return found


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return _clean(str(value))


def _old_text(cell: Any, datemode: int) -> str:
    text = _clean(xls_value_to_unicode(cell.value, cell.ctype, datemode))
    return text.removesuffix(" 00:00:00") if cell.ctype == xlrd.XL_CELL_DATE else text


def _clean(text: str) -> str:
    return UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
