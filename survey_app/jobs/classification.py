"""The job that codes a comment by machine. It suggests; people decide."""

import logging
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from analytics.text.chosen_service import with_service
from analytics.text.coding import Coding
from analytics.text.day_one.coder import DayOneCoder
from analytics.text.learning.artifacts import ArtifactError
from analytics.text.learning.coder import LearnedCoder
from survey_app import clock, db
from survey_app.jobs import coder_in_force
from survey_app.operations import classification, draws, outbox
from survey_app.queries import classification as queries
from survey_app.queries.classification import Written

logger = logging.getLogger(__name__)


def classify_comment(claim: outbox.Claim) -> None:
    """Code the comment of the claim and settle the claim in one transaction."""
    classify_comments([claim])


def classify_comments(claims: Sequence[outbox.Claim]) -> None:
    """Code the comments of the claims by the coder in force and settle all claims in one transaction."""
    with db.reading() as session:
        comments = queries.written(session, [UUID(claim.payload["comment_id"]) for claim in claims])
        coder = _coder(session)
    codings = code(coder, list(comments.values()))
    with db.transaction() as session:
        draws.draw(session, list(comments))  # before anybody has spoken
        for comment_id, coding in zip(comments, codings, strict=True):
            classification.store_classification(session, comment_id, coding.to_document(), clock.today())
        for claim in claims:
            outbox.settle(session, claim)


def code(coder: DayOneCoder | LearnedCoder, comments: Sequence[Written]) -> list[Coding]:
    """Code comments: by their words, and where these decide nothing by the service chosen beside them."""
    codings = coder.code([comment.text for comment in comments])
    return [
        with_service(coding, comment.service_groups)
        for coding, comment in zip(codings, comments, strict=True)
    ]


def _coder(session: Session) -> DayOneCoder | LearnedCoder:
    """Return the coder in force; where it cannot be read, the frame alone is better than nothing."""
    try:
        return coder_in_force.load(session)
    except ArtifactError:
        logger.warning("The coder in force cannot be read; comments are coded by the frame alone.")
        return coder_in_force.load_day_one(session)
