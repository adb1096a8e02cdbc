"""The database keeps its promises on both servers: commits, rolls back, waits in turn, tells the time."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from survey_app import db, schema
from survey_app.models import Provider, Region
from survey_app.models.outbox import OutboxMessage
from survey_app.operations import outbox

HOLD_WRITE_LOCK = """
import sys, time
from survey_app import db
from survey_app.models import Region
with db.Database(sys.argv[1]).transaction() as session:
    session.add(Region(code="unfinished", name="x", languages=[]))
    session.flush()
    print("holding", flush=True)
    time.sleep(60)
"""


def _region(code: str) -> Region:
    return Region(code=code, name=code, languages=[])


def _codes(database: db.Database) -> set[str]:
    with database.reading() as session:
        return set(session.scalars(sa.select(Region.code)))


def test_a_transaction_commits_at_its_end(database: db.Database) -> None:
    with database.transaction() as session:
        session.add(_region("a"))
        session.flush()
        assert _codes(database) == set()
    assert _codes(database) == {"a"}


def test_a_transaction_that_raises_leaves_nothing(database: db.Database) -> None:
    with pytest.raises(RuntimeError), database.transaction() as session:  # noqa: PT012  # the block is the point
        session.add(_region("a"))
        session.flush()
        raise RuntimeError
    assert _codes(database) == set()


def test_what_a_reading_session_holds_is_never_kept(database: db.Database) -> None:
    with database.reading() as session:
        session.add(_region("a"))
        session.flush()
    assert _codes(database) == set()


def test_a_reading_session_sees_one_state_of_the_data(database: db.Database) -> None:
    with database.reading() as session:
        before = session.scalars(sa.select(Region.code)).all()
        with database.transaction() as writing:
            writing.add(_region("a"))
        assert session.scalars(sa.select(Region.code)).all() == before == []
    assert _codes(database) == {"a"}


def test_foreign_keys_are_enforced(database: db.Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.add(Provider(region_id=UUID(int=1), code="p", name="p"))


def test_an_error_does_not_quote_what_was_written(database: db.Database) -> None:
    with database.transaction() as session:
        session.add(_region("a"))
    with pytest.raises(IntegrityError) as caught, database.transaction() as session:
        session.add(Region(code="a", name="my neighbour Novák", languages=[]))
    assert "Novák" not in str(caught.value)


def test_instants_come_back_aware_and_in_utc(database: db.Database) -> None:
    summer = timezone(timedelta(hours=2))
    with database.transaction() as session:
        session.add(OutboxMessage(kind="x", payload={}, due_at=datetime(2026, 7, 1, 12, tzinfo=summer)))
    with database.reading() as session:
        (found,) = session.scalars(sa.select(OutboxMessage.due_at))
    assert found == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert found.utcoffset() == timedelta(0)


def test_an_instant_without_a_zone_is_refused(database: db.Database) -> None:
    with pytest.raises(sa.exc.StatementError, match="time zone"), database.transaction() as session:
        session.add(OutboxMessage(kind="x", payload={}, due_at=datetime(2026, 7, 1, 12)))  # noqa: DTZ001  # the point


def test_codes_outside_their_list_are_refused_by_the_database_itself(database: db.Database) -> None:
    with database.transaction() as session:
        outbox.promise(session, "x")
    with pytest.raises(IntegrityError), database.transaction() as session:
        session.execute(sa.text("UPDATE outbox_message SET status = 'lost'"))


def test_many_writers_wait_in_turn_and_none_fails(database: db.Database) -> None:
    counted: list[int] = []

    def count_up() -> None:
        for _ in range(20):
            with database.transaction() as session:
                row = session.scalar(sa.select(Region).where(Region.code == "n").with_for_update())
                assert row is not None
                row.name = str(int(row.name) + 1)  # read, then write: a lost update would show
                counted.append(1)

    with database.transaction() as session:
        session.add(Region(code="n", name="0", languages=[]))
    threads = [threading.Thread(target=count_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.scalar(sa.select(Region.name)) == str(len(counted)) == "160"


def test_readers_do_not_wait_for_a_writer(database: db.Database) -> None:
    with database.transaction() as session:
        session.add(_region("a"))
        session.flush()
        started = time.monotonic()
        _codes(database)
        assert time.monotonic() - started < 1


def test_a_killed_writer_holds_up_nobody_and_leaves_nothing(database: db.Database, database_url: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_WRITE_LOCK, database_url], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "holding\n"
        os.kill(writer.pid, signal.SIGKILL)
    started = time.monotonic()
    with database.transaction() as session:
        session.add(_region("next"))
    assert time.monotonic() - started < 5
    assert _codes(database) == {"next"}


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_sqlite_is_set_up_to_survive_power_loss_and_has_no_wal_reset_bug(database: db.Database) -> None:
    with database.engine.connect() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
        version = connection.exec_driver_sql("SELECT sqlite_version()").scalar_one()
    assert settings == ["wal", 2, 1]
    assert tuple(map(int, version.split("."))) >= (3, 51, 3)


def test_nothing_is_connected_before_connect() -> None:
    code = "from survey_app import db; db.current()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "no database is connected" in done.stderr


def test_a_known_row_is_not_inserted_again(database: db.Database) -> None:
    def insert(name: str) -> bool:
        row = {"id": uuid4(), "code": "a", "name": name, "languages": [], "made_up": False}
        row |= {"phone": "", "email": "", "address": "", "brand_colour": ""}
        with database.transaction() as session:
            return db.insert_unless_known(session, Region, ("code",), row)

    assert [insert("first"), insert("second")] == [True, False]
    with database.reading() as session:
        assert session.scalars(sa.select(Region.name)).all() == ["first"]


def test_a_schema_of_a_newer_release_is_refused_in_a_sentence(database: db.Database) -> None:
    with database.transaction() as session:
        session.execute(sa.text("UPDATE alembic_version SET version_num = 'of_tomorrow'"))
    with pytest.raises(schema.UnknownSchemaError, match="not known to this release"):
        schema.upgrade(database)


def test_what_is_deleted_cannot_be_read_from_the_file_of_sqlite(tmp_path: Path) -> None:
    path = tmp_path / "ohlas.sqlite"
    database = db.Database(f"sqlite:///{path}")
    with database.transaction() as session:
        session.execute(sa.text("CREATE TABLE work (id INTEGER PRIMARY KEY, due_at TEXT)"))
        session.execute(sa.text("INSERT INTO work VALUES (1, 'at noon'), (2, 'at night')"))
    with database.transaction() as session:
        session.execute(sa.text("UPDATE work SET due_at = 'at dawn' WHERE id = 2"))
        session.execute(sa.text("DELETE FROM work WHERE id = 1"))
    database.dispose()
    content = path.read_bytes()
    assert b"at dawn" in content
    assert b"at noon" not in content
    assert b"at night" not in content


def test_the_file_of_sqlite_is_for_nobody_else_to_read(tmp_path: Path) -> None:
    path = tmp_path / "ohlas.sqlite"
    database = db.Database(f"sqlite:///{path}")
    with database.transaction() as session:
        session.execute(sa.text("CREATE TABLE work (id INTEGER PRIMARY KEY)"))
        assert [file.stat().st_mode & 0o077 for file in tmp_path.iterdir()] == [0] * 4
    database.dispose()
