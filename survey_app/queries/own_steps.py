"""What a person has decided, read, put off or asked about lately, and can still take back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app.models import BlindReading, Comment, SecondLook, TriageDecision, TriageSkip
from survey_app.queries import readings
from survey_app.vocabulary import CommentKind, IrrelevanceReason, SecondLookReason, Verdict

AT_MOST = 10
_EVER = datetime(1, 1, 1, tzinfo=UTC)
_OF_COMMENT = (Comment.id, Comment.text, Comment.language)


class Aside(StrEnum):
    """What a person did with a comment instead of speaking about it."""

    PUT_OFF = "put_off"
    ASKED = "asked"


@dataclass(frozen=True)
class OwnStep:
    """What a person did; `sequence` is the number of a decision's step, 0 for everything else.

    Where the person has spoken, `reason`, `kind` and `target_groups` (codes) are what was said.
    """

    comment_id: UUID
    text: str
    language: str
    what: Verdict | Aside
    sequence: int
    at: datetime
    reason: IrrelevanceReason | None = None
    kind: CommentKind | None = None
    target_groups: Sequence[str] = ()


def last_of(session: Session, staff_id: UUID, region_ids: Collection[UUID], since: datetime) -> list[OwnStep]:
    """Return up to ten things that the person did after `since` and that still hold, the last one first."""
    kinds = (_decisions(staff_id, since), _readings(staff_id, since), _skips(staff_id, since))
    rows: list[Any] = [
        row
        for kind in (*kinds, _questions(staff_id, since))
        for row in session.execute(kind.where(Comment.region_id.in_(region_ids)).limit(AT_MOST))
    ]
    steps = [
        OwnStep(comment_id, text, language, what if isinstance(what, Verdict) else Aside(what), *rest)
        for comment_id, text, language, what, *rest in rows
    ]
    return sorted(steps, key=lambda step: step.at, reverse=True)[:AT_MOST]


def holds(session: Session, staff_id: UUID, comment_id: UUID, aside: Aside) -> bool:
    """Whether the person has put a comment off, or asked about it, and not taken that back since."""
    steps = (_skips if aside is Aside.PUT_OFF else _questions)(staff_id, _EVER)
    return session.execute(steps.where(Comment.id == comment_id).limit(1)).first() is not None


def _decisions(staff_id: UUID, since: datetime) -> sa.Select[*tuple[Any, ...]]:
    later = aliased(TriageDecision)
    return (
        sa.select(
            *_OF_COMMENT,
            TriageDecision.verdict,
            TriageDecision.sequence,
            TriageDecision.decided_at,
            *_said(TriageDecision),
        )
        .join(Comment, Comment.id == TriageDecision.comment_id)
        .where(
            TriageDecision.decided_by_id == staff_id,
            TriageDecision.decided_at > since,
            TriageDecision.verdict.is_not(None),
            ~sa.exists().where(
                later.comment_id == TriageDecision.comment_id, later.sequence > TriageDecision.sequence
            ),
        )
        .order_by(TriageDecision.decided_at.desc())
    )


def _readings(staff_id: UUID, since: datetime) -> sa.Select[*tuple[Any, ...]]:
    other = aliased(BlindReading)
    return (
        sa.select(
            *_OF_COMMENT, BlindReading.verdict, sa.literal(0), BlindReading.read_at, *_said(BlindReading)
        )
        .join(Comment, Comment.id == BlindReading.comment_id)
        .where(
            BlindReading.reader_id == staff_id,
            BlindReading.read_at > since,
            ~sa.exists().where(other.comment_id == Comment.id, other.reader_id != staff_id),
            ~readings.may_be_seen(Comment.id),
        )
        .order_by(BlindReading.read_at.desc())
    )


def _said(table: type[TriageDecision | BlindReading]) -> tuple[Any, ...]:
    return table.irrelevance_reason, table.kind, table.target_groups


def _skips(staff_id: UUID, since: datetime) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(*_OF_COMMENT, sa.literal(Aside.PUT_OFF.value), sa.literal(0), TriageSkip.skipped_at)
        .join(Comment, Comment.id == TriageSkip.comment_id)
        .where(TriageSkip.staff_member_id == staff_id, TriageSkip.skipped_at > since)
        .order_by(TriageSkip.skipped_at.desc())
    )


def _questions(staff_id: UUID, since: datetime) -> sa.Select[*tuple[Any, ...]]:
    return (
        sa.select(*_OF_COMMENT, sa.literal(Aside.ASKED.value), sa.literal(0), SecondLook.asked_at)
        .join(Comment, Comment.id == SecondLook.comment_id)
        .where(
            SecondLook.why == SecondLookReason.FLAGGED,
            SecondLook.asked_by_id == staff_id,
            SecondLook.asked_at > since,
            SecondLook.settled_at.is_(None),
        )
        .order_by(SecondLook.asked_at.desc())
    )
