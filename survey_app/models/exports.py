"""Files of responses that a methodologist asked for: made by the worker, kept for a while, then deleted."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.waves import Wave
from survey_app.vocabulary import ExportFormat


class ResponseExport(Base):
    """A file asked for. `options` say how responses are de-identified; `done` of `total` responses are in it.

    `finished_at` is None while the worker writes; `size` counts the bytes of the chunks.
    """

    __tablename__ = "response_export"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    format: Mapped[ExportFormat] = mapped_column(code_of(ExportFormat))
    options: Mapped[dict[str, Any]] = mapped_column(Json)
    asked_for_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    asked_for_at: Mapped[datetime] = mapped_column(Instant)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    size: Mapped[int] = mapped_column(sa.BigInteger, default=0)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant, index=True)

    wave: Mapped[Wave] = relationship()


class ExportChunk(Base):
    """A piece of a finished file; the pieces by position are the file."""

    __tablename__ = "export_chunk"

    export_id: Mapped[UUID] = mapped_column(
        sa.ForeignKey("response_export.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    data: Mapped[bytes] = mapped_column(sa.LargeBinary)
