"""Finding a wave of the regions in which the person works; a foreign one does not exist."""

from uuid import UUID

from flask import abort, g
from sqlalchemy.orm import Session

from survey_app.models import Wave
from survey_app.queries import waves
from survey_app.vocabulary import Role

LOOKS = (Role.METHODOLOGIST, Role.COORDINATOR)


def regions(*roles: Role) -> frozenset[UUID]:
    """Return the regions in which the person holds one of `roles`."""
    found: frozenset[UUID] = g.staff.regions(*roles)
    return found


def wave(session: Session, wave_code: str, *roles: Role) -> Wave:
    """Return the wave with this code."""
    found = waves.wave_by_code(session, wave_code)
    if found is None or found.region_id not in regions(*roles):
        abort(404)
    return found
