"""The order of the queue: when it is worked out anew, and keeping it. How it is found is `jobs.ranking`'s matter."""

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

RANK_EVERY = (
    10  # decisions; the machine learns from each of them, the order changes little from one to the next
)
RANK_QUEUE = "rank_queue"


@dataclass(frozen=True)
class Place:
    """Where a waiting comment stands: a priority in [0, 1], and the comment that it is read beside."""

    comment_id: UUID
    priority: float
    leader_id: UUID


def promise_when_due(session: Session, region_id: UUID) -> None:
    """Promise a new order of a region's queue after every tenth step; to be called when a step is written."""
    if ranking.steps_taken(session, region_id) % RANK_EVERY == 0:
        promise(session, region_id)


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
    """Replace the order of a region's queue."""
    session.execute(sa.delete(QueuePlace).where(QueuePlace.region_id == region_id))
    rows = [
        {
            "comment_id": place.comment_id,
            "region_id": region_id,
            "priority": place.priority,
            "leader_id": place.leader_id,
            "ranked_on": today,
        }
        for place in places
    ]
    db.insert_all(session, QueuePlace, rows)
