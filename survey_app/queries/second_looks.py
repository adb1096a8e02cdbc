"""Requests to look at a comment again, and whether they are a given reader's to answer."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import Comment, SecondLook
from survey_app.queries import lanes
from survey_app.queries.lanes import Reader
from survey_app.vocabulary import SecondLookReason


@dataclass(frozen=True)
class OpenLook:
    """A second look that somebody waits for; `mine`: the reader may take it."""

    look: SecondLook
    mine: bool


def open_looks(session: Session, reading: Reader, comment_id: UUID) -> list[OpenLook]:
    """Return the open second looks at a comment, the oldest first."""
    rows = session.execute(
        sa.select(SecondLook, lanes.may_look(reading))
        .join(Comment, Comment.id == SecondLook.comment_id)
        .where(SecondLook.comment_id == comment_id, SecondLook.settled_at.is_(None))
        .order_by(SecondLook.asked_at, SecondLook.id)
        .options(joinedload(SecondLook.asked_by))
    )
    return [OpenLook(look, bool(mine)) for look, mine in rows]


def was_asked_for(session: Session, comment_id: UUID, why: SecondLookReason) -> bool:
    """Whether a second look was ever asked for, for this reason."""
    asked = sa.select(SecondLook.id).where(SecondLook.comment_id == comment_id, SecondLook.why == why)
    return session.scalar(asked.limit(1)) is not None
