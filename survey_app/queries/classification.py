"""What the machine says about comments, the coder in force before any other, and how far it has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Classification, CodingFrameVersion, Comment, QueuePlace, SocialService
from survey_app.queries import releases


@dataclass(frozen=True)
class Progress:
    """How many comments there are, and how many of them the machine has coded."""

    total: int
    coded: int


@dataclass(frozen=True)
class Written:
    """A comment as the machine gets it.

    `service_groups` are the target groups of the service chosen beside it, None where none of the catalogue
    was chosen. Nobody changes the choice afterwards, so it knows nothing of decisions.
    """

    text: str
    service_groups: tuple[str, ...] | None


def written(session: Session, comment_ids: Sequence[UUID]) -> dict[UUID, Written]:
    """Return comments by key; those deleted in the meantime are missing."""
    return read(session, select_written().where(Comment.id.in_(comment_ids)))


def select_written() -> sa.Select[UUID, str, list[str] | None]:
    """The statement that `read` reads, to be narrowed by a condition on comments."""
    service = (SocialService.region_id == Comment.region_id) & (
        SocialService.service_code == Comment.service_code
    )
    return (
        sa.select(Comment.id, Comment.text, SocialService.target_groups)
        .select_from(Comment)
        .outerjoin(SocialService, service)
    )


def read(session: Session, statement: sa.Select[UUID, str, list[str] | None]) -> dict[UUID, Written]:
    """Return what a narrowed `select_written` finds, by key of the comment."""
    return {comment_id: as_written(text, groups) for comment_id, text, groups in session.execute(statement)}


def as_written(text: str, service_groups: list[str] | None) -> Written:
    """A row of `select_written` without the key."""
    return Written(text, None if service_groups is None else tuple(service_groups))


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
