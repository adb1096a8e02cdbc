"""Who has which comment on the screen at this moment."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import StaffMember, TriageLease

FRESH = timedelta(minutes=9)
"""What a lease has at least to run for a page that is opened not to begin it anew."""


@dataclass(frozen=True)
class Holder:
    """A person who has a comment on the screen, and until when nobody else is handed it."""

    staff_id: UUID
    name: str
    until: datetime


def holders(session: Session, comment_ids: Collection[UUID], now: datetime) -> dict[UUID, Holder]:
    """Return who holds which of the comments; those that nobody holds are missing."""
    rows = session.execute(
        sa.select(TriageLease.comment_id, StaffMember.id, StaffMember.name, TriageLease.until)
        .join(StaffMember, StaffMember.id == TriageLease.staff_member_id)
        .where(TriageLease.comment_id.in_(comment_ids), TriageLease.until > now)
    )
    return {row.comment_id: Holder(row.id, row.name, row.until) for row in rows}


def holder(session: Session, comment_id: UUID, now: datetime) -> Holder | None:
    """Return who has a comment on the screen, None for nobody."""
    return holders(session, (comment_id,), now).get(comment_id)
