"""Publishing questionnaires: a published version is frozen, with the catalogues of its region.

What is wrong is said as sentences about the questionnaire; pages put it into words. Knows no waves.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import definition
from forms.checks import structure
from survey_app.models import Questionnaire, QuestionnaireVersion, Region
from survey_app.operations import audit
from survey_app.queries import reference


class PublicationError(Exception):
    """A questionnaire cannot be published; each of `problems` is one sentence with its place."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


def publish_version(
    session: Session, region: Region, document: Mapping[str, Any], now: datetime, *, by: UUID | None = None
) -> QuestionnaireVersion:
    """Freeze a questionnaire with the catalogues of `region` as the next version of its series.

    The same content published again is the version that exists already.

    Raises:
        PublicationError: the document is no questionnaire, or its structure is broken.
    """
    try:
        frozen = definition.materialise(document, reference.catalogues(session, region.id))
        questionnaire = definition.load(frozen)
    except definition.DefinitionError as error:
        raise PublicationError([f"{path or '/'} {sentence}" for path, sentence in error.problems]) from None
    if findings := structure.errors(questionnaire, filled=True):
        raise PublicationError([_sentence(finding) for finding in findings])
    digest = definition.digest(frozen)
    series = _series(session, region.id, questionnaire.questionnaire_code)
    versions = sa.select(QuestionnaireVersion).where(QuestionnaireVersion.questionnaire_id == series.id)
    if known := session.scalar(versions.where(QuestionnaireVersion.digest == digest)):
        return known
    newest = session.scalar(versions.with_only_columns(sa.func.max(QuestionnaireVersion.version)))
    version = QuestionnaireVersion(
        questionnaire_id=series.id,
        version=(newest or 0) + 1,
        document=frozen,
        digest=digest,
        published_at=now,
    )
    session.add(version)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=region.id,
        action="version_published",
        object_type="questionnaire_version",
        object_id=version.id,
        questionnaire_code=series.code,
        version=version.version,
    )
    return version


def _sentence(finding: structure.Finding) -> str:
    detail = ", ".join(f"{name} {value}" for name, value in finding.params.items())
    return f"{finding.path} {finding.code.replace('_', ' ')}" + (f" ({detail})" if detail else "")


def _series(session: Session, region_id: UUID, code: str) -> Questionnaire:
    series = session.scalar(
        sa.select(Questionnaire).where(Questionnaire.region_id == region_id, Questionnaire.code == code)
    )
    if series is None:
        series = Questionnaire(region_id=region_id, code=code)
        session.add(series)
        session.flush()
    return series
