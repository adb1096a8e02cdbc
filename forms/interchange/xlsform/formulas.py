"""Cells whose value other programs compute: formulas that nobody has computed yet, and errors.

Looks at the XML of the sheets and at values; computes nothing and knows no XLSForm.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO

from forms.interchange.xlsform.workbook import Row

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
UNCOMPUTED = re.compile(
    rb"""<c\b(?![^<>]*\bt=["']str)[^<>]*>\s*<f\b(?:[^<>]*/>|[^<>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>|</c>)"""
)
"""A cell with a formula and no value; of the type "str" it is a text that came out empty."""
ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)")


def uncomputed(content: bytes) -> int:
    """The number of formulas without a value in an .xlsx file found sound; 0 for an older format."""
    if not content.startswith(b"PK"):
        return 0
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if SHEET.fullmatch(name)]
    return sum(len(UNCOMPUTED.findall(sheet)) for sheet in sheets)


def errors(rows: Iterable[Row]) -> Iterator[tuple[Row, str, str]]:
    """(row, header, error) of every cell that holds nothing but an error."""
    for row in rows:
        for header, cell in row.cells.items():
            if ERROR.fullmatch(cell):
                yield row, header, cell
