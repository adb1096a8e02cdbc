"""Questionnaires in the making, as their makers see them."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer, joinedload

from survey_app.models import DraftStep, Questionnaire, QuestionnaireDraft, QuestionnaireVersion, Wave


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


def first_and_last_step(session: Session, found: QuestionnaireDraft) -> tuple[int, int]:
    """Return the numbers of the oldest step that is kept and of the newest, ahead ones included."""
    numbers = sa.select(sa.func.min(DraftStep.number), sa.func.max(DraftStep.number))
    first, last = session.execute(numbers.where(DraftStep.draft_id == found.id)).one()
    return first, last


def step_document(session: Session, found: QuestionnaireDraft, number: int) -> dict[str, Any] | None:
    """Return what a draft said after the step with this number; None where it is not kept."""
    said: dict[str, Any] | None = session.scalar(
        sa.select(DraftStep.document).where(DraftStep.draft_id == found.id, DraftStep.number == number)
    )
    return said


def last_changes(session: Session, found: Sequence[QuestionnaireDraft]) -> Mapping[UUID, DraftStep]:
    """Return, by the key of the draft, the step in force of each, with what it says."""
    statement = (
        sa.select(DraftStep)
        .join(QuestionnaireDraft, DraftStep.draft_id == QuestionnaireDraft.id)
        .options(joinedload(DraftStep.staff_member))
        .where(
            DraftStep.draft_id.in_([draft.id for draft in found]), DraftStep.number == QuestionnaireDraft.step
        )
    )
    return {step.draft_id: step for step in session.scalars(statement)}


def published(session: Session, region_ids: frozenset[UUID]) -> list[QuestionnaireVersion]:
    """Return the published versions of the given regions by series, the newest of a series first."""
    statement = (
        _published()
        .where(Questionnaire.region_id.in_(region_ids))
        .order_by(Questionnaire.code, Questionnaire.id, QuestionnaireVersion.version.desc())
    )
    return list(session.scalars(statement))


def published_version(
    session: Session, version_id: UUID, region_ids: frozenset[UUID]
) -> QuestionnaireVersion | None:
    """Return the published version with this key, if it belongs to one of the regions."""
    statement = _published().where(
        QuestionnaireVersion.id == version_id, Questionnaire.region_id.in_(region_ids)
    )
    return session.scalar(statement)


def is_published(session: Session, region_id: UUID, code: str) -> bool:
    """Tell whether a version with this code was published in the region."""
    statement = _published().where(Questionnaire.region_id == region_id, Questionnaire.code == code).limit(1)
    return session.scalar(statement) is not None


def waves_by_version(session: Session, version_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """Return the codes of the waves of each version, the latest opening first."""
    statement = (
        sa.select(Wave.questionnaire_version_id, Wave.wave_code)
        .where(Wave.questionnaire_version_id.in_(version_ids))
        .order_by(Wave.opens_at.desc())
    )
    waves: dict[UUID, list[str]] = {}
    for version_id, wave_code in session.execute(statement):
        waves.setdefault(version_id, []).append(wave_code)
    return waves


def _published() -> sa.Select[QuestionnaireVersion]:
    return (
        sa.select(QuestionnaireVersion)
        .join(Questionnaire)
        .options(joinedload(QuestionnaireVersion.questionnaire))
    )
