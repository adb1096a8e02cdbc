"""Population margins of a region: each load is kept, the last one is in force. Knows no file."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import MarginSet, Region
from survey_app.operations import audit


def load(
    session: Session,
    region: Region,
    margins: Mapping[str, Mapping[str, int]],
    now: datetime,
    *,
    source: str,
    counted_on: date,
    by: UUID | None,
) -> MarginSet:
    """Put margins in force: margin ("age", …) → code of the category → people; return them as stored."""
    session.execute(sa.select(Region.id).where(Region.id == region.id).with_for_update(key_share=True))
    last = session.scalar(sa.select(sa.func.max(MarginSet.sequence)).where(MarginSet.region_id == region.id))
    loaded = MarginSet(
        region_id=region.id,
        sequence=(last or 0) + 1,
        document={name: dict(people) for name, people in margins.items()},
        source=source,
        counted_on=counted_on,
        loaded_at=now,
        loaded_by_id=by,
    )
    session.add(loaded)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=region.id,
        action="margins_loaded",
        object_type="region",
        object_id=region.id,
        source=source,
    )
    return loaded
