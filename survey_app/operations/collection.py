"""Taking in what citizens send: one transaction, once, without a trace of who and when.

A submission is recognised by the hash of its random identity. Sent again with the same content it changes
nothing; with different content it is refused.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import clock, db, sealing
from survey_app.models import Comment, PartialResponse, Response
from survey_app.operations import outbox, queue_places
from survey_app.queries import collection
from survey_app.vocabulary import Mode, Source


class ConflictingSubmissionError(Exception):
    """The same submission has been received before, with different content."""


@dataclass(frozen=True)
class Verbatim:
    """An answer in the respondent's own words that becomes a comment."""

    item_code: str
    text: str


@dataclass(frozen=True)
class Submission:
    """A complete questionnaire as it was sent. `answers` holds what is on the path, verbatims apart."""

    submission_id: str
    receipt_hash: str
    language: str
    mode: Mode
    answers: Mapping[str, Any]
    verbatims: tuple[Verbatim, ...] = ()
    service_code: str | None = None

    def content_hash(self) -> str:
        """Return a hash of everything that the respondent said."""
        verbatims = [[verbatim.item_code, verbatim.text] for verbatim in self.verbatims]
        return _content_hash(self.submission_id, self.answers, verbatims)


@dataclass(frozen=True)
class Feedback:
    """A comment from the always-open form."""

    submission_id: str
    receipt_hash: str
    language: str
    mode: Mode
    text: str
    service_code: str | None = None
    contact_sealed: bytes | None = None
    contact: str = ""

    def content_hash(self) -> str:
        """Return a hash of everything that the author said."""
        return _content_hash(self.submission_id, self.text, self.service_code, self.contact)


@dataclass(frozen=True)
class Target:
    """The wave a response belongs to, as far as storing it needs."""

    wave_id: UUID
    region_id: UUID
    questionnaire_version_id: UUID


def submit_response(
    session: Session, target: Target, submission: Submission, now: datetime, *, late: bool
) -> bool:
    """Store a response with its comments and the promise to classify them.

    Returns False where the same submission was stored before.

    Raises:
        ConflictingSubmissionError: it was stored before with different content.
    """
    submission_hash, content_hash = sealing.hashed(submission.submission_id), submission.content_hash()
    response_id, received_on = uuid4(), clock.local(now).date()
    row = {
        "id": response_id,
        "wave_id": target.wave_id,
        "questionnaire_version_id": target.questionnaire_version_id,
        "mode": submission.mode,
        "language": submission.language,
        "received_on": received_on,
        "late": late,
        "answers": dict(submission.answers),
        "submission_hash": submission_hash,
        "content_hash": content_hash,
    }
    if not db.insert_unless_known(session, Response, ("submission_hash",), row):
        known = sa.select(Response.content_hash).where(Response.submission_hash == submission_hash)
        _same_or_refused(session.scalar(known), content_hash)
        return False
    comment_ids = [uuid4() for _ in submission.verbatims]
    comments = [
        {
            "id": comment_id,
            "region_id": target.region_id,
            "wave_id": target.wave_id,
            "response_id": response_id,
            "item_code": verbatim.item_code,
            "service_code": submission.service_code,
            "text": verbatim.text,
            "language": submission.language,
            "source": Source.QUESTIONNAIRE,
            "mode": submission.mode,
            "received_on": received_on,
            "receipt_hash": submission.receipt_hash,
            "submission_hash": submission_hash,
            "content_hash": content_hash,
        }
        for comment_id, verbatim in zip(comment_ids, submission.verbatims, strict=True)
    ]
    db.insert_all(session, Comment, comments)
    _queue_up(session, target.region_id, comment_ids)
    return True


def mark_tallied(session: Session, response_ids: list[UUID]) -> None:
    """Note that responses are counted in the tallies of their wave."""
    session.execute(
        sa.update(Response).where(Response.id.in_(response_ids)).values(tallied=True),
        execution_options={"synchronize_session": False},
    )


def submit_feedback(session: Session, region_id: UUID, feedback: Feedback, now: datetime) -> bool:
    """Store a comment from the always-open form with the promise to classify it.

    Returns False where the same submission was stored before.

    Raises:
        ConflictingSubmissionError: it was stored before with different content.
    """
    submission_hash, content_hash = sealing.hashed(feedback.submission_id), feedback.content_hash()
    comment_id = uuid4()
    row = {
        "id": comment_id,
        "region_id": region_id,
        "item_code": "",
        "service_code": feedback.service_code,
        "text": feedback.text,
        "language": feedback.language,
        "source": Source.FEEDBACK_FORM,
        "mode": feedback.mode,
        "received_on": clock.local(now).date(),
        "contact_sealed": feedback.contact_sealed,
        "receipt_hash": feedback.receipt_hash,
        "submission_hash": submission_hash,
        "content_hash": content_hash,
    }
    if not db.insert_unless_known(session, Comment, ("submission_hash", "item_code"), row):
        known = sa.select(Comment.content_hash).where(Comment.submission_hash == submission_hash)
        _same_or_refused(session.scalar(known), content_hash)
        return False
    _queue_up(session, region_id, [comment_id])
    return True


def change_partial_response(
    session: Session, lookup_hash: str, wave_id: UUID, expires_on: date, change: Callable[[bytes], bytes]
) -> None:
    """Replace what a browser has answered so far by `change` of it; an empty text where there is nothing yet.

    Two tabs that save at the same instant change one after the other, so neither's page is lost.
    """
    row = {"lookup_hash": lookup_hash, "wave_id": wave_id, "sealed": b"", "expires_on": expires_on}
    known = b""
    if not db.insert_unless_known(session, PartialResponse, ("lookup_hash",), row):
        today = clock.today()
        known = collection.sealed_partial_response(session, lookup_hash, today, for_update=True) or b""
    session.execute(
        sa.update(PartialResponse)
        .where(PartialResponse.lookup_hash == lookup_hash)
        .values(sealed=change(known), expires_on=expires_on)
    )


def delete_partial_response(session: Session, lookup_hash: str) -> None:
    """Forget what a browser has answered so far."""
    session.execute(sa.delete(PartialResponse).where(PartialResponse.lookup_hash == lookup_hash))


def delete_expired_partial_responses(session: Session, today: date) -> int:
    """Forget all partial responses whose time is up; return how many there were."""
    return db.affected(session, sa.delete(PartialResponse).where(PartialResponse.expires_on < today))


def _queue_up(session: Session, region_id: UUID, comment_ids: list[UUID]) -> None:
    """Let comments wait for a person, and for the machine."""
    queue_places.enter(session, region_id, comment_ids)
    payloads = [{"comment_id": str(comment_id)} for comment_id in comment_ids]
    outbox.promise_all(session, "classify_comment", payloads)


def _same_or_refused(known: str | None, content_hash: str) -> None:
    if known != content_hash:
        raise ConflictingSubmissionError


def _content_hash(submission_id: str, *parts: object) -> str:
    # The identity itself is stored nowhere, so nobody can try out which telephone number gives a hash.
    said = (submission_id, *parts)
    return sealing.hashed(json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
