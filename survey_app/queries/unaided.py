"""Which comments are read unaided: what the machine suggests is kept from people until they have decided.

The marked sample is what the machine is held against, and two blind readings tell how well people agree.
Whoever has seen a suggestion leans towards it, and both would flatter the machine. Chance draws a comment no
later than the machine reads it, so there is nothing to keep back of one that is not drawn.
"""

from collections.abc import Collection
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app.models import Comment, QueuePlace, TriageDraw
from survey_app.queries import readings
from survey_app.queries.lanes import Reader


class Why(StrEnum):
    """Why the machine is silent."""

    SAMPLE = "sample"
    TWO_READERS = "two_readers"


def among(session: Session, reading: Reader, comment_ids: Collection[UUID]) -> dict[UUID, Why]:
    """Return those of the comments that wait to be read unaided, whoever reads them, and why."""
    waiting = (
        sa.select(Comment.id, _is_read_blind(reading))
        .join(QueuePlace, QueuePlace.comment_id == Comment.id)
        .where(Comment.id.in_(comment_ids), QueuePlace.waiting, is_drawn(reading))
    )
    rows = session.execute(waiting)
    return {comment_id: Why.TWO_READERS if is_blind else Why.SAMPLE for comment_id, is_blind in rows}


def is_drawn(reading: Reader) -> sa.ColumnElement[bool]:
    """Whether a comment (a row of `Comment`) is read unaided as long as it waits."""
    draw = aliased(TriageDraw)
    in_sample = sa.exists().where(draw.comment_id == Comment.id, draw.in_sample)
    return sa.or_(in_sample, _is_read_blind(reading))


def _is_read_blind(reading: Reader) -> sa.ColumnElement[bool]:
    several = [region_id for region_id, team in reading.teams.items() if team > 1]
    return readings.is_next_blind(Comment.id, Comment.region_id.in_(several))
