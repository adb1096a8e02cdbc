"""`flask database …`: the schema."""

import click
from flask.cli import AppGroup
from sqlalchemy.exc import DatabaseError

from survey_app import db, schema

group = AppGroup("database", help="The database.")


@group.command("upgrade")
def upgrade() -> None:
    """Bring the database to the newest schema."""
    try:
        schema.upgrade(db.current())
    except DatabaseError as error:
        raise click.ClickException(f"The database cannot be used ({error.orig}).") from None
    except schema.UnknownSchemaError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"The database has the schema {schema.head()}.")
