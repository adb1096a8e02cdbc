"""A workbook written cell by cell. Every cell is a text: nothing in it can become a formula."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

Cells = Mapping[str, str]
"""Header → cell of one row."""


def write(sheets: Mapping[str, Sequence[Cells]], headers: Mapping[str, Sequence[str]]) -> bytes:
    """The bytes of an .xlsx file.

    Args:
        sheets: rows by the name of the sheet.
        headers: those of a sheet that come first, in order; others follow as they are met.
    """
    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        columns = list(dict.fromkeys([*headers.get(name, ()), *(header for row in rows for header in row)]))
        sheet.append([_cell(sheet, header, bold=True) for header in columns])
        for row in rows:
            sheet.append([_cell(sheet, row[header]) if row.get(header) else None for header in columns])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _cell(sheet: object, text: str, *, bold: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in "=+-@"
    if bold:
        cell.font = Font(bold=True)
    return cell
