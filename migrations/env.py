"""Alembic environment: migrates the database that DATABASE_URL names (or the one already connected)."""

import contextlib
from collections.abc import Iterator
from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from survey_app import db, models  # noqa: F401  # models register their tables on import
from survey_app.config import load_settings


def as_standard_type(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what they are in the database, so migrations never import the code."""
    if kind == "type" and isinstance(item, db.Instant):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and item is db.Json:
        return "sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')"
    return False


@contextlib.contextmanager
def foreign_keys_at_rest(connection: sa.Connection) -> Iterator[None]:
    """Let SQLite rebuild a table that others point at: for that it must not watch foreign keys meanwhile.

    Only outside of a transaction can it be told so; at the end all keys are looked at, before the commit.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    raw: Any = connection.connection.driver_connection
    raw.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        raw.execute("PRAGMA foreign_keys=ON")


def check_foreign_keys(connection: sa.Connection) -> None:
    """Refuse, before the commit, a migration that left a row pointing nowhere."""
    if connection.dialect.name == "sqlite" and (
        lost := connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ):
        raise ValueError(f"the migration leaves rows that point nowhere: {lost[:5]}")


def run() -> None:
    """Migrate inside one transaction; on SQLite tables are rebuilt in batches."""
    database = context.config.attributes.get("database") or db.connect(load_settings().database)
    engine = database.engine.execution_options(sqlite_begin="IMMEDIATE")
    with engine.connect() as connection, foreign_keys_at_rest(connection):
        context.configure(
            connection=connection,
            target_metadata=db.Base.metadata,
            render_as_batch=True,
            compare_type=True,
            render_item=as_standard_type,
        )
        with context.begin_transaction():
            context.run_migrations()
            check_foreign_keys(connection)


run()
