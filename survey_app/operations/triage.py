"""Deciding about comments. A correction is a new step, taking back is a step without a verdict."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import Comment, TriageDecision
from survey_app.operations import audit, queue_places
from survey_app.operations.opinion import Opinion
from survey_app.queries import triage as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict


class DecidedMeanwhileError(Exception):
    """Somebody has added a step since the page was shown. Nothing was written."""


def decide(
    session: Session,
    comment_id: UUID,
    based_on_sequence: int,
    *,
    verdict: Verdict,
    reason: IrrelevanceReason | None,
    target_groups: Sequence[str],
    kind: CommentKind | None,
    note: str,
    staff_id: UUID,
    readers: int = 1,
    unaided: bool = False,
    decided_at: datetime | None = None,
) -> TriageDecision:
    """Add a decision to the history of a comment. A reason given for a relevant comment is dropped.

    Args:
        based_on_sequence: the number of the newest step that the person had before the eyes; 0: none.
        readers: how many people came to it without sight of each other.
        unaided: whether what the machine suggests was kept from whoever decided; the log says so.
        decided_at: where it was not now.

    Raises:
        DecidedMeanwhileError: there is a newer step.
        ValueError: an irrelevant comment needs a reason, a relevant one a kind.
    """
    opinion = Opinion(verdict, reason, tuple(target_groups), kind, note)
    return _append(
        session,
        comment_id,
        based_on_sequence,
        staff_id,
        "comment_decided",
        {**({"readers": readers} if readers > 1 else {}), **({"unaided": True} if unaided else {})},
        decided_at=decided_at or clock.now(),
        **opinion.columns(),
    )


def take_back(
    session: Session, comment_id: UUID, based_on_sequence: int, *, staff_id: UUID
) -> TriageDecision:
    """Take the decision in force back; the comment waits again.

    Raises:
        DecidedMeanwhileError: there is a newer step, or nothing that could be taken back.
    """
    last = queries.last_step(session, comment_id)
    if last is None or last.verdict is None:
        raise DecidedMeanwhileError
    return _append(
        session,
        comment_id,
        based_on_sequence,
        staff_id,
        "decision_taken_back",
        {},
        decided_at=clock.now(),
        verdict=None,
        target_groups=[],
    )


def _append(
    session: Session,
    comment_id: UUID,
    based_on_sequence: int,
    staff_id: UUID,
    action: str,
    detail: Mapping[str, Any],
    *,
    verdict: Verdict | None,
    **columns: Any,
) -> TriageDecision:
    # Two people deciding about one comment queue up here on PostgreSQL; SQLite has one writer anyway.
    comment = session.execute(
        sa.select(Comment.region_id).where(Comment.id == comment_id).with_for_update()
    ).one()
    last = queries.last_step(session, comment_id)
    if (last.sequence if last else 0) != based_on_sequence:
        raise DecidedMeanwhileError
    step = TriageDecision(
        comment_id=comment_id,
        sequence=based_on_sequence + 1,
        verdict=verdict,
        decided_by_id=staff_id,
        **columns,
    )
    session.add(step)
    session.flush()
    queue_places.wait(session, comment_id, waiting=verdict is None)
    queue_places.promise_when_due(session, comment.region_id)
    audit.record(
        session,
        staff_id=staff_id,
        region_id=comment.region_id,
        action=action,
        object_type="comment",
        object_id=comment_id,
        sequence=step.sequence,
        **({"verdict": verdict} if verdict else {}),
        **detail,
    )
    return step
