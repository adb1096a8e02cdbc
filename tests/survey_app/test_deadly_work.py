"""Work that ends its worker is given up alone: what was rung together with it is done."""

from collections.abc import Iterator
from uuid import UUID

import pytest
import sqlalchemy as sa

from survey_app import clock, db
from survey_app.jobs import work
from survey_app.models import OutboxMessage
from survey_app.operations import outbox

MOST_ATTEMPTS = len(outbox.PAUSES) + 1


class WorkerDiedError(BaseException):
    """Nothing after this line of the worker is run."""


def die(claim: outbox.Claim) -> None:
    """A handler that ends its process, as one does that needs more memory than there is."""
    raise WorkerDiedError


def succeed(claim: outbox.Claim) -> None:
    """A handler that does its work."""
    with db.transaction() as session:
        outbox.settle(session, claim)


@pytest.fixture(autouse=True)
def _handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "HANDLERS", {"deadly": f"{__name__}:die", "good": f"{__name__}:succeed"})


@pytest.fixture
def message_ids(database: db.Database) -> Iterator[list[UUID]]:
    """Ids of one deadly message and many good ones, which a ring may name in any order."""
    with database.transaction() as session:
        outbox.promise(session, "deadly")
        outbox.promise_all(session, "good", [{} for _ in range(9)])
    with database.reading() as session:
        yield list(session.scalars(sa.select(OutboxMessage.id)))


def test_deadly_work_takes_nothing_with_it(database: db.Database, message_ids: list[UUID]) -> None:
    attempts: list[int] = []
    for _ in range(2 * MOST_ATTEMPTS):
        with database.reading() as session:
            left = list(session.scalars(sa.select(OutboxMessage)))
        (deadly,) = (message for message in left if message.kind == "deadly")
        attempts += [message.attempts for message in left if message is not deadly]
        if deadly.attempts == MOST_ATTEMPTS:
            break
        with pytest.raises(WorkerDiedError):
            work.run([str(message_id) for message_id in message_ids])
    assert deadly.attempts == MOST_ATTEMPTS
    assert max(attempts) <= 1
    work.run([str(message_id) for message_id in message_ids if message_id != deadly.id])
    with database.transaction() as session:
        outbox.give_up(session, clock.now() + outbox.LEASE)
    with database.reading() as session:
        (dead,) = session.scalars(sa.select(OutboxMessage))
    assert (dead.kind, dead.last_error) == ("deadly", outbox.WORKER_ENDED)
