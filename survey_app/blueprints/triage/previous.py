"""The notice about the decision just saved: which comment, which verdict, and the way to undo it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from flask import request
from sqlalchemy.orm import Session

from survey_app.models import Comment, TriageDecision
from survey_app.queries import comments, triage


@dataclass(frozen=True)
class PreviousDecision:
    """The comment named in the address, and what was decided about it last."""

    comment: Comment
    step: TriageDecision


def previous_decision(reading: Session, region_ids: Collection[UUID]) -> PreviousDecision | None:
    """Return the decision in force that the address calls `previous`, if it is one the person may see."""
    comment_id = request.args.get("previous", None, UUID)
    if comment_id is None:
        return None
    comment = comments.comment(reading, comment_id, region_ids)
    step = triage.last_step(reading, comment_id) if comment else None
    if comment is None or step is None or step.verdict is None:
        return None
    return PreviousDecision(comment, step)
