"""What every process of the service does first: log in plain lines, read its settings, open the database.

Nothing that says who a citizen is, what was written, or when an anonymous row came in belongs into a log;
there is no access log.
"""

import logging
import re
import sys
from typing import Any

from sqlalchemy.exc import ArgumentError

from survey_app import db
from survey_app.config import Settings, SettingsError, load_settings

_QUOTED_ROW = re.compile(
    r"^DETAIL:.*(?:\n(?!\S+Error|\[SQL|\(Background|Traceback|The above|During ).*)*", re.MULTILINE
)


class _Discreet(logging.Formatter):
    """Leaves out the lines in which PostgreSQL quotes the row that it refused."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  # the name that logging calls
        """Return the traceback without what somebody wrote."""
        return _QUOTED_ROW.sub("", super().formatException(ei))


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
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(f"%(asctime)s {name}: %(message)s", "%Y-%m-%d %H:%M:%S"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("waitress").setLevel(logging.ERROR)  # it warns of every short queue of requests
