"""The tables in a LimeSurvey survey file: rows of named texts, read in one pass.

Knows the frame of the file, not what its tables mean. No document type, entity or outer file is ever read,
and what is nested or repeated beyond any real survey is refused while reading.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, XMLParser

from forms.interchange.archives import MAXIMUM_SURVEY, require_size
from forms.interchange.result import RefusedFileError

Row = Mapping[str, str]

MAXIMUM_DEPTH = 30
MAXIMUM_ELEMENTS = 700_000
MAXIMUM_ROWS = 80_000

CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
"""Bytes that XML forbids and that old databases let through; they are left out before reading."""

WIDE = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\x00<": "utf-16-be",
    b"<\x00": "utf-16-le",
}
"""How a file in signs of two or four bytes begins."""
ARCHIVE = b"PK\x03\x04"
OLD_DUMP = re.compile(rb"(\xef\xbb\xbf)?\"?# ?(LimeSurvey|SURVEY) ", re.IGNORECASE)
TABBED = re.compile(rb"(\xef\xbb\xbf)?\"?(id\"?\t\"?)?(related_id\"?\t\"?)?class\"?\t\"?type/scale\"?\t")


@dataclass
class SurveyFile:
    """What the file says: `kind` and `version` as written, `tables` by name, `languages` by LimeSurvey's
    codes. `others` are parts that are no table of rows, e.g. the settings of themes.
    """

    kind: str = ""
    version: str = ""
    languages: list[str] = field(default_factory=list)
    tables: dict[str, list[Row]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)
    cleaned: bool = False

    def rows(self, *names: str) -> list[Row]:
        """The rows of the tables with these names, one table after the other."""
        return [row for name in names for row in self.tables.get(name, ())]


def recognises(content: bytes) -> bool:
    """Whether another of LimeSurvey's files has been taken for the survey file (.lss)."""
    return bool(_other_export(content))


def read_tables(content: bytes) -> SurveyFile:
    """The tables of a survey file. Raises RefusedFileError for anything else."""
    require_size(content, MAXIMUM_SURVEY)
    other = _other_export(content)
    if other:
        raise RefusedFileError(other)
    narrow, encoding = _narrow(content)
    clean = narrow.translate(None, CONTROLS)
    found = _parsed(clean.lstrip(), encoding or _encoding(clean))
    found.cleaned = len(clean) != len(narrow)
    if found.kind != "Survey":
        known = {"Group": "limesurvey_group_export", "Question": "limesurvey_question_export"}
        raise RefusedFileError(known.get(found.kind, "limesurvey_wrong_document"))
    return found


def _other_export(content: bytes) -> str:
    if content.startswith(ARCHIVE):
        return "limesurvey_archive" if _holds_survey(content) else ""
    if OLD_DUMP.match(content):
        return "limesurvey_old_csv"
    return "limesurvey_tabbed" if TABBED.match(content) else ""


def _holds_survey(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return any(name.lower().endswith(".lss") for name in archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        return False


def _narrow(content: bytes) -> tuple[bytes, str | None]:
    """The file in UTF-8 and that encoding, if it is in one of wide signs, whatever it says of itself; else as
    it is and None. Editors save "Unicode" without changing what the first line says.
    """
    for mark, encoding in WIDE.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace").encode("utf-8", "replace"), "utf-8"
    return content, None


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is that, whatever the file says of itself: what saves it anew may leave what it says.

    Texts of other encodings are never UTF-8 by chance. None: as the file says.
    """
    if content.isascii():
        return None
    try:
        content.decode()
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _parsed(content: bytes, encoding: str | None) -> SurveyFile:
    """Raises RefusedFileError. `encoding` overrules what the file says."""
    builder = _Builder()
    try:
        parser = XMLParser(target=builder, encoding=encoding, forbid_dtd=True)
        parser.feed(content)
        found: SurveyFile = parser.close()
    except DefusedXmlException as error:
        raise RefusedFileError("xml_entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise RefusedFileError("limesurvey_broken") from error
    return found


class _Builder:
    """Receives the events of the parser. A field is at document/TABLE/rows/row/FIELD."""

    def __init__(self) -> None:
        self.file = SurveyFile()
        self.path: list[str] = []
        self.elements = 0
        self.total = 0
        self.row: dict[str, str] = {}
        self.text: list[str] = []

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.elements += 1
        if len(self.path) >= MAXIMUM_DEPTH or self.elements > MAXIMUM_ELEMENTS:
            raise RefusedFileError("limesurvey_too_large")
        self.path.append(tag)
        self.text = []
        if len(self.path) == 4 and self.path[2:] == ["rows", "row"]:
            self.row = {}

    def data(self, text: str) -> None:
        """Characters; those between elements are thrown away."""
        self.text.append(text)

    def end(self, tag: str) -> None:
        """An element ends: a fact, a field, a row or something that is no table."""
        text = "".join(self.text)
        match self.path[1:]:
            case ["LimeSurveyDocType"]:
                self.file.kind = text.strip()
            case ["DBVersion"]:
                self.file.version = text.strip()
            case ["languages", "language"]:
                self.file.languages.append(text.strip())
            case [_, "rows", "row", name]:
                self.row[name] = text
            case [table, "rows", "row"]:
                self._end_row(table)
            case [table] if table not in self.file.tables and table != "languages":
                self.file.others.append(table)
        self.path.pop()
        self.text = []

    def _end_row(self, table: str) -> None:
        self.total += 1
        if self.total > MAXIMUM_ROWS:
            raise RefusedFileError("limesurvey_too_large")
        self.file.tables.setdefault(table, []).append(self.row)

    def close(self) -> SurveyFile:
        """What has been read."""
        return self.file
