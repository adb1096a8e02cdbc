"""The log of what staff changed; written in the same transaction as the change."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import AuditEvent


def record(
    session: Session,
    *,
    staff_id: UUID | None,
    region_id: UUID | None,
    action: str,
    object_type: str,
    object_id: object,
    **detail: Any,
) -> None:
    """Write one line of the log; `staff_id` is None for the command line."""
    session.add(
        AuditEvent(
            happened_at=clock.now(),
            staff_member_id=staff_id,
            region_id=region_id,
            action=action,
            object_type=object_type,
            object_id=str(object_id),
            detail=detail,
        )
    )
