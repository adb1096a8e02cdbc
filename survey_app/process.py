"""What every process of the service does first: log in plain lines, read its settings, open the database.

Nothing that says who a citizen is, what was written, or when an anonymous row came in belongs into a log;
there is no access log.
"""

import logging
import sys

from sqlalchemy.exc import ArgumentError

from survey_app import db
from survey_app.config import Settings, SettingsError, load_settings


def start(name: str) -> Settings:
    """Set this process up as `name` ("relay") and return its settings; a wrong one ends it with status 2."""
    log_as(name)
    try:
        settings = load_settings()
        open_database(settings)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)
    return settings


def open_database(settings: Settings) -> db.Database:
    """Connect this process to its database; whether it answers shows at first use.

    Raises:
        SettingsError: the address names no database; one sentence for the administrator.
    """
    try:
        return db.connect(settings.database)
    except (ArgumentError, ValueError, OSError) as error:
        raise SettingsError(f"The setting DATABASE_URL is wrong: {error}.") from None


def log_as(name: str) -> None:
    """Log to standard error as `name`."""
    logging.basicConfig(
        level=logging.INFO,
        format=f"%(asctime)s {name}: %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S",
        force=True,
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("waitress").setLevel(logging.ERROR)  # it warns of every short queue of requests
