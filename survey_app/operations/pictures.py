"""Taking pictures in: only what is certainly a picture, of a bounded size, written anew.

Writing a picture anew drops what cameras and programs hide in it: places, names, thumbnails, profiles.
"""

import hashlib
import io
import struct
from dataclasses import asdict, dataclass
from enum import StrEnum

from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import Picture

MOST_BYTES = 3_000_000
MOST_BYTES_KEPT = 6_000_000
LONGEST_SIDE = 4_000  # pixels
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
KINDS = {**{kind: kind for kind in MEDIA_TYPES}, "MPO": "JPEG"}
"""How a file is kept by what it is; cameras that write a preview beside the photograph call that MPO."""
QUALITY = 88
BROKEN = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    MemoryError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    struct.error,
)
"""What decoders raise at broken files, each in its own way."""


class PictureProblem(StrEnum):
    """Why a file is not taken in."""

    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    NO_PICTURE = "no_picture"


class PictureError(Exception):
    """A file is not taken in; nothing was kept."""

    def __init__(self, problem: PictureProblem) -> None:
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class CleanPicture:
    """A picture as we have written it. Width and height in pixels."""

    digest: str
    media_type: str
    width: int
    height: int
    content: bytes


def written_anew(content: bytes) -> CleanPicture:
    """Read a PNG, JPEG or WebP picture and write it anew. Takes seconds, so it is done before a transaction.

    Raises:
        PictureError: it is none of these, broken, or too large.
    """
    if len(content) > MOST_BYTES:
        raise PictureError(PictureProblem.TOO_LARGE)
    clean, kind = _opened(content)
    file = io.BytesIO()
    clean.save(file, kind, **({"optimize": True} if kind == "PNG" else {"quality": QUALITY}))
    written = file.getvalue()
    if len(written) > MOST_BYTES_KEPT:
        raise PictureError(PictureProblem.TOO_LARGE)
    return CleanPicture(hashlib.sha256(written).hexdigest(), MEDIA_TYPES[kind], *clean.size, written)


def keep(session: Session, picture: CleanPicture) -> str:
    """Keep a picture, once however often it is brought; return its digest."""
    db.insert_unless_known(session, Picture, ("digest",), asdict(picture))
    return picture.digest


def _opened(content: bytes) -> tuple[Image.Image, str]:
    """Return the bare pixels of a picture, turned as they are meant to be seen, and its format."""
    try:
        with Image.open(io.BytesIO(content), formats=tuple(MEDIA_TYPES)) as opened:
            if max(opened.size) > LONGEST_SIDE:  # known from the header, before anything is unpacked
                raise PictureError(PictureProblem.TOO_MANY_PIXELS)
            kind = KINDS[str(opened.format)]
            clean = ImageOps.exif_transpose(opened).convert(_mode(opened, kind))
    except Image.DecompressionBombError:
        raise PictureError(PictureProblem.TOO_MANY_PIXELS) from None
    except BROKEN:
        raise PictureError(PictureProblem.NO_PICTURE) from None
    clean.info.clear()
    return clean, kind


def _mode(picture: Image.Image, kind: str) -> str:
    """Colours, with transparency where the picture has it."""
    return "RGBA" if kind != "JPEG" and picture.has_transparency_data else "RGB"
