"""Whose turn which comment is: the lanes of the queue as one reader sees them, their order and their counts.

Danger comes first, then what was asked to be looked at again, then the rest by rank, and last what the reader
has put off. A comment that the reader has read blind is out of sight as long as the reading is secret.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app import clock
from survey_app.models import (
    BlindReading,
    Comment,
    QueuePlace,
    SecondLook,
    TriageLease,
    TriageSkip,
)
from survey_app.queries import readings, staff
from survey_app.queries.comments import Filter
from survey_app.vocabulary import Lane, Role, SecondLookReason

BACKWARDS = (
    QueuePlace.priority.desc(),
    QueuePlace.leader_id.desc(),
    QueuePlace.comment_id.desc(),
)
A_THIRD = 3


@dataclass(frozen=True)
class Reader:
    """Who reads when, and how many people read in each of the person's regions."""

    staff_id: UUID
    teams: dict[UUID, int]
    now: datetime

    @property
    def day_began(self) -> datetime:
        """The midnight before `now`, by the town's clocks."""
        midnight = clock.local(self.now).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        return clock.from_local(midnight)


@dataclass(frozen=True)
class Counts:
    """How many comments the lanes hold for a reader, those on a screen and those put off included."""

    danger: int
    second_look: int
    waiting: int

    @property
    def total(self) -> int:
        """All that the reader can be handed."""
        return self.danger + self.second_look + self.waiting


def reader(session: Session, staff_id: UUID, region_ids: Collection[UUID], now: datetime) -> Reader:
    """Return a reader as the regions know the person."""
    teams = {region_id: len(staff.holders(session, region_id, Role.COORDINATOR)) for region_id in region_ids}
    return Reader(staff_id, teams, now)


def counts(session: Session, reading: Reader, chosen: Filter) -> Counts:
    """Count what the lanes hold for a reader."""
    looks = _looks(reading, chosen).with_only_columns(sa.func.count(SecondLook.comment_id.distinct()))
    return Counts(
        danger=_waiting(session, reading, chosen, urgent=True),
        second_look=session.execute(looks).scalar_one(),
        waiting=_waiting(session, reading, chosen, urgent=False),
    )


def _waiting(session: Session, reading: Reader, chosen: Filter, *, urgent: bool) -> int:
    """Count all places along the index, and take off the few that are kept back from the reader."""
    waiting = (
        sa.select(sa.func.count())
        .select_from(QueuePlace)
        .where(
            QueuePlace.region_id.in_(chosen.region_ids),
            QueuePlace.waiting,
            QueuePlace.urgent == urgent,
            *of_service(QueuePlace, chosen),
        )
    )
    own = aliased(BlindReading)
    may_be_kept_back = sa.union(
        sa.select(SecondLook.comment_id).where(SecondLook.settled_at.is_(None)),
        sa.select(own.comment_id).where(own.reader_id == reading.staff_id),
    )
    kept_back = waiting.where(
        QueuePlace.comment_id.in_(may_be_kept_back),
        sa.or_(_is_to_be_looked_at_again(), has_read_blind(QueuePlace.comment_id, reading.staff_id)),
    )
    every, less = (session.execute(each).scalar_one() for each in (waiting, kept_back))
    return int(every - less)


def first_free(
    session: Session,
    reading: Reader,
    chosen: Filter,
    lane: Lane,
    passed: Collection[UUID] = (),
    beside: UUID | None = None,
) -> UUID | None:
    """Return the first comment of a lane that nobody else has on the screen, and lock its row (PostgreSQL).

    Args:
        passed: comments that are not wanted now.
        beside: the leader of comments that come before the others of the lane.
    """
    if lane is Lane.SECOND_LOOK:
        return _first_look(session, reading, chosen, passed)
    if lane is Lane.PUT_OFF:
        return _first_put_off(session, reading, chosen, passed)
    places = (
        sa.select(QueuePlace.comment_id, QueuePlace.priority)
        .where(
            QueuePlace.waiting,
            QueuePlace.urgent == (lane is Lane.DANGER),
            *of_service(QueuePlace, chosen),
            ~_is_to_be_looked_at_again(),
            ~has_read_blind(QueuePlace.comment_id, reading.staff_id),
            ~_is_put_off(QueuePlace.comment_id, reading),
            _is_at_hand(QueuePlace.comment_id, reading, passed),
        )
        .order_by(*BACKWARDS)
        .limit(1)
        .with_for_update(skip_locked=True, of=QueuePlace)
    )
    if beside is not None:
        alike = places.where(QueuePlace.leader_id == beside, QueuePlace.region_id.in_(chosen.region_ids))
        found = session.execute(alike).first()
        if found is not None:
            return cast("UUID", found.comment_id)
    # Region by region, each along the index: together they would have to be sorted.
    firsts = [
        session.execute(places.where(QueuePlace.region_id == each)).first() for each in chosen.region_ids
    ]
    best = max(filter(None, firsts), key=lambda row: (row.priority, row.comment_id), default=None)
    return best.comment_id if best else None


