"""A page rendered and compressed once, with holes for what differs from one visitor to the next.

Gzip allows this: each piece between the holes is compressed and closed with a full flush, so pieces can be
put together with the hole's content between them as an uncompressed block (RFC 1951 §3.2.4, RFC 1952 §2.3).
"""

import struct
import zlib
from collections.abc import Sequence
from itertools import chain, zip_longest

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_END = b"\x03\x00"


class FrozenPage:
    """The bytes of a page around its holes. `holes` are texts that stand in `html`, each once, in order."""

    def __init__(self, html: str, holes: Sequence[str]) -> None:
        self._plain: list[bytes] = []
        rest = html
        for hole in holes:
            before, found, rest = rest.partition(hole)
            if not found:
                raise ValueError(f"the page has no hole {hole!r}")
            self._plain.append(before.encode())
        self._plain.append(rest.encode())
        self._compressed = [_compressed(piece) for piece in self._plain]

    def plain(self, values: Sequence[str]) -> bytes:
        """Return the page with `values` in its holes."""
        filled = zip_longest(self._plain, (value.encode() for value in values), fillvalue=b"")
        return b"".join(chain.from_iterable(filled))

    def gzipped(self, values: Sequence[str]) -> bytes:
        """Return the gzip of `plain(values)`."""
        content = self.plain(values)
        stored = (_stored(value.encode()) for value in values)
        blocks = chain.from_iterable(zip_longest(self._compressed, stored, fillvalue=b""))
        trailer = struct.pack("<II", zlib.crc32(content), len(content) & 0xFFFFFFFF)
        return b"".join((_HEADER, *blocks, _END, trailer))


def _compressed(piece: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(piece) + deflate.flush(zlib.Z_FULL_FLUSH)


def _stored(value: bytes) -> bytes:
    if len(value) > 0xFFFF:
        raise ValueError("a hole takes at most 65,535 bytes")
    return struct.pack("<BHH", 0, len(value), len(value) ^ 0xFFFF) + value
