"""`flask database …`: the schema."""

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

from survey_app import db, schema

group = AppGroup("database", help="The database.")


@group.command("upgrade")
def upgrade() -> None:
    """Bring the database to the newest schema."""
    try:
        schema.upgrade(db.current())
    except OperationalError as error:
        raise click.ClickException(f"The database cannot be reached ({error.orig}).") from None
    click.echo(f"The database has the schema {schema.head()}.")
