"""Background work as staff see it: how much waits, and what failed, of given regions only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Comment, OutboxMessage, Wave
from survey_app.vocabulary import OutboxStatus

MOST_SHOWN = 500


@dataclass(frozen=True)
class KindOfWork:
    """How much of one kind waits in the whole installation; `retrying` of it has failed at least once."""

    kind: str
    waiting: int
    retrying: int


@dataclass(frozen=True)
class FailedWork:
    """One message that failed too often. `region_id` is None where what it was about is gone."""

    id: UUID
    kind: str
    attempts: int
    last_error: str
    region_id: UUID | None
    comment_id: UUID | None
    wave_code: str | None


def waiting(session: Session) -> list[KindOfWork]:
    """Count the work that waits, by kind."""
    failed_before = OutboxMessage.last_error != ""
    rows = session.execute(
        sa.select(OutboxMessage.kind, sa.func.count(), sa.func.count().filter(failed_before))
        .where(OutboxMessage.status == OutboxStatus.PENDING)
        .group_by(OutboxMessage.kind)
        .order_by(OutboxMessage.kind)
    )
    return [KindOfWork(*row) for row in rows]


def failed(
    session: Session, region_ids: Collection[UUID], *, with_homeless: bool = False
) -> list[FailedWork]:
    """Return the failed work of some regions, and on request also what belongs to none, at most 500."""
    messages = session.scalars(
        sa.select(OutboxMessage)
        .where(OutboxMessage.status == OutboxStatus.DEAD)
        .order_by(OutboxMessage.kind, OutboxMessage.id)
    ).all()
    comments = _regions_of_comments(session, _ids(messages, "comment_id"))
    waves = _regions_of_waves(session, _ids(messages, "wave_id"))
    found = []
    for message in messages:
        comment_id, wave_id = _id(message, "comment_id"), _id(message, "wave_id")
        wave_region, wave_code = waves.get(wave_id, (None, None)) if wave_id else (None, None)
        about_a_region = wave_region or _id(message, "region_id")
        region_id = comments.get(comment_id, about_a_region) if comment_id else about_a_region
        if region_id in region_ids or (region_id is None and with_homeless):
            found.append(
                FailedWork(
                    message.id,
                    message.kind,
                    message.attempts,
                    message.last_error,
                    region_id,
                    comment_id if comment_id in comments else None,
                    wave_code,
                )
            )
    return found[:MOST_SHOWN]


def _ids(messages: Iterable[OutboxMessage], key: str) -> set[UUID]:
    return {found for message in messages if (found := _id(message, key)) is not None}


def _id(message: OutboxMessage, key: str) -> UUID | None:
    try:
        return UUID(message.payload[key])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None  # not one of our messages; it must not hide the others from staff


def _regions_of_comments(session: Session, ids: set[UUID]) -> dict[UUID, UUID]:
    rows = session.execute(sa.select(Comment.id, Comment.region_id).where(Comment.id.in_(ids)))
    return {comment_id: region_id for comment_id, region_id in rows}  # noqa: C416  # dict() does not know a Row


def _regions_of_waves(session: Session, ids: set[UUID]) -> dict[UUID, tuple[UUID, str]]:
    rows = session.execute(sa.select(Wave.id, Wave.region_id, Wave.wave_code).where(Wave.id.in_(ids)))
    return {wave_id: (region_id, wave_code) for wave_id, region_id, wave_code in rows}
