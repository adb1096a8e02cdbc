"""The job that trains a coder from all decisions. It stores what was learned; a person releases it.

Learning needs much memory for a moment, so it happens in a child process. Whatever is ended is tried again,
and the same decisions give the same coder, which is stored once. How good the coder in force is by then is
looked at afterwards.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning import artifacts
from analytics.text.learning.training import Decision, train, training_hash, version_of
from survey_app import clock, db
from survey_app.jobs.child import in_a_child
from survey_app.models import CodingFrameVersion
from survey_app.operations import coders, outbox, reviews
from survey_app.operations.coders import Trained
from survey_app.queries import coders as queries
from survey_app.queries import reference
from survey_app.vocabulary import ReviewOccasion


def train_coder(claim: outbox.Claim) -> None:
    """Train a coder and store it, unless the same decisions taught one before; settle the claim with it."""
    with db.reading() as session:
        decisions = [
            Decision(d.text, d.relevant, d.target_groups, d.kind, d.service_groups)
            for d in queries.decisions(session)
        ]
        frame = reference.newest_coding_frame(session)
        wanted = frame if frame is not None and _is_news(session, frame, decisions) else None
    trained = in_a_child(learn, wanted.document, decisions) if wanted is not None else None
    asked_for_by = claim.payload["asked_for_by"]
    with db.transaction() as session:
        if trained is not None:
            by = UUID(asked_for_by) if asked_for_by else None
            coders.store(session, trained, clock.now(), asked_for_by=by)
            reviews.promise(session, ReviewOccasion.TRAINED)
        outbox.settle(session, claim)


def _is_news(session: Session, frame: CodingFrameVersion, decisions: Sequence[Decision]) -> bool:
    """Whether there are enough decisions, and no coder was learned from the very same ones."""
    if len(decisions) < queries.FEWEST_DECISIONS:
        return False
    digest = training_hash(CodingFrame.from_document(frame.document), decisions)
    return queries.by_version(session, version_of(digest)) is None


def learn(frame: Mapping[str, Any], decisions: Sequence[Decision]) -> Trained:
    """Learn a coder."""
    found = train(CodingFrame.from_document(frame), decisions)
    version = found.coder.model_version
    return Trained(
        version, frame["version"], found.training_hash, found.card, artifacts.to_bytes(found.coder)
    )
