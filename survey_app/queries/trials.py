"""What testers of a wave have sent, for the staff who prepare it. Never read where responses are counted."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import TrialResponse


def trial_responses(session: Session, wave_id: UUID) -> list[TrialResponse]:
    """Return what testers of a wave have sent, by day and in no order within it."""
    statement = sa.select(TrialResponse).where(TrialResponse.wave_id == wave_id)
    return list(session.scalars(statement.order_by(TrialResponse.received_on, TrialResponse.submission_hash)))


def is_stored(session: Session, submission_hash: str) -> bool:
    """Tell whether a tester's submission has been stored."""
    statement = sa.select(TrialResponse.id).where(TrialResponse.submission_hash == submission_hash)
    return session.scalar(statement) is not None
