"""Taking turns: a comment is on one person's screen at a time, and nobody is handed what another one holds.

A lease ends with the decision, with putting off, with leaving, and by itself. It decides between two who
reach for the same comment at the same instant. Knows nothing of what is decided.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import TriageLease, TriageSkip
from survey_app.queries import lanes
from survey_app.queries.comments import Filter
from survey_app.vocabulary import Lane

HELD_FOR = timedelta(minutes=10)
HELD_AT_ONCE = 3  # the one on the screen, the next one, and one in another window


def take_next(
    session: Session,
    staff_id: UUID,
    chosen: Filter,
    now: datetime,
    *,
    beyond: Collection[UUID] = (),
    beside: UUID | None = None,
) -> UUID | None:
    """Hand a person the next comment; None where nothing waits that others do not hold.

    A chosen lane is read to its end, but danger is where the whole queue begins: it goes on with the rest.

    Args:
        beyond: comments that the person has on the screen already: the one after them is wanted.
        beside: the leader of comments that the person has just read one of; they come before others of their
            lane.
    """
    reading = lanes.reader(session, staff_id, chosen.region_ids, now)
    passed = set(beyond)
    for lane in tuple(Lane) if chosen.lane in (None, Lane.DANGER) else (chosen.lane,):
        while True:
            found = lanes.first_free(session, reading, chosen, lane, passed, beside)
            if found is None:
                break
            if hold(session, found, staff_id, now):
                return found
            passed.add(found)  # somebody was faster by an instant
    return None


def hold(session: Session, comment_id: UUID, staff_id: UUID, now: datetime) -> bool:
    """Hold a comment for a person from now on; False where somebody else holds it."""
    mine = db.insert(session, TriageLease).values(
        comment_id=comment_id, staff_member_id=staff_id, until=now + HELD_FOR
    )
    taken = mine.on_conflict_do_update(
        index_elements=("comment_id",),
        set_={"staff_member_id": mine.excluded.staff_member_id, "until": mine.excluded.until},
        where=sa.or_(TriageLease.staff_member_id == staff_id, TriageLease.until <= now),
    ).returning(TriageLease.comment_id)
    if session.execute(taken).first() is None:
        return False
    _let_go_of_the_oldest(session, staff_id)
    return True


def release(session: Session, comment_id: UUID, staff_id: UUID) -> None:
    """Let others have a comment."""
    session.execute(
        sa.delete(TriageLease).where(
            TriageLease.comment_id == comment_id, TriageLease.staff_member_id == staff_id
        )
    )


def release_all(session: Session, staff_id: UUID) -> None:
    """Let others have all that a person holds."""
    session.execute(sa.delete(TriageLease).where(TriageLease.staff_member_id == staff_id))


def forget_ended(session: Session, now: datetime) -> None:
    """Delete leases that ended by themselves."""
    session.execute(sa.delete(TriageLease).where(TriageLease.until <= now))


def put_off(session: Session, comment_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Hand the comment to this person again only when nothing else waits; others may have it at once."""
    skip = db.insert(session, TriageSkip).values(
        comment_id=comment_id, staff_member_id=staff_id, skipped_at=now
    )
    session.execute(
        skip.on_conflict_do_update(
            index_elements=("comment_id", "staff_member_id"), set_={"skipped_at": skip.excluded.skipped_at}
        )
    )
    release(session, comment_id, staff_id)


def take_up(session: Session, comment_id: UUID, staff_id: UUID) -> bool:
    """Forget that a person has put the comment off; False where there was nothing to forget."""
    skip = sa.delete(TriageSkip).where(
        TriageSkip.comment_id == comment_id, TriageSkip.staff_member_id == staff_id
    )
    return session.execute(skip.returning(TriageSkip.comment_id)).first() is not None


def finish(session: Session, comment_id: UUID, staff_id: UUID) -> None:
    """Forget, once a person has spoken about a comment, that it was held and put off by this person."""
    take_up(session, comment_id, staff_id)
    release(session, comment_id, staff_id)


def _let_go_of_the_oldest(session: Session, staff_id: UUID) -> None:
    held = sa.select(TriageLease.comment_id).where(TriageLease.staff_member_id == staff_id)
    newest = held.order_by(TriageLease.until.desc(), TriageLease.comment_id)
    older = list(session.scalars(newest.offset(HELD_AT_ONCE)))
    if older:
        session.execute(
            sa.delete(TriageLease).where(
                TriageLease.comment_id.in_(older), TriageLease.staff_member_id == staff_id
            )
        )
