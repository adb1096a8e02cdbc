"""What the relay asks: is there anything to hand out? What staff see of the outbox is in `queries.work`."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import OutboxMessage
from survey_app.vocabulary import OutboxStatus


def work_is_due(session: Session, now: datetime) -> bool:
    """Tell whether any message may be handed out."""
    due = sa.select(OutboxMessage.id).where(
        OutboxMessage.status == OutboxStatus.PENDING, OutboxMessage.due_at <= now
    )
    return session.scalar(due.limit(1)) is not None
