"""Finding a draft of the regions in which the person works, and its parts; what is not there answers 404."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import abort
from sqlalchemy.orm import Session

from forms.editing import EditError
from forms.editing.parts import Document
from survey_app.blueprints.reach import LOOKS, regions
from survey_app.models import QuestionnaireDraft
from survey_app.queries import drafts
from survey_app.vocabulary import Role

__all__ = ["LOOKS", "draft", "part", "regions"]


def draft(session: Session, draft_id: UUID, *roles: Role) -> QuestionnaireDraft:
    """Return the draft with this key."""
    found = drafts.draft(session, draft_id, regions(*roles))
    if found is None:
        abort(404)
    return found


def part(
    find: Callable[[Mapping[str, Any], str], Document], document: Mapping[str, Any], code: str
) -> Document:
    """Return the part of a document that `find` (of `forms.editing.parts`) finds under a code."""
    try:
        return find(document, code)
    except EditError:
        abort(404)
