"""Finding a draft of the regions in which the person works; a foreign one does not exist."""

from uuid import UUID

from flask import abort, g
from sqlalchemy.orm import Session

from survey_app.models import QuestionnaireDraft
from survey_app.queries import drafts
from survey_app.vocabulary import Role

LOOKS = (Role.METHODOLOGIST, Role.COORDINATOR)


def regions(*roles: Role) -> frozenset[UUID]:
    """Return the regions in which the person holds one of `roles`."""
    found: frozenset[UUID] = g.staff.regions(*roles)
    return found


def draft(session: Session, draft_id: UUID, *roles: Role) -> QuestionnaireDraft:
    """Return the draft with this key."""
    found = drafts.draft(session, draft_id, regions(*roles))
    if found is None:
        abort(404)
    return found
