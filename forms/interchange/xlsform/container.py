"""The container of old workbooks (OLE compound file), looked at before xlrd opens it.

Sectors of a stream are a chain of links; xlrd follows some chains without looking whether they return.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from forms.interchange.result import RefusedFileError

HEADER = 512
TABLES_IN_HEADER = 109


def require_ends(content: bytes) -> None:
    """Raise RefusedFileError unless every chain of sectors comes to an end."""
    try:
        (shift,) = struct.unpack_from("<H", content, 30)
        if not 7 <= shift <= 15:
            raise RefusedFileError("broken_workbook")
        (small,) = struct.unpack_from("<i", content, 60)
        links = _links(content, struct.unpack_from(f"<{TABLES_IN_HEADER}i", content, 76), 1 << shift)
    except struct.error as error:
        raise RefusedFileError("broken_workbook") from error
    if not _ends(links):
        raise RefusedFileError("broken_workbook")
    if not _ends(_links(content, _chain(links, small), 1 << shift)):
        raise RefusedFileError("broken_workbook")


def _links(content: bytes, sectors: Sequence[int], size: int) -> list[int]:
    """The links in these sectors; a sector outside of the file has none."""
    found: list[int] = []
    for sector in sectors:
        start = HEADER + sector * size
        if sector >= 0 and start + size <= len(content):
            found.extend(struct.unpack_from(f"<{size // 4}i", content, start))
    return found


def _chain(links: Sequence[int], start: int) -> list[int]:
    found: list[int] = []
    while 0 <= start < len(links):
        found.append(start)
        start = links[start]
    return found


def _ends(links: Sequence[int]) -> bool:
    """Whether following the links from anywhere comes to an end."""
    known: set[int] = set()
    for first in range(len(links)):
        path: set[int] = set()
        sector = first
        while 0 <= sector < len(links) and sector not in known:
            if sector in path:
                return False
            path.add(sector)
            sector = links[sector]
        known |= path
    return True
