"""Shares of comments: asked for by a person, estimated once, kept. A stored estimate is never changed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Region, ShareEstimate
from survey_app.operations import audit, outbox
from survey_app.queries import comment_shares as queries


class NotReproducedError(Exception):
    """The same comments and method gave another result: the method changed without a new version."""


def request_estimation(session: Session, region_id: UUID, *, by: UUID | None) -> None:
    """Promise the shares of a region; a promise that failed gets a fresh start, a pending one stays."""
    outbox.promise_once(session, queries.JOB, region_id, region_id=str(region_id))
    audit.record(
        session,
        staff_id=by,
        region_id=region_id,
        action="shares_requested",
        object_type="region",
        object_id=region_id,
    )


def store_estimate(
    session: Session,
    region_id: UUID,
    *,
    method_version: str,
    inputs_hash: str,
    document: Mapping[str, Any],
    estimated_at: datetime,
) -> bool:
    """Store an estimate; False where nothing has changed since the newest one.

    Raises:
        NotReproducedError: the newest one was estimated from the same, and is another.
    """
    session.execute(sa.select(Region.id).where(Region.id == region_id).with_for_update())
    newest = queries.newest(session, region_id)
    if newest and (newest.method_version, newest.inputs_hash) == (method_version, inputs_hash):
        if newest.document != document:
            raise NotReproducedError
        return False
    session.add(
        ShareEstimate(
            region_id=region_id,
            sequence=newest.sequence + 1 if newest else 1,
            method_version=method_version,
            inputs_hash=inputs_hash,
            document=dict(document),
            estimated_at=estimated_at,
        )
    )
    return True
