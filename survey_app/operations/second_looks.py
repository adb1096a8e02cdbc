"""Asking for another pair of eyes, and noting that they have looked. What they decide is kept elsewhere."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app.models import Comment, SecondLook
from survey_app.operations import audit
from survey_app.vocabulary import SecondLookReason


def ask(
    session: Session, comment: Comment, why: SecondLookReason, now: datetime, *, by: UUID, note: str = ""
) -> SecondLook:
    """Ask that somebody looks at a comment again."""
    look = SecondLook(comment_id=comment.id, why=why, note=note.strip(), asked_by_id=by, asked_at=now)
    session.add(look)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=comment.region_id,
        action="second_look_asked",
        object_type="comment",
        object_id=comment.id,
        why=why,
    )
    return look


def settle(session: Session, looks: Sequence[SecondLook], now: datetime, *, by: UUID) -> None:
    """Note who has looked, or made the question void."""
    for look in looks:
        look.settled_by_id, look.settled_at = by, now
    session.flush()


def withdraw(
    session: Session, comment: Comment, look: SecondLook, now: datetime, *, by: UUID, has_shown: bool
) -> None:
    """Take a question back. Where it has shown nobody a reading, it is forgotten; the log keeps that it was.

    Args:
        has_shown: whether somebody had read the comment blind, so that the question let others see it.
    """
    if has_shown:
        settle(session, [look], now, by=by)
    else:
        session.delete(look)
        session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=comment.region_id,
        action="second_look_withdrawn",
        object_type="comment",
        object_id=comment.id,
    )
