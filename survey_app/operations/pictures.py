"""Taking pictures in: only what is certainly a picture, of a bounded size, written anew.

Writing a picture anew drops what cameras and programs hide in it: places, names, thumbnails, profiles.
"""

import hashlib
import io
from enum import StrEnum

from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy.orm import Session

from survey_app.models import Picture

MOST_BYTES = 3_000_000
MOST_BYTES_KEPT = 6_000_000
LONGEST_SIDE = 4_000  # pixels
MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
QUALITY = 88


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


def take_in(session: Session, content: bytes) -> Picture:
    """Keep a PNG, JPEG or WebP picture, once however often it is brought.

    Raises:
        PictureError: it is none of these, broken, or too large.
    """
    if len(content) > MOST_BYTES:
        raise PictureError(PictureProblem.TOO_LARGE)
    written, media_type, (width, height) = _written_anew(content)
    if len(written) > MOST_BYTES_KEPT:
        raise PictureError(PictureProblem.TOO_LARGE)
    digest = hashlib.sha256(written).hexdigest()
    known = session.get(Picture, digest)
    if known is not None:
        return known
    picture = Picture(digest=digest, media_type=media_type, width=width, height=height, content=written)
    session.add(picture)
    session.flush()
    return picture


def _written_anew(content: bytes) -> tuple[bytes, str, tuple[int, int]]:
    """Return the bytes, media type and size of a picture as we write it."""
    try:
        with Image.open(io.BytesIO(content), formats=tuple(MEDIA_TYPES)) as opened:
            if max(opened.size) > LONGEST_SIDE:  # known from the header, before anything is unpacked
                raise PictureError(PictureProblem.TOO_MANY_PIXELS)
            kind = str(opened.format)
            clean = ImageOps.exif_transpose(opened).convert(_mode(opened, kind))
    except Image.DecompressionBombError:
        raise PictureError(PictureProblem.TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError):
        raise PictureError(PictureProblem.NO_PICTURE) from None  # all that decoders of broken files raise
    clean.info.clear()
    written = io.BytesIO()
    clean.save(written, kind, **({"optimize": True} if kind == "PNG" else {"quality": QUALITY}))
    return written.getvalue(), MEDIA_TYPES[kind], clean.size


def _mode(picture: Image.Image, kind: str) -> str:
    """Colours, with transparency where the picture has it."""
    return "RGBA" if kind != "JPEG" and picture.has_transparency_data else "RGB"
