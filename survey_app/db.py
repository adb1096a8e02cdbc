"""The database: engine, sessions, and the one place that commits.

SQLite runs with WAL and FULL; its writers queue at a lock of their own, because its busy handler sleeps
unfairly (a waiting writer may be overtaken for a quarter of a second), and commit together. Knows no table.
"""

import contextlib
import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import Connection, Dialect, Engine, make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

from survey_app.group_commit import GroupCommit, Result

try:
    from pysqlite3 import dbapi2 as sqlite
except ImportError:  # platforms without the wheel use Python's own
    import sqlite3 as sqlite

Json = sa.JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """Parent of all models; constraint names are fixed so that migrations can name them."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware datetime, stored and returned in UTC on both databases."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def code_of(vocabulary: type[StrEnum]) -> sa.Enum:
    """A column type that holds the codes of `vocabulary` as text, with a CHECK constraint."""
    return sa.Enum(
        vocabulary,
        native_enum=False,
        create_constraint=True,
        length=32,
        name=vocabulary.__name__.lower(),
        values_callable=lambda codes: [code.value for code in codes],
    )


class _WriteGate:
    """Lets one SQLite writer of one machine in at a time, in about the order of arrival."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = threading.Lock()
        self._file: int | None = None
        self._owner = os.getpid()

    @contextlib.contextmanager
    def __call__(self) -> Iterator[None]:
        with self._threads:
            if self._file is None or self._owner != os.getpid():
                # A descriptor inherited over fork would share its lock with the parent.
                self._file, self._owner = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600), os.getpid()
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)


class Database:
    """One engine with its two ways in: `transaction()` writes and commits, `reading()` never does."""

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            path = Path(parsed.database or "")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)  # not for others to read; SQLite gives its other files the same mode
            self.engine = sa.create_engine(
                parsed,
                module=sqlite,
                connect_args={"check_same_thread": False},
                pool_size=20,
                hide_parameters=True,  # an error must not quote what a citizen wrote
            )
            _prepare_sqlite(self.engine)
            self._gate: Any = _WriteGate(path.with_name(path.name + ".writers"))
            self._together: GroupCommit | None = GroupCommit(self.transaction)
            one_view = {}  # every transaction of SQLite has it
        else:
            self.engine = sa.create_engine(
                parsed.set(drivername="postgresql+psycopg"),
                pool_size=20,
                pool_pre_ping=True,
                hide_parameters=True,
            )
            self._gate = contextlib.nullcontext
            self._together = None  # PostgreSQL does that itself
            one_view = {"isolation_level": "REPEATABLE READ"}  # else each statement sees a later state
        writing = self.engine.execution_options(sqlite_begin="IMMEDIATE")
        reading = self.engine.execution_options(**one_view)
        self._writing = sessionmaker(writing, expire_on_commit=False)
        self._reading = sessionmaker(reading, expire_on_commit=False, autoflush=False)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Session]:
        """Open a session that commits when the block ends and rolls back when it raises."""
        with self._gate(), self._writing.begin() as session:
            yield session

    def write(self, work: Callable[[Session], Result]) -> Result:
        """Do `work` in a transaction, if possible together with what other threads write, and commit it.

        `work` may run in another thread, so it must not look at the request; it may raise, and then leaves
        nothing behind.
        """
        if self._together is not None:
            return self._together.run(work)
        with self.transaction() as session:
            return work(session)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Open a session over one consistent view of the data; whatever it holds is rolled back."""
        with self._reading() as session:
            yield session

    def dispose(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the transaction's mode is ours to choose, in _begin
        for pragma in (
            "busy_timeout=10000",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            # Deleted work would go on telling, in free space and in backups, when its comment came in.
            "secure_delete=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


_current: Database | None = None


def connect(url: str) -> Database:
    """Make the database at `url` the one that `transaction()` and `reading()` of this process use."""
    global _current  # noqa: PLW0603  # one process serves one database; everything else takes a session
    if _current is not None:
        _current.dispose()
    _current = Database(url)
    return _current


def current() -> Database:
    """Return the connected database.

    Raises:
        RuntimeError: `connect` was not called.
    """
    if _current is None:
        raise RuntimeError("no database is connected")
    return _current


def transaction() -> contextlib.AbstractContextManager[Session]:
    """Open a writing session on the connected database; see `Database.transaction`."""
    return current().transaction()


def write(work: Callable[[Session], Result]) -> Result:
    """Do `work` in a transaction of the connected database; see `Database.write`."""
    return current().write(work)


def reading() -> contextlib.AbstractContextManager[Session]:
    """Open a reading session on the connected database; see `Database.reading`."""
    return current().reading()


def insert(session: Session, model: type[Base]) -> Any:
    """Return an INSERT for the table of `model` that knows ON CONFLICT (the same words on both databases)."""
    return _insertion(session.get_bind().dialect.name, model)


def insert_unless_known(
    session: Session, model: type[Base], keys: tuple[str, ...], row: dict[str, Any]
) -> bool:
    """Insert a row, or return False where one with the same values in the unique columns `keys` exists."""
    statement = _insertion_unless_known(session.get_bind().dialect.name, model, keys)
    # Without the option SQLAlchemy does not ask psycopg how many rows an INSERT made.
    result = session.connection().execute(statement, row, execution_options={"preserve_rowcount": True})
    return bool(result.rowcount)


@contextlib.contextmanager
def unless_taken(session: Session, refusal: Exception) -> Iterator[None]:
    """Write what the block changes; raise `refusal` where a value that must be unique has just been taken.

    Two who look first and write then both find the value free; the table knows who came first.
    """
    try:
        with session.begin_nested():
            yield
    except IntegrityError:
        raise refusal from None


def insert_all(session: Session, model: type[Base], rows: list[dict[str, Any]]) -> None:
    """Insert rows with one statement, without making objects of them."""
    if rows:
        session.connection().execute(insert(session, model), rows)


@lru_cache
def _insertion(dialect: str, model: type[Base]) -> Any:
    return (postgresql_insert if dialect == "postgresql" else sqlite_insert)(_table(model))


@lru_cache
def _insertion_unless_known(dialect: str, model: type[Base], keys: tuple[str, ...]) -> Any:
    return _insertion(dialect, model).on_conflict_do_nothing(index_elements=keys)


def _table(model: type[Base]) -> sa.Table:
    return cast("sa.Table", model.__table__)


def affected(session: Session, statement: sa.UpdateBase) -> int:
    """Execute a change and return the number of rows that it touched."""
    return cast("sa.CursorResult[Any]", session.execute(statement)).rowcount
