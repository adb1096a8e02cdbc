"""Cells of a workbook as texts, sheet by sheet, whatever the age of the file.

Values only: a formula counts as what the other program last computed. Reads a bounded number of cells,
columns and empty rows, so a sheet that claims a million of them costs little; where it stopped, it tells.
Knows no XLSForm.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import chain, islice
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
MOST_EMPTY_ROWS = 50_000
"""Of all sheets together; a sheet that has more is read so far."""


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
    """A sheet whose first row are headers, each of them once; a column without one bears its letters.

    `unread` is the place from where on nothing was read, "" where all was.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    unread: str = ""


class _Budget:
    """How much of a workbook may still be read."""

    def __init__(self) -> None:
        self.cells = MAXIMUM_CELLS
        self.empty_rows = MOST_EMPTY_ROWS

    def take(self, cells: int) -> None:
        """Count the filled cells of a row. Raises RefusedFileError when there are too many."""
        self.cells -= cells
        if self.cells < 0:
            raise RefusedFileError("too_many_cells", maximum=f"{MAXIMUM_CELLS:,}")

    def skip(self) -> bool:
        """Count an empty row; whether there may be more of them."""
        self.empty_rows -= 1
        return self.empty_rows > 0


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
    budget = _Budget()
    return [_sheet(sheet.title.strip(), _modern_rows(sheet), budget) for sheet in book.worksheets]


def _read_old(content: bytes) -> list[Sheet]:
    container.require_ends(content)
    try:
        with xlrd.open_workbook(file_contents=content, logfile=StringIO(), on_demand=True) as book:
            budget = _Budget()
            return [_sheet(name.strip(), _old_rows(book, name), budget) for name in book.sheet_names()]
    except RefusedFileError:
        raise
    except Exception as error:  # so does xlrd
        raise RefusedFileError("broken_workbook") from error


def _modern_rows(sheet: Any) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says of its size is not to be believed
    headers = sheet.iter_rows(max_row=1, values_only=True)
    others = sheet.iter_rows(min_row=2, max_col=MAXIMUM_COLUMNS + 1, values_only=True)
    for row in chain(islice(headers, 1), others):
        if row.count(None) == len(row):
            yield []
        else:
            yield ["" if value is None else _text(value) for value in row]


def _old_rows(book: Any, name: str) -> Iterator[list[str]]:
    sheet = book.sheet_by_name(name)
    for row in sheet.get_rows():
        yield [_old_text(cell, book.datemode) for cell in row]


def _sheet(name: str, rows: Iterable[list[str]], budget: _Budget) -> Sheet:
    """Put the cells under their headers. Raises RefusedFileError when there are too many of them."""
    found: list[Row] = []
    headers: list[str] = []
    unread = ""
    for number, cells in enumerate(rows, start=1):
        budget.take(sum(map(bool, cells)))
        if any(cells[MAXIMUM_COLUMNS:]):
            unread = unread or f"{get_column_letter(MAXIMUM_COLUMNS + 1)}{number}"
        read = _filled(cells[:MAXIMUM_COLUMNS])
        if number == 1:
            _name(headers, read)
        elif read:
            _name(headers, [""] * (len(read) - len(headers)))
            row = {header: cell for header, cell in zip(headers, read, strict=False) if cell}
            found.append(Row(name, number, row))
        elif not budget.skip():
            unread = unread or f"A{number}"
            break
    return Sheet(name, tuple(headers), tuple(found), unread)


def _filled(cells: list[str]) -> list[str]:
    """The cells of a row up to the last one that says something."""
    return cells[: max((number for number, cell in enumerate(cells, start=1) if cell), default=0)]


def _name(headers: list[str], more: list[str]) -> None:
    """Add headers, each once: a second one alike says so, and a column without one bears its letters."""
    for number, header in enumerate(more, start=len(headers) + 1):
        letters = get_column_letter(number)
        name = header or letters
        headers.append(f"({letters}) {name}" if name in headers else name)


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
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#N/A"))
    text = _clean(xls_value_to_unicode(cell.value, cell.ctype, datemode))
    return text.removesuffix(" 00:00:00") if cell.ctype == xlrd.XL_CELL_DATE else text


def _clean(text: str) -> str:
    return UNSTORABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
