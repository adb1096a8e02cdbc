"""The log of what staff changed, newest first."""

from collections.abc import Collection
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import AuditEvent
from survey_app.queries.paging import Page, page_of

PAGE_SIZE = 50


def events(session: Session, region_ids: Collection[UUID], page: int) -> Page[AuditEvent]:
    """Return one page of the events of `region_ids` and of those that belong to no region."""
    statement = (
        sa.select(AuditEvent)
        .where(AuditEvent.region_id.is_(None) | AuditEvent.region_id.in_(region_ids))
        .options(joinedload(AuditEvent.staff_member))
        .order_by(AuditEvent.happened_at.desc(), AuditEvent.id)
    )
    return page_of(session, statement, page, PAGE_SIZE)
