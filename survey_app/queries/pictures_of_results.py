"""Pictures of snapshots: what they are drawn from, and what is drawn. Only public figures are in either."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import IndexSnapshot, SnapshotPicture
from survey_app.queries import results
from survey_app.queries.results import CellNames

JOB = "draw_pictures"


@dataclass(frozen=True)
class ToDraw:
    """The public document of a snapshot and the names of its cells."""

    document: dict[str, Any]
    names: CellNames


def to_draw(session: Session, snapshot_id: UUID) -> ToDraw:
    """Return what the pictures of a snapshot are drawn from."""
    snapshot = session.get_one(IndexSnapshot, snapshot_id)
    return ToDraw(snapshot.public_document, results.cell_names(session, snapshot.wave))


def drawn(session: Session, snapshot_id: UUID, language: str) -> dict[str, str]:
    """Return the pictures of a snapshot in a language: name → SVG; nothing where none is drawn yet."""
    statement = sa.select(SnapshotPicture.name, SnapshotPicture.svg)
    rows = session.execute(
        statement.where(SnapshotPicture.snapshot_id == snapshot_id, SnapshotPicture.language == language)
    )
    return {row.name: row.svg for row in rows}
