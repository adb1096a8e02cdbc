"""The job that codes a comment by machine. It suggests; people decide."""

from collections.abc import Sequence
from uuid import UUID

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame
from survey_app import clock, db
from survey_app.operations import classification, outbox
from survey_app.queries import classification as queries
from survey_app.queries import reference

_coders: dict[str, DayOneCoder] = {}


class NoCodingFrameError(Exception):
    """No coding frame has been imported; `flask coding-frame import` does that."""


def classify_comment(claim: outbox.Claim) -> None:
    """Code the comment of the claim and settle the claim in one transaction."""
    classify_comments([claim])


def classify_comments(claims: Sequence[outbox.Claim]) -> None:
    """Code the comments of the claims and settle all claims in one transaction."""
    with db.reading() as session:
        texts = queries.texts_of(session, [UUID(claim.payload["comment_id"]) for claim in claims])
        frame = reference.newest_coding_frame(session)
    if frame is None:
        raise NoCodingFrameError
    codings = _coder(frame.version, frame.document).code(list(texts.values()))
    with db.transaction() as session:
        for comment_id, coding in zip(texts, codings, strict=True):
            classification.store_classification(session, comment_id, coding.to_document(), clock.today())
        for claim in claims:
            outbox.settle(session, claim)


def _coder(version: str, document: dict[str, object]) -> DayOneCoder:
    if version not in _coders:
        _coders.clear()
        _coders[version] = DayOneCoder(CodingFrame.from_document(document))
    return _coders[version]
