"""Keeping what a person made of a comment that two read without sight of each other.

The log is silent about a reading until both are in: it would tell the second reader of the first.
"""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import BlindReading
from survey_app.operations.opinion import Opinion


def keep(
    session: Session, comment_id: UUID, opinion: Opinion, now: datetime, *, reader_id: UUID
) -> BlindReading:
    """Keep a reading."""
    reading = BlindReading(comment_id=comment_id, reader_id=reader_id, read_at=now, **opinion.columns())
    session.add(reading)
    session.flush()
    return reading


def withdraw(session: Session, comment_id: UUID, *, reader_id: UUID) -> None:
    """Forget a reading that nobody else has seen."""
    session.execute(
        sa.delete(BlindReading).where(
            BlindReading.comment_id == comment_id, BlindReading.reader_id == reader_id
        )
    )
