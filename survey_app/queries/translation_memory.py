"""Translations that a region has already: in its drafts, its published versions and its bank."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import translation
from forms.editing import usual
from forms.languages import Texts
from forms.translation import Place
from survey_app.models import BankEntry, DraftStep, Questionnaire, QuestionnaireDraft, QuestionnaireVersion

MOST = 20
"""So many other drafts, and so many versions, are looked into."""
MOST_ENTRIES = 200


def suggestions(
    session: Session,
    draft: QuestionnaireDraft,
    document: dict[str, Any],
    wanted: Iterable[Place],
    source: str,
    target: str,
) -> dict[str, str]:
    """Return, by key of the place, what the same text in `source` is translated by elsewhere.

    Looked for in this order: what the draft says itself (`document`), other drafts and published versions by
    their age, the bank, ready-made scales and options, phrases of every questionnaire.
    """
    documents = _documents(session, draft, document)
    return translation.suggestions(wanted, source, target, documents, _phrases())


def _documents(
    session: Session, draft: QuestionnaireDraft, document: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    yield document
    said = [*_drafts(session, draft.region_id, draft.id), *_versions(session, draft.region_id)]
    yield from (found for _moment, found in sorted(said, key=lambda one: one[0], reverse=True))
    entries = (
        sa.select(BankEntry.document)
        .where(BankEntry.region_id == draft.region_id)
        .order_by(BankEntry.kind, BankEntry.code)
        .limit(MOST_ENTRIES)
    )
    yield from map(translation.as_document, session.scalars(entries))


def _drafts(session: Session, region_id: UUID, but: UUID) -> Iterable[Any]:
    return session.execute(
        sa.select(DraftStep.made_at, DraftStep.document)
        .join(QuestionnaireDraft, DraftStep.draft_id == QuestionnaireDraft.id)
        .where(
            QuestionnaireDraft.region_id == region_id,
            QuestionnaireDraft.id != but,
            DraftStep.number == QuestionnaireDraft.step,
        )
        .order_by(DraftStep.made_at.desc())
        .limit(MOST)
    )


def _versions(session: Session, region_id: UUID) -> Iterable[Any]:
    return session.execute(
        sa.select(QuestionnaireVersion.published_at, QuestionnaireVersion.document)
        .join(Questionnaire, QuestionnaireVersion.questionnaire_id == Questionnaire.id)
        .where(Questionnaire.region_id == region_id)
        .order_by(QuestionnaireVersion.published_at.desc())
        .limit(MOST)
    )


def _phrases() -> Iterator[Texts]:
    options: Sequence[Mapping[str, Any]] = (
        usual.DONT_KNOW,
        usual.NOT_MY_CASE,
        usual.OTHER,
        usual.NONE_OF_THESE,
    )
    for option in (*options, *(point for points in usual.SCALES.values() for point in points)):
        yield option["labels"]
    yield usual.FIRST_SECTION
    yield from translation.PHRASES
