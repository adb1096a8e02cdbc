"""Indexes that were promised and snapshots that were computed, and what still waits for a decision before.

What an index is computed from is in `index_inputs`. Knows no statistics.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload, undefer

from survey_app.models import Comment, IndexSnapshot, OutboxMessage, Wave
from survey_app.queries import comments
from survey_app.vocabulary import OutboxStatus

JOB = "compute_index"


def undecided_comments(session: Session, wave_id: UUID) -> int:
    """Count the comments of a wave that wait for a decision; they are in no index yet."""
    count: int = session.execute(_undecided(wave_id, sa.func.count())).scalar_one()
    return count


def undecided_verbatims(session: Session, wave_id: UUID) -> list[tuple[UUID, str]]:
    """Return id and text of the comments of a wave that wait for a decision."""
    return [(row.id, row.text) for row in session.execute(_undecided(wave_id, Comment.id, Comment.text))]


def _undecided(wave_id: UUID, *columns: Any) -> sa.Select[Any]:
    decisions = comments.decisions_in_force()
    return (
        sa.select(*columns)
        .select_from(Comment)
        .outerjoin(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict.is_(None))
    )


@dataclass(frozen=True)
class Computation:
    """Work on an index that was promised: `failed` waits for a person, otherwise it goes on by itself."""

    message_id: UUID
    attempts: int
    failed: bool


def computation(session: Session, wave_id: UUID) -> Computation | None:
    """Return the promised computation of a wave, None where none is under way."""
    message = session.scalars(
        sa.select(OutboxMessage)
        .where(OutboxMessage.kind == JOB, OutboxMessage.payload["wave_id"].as_string() == str(wave_id))
        .limit(1)
    ).first()
    if message is None:
        return None
    return Computation(message.id, message.attempts, message.status is OutboxStatus.DEAD)


def snapshots(session: Session, region_ids: frozenset[UUID]) -> list[IndexSnapshot]:
    """Return the snapshots of some regions, the newest first, each with its wave."""
    return list(session.scalars(_snapshots().where(Wave.region_id.in_(region_ids))))


def snapshots_of(session: Session, wave_id: UUID) -> list[IndexSnapshot]:
    """Return the snapshots of one wave, the newest first."""
    return list(session.scalars(_snapshots().where(Wave.id == wave_id)))


def snapshot(session: Session, snapshot_id: UUID, region_ids: frozenset[UUID]) -> IndexSnapshot | None:
    """Return a snapshot of one of these regions; None for a foreign one as for one that does not exist."""
    return session.scalar(_snapshots().where(IndexSnapshot.id == snapshot_id, Wave.region_id.in_(region_ids)))


def _snapshots() -> sa.Select[IndexSnapshot]:
    return (
        sa.select(IndexSnapshot)
        .join(Wave)
        .options(joinedload(IndexSnapshot.wave).joinedload(Wave.region))
        .order_by(IndexSnapshot.computed_at.desc())
    )


def stored_inputs(session: Session, snapshot_id: UUID) -> IndexSnapshot | None:
    """Return a snapshot with the inputs that it was computed from."""
    return session.scalar(
        sa.select(IndexSnapshot).options(undefer(IndexSnapshot.inputs)).where(IndexSnapshot.id == snapshot_id)
    )
