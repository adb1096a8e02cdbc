"""A workbook (XLSX) with the responses, what each column is, and what each code means.

Written as a stream: a library that takes cell after cell needs three times as long as all the rest together
(see benchmarks/README.md), and one of them takes a text that begins with <r> for markup of its own. Codes are
shared strings; words of respondents are inline strings, so no cell is ever a formula. Source: ECMA-376,
SpreadsheetML.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from forms.codebook import Kind, Variable
from forms.documents.canonical import UNSTORABLE
from forms.export import WAYS_OF_MISSING, Value
from forms.languages import text_in
from survey_app.jobs.export_files.table import Table, rows

LONGEST_TEXT = 32_767
"""UTF-16 units that a cell holds."""
MAIN_LANGUAGE = "cs"
SHEETS = ("data", "variables", "values")
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_AT_ONCE = 200  # rows that are compressed together
_LEVEL = 4  # half the time of the usual 6, a tenth larger

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

Row = Sequence[Value]


def write(table: Table, file: BinaryIO) -> None:
    """Write the workbook; labels in Czech, else in any language there is."""
    variables = [column.variable for column in table.columns]
    strings = _Strings()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, text in _frame().items():
            archive.writestr(name, text)
        heading = [variable.heading for variable in variables]
        inline = {place for place, each in enumerate(variables) if each.kind is Kind.TEXT}
        sheets: list[tuple[Iterable[Row], set[int]]] = [
            (_after(heading, rows(table)), inline),
            (_after(("heading", "name", "item", "label"), _described(variables)), set()),
            (_after(("heading", "number", "code", "label"), _values(variables)), set()),
        ]
        for number, (content, own_words) in enumerate(sheets, 1):
            with archive.open(f"xl/worksheets/sheet{number}.xml", "w", force_zip64=True) as sheet:
                for piece in _sheet(content, own_words, strings):
                    sheet.write(piece.encode())
        archive.writestr("xl/sharedStrings.xml", strings.document())


class _Strings:
    """The strings that cells share, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))

    def document(self) -> str:
        items = "".join(f"<si>{_text(text)}</si>" for text in self._numbers)
        return f'{_HEAD}<sst xmlns="{_MAIN}">{items}</sst>'


def _after(heading: Row, content: Iterable[Row]) -> Iterator[Row]:
    yield heading
    yield from content


def _described(variables: Iterable[Variable]) -> Iterator[Row]:
    for variable in variables:
        label = variable.label(MAIN_LANGUAGE, most_bytes=LONGEST_TEXT)
        yield variable.heading, variable.name, variable.item_code, label


def _values(variables: Iterable[Variable]) -> Iterator[Row]:
    for variable in variables:
        for category in variable.categories:
            label = text_in(category.labels, MAIN_LANGUAGE)
            yield variable.heading, category.number, category.code, label


def _sheet(content: Iterable[Row], inline: set[int], strings: _Strings) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>'
    cells: list[_Cell] = []
    piece: list[str] = []
    for number, row in enumerate(content, 1):
        if not cells:
            cells = [_Cell(place, strings, is_inline=place in inline) for place in range(len(row))]
        end = f'{number}"'
        inner = "".join([cell(end, value) for cell, value in zip(cells, row, strict=True)])
        piece.append(f'<row r="{number}">{inner}</row>')
        if len(piece) == _AT_ONCE:
            yield "".join(piece)
            piece = []
    yield "".join(piece) + "</sheetData></worksheet>"


class _Cell:
    """Says a value as a cell of one column; what comes again and again is put together once."""

    def __init__(self, place: int, strings: _Strings, *, is_inline: bool) -> None:
        self._begin = f'<c r="{letters(place)}'
        self._strings = strings
        self._is_inline = is_inline
        self._known: dict[Value, str] = {}

    def __call__(self, end: str, value: Value) -> str:
        rest = self._known.get(value)
        if rest is None:
            rest = self._rest(value)
        return self._begin + end + rest

    def _rest(self, value: Value) -> str:
        if not isinstance(value, str):
            return f"><v>{value!r}</v></c>"
        if self._is_inline and value not in WAYS_OF_MISSING:
            return f' t="inlineStr"><is>{_text(value)}</is></c>'
        found = self._known[value] = f' t="s"><v>{self._strings.number(value)}</v></c>'
        return found


def letters(place: int) -> str:
    """The letters of a column: A for 0, Z for 25, AA for 26."""
    found = ""
    left = place + 1
    while left:
        left, letter = divmod(left - 1, 26)
        found = chr(ord("A") + letter) + found
    return found


def _text(text: str) -> str:
    """A text as XML; one that looks like an escape of the format is escaped itself."""
    clean = UNSTORABLE.sub("", text)
    cut = clean.encode("utf-16-le")[: 2 * LONGEST_TEXT].decode("utf-16-le", errors="ignore")
    return f'<t xml:space="preserve">{escape(_LIKE_AN_ESCAPE.sub("_x005F_", cut))}</t>'


def _frame() -> dict[str, str]:
    """The parts of the archive that say where everything is."""
    parts = range(1, len(SHEETS) + 1)
    sheet_types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for n in parts
    )
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(SHEETS, 1)
    )
    relations = "".join(_relation(n, "worksheet", f"worksheets/sheet{n}.xml") for n in parts)
    shared = _relation(len(SHEETS) + 1, "sharedStrings", "sharedStrings.xml")
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f"{sheet_types}"
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_SHEET_TYPE}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{_relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
        f"<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}{shared}</Relationships>",
    }


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
