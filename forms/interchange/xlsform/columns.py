"""What a column of an XLSForm sheet means: "label::Čeština (cs)", "Media:Image:English", "bind::relevant"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pyxform import aliases

from forms.interchange.xlsform.workbook import Row, Sheet

GROUPS = frozenset({"bind", "control", "body", "media", "instance"})
"""First parts of a header that only say which part of an XForm the second one belongs to."""
TRANSLATED = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message"})
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
    """A row by the meaning of its columns: single cells, and texts by the author's name of the language."""

    row: Row
    cells: Mapping[str, str]
    texts: Mapping[str, Mapping[str | None, str]]

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
    return Column(name if len(parts) == 1 else f"{name}::{'::'.join(parts[1:])}")


def records(sheet: Sheet) -> list[Record]:
    """The rows of a sheet by meaning. Of two columns that mean the same the first one filled counts."""
    meanings = {header: column(header) for header in sheet.headers}
    return [_record(row, meanings) for row in sheet.rows]


def languages(sheets: Iterable[Iterable[Record]]) -> list[str | None]:
    """The languages that have a text anywhere, as their authors named them, in the order they are met."""
    met = {
        language: None
        for rows in sheets
        for record in rows
        for name in TRANSLATED
        for language in record.texts.get(name, ())
    }
    return list(met)


def _record(row: Row, meanings: Mapping[str, Column]) -> Record:
    cells: dict[str, str] = {}
    texts: dict[str, dict[str | None, str]] = defaultdict(dict)
    for header, cell in row.cells.items():
        name, language = meanings[header]
        if name in TRANSLATED or name in MEDIA:
            texts[name].setdefault(language, cell)
        else:
            cells.setdefault(name, cell)
    return Record(row, cells, texts)


def _name(part: str) -> str:
    name = "_".join(part.lower().split())
    known = aliases.survey_header.get(name, name)
    last = str(known[-1] if isinstance(known, tuple) else known).lower()
    return _NAMES.get(last, last)
