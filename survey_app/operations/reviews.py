"""Looks at the quality of the coder in force: promised once however often they are asked for, and kept."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import CoderReview
from survey_app.operations import audit, outbox
from survey_app.queries import reviews
from survey_app.queries.coders import INSTALLATION
from survey_app.vocabulary import ReviewOccasion

EVERY = timedelta(days=7)


def promise(session: Session, occasion: ReviewOccasion, *, by: UUID | None = None) -> bool:
    """Promise a review; False where one waits or is under way. One that failed starts afresh."""
    waits = reviews.under_way(session)
    if waits is not None and not waits.failed:
        return False
    outbox.promise_once(session, reviews.REVIEW, INSTALLATION, occasion=str(occasion))
    if occasion is ReviewOccasion.ASKED_FOR:
        audit.record(
            session,
            staff_id=by,
            region_id=None,
            action="review_requested",
            object_type="coder_review",
            object_id="",
        )
    return True


def promise_when_due(session: Session, now: datetime) -> bool:
    """Promise a review where the newest is a week old and there is enough to measure; else False.

    Nothing is promised while one waits, is under way, or has failed and waits for a person.
    """
    newest = reviews.newest(session)
    if newest is not None and now - newest.reviewed_at < EVERY:
        return False
    return promise_where_measurable(session)


def promise_where_measurable(session: Session) -> bool:
    """Promise a review out of turn, where enough is decided to measure and none is promised already."""
    if reviews.under_way(session) is not None or reviews.coded_decisions(session) < reviews.FEWEST:
        return False
    return promise(session, ReviewOccasion.SCHEDULED)


def store(
    session: Session,
    document: Mapping[str, Any],
    now: datetime,
    *,
    occasion: ReviewOccasion,
    model_version: str,
    coding_frame_version: str,
) -> CoderReview:
    """Store what a review found; it is never changed."""
    last = session.scalar(sa.select(sa.func.max(CoderReview.sequence)))
    review = CoderReview(
        sequence=(last or 0) + 1,
        occasion=occasion,
        model_version=model_version,
        coding_frame_version=coding_frame_version,
        document=dict(document),
        reviewed_at=now,
    )
    session.add(review)
    return review
