"""Learned coders: those there are, what the next one is trained on, and whether a training is under way.

Of the card of a coder only `handed_over` is known here; the rest is the pages' matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import CoderRelease, Comment, LearnedCoder, OutboxMessage, StaffMember, TriageDecision
from survey_app.queries import classification
from survey_app.queries.classification import Written
from survey_app.queries.comments import decisions_in_force
from survey_app.vocabulary import OutboxStatus, Verdict

TRAIN = "train_coder"
FEWEST_DECISIONS = 200
"""Below that a learned model is a ranker, not a judge; `analytics.text.learning.handover` says the same."""
INSTALLATION = UUID("6f686c61-7300-4000-8000-00000c0de000")
"""What a training is about: there is one coder for the whole installation."""


@dataclass(frozen=True)
class Decided:
    """A text and what people decided about it; groups and kind are empty where it is not relevant.

    `service_groups` are the target groups of the service chosen beside it, see `classification.Written`.
    """

    text: str
    relevant: bool
    target_groups: tuple[str, ...]
    kind: str | None
    service_groups: tuple[str, ...] | None


@dataclass(frozen=True)
class Training:
    """A training that was promised. `failed` waits for a person, otherwise it goes on by itself."""

    message_id: UUID
    started: bool
    failed: bool
    last_error: str


def all_coders(session: Session) -> list[LearnedCoder]:
    """Return every learned coder without its artifact, the newest first."""
    return list(session.scalars(sa.select(LearnedCoder).order_by(LearnedCoder.sequence.desc())))


def by_version(session: Session, version: str) -> LearnedCoder | None:
    """Return the learned coder with this version."""
    return session.scalar(sa.select(LearnedCoder).where(LearnedCoder.version == version))


def artifact(session: Session, version: str) -> bytes:
    """Return the artifact of a coder.

    Raises:
        NoResultFound: there is no such coder.
    """
    return session.execute(
        sa.select(LearnedCoder.artifact).where(LearnedCoder.version == version)
    ).scalar_one()


def awaiting_release(session: Session) -> LearnedCoder | None:
    """Return the newest coder where it would take something over and nobody has released it yet."""
    newest = session.scalar(sa.select(LearnedCoder).order_by(LearnedCoder.sequence.desc()).limit(1))
    if newest is None or not takes_something_over(newest):
        return None
    released = sa.select(CoderRelease.id).where(CoderRelease.learned_coder_id == newest.id).limit(1)
    return None if session.scalar(released) else newest


def asked_for_by(session: Session, coder: LearnedCoder) -> str | None:
    """Return the name of who asked for a coder to be trained; None: it came by itself."""
    return session.scalar(sa.select(StaffMember.name).where(StaffMember.id == coder.asked_for_by_id))


def takes_something_over(coder: LearnedCoder) -> bool:
    """Whether any label was measured to be better with this coder than by the frame alone."""
    return bool(coder.card["handed_over"])


def decisions(session: Session) -> list[Decided]:
    """Return the decisions in force of all regions, in the order of the keys, which says nothing about time.

    A comment counts once, however many read it: blind readings count through the decision that followed.
    """
    found = decisions_in_force()
    rows = session.execute(
        classification.select_written()
        .join(found, found.c.comment_id == Comment.id)
        .where(found.c.verdict.is_not(None))
        .order_by(Comment.id)
        .add_columns(found.c.verdict, found.c.target_groups, found.c.kind)
    )
    return [
        _decided(classification.as_written(text, of_service), verdict, groups, kind)
        for _, text, of_service, verdict, groups, kind in rows
    ]


def decision_count(session: Session) -> int:
    """Count the decisions in force of all regions."""
    found = decisions_in_force()
    return session.scalar(sa.select(sa.func.count()).where(found.c.verdict.is_not(None))) or 0


def steps_since(session: Session, moment: datetime | None) -> int:
    """Count the steps of deciding after a moment (None: all), those that took a decision back among them."""
    steps = sa.select(sa.func.count()).select_from(TriageDecision)
    return session.scalar(steps.where(TriageDecision.decided_at > moment) if moment else steps) or 0


def training(session: Session) -> Training | None:
    """Return the training that waits, is under way or has failed; None where there is none."""
    message = session.get(OutboxMessage, uuid5(INSTALLATION, TRAIN), populate_existing=True)
    if message is None:
        return None
    return Training(message.id, message.attempts > 0, message.status is OutboxStatus.DEAD, message.last_error)


def _decided(written: Written, verdict: Verdict, target_groups: Sequence[str], kind: str | None) -> Decided:
    relevant = verdict is Verdict.RELEVANT
    return Decided(
        text=written.text,
        relevant=relevant,
        target_groups=tuple(sorted(target_groups)) if relevant else (),
        kind=str(kind) if relevant and kind else None,
        service_groups=written.service_groups,
    )
