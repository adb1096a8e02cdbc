"""Fixtures for all tests: real servers, and for each test a database of its own on each kind of server.

The schema is built by the migrations once in each test process and then copied.
"""

import contextlib
import functools
import itertools
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import psycopg
import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient

from survey_app import db, schema
from survey_app.config import Settings
from tests import servers
from tests.chromium import chromium  # noqa: F401  # a fixture, and only one: Playwright starts once in a process

BACKENDS = ("sqlite", "postgresql")

# A machine that is busy with other things makes no property false. New examples are looked for while somebody
# is there to look at them; the build tries the same ones each time.
hypothesis.settings.register_profile(
    "ohlas",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
hypothesis.settings.load_profile("ohlas")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have measured: what they recorded as the property "said"."""
    for report in [*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])]:
        for name, value in report.user_properties:
            if name == "said":
                terminalreporter.write_line(str(value))


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
    databases.drop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the newest schema."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """Each kind of database in turn."""
    return request.param


@pytest.fixture
def empty_database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite'}"
    else:
        databases = request.getfixturevalue("postgres_databases")
        with databases.like("template0") as address:
            yield address


@pytest.fixture
def database_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh database with the newest schema."""
    if backend == "sqlite":
        path = tmp_path / "test.sqlite"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        databases = request.getfixturevalue("postgres_databases")
        with databases.like(databases.template) as address:
            yield address


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
    """Databases on one server, with names that no other test process uses."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._numbers = itertools.count()
        self._prefix = f"ohlas_{os.getpid()}_"

    @functools.cached_property
    def template(self) -> str:
        """The name of a database with the newest schema, made at first use."""
        name = f"{self._prefix}template"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        _migrate(self._address(name))
        return name

    @contextlib.contextmanager
    def like(self, template: str) -> Iterator[str]:
        """Yield the address of a new database like `template`, which is dropped in the end."""
        name = f"{self._prefix}{next(self._numbers)}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        yield self._address(name)
        self._execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def drop(self) -> None:
        """Drop the template."""
        self._execute(f'DROP DATABASE IF EXISTS "{self._prefix}template" WITH (FORCE)')

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
