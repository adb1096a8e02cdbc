"""Questionnaires in the making, as their makers see them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer, joinedload

from survey_app.models import DraftStep, QuestionnaireDraft


def drafts(session: Session, region_ids: frozenset[UUID]) -> list[QuestionnaireDraft]:
    """Return the drafts of the given regions by code."""
    statement = (
        sa.select(QuestionnaireDraft)
        .options(joinedload(QuestionnaireDraft.region), joinedload(QuestionnaireDraft.based_on))
        .where(QuestionnaireDraft.region_id.in_(region_ids))
        .order_by(QuestionnaireDraft.code)
    )
    return list(session.scalars(statement))


def draft(session: Session, draft_id: UUID, region_ids: frozenset[UUID]) -> QuestionnaireDraft | None:
    """Return the draft with this key, if it belongs to one of the regions."""
    statement = (
        sa.select(QuestionnaireDraft)
        .options(joinedload(QuestionnaireDraft.region), joinedload(QuestionnaireDraft.based_on))
        .where(QuestionnaireDraft.id == draft_id, QuestionnaireDraft.region_id.in_(region_ids))
    )
    return session.scalar(statement)


def draft_by_code(session: Session, region_id: UUID, code: str) -> QuestionnaireDraft | None:
    """Return the region's draft of the questionnaire with this code."""
    return session.scalar(
        sa.select(QuestionnaireDraft).where(
            QuestionnaireDraft.region_id == region_id, QuestionnaireDraft.code == code
        )
    )


def document(session: Session, found: QuestionnaireDraft) -> dict[str, Any]:
    """Return what a draft says now."""
    said: dict[str, Any] | None = session.scalar(
        sa.select(DraftStep.document).where(DraftStep.draft_id == found.id, DraftStep.number == found.step)
    )
    if said is None:
        raise LookupError(f"draft {found.id} has no step {found.step}")
    return said


def steps(session: Session, found: QuestionnaireDraft) -> Sequence[DraftStep]:
    """Return the steps of a draft, the newest first, without their documents."""
    statement = (
        sa.select(DraftStep)
        .options(joinedload(DraftStep.staff_member), defer(DraftStep.document))
        .where(DraftStep.draft_id == found.id)
        .order_by(DraftStep.number.desc())
    )
    return list(session.scalars(statement))
