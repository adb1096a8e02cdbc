"""Members of staff, their roles by region, failed sign-ins, and the log of what staff changed."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.reference import Region
from survey_app.vocabulary import Role


class StaffMember(Base):
    """A person with an account. A raised `session_epoch` ends every session of the person."""

    __tablename__ = "staff_member"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    email: Mapped[str] = mapped_column(sa.String(200), unique=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    password_hash: Mapped[str] = mapped_column(sa.String(200))
    session_epoch: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(default=True)

    assignments: Mapped[list["RoleAssignment"]] = relationship(back_populates="staff_member")


class RoleAssignment(Base):
    """A role that a person holds in one region; providers are tied to their organisation."""

    __tablename__ = "role_assignment"
    __table_args__ = (sa.UniqueConstraint("staff_member_id", "region_id", "role"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    staff_member_id: Mapped[UUID] = mapped_column(sa.ForeignKey("staff_member.id"), index=True)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"))
    role: Mapped[Role] = mapped_column(code_of(Role))
    provider_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("provider.id"))

    staff_member: Mapped[StaffMember] = relationship(back_populates="assignments")
    region: Mapped[Region] = relationship()


class SignInFailure(Base):
    """A failed sign-in, kept for as long as it slows the next one down; keys are keyed hashes."""

    __tablename__ = "sign_in_failure"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    account_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    address_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    failed_at: Mapped[datetime] = mapped_column(Instant, index=True)


class AuditEvent(Base):
    """Something a member of staff (or the command line, then without one) changed."""

    __tablename__ = "audit_event"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    happened_at: Mapped[datetime] = mapped_column(Instant, index=True)
    staff_member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    region_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("region.id"))
    action: Mapped[str] = mapped_column(sa.String(60))
    object_type: Mapped[str] = mapped_column(sa.String(40))
    object_id: Mapped[str] = mapped_column(sa.String(80))
    detail: Mapped[dict[str, Any]] = mapped_column(Json)

    staff_member: Mapped[StaffMember | None] = relationship()
