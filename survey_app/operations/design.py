"""Publishing questionnaires: a published version is frozen, with the catalogues of its region.

With it are kept its changes against the version before, counted in recorded answers at this moment, the trend
items whose series breaks, and the warnings that were acknowledged. What is wrong is said as findings; pages
put them into words. Knows no waves.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import definition
from forms.checks import Finding, Severity, structure
from survey_app import db
from survey_app.models import Questionnaire, QuestionnaireDraft, QuestionnaireVersion, Region
from survey_app.operations import audit
from survey_app.operations import drafts as making
from survey_app.queries import changes, draft_findings, drafts, reference


class PublicationError(Exception):
    """A questionnaire cannot be published; each of `problems` is one sentence with its place."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = tuple(problems)


class UnacknowledgedError(Exception):
    """Some warnings have not been acknowledged with a reason."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(", ".join(finding.key for finding in findings))
        self.findings = tuple(findings)


class UnconfirmedBreaksError(Exception):
    """Series of trend items would break, and nobody has confirmed that; `item_codes` are theirs."""

    def __init__(self, item_codes: Sequence[str]) -> None:
        super().__init__(", ".join(item_codes))
        self.item_codes = tuple(item_codes)


@dataclass(frozen=True)
class Prospect:
    """What publishing a draft at `revision` would freeze, find and change against the version `before_id`.

    Working it out reads all answers of the series, which may take seconds; so it is done while others write.
    """

    revision: int
    frozen: Mapping[str, Any]
    findings: list[Finding]
    before_id: UUID | None
    compared: changes.Comparison


def publish_version(
    session: Session, region: Region, document: Mapping[str, Any], now: datetime, *, by: UUID | None = None
) -> QuestionnaireVersion:
    """Freeze a questionnaire with the catalogues of `region` as the next version of its series.

    The same content published again is the version that exists already.

    Raises:
        PublicationError: the document is no questionnaire, or its structure is broken.
    """
    frozen, questionnaire = _frozen(session, region.id, document)
    if findings := structure.errors(questionnaire, filled=True):
        raise PublicationError([_sentence(finding) for finding in findings])
    before = changes.version_before(session, region.id, questionnaire.questionnaire_code)
    compared = changes.comparison(session, before, questionnaire)
    return _publish(session, region.id, frozen, compared, now, by=by)


def prospect(session: Session, draft: QuestionnaireDraft) -> Prospect:
    """Work out what publishing a draft as it is now would mean.

    Raises:
        PublicationError: what the draft says is no questionnaire.
    """
    document = drafts.document(session, draft)
    frozen, questionnaire = _frozen(session, draft.region_id, document)
    before = changes.version_before(session, draft.region_id, questionnaire.questionnaire_code, draft)
    return Prospect(
        revision=draft.revision,
        frozen=frozen,
        findings=draft_findings.findings(questionnaire, document, drafts.outdated(session, draft)),
        before_id=before.id if before else None,
        compared=changes.comparison(session, before, questionnaire),
    )


def publish_draft(
    session: Session,
    draft: QuestionnaireDraft,
    now: datetime,
    *,
    by: UUID | None,
    confirmed_breaks: Collection[str] = (),
    expected: Prospect | None = None,
) -> QuestionnaireVersion:
    """Freeze what a draft says as the next version of its series; the draft goes on from there.

    The same content published again is the version that exists already.

    Args:
        confirmed_breaks: codes of the trend items whose series may break.
        expected: what publishing would mean, where that has been worked out already.

    Raises:
        ChangedMeanwhileError: the draft has been changed since `expected` was worked out.
        PublicationError: the structure is broken.
        UnacknowledgedError: a warning was not acknowledged with a reason.
        UnconfirmedBreaksError: a series would break that is not among the confirmed ones.
    """
    making.lock(session, draft)
    if expected is not None and expected.revision != draft.revision:
        raise making.ChangedMeanwhileError
    before = changes.version_before(session, draft.region_id, draft.code, draft)
    if expected is None or expected.before_id != (before.id if before else None):
        expected = prospect(session, draft)
    findings, compared = expected.findings, expected.compared
    if errors := [finding for finding in findings if finding.severity is Severity.ERROR]:
        raise PublicationError([_sentence(finding) for finding in errors])
    if waiting := [finding for finding in findings if finding.key not in draft.acknowledged]:
        raise UnacknowledgedError(waiting)
    if unconfirmed := [code for code in compared.broken_trends if code not in confirmed_breaks]:
        raise UnconfirmedBreaksError(unconfirmed)
    acknowledged = [{**finding.to_document(), **draft.acknowledged[finding.key]} for finding in findings]
    frozen = expected.frozen
    version = _publish(session, draft.region_id, frozen, compared, now, by=by, acknowledged=acknowledged)
    draft.based_on_id = version.id
    return version


def _frozen(
    session: Session, region_id: UUID, document: Mapping[str, Any]
) -> tuple[dict[str, Any], definition.Questionnaire]:
    try:
        frozen = definition.materialise(document, reference.catalogues(session, region_id))
        return frozen, definition.load(frozen)
    except definition.DefinitionError as error:
        raise PublicationError([f"{path or '/'} {sentence}" for path, sentence in error.problems]) from None


def _publish(
    session: Session,
    region_id: UUID,
    frozen: Mapping[str, Any],
    compared: changes.Comparison,
    now: datetime,
    *,
    by: UUID | None,
    acknowledged: Sequence[Mapping[str, Any]] = (),
) -> QuestionnaireVersion:
    digest = definition.digest(dict(frozen))
    series = _series(session, region_id, frozen["questionnaire_code"])
    versions = sa.select(QuestionnaireVersion).where(QuestionnaireVersion.questionnaire_id == series.id)
    if known := session.scalar(versions.where(QuestionnaireVersion.digest == digest)):
        return known
    newest = session.scalar(versions.with_only_columns(sa.func.max(QuestionnaireVersion.version)))
    version = QuestionnaireVersion(
        questionnaire_id=series.id,
        version=(newest or 0) + 1,
        document=dict(frozen),
        digest=digest,
        published_at=now,
        published_by_id=by,
        changes=compared.documents(),
        broken_trends=compared.broken_trends,
        acknowledged=[dict(each) for each in acknowledged],
    )
    session.add(version)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=region_id,
        action="version_published",
        object_type="questionnaire_version",
        object_id=version.id,
        questionnaire_code=series.code,
        version=version.version,
        changes=compared.worst.value,
        broken_trends=compared.broken_trends,
    )
    return version


def _sentence(finding: Finding) -> str:
    detail = ", ".join(f"{name} {value}" for name, value in finding.params.items())
    return f"{finding.path} {finding.code.replace('_', ' ')}" + (f" ({detail})" if detail else "")


def _series(session: Session, region_id: UUID, code: str) -> Questionnaire:
    """Return the series, where nobody else publishes until the transaction ends."""
    row = {"id": uuid4(), "region_id": region_id, "code": code}
    db.insert_unless_known(session, Questionnaire, ("region_id", "code"), row)
    known = sa.select(Questionnaire).where(Questionnaire.region_id == region_id, Questionnaire.code == code)
    return session.scalars(known.with_for_update()).one()
