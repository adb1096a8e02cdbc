"""Questionnaires, their frozen versions, and the waves in which they are answered."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json
from survey_app.models.reference import Region


class Questionnaire(Base):
    """A series: the instrument whose versions are compared over the years."""

    __tablename__ = "questionnaire"
    __table_args__ = (sa.UniqueConstraint("region_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    code: Mapped[str] = mapped_column(sa.String(60))


class QuestionnaireVersion(Base):
    """One published version: a frozen document that is never edited."""

    __tablename__ = "questionnaire_version"
    __table_args__ = (sa.UniqueConstraint("questionnaire_id", "version"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    questionnaire_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire.id"), index=True)
    version: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    digest: Mapped[str] = mapped_column(sa.String(64))
    published_at: Mapped[datetime] = mapped_column(Instant)

    questionnaire: Mapped[Questionnaire] = relationship()


class Wave(Base):
    """The time in which one version is answered. Instants in UTC; the state follows from the clock."""

    __tablename__ = "wave"
    __table_args__ = (
        sa.CheckConstraint("announced_at <= opens_at AND opens_at < closes_at", name="window"),
        sa.CheckConstraint("grace_minutes BETWEEN 0 AND 1440", name="grace"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    questionnaire_version_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire_version.id"))
    wave_code: Mapped[str] = mapped_column(sa.String(60), unique=True)
    announced_at: Mapped[datetime] = mapped_column(Instant)
    opens_at: Mapped[datetime] = mapped_column(Instant)
    closes_at: Mapped[datetime] = mapped_column(Instant)
    grace_minutes: Mapped[int] = mapped_column(default=60)
    results_on: Mapped[date | None]
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant)
    made_up: Mapped[bool] = mapped_column(default=False)

    region: Mapped[Region] = relationship()
    questionnaire_version: Mapped[QuestionnaireVersion] = relationship()
