"""Index snapshots: asked for and stored once; their way to the public is in `operations.snapshots`.

Figures that are stored are never changed.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import IndexSnapshot, Wave
from survey_app.operations import audit, outbox, pictures_of_results
from survey_app.queries import index as queries
from survey_app.queries import waves
from survey_app.vocabulary import SnapshotState


class NotClosedError(Exception):
    """Answers are still being accepted, so no index may be computed."""


class NotReproducedError(Exception):
    """The same inputs and method gave another result: the method changed without a new version."""


def request_computation(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Promise the index of a closed wave; a promise that failed gets a fresh start, a pending one stays.

    Raises:
        NotClosedError: the wave, or its grace time, has not ended, or it was withdrawn.
    """
    if not waves.takes_no_more_answers(wave, now):
        raise NotClosedError
    _one_at_a_time(session, wave.id)
    promised = queries.computation(session, wave.id)
    if promised is None:
        outbox.promise(session, queries.JOB, wave_id=str(wave.id))
    elif not promised.failed:
        return
    else:
        outbox.retry(session, promised.message_id)
    _record(session, wave.region_id, by, "index_requested", "wave", wave.id, wave_code=wave.wave_code)


def store_snapshot(
    session: Session,
    wave_id: UUID,
    *,
    method_version: str,
    inputs_hash: str,
    document: Mapping[str, Any],
    public_document: Mapping[str, Any],
    computed_at: datetime,
    inputs: bytes | None = None,
    published_before: Collection[UUID] = (),
) -> bool:
    """Store a computation as a draft; False where the same was computed from the same before.

    What is stored then counts as computed beside all that either of the two has read: figures are the same.

    Args:
        inputs: the compressed document it was computed from (see `queries.index_inputs`).
        published_before: keys of the published snapshots of the wave that were read for it.

    Raises:
        NotReproducedError: another result is stored for the same method and inputs.
    """
    key = {"wave_id": wave_id, "method_version": method_version, "inputs_hash": inputs_hash}
    snapshot_id, read = uuid4(), sorted(map(str, published_before))
    row = {
        "id": snapshot_id,
        **key,
        "document": document,
        "public_document": public_document,
        "state": SnapshotState.DRAFT,
        "computed_at": computed_at,
        "inputs": inputs,
        "published_before": read,
    }
    if db.insert_unless_known(session, IndexSnapshot, tuple(key), row):
        pictures_of_results.promise(session, snapshot_id)
        return True
    known = session.scalars(sa.select(IndexSnapshot).filter_by(**key)).one()
    if known.document != document or known.public_document != public_document:
        raise NotReproducedError
    known.published_before = sorted({*known.published_before, *read})
    return False


def _one_at_a_time(session: Session, wave_id: UUID) -> None:
    """Let two people who press a button at once pass one after the other (SQLite has one writer anyway)."""
    session.execute(sa.select(Wave.id).where(Wave.id == wave_id).with_for_update())


def _record(
    session: Session,
    region_id: UUID,
    by: UUID | None,
    action: str,
    object_type: str,
    object_id: UUID,
    **detail: Any,
) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=region_id,
        action=action,
        object_type=object_type,
        object_id=object_id,
        **detail,
    )
