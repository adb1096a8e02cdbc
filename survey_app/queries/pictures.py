"""Reading the pictures of questionnaires, known by the digest of their file."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Picture


def size(session: Session, digest: str) -> tuple[int, int] | None:
    """Return width and height in pixels; None where there is no such picture."""
    found = session.execute(sa.select(Picture.width, Picture.height).where(Picture.digest == digest)).first()
    return (found.width, found.height) if found else None


def picture(session: Session, digest: str) -> Picture | None:
    """Return the picture whose file has this digest."""
    return session.get(Picture, digest)
