"""How many people live in a region, by age, sex, part of the town or group; responses are weighted to it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Instant, Json

SOURCE_LENGTH = 200


class MarginSet(Base):
    """Margins as they were loaded at one time. Never changed: the highest sequence of a region is in force.

    `document`: margin ("age", "sex", "territory", "group") → {code of the category: people}.
    """

    __tablename__ = "margin_set"
    __table_args__ = (sa.UniqueConstraint("region_id", "sequence"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    sequence: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    source: Mapped[str] = mapped_column(sa.String(SOURCE_LENGTH))
    counted_on: Mapped[date]
    loaded_at: Mapped[datetime] = mapped_column(Instant)
    loaded_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
