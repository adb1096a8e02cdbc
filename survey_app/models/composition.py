"""Who has answered a wave, as it is shown while the wave is open."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Json


class ShownComposition(Base):
    """Counts of a wave's responses as of one moment, on which everybody looks until enough others came.

    `margins`: margin ("age", "sex", "territory", "group") → code of the category → responses; "" for those
    who did not say.
    """

    __tablename__ = "shown_composition"

    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), primary_key=True)
    responses: Mapped[int]
    margins: Mapped[dict[str, Any]] = mapped_column(Json)
