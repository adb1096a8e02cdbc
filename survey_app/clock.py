"""The time of the town: instants in UTC, dates and opening hours by the clock of Europe/Prague."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

TOWN = ZoneInfo("Europe/Prague")


class NonexistentTimeError(ValueError):
    """The clock was moved forward over this local time; it never happened."""


def now() -> datetime:
    """Return the present instant (UTC)."""
    return datetime.now(UTC)


def today() -> date:
    """Return the present date in the town."""
    return now().astimezone(TOWN).date()


def local(instant: datetime) -> datetime:
    """Return `instant` as the town's clocks show it."""
    return instant.astimezone(TOWN)


def from_local(wall_time: datetime) -> datetime:
    """Return the instant (UTC) at which the town's clocks show the naive `wall_time`.

    In the hour that happens twice in autumn the first one is meant, unless `fold` says otherwise.

    Raises:
        NonexistentTimeError: in the hour that is left out in spring.
    """
    instant = wall_time.replace(tzinfo=TOWN).astimezone(UTC)
    if local(instant).replace(tzinfo=None) != wall_time:
        raise NonexistentTimeError(wall_time.isoformat())
    return instant
