"""Reading the pictures of questionnaires, known by the digest of their file."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.interchange import Imported
from forms.interchange.pictures import named, without_unknown
from survey_app.models import Picture


def size(session: Session, digest: str) -> tuple[int, int] | None:
    """Return width and height in pixels; None where there is no such picture."""
    found = session.execute(sa.select(Picture.width, Picture.height).where(Picture.digest == digest)).first()
    return (found.width, found.height) if found else None


def without_missing(session: Session, imported: Imported) -> Imported:
    """Return what was brought in with no other pictures than there are here; the others are losses."""
    digests = named(imported.document)
    if not digests:
        return imported
    known = session.scalars(sa.select(Picture.digest).where(Picture.digest.in_(digests)))
    return without_unknown(imported, frozenset(known))


def picture(session: Session, digest: str) -> Picture | None:
    """Return the picture whose file has this digest."""
    return session.get(Picture, digest)
