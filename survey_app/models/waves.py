"""Waves in which questionnaires are answered, their steps, and what came in their trials."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.design import QuestionnaireVersion
from survey_app.models.reference import Region
from survey_app.models.staff import StaffMember
from survey_app.vocabulary import WaveStepKind


class Wave(Base):
    """The time in which one version is answered. Instants in UTC; the state follows from them and the clock.

    Whoever knows `trial_key` may try the questionnaire while the wave is in its trial.
    """

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
    created_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    trial_key: Mapped[str | None] = mapped_column(sa.String(64), unique=True)
    approved_at: Mapped[datetime | None] = mapped_column(Instant)
    archived_at: Mapped[datetime | None] = mapped_column(Instant)

    region: Mapped[Region] = relationship()
    questionnaire_version: Mapped[QuestionnaireVersion] = relationship()


class WaveStep(Base):
    """A step in the life of a wave: who took it, when, and what is said of it to the public.

    `detail` holds what moved, e.g. {"closes_at": {"from": ISO, "to": ISO}}; `explanations` are texts by
    language for everybody to read (an extension's reason, why a wave was withdrawn).
    """

    __tablename__ = "wave_step"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    kind: Mapped[WaveStepKind] = mapped_column(code_of(WaveStepKind))
    happened_at: Mapped[datetime] = mapped_column(Instant)
    staff_member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    detail: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    explanations: Mapped[dict[str, str]] = mapped_column(Json, default=dict)

    staff_member: Mapped[StaffMember | None] = relationship()


class TrialResponse(Base):
    """What somebody answered while trying a questionnaire out. Never counted, never read as a response."""

    __tablename__ = "trial_response"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    questionnaire_version_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire_version.id"))
    language: Mapped[str] = mapped_column(sa.String(40))
    received_on: Mapped[date]
    answers: Mapped[dict[str, Any]] = mapped_column(Json)
    remark: Mapped[str] = mapped_column(sa.Text, default="")
    submission_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
