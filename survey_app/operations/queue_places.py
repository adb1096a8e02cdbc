"""Places in the queue: every comment has one, and waits in it until a decision is in force.

Knows nothing of how a ranker orders comments. A ranker only moves places (`rank`): it never makes one,
so what it thought out before a decision cannot bring a decided comment back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import QueuePlace

UNCODED = 0.5  # before the machine has spoken a comment stands between the likely and the unlikely ones


@dataclass(frozen=True)
class Rank:
    """What a ranker found: the higher `priority`, the sooner; alike comments share priority and leader."""

    comment_id: UUID
    priority: float
    leader_id: UUID


def enter(session: Session, region_id: UUID, comment_ids: Sequence[UUID]) -> None:
    """Let comments that have just come in wait."""
    rows = [
        {
            "comment_id": comment_id,
            "region_id": region_id,
            "waiting": True,
            "urgent": False,
            "priority": UNCODED,
            "leader_id": comment_id,
        }
        for comment_id in comment_ids
    ]
    db.insert_all(session, QueuePlace, rows)


def follow_coding(session: Session, comment_id: UUID, relevance: float | None, *, urgent: bool) -> None:
    """Let the machine's coding say whether a comment is urgent, and where it stands until it is ranked."""
    likely = UNCODED if relevance is None else relevance
    session.execute(
        sa.update(QueuePlace)
        .where(QueuePlace.comment_id == comment_id)
        .values(
            urgent=urgent,
            priority=sa.case((QueuePlace.ranked_on.is_(None), likely), else_=QueuePlace.priority),
        )
    )


def rank(session: Session, ranks: Sequence[Rank], today: date) -> None:
    """Move comments to where a ranker puts them."""
    if not ranks:
        return
    moved = [
        {
            "moved_id": rank.comment_id,
            "priority": rank.priority,
            "leader_id": rank.leader_id,
            "ranked_on": today,
        }
        for rank in ranks
    ]
    place = sa.update(QueuePlace).where(QueuePlace.comment_id == sa.bindparam("moved_id"))
    session.connection().execute(place, moved)


def wait(session: Session, comment_id: UUID, *, waiting: bool) -> None:
    """Let a comment wait from now on, or not any more."""
    session.execute(sa.update(QueuePlace).where(QueuePlace.comment_id == comment_id).values(waiting=waiting))
