"""Questionnaires in the making: drafts with every step of their making, the item bank, and pictures."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.design import QuestionnaireVersion
from survey_app.models.reference import Region
from survey_app.models.staff import StaffMember
from survey_app.vocabulary import BankEntryKind, DraftStepKind


class QuestionnaireDraft(Base):
    """A questionnaire that is being made; what it says stands in the step numbered `step`.

    `revision` grows with every change, going back included, so two people never overwrite each other.
    `origin` says where it came from: {"format", "file", "losses": […]} of an import, {} otherwise.
    `acknowledged` maps the key of a warning to {"reason", "by", "on"}.
    """

    __tablename__ = "questionnaire_draft"
    __table_args__ = (sa.UniqueConstraint("region_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"))
    code: Mapped[str] = mapped_column(sa.String(64))
    revision: Mapped[int] = mapped_column(default=1)
    step: Mapped[int] = mapped_column(default=1)
    based_on_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("questionnaire_version.id"))
    origin: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)
    acknowledged: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)

    region: Mapped[Region] = relationship()
    based_on: Mapped[QuestionnaireVersion | None] = relationship()


class DraftStep(Base):
    """The whole document of a draft after one change, so that going back is only choosing a number.

    `subject` is what the change was about, e.g. the code of an item. `outdated` are the translations that are
    older than their originals: language tag → key of the place → the original that was translated.
    """

    __tablename__ = "draft_step"
    __table_args__ = (sa.UniqueConstraint("draft_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    draft_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire_draft.id"))
    number: Mapped[int]
    kind: Mapped[DraftStepKind] = mapped_column(code_of(DraftStepKind))
    subject: Mapped[str] = mapped_column(sa.String(80), default="")
    made_at: Mapped[datetime] = mapped_column(Instant)
    staff_member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    outdated: Mapped[dict[str, dict[str, str]]] = mapped_column(
        Json, default=dict, server_default=sa.text("'{}'")
    )

    staff_member: Mapped[StaffMember | None] = relationship()


class BankEntry(Base):
    """An item or a scale that a region's questionnaires share.

    The document of an item is {"item": …, "scale": … or absent}, that of a scale {"scale": …}.
    """

    __tablename__ = "bank_entry"
    __table_args__ = (sa.UniqueConstraint("region_id", "kind", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"))
    kind: Mapped[BankEntryKind] = mapped_column(code_of(BankEntryKind))
    code: Mapped[str] = mapped_column(sa.String(64))
    document: Mapped[dict[str, Any]] = mapped_column(Json)


class Picture(Base):
    """The file of a picture, kept under the SHA-256 of its bytes; written anew, without what cameras add."""

    __tablename__ = "picture"

    digest: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(sa.String(40))
    width: Mapped[int]
    height: Mapped[int]
    content: Mapped[bytes]