def may_look(reading: Reader) -> sa.ColumnElement[bool]:
    """Whether a second look (a row of `SecondLook` joined with its `Comment`) is the reader's to take.

    Somebody else looks than who asked, where there is anybody else; who is alone looks with fresh eyes, on
    another day. Where two disagree, a third person decides; in a team of two, either of them does.
    """
    asked_somebody_else = SecondLook.asked_by_id != reading.staff_id
    among_readers = sa.exists().where(
        BlindReading.comment_id == SecondLook.comment_id, BlindReading.reader_id == reading.staff_id
    )
    by_region = []
    for region_id, team in reading.teams.items():
        alone = team <= 1
        apart = (
            sa.or_(asked_somebody_else, SecondLook.asked_at < reading.day_began)
            if alone
            else asked_somebody_else
        )
        third = ~among_readers if team >= A_THIRD else sa.true()
        disagree = SecondLook.why == SecondLookReason.READERS_DISAGREE
        by_region.append(sa.and_(Comment.region_id == region_id, sa.case((disagree, third), else_=apart)))
    return sa.or_(sa.false(), *by_region)


def has_read_blind(comment_id: Any, staff_id: UUID) -> sa.ColumnElement[bool]:
    """Whether a person has read a comment blind, and the reading is kept from the other one."""
    own = aliased(BlindReading)
    return sa.and_(
        sa.exists().where(own.comment_id == comment_id, own.reader_id == staff_id),
        ~readings.may_be_seen(comment_id),
    )


def _first_look(session: Session, reading: Reader, chosen: Filter, passed: Collection[UUID]) -> UUID | None:
    found: UUID | None = session.scalar(
        _looks(reading, chosen)
        .where(
            ~_is_put_off(SecondLook.comment_id, reading), _is_at_hand(SecondLook.comment_id, reading, passed)
        )
        .order_by(QueuePlace.urgent.desc(), SecondLook.asked_at, SecondLook.id)
        .limit(1)
        .with_for_update(skip_locked=True, of=SecondLook)
    )
    return found


def _first_put_off(
    session: Session, reading: Reader, chosen: Filter, passed: Collection[UUID]
) -> UUID | None:
    mine = _looks(reading, chosen).where(SecondLook.comment_id == TriageSkip.comment_id).correlate(TriageSkip)
    found: UUID | None = session.scalar(
        sa.select(TriageSkip.comment_id)
        .join(QueuePlace, QueuePlace.comment_id == TriageSkip.comment_id)
        .where(
            TriageSkip.staff_member_id == reading.staff_id,
            QueuePlace.region_id.in_(chosen.region_ids),
            *of_service(QueuePlace, chosen),
            sa.or_(
                sa.and_(
                    QueuePlace.waiting,
                    ~_is_to_be_looked_at_again(),
                    ~has_read_blind(TriageSkip.comment_id, reading.staff_id),
                ),
                mine.exists(),
            ),
            _is_at_hand(TriageSkip.comment_id, reading, passed),
        )
        .order_by(TriageSkip.skipped_at, TriageSkip.comment_id)
        .limit(1)
        .with_for_update(skip_locked=True, of=QueuePlace)
    )
    return found


def _looks(reading: Reader, chosen: Filter) -> sa.Select[Any]:
    """The second looks that are the reader's to take, as their comments' keys."""
    return (
        sa.select(SecondLook.comment_id)
        .join(Comment, Comment.id == SecondLook.comment_id)
        .join(QueuePlace, QueuePlace.comment_id == SecondLook.comment_id)
        .where(
            SecondLook.settled_at.is_(None),
            Comment.region_id.in_(chosen.region_ids),
            *of_service(SecondLook, chosen),
            may_look(reading),
        )
    )


def of_service(table: type[QueuePlace | SecondLook], chosen: Filter) -> tuple[sa.ColumnElement[bool], ...]:
    """Conditions that keep rows to the service that was chosen, none where all are wanted."""
    if chosen.service is None:
        return ()
    region_id, service_code = chosen.service
    of_service = sa.select(Comment.id).where(
        Comment.region_id == region_id, Comment.service_code == service_code
    )
    return (table.comment_id.in_(of_service.correlate(None)),)


def _is_to_be_looked_at_again() -> sa.ColumnElement[bool]:
    look = aliased(SecondLook)
    return sa.exists().where(look.comment_id == QueuePlace.comment_id, look.settled_at.is_(None))


def _is_put_off(comment_id: Any, reading: Reader) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        TriageSkip.comment_id == comment_id, TriageSkip.staff_member_id == reading.staff_id
    )


def _is_at_hand(comment_id: Any, reading: Reader, passed: Collection[UUID]) -> sa.ColumnElement[bool]:
    """Nobody else has it on the screen, and it is not one of those passed over."""
    elsewhere = sa.exists().where(
        TriageLease.comment_id == comment_id,
        TriageLease.staff_member_id != reading.staff_id,
        TriageLease.until > reading.now,
    )
    return sa.and_(~elsewhere, comment_id.not_in(passed)) if passed else ~elsewhere
