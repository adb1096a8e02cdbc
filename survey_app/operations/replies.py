"""The providers' right of reply: what an organisation says of its own results before they are published."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import IndexSnapshot, Provider, ProviderReply
from survey_app.operations import snapshots
from survey_app.queries import replies as queries
from survey_app.vocabulary import SnapshotStepKind


class NotOpenError(Exception):
    """Replies to this snapshot are not taken, or not any more."""


class NotConcernedError(Exception):
    """The person speaks for no provider whose services the snapshot is about."""


def write(session: Session, snapshot: IndexSnapshot, text: str, now: datetime, *, by: UUID) -> None:
    """Store what a provider says, in place of what it said before. `text` is at most `REPLY_LENGTH` long.

    Raises:
        NotConcernedError: `by` speaks for nobody whose services are in the snapshot.
        NotOpenError: the day is over, or the snapshot is not open for replies.
    """
    provider = _begin(session, snapshot, now, by)
    reply = queries.reply_of(session, snapshot.id, provider.id)
    if reply is None:
        reply = ProviderReply(snapshot_id=snapshot.id, provider_id=provider.id)
        session.add(reply)
    elif reply.text == text:
        return
    reply.text, reply.written_at, reply.staff_member_id = text, now, by
    snapshots.record(session, snapshot, SnapshotStepKind.REPLIED, now, by, {"provider": provider.name})


def withdraw(session: Session, snapshot: IndexSnapshot, now: datetime, *, by: UUID) -> None:
    """Delete what a provider said; nobody keeps its words. Where it said nothing, nothing happens.

    Raises:
        NotConcernedError: `by` speaks for nobody whose services are in the snapshot.
        NotOpenError: the day is over, or the snapshot is not open for replies.
    """
    provider = _begin(session, snapshot, now, by)
    reply = queries.reply_of(session, snapshot.id, provider.id)
    if reply is None:
        return
    session.delete(reply)
    taken = {"provider": provider.name}
    snapshots.record(session, snapshot, SnapshotStepKind.REPLY_WITHDRAWN, now, by, taken)


def _begin(session: Session, snapshot: IndexSnapshot, now: datetime, by: UUID) -> Provider:
    snapshots.one_at_a_time(session, snapshot)
    provider = queries.provider_of(session, by, snapshot.wave.region_id)
    if provider is None or not queries.services_of(session, snapshot, provider.id):
        raise NotConcernedError
    if not queries.is_open(snapshot, clock.local(now).date()):
        raise NotOpenError
    return provider
