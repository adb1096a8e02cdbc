"""The relay and the worker over a real broker: handing out, ringing, working, failing, losing each other."""

import inspect
import logging
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
import redis
import sqlalchemy as sa

from survey_app import clock, db, queues
from survey_app.jobs import relay as relay_module
from survey_app.jobs import work
from survey_app.jobs.relay import Relay
from survey_app.models import OutboxMessage, PartialResponse, Region
from survey_app.operations import outbox
from survey_app.vocabulary import OutboxStatus
from tests.survey_app.conftest import MakeWave


def keep_note(claim: outbox.Claim) -> None:
    """A real handler: it writes a row and settles in one transaction."""
    with db.transaction() as session:
        session.add(Region(code=claim.payload["code"], name="kept", languages=[]))
        outbox.settle(session, claim)


def fail_always(claim: outbox.Claim) -> None:
    """A handler that fails, quoting what a citizen wrote."""
    raise ValueError(f"cannot read {claim.payload['text']}")


@pytest.fixture(autouse=True)
def _handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "HANDLERS", {"note": f"{__name__}:keep_note", "bad": f"{__name__}:fail_always"})


@pytest.fixture
def bell(broker_url: str) -> Iterator[queues.Bell]:
    bell = queues.Bell(broker_url)
    yield bell
    bell.close()


@pytest.fixture
def relay(database: db.Database, bell: queues.Bell) -> Relay:
    return Relay(bell)


def _promise(*codes: str) -> None:
    with db.transaction() as session:
        outbox.promise_all(session, "note", [{"code": code} for code in codes])


def _kept() -> set[str]:
    with db.reading() as session:
        return set(session.scalars(sa.select(Region.code)))


def _messages() -> list[OutboxMessage]:
    with db.reading() as session:
        return list(session.scalars(sa.select(OutboxMessage)))


def _forget_everything(broker_url: str) -> None:
    with redis.Redis.from_url(broker_url) as client:
        client.flushdb()


def _rings(broker_url: str) -> int:
    with redis.Redis.from_url(broker_url) as client:
        return client.llen(f"rq:queue:{queues.QUEUE_NAME}")


