"""What the order of the queue is made from: what was decided in a region, and what waits there."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Comment, QueuePlace, TriageDraw
from survey_app.queries.comments import decisions_in_force, newest_codings
from survey_app.vocabulary import Verdict

_IN_SAMPLE = sa.func.coalesce(TriageDraw.in_sample, sa.false())


@dataclass(frozen=True)
class DecidedComment:
    """A text, whether people found it relevant, and whether chance had drawn it for the sample."""

    text: str
    relevant: bool
    in_sample: bool


@dataclass(frozen=True)
class WaitingComment:
    """A comment without a decision; `relevance` is None before the machine has coded it."""

    id: UUID
    text: str
    received_on: date
    relevance: float | None
    in_sample: bool


def decided_comments(session: Session, region_id: UUID) -> list[DecidedComment]:
    """Return what was decided in a region, in the order of the keys, which says nothing about time."""
    decisions = decisions_in_force()
    statement = (
        sa.select(Comment.text, decisions.c.verdict, _IN_SAMPLE)
        .join(decisions, decisions.c.comment_id == Comment.id)
        .outerjoin(TriageDraw, TriageDraw.comment_id == Comment.id)
        .where(Comment.region_id == region_id, decisions.c.verdict.is_not(None))
        .order_by(Comment.id)
    )
    return [
        DecidedComment(text, verdict == Verdict.RELEVANT, in_sample)
        for text, verdict, in_sample in session.execute(statement)
    ]


def waiting_comments(session: Session, region_id: UUID) -> list[WaitingComment]:
    """Return what waits in a region, in the order of the keys."""
    codings = newest_codings()
    statement = (
        sa.select(
            Comment.id,
            Comment.text,
            Comment.received_on,
            codings.c.relevance,
            _IN_SAMPLE,
        )
        .outerjoin(codings, codings.c.comment_id == Comment.id)
        .outerjoin(TriageDraw, TriageDraw.comment_id == Comment.id)
        .where(Comment.region_id == region_id, _waits())
        .order_by(Comment.id)
    )
    return [WaitingComment(*row) for row in session.execute(statement)]


def decided_count(session: Session, region_id: UUID) -> int:
    """Count the comments of a region that are decided about, along an index of the queue."""
    decided = (QueuePlace.region_id == region_id, ~QueuePlace.waiting)
    return session.scalar(sa.select(sa.func.count()).select_from(QueuePlace).where(*decided)) or 0


def regions_with_waiting_comments(session: Session) -> list[UUID]:
    """Return the regions in which a comment waits for a decision."""
    return list(session.scalars(sa.select(Comment.region_id).where(_waits()).distinct()))


def regions_not_ranked_since(session: Session, day: date) -> list[UUID]:
    """Return the regions in which a comment waits and no place in the queue is of `day` or later."""
    ranked = sa.exists().where(QueuePlace.region_id == Comment.region_id, QueuePlace.ranked_on >= day)
    return list(session.scalars(sa.select(Comment.region_id).where(_waits(), ~ranked).distinct()))


def _waits() -> sa.ColumnElement[bool]:
    decisions = decisions_in_force()
    return ~sa.exists().where(decisions.c.comment_id == Comment.id, decisions.c.verdict.is_not(None))
