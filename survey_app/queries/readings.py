"""What people made of comments without sight of each other, and which comments are read so."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased, joinedload

from survey_app.models import (
    BlindReading,
    Comment,
    SecondLook,
    TriageDecision,
    TriageDraw,
    TriageSettings,
)
from survey_app.queries import staff
from survey_app.vocabulary import Role

BOTH = 2


@dataclass(frozen=True)
class Shares:
    """Of a hundred comments of a region, how many chance gives to the sample and to two readers, over 100."""

    sample: float = 0.05
    double: float = 0.05


def shares(session: Session, region_id: UUID) -> Shares:
    """Return the shares of a region."""
    settings = session.get(TriageSettings, region_id, populate_existing=True)
    return Shares(settings.sample_share, settings.double_share) if settings else Shares()


def undrawn(session: Session, most: int) -> list[UUID]:
    """Return up to `most` comments that chance has not looked at yet."""
    drawn = sa.exists().where(TriageDraw.comment_id == Comment.id)
    return list(session.scalars(sa.select(Comment.id).where(~drawn).limit(most)))


def of_comment(session: Session, comment_id: UUID) -> list[BlindReading]:
    """Return what was read blind about a comment, the first reading first."""
    return list(
        session.scalars(
            sa.select(BlindReading)
            .where(BlindReading.comment_id == comment_id)
            .order_by(BlindReading.read_at, BlindReading.id)
            .options(joinedload(BlindReading.reader))
        )
    )


def are_blind(session: Session, comment_id: UUID, region_id: UUID) -> bool:
    """Whether the next reading of a comment is one of two that do not know of each other.

    That ends with a decision, with two readings, and where somebody has asked for a second look: then there
    is something to be seen. Where only one person reads, nothing is read twice, unless somebody read before.
    """
    is_among_several = len(staff.holders(session, region_id, Role.COORDINATOR)) > 1
    return bool(session.scalar(sa.select(is_next_blind(comment_id, sa.literal(is_among_several)))))


def is_next_blind(comment_id: Any, is_among_several: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """Whether `are_blind` holds; `is_among_several`: more than one person reads in the region."""
    draw, before = aliased(TriageDraw), aliased(BlindReading)
    return sa.and_(
        sa.exists().where(draw.comment_id == comment_id, draw.double_coded),
        ~may_be_seen(comment_id),
        sa.or_(is_among_several, sa.exists().where(before.comment_id == comment_id)),
    )


def is_in_sample(session: Session, comment_id: UUID) -> bool:
    """Whether chance has drawn a comment for the sample that estimates rest on."""
    draw = session.get(TriageDraw, comment_id)
    return draw is not None and draw.in_sample


def are_secret(session: Session, comment_id: UUID) -> bool:
    """Whether readings of a comment, where there are any, are still kept from other readers."""
    return not session.scalar(sa.select(may_be_seen(comment_id)))


def may_be_seen(comment_id: Any) -> sa.ColumnElement[bool]:
    """Whether what was read blind about a comment may be seen by everybody who reads, for good.

    A decision or a second look shows it, two readings always bring one of them, and what people have seen
    once is no secret again. A question taken back before anybody had read showed nothing and leaves no row.
    """
    step, look = aliased(TriageDecision), aliased(SecondLook)
    return sa.or_(
        sa.exists().where(step.comment_id == comment_id), sa.exists().where(look.comment_id == comment_id)
    )


def alone_since(session: Session, moment: datetime) -> list[BlindReading]:
    """Return the readings of `moment` or earlier that are alone."""
    return list(session.scalars(sa.select(BlindReading).where(BlindReading.read_at <= moment, _is_alone())))


def is_alone(session: Session, reading_id: UUID) -> bool:
    """Whether a reading is there and nobody has read, decided or been asked to look since."""
    alone = sa.select(BlindReading.id).where(BlindReading.id == reading_id, _is_alone())
    return session.scalar(alone) is not None


def _is_alone() -> sa.ColumnElement[bool]:
    """Without a second reading, a decision or a question that is open; one taken back answers nobody."""
    other = aliased(BlindReading)
    answered = sa.or_(
        sa.exists().where(other.comment_id == BlindReading.comment_id, other.id != BlindReading.id),
        sa.exists().where(TriageDecision.comment_id == BlindReading.comment_id),
        sa.exists().where(SecondLook.comment_id == BlindReading.comment_id, SecondLook.settled_at.is_(None)),
    )
    return ~answered
