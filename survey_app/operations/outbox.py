"""The outbox: promising work, handing it out, and settling it.

A message is claimed by raising `attempts`; whoever finishes must still hold the claim (fencing), so a job
that runs twice writes once. Knows nothing of Redis.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import OutboxMessage
from survey_app.vocabulary import OutboxStatus

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
LEASE = timedelta(seconds=60)
LONG_LEASE = timedelta(minutes=16)  # for kinds that may take minutes; longer than a worker lets any job run
LONG_KINDS = (
    "compute_index",
    "draw_pictures",
    "estimate_shares",
    "export_responses",
    "rank_queue",
    "review_coder",
    "tally_responses",
    "train_coder",
)
PAUSES = (2, 10, 60, 300, 1800)  # seconds after the first, second, … failure; then a person looks
WORKER_ENDED = "The worker ended during every attempt."


class ClaimLostError(Exception):
    """Somebody else has taken the message over; nothing may be written for it."""


@dataclass(frozen=True)
class Claim:
    """A message in the hands of one attempt of one worker."""

    message_id: UUID
    kind: str
    payload: dict[str, Any]
    attempt: int


def promise(session: Session, kind: str, **payload: Any) -> None:
    """Promise one piece of work in the transaction of `session`."""
    promise_all(session, kind, [payload])


def promise_all(session: Session, kind: str, payloads: list[dict[str, Any]]) -> None:
    """Promise one piece of work for each payload, with one statement."""
    rows = [{"id": uuid4(), "kind": kind, "payload": payload, "due_at": AT_ONCE} for payload in payloads]
    db.insert_all(session, OutboxMessage, rows)


def promise_once(session: Session, kind: str, about: UUID, **payload: Any) -> None:
    """Promise work that is wanted once for each thing it is `about`, however often it is asked for.

    While a message waits, nothing is added; while one is worked on, which may have read what has changed
    meanwhile, it is kept to be worked on again. One that was left to a person starts afresh.
    """
    message_id = uuid5(about, kind)
    row = {"id": message_id, "kind": kind, "payload": payload, "due_at": AT_ONCE}
    # Between the two statements an attempt may settle the message: then there is nothing to keep.
    while not db.insert_unless_known(session, OutboxMessage, ("id",), row):
        if retry(session, message_id) or _keep_for_again(session, message_id, payload):
            return


def _keep_for_again(session: Session, message_id: UUID, payload: dict[str, Any]) -> bool:
    """Touch a message even where it only waits: whoever claims it next must see what is committed now."""
    touched = db.affected(
        session,
        sa.update(OutboxMessage)
        .where(OutboxMessage.id == message_id, OutboxMessage.status == OutboxStatus.PENDING)
        .values(again=OutboxMessage.attempts > 0, payload=payload),
    )
    return bool(touched)


def hand_out(session: Session, now: datetime, limit: int) -> list[UUID]:
    """Lease up to `limit` due messages and return their ids, for the relay to ring the workers."""
    due = (
        sa.select(OutboxMessage.id)
        .where(_due(now), OutboxMessage.attempts <= len(PAUSES))
        .order_by(OutboxMessage.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = list(session.scalars(due))
    if ids:
        session.execute(sa.update(OutboxMessage).where(OutboxMessage.id.in_(ids)).values(due_at=now + LEASE))
    return ids


def take_back(session: Session) -> int:
    """End the lease of everything that was handed out and not claimed, because nobody may have heard it."""
    return db.affected(
        session,
        sa.update(OutboxMessage)
        .where(
            OutboxMessage.status == OutboxStatus.PENDING,
            OutboxMessage.attempts == 0,
            OutboxMessage.due_at > AT_ONCE,
        )
        .values(due_at=AT_ONCE),
    )


def give_up(session: Session, now: datetime) -> int:
    """Leave to a person what ended its worker at every attempt."""
    return db.affected(
        session,
        sa.update(OutboxMessage)
        .where(_due(now), OutboxMessage.attempts > len(PAUSES))
        .values(status=OutboxStatus.DEAD, last_error=WORKER_ENDED, due_at=AT_ONCE),
    )


def claim(session: Session, message_id: UUID, now: datetime) -> Claim | None:
    """Take a message into work; None where it is done already, or waits for a person."""
    return next(iter(_claim(session, now, OutboxMessage.id == message_id)), None)


def claim_untried(session: Session, message_ids: Sequence[UUID], now: datetime) -> list[Claim]:
    """Take those of the messages into work that nobody has tried yet, with one statement."""
    return _claim(session, now, OutboxMessage.id.in_(message_ids), OutboxMessage.attempts == 0)


def _claim(session: Session, now: datetime, *which: sa.ColumnElement[bool]) -> list[Claim]:
    lease_ends = sa.case(
        (OutboxMessage.kind.in_(LONG_KINDS), sa.literal(now + LONG_LEASE, db.Instant)),
        else_=sa.literal(now + LEASE, db.Instant),
    )
    rows = session.execute(
        sa.update(OutboxMessage)
        .where(OutboxMessage.status == OutboxStatus.PENDING, *which)
        .values(attempts=OutboxMessage.attempts + 1, due_at=lease_ends)
        .returning(OutboxMessage.id, OutboxMessage.kind, OutboxMessage.payload, OutboxMessage.attempts),
        execution_options={"synchronize_session": False},
    )
    return [Claim(*row) for row in rows]


def settle(session: Session, held: Claim) -> None:
    """Strike the message off, in the same transaction as its effect; one asked for again is due anew.

    Raises:
        ClaimLostError: the claim has passed to another attempt; the transaction must not commit.
    """
    if db.affected(session, sa.delete(OutboxMessage).where(_held(held), sa.not_(OutboxMessage.again))):
        return
    anew = {"attempts": 0, "due_at": AT_ONCE, "last_error": "", "again": False}
    if not db.affected(session, sa.update(OutboxMessage).where(_held(held)).values(**anew)):
        raise ClaimLostError(str(held.message_id))


def keep(session: Session, held: Claim, now: datetime) -> None:
    """Keep a message of a long kind in hand for as long again, before a part of its effect is written.

    Raises:
        ClaimLostError: as `settle` does.
    """
    statement = sa.update(OutboxMessage).where(_held(held)).values(due_at=now + LONG_LEASE)
    if not db.affected(session, statement):
        raise ClaimLostError(str(held.message_id))


def fail(session: Session, held: Claim, error: str, now: datetime) -> None:
    """Note a failure: try again after a growing pause, or leave the message to a person."""
    out_of_tries = held.attempt > len(PAUSES)
    pause = timedelta(seconds=PAUSES[min(held.attempt, len(PAUSES)) - 1])
    session.execute(
        sa.update(OutboxMessage)
        .where(_held(held))
        .values(
            last_error=error[:2000],
            # The pauses are known: the time of the last failure would tell when the row came in.
            due_at=AT_ONCE if out_of_tries else now + pause,
            status=OutboxStatus.DEAD if out_of_tries else OutboxStatus.PENDING,
        )
    )


def retry(session: Session, message_id: UUID) -> bool:
    """Give a message that has failed too often a fresh start; False where there is none."""
    revived = db.affected(
        session,
        sa.update(OutboxMessage)
        .where(OutboxMessage.id == message_id, OutboxMessage.status == OutboxStatus.DEAD)
        .values(status=OutboxStatus.PENDING, attempts=0, due_at=AT_ONCE, last_error="", again=False),
    )
    return bool(revived)


def _due(now: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(OutboxMessage.status == OutboxStatus.PENDING, OutboxMessage.due_at <= now)


def _held(claim: Claim) -> sa.ColumnElement[bool]:
    return sa.and_(
        OutboxMessage.id == claim.message_id,
        OutboxMessage.status == OutboxStatus.PENDING,
        OutboxMessage.attempts == claim.attempt,
    )
