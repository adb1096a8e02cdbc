"""What citizens send: responses, partial responses and comments.

Anonymous by structure: random keys, dates instead of times, rows kept in the order of their random keys
(SQLite: WITHOUT ROWID), no address and no user agent anywhere.
"""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base, Json, code_of
from survey_app.vocabulary import Mode, Source

_UNORDERED = {"sqlite_with_rowid": False}


class Response(Base):
    """One submitted questionnaire. `answers` holds coded answers by item; verbatims live in `Comment`.

    `tallied`: it is counted in the tallies of its wave.
    """

    __tablename__ = "response"
    __table_args__ = (
        sa.Index(
            "ix_response_untallied",
            "wave_id",
            sqlite_where=sa.text("NOT tallied"),
            postgresql_where=sa.text("NOT tallied"),
        ),
        _UNORDERED,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    questionnaire_version_id: Mapped[UUID] = mapped_column(sa.ForeignKey("questionnaire_version.id"))
    mode: Mapped[Mode] = mapped_column(code_of(Mode))
    language: Mapped[str] = mapped_column(sa.String(16))
    received_on: Mapped[date]
    late: Mapped[bool]
    answers: Mapped[dict[str, Any]] = mapped_column(Json)
    submission_hash: Mapped[str] = mapped_column(sa.String(64), unique=True)
    content_hash: Mapped[str] = mapped_column(sa.String(64))
    tallied: Mapped[bool] = mapped_column(default=False, server_default=sa.false())


class PartialResponse(Base):
    """An unfinished response, sealed with a key that only the respondent's browser holds."""

    __tablename__ = "partial_response"
    __table_args__ = (_UNORDERED,)

    lookup_hash: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    sealed: Mapped[bytes]
    expires_on: Mapped[date] = mapped_column(index=True)


class Comment(Base):
    """A verbatim from an open-ended item or from the always-open form."""

    __tablename__ = "comment"
    __table_args__ = (
        sa.UniqueConstraint("submission_hash", "item_code"),
        sa.Index("ix_comment_region_id_service_code", "region_id", "service_code"),
        _UNORDERED,
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    wave_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("wave.id"), index=True)
    response_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("response.id"), index=True)
    item_code: Mapped[str] = mapped_column(sa.String(64), default="")
    service_code: Mapped[str | None] = mapped_column(sa.String(40))
    text: Mapped[str] = mapped_column(sa.Text)
    language: Mapped[str] = mapped_column(sa.String(16))
    source: Mapped[Source] = mapped_column(code_of(Source))
    mode: Mapped[Mode] = mapped_column(code_of(Mode))
    received_on: Mapped[date]
    contact_sealed: Mapped[bytes | None]
    receipt_hash: Mapped[str] = mapped_column(sa.String(64), index=True)
    submission_hash: Mapped[str] = mapped_column(sa.String(64))
    content_hash: Mapped[str] = mapped_column(sa.String(64))


class ClearedComment(Base):
    """Words of a comment that a person cleared for the public, personal data taken out."""

    __tablename__ = "cleared_comment"
    __table_args__ = (_UNORDERED,)

    comment_id: Mapped[UUID] = mapped_column(sa.ForeignKey("comment.id"), primary_key=True)
    text: Mapped[str] = mapped_column(sa.Text)
    cleared_on: Mapped[date]
    cleared_by_id: Mapped[UUID | None] = mapped_column(sa.ForeignKey("staff_member.id"))
