"""Questionnaires and their frozen versions."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json


class Questionnaire(Base):
    """A series: the instrument whose versions are compared over the years."""

    __tablename__ = "questionnaire"
    __table_args__ = (sa.UniqueConstraint("region_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    code: Mapped[str] = mapped_column(sa.String(60))


class QuestionnaireVersion(Base):
    """One published version: a frozen document that is never edited.

    `changes` are its differences from the version before it as they were counted at publication,
    `broken_trends` the codes of trend items whose series breaks here, `acknowledged` the warnings that were
    published in spite of, each with its reason.
    """

    __tablename__ = "questionnaire_version"
    __table_args__ = (sa.UniqueConstraint("questionnaire_id", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    questionnaire_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire.id"), index=True)
    version: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    digest: Mapped[str] = mapped_column(sa.String(64))
    published_at: Mapped[datetime] = mapped_column(Instant)
    published_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    broken_trends: Mapped[list[str]] = mapped_column(Json, default=list)
    acknowledged: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)

    questionnaire: Mapped[Questionnaire] = relationship()
