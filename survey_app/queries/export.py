"""The responses of a wave as rows, each read by the version it was given under; and files made of them.

Nothing but those versions and the responses goes into rows, so a wave exported again gives the same,
whatever was published or changed meanwhile. Knows no file format.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from forms import codebook, export
from forms.codebook import Circumstances
from forms.definition import Questionnaire
from survey_app.models import (
    ExportChunk,
    OutboxMessage,
    QuestionnaireVersion,
    Response,
    ResponseExport,
    StaffMember,
    Wave,
)
from survey_app.queries import changes, design
from survey_app.vocabulary import OutboxStatus

JOB = "export_responses"


@dataclass(frozen=True)
class Versions:
    """The versions that the responses of a wave were given to, with their numbers, the earliest first."""

    numbers: Mapping[UUID, int]
    questionnaires: Mapping[UUID, Questionnaire]

    @property
    def last(self) -> Questionnaire:
        """The version that was published last."""
        return list(self.questionnaires.values())[-1]


@dataclass(frozen=True)
class File:
    """A file that was asked for. `failed`: it waits for a person; `started`: the worker is at it."""

    export: ResponseExport
    asked_for_by: str
    started: bool
    failed: bool


def versions(session: Session, wave: Wave) -> Versions:
    """Return the versions of a wave's responses; its own where there are none."""
    used = sa.select(Response.questionnaire_version_id).where(Response.wave_id == wave.id).distinct()
    found = session.execute(
        sa.select(QuestionnaireVersion.id, QuestionnaireVersion.version)
        .where(QuestionnaireVersion.id.in_(used))
        .order_by(QuestionnaireVersion.version)
    ).all()
    numbers = {row.id: row.version for row in found}
    ids = list(numbers) or [wave.questionnaire_version_id]
    return Versions(numbers, {version_id: design.questionnaire(session, version_id) for version_id in ids})


def variables(session: Session, wave: Wave, of: Versions, *, texts: bool) -> list[codebook.Variable]:
    """Return the columns of the wave's table; words of respondents with `texts`."""
    here = Response.wave_id == wave.id
    circumstances = Circumstances(
        versions=sorted(of.numbers.values()),
        modes=sorted(mode.value for mode in session.scalars(sa.select(Response.mode).where(here).distinct())),
        languages=sorted(session.scalars(sa.select(Response.language).where(here).distinct())),
    )
    return codebook.variables(list(of.questionnaires.values()), circumstances, texts=texts)


def rows(session: Session, wave: Wave, of: Versions, *, texts: bool) -> Iterator[dict[str, export.Value]]:
    """Yield the responses in the order of their random keys; a few hundred are in memory."""
    for response in changes.recorded(session, Response.wave_id == wave.id):
        found = export.row(of.questionnaires[response.version_id], response.answers, texts=texts)
        found |= {
            "version": str(of.numbers[response.version_id]),
            "mode": response.mode.value,
            "language": response.language,
            "received_on": response.received_on.isoformat(),
            "late": int(response.late),
        }
        yield found


def total(session: Session, wave: Wave) -> int:
    """Count the responses of a wave."""
    return session.scalar(sa.select(sa.func.count()).where(Response.wave_id == wave.id)) or 0


def files(session: Session, wave_id: UUID) -> list[File]:
    """Return the files that were asked for, the newest first."""
    found = session.execute(
        sa.select(ResponseExport, StaffMember.name)
        .outerjoin(StaffMember, StaffMember.id == ResponseExport.asked_for_by_id)
        .where(ResponseExport.wave_id == wave_id)
        .order_by(ResponseExport.asked_for_at.desc(), ResponseExport.id)
    ).all()
    messages = _messages(session, [row.ResponseExport.id for row in found])
    return [
        File(
            asked,
            name or "",
            started=(status, attempts > 0) == (OutboxStatus.PENDING, True),
            failed=status is OutboxStatus.DEAD,
        )
        for asked, name in found
        for status, attempts in [messages.get(uuid5(asked.id, JOB), (None, 0))]
    ]


def _messages(session: Session, export_ids: Sequence[UUID]) -> dict[UUID, tuple[OutboxStatus, int]]:
    ids = [uuid5(export_id, JOB) for export_id in export_ids]
    rows = session.execute(
        sa.select(OutboxMessage.id, OutboxMessage.status, OutboxMessage.attempts).where(
            OutboxMessage.id.in_(ids)
        )
    )
    return {message_id: (status, attempts) for message_id, status, attempts in rows}


def file(session: Session, wave_id: UUID, export_id: UUID) -> ResponseExport | None:
    """Return a file of a wave, finished or not."""
    statement = sa.select(ResponseExport).where(ResponseExport.wave_id == wave_id)
    return session.scalar(statement.where(ResponseExport.id == export_id))


def asked_for(session: Session, export_id: UUID) -> ResponseExport | None:
    """Return a file that was asked for, its wave loaded; None where it was deleted."""
    statement = sa.select(ResponseExport).options(joinedload(ResponseExport.wave))
    return session.scalar(statement.where(ResponseExport.id == export_id))


def chunk(session: Session, export_id: UUID, position: int) -> bytes | None:
    """Return a piece of a file; None behind the last one."""
    found = sa.select(ExportChunk.data).where(
        ExportChunk.export_id == export_id, ExportChunk.position == position
    )
    return session.scalar(found)
