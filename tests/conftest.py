"""Fixtures for all tests: real servers, and for each test a database of its own on each kind of server.

The schema is built by the migrations once in each test process and then copied.
"""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient

from survey_app import db, schema
from survey_app.config import Settings
from tests import servers

BACKENDS = ("sqlite", "postgresql")

MakeDatabase = Callable[[str], str]  # backend → address of a new database with the newest schema


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server."""
    with servers.postgres_server() as address:
        yield address


@pytest.fixture(scope="session")
def broker_server() -> Iterator[str]:
    """The address of a real broker."""
    with servers.broker_server() as address:
        yield address


@pytest.fixture
def broker_url(broker_server: str) -> str:
    """The address of an empty broker."""
    with redis.Redis.from_url(broker_server) as client:
        client.flushdb()
    return broker_server


@pytest.fixture(scope="session")
def postgres_databases(postgres_server: str) -> Iterator["PostgresDatabases"]:
    """Databases on the PostgreSQL server."""
    databases = PostgresDatabases(postgres_server)
    yield databases
    databases.drop_all()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the newest schema."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Make databases without any table, by backend."""

    def make(backend: str) -> str:
        if backend == "sqlite":
            return f"sqlite:///{tmp_path / 'empty.sqlite'}"
        return request.getfixturevalue("postgres_databases").create(template="template0")

    return make


@pytest.fixture
def make_database(request: pytest.FixtureRequest, tmp_path: Path) -> MakeDatabase:
    """Make databases with the newest schema, by backend."""
    numbers = itertools.count()

    def make(backend: str) -> str:
        if backend == "sqlite":
            path = tmp_path / f"test{next(numbers)}.sqlite"
            shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
            return f"sqlite:///{path}"
        return request.getfixturevalue("postgres_databases").copy()

    return make


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return request.param


@pytest.fixture
def database_url(backend: str, make_database: MakeDatabase) -> str:
    """The address of a fresh database with the newest schema."""
    return make_database(backend)


@pytest.fixture
def database(database_url: str) -> Iterator[db.Database]:
    """A fresh database with the newest schema, connected: `db.transaction()` and `db.reading()` use it."""
    database = db.connect(database_url)
    yield database
    database.dispose()


@pytest.fixture
def settings(database: db.Database, database_url: str, broker_url: str, tmp_path: Path) -> Settings:
    """Settings of an installation of its own."""
    return Settings(
        database_url=database_url,
        redis_url=broker_url,
        instance_path=tmp_path / "instance",
        secret_key="only for tests, only for tests, only",  # noqa: S106  # not a secret
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The web application over the fresh database."""
    from survey_app.app import create_app  # noqa: PLC0415  # tests below the web need no web to be whole

    app = create_app(settings)
    yield app
    db.current().dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser without JavaScript."""
    return app.test_client()


class PostgresDatabases:
    """Creates databases with names that no other test process uses, and drops them all in the end."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._numbers = itertools.count()
        self._prefix = f"ohlas_{os.getpid()}_"
        self._template: str | None = None
        self._names: list[str] = []

    def create(self, template: str) -> str:
        """Create a database like `template` and return its address."""
        name = f"{self._prefix}{next(self._numbers)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        self._names.append(name)
        return self._address(name)

    def copy(self) -> str:
        """Create a database with the newest schema and return its address."""
        if self._template is None:
            address = self.create(template="template0")
            _migrate(address)
            self._template = self._names[-1]
        return self.create(template=self._template)

    def drop_all(self) -> None:
        """Drop everything that was created."""
        for name in self._names:
            self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._server, autocommit=True) as connection:
            connection.execute(statement)

    def _address(self, name: str) -> str:
        base, question, parameters = self._server.partition("?")
        return f"{base.rpartition('/')[0]}/{name}{question}{parameters}"


def _migrate(address: str) -> None:
    database = db.Database(address)
    schema.upgrade(database)
    database.dispose()
