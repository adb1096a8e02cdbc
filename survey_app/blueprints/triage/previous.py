"""The notice about what was done just now: with which comment, what, and the way to undo it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from flask import g, request
from sqlalchemy.orm import Session

from survey_app.blueprints.triage import wording
from survey_app.models import BlindReading, Comment, TriageDecision
from survey_app.queries import comments, own_steps, readings, reference, triage
from survey_app.queries.own_steps import Aside
from survey_app.vocabulary import Verdict


@dataclass(frozen=True)
class Saved:
    """A comment, what counts as the person's verdict on it or was done instead, and the step to take back.

    `can_be_undone`: only by whoever did it, and not where two readings disagree, for then they are before a
    third person.
    """

    comment: Comment
    what: Verdict | Aside
    sequence: int
    words: str
    can_be_undone: bool = True


@dataclass(frozen=True)
class PreviousStep:
    """What was done, the similar comments that got the same, and how many were left as they were."""

    saved: Saved
    together: tuple[Saved, ...] = ()
    left_out: int = 0


def previous_step(reading: Session, region_ids: Collection[UUID]) -> PreviousStep | None:
    """Return what the address calls `previous`, `put_off` or `asked`, if the person may see and undo it."""
    for aside in Aside:
        comment_id = request.args.get(aside, None, UUID)
        comment = comments.comment(reading, comment_id, region_ids) if comment_id else None
        if comment is not None and own_steps.holds(reading, g.staff.id, comment.id, aside):
            return PreviousStep(Saved(comment, aside, 0, str(wording.WORDS[aside])))
    comment_id = request.args.get("previous", None, UUID)
    saved = _saved(reading, comment_id, region_ids) if comment_id else None
    if saved is None:
        return None
    others = (_saved(reading, each, region_ids) for each in request.args.getlist("together", UUID))
    return PreviousStep(saved, tuple(filter(None, others)), request.args.get("left_out", 0, int))


def _saved(reading: Session, comment_id: UUID, region_ids: Collection[UUID]) -> Saved | None:
    comment = comments.comment(reading, comment_id, region_ids)
    if comment is None:
        return None
    step = triage.last_step(reading, comment_id)
    if step is not None:
        is_own = step.decided_by_id == g.staff.id
        return _spoken(reading, comment, step, step.sequence, can_be_undone=is_own)
    blind = readings.of_comment(reading, comment_id)
    own = [each for each in blind if each.reader_id == g.staff.id]
    return _spoken(reading, comment, own[0], 0, can_be_undone=len(blind) == 1) if own else None


def _spoken(
    reading: Session,
    comment: Comment,
    said: TriageDecision | BlindReading,
    sequence: int,
    *,
    can_be_undone: bool,
) -> Saved | None:
    if said.verdict is None:
        return None
    names = wording.group_names(reference.target_groups(reading))
    words = wording.in_words(said.verdict, said.irrelevance_reason, said.kind, said.target_groups, names)
    return Saved(comment, said.verdict, sequence, words, can_be_undone)
