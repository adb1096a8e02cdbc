"""What people decide about a comment: append-only; the decision with the highest sequence is in force."""

from datetime import datetime
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.staff import StaffMember
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict


class TriageDecision(Base):
    """One step in the history of a comment. Without a verdict it takes the previous decision back."""

    __tablename__ = "triage_decision"
    __table_args__ = (
        sa.UniqueConstraint("comment_id", "sequence"),
        sa.CheckConstraint(
            "(verdict = 'irrelevant') = (irrelevance_reason IS NOT NULL) OR verdict IS NULL", name="reason"
        ),
        sa.CheckConstraint("verdict IS NULL OR verdict <> 'relevant' OR kind IS NOT NULL", name="kind"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), index=True)
    sequence: Mapped[int]
    verdict: Mapped[Verdict | None] = mapped_column(code_of(Verdict))
    irrelevance_reason: Mapped[IrrelevanceReason | None] = mapped_column(code_of(IrrelevanceReason))
    target_groups: Mapped[list[str]] = mapped_column(Json)
    kind: Mapped[CommentKind | None] = mapped_column(code_of(CommentKind))
    note: Mapped[str] = mapped_column(sa.Text, default="")
    decided_by_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"))
    decided_at: Mapped[datetime] = mapped_column(Instant, index=True)

    decided_by: Mapped[StaffMember] = relationship()
