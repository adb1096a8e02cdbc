"""Finding a snapshot of the regions in which the person works; a foreign one does not exist."""

from uuid import UUID

from flask import abort
from sqlalchemy.orm import Session

from survey_app.blueprints.reach import LOOKS, regions
from survey_app.models import IndexSnapshot
from survey_app.queries import index
from survey_app.vocabulary import Role

__all__ = ["LOOKS", "regions", "snapshot"]


def snapshot(session: Session, snapshot_id: UUID, *roles: Role) -> IndexSnapshot:
    """Return the snapshot with this key."""
    found = index.snapshot(session, snapshot_id, regions(*roles))
    if found is None:
        abort(404)
    return found
