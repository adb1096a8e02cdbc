"""The life of learned coders: trained when it is time or asked for, stored once, put in force by a person.

Nothing here knows how a coder learns; the machine never releases what it has learned.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import CoderRelease, LearnedCoder
from survey_app.operations import audit, outbox, queue_places, reviews
from survey_app.queries import coders, reclassification, releases


class TooFewDecisionsError(Exception):
    """There is too little to learn from; `missing` decisions are to be made first."""

    def __init__(self, missing: int) -> None:
        super().__init__(missing)
        self.missing = missing


class NothingToTakeOverError(Exception):
    """The coder was not measured to be better than the frame at anything, so it is not released."""


class NothingBeforeError(Exception):
    """No coder was in force before the present one."""


class ReleasedMeanwhileError(Exception):
    """Somebody has released a coder since the page was shown. Nothing was written."""


@dataclass(frozen=True)
class Trained:
    """What a training gave: the artifact, and the card that says what is in it."""

    version: str
    coding_frame_version: str
    training_hash: str
    card: Mapping[str, Any]
    artifact: bytes


def promise_training(session: Session, *, by: UUID | None) -> bool:
    """Promise a training; False where one waits or is under way already. A failed one starts afresh.

    Raises:
        TooFewDecisionsError: there are fewer than 200 decisions.
    """
    missing = coders.FEWEST_DECISIONS - coders.decision_count(session)
    if missing > 0:
        raise TooFewDecisionsError(missing)
    waits = coders.training(session)
    if waits is not None and not waits.failed:
        return False
    asked_for_by = str(by) if by else None
    outbox.promise_once(session, coders.TRAIN, coders.INSTALLATION, asked_for_by=asked_for_by)
    _record(session, by, "training_requested", "learned_coder", "")
    return True


def promise_training_when_due(session: Session, now: datetime, *, days: int, least: int) -> bool:
    """Promise a training where the newest coder is `days` old and `least` steps of deciding are newer.

    Nothing is promised while a training waits, is under way, or has failed and waits for a person.
    """
    newest = next(iter(coders.all_coders(session)), None)
    is_young = newest is not None and now - newest.trained_at < timedelta(days=days)
    if not days or is_young or coders.training(session) is not None:
        return False
    if coders.steps_since(session, newest.trained_at if newest else None) < least:
        return False
    if coders.decision_count(session) < coders.FEWEST_DECISIONS:
        return False
    outbox.promise_once(session, coders.TRAIN, coders.INSTALLATION, asked_for_by=None)
    return True


def store(session: Session, trained: Trained, now: datetime, *, asked_for_by: UUID | None) -> bool:
    """Store a trained coder; False where the same one was stored before."""
    newest = session.scalar(sa.select(sa.func.max(LearnedCoder.sequence)))
    row = {
        "id": uuid4(),
        "version": trained.version,
        "sequence": (newest or 0) + 1,
        "coding_frame_version": trained.coding_frame_version,
        "training_hash": trained.training_hash,
        "card": dict(trained.card),
        "artifact": trained.artifact,
        "trained_at": now,
        "asked_for_by_id": asked_for_by,
    }
    if not db.insert_unless_known(session, LearnedCoder, ("version",), row):
        return False
    _record(session, asked_for_by, "coder_trained", "learned_coder", trained.version, number=row["sequence"])
    return True


def release(
    session: Session,
    coder: LearnedCoder | None,
    now: datetime,
    *,
    instead_of: int,
    note: str,
    by: UUID | None,
) -> CoderRelease:
    """Put a coder in force, None for the one of day one, and promise that all comments are coded by it.

    Args:
        instead_of: the number of the release that the person saw as the one in force; 0: none.

    Raises:
        NothingToTakeOverError: the coder is better than the frame at nothing.
        ReleasedMeanwhileError: another release is in force, or the coder is in force already.
    """
    if coder is not None and not coders.takes_something_over(coder):
        raise NothingToTakeOverError
    present = releases.in_force(session)
    before = present.learned_coder if present else None
    is_in_force = (coder.id if coder else None) == (before.id if before else None)
    if (present.sequence if present else 0) != instead_of or is_in_force:
        raise ReleasedMeanwhileError
    new = CoderRelease(
        sequence=instead_of + 1,
        learned_coder_id=coder.id if coder else None,
        note=note.strip(),
        released_by_id=by,
        released_at=now,
    )
    with db.unless_taken(session, ReleasedMeanwhileError()):
        session.add(new)
    version = coder.version if coder else releases.DAY_ONE
    replaced = before.version if before else releases.DAY_ONE
    _record(session, by, "coder_released", "learned_coder", version, before=replaced)
    promise_reclassification(session)
    return new


def put_back(session: Session, now: datetime, *, instead_of: int, note: str, by: UUID | None) -> CoderRelease:
    """Put the coder in force that was in force before the present one.

    Raises:
        NothingBeforeError: there is none.
        ReleasedMeanwhileError: another release is in force.
    """
    try:
        earlier = releases.before(session)
    except LookupError:
        raise NothingBeforeError from None
    return release(session, earlier, now, instead_of=instead_of, note=note, by=by)


def promise_reclassification(session: Session) -> bool:
    """Promise that every comment is coded by the coder in force and the newest frame.

    False where nothing is missing. A promise for what was in force before ends by itself.
    """
    target = reclassification.target(session)
    if target is None or not reclassification.uncoded(session, target, 1):
        return False
    outbox.promise_once(session, reclassification.RECLASSIFY, target.about, target=str(target.about))
    return True


def go_on_reclassifying(session: Session, about: UUID) -> None:
    """Promise the next part, in the transaction that settles one.

    After the last the queue is ordered anew, and a review says how good what is now in force is here. Work
    for an older target ends.
    """
    target = reclassification.target(session)
    if target is not None and target.about == about and not promise_reclassification(session):
        queue_places.promise_everywhere(session)
        reviews.promise_where_measurable(session)


def _record(
    session: Session, by: UUID | None, action: str, object_type: str, object_id: str, **detail: Any
) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=None,
        action=action,
        object_type=object_type,
        object_id=object_id,
        **detail,
    )
