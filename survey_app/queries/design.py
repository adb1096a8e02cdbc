"""Published versions of questionnaires, read once per process. Knows neither waves nor answers."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, defer, joinedload

from forms.definition import Questionnaire, load
from survey_app.models import Questionnaire as QuestionnaireSeries
from survey_app.models import QuestionnaireVersion

_frozen: dict[UUID, Questionnaire] = {}


def questionnaire(session: Session, version_id: UUID) -> Questionnaire:
    """Return the questionnaire of a published version, read once per process.

    A published version never changes, so its key is all that the memory needs.
    """
    found = _frozen.get(version_id)
    if found is None:
        document = session.get_one(QuestionnaireVersion, version_id).document
        found = _frozen.setdefault(version_id, load(document))
    return found


def published_version(
    session: Session, region_id: UUID, questionnaire_code: str, version: int | None = None
) -> QuestionnaireVersion | None:
    """Return a version of a series by its number, without one the version that was published last."""
    statement = (
        sa.select(QuestionnaireVersion)
        .join(QuestionnaireSeries)
        .where(QuestionnaireSeries.region_id == region_id, QuestionnaireSeries.code == questionnaire_code)
        .order_by(QuestionnaireVersion.version.desc())
        .limit(1)
    )
    return session.scalar(
        statement if version is None else statement.where(QuestionnaireVersion.version == version)
    )


def published_versions(session: Session, region_ids: frozenset[UUID]) -> list[QuestionnaireVersion]:
    """Return the versions of the series of some regions, the last published first; documents are left out."""
    return list(session.scalars(_of_regions(region_ids).order_by(QuestionnaireVersion.published_at.desc())))


def version_in(
    session: Session, version_id: UUID, region_ids: frozenset[UUID]
) -> QuestionnaireVersion | None:
    """Return a version of one of these regions; None for a foreign one as for one that does not exist."""
    return session.scalar(_of_regions(region_ids).where(QuestionnaireVersion.id == version_id))


def _of_regions(region_ids: frozenset[UUID]) -> sa.Select[QuestionnaireVersion]:
    return (
        sa.select(QuestionnaireVersion)
        .join(QuestionnaireVersion.questionnaire)
        .options(joinedload(QuestionnaireVersion.questionnaire), defer(QuestionnaireVersion.document))
        .where(QuestionnaireSeries.region_id.in_(region_ids))
    )


@dataclass(frozen=True)
class BrokenTrend:
    """A trend item whose series breaks with a version: nothing after it is compared with what was before."""

    item_code: str
    version: int
    published_at: datetime


def broken_trends(session: Session, region_id: UUID, questionnaire_code: str) -> list[BrokenTrend]:
    """Return where the series of a questionnaire's trend items break, the earliest version first."""
    rows = session.execute(
        sa.select(
            QuestionnaireVersion.broken_trends,
            QuestionnaireVersion.version,
            QuestionnaireVersion.published_at,
        )
        .join(QuestionnaireSeries)
        .where(QuestionnaireSeries.region_id == region_id, QuestionnaireSeries.code == questionnaire_code)
        .order_by(QuestionnaireVersion.version)
    )
    return [
        BrokenTrend(code, version, published_at) for codes, version, published_at in rows for code in codes
    ]
