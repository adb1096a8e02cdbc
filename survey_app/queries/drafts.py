"""Questionnaires in the making, as their makers see them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer, joinedload

from survey_app.models import DraftStep, QuestionnaireDraft, QuestionnaireVersion

CHUNK = 10
"""So many documents of steps are in memory at a time."""


def drafts(session: Session, region_ids: frozenset[UUID]) -> list[QuestionnaireDraft]:
    """Return the drafts of the given regions by code."""
    statement = (
        _with_surroundings()
        .where(QuestionnaireDraft.region_id.in_(region_ids))
        .order_by(QuestionnaireDraft.code)
    )
    return list(session.scalars(statement))


def draft(session: Session, draft_id: UUID, region_ids: frozenset[UUID]) -> QuestionnaireDraft | None:
    """Return the draft with this key, if it belongs to one of the regions."""
    return session.scalar(
        _with_surroundings().where(
            QuestionnaireDraft.id == draft_id, QuestionnaireDraft.region_id.in_(region_ids)
        )
    )


def _with_surroundings() -> sa.Select[QuestionnaireDraft]:
    before = joinedload(QuestionnaireDraft.based_on).defer(QuestionnaireVersion.document)
    return sa.select(QuestionnaireDraft).options(joinedload(QuestionnaireDraft.region), before)


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


def outdated(session: Session, found: QuestionnaireDraft) -> Mapping[str, Mapping[str, str]]:
    """Return which translations of a draft are older than their originals now (see `DraftStep`)."""
    marks: dict[str, dict[str, str]] | None = session.scalar(
        sa.select(DraftStep.outdated).where(DraftStep.draft_id == found.id, DraftStep.number == found.step)
    )
    return marks or {}


def steps(session: Session, found: QuestionnaireDraft) -> Sequence[DraftStep]:
    """Return the steps of a draft, the newest first, without their documents."""
    statement = (
        sa.select(DraftStep)
        .options(joinedload(DraftStep.staff_member), defer(DraftStep.document))
        .where(DraftStep.draft_id == found.id)
        .order_by(DraftStep.number.desc())
    )
    return list(session.scalars(statement))


class Around(NamedTuple):
    """The step that undo takes back and the one that redo makes again, None where there is none."""

    undone: DraftStep | None
    redone: DraftStep | None


def steps_around(session: Session, found: QuestionnaireDraft) -> Around:
    """Return what undo and redo would do to a draft, without the documents."""
    near = (
        sa.select(DraftStep)
        .options(defer(DraftStep.document))
        .where(DraftStep.draft_id == found.id, DraftStep.number.between(found.step - 1, found.step + 1))
    )
    steps = {step.number: step for step in session.scalars(near)}
    return Around(
        undone=steps[found.step] if found.step - 1 in steps else None, redone=steps.get(found.step + 1)
    )


def step_document(session: Session, found: QuestionnaireDraft, number: int) -> dict[str, Any] | None:
    """Return what a draft said after the step with this number; None where it is not kept."""
    said: dict[str, Any] | None = session.scalar(
        sa.select(DraftStep.document).where(DraftStep.draft_id == found.id, DraftStep.number == number)
    )
    return said


def documents(session: Session, found: QuestionnaireDraft) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the number of each step of a draft with what it said then, the oldest first, one at a time."""
    statement = (
        sa.select(DraftStep.number, DraftStep.document)
        .where(DraftStep.draft_id == found.id)
        .order_by(DraftStep.number)
    )
    for row in session.execute(statement.execution_options(yield_per=CHUNK)):
        yield row.number, row.document


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
