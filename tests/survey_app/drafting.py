"""Drafts of questionnaires and their methodologist, for tests of the designer's pages."""

from typing import Any
from uuid import UUID

from survey_app import clock, db
from survey_app.models import QuestionnaireDraft, Region
from survey_app.operations import drafts as operations
from survey_app.queries import drafts
from survey_app.vocabulary import DraftStepKind


def begin(region: Region, document: dict[str, Any], **more: Any) -> QuestionnaireDraft:
    """Begin a draft."""
    with db.transaction() as session:
        draft = operations.create(session, region, document, clock.now(), **more)
        session.flush()
        session.refresh(draft)
    return draft


def change(draft_id: UUID, document: dict[str, Any], kind: DraftStepKind, subject: str = "") -> None:
    """Change a draft as somebody else would."""
    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, draft_id)
        operations.edit(session, found, found.revision, kind, subject, document, clock.now(), by=None)


def said(draft_id: UUID) -> dict[str, Any]:
    """Return what a draft says now."""
    with db.reading() as session:
        return drafts.document(session, session.get_one(QuestionnaireDraft, draft_id))


def found(draft_id: UUID) -> QuestionnaireDraft:
    """Return the draft as it is now."""
    with db.reading() as session:
        return session.get_one(QuestionnaireDraft, draft_id)
