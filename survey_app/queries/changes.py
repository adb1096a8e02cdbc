"""What a new version changes against the one before it, with the number of people whose answers it touches.

Reads recorded answers as a stream in bounded memory; verbatims, which live apart, are put back beside them.
Knows how to count; what a change is belongs to `forms.changes`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.changes import Change, ChangeClass, Tally, broken_trends, compare, to_document, worst
from forms.definition import Questionnaire
from survey_app.models import Comment, QuestionnaireDraft, QuestionnaireVersion, Response
from survey_app.queries import design
from survey_app.vocabulary import Mode

CHUNK = 500


@dataclass(frozen=True)
class RecordedResponse:
    """A response as it is recorded, its verbatims among the answers."""

    id: UUID
    version_id: UUID
    language: str
    mode: Mode
    received_on: date
    late: bool
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Comparison:
    """The changes from one version to another. `counts` runs along `changes` (None: nothing to count).

    `people_at_risk` have given at least one answer that could be lost or change its meaning.
    """

    changes: tuple[Change, ...] = ()
    counts: tuple[int | None, ...] = ()
    people_at_risk: int = 0

    @property
    def worst(self) -> ChangeClass:
        """The gravest class of the changes."""
        return worst(self.changes)

    @property
    def broken_trends(self) -> list[str]:
        """Codes of the trend items whose series breaks."""
        return broken_trends(self.changes)

    def documents(self) -> list[dict[str, Any]]:
        """The changes as they are kept with a version."""
        pairs = zip(self.changes, self.counts, strict=True)
        return [{**to_document(change), "count": count} for change, count in pairs]


def version_before(
    session: Session, region_id: UUID, code: str, draft: QuestionnaireDraft | None = None
) -> QuestionnaireVersion | None:
    """Return the version with which a new one is compared: the last of its series, else what the draft was
    copied from; None for a first version.
    """
    last = design.published_version(session, region_id, code)
    return last or (draft.based_on if draft else None)


def comparison(
    session: Session, old: QuestionnaireVersion | None, new: Questionnaire, wave_id: UUID | None = None
) -> Comparison:
    """Compare a published version with `new`, counting in all responses of its series or in one wave."""
    if old is None:
        return Comparison()
    changes = compare(design.questionnaire(session, old.id), new)
    tally = Tally(changes, new)
    if tally.is_needed:
        belongs = Response.wave_id == wave_id if wave_id else _of_series(old.questionnaire_id)
        for response in recorded(session, belongs):
            tally.add(response.answers, response.language)
    return Comparison(tuple(changes), tuple(tally.counts), tally.at_risk)


def recorded(session: Session, condition: sa.ColumnElement[bool]) -> Iterator[RecordedResponse]:
    """Yield the responses that meet a condition, by key; at most `CHUNK` of them are in memory."""
    columns = (
        Response.id,
        Response.questionnaire_version_id,
        Response.language,
        Response.mode,
        Response.received_on,
        Response.late,
        Response.answers,
    )
    statement = sa.select(*columns).where(condition).order_by(Response.id)
    rows = session.execute(statement.execution_options(yield_per=CHUNK))
    for chunk in rows.partitions():
        verbatims = _verbatims(session, [row.id for row in chunk])
        for row in chunk:
            yield RecordedResponse(
                id=row.id,
                version_id=row.questionnaire_version_id,
                language=row.language,
                mode=row.mode,
                received_on=row.received_on,
                late=row.late,
                answers={**row.answers, **verbatims.get(row.id, {})},
            )


def _verbatims(session: Session, response_ids: list[UUID]) -> dict[UUID | None, dict[str, str]]:
    said = sa.select(Comment.response_id, Comment.item_code, Comment.text)
    found: dict[UUID | None, dict[str, str]] = {}
    for response_id, item_code, text in session.execute(said.where(Comment.response_id.in_(response_ids))):
        found.setdefault(response_id, {})[item_code] = text
    return found


def _of_series(questionnaire_id: UUID) -> sa.ColumnElement[bool]:
    versions = sa.select(QuestionnaireVersion.id).where(
        QuestionnaireVersion.questionnaire_id == questionnaire_id
    )
    return Response.questionnaire_version_id.in_(versions)
