"""What people made of comments without sight of each other, and which comments are read so."""

from dataclasses import dataclass
from datetime import datetime
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
    drawn = session.get(TriageDraw, comment_id)
    if drawn is None or not drawn.double_coded:
        return False
    for table in (TriageDecision, SecondLook):
        if session.scalar(sa.select(table.id).where(table.comment_id == comment_id).limit(1)):
            return False
    readings = len(of_comment(session, comment_id))
    return readings < BOTH and bool(readings or len(staff.holders(session, region_id, Role.COORDINATOR)) > 1)


def alone_since(session: Session, moment: datetime) -> list[BlindReading]:
    """Return the readings of `moment` or earlier without a second one, a decision or a question."""
    other = aliased(BlindReading)
    answered = (
        sa.exists().where(other.comment_id == BlindReading.comment_id, other.id != BlindReading.id),
        sa.exists().where(TriageDecision.comment_id == BlindReading.comment_id),
        sa.exists().where(SecondLook.comment_id == BlindReading.comment_id),
    )
    return list(
        session.scalars(
            sa.select(BlindReading).where(BlindReading.read_at <= moment, *(~each for each in answered))
        )
    )
