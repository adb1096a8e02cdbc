"""Computed index snapshots: what was computed, from what, by which method, how far it is from the public."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from survey_app.db import Base, Instant, Json, code_of
from survey_app.models.reference import Provider
from survey_app.models.staff import StaffMember
from survey_app.models.waves import Wave
from survey_app.vocabulary import SnapshotState, SnapshotStepKind

REPLY_LENGTH = 600


class IndexSnapshot(Base):
    """One computation. `public_document` is all that public pages read; hidden cells are not in it.

    `inputs` is the compressed document that it was computed from (None before method version 3): the same
    method makes the same bytes of it, whatever becomes of the responses. `published_before` are keys of
    the published snapshots of the same wave that were read for it. Until `reply_until` providers may add a
    reply.
    """

    __tablename__ = "index_snapshot"
    __table_args__ = (sa.UniqueConstraint("wave_id", "method_version", "inputs_hash"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    method_version: Mapped[str] = mapped_column(sa.String(20))
    inputs_hash: Mapped[str] = mapped_column(sa.String(64))
    document: Mapped[dict[str, Any]] = mapped_column(Json)
    public_document: Mapped[dict[str, Any]] = mapped_column(Json)
    state: Mapped[SnapshotState] = mapped_column(code_of(SnapshotState))
    computed_at: Mapped[datetime] = mapped_column(Instant)
    published_at: Mapped[datetime | None] = mapped_column(Instant)
    published_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    inputs: Mapped[bytes | None] = deferred(mapped_column(sa.LargeBinary))
    reply_until: Mapped[date | None]
    published_before: Mapped[list[str]] = mapped_column(Json, default=list, server_default=sa.text("'[]'"))

    wave: Mapped[Wave] = relationship()


class SnapshotStep(Base):
    """A step of a snapshot towards the public: who took it, when, and with what words."""

    __tablename__ = "snapshot_step"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    snapshot_id: Mapped[UUID] = mapped_column(sa.ForeignKey("index_snapshot.id"), index=True)
    kind: Mapped[SnapshotStepKind] = mapped_column(code_of(SnapshotStepKind))
    happened_at: Mapped[datetime] = mapped_column(Instant)
    staff_member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
    detail: Mapped[dict[str, Any]] = mapped_column(Json, default=dict)

    staff_member: Mapped[StaffMember | None] = relationship()


class ProviderReply(Base):
    """What a provider says of its own results; printed with them."""

    __tablename__ = "provider_reply"
    __table_args__ = (sa.UniqueConstraint("snapshot_id", "provider_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    snapshot_id: Mapped[UUID] = mapped_column(sa.ForeignKey("index_snapshot.id"), index=True)
    provider_id: Mapped[UUID] = mapped_column(sa.ForeignKey("provider.id"))
    text: Mapped[str] = mapped_column(sa.String(REPLY_LENGTH))
    written_at: Mapped[datetime] = mapped_column(Instant)
    staff_member_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))

    provider: Mapped[Provider] = relationship()


class SnapshotPicture(Base):
    """A picture (SVG) of the public figures of a snapshot in one language, drawn once by the worker."""

    __tablename__ = "snapshot_picture"

    snapshot_id: Mapped[UUID] = mapped_column(sa.ForeignKey("index_snapshot.id"), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    language: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    svg: Mapped[str] = mapped_column(sa.Text)
