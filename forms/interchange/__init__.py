"""Questionnaires in the formats of other programs. Whatever is lost on the way is listed, never dropped in
silence.

Files come from anyone: archives are measured before they are opened, XML is read without entities, and
nothing in a file is ever run. The format is told by the content; a file's name only helps to name what it
holds.
"""

from pathlib import PurePath

from forms.definition import DefinitionError, load
from forms.interchange import archives, limesurvey, own, xlsform
from forms.interchange.result import Exported, Imported, Loss, RefusedFileError

__all__ = ["LARGEST_FILE", "Exported", "Imported", "Loss", "RefusedFileError", "read"]

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
LARGEST_FILE = max(archives.MAXIMUM_FILE, archives.MAXIMUM_SURVEY)
"""Bytes of the largest file in any of the formats."""

BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read(name: str, content: bytes) -> Imported:
    """Read a questionnaire in any of the known formats.

    Args:
        name: of the file; what is left of it after the folder and the ending may become a code.

    Raises:
        RefusedFileError: `forms.interchange.sentences.said_refusal` says why.
    """
    imported = _read(PurePath(name.replace("\x00", "")).stem, content)
    try:
        load(imported.document)
    except DefinitionError as error:
        raise RefusedFileError("too_much", problem=str(error)) from error
    return imported


def _read(stem: str, content: bytes) -> Imported:
    if limesurvey.recognises(content) or _is_markup(content):
        return limesurvey.read(content)
    archives.require_size(content)
    if content.startswith((*ARCHIVE, OLD_WORKBOOK)):
        return xlsform.read(content, stem)
    if _beginning(content).startswith(b"{"):
        return own.read(content)
    raise RefusedFileError("unknown_format")


def _is_markup(content: bytes) -> bool:
    return _beginning(content).startswith(b"<")


def _beginning(content: bytes) -> bytes:
    """The first signs of a text, in whatever encoding of Unicode."""
    start = content[:200]
    for mark in BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\x00", b"").lstrip()
