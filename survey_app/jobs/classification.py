"""The job that codes a comment by machine. It suggests; people decide."""

from uuid import UUID

from analytics.text.coder import DayOneCoder
from analytics.text.coding_frame import CodingFrame
from survey_app import clock, db
from survey_app.operations import classification, outbox
from survey_app.queries import classification as queries
from survey_app.queries import reference

_coders: dict[str, DayOneCoder] = {}


class NoCodingFrameError(Exception):
    """No coding frame has been imported; `flask coding-frame import` does that."""


def classify_comment(claim: outbox.Claim) -> None:
    """Code the comment of the claim and settle the claim in one transaction."""
    comment_id = UUID(claim.payload["comment_id"])
    with db.reading() as session:
        text = queries.text_of(session, comment_id)
        frame = reference.newest_coding_frame(session)
    if frame is None:
        raise NoCodingFrameError
    coding = None if text is None else _coder(frame.version, frame.document).code([text])[0].to_document()
    with db.transaction() as session:
        if coding is not None:
            classification.store_classification(session, comment_id, coding, clock.today())
        outbox.settle(session, claim)


def _coder(version: str, document: dict[str, object]) -> DayOneCoder:
    if version not in _coders:
        _coders.clear()
        _coders[version] = DayOneCoder(CodingFrame.from_document(document))
    return _coders[version]
