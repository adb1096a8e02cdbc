"""Computed index snapshots: what was computed, from what, by which method, and whether it is public."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.waves import Wave
from survey_app.vocabulary import SnapshotState


class IndexSnapshot(Base):
    """One computation. `public_document` is all that public pages read; hidden cells are not in it."""

    __tablename__ = "index_snapshot"
    __table_args__ = (sa.UniqueConstraint("wave_id", "method_version", "inputs_hash"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    method_version: Mapped[str] = mapped_column(sa.String(20))
    inputs_hash: Mapped[str] = mapped_column(sa.String(64))
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    public_document: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[SnapshotState] = mapped_column(code_of(SnapshotState))
    computed_at: Mapped[datetime] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    published_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))

    wave: Mapped[Wave] = relationship()
