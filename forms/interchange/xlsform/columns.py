"""What a column of an XLSForm sheet means: "label::Čeština (cs)", "Media:Image:English", "bind::relevant"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from pyxform import aliases

from forms.interchange.xlsform.tongues import Nameless, tag_of
from forms.interchange.xlsform.workbook import Row, Sheet

GROUPS = frozenset({"bind", "control", "body", "media", "instance"})
"""First parts of a header that only say which part of an XForm the second one belongs to."""
KEPT = ("label", "hint", "guidance_hint")
"""Translated columns whose texts are kept; messages are not, so they make no language."""
TRANSLATED = frozenset({*KEPT, "constraint_message", "required_message"})
MEDIA = ("image", "big-image", "audio", "video")
OWN = "ohlas"
"""The first part of the columns that only this program reads."""

_NAMES = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "jr:constraintmsg": "constraint_message",
    "jr:requiredmsg": "required_message",
    "jr:noapperrorstring": "no_app_error_string",
    "jr:count": "repeat_count",
    "count": "repeat_count",
    "readonly": "read_only",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "list name": "list_name",
}


class Column(NamedTuple):
    """A meaning and, where the texts are translated, the language as the author named it."""

    name: str
    language: str | None = None


class Record(NamedTuple):
    """A row by the meaning of its columns: single cells, and texts by the author's name of the language.

    Of two cells that mean the same the first one counts; the other is a cell of the column "… again".
    """

    row: Row
    cells: Mapping[str, str]
    texts: Mapping[str, Mapping[str | None, str]]
    headers: Mapping[str, str] = MappingProxyType({})
    """The headers of single cells, as written, by their meaning."""

    def get(self, name: str) -> str:
        """The cell of an untranslated column; "" when it is empty."""
        return self.cells.get(name, "")


def column(header: str) -> Column:
    """The meaning of a header. One that is not known keeps its own name in lower case."""
    mark = "::" if "::" in header else ":"
    parts = [" ".join(part.split()) for part in header.replace("jr:", "jr;").split(mark)]
    parts = [part.replace("jr;", "jr:") for part in parts]
    if parts[0].lower() == OWN:
        return Column(f"{OWN}::{parts[-1].lower()}")
    if len(parts) > 1 and parts[0].lower() in GROUPS:
        parts = parts[1:]
    name = _name(parts[0])
    if name in TRANSLATED or name in MEDIA:
        return Column(name, parts[1] if len(parts) > 1 and parts[1] else None)
    first, _, language = parts[0].partition(" ")
    if len(parts) == 1 and _name(first) in TRANSLATED and tag_of(language.strip("()[] ")):
        return Column(_name(first), language.strip("()[] "))  # "Label English", "label (cs)"
    return Column(name if len(parts) == 1 else f"{name}::{'::'.join(parts[1:])}")


def records(sheet: Sheet) -> list[Record]:
    """The rows of a sheet by meaning."""
    meanings = {header: column(header) for header in sheet.headers}
    return [_record(row, meanings) for row in sheet.rows]


def languages(sheets: Iterable[Sheet], records: Iterable[Record]) -> list[str | None]:
    """The languages that have a text that is kept, as their authors named them, in the order of columns."""
    met = {language for record in records for name in KEPT for language in record.texts.get(name, ())}
    columns = [column(header) for sheet in sheets for header in sheet.headers]
    found = dict.fromkeys(column.language for column in columns if column.name in KEPT)
    return [language for language in found if language in met]


def nameless(records: Iterable[Record]) -> Nameless:
    """What the labels and hints say whose headers name no language."""
    sample: list[str] = []
    others: set[str] = set()
    for record in records:
        for name in ("label", "hint"):
            texts = record.texts.get(name, {})
            if None in texts:
                sample.append(texts[None])
                others |= {known for known, text in texts.items() if known and text != texts[None]}
    return Nameless(" ".join(sample), frozenset(others))


def _record(row: Row, meanings: Mapping[str, Column]) -> Record:
    cells: dict[str, str] = {}
    headers: dict[str, str] = {}
    texts: dict[str, dict[str | None, str]] = defaultdict(dict)
    for header, cell in row.cells.items():
        name, language = meanings[header]
        if name in TRANSLATED or name in MEDIA:
            known = texts[name].setdefault(language, cell)
        else:
            known = cells.setdefault(name, cell)
        if known != cell:
            name = f"{header} again"
            cells[name] = cell
        headers.setdefault(name, header)
    return Record(row, cells, texts, headers)


def _name(part: str) -> str:
    name = "_".join(part.lower().split())
    known = aliases.survey_header.get(name, name)
    last = str(known[-1] if isinstance(known, tuple) else known).lower()
    return _NAMES.get(last, last)
