"""How a command reaches the database: one transaction, and a sentence for what goes wrong."""

import contextlib
from collections.abc import Iterator

import click
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.operations.reference import RegionTakenError, UnreadableRowError
from survey_app.operations.staff import RefusedError


@contextlib.contextmanager
def transaction() -> Iterator[Session]:
    """Open the transaction of one command; what it refuses ends the command with exit status 1."""
    try:
        with db.transaction() as session:
            yield session
    except (RefusedError, RegionTakenError, UnreadableRowError) as refusal:
        raise click.ClickException(str(refusal)) from None
    except (OperationalError, ProgrammingError) as error:
        raise click.ClickException(
            "The database cannot be used; check DATABASE_URL and run `flask --app wsgi database upgrade` "
            f"({error.orig})."
        ) from None
