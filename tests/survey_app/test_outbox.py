"""The outbox: whatever is promised is done once, however often it is tried."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from survey_app import db
from survey_app.models import OutboxMessage
from survey_app.operations import outbox
from survey_app.queries import outbox as queries
from survey_app.vocabulary import OutboxStatus

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ABOUT = uuid4()
AFTER_LEASE = NOW + outbox.LEASE + timedelta(seconds=1)


@pytest.fixture
def message_id(database: db.Database) -> UUID:
    with database.transaction() as session:
        outbox.promise(session, "note", text="x")
    return _hand_out(NOW)[0]


def _hand_out(now: datetime, limit: int = 10) -> list[UUID]:
    with db.transaction() as session:
        return outbox.hand_out(session, now, limit)


def _claim(message_id: UUID, now: datetime = NOW) -> outbox.Claim | None:
    with db.transaction() as session:
        return outbox.claim(session, message_id, now)


def _fail(claim: outbox.Claim, now: datetime) -> None:
    with db.transaction() as session:
        outbox.fail(session, claim, "ValueError at a.py:1", now)


def _messages() -> list[OutboxMessage]:
    with db.reading() as session:
        return list(session.scalars(sa.select(OutboxMessage)))


def test_a_promise_is_due_at_once_and_tells_no_time(database: db.Database) -> None:
    with database.transaction() as session:
        outbox.promise(session, "note", text="x")
    assert [message.due_at for message in _messages()] == [outbox.AT_ONCE]
    with database.reading() as session:
        assert queries.work_is_due(session, NOW)


def test_a_promise_dies_with_its_transaction(database: db.Database) -> None:
    with pytest.raises(RuntimeError), database.transaction() as session:  # noqa: PT012  # the block is the point
        outbox.promise(session, "note")
        raise RuntimeError
    assert _messages() == []


def test_a_message_is_handed_out_once_until_its_lease_ends(message_id: UUID) -> None:
    assert _hand_out(NOW) == []
    assert _hand_out(AFTER_LEASE) == [message_id]


def test_no_more_is_handed_out_than_asked_for(database: db.Database) -> None:
    with database.transaction() as session:
        outbox.promise_all(session, "note", [{"n": n} for n in range(5)])
    assert [len(_hand_out(NOW, limit=3)) for _ in range(3)] == [3, 2, 0]


def test_settled_work_is_gone_and_cannot_be_claimed_again(message_id: UUID) -> None:
    claim = _claim(message_id)
    assert (claim.kind, claim.payload, claim.attempt) == ("note", {"text": "x"}, 1)
    with db.transaction() as session:
        outbox.settle(session, claim)
    assert _messages() == []
    assert _claim(message_id) is None


def test_an_unknown_message_cannot_be_claimed(database: db.Database) -> None:
    assert _claim(uuid4()) is None


def test_whoever_was_overtaken_writes_nothing(message_id: UUID) -> None:
    slow = _claim(message_id)
    quick = _claim(message_id, AFTER_LEASE)
    with pytest.raises(outbox.ClaimLostError), db.transaction() as session:  # noqa: PT012  # as above
        outbox.promise(session, "effect of the slow one")
        outbox.settle(session, slow)
    _fail(slow, AFTER_LEASE)
    with db.transaction() as session:
        outbox.settle(session, quick)
    assert _messages() == []


def test_failures_are_tried_again_after_growing_pauses_and_then_wait_for_a_person(message_id: UUID) -> None:
    now, waited = NOW, []
    for pause in outbox.PAUSES:
        _fail(_claim(message_id, now), now)
        assert _hand_out(now + timedelta(seconds=pause - 1)) == []
        now += timedelta(seconds=pause)
        assert _hand_out(now) == [message_id]
        waited.append(pause)
    assert waited == sorted(waited)
    _fail(_claim(message_id, now), now)
    assert _hand_out(now + timedelta(days=30)) == []
    assert _claim(message_id, now) is None
    assert [(message.status, message.last_error) for message in _messages()] == [
        (OutboxStatus.DEAD, "ValueError at a.py:1")
    ]


def test_what_waits_for_a_person_tells_no_time(message_id: UUID) -> None:
    for _ in range(len(outbox.PAUSES) + 1):
        _fail(_claim(message_id), NOW)
    assert [message.due_at for message in _messages()] == [outbox.AT_ONCE]


def test_a_person_gives_a_failed_message_a_fresh_start(message_id: UUID) -> None:
    for _ in range(len(outbox.PAUSES) + 1):
        _fail(_claim(message_id), NOW)
    with db.transaction() as session:
        assert outbox.retry(session, message_id)
        assert not outbox.retry(session, message_id)
    assert _hand_out(NOW) == [message_id]
    assert _claim(message_id).attempt == 1


def _ask(word: str) -> UUID:
    with db.transaction() as session:
        outbox.promise_once(session, "order", ABOUT, word=word)
    [message] = _messages()
    return message.id


def test_what_is_wanted_once_and_waits_is_not_promised_twice(database: db.Database) -> None:
    assert _ask("first") == _ask("second")
    claim = _claim(_ask("third"))
    assert claim.payload == {"word": "third"}
    with database.transaction() as session:
        outbox.settle(session, claim)
    assert _messages() == []


def test_what_is_asked_for_while_it_is_worked_on_is_done_once_more(database: db.Database) -> None:
    claim = _claim(_ask("before"))
    assert _ask("meanwhile") == claim.message_id
    with database.transaction() as session:
        outbox.settle(session, claim)
    [waiting] = _hand_out(NOW)
    again = _claim(waiting)
    assert (again.payload, again.attempt) == ({"word": "meanwhile"}, 1)
    with database.transaction() as session:
        outbox.settle(session, again)
    assert _messages() == []


def test_asking_while_a_failed_attempt_pauses_loses_nothing(database: db.Database) -> None:
    _fail(_claim(_ask("before")), NOW)
    _ask("meanwhile")
    later = NOW + timedelta(hours=1)
    assert _claim(_hand_out(later)[0], later).payload == {"word": "meanwhile"}


def test_work_that_ends_its_worker_every_time_waits_for_a_person(message_id: UUID) -> None:
    now = NOW
    for _ in range(len(outbox.PAUSES) + 1):
        assert _claim(message_id, now) is not None
        now += outbox.LEASE
    with db.transaction() as session:
        assert outbox.give_up(session, now) == 1
        assert outbox.hand_out(session, now, 10) == []
    assert [(message.status, message.last_error, message.due_at) for message in _messages()] == [
        (OutboxStatus.DEAD, outbox.WORKER_ENDED, outbox.AT_ONCE)
    ]


def test_taking_back_ends_the_lease_of_what_nobody_claimed_and_of_nothing_else(database: db.Database) -> None:
    with database.transaction() as session:
        outbox.promise_all(session, "note", [{"n": n} for n in range(3)])
    in_work, failed, unheard = _hand_out(NOW)
    _claim(in_work)
    _fail(_claim(failed), NOW)
    with db.transaction() as session:
        assert outbox.take_back(session) == 1
    assert _hand_out(NOW) == [unheard]
