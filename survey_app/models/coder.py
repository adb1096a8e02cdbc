"""Coders that were learned from decisions, which of them is in force, and how good they were found to be."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.staff import StaffMember
from survey_app.vocabulary import ReviewOccasion


class LearnedCoder(Base):
    """A trained coder: its artifact (bytes, no pickle) and its card. It codes nothing before its release."""

    __tablename__ = "learned_coder"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    version: Mapped[str] = mapped_column(sa.String(60), unique=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    coding_frame_version: Mapped[str] = mapped_column(sa.ForeignKey("coding_frame_version.version"))
    training_hash: Mapped[str] = mapped_column(sa.String(64))
    card: Mapped[dict[str, Any]] = mapped_column(Json)
    artifact: Mapped[bytes] = mapped_column(sa.LargeBinary, deferred=True)
    trained_at: Mapped[datetime] = mapped_column(Instant)
    asked_for_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))


class CoderRelease(Base):
    """A person put a coder in force; the release with the highest sequence counts, without a coder day one's.

    Going back is a new release of the older coder.
    """

    __tablename__ = "coder_release"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    sequence: Mapped[int] = mapped_column(unique=True)
    learned_coder_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("learned_coder.id"))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    released_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    released_at: Mapped[datetime] = mapped_column(Instant)

    learned_coder: Mapped[LearnedCoder | None] = relationship()
    released_by: Mapped[StaffMember | None] = relationship()


class CoderReview(Base):
    """What one look at the quality of the coder in force found; a document without texts of comments."""

    __tablename__ = "coder_review"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    sequence: Mapped[int] = mapped_column(unique=True)
    occasion: Mapped[ReviewOccasion] = mapped_column(code_of(ReviewOccasion))
    model_version: Mapped[str] = mapped_column(sa.String(60))
    coding_frame_version: Mapped[str] = mapped_column(sa.ForeignKey("coding_frame_version.version"))
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    reviewed_at: Mapped[datetime] = mapped_column(Instant)
