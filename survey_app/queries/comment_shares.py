"""What shares of comments are estimated from, and the estimates that were made. Knows no statistics.

Of what the machine says only the codings of the coder of day one are handed out: it has learned from nobody's
decision. A released coder repeats the decisions it learned from, which would pass for knowing.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Classification, Comment, OutboxMessage, ShareEstimate, TriageDraw
from survey_app.queries import reference
from survey_app.queries.comments import decisions_in_force
from survey_app.queries.releases import DAY_ONE
from survey_app.vocabulary import OutboxStatus, Verdict

JOB = "estimate_shares"


@dataclass(frozen=True)
class ShareInputs:
    """Comments, one place in every list for each.

    `rows`: service_code, month, relevant (None: nobody has decided), kind, target_groups, chance (None:
    nobody drew), drawn. `codings`: relevance, target_groups and kind_scores by the coder of day one, empty
    where it has not coded the comment by the newest frame.
    """

    rows: list[dict[str, Any]]
    texts: list[str]
    codings: list[dict[str, Any]]


def of_region(session: Session, region_id: UUID) -> ShareInputs:
    """Return the comments of a region."""
    return _inputs(session, Comment.region_id == region_id)


def of_wave(session: Session, wave_id: UUID) -> ShareInputs:
    """Return the comments of a wave."""
    return _inputs(session, Comment.wave_id == wave_id)


@dataclass(frozen=True)
class Estimation:
    """Shares that were promised: `failed` waits for a person, otherwise it goes on by itself."""

    started: bool
    failed: bool


def estimation(session: Session, region_id: UUID) -> Estimation | None:
    """Return the promised estimation of a region, None where none is under way."""
    message = session.get(OutboxMessage, uuid5(region_id, JOB), populate_existing=True)
    if message is None:
        return None
    return Estimation(message.attempts > 0, message.status is OutboxStatus.DEAD)


def newest(session: Session, region_id: UUID) -> ShareEstimate | None:
    """Return the newest estimate of a region."""
    return session.scalar(
        sa.select(ShareEstimate)
        .where(ShareEstimate.region_id == region_id)
        .order_by(ShareEstimate.sequence.desc())
        .limit(1)
    )


def _inputs(session: Session, which: sa.ColumnElement[bool]) -> ShareInputs:
    frame = reference.newest_coding_frame(session)
    decisions = decisions_in_force()
    coding = (
        (Classification.comment_id == Comment.id)
        & (Classification.model_version == DAY_ONE)
        & (Classification.coding_frame_version == (frame.version if frame else ""))
    )
    rows = session.execute(
        sa.select(
            Comment.text,
            Comment.service_code,
            Comment.received_on,
            decisions.c.verdict,
            decisions.c.kind,
            decisions.c.target_groups,
            TriageDraw.sample_share,
            TriageDraw.in_sample,
            Classification.coding,
        )
        .select_from(Comment)
        .outerjoin(decisions, decisions.c.comment_id == Comment.id)
        .outerjoin(TriageDraw, TriageDraw.comment_id == Comment.id)
        .outerjoin(Classification, coding)
        .where(which)
        .order_by(Comment.id)
    ).all()
    return ShareInputs(
        [_row(row) for row in rows],
        [row.text for row in rows],
        [row.coding or {} for row in rows],
    )


def _row(row: sa.Row[Any]) -> dict[str, Any]:
    relevant = row.verdict is Verdict.RELEVANT
    return {
        "service_code": row.service_code,
        "month": f"{row.received_on:%Y-%m}",
        "relevant": None if row.verdict is None else relevant,
        "kind": str(row.kind) if relevant else None,
        "target_groups": tuple(row.target_groups) if relevant else (),
        "chance": row.sample_share,
        "drawn": bool(row.in_sample),
    }
