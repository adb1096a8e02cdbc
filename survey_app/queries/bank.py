"""What the item banks of regions keep."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import BankEntry


def entries(session: Session, region_ids: frozenset[UUID]) -> list[BankEntry]:
    """Return the entries of the given regions: items first, each kind by code."""
    statement = (
        sa.select(BankEntry)
        .where(BankEntry.region_id.in_(region_ids))
        .order_by(BankEntry.region_id, BankEntry.kind, BankEntry.code)
    )
    return list(session.scalars(statement))


def entry(session: Session, entry_id: UUID, region_ids: frozenset[UUID]) -> BankEntry | None:
    """Return the entry with this key, if it belongs to one of the regions."""
    return session.scalar(
        sa.select(BankEntry).where(BankEntry.id == entry_id, BankEntry.region_id.in_(region_ids))
    )
