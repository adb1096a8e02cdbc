"""The job that codes all comments anew, a part at a time, after a release or a new coding frame.

What is left follows from the tables alone, so it may be ended at any moment, and run twice. Between two parts
new comments get their turn.
"""

from uuid import UUID

from survey_app import clock, db
from survey_app.jobs import coder_in_force
from survey_app.jobs.classification import code
from survey_app.operations import classification, coders, outbox
from survey_app.queries import reclassification

PART = 200  # comments; a second or two, which a new comment may have to wait


def reclassify(claim: outbox.Claim) -> None:
    """Code the next part of what the coder in force has not coded, and promise the rest."""
    wanted = UUID(claim.payload["target"])
    with db.reading() as session:
        coder = coder_in_force.load(session)
        target = reclassification.target(session)
        is_wanted = target is not None and target.about == wanted
        comments = reclassification.uncoded(session, target, PART) if target is not None and is_wanted else {}
        codings = code(coder, list(comments.values()))
    with db.transaction() as session:
        for comment_id, coding in zip(comments, codings, strict=True):
            classification.store_classification(session, comment_id, coding.to_document(), clock.today())
        outbox.settle(session, claim)
        coders.go_on_reclassifying(session, wanted)
