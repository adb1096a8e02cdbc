"""Alembic environment: migrates the database that DATABASE_URL names (or the one already connected)."""

from typing import Any, Literal

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


def run() -> None:
    """Migrate inside one transaction; on SQLite tables are rebuilt in batches."""
    database = context.config.attributes.get("database") or db.connect(load_settings().database)
    with database.engine.execution_options(sqlite_begin="IMMEDIATE").connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=db.Base.metadata,
            render_as_batch=True,
            compare_type=True,
            render_item=as_standard_type,
        )
        with context.begin_transaction():
            context.run_migrations()


run()
