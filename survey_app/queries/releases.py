"""Which coder is in force, since when, and what was before it. Without a release: the coder of day one."""

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import CoderRelease, LearnedCoder

DAY_ONE = "day-one-2"
"""What codings of the coder that knows only the frame are marked with; `analytics` says the same."""


def version_in_force() -> sa.ScalarSelect[str]:
    """What codings of the coder in force are marked with, as a part of a statement."""
    newest = (
        sa.select(CoderRelease.learned_coder_id)
        .order_by(CoderRelease.sequence.desc())
        .limit(1)
        .correlate(None)
        .scalar_subquery()
    )
    version = sa.select(LearnedCoder.version).where(LearnedCoder.id == newest).correlate(None)
    # An aggregate gives one row where the coder of day one is in force, too.
    return version.with_only_columns(
        sa.func.coalesce(sa.func.max(LearnedCoder.version), DAY_ONE)
    ).scalar_subquery()


def in_force(session: Session) -> CoderRelease | None:
    """Return the release in force with its coder and its person; None where nothing was ever released."""
    return session.scalar(_newest_first().limit(1))


def coder_in_force(session: Session) -> LearnedCoder | None:
    """Return the learned coder in force, None for the coder of day one."""
    release = in_force(session)
    return release.learned_coder if release else None


def history(session: Session) -> list[CoderRelease]:
    """Return every release, the newest first."""
    return list(session.scalars(_newest_first()))


def before(session: Session) -> LearnedCoder | None:
    """Return what was in force before the present coder, None for the coder of day one.

    Raises:
        LookupError: nothing was ever released, so there was nothing before.
    """
    releases = history(session)
    if not releases:
        raise LookupError("nothing was released yet")
    present = releases[0].learned_coder_id
    earlier = (each for each in releases[1:] if each.learned_coder_id != present)
    found = next(earlier, None)
    return found.learned_coder if found else None


def _newest_first() -> sa.Select[CoderRelease]:
    return (
        sa.select(CoderRelease)
        .options(joinedload(CoderRelease.learned_coder), joinedload(CoderRelease.released_by))
        .order_by(CoderRelease.sequence.desc())
    )
