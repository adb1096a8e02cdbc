"""What the machine says about comments, the coder in force before any other, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Classification, CodingFrameVersion, Comment, QueuePlace
from survey_app.queries import releases


@dataclass(frozen=True)
class Progress:
    """How many comments there are, and how many of them the machine has coded."""

    total: int
    coded: int


def texts_of(session: Session, comment_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return the texts of comments by key; those deleted in the meantime are missing."""
    statement = sa.select(Comment.id, Comment.text).where(Comment.id.in_(comment_ids))
    return {row.id: row.text for row in session.execute(statement)}


def coding_in_force(session: Session, comment_id: UUID) -> Classification | None:
    """Return what the coder in force says about a comment, or else what was said last."""
    return session.scalar(
        sa.select(Classification)
        .join(CodingFrameVersion)
        .where(Classification.comment_id == comment_id)
        .order_by(*in_force_first())
        .limit(1)
    )


def codings_in_force(session: Session, comment_ids: Sequence[UUID]) -> dict[UUID, Classification]:
    """Return the same of several comments by key; those that are not coded yet are missing."""
    rows = session.scalars(
        sa.select(Classification)
        .join(CodingFrameVersion)
        .where(Classification.comment_id.in_(comment_ids))
        .order_by(*in_force_first())
    )
    found: dict[UUID, Classification] = {}
    for row in rows:
        found.setdefault(row.comment_id, row)
    return found


def in_force_first() -> tuple[sa.ColumnElement[Any], ...]:
    """The order of the codings of one comment: those of the coder in force first, then the newest."""
    return (
        # An old coder that was put back speaks again, and need not say anew what it once said.
        sa.case((Classification.model_version == releases.version_in_force(), 0), else_=1),
        Classification.classified_on.desc(),
        CodingFrameVersion.sequence.desc(),  # only the day is known; names of versions have no order
        Classification.model_version.desc(),
    )


def progress(session: Session, region_ids: frozenset[UUID]) -> Progress:
    """Return how far the coding of the comments of some regions has come."""
    places = sa.select(sa.func.count()).select_from(QueuePlace).where(QueuePlace.region_id.in_(region_ids))
    total, uncoded = (session.scalar(each) or 0 for each in (places, places.where(~QueuePlace.coded)))
    return Progress(total, total - uncoded)
