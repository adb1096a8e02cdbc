"""What a person has decided or read lately, and can still take back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app.models import BlindReading, Comment, SecondLook, TriageDecision
from survey_app.vocabulary import Verdict

AT_MOST = 10


@dataclass(frozen=True)
class OwnDecision:
    """A verdict of a person; `sequence` is the number of its step, 0 for a reading without a second one."""

    comment_id: UUID
    text: str
    language: str
    verdict: Verdict
    sequence: int
    at: datetime


def last_of(
    session: Session, staff_id: UUID, region_ids: Collection[UUID], since: datetime
) -> list[OwnDecision]:
    """Return up to ten verdicts in force that the person gave after `since`, the last one first."""
    of_comment = (Comment.id, Comment.text, Comment.language)
    later, other = aliased(TriageDecision), aliased(BlindReading)
    decisions = (
        sa.select(*of_comment, TriageDecision.verdict, TriageDecision.sequence, TriageDecision.decided_at)
        .join(Comment, Comment.id == TriageDecision.comment_id)
        .where(
            TriageDecision.decided_by_id == staff_id,
            TriageDecision.decided_at > since,
            TriageDecision.verdict.is_not(None),
            Comment.region_id.in_(region_ids),
            ~sa.exists().where(
                later.comment_id == TriageDecision.comment_id, later.sequence > TriageDecision.sequence
            ),
        )
        .order_by(TriageDecision.decided_at.desc())
        .limit(AT_MOST)
    )
    readings = (
        sa.select(*of_comment, BlindReading.verdict, sa.literal(0), BlindReading.read_at)
        .join(Comment, Comment.id == BlindReading.comment_id)
        .where(
            BlindReading.reader_id == staff_id,
            BlindReading.read_at > since,
            Comment.region_id.in_(region_ids),
            ~sa.exists().where(other.comment_id == Comment.id, other.reader_id != staff_id),
            *(~sa.exists().where(table.comment_id == Comment.id) for table in (TriageDecision, SecondLook)),
        )
        .order_by(BlindReading.read_at.desc())
        .limit(AT_MOST)
    )
    rows: list[Any] = [*session.execute(decisions), *session.execute(readings)]
    return sorted((OwnDecision(*row) for row in rows), key=lambda decision: decision.at, reverse=True)[
        :AT_MOST
    ]
