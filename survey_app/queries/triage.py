"""What was decided about a comment: the whole history, and what is in force."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import TriageDecision


def history(session: Session, comment_id: UUID) -> list[TriageDecision]:
    """Return every step, the newest first, with who made it."""
    return list(
        session.scalars(
            sa.select(TriageDecision)
            .where(TriageDecision.comment_id == comment_id)
            .order_by(TriageDecision.sequence.desc())
            .options(joinedload(TriageDecision.decided_by))
        )
    )


def last_step(session: Session, comment_id: UUID) -> TriageDecision | None:
    """Return the newest step; one without a verdict took a decision back."""
    return session.scalar(
        sa.select(TriageDecision)
        .where(TriageDecision.comment_id == comment_id)
        .order_by(TriageDecision.sequence.desc())
        .limit(1)
        .options(joinedload(TriageDecision.decided_by))
    )
