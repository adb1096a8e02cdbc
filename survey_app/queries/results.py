"""What the public may see: published snapshots, by their public documents only.

A snapshot that was replaced by a newer one stays readable at its own address.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from forms.languages import Texts
from survey_app.models import IndexSnapshot, Wave
from survey_app.queries import design, reference
from survey_app.queries.contributions import GROUPS, SERVICES
from survey_app.vocabulary import SnapshotState

PUBLIC = (SnapshotState.PUBLISHED, SnapshotState.SUPERSEDED)
"""States of what everybody may see; on its way there nobody outside the office sees a snapshot."""

CellNames = Mapping[tuple[str, str], Texts]
"""(kind of cell, code) → its name by language; kinds as in the public document."""


@dataclass(frozen=True)
class PublicSnapshot:
    """A computation that everybody may see. `document` holds no hidden cell."""

    id: UUID
    wave: Wave
    method_version: str
    inputs_hash: str
    document: dict[str, Any]
    replaced: bool
    published_at: datetime


def published_wave_codes(session: Session) -> frozenset[str]:
    """Return the codes of the waves whose results are published."""
    statement = sa.select(Wave.wave_code).join(IndexSnapshot)
    return frozenset(session.scalars(statement.where(IndexSnapshot.state == SnapshotState.PUBLISHED)))


def published_waves(session: Session) -> list[PublicSnapshot]:
    """Return what is published of each wave, the wave that closed last first."""
    return _snapshots(session, IndexSnapshot.state == SnapshotState.PUBLISHED)


def published_snapshot(session: Session, wave_code: str) -> PublicSnapshot | None:
    """Return what is published of one wave."""
    found = _snapshots(session, IndexSnapshot.state == SnapshotState.PUBLISHED, Wave.wave_code == wave_code)
    return found[0] if found else None


def cited_snapshot(session: Session, wave_code: str, snapshot_id: UUID) -> PublicSnapshot | None:
    """Return a snapshot of a wave that is or was published."""
    found = _snapshots(
        session,
        IndexSnapshot.state.in_(PUBLIC),
        Wave.wave_code == wave_code,
        IndexSnapshot.id == snapshot_id,
    )
    return found[0] if found else None


def cell_names(session: Session, wave: Wave) -> CellNames:
    """Return the names of the cells of a wave, as frozen with its questionnaire where that has them."""
    names: dict[tuple[str, str], Texts] = {
        ("target_group", group.code): group.names for group in reference.target_groups(session)
    }
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    for item in questionnaire.items:
        kind = {SERVICES: "service", GROUPS: "target_group"}.get(item.source or "")
        if kind:
            options = questionnaire.options[item.item_code]
            names.update({(kind, code): option.labels for code, option in options.items()})
    return names


def _snapshots(session: Session, *conditions: sa.ColumnElement[bool]) -> list[PublicSnapshot]:
    rows = session.execute(
        sa.select(
            IndexSnapshot.id,
            Wave,
            IndexSnapshot.method_version,
            IndexSnapshot.inputs_hash,
            IndexSnapshot.public_document,
            IndexSnapshot.state == SnapshotState.SUPERSEDED,
            IndexSnapshot.published_at,
        )
        .join(IndexSnapshot.wave)
        .options(joinedload(Wave.region))
        .where(*conditions)
        .order_by(Wave.closes_at.desc(), Wave.wave_code)
    )
    return [PublicSnapshot(*row) for row in rows]
