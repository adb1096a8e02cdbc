"""Letting the responses of a wave out of the house: when nobody answers any more, and never unnoticed.

A file is asked for, written piece by piece by one attempt of the worker, finished or begun anew, and deleted
a week after it was asked for. Before it is finished nobody sees a piece of it.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import ExportChunk, ResponseExport, Wave
from survey_app.operations import audit, outbox
from survey_app.queries import export as queries
from survey_app.queries import life
from survey_app.vocabulary import ExportFormat, WaveState

EXPORTABLE = (WaveState.CLOSED, WaveState.PROCESSING, WaveState.PUBLISHED, WaveState.ARCHIVED)
KEPT = timedelta(days=7)


class NotClosedError(Exception):
    """Answers are still taken, and nobody looks at them before that ends."""


@dataclass(frozen=True)
class Options:
    """How much a file tells. `coarse`: months, bands, merged ends; `without_rare`: no rare answers."""

    texts: bool = False
    coarse: bool = False
    without_rare: bool = False

    @classmethod
    def of(cls, document: Mapping[str, Any]) -> "Options":
        """Read what is kept with an export."""
        return cls(**{name: bool(document.get(name)) for name in cls.__dataclass_fields__})

    def document(self) -> dict[str, bool]:
        """What is kept with an export."""
        return asdict(self)


def release_responses(
    session: Session, wave: Wave, now: datetime, *, by: UUID | None, form: ExportFormat, options: Options
) -> None:
    """Write into the log that responses leave in a file; `by` is None for the command line.

    Raises:
        NotClosedError: the wave has not closed, or its time for late answers runs.
    """
    if life.state(session, wave, now) not in EXPORTABLE:
        raise NotClosedError
    audit.record(
        session,
        staff_id=by,
        region_id=wave.region_id,
        action="responses_exported",
        object_type="wave",
        object_id=wave.id,
        wave_code=wave.wave_code,
        format=form.value,
        **options.document(),
    )


def ask_for(
    session: Session, wave: Wave, now: datetime, *, by: UUID, form: ExportFormat, options: Options
) -> ResponseExport:
    """Promise a file of the responses.

    Raises:
        NotClosedError: as `release_responses` does.
    """
    release_responses(session, wave, now, by=by, form=form, options=options)
    asked = ResponseExport(
        wave_id=wave.id,
        format=form,
        options=options.document(),
        asked_for_by_id=by,
        asked_for_at=now,
        expires_at=now + KEPT,
    )
    session.add(asked)
    session.flush()
    outbox.promise_once(session, queries.JOB, asked.id, export_id=str(asked.id), wave_id=str(wave.id))
    return asked


def begin(session: Session, held: outbox.Claim, asked: ResponseExport, total: int, now: datetime) -> None:
    """Begin a file, or begin it anew; of an attempt that was ended nothing is left."""
    outbox.keep(session, held, now)
    _delete_chunks(session, ResponseExport.id == asked.id)
    _note(session, asked.id, done=0, total=total, size=0)


def note_progress(
    session: Session, held: outbox.Claim, asked: ResponseExport, done: int, now: datetime
) -> None:
    """Note how many responses are read."""
    outbox.keep(session, held, now)
    _note(session, asked.id, done=done)


def add_chunk(
    session: Session, held: outbox.Claim, asked: ResponseExport, position: int, data: bytes, now: datetime
) -> None:
    """Store a piece of the file, which nobody sees yet."""
    outbox.keep(session, held, now)
    session.add(ExportChunk(export_id=asked.id, position=position, data=data))


def finish(session: Session, held: outbox.Claim, asked: ResponseExport, size: int, now: datetime) -> None:
    """Show the file to those who asked for it, and settle the claim."""
    outbox.settle(session, held)
    _note(session, asked.id, done=ResponseExport.total, size=size, finished_at=now)


def delete(session: Session, asked: ResponseExport, *, by: UUID) -> None:
    """Delete a file before its time, or one that is not finished."""
    audit.record(
        session,
        staff_id=by,
        region_id=asked.wave.region_id,
        action="export_deleted",
        object_type="wave",
        object_id=asked.wave_id,
        wave_code=asked.wave.wave_code,
        format=asked.format.value,
    )
    _delete(session, ResponseExport.id == asked.id)


def delete_expired(session: Session, now: datetime) -> int:
    """Delete the files whose week is over; return how many."""
    return _delete(session, ResponseExport.expires_at <= now)


def _delete(session: Session, which: sa.ColumnElement[bool]) -> int:
    _delete_chunks(session, which)
    return db.affected(session, sa.delete(ResponseExport).where(which))


def _delete_chunks(session: Session, which: sa.ColumnElement[bool]) -> None:
    ids = sa.select(ResponseExport.id).where(which)
    session.execute(sa.delete(ExportChunk).where(ExportChunk.export_id.in_(ids)))


def _note(session: Session, export_id: UUID, **values: Any) -> None:
    session.execute(
        sa.update(ResponseExport).where(ResponseExport.id == export_id).values(**values),
        execution_options={"synchronize_session": False},
    )
