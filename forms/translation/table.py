"""Texts and their translations as a table (CSV) for translators who work in a spreadsheet.

Columns: key, the source's tag, the target's tag.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from forms.spreadsheet import BYTE_ORDER_MARK, bare, harmless
from forms.translation.places import Place, cleaned

MAXIMUM_BYTES = 4_000_000
_KEY = "key"
_DELIMITERS = ";,\t"


class UnreadableTableError(ValueError):
    """The file is no table of translations. `reason` is "too_large", "not_utf8", "not_a_table", "no_key" or
    "no_language" (`language` says which column is missing).
    """

    def __init__(self, reason: str, language: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.language = language


class TableRead(NamedTuple):
    """What a table says: key → translation; and the keys whose source has changed since, or that are gone."""

    said: Mapping[str, str]
    outdated: Sequence[str]


def write_table(every: Iterable[Place], source: str, target: str) -> bytes:
    """UTF-8 with a mark and semicolons, as spreadsheets in Czech open it with a double click."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([_KEY, source, target])
    for place in every:
        texts = (place.texts.get(source, ""), place.texts.get(target, ""))
        writer.writerow([place.key, *map(harmless, texts)])
    return (BYTE_ORDER_MARK + file.getvalue()).encode()


def read_table(content: bytes, every: Iterable[Place], source: str, target: str) -> TableRead:
    """The translations in a table that `write_table` made, whatever a spreadsheet did to its delimiters.

    An empty translation says nothing. Raises UnreadableTableError.
    """
    rows = _rows(content)
    header = [cell.strip() for cell in next(rows, [])]
    if _KEY not in header:
        raise UnreadableTableError("no_key")
    for language in (source, target):
        if language not in header:
            raise UnreadableTableError("no_language", language)
    columns = [header.index(name) for name in (_KEY, source, target)]
    known = {place.key: place.texts.get(source, "") for place in every}
    said: dict[str, str] = {}
    outdated = []
    for row in rows:
        if len(row) <= max(columns):
            continue
        key, original, translation = (row[column] for column in columns)
        if not translation.strip():
            continue
        if cleaned(bare(original)) == cleaned(known.get(key, "\0")):
            said[key] = bare(translation)
        else:
            outdated.append(key)
    return TableRead(said, outdated)


def _rows(content: bytes) -> Iterator[list[str]]:
    if len(content) > MAXIMUM_BYTES:
        raise UnreadableTableError("too_large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTableError("not_utf8") from None
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise UnreadableTableError("not_a_table") from None
