"""Keeping the pictures of a snapshot. Does not know what is in them."""

from collections.abc import Mapping
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import SnapshotPicture
from survey_app.operations import outbox
from survey_app.queries import pictures_of_results as queries


def promise(session: Session, snapshot_id: UUID) -> None:
    """Promise the pictures of a snapshot, in the transaction that stores it."""
    outbox.promise_once(session, queries.JOB, snapshot_id, snapshot_id=str(snapshot_id))


def store(session: Session, snapshot_id: UUID, pictures: Mapping[tuple[str, str], str]) -> None:
    """Keep pictures, (name, language) → SVG, in place of those drawn before."""
    session.execute(sa.delete(SnapshotPicture).where(SnapshotPicture.snapshot_id == snapshot_id))
    rows = [
        {"snapshot_id": snapshot_id, "name": name, "language": language, "svg": svg}
        for (name, language), svg in pictures.items()
    ]
    if rows:
        db.insert_all(session, SnapshotPicture, rows)
