"""Comments of given regions, what the machine says about them, and what is decided about them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app.models import Classification, CodingFrameVersion, Comment, TriageDecision
from survey_app.queries.classification import in_force_first
from survey_app.vocabulary import Lane, Verdict


@dataclass(frozen=True)
class Filter:
    """Which comments: None or empty means all. `state` is "waiting" or a verdict."""

    region_ids: frozenset[UUID]
    state: Verdict | str = ""
    service: tuple[UUID, str] | None = None
    lane: Lane | None = None


def newest_codings() -> sa.Subquery:
    """What the coder in force says about each comment, or else what was said last."""
    place = sa.func.row_number().over(partition_by=Classification.comment_id, order_by=in_force_first())
    ranked = sa.select(Classification, place.label("place")).join(CodingFrameVersion).subquery()
    return sa.select(ranked).where(ranked.c.place == 1).subquery()


def decisions_in_force() -> sa.Subquery:
    """The last decision about each comment; one without a verdict took the decision before it back."""
    later = aliased(TriageDecision)
    return (
        sa.select(TriageDecision)
        .where(
            ~sa.exists().where(
                later.comment_id == TriageDecision.comment_id, later.sequence > TriageDecision.sequence
            )
        )
        .subquery()
    )


def comment(session: Session, comment_id: UUID, region_ids: Collection[UUID]) -> Comment | None:
    """Return a comment of one of these regions; None for a foreign one as for one that does not exist."""
    return session.scalar(
        sa.select(Comment).where(Comment.id == comment_id, Comment.region_id.in_(region_ids))
    )
