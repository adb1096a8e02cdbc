"""Finding a wave of the regions in which the person works; a foreign one does not exist."""

from flask import abort
from sqlalchemy.orm import Session

from survey_app.blueprints.reach import LOOKS, regions
from survey_app.models import Wave
from survey_app.queries import waves
from survey_app.vocabulary import Role

__all__ = ["LOOKS", "regions", "wave"]


def wave(session: Session, wave_code: str, *roles: Role) -> Wave:
    """Return the wave with this code."""
    found = waves.wave_by_code(session, wave_code)
    if found is None or found.region_id not in regions(*roles):
        abort(404)
    return found
