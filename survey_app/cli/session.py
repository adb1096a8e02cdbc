"""How a command reaches the database: a transaction, a region, and a sentence for what goes wrong."""

import contextlib
from collections.abc import Iterator

import click
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import Region
from survey_app.operations.design import PublicationError
from survey_app.operations.reference import RegionTakenError, UnreadableRowError
from survey_app.operations.staff import RefusedError
from survey_app.queries import reference


@contextlib.contextmanager
def transaction() -> Iterator[Session]:
    """Open the transaction of one command; what it refuses ends the command with exit status 1."""
    with _in_sentences(), db.transaction() as session:
        yield session


@contextlib.contextmanager
def reading() -> Iterator[Session]:
    """Open a view of the data, while which others can write; what is refused ends the command as above."""
    with _in_sentences(), db.reading() as session:
        yield session


@contextlib.contextmanager
def _in_sentences() -> Iterator[None]:
    try:
        yield
    except (RefusedError, RegionTakenError, UnreadableRowError) as refusal:
        raise click.ClickException(str(refusal)) from None
    except PublicationError as refusal:
        problems = "\n".join(refusal.problems)
        raise click.ClickException(f"The questionnaire cannot be published:\n{problems}") from None
    except DatabaseError as error:
        raise click.ClickException(
            "The database cannot be used; check DATABASE_URL and run `flask --app wsgi database upgrade` "
            f"({error.orig})."
        ) from None


def find_region(session: Session, code: str) -> Region:
    """Return the region with `code`.

    Raises:
        click.ClickException: there is none.
    """
    region = reference.region_by_code(session, code)
    if region is None:
        known = ", ".join(each.code for each in reference.regions(session)) or "none yet"
        raise click.ClickException(f"There is no region {code} (known regions: {known}).")
    return region
