"""What the quality of the coder in force is measured on, and what earlier looks at it have found.

Of codings only what is measured is kept in memory. Knows who read a comment only as far as to tell readers of
one comment apart; no statistics.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import (
    BlindReading,
    Classification,
    CoderReview,
    CodingFrameVersion,
    Comment,
    LearnedCoder,
    OutboxMessage,
    TriageDecision,
    TriageDraw,
)
from survey_app.queries import releases
from survey_app.queries.coders import INSTALLATION
from survey_app.queries.comments import decisions_in_force
from survey_app.vocabulary import OutboxStatus, Verdict

REVIEW = "review_coder"
FEWEST = 30
"""Decisions below which no figure is told; `analytics.text.quality.decided` says the same."""
MOST_SHOWN = 12
_MEASURED = ("relevant", "suggested_groups", "kind", "language", "probabilities")


@dataclass(frozen=True)
class DecidedComment:
    """A comment with the decision in force.

    `first_decided_at`: since then a coder may have learned from it. `codings`: version of a coder → what it
    says of the comment, by the newest frame that it has coded it with.
    """

    id: UUID
    text: str
    verdict: Verdict
    target_groups: tuple[str, ...]
    kind: str | None
    decided_at: datetime
    first_decided_at: datetime
    in_sample: bool
    codings: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True)
class Service:
    """Since when a coder was in force, and when it was trained (None: it learned from nobody)."""

    version: str
    since: datetime | None
    trained_at: datetime | None


@dataclass(frozen=True)
class UnderWay:
    """A review that was promised: `failed` waits for a person, otherwise it goes on by itself."""

    started: bool
    failed: bool
    last_error: str


def services(session: Session) -> list[Service]:
    """Return what was in force one after the other, the coder of day one first; the last one is in force."""
    found = [Service(releases.DAY_ONE, None, None)]
    for release in reversed(releases.history(session)):
        coder = release.learned_coder
        version, trained_at = (coder.version, coder.trained_at) if coder else (releases.DAY_ONE, None)
        found.append(Service(version, release.released_at, trained_at))
    return found


def decided_comments(session: Session) -> list[DecidedComment]:
    """Return the comments of all regions that people have decided about, with what coders say of them."""
    decisions = decisions_in_force()
    first = (
        sa.select(TriageDecision.comment_id, sa.func.min(TriageDecision.decided_at).label("at"))
        .group_by(TriageDecision.comment_id)
        .subquery()
    )
    rows = session.execute(
        sa.select(
            Comment.id,
            Comment.text,
            decisions.c.verdict,
            decisions.c.target_groups,
            decisions.c.kind,
            decisions.c.decided_at,
            first.c.at,
            sa.func.coalesce(TriageDraw.in_sample, sa.false()),
        )
        .join(decisions, decisions.c.comment_id == Comment.id)
        .join(first, first.c.comment_id == Comment.id)
        .outerjoin(TriageDraw, TriageDraw.comment_id == Comment.id)
        .where(decisions.c.verdict.is_not(None))
        .order_by(Comment.id)
    )
    found = {row[0]: _decided(*row) for row in rows}
    for comment_id, version, coding in _codings(session):
        if comment_id in found:
            found[comment_id].codings[version] = coding
    return list(found.values())


def blind_readings(session: Session) -> dict[UUID, list[BlindReading]]:
    """Return what people made of comments without sight of each other; of each the first reading first."""
    found: dict[UUID, list[BlindReading]] = {}
    ordered = sa.select(BlindReading).order_by(BlindReading.comment_id, BlindReading.read_at, BlindReading.id)
    for reading in session.scalars(ordered):
        found.setdefault(reading.comment_id, []).append(reading)
    return found


def texts_since(session: Session, day: date) -> list[tuple[UUID, str, date]]:
    """Return key, text and day of the comments of all regions that came on a day or later."""
    statement = sa.select(Comment.id, Comment.text, Comment.received_on).where(Comment.received_on >= day)
    return [(row.id, row.text, row.received_on) for row in session.execute(statement.order_by(Comment.id))]


def coded_decisions(session: Session) -> int:
    """Count the comments that people have decided about and the coder in force has coded."""
    decisions = decisions_in_force()
    coded = sa.exists().where(
        Classification.comment_id == decisions.c.comment_id,
        Classification.model_version == releases.version_in_force(),
    )
    return session.scalar(sa.select(sa.func.count()).where(decisions.c.verdict.is_not(None), coded)) or 0


def newest(session: Session) -> CoderReview | None:
    """Return the newest review."""
    return next(iter(series(session, 1)), None)


def series(session: Session, most: int = MOST_SHOWN) -> list[CoderReview]:
    """Return the last reviews, the newest first."""
    return list(session.scalars(sa.select(CoderReview).order_by(CoderReview.sequence.desc()).limit(most)))


def coder_of(session: Session, review: CoderReview) -> LearnedCoder | None:
    """Return the learned coder that was reviewed; None for the coder of day one."""
    return session.scalar(sa.select(LearnedCoder).where(LearnedCoder.version == review.model_version))


def under_way(session: Session) -> UnderWay | None:
    """Return the review that waits, is under way or has failed; None where there is none."""
    message = session.get(OutboxMessage, uuid5(INSTALLATION, REVIEW), populate_existing=True)
    if message is None:
        return None
    return UnderWay(message.attempts > 0, message.status is OutboxStatus.DEAD, message.last_error)


def undisputed_since(
    session: Session, comment_ids: Collection[UUID], region_ids: Collection[UUID], moment: datetime
) -> dict[UUID, Comment]:
    """Return those of the comments that belong to given regions and nobody has decided about anew since."""
    anew = sa.exists().where(TriageDecision.comment_id == Comment.id, TriageDecision.decided_at > moment)
    found = session.scalars(
        sa.select(Comment).where(Comment.id.in_(comment_ids), Comment.region_id.in_(region_ids), ~anew)
    )
    return {comment.id: comment for comment in found}


def _codings(session: Session) -> Iterator[tuple[UUID, str, dict[str, Any]]]:
    """Yield comment, version of the coder and what is measured, the newest frame last."""
    rows = session.execute(
        sa.select(Classification.comment_id, Classification.model_version, Classification.coding)
        .join(CodingFrameVersion)
        .where(sa.exists().where(TriageDecision.comment_id == Classification.comment_id))
        .order_by(CodingFrameVersion.sequence)
        .execution_options(yield_per=500)
    )
    for comment_id, version, coding in rows:
        yield comment_id, version, {name: coding.get(name, {}) for name in _MEASURED}


def _decided(
    comment_id: UUID,
    text: str,
    verdict: Verdict,
    target_groups: list[str],
    kind: str | None,
    decided_at: datetime,
    first_decided_at: datetime,
    in_sample: bool,
) -> DecidedComment:
    relevant = verdict is Verdict.RELEVANT
    return DecidedComment(
        comment_id,
        text,
        verdict,
        tuple(target_groups) if relevant else (),
        str(kind) if relevant and kind else None,
        decided_at,
        first_decided_at,
        bool(in_sample),
    )
