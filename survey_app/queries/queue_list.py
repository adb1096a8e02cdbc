"""The list of comments as one reader sees it: what waits in its order, then what was read, the last first.

The list is made of parts that follow each other; a page asks each part for no more than it shows of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import BlindReading, Classification, Comment, QueuePlace, SecondLook
from survey_app.queries import classification, lanes, turns, unaided
from survey_app.queries.comments import Filter, decisions_in_force
from survey_app.queries.lanes import Reader
from survey_app.queries.paging import Page
from survey_app.vocabulary import Verdict

PAGE_SIZE = 25
WAITING = "waiting"


@dataclass(frozen=True)
class QueueRow:
    """One line. `verdict` is the decision in force, or what this reader found; `relevance` None: uncoded.

    `unaided`: what the machine says is kept back until there is a decision.
    """

    id: UUID
    text: str
    received_on: date
    region_id: UUID
    service_code: str | None
    verdict: Verdict | None
    relevance: float | None
    urgent: bool
    abstained: bool
    unaided: bool
    looked_at_again: bool
    held_by: str


@dataclass(frozen=True)
class _Part:
    """A stretch of the list: how long it is, and the keys from one place on."""

    size: int
    keys: Callable[[int, int], Sequence[UUID]]


def queue(session: Session, reading: Reader, chosen: Filter, page: int) -> Page[QueueRow]:
    """Return one page of the list; a number beyond the list gives its last page."""
    parts = _parts(session, reading, chosen)
    total = sum(part.size for part in parts)
    number = min(max(page, 1), Page[QueueRow]((), 1, PAGE_SIZE, total).last)
    keys: list[UUID] = []
    skipped = (number - 1) * PAGE_SIZE
    for part in parts:
        if skipped < part.size and len(keys) < PAGE_SIZE:
            keys += part.keys(skipped, PAGE_SIZE - len(keys))
        skipped = max(0, skipped - part.size)
    return Page(_rows(session, reading, keys), number, PAGE_SIZE, total)


def _parts(session: Session, reading: Reader, chosen: Filter) -> list[_Part]:
    own = _own_readings(session, reading, chosen)
    if chosen.state == WAITING:
        return [_waiting(session, reading, chosen, len(own))]
    if chosen.state:
        found = [key for key, verdict in own.items() if verdict == chosen.state]
        return [_listed(found), _decided(session, chosen, Verdict(chosen.state))]
    return [_waiting(session, reading, chosen, len(own)), _listed(list(own)), _decided(session, chosen, None)]


def _listed(keys: Sequence[UUID]) -> _Part:
    return _Part(len(keys), lambda offset, limit: keys[offset : offset + limit])


def _waiting(session: Session, reading: Reader, chosen: Filter, own: int) -> _Part:
    places = sa.select(QueuePlace.comment_id).where(
        QueuePlace.region_id.in_(chosen.region_ids), QueuePlace.waiting, *lanes.of_service(QueuePlace, chosen)
    )
    unread = places.where(~lanes.has_read_blind(QueuePlace.comment_id, reading.staff_id))
    ordered = unread.order_by(QueuePlace.urgent.desc(), *lanes.BACKWARDS)
    return _Part(_count(session, places) - own, lambda *stretch: _stretch(session, ordered, *stretch))


def _decided(session: Session, chosen: Filter, verdict: Verdict | None) -> _Part:
    decisions = decisions_in_force()
    places = sa.select(QueuePlace.comment_id).where(
        QueuePlace.region_id.in_(chosen.region_ids),
        ~QueuePlace.waiting,
        *lanes.of_service(QueuePlace, chosen),
    )
    with_decision = places.join(decisions, decisions.c.comment_id == QueuePlace.comment_id)
    if verdict is not None:
        places = with_decision = with_decision.where(decisions.c.verdict == verdict)
    ordered = with_decision.order_by(decisions.c.decided_at.desc(), QueuePlace.comment_id)
    return _Part(_count(session, places), lambda *stretch: _stretch(session, ordered, *stretch))


def _own_readings(session: Session, reading: Reader, chosen: Filter) -> dict[UUID, Verdict]:
    """What the reader has read blind and the other one must not know yet; the last first."""
    rows = session.execute(
        sa.select(BlindReading.comment_id, BlindReading.verdict)
        .join(QueuePlace, QueuePlace.comment_id == BlindReading.comment_id)
        .where(
            BlindReading.reader_id == reading.staff_id,
            QueuePlace.waiting,
            QueuePlace.region_id.in_(chosen.region_ids),
            *lanes.of_service(QueuePlace, chosen),
            lanes.has_read_blind(BlindReading.comment_id, reading.staff_id),
        )
        .order_by(BlindReading.read_at.desc())
    )
    return {row.comment_id: row.verdict for row in rows}


def _rows(session: Session, reading: Reader, keys: Sequence[UUID]) -> list[QueueRow]:
    decisions = decisions_in_force()
    statement = (
        sa.select(
            *(Comment.id, Comment.text, Comment.received_on, Comment.region_id, Comment.service_code),
            sa.func.coalesce(decisions.c.verdict, BlindReading.verdict).label("verdict"),
            QueuePlace.urgent,
            sa.exists()
            .where(SecondLook.comment_id == Comment.id, SecondLook.settled_at.is_(None))
            .label("looked_at_again"),
        )
        .join(QueuePlace, QueuePlace.comment_id == Comment.id)
        .outerjoin(decisions, decisions.c.comment_id == Comment.id)
        .outerjoin(
            BlindReading,
            sa.and_(
                BlindReading.comment_id == Comment.id,
                lanes.has_read_blind(Comment.id, reading.staff_id),
                BlindReading.reader_id == reading.staff_id,
            ),
        )
        .where(Comment.id.in_(keys))
    )
    found = {row.id: row for row in session.execute(statement)}
    kept_back = unaided.among(session, reading, keys)
    codings = classification.codings_in_force(session, [key for key in keys if key not in kept_back])
    held = turns.holders(session, keys, reading.now)
    return [
        _row(found[key], codings.get(key), held.get(key), reading, unaided=key in kept_back) for key in keys
    ]


def _row(
    row: Any, coding: Classification | None, held: turns.Holder | None, reading: Reader, *, unaided: bool
) -> QueueRow:
    return QueueRow(
        *(row.id, row.text, row.received_on, row.region_id, row.service_code, row.verdict),
        relevance=coding.relevance if coding else None,
        urgent=row.urgent,
        abstained=coding.abstained if coding else False,
        unaided=unaided,
        looked_at_again=row.looked_at_again,
        held_by=held.name if held and held.staff_id != reading.staff_id else "",
    )


def _count(session: Session, statement: sa.Select[Any]) -> int:
    return session.scalar(statement.with_only_columns(sa.func.count())) or 0


def _stretch(session: Session, ordered: sa.Select[Any], offset: int, limit: int) -> Sequence[UUID]:
    return session.scalars(ordered.offset(offset).limit(limit)).all()
