"""How large a foreign file may be, and archives and XML measured before anything opens them.

Knows nothing of questionnaires. What passes has at most MAXIMUM_UNPACKED bytes, and XML in it neither a
document type nor entities, so no parser after this one can be made to fetch, repeat or swell anything.
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from forms.interchange.result import RefusedFileError

MAXIMUM_FILE = 5_000_000
MAXIMUM_SURVEY = 20_000_000
"""Bytes of a LimeSurvey file, which says every text with its markup once more for each language."""
MAXIMUM_MEMBERS = 500
MAXIMUM_UNPACKED = 60_000_000
MAXIMUM_RATIO = 300
LEAST_SUSPICIOUS = 1_000_000
"""Only a member larger than this is held to MAXIMUM_RATIO: small repetitive XML packs very well."""

UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What reading a damaged or encrypted archive may raise."""

XML_STARTS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


def require_size(content: bytes, most: int = MAXIMUM_FILE) -> None:
    """Raise RefusedFileError for a file that is empty or larger than `most` bytes."""
    if not content or content.isspace():
        raise RefusedFileError("empty_file")
    if len(content) > most:
        raise RefusedFileError("file_too_large", megabytes=str(most // 1_000_000))


def require_sound_archive(content: bytes, *, most_unpacked: int = MAXIMUM_UNPACKED) -> tuple[str, ...]:
    """Return the names in a ZIP archive that is safe to open; its XML has been read once, without keeping it.

    Raises RefusedFileError for an archive that is damaged, encrypted, too large inside, or that holds a name
    outside itself or XML with a document type.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            _require_modest(members, most_unpacked)
            for member in members:
                _require_plain_xml(archive, member)
            return tuple(member.filename for member in members)
    except UNREADABLE as error:
        raise RefusedFileError("broken_archive") from error


def require_plain_xml(content: bytes) -> None:
    """Raise RefusedFileError for XML that is not well-formed or that declares a document type or entities."""
    try:
        for _, element in iterparse(BytesIO(content), forbid_dtd=True):
            element.clear()
    except DefusedXmlException as error:
        raise RefusedFileError("xml_entities") from error
    except (ParseError, ValueError, LookupError) as error:
        raise RefusedFileError("broken_xml") from error


def _require_modest(members: list[zipfile.ZipInfo], most_unpacked: int) -> None:
    if len(members) > MAXIMUM_MEMBERS or sum(member.file_size for member in members) > most_unpacked:
        raise RefusedFileError("archive_too_large", megabytes=str(most_unpacked // 1_000_000))
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or PureWindowsPath(member.filename).drive:
            raise RefusedFileError("archive_escapes")
        ratio = member.file_size / max(member.compress_size, 1)
        if member.file_size > LEAST_SUSPICIOUS and ratio > MAXIMUM_RATIO:
            raise RefusedFileError("archive_too_large", megabytes=str(most_unpacked // 1_000_000))


def _require_plain_xml(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    content = archive.read(member)
    if content.lstrip()[:3].startswith(XML_STARTS):
        require_plain_xml(content)
