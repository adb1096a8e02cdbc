"""The steps of a snapshot to the public: checked, opened for replies, approved, published, given back.

`queries.snapshots` says which step may be taken when and by whom; here it is taken, into the snapshot's own
list of steps and into the log of changes. Two people who press a button at once pass one after the other.
The figures of a snapshot are never changed.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import IndexSnapshot, SnapshotStep, Wave
from survey_app.operations import audit
from survey_app.queries import method_warnings
from survey_app.queries import snapshots as queries
from survey_app.queries.snapshots import Refusal
from survey_app.vocabulary import SnapshotState, SnapshotStepKind

REPLY_DAYS = 14
"""Days that providers have for a reply, unless the methodologist says another day."""

SHORTEST_REPLY, LONGEST_REPLY = timedelta(days=5), timedelta(days=90)
"""A shorter time is no right of reply; who wants none leaves it out, and says why."""


class StepError(Exception):
    """A step cannot be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


class UnreadWarningsError(Exception):
    """Warnings of the method have no reason beside them; `codes` says which."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = tuple(codes)


class NoReasonError(Exception):
    """The step is owed a reason in writing and got none."""


class ReplyTimeError(Exception):
    """The last day for replies is too near or too far away."""


def check(
    session: Session, snapshot: IndexSnapshot, reasons: Mapping[str, str], now: datetime, *, by: UUID
) -> None:
    """Declare the warnings of the method read. `reasons` says by code why the figures may go on all the same.

    Raises:
        StepError: it is not a draft, or `by` is no methodologist of the region.
        UnreadWarningsError: a warning, perhaps one that came up meanwhile, has no reason.
    """
    _begin(session, snapshot, SnapshotStepKind.CHECKED, now, by)
    found = method_warnings.of_snapshot(session, snapshot)
    said = {code: reason.strip() for code, reason in reasons.items()}
    unread = [warning.code for warning in found if not said.get(warning.code)]
    if unread:
        raise UnreadWarningsError(unread)
    read = [
        {"code": each.code, "cases": [dict(case) for case in each.cases], "reason": said[each.code]}
        for each in found
    ]
    codes = [each.code for each in found]
    _take(session, snapshot, SnapshotStepKind.CHECKED, now, by, {"warnings": read}, {"warnings": codes})


def open_for_replies(
    session: Session, snapshot: IndexSnapshot, until: date, now: datetime, *, by: UUID
) -> None:
    """Show providers their own figures and let them reply until a day, which is the last one that counts.

    Raises:
        StepError: it is not checked, or `by` is no methodologist of the region.
        ReplyTimeError: the day is too near or too far away.
    """
    kind = SnapshotStepKind.OPENED_FOR_REPLIES
    _begin(session, snapshot, kind, now, by)
    if not SHORTEST_REPLY <= until - _today(now) <= LONGEST_REPLY:
        raise ReplyTimeError
    snapshot.reply_until = until
    _take(session, snapshot, kind, now, by, {"reply_until": until.isoformat()})


def leave_replies_out(
    session: Session, snapshot: IndexSnapshot, reason: str, now: datetime, *, by: UUID
) -> None:
    """Go on without asking providers, and say in writing why.

    Raises:
        StepError: it is not checked, or `by` is no methodologist of the region.
        NoReasonError: there is no reason.
    """
    kind = SnapshotStepKind.OPENED_FOR_REPLIES
    _begin(session, snapshot, kind, now, by)
    snapshot.reply_until = None
    _take(session, snapshot, kind, now, by, {"left_out": True, "reason": _reason(reason)})


def approve(session: Session, snapshot: IndexSnapshot, now: datetime, *, by: UUID) -> None:
    """Agree, as a second person, that everybody may see the figures.

    Raises:
        StepError: providers may still reply, or `by` checked the figures and is not alone in the region.
    """
    kind = SnapshotStepKind.APPROVED
    _begin(session, snapshot, kind, now, by)
    alone = by == queries.checker(session, snapshot.id)  # refused above where there is somebody else
    _take(session, snapshot, kind, now, by, {"alone": True} if alone else {})


def publish(session: Session, snapshot: IndexSnapshot, now: datetime, *, by: UUID) -> None:
    """Show a snapshot to everybody; the one shown before stays at its address, marked as replaced.

    Raises:
        StepError: nobody has approved it, or `by` is no methodologist of the region.
    """
    kind = SnapshotStepKind.PUBLISHED
    _begin(session, snapshot, kind, now, by)
    for shown in queries.published(session, snapshot.wave_id):
        shown.state = SnapshotState.SUPERSEDED
    snapshot.published_at, snapshot.published_by_id = now, by
    made_by = {"method_version": snapshot.method_version, "inputs_hash": snapshot.inputs_hash}
    _take(session, snapshot, kind, now, by, {}, made_by)


def give_back(session: Session, snapshot: IndexSnapshot, reason: str, now: datetime, *, by: UUID) -> None:
    """Make a snapshot that is not published a draft again. Replies that were written are kept.

    Raises:
        StepError: it is a draft or published, or `by` is neither methodologist nor coordinator of the region.
        NoReasonError: there is no reason.
    """
    kind = SnapshotStepKind.RETURNED
    _begin(session, snapshot, kind, now, by)
    detail = {"from": snapshot.state.value, "reason": _reason(reason)}
    snapshot.reply_until = None
    _take(session, snapshot, kind, now, by, detail, {"reason": detail["reason"]})


def one_at_a_time(session: Session, snapshot: IndexSnapshot) -> None:
    """Wait for whoever is at a snapshot of the wave, then read it anew (SQLite has one writer anyway)."""
    session.execute(sa.select(Wave.id).where(Wave.id == snapshot.wave_id).with_for_update())
    session.refresh(snapshot)


def record(
    session: Session,
    snapshot: IndexSnapshot,
    kind: SnapshotStepKind,
    now: datetime,
    by: UUID,
    detail: Mapping[str, Any],
    logged: Mapping[str, Any] | None = None,
) -> None:
    """Write a step into the list of the snapshot, and `logged`, or else the same, into the log of changes."""
    session.add(
        SnapshotStep(
            snapshot_id=snapshot.id, kind=kind, happened_at=now, staff_member_id=by, detail=dict(detail)
        )
    )
    audit.record(
        session,
        staff_id=by,
        region_id=snapshot.wave.region_id,
        action=f"snapshot_{kind}",
        object_type="index_snapshot",
        object_id=snapshot.id,
        wave_code=snapshot.wave.wave_code,
        **(detail if logged is None else logged),
    )


def _begin(
    session: Session, snapshot: IndexSnapshot, kind: SnapshotStepKind, now: datetime, by: UUID
) -> None:
    one_at_a_time(session, snapshot)
    refusal = queries.refusal(session, snapshot, kind, _today(now), by)
    if refusal is not None:
        raise StepError(refusal)


def _take(
    session: Session,
    snapshot: IndexSnapshot,
    kind: SnapshotStepKind,
    now: datetime,
    by: UUID,
    detail: Mapping[str, Any],
    logged: Mapping[str, Any] | None = None,
) -> None:
    snapshot.state = queries.RULES[kind].leads_to
    record(session, snapshot, kind, now, by, detail, logged)


def _reason(words: str) -> str:
    if not words.strip():
        raise NoReasonError
    return words.strip()


def _today(now: datetime) -> date:
    return clock.local(now).date()
