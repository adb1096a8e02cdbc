"""Estimated shares of comments by region: what was estimated, from what and by which method."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Instant, Json


class ShareEstimate(Base):
    """One estimation; the highest sequence of a region is the newest. `document` quotes no comment."""

    __tablename__ = "share_estimate"
    __table_args__ = (sa.UniqueConstraint("region_id", "sequence"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"))
    sequence: Mapped[int]
    method_version: Mapped[str] = mapped_column(sa.String(20))
    inputs_hash: Mapped[str] = mapped_column(sa.String(64))
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    estimated_at: Mapped[datetime] = mapped_column(Instant)