@pytest.mark.parametrize("kind", sorted(work.HANDLERS))
def test_every_kind_of_message_has_a_handler_that_takes_a_claim(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    assert list(inspect.signature(work.handler(kind)).parameters) == ["claim"]


def test_the_longest_job_ends_before_its_message_is_handed_out_again() -> None:
    assert timedelta(seconds=queues.JOB_SECONDS) < outbox.LONG_LEASE


def test_promised_work_reaches_the_worker_and_is_done(relay: Relay, broker_url: str) -> None:
    _promise("a", "b")
    relay.turn()
    queues.work(broker_url, burst=True)
    assert _kept() == {"a", "b"}
    assert _messages() == []


def test_a_ring_that_comes_twice_does_nothing_twice(relay: Relay, bell: queues.Bell, broker_url: str) -> None:
    _promise("a")
    message_id = _messages()[0].id
    relay.turn()
    bell.ring([message_id, message_id])
    queues.work(broker_url, burst=True)
    assert _kept() == {"a"}
    assert _messages() == []


def test_a_failure_is_kept_without_what_the_citizen_wrote(
    relay: Relay, broker_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with db.transaction() as session:
        outbox.promise(session, "bad", text="my neighbour Novák")
    relay.turn()
    queues.work(broker_url, burst=True)
    (message,) = _messages()
    assert message.last_error.startswith("ValueError at ")
    assert "Novák" not in message.last_error + caplog.text
    assert clock.now() < message.due_at <= clock.now() + timedelta(seconds=outbox.PAUSES[0])


def test_a_message_of_an_unknown_kind_fails_and_is_tried_again(relay: Relay, broker_url: str) -> None:
    with db.transaction() as session:
        outbox.promise(session, "of a newer release")
    relay.turn()
    queues.work(broker_url, burst=True)
    assert [message.last_error.partition(" ")[0] for message in _messages()] == ["UnknownKindError"]


def test_work_waits_for_a_missing_broker_which_is_reported_once(
    database: db.Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    _promise("a")
    relay = Relay(queues.Bell(f"unix://{tmp_path}/nobody.sock"))
    started = time.monotonic()
    for _ in range(5):
        relay.turn()
    assert time.monotonic() - started < 2
    assert [message.due_at for message in _messages()] == [outbox.AT_ONCE]
    assert [record.getMessage() for record in caplog.records] == [
        "the broker cannot be reached; work waits in the database"
    ]


def test_what_a_broker_forgets_is_rung_again_at_once(relay: Relay, broker_url: str) -> None:
    _promise("a", "b")
    relay.turn()
    _forget_everything(broker_url)
    relay.turn()
    queues.work(broker_url, burst=True)
    assert _kept() == {"a", "b"}


def test_what_a_killed_relay_handed_out_is_rung_by_the_next(
    relay: Relay, bell: queues.Bell, broker_url: str
) -> None:
    _promise("a")
    relay.turn()
    with db.transaction() as session:
        outbox.promise(session, "note", code="b")
    with db.transaction() as session:
        outbox.hand_out(session, clock.now(), 10)  # and here it is killed, before ringing
    Relay(bell).turn()
    queues.work(broker_url, burst=True)
    assert _kept() == {"a", "b"}


def test_a_broker_without_a_worker_is_not_flooded(
    relay: Relay, broker_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues, "MOST_WAITING", 3)
    monkeypatch.setattr(queues, "PER_RING", 1)
    _promise(*"abcdefgh")
    for _ in range(4):
        relay.turn()
    assert _rings(broker_url) == 3
    while _messages():
        queues.work(broker_url, burst=True)
        relay.turn()
    assert _kept() == set("abcdefgh")


def test_a_missing_database_is_reported_once_and_survived(
    relay: Relay, database: db.Database, caplog: pytest.LogCaptureFixture, tmp_path: Path, broker_url: str
) -> None:
    caplog.set_level(logging.INFO)
    relay.turn()
    _promise("a")
    elsewhere = db.Database(f"sqlite:///{tmp_path}/nothing.sqlite")
    for _ in range(3):
        db._current = elsewhere
        relay.turn()
    db._current = database
    relay.turn()
    assert [record.getMessage() for record in caplog.records] == [
        "the database cannot be used (OperationalError)",
        "everything is back; going on",
    ]
    queues.work(broker_url, burst=True)
    assert _kept() == {"a"}
    elsewhere.dispose()


def test_expired_partial_responses_are_swept_at_start_and_then_at_most_hourly(
    relay: Relay, make_wave: MakeWave
) -> None:
    wave = make_wave()

    def store(lookup_hash: str) -> None:
        with db.transaction() as session:
            yesterday = clock.today() - timedelta(days=1)
            session.add(
                PartialResponse(lookup_hash=lookup_hash, wave_id=wave.id, sealed=b"", expires_on=yesterday)
            )

    def left() -> list[str]:
        with db.reading() as session:
            return list(session.scalars(sa.select(PartialResponse.lookup_hash)))

    store("a")
    relay.turn()
    assert left() == []
    store("b")
    relay.turn()
    assert left() == ["b"]
    relay._next_sweep = 0.0
    relay.turn()
    assert left() == []


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_handing_out_takes_milliseconds(relay: Relay) -> None:
    _promise(*(f"{n}" for n in range(relay_module.AT_A_TIME)))
    started = time.monotonic()
    relay.turn()
    assert time.monotonic() - started < 0.5
    assert {message.status for message in _messages()} == {OutboxStatus.PENDING}


def keep_notes(claims: Sequence[outbox.Claim]) -> None:
    """A handler of several messages that all fail where one does."""
    if any(claim.payload["code"] == "bad" for claim in claims):
        raise ValueError
    with db.transaction() as session:
        for claim in claims:
            session.add(Region(code=claim.payload["code"], name="together", languages=[]))
            outbox.settle(session, claim)


@pytest.mark.parametrize(("codes", "how"), [("ab", "together"), (("a", "bad"), "kept")])
def test_messages_of_a_kind_are_done_together_and_one_by_one_where_that_fails(
    relay: Relay, broker_url: str, monkeypatch: pytest.MonkeyPatch, codes: Sequence[str], how: str
) -> None:
    monkeypatch.setattr(work, "TOGETHER", {"note": f"{__name__}:keep_notes"})
    _promise(*codes)
    relay.turn()
    queues.work(broker_url, burst=True)
    assert _kept() == set(codes)
    assert _messages() == []
    with db.reading() as session:
        assert set(session.scalars(sa.select(Region.name))) == {how}
