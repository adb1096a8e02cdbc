"""CSV files as people send them: any usual delimiter, a byte order mark, Windows-1250, line ends in cells.

All cells are texts; an empty cell is an empty text, and "NA" is the word it is. What can't be read is refused
with one sentence that says what to do. Does not know what the columns mean.
"""

from __future__ import annotations

import csv
import io
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analytics.commands.terminal import note

DELIMITERS = (",", ";", "\t", "|")
_NOT_CSV = {
    b"PK\x03\x04": "a workbook or an archive. Save the sheet as CSV UTF-8 first",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook. Save the sheet as CSV UTF-8 first",
    b"\x1f\x8b": "compressed. Unpack it first",
    b"%PDF": "a PDF. A CSV file is needed",
}
_DECLARED_DELIMITER = re.compile(r'\A"?sep=(.)"?\r?\n')
"""The first line by which Excel says what parts the cells."""
_NAMES_SHOWN = 30


class RefusalError(Exception):
    """What was asked for can't be done; the message is one sentence for the person who asked."""


@dataclass(frozen=True)
class Table:
    """A file: the names of its columns, its rows (one text for each column), the line each row starts on."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def column(self, name: str) -> list[str]:
        """The cells below a name. Raises RefusalError, with the names there are, unless it is there once."""
        found = [i for i, column in enumerate(self.columns) if column == _plain(name)]
        if len(found) > 1:
            raise RefusalError(f"There are {len(found)} columns named “{name}”.")
        if not found:
            shown = ", ".join(f"“{column}”" for column in self.columns[:_NAMES_SHOWN])
            more = len(self.columns) - _NAMES_SHOWN
            rest = f" and {more} more" if more > 0 else ""
            raise RefusalError(f"There is no column “{name}”. The columns are {shown}{rest}.")
        return [row[found[0]] for row in self.rows]


def read_table(name: str) -> Table:
    """The rows of a CSV file; cells that are missing at the end of a row are empty.

    Raises RefusalError when the file can't be read, has no rows, or a row has more cells than the header.
    """
    text = _decoded(name)
    declared = _DECLARED_DELIMITER.match(text)
    body = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared else _delimiter(body)
    rows = _rows(body, delimiter, name, first=2 if declared else 1)
    columns = tuple(_plain(cell) for cell in next(rows, (0, []))[1])
    if not any(columns):
        raise RefusalError(f"{name} is empty.")
    whole, lines = [], []
    for line, row in rows:
        if any(row[len(columns) :]):
            raise RefusalError(f"{name}, line {line}: {len(row)} cells, but the header has {len(columns)}.")
        lines.append(line)
        whole.append((*row[: len(columns)], *[""] * (len(columns) - len(row))))
    if not whole:
        raise RefusalError(f"{name} has a header and no row below it.")
    return Table(columns, tuple(whole), tuple(lines))


def _plain(name: str) -> str:
    """A column's name however its accents are composed."""
    return unicodedata.normalize("NFC", name).strip()


def _decoded(name: str) -> str:
    data = _bytes(name)
    for start, what in _NOT_CSV.items():
        if data.startswith(start):
            raise RefusalError(f"{name} is {what}.")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _attempt(data, "utf-16")
    else:
        text = _attempt(data, "utf-8-sig")
        if text is None and (text := _attempt(data, "cp1250")) is not None:
            note(f"{name} is not in UTF-8; it was read as Windows-1250.")
    if text is None or "\0" in text:
        raise RefusalError(f"{name} is no text file, or in an unusual encoding. Save it as CSV UTF-8.")
    return text


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except FileNotFoundError:
        raise RefusalError(f"There is no file {name}.") from None
    except IsADirectoryError:
        raise RefusalError(f"{name} is a folder; a CSV file is needed.") from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"{name} can't be read: {error}.") from None


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _delimiter(text: str) -> str:
    """What parts the header into most cells; the comma when nothing does."""
    return max(DELIMITERS, key=lambda delimiter: _parts(text, delimiter))


def _parts(text: str, delimiter: str) -> tuple[bool, int]:
    """Whether the header comes apart with no quotation mark left over, and into how many cells."""
    try:
        header = next((row for _, row in _rows(text, delimiter, "", 1)), [])
    except RefusalError:
        return False, 0
    return not any('"' in cell for cell in header), len(header)


def _rows(text: str, delimiter: str, name: str, first: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Each row that isn't blank, with the line on which it starts."""
    usual = csv.field_size_limit(sys.maxsize)  # a whole interview may stand in one cell
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = first
    try:
        for row in reader:
            if row:
                yield line, row
            line = first + reader.line_num
    except csv.Error as error:
        raise RefusalError(
            f"{name}, line {line}: a cell has a quotation mark that is not closed or not doubled ({error})."
        ) from None
    finally:
        csv.field_size_limit(usual)
