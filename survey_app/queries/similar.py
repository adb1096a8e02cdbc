"""Comments that resemble each other, as the ranker grouped them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Comment, QueuePlace, SecondLook, TriageDecision, TriageLease
from survey_app.queries import lanes, unaided
from survey_app.queries.lanes import Reader

AT_MOST = 10


@dataclass(frozen=True)
class AlikeComment:
    """A waiting comment that resembles another; `sequence` is the number of its newest step, 0 for none."""

    id: UUID
    text: str
    language: str
    received_on: date
    sequence: int


def place(session: Session, comment_id: UUID) -> QueuePlace | None:
    """Return the place of a comment in the queue."""
    return session.get(QueuePlace, comment_id)


def waiting_alike(session: Session, reading: Reader, comment_id: UUID) -> list[AlikeComment]:
    """Return up to ten waiting comments of the region that resemble a comment and are free to be read.

    One to be read unaided is not among them: it would be decided along with one beside a suggestion.
    """
    own = session.get(QueuePlace, comment_id)
    if own is None:
        return []
    steps = (
        sa.select(sa.func.coalesce(sa.func.max(TriageDecision.sequence), 0))
        .where(TriageDecision.comment_id == Comment.id)
        .scalar_subquery()
    )
    held = sa.exists().where(
        TriageLease.comment_id == Comment.id,
        TriageLease.staff_member_id != reading.staff_id,
        TriageLease.until > reading.now,
    )
    asked = sa.exists().where(SecondLook.comment_id == Comment.id, SecondLook.settled_at.is_(None))
    rows = session.execute(
        sa.select(Comment.id, Comment.text, Comment.language, Comment.received_on, steps)
        .join(QueuePlace, QueuePlace.comment_id == Comment.id)
        .where(
            QueuePlace.leader_id == own.leader_id,
            QueuePlace.region_id == own.region_id,
            QueuePlace.waiting,
            Comment.id != comment_id,
            ~held,
            ~asked,
            ~lanes.has_read_blind(Comment.id, reading.staff_id),
            ~unaided.is_drawn(reading),
        )
        .order_by(Comment.received_on, Comment.id)
        .limit(AT_MOST)
    )
    return [AlikeComment(*row) for row in rows]
