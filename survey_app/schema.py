"""Bringing a database to the newest schema with Alembic, from code instead of from a configuration file."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from survey_app.config import PROJECT_ROOT
from survey_app.db import Database


class UnknownSchemaError(Exception):
    """The database has a schema that this release does not know; one sentence for the administrator."""


def alembic_config(database: Database | None = None) -> Config:
    """Return the Alembic configuration of this project, bound to `database` if given."""
    config = Config()
    config.set_main_option("script_location", str(PROJECT_ROOT / "migrations"))
    config.attributes["database"] = database
    return config


def upgrade(database: Database, revision: str = "head") -> None:
    """Migrate `database` up to `revision`.

    Raises:
        UnknownSchemaError: a newer release has migrated it.
    """
    try:
        command.upgrade(alembic_config(database), revision)
    except CommandError as error:
        raise UnknownSchemaError(
            f"The schema of the database is not known to this release, perhaps it is newer ({error})."
        ) from None


def downgrade(database: Database, revision: str) -> None:
    """Migrate `database` down to `revision`."""
    command.downgrade(alembic_config(database), revision)


def head() -> str | None:
    """Return the newest revision that the code knows."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()
