"""What the machine suggests about a comment: append-only, one row per comment, model and coding frame."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Json


class Classification(Base):
    """A machine's coding of a comment. It never moves the comment past "classified"."""

    __tablename__ = "classification"
    __table_args__ = (
        sa.UniqueConstraint("comment_id", "model_version", "coding_frame_version"),
        {"sqlite_with_rowid": False},
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    model_version: Mapped[str] = mapped_column(sa.String(60))
    coding_frame_version: Mapped[str] = mapped_column(sa.ForeignKey("coding_frame_version.version"))
    relevance: Mapped[float | None]
    urgent: Mapped[bool]
    abstained: Mapped[bool]
    coding: Mapped[dict[str, Any]] = mapped_column(Json)
    classified_on: Mapped[date]
