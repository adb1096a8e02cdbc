"""Places in the queue: every comment has one, and waits in it until a decision is in force.

How the order is found is `jobs.ranking`'s matter. It only moves places and never makes one, so what it found
before a decision cannot bring a decided comment back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import QueuePlace
from survey_app.operations import outbox
from survey_app.queries import ranking

MOST_BETWEEN_ORDERS = 10  # decisions; the more there are, the less the order changes from one to the next
RANK_QUEUE = "rank_queue"
UNCODED = 0.5  # before the machine has spoken a comment stands between the likely and the unlikely ones


@dataclass(frozen=True)
class Place:
    """Where a waiting comment stands: a priority in [0, 1], and the comment that it is read beside.

    Comments that are read beside each other have the same priority and the same leader.
    """

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
            "coded": False,
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
            coded=True,
            urgent=urgent,
            priority=sa.case((QueuePlace.ranked_on.is_(None), likely), else_=QueuePlace.priority),
        )
    )


def wait(session: Session, comment_id: UUID, *, waiting: bool) -> None:
    """Let a comment wait from now on, or not any more."""
    session.execute(sa.update(QueuePlace).where(QueuePlace.comment_id == comment_id).values(waiting=waiting))


def promise_when_due(session: Session, region_id: UUID) -> None:
    """Promise a new order of a region's queue when there is enough new to learn; to be called after `wait`.

    That is after every decision at first, then after a tenth more of them, later after every tenth.
    """
    decided = ranking.decided_count(session, region_id)
    if decided % between_orders(decided) == 0:
        promise(session, region_id)


def between_orders(decided: int) -> int:
    """How many more decisions are worth a new order after so many."""
    return min(max(decided // 10, 1), MOST_BETWEEN_ORDERS)


def promise(session: Session, region_id: UUID) -> None:
    """Promise a new order of a region's queue, unless one is promised already."""
    outbox.promise_once(session, RANK_QUEUE, region_id, region_id=str(region_id))


def promise_everywhere(session: Session) -> None:
    """Promise a new order wherever a comment waits, as after the release of a coder."""
    for region_id in ranking.regions_with_waiting_comments(session):
        promise(session, region_id)


def promise_daily(session: Session, today: date) -> None:
    """Promise a new order wherever a comment waits and today's order is still missing, because days count."""
    for region_id in ranking.regions_not_ranked_since(session, today):
        promise(session, region_id)


def store(session: Session, region_id: UUID, places: Sequence[Place], today: date) -> None:
    """Move the comments of a region's queue to where the ranker puts them."""
    if not places:
        return
    moved = [
        {
            "moved_id": place.comment_id,
            "priority": place.priority,
            "leader_id": place.leader_id,
            "ranked_on": today,
        }
        for place in places
    ]
    of_region = (QueuePlace.comment_id == sa.bindparam("moved_id"), QueuePlace.region_id == region_id)
    session.connection().execute(sa.update(QueuePlace).where(*of_region), moved)
