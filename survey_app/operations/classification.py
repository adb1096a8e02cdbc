"""Keeping what the machine suggests: append-only, once per comment, model and coding frame."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import Classification
from survey_app.operations import queue_places

UNIQUE = ("comment_id", "model_version", "coding_frame_version")


def store_classification(session: Session, comment_id: UUID, coding: dict[str, Any], today: date) -> bool:
    """Store a coding document of `analytics.text`; False where the same one was stored before."""
    row = {
        "id": uuid4(),
        "comment_id": comment_id,
        "model_version": coding["model_version"],
        "coding_frame_version": coding["coding_frame_version"],
        "relevance": coding["relevance"],
        "urgent": coding["urgent"],
        "abstained": coding["abstained"],
        "coding": coding,
        "classified_on": today,
    }
    if not db.insert_unless_known(session, Classification, UNIQUE, row):
        return False
    queue_places.follow_coding(session, comment_id, coding["relevance"], urgent=coding["urgent"])
    return True
