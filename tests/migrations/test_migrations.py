"""Every migration: up on both databases, down again, and over tables that hold rows.

Each migration has a module `data_NNNN.py` beside this one, without which its test fails: `ROWS` (by table) go
into the schema at `INSERTED_AT`, normally the revision before it, and `check` looks at what became of them.
Nothing here uses the models: they follow the newest schema, and rows come from older ones.
"""

import importlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from survey_app import db, models, schema

SCRIPTS = ScriptDirectory.from_config(schema.alembic_config())
FAILING_MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half_done", sa.Column("id", sa.Integer(), primary_key=True))
    op.drop_table("outbox_message")
    1 / 0


def downgrade() -> None:
    pass
"""
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture
def empty_database(empty_database_url: str) -> Iterator[db.Database]:
    """A database without any table."""
    database = db.Database(empty_database_url)
    yield database
    database.dispose()


def _tables(database: db.Database) -> set[str]:
    return set(sa.inspect(database.engine).get_table_names()) - {"alembic_version"}


def _shape(database: db.Database) -> dict[str, Any]:
    """Return all that makes the tables, comparable between databases of one kind."""
    inspector = sa.inspect(database.engine)

    def ordered(things: list[Any]) -> list[str]:
        return sorted(map(str, things))

    return {
        table: [
            [
                (column["name"], str(column["type"]), column["nullable"])
                for column in inspector.get_columns(table)
            ],
            str(inspector.get_pk_constraint(table)),
            ordered(inspector.get_foreign_keys(table)),
            ordered(inspector.get_unique_constraints(table)),
            ordered(_readable(index) for index in inspector.get_indexes(table)),
            ordered(inspector.get_check_constraints(table)),
            str(inspector.get_table_options(table)),
        ]
        for table in _tables(database)
    }


def _readable(index: Mapping[str, Any]) -> dict[str, Any]:
    """An index with the condition of a partial one as text: SQLite's comes as an object, new each time."""
    return {**index, "dialect_options": {k: str(v) for k, v in index.get("dialect_options", {}).items()}}


def _all_rows(database: db.Database) -> dict[str, list[dict[str, Any]]]:
    """Return all rows by table, as the driver gives them."""
    with database.engine.connect() as connection:
        every = {table: sa.select(sa.text("*")).select_from(sa.table(table)) for table in _tables(database)}
        return {
            table: [dict(row) for row in connection.execute(rows).mappings()] for table, rows in every.items()
        }


def _insert(database: db.Database, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Insert rows by table, in the order given, into the schema that the database has at this moment."""
    reflected = sa.MetaData()
    reflected.reflect(database.engine)
    with database.transaction() as session:
        for table, values in rows.items():
            columns = reflected.tables[table].columns
            stored = [
                {name: _as_stored(value, columns[name]) for name, value in row.items()} for row in values
            ]
            session.execute(sa.insert(reflected.tables[table]), stored)


def _as_stored(value: object, column: sa.Column[Any]) -> object:
    # SQLite has no type for UUIDs; SQLAlchemy keeps them there as 32 hexadecimal digits.
    return value.hex if isinstance(value, UUID) and not isinstance(column.type, sa.Uuid) else value


def test_there_is_one_head_and_one_line() -> None:
    assert SCRIPTS.get_heads() == [REVISIONS[-1]]
    assert [SCRIPTS.get_revision(revision).down_revision for revision in REVISIONS] == [None, *REVISIONS[:-1]]


def test_revisions_are_numbered_and_named() -> None:
    for number, script in enumerate(reversed(list(SCRIPTS.walk_revisions())), start=1):
        assert script.revision == f"{number:04d}"
        assert script.path.rpartition("/")[2].startswith(f"{number:04d}_")


def test_migrations_do_not_import_the_code() -> None:
    for script in SCRIPTS.walk_revisions():
        assert "survey_app" not in Path(script.path).read_text(encoding="utf-8")


def test_the_newest_schema_is_what_the_models_say(database: db.Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"compare_type": True, "render_as_batch": True, "target_metadata": db.Base.metadata},
        )
        assert compare_metadata(context, db.Base.metadata) == []
    assert _tables(database) == {table.name for table in db.Base.metadata.sorted_tables}
    assert len(models.__all__) == len(_tables(database))


def test_migrations_build_what_the_models_would_build(
    database: db.Database, empty_database: db.Database
) -> None:
    db.Base.metadata.create_all(empty_database.engine)  # Alembic's own comparison overlooks checks
    assert _shape(database) == _shape(empty_database)


def test_alembic_itself_finds_nothing_to_add(database: db.Database) -> None:
    command.check(schema.alembic_config(database))


def test_each_migration_is_undone_by_its_downgrade(empty_database: db.Database) -> None:
    shapes = [_shape(empty_database)]
    for revision in REVISIONS:
        schema.upgrade(empty_database, revision)
        shapes.append(_shape(empty_database))
    for revision in ["base", *REVISIONS[:-1]][::-1]:
        shapes.pop()
        schema.downgrade(empty_database, revision)
        assert _shape(empty_database) == shapes[-1]
    assert _tables(empty_database) == set()


def test_migrating_twice_changes_nothing(database: db.Database) -> None:
    before = _shape(database)
    schema.upgrade(database)
    assert _shape(database) == before


@pytest.mark.parametrize("revision", REVISIONS)
def test_rows_survive_the_way_up_and_the_way_back(revision: str, empty_database: db.Database) -> None:
    data = importlib.import_module(f"tests.migrations.data_{revision}")
    schema.upgrade(empty_database, data.INSERTED_AT)
    _insert(empty_database, data.ROWS)
    before = _all_rows(empty_database)
    schema.upgrade(empty_database, revision)
    data.check(_all_rows(empty_database))
    schema.upgrade(empty_database)
    schema.downgrade(empty_database, data.INSERTED_AT)
    assert _all_rows(empty_database) == before
    schema.upgrade(empty_database)


def test_a_migration_that_fails_midway_leaves_nothing_behind(database: db.Database, tmp_path: Path) -> None:
    before = _shape(database)
    (tmp_path / "9999_fail.py").write_text(FAILING_MIGRATION.format(head=REVISIONS[-1]))
    config = schema.alembic_config(database)
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", f"{SCRIPTS.versions}{os.pathsep}{tmp_path}")
    with pytest.raises(ZeroDivisionError):
        command.upgrade(config, "head")
    assert _shape(database) == before
    schema.upgrade(database)
