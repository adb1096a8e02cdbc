"""Writers that commit together: everybody hears what became of their own work, and only after the commit."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.group_commit import AbandonedError, GroupCommit
from survey_app.models import Region

AT_ONCE = 12


def add(code: str) -> Callable[[Session], str]:
    def work(session: Session) -> str:
        session.execute(sa.insert(Region).values(code=code, name=code, languages=[]))
        return code

    return work


def codes() -> set[str]:
    with db.reading() as session:
        return set(session.scalars(sa.select(Region.code)))


def together(database: db.Database, works: list[Callable[[Session], str]]) -> list[str | BaseException]:
    """Bring all works while the first one holds the lock, so that the others wait and go together."""
    everybody_waits = threading.Event()
    transactions: list[int] = []

    @contextmanager
    def slow_transaction():  # type: ignore[no-untyped-def]  # as Database.transaction
        everybody_waits.wait(10)
        with database.transaction() as session:
            transactions.append(1)
            yield session

    group = GroupCommit(slow_transaction)

    def bring(work: Callable[[Session], str]) -> str | BaseException:
        try:
            return group.run(work)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # the test looks at it
            return error

    with ThreadPoolExecutor(AT_ONCE) as pool:
        futures = [pool.submit(bring, work) for work in works]
        while len(group._waiting) < len(works) - 1:
            threading.Event().wait(0.01)
        everybody_waits.set()
        outcomes = [future.result() for future in futures]
    assert len(transactions) == 2, "the first alone, then all who waited"
    return outcomes


def test_all_are_stored_and_each_gets_its_own_result(database: db.Database) -> None:
    names = [f"r{number}" for number in range(AT_ONCE)]
    assert together(database, [add(name) for name in names]) == names
    assert codes() == set(names)


def test_one_that_is_refused_leaves_the_others_alone(database: db.Database) -> None:
    names = [f"r{number}" for number in range(AT_ONCE - 1)]
    outcomes = together(database, [*(add(name) for name in names), add("r3")])
    refused = [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert [type(error) for error in refused] == [sa.exc.IntegrityError]
    assert codes() == set(names)


def test_a_commit_that_fails_is_told_to_everybody(database: db.Database) -> None:
    def break_the_commit(session: Session) -> str:
        sa.event.listen(session, "before_commit", fail)
        return "never"

    def fail(_session: Session) -> None:
        raise OSError("the disk is full")

    works = [add("first"), *(add(f"r{number}") for number in range(AT_ONCE - 2)), break_the_commit]
    outcomes = together(database, works)
    told = [outcome for outcome in outcomes if isinstance(outcome, OSError)]
    assert len(told) >= AT_ONCE - 1
    assert len(codes()) == AT_ONCE - len(told)


def test_nobody_is_told_of_success_by_a_thread_that_ended_before_the_commit(database: db.Database) -> None:
    def end_the_thread(_session: Session) -> str:
        raise SystemExit

    works = [add("first"), *(add(f"r{number}") for number in range(AT_ONCE - 2)), end_the_thread]
    outcomes = together(database, works)
    assert {outcome for outcome in outcomes if isinstance(outcome, str)} == codes()
    assert any(isinstance(outcome, AbandonedError) for outcome in outcomes)


def test_what_is_refused_alone_leaves_nothing_behind(database: db.Database) -> None:
    def work(session: Session) -> None:
        add("half")(session)
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it has no message
        database.write(work)
    assert codes() == set()
