"""How comments reach their readers: what chance drew, whose turn it is, who read blind, who looks again.

`TriageDecision` stays the one place that says what was decided; everything here only leads to it.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.staff import StaffMember
from survey_app.vocabulary import CommentKind, IrrelevanceReason, SecondLookReason, Verdict


class TriageSettings(Base):
    """What a region's methodologist set: shares in [0, 1]. A region without a row has the defaults."""

    __tablename__ = "triage_settings"
    __table_args__ = (
        sa.CheckConstraint("sample_share BETWEEN 0 AND 1 AND double_share BETWEEN 0 AND 1", name="shares"),
    )

    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), primary_key=True)
    sample_share: Mapped[float]
    double_share: Mapped[float]


class TriageDraw(Base):
    """What chance gave a comment before anybody read it; never changed afterwards.

    `sample_share` and `double_share` are the chances that the draw was made with.
    """

    __tablename__ = "triage_draw"
    __table_args__ = ({"sqlite_with_rowid": False},)

    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), primary_key=True)
    in_sample: Mapped[bool]
    double_coded: Mapped[bool]
    sample_share: Mapped[float]
    double_share: Mapped[float]


class QueuePlace(Base):
    """Where a comment stands in the queue: the higher `priority`, the sooner it is read; danger before all.

    Every comment has one from the moment it comes in; `waiting` ends with a decision and begins again when
    that is taken back, `coded` begins when the machine has read it. Until a ranker has seen it, `ranked_on`
    is None and likely relevance its priority. `leader_id` is the comment that it resembles and is read
    beside; its own key where it stands alone.
    """

    __tablename__ = "queue_place"
    __table_args__ = (
        # The queue is this index, read backwards.
        sa.Index(
            "ix_queue_place_turn",
            *("region_id", "waiting", "urgent", "priority", "leader_id", "comment_id"),
        ),
        # Narrow ones to count by: how many wait, and how many the machine has read.
        sa.Index("ix_queue_place_count", "region_id", "waiting", "urgent"),
        sa.Index("ix_queue_place_coded", "region_id", "coded"),
        {"sqlite_with_rowid": False},
    )

    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), primary_key=True)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"))
    waiting: Mapped[bool]
    urgent: Mapped[bool]
    coded: Mapped[bool] = mapped_column(default=False)
    priority: Mapped[float]
    leader_id: Mapped[UUID] = mapped_column(index=True)
    ranked_on: Mapped[date | None]


class TriageLease(Base):
    """Who has a comment on the screen; nobody else is given it before `until`."""

    __tablename__ = "triage_lease"

    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), primary_key=True)
    staff_member_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"), index=True)
    until: Mapped[datetime] = mapped_column(Instant)


class TriageSkip(Base):
    """A comment that a person put off; the person gets it again when nothing else waits."""

    __tablename__ = "triage_skip"

    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), primary_key=True)
    staff_member_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"), primary_key=True)
    skipped_at: Mapped[datetime] = mapped_column(Instant)


class BlindReading(Base):
    """What one of two readers made of a double-coded comment, without sight of the other."""

    __tablename__ = "blind_reading"
    __table_args__ = (
        sa.UniqueConstraint("comment_id", "reader_id"),
        sa.CheckConstraint("(verdict = 'irrelevant') = (irrelevance_reason IS NOT NULL)", name="reason"),
        sa.CheckConstraint("verdict <> 'relevant' OR kind IS NOT NULL", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    reader_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"), index=True)
    verdict: Mapped[Verdict] = mapped_column(code_of(Verdict))
    irrelevance_reason: Mapped[IrrelevanceReason | None] = mapped_column(code_of(IrrelevanceReason))
    target_groups: Mapped[list[str]] = mapped_column(Json)
    kind: Mapped[CommentKind | None] = mapped_column(code_of(CommentKind))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    read_at: Mapped[datetime] = mapped_column(Instant)

    reader: Mapped[StaffMember] = relationship()


class SecondLook(Base):
    """A request that somebody else looks at a comment again; open until `settled_at`."""

    __tablename__ = "second_look"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    why: Mapped[SecondLookReason] = mapped_column(code_of(SecondLookReason))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    asked_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    asked_at: Mapped[datetime] = mapped_column(Instant)
    settled_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    settled_at: Mapped[datetime | None] = mapped_column(Instant, index=True)

    asked_by: Mapped[StaffMember] = relationship(foreign_keys=[asked_by_id])


class ShortcutKeys(Base):
    """The keys that a person chose for triage: {action: key}; without a row the usual ones."""

    __tablename__ = "shortcut_keys"

    staff_member_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"), primary_key=True)
    switched_on: Mapped[bool]
    keys: Mapped[dict[str, Any]] = mapped_column(Json)
