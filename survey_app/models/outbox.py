"""The outbox: work that was promised in the same transaction as the data it is about."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Instant, Json, code_of
from survey_app.vocabulary import OutboxStatus


class OutboxMessage(Base):
    """One piece of work. Deleted in the transaction that does it; its birth leaves no exact time.

    What it is about may be anonymous, so rows are kept in the order of their random keys, not of arrival
    (SQLite: WITHOUT ROWID). `due_at` starts at the epoch ("now"), then marks the end of a lease or of a pause
    between attempts. `again`: it was asked for once more since the attempt in hand began.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        sa.Index("ix_outbox_message_status_due_at", "status", "due_at"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    kind: Mapped[str] = mapped_column(sa.String(60))
    payload: Mapped[dict[str, Any]] = mapped_column(Json)
    status: Mapped[OutboxStatus] = mapped_column(code_of(OutboxStatus), default=OutboxStatus.PENDING)
    attempts: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime] = mapped_column(Instant)
    last_error: Mapped[str] = mapped_column(sa.Text, default="")
    again: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
