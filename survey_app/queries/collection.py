"""What has been collected, as far as respondents may ask: a partial response, the fate of a comment."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Comment, PartialResponse, Response
from survey_app.queries import comments
from survey_app.vocabulary import IrrelevanceReason, Verdict


@dataclass(frozen=True)
class CommentFate:
    """What the author of a comment may know: the text, and what was decided, if anything."""

    text: str
    received_on: date
    verdict: Verdict | None
    irrelevance_reason: IrrelevanceReason | None


def sealed_partial_response(
    session: Session, lookup_hash: str, today: date, *, for_update: bool = False
) -> bytes | None:
    """Return the sealed partial response stored under `lookup_hash`, unless its time is up.

    With `for_update` nobody else changes it before the transaction ends.
    """
    statement = sa.select(PartialResponse.sealed).where(
        PartialResponse.lookup_hash == lookup_hash, PartialResponse.expires_on >= today
    )
    return session.scalar(statement.with_for_update() if for_update else statement)


def is_stored(session: Session, submission_hash: str) -> bool:
    """Tell whether a response with this submission has been stored."""
    return (
        session.scalar(sa.select(Response.id).where(Response.submission_hash == submission_hash)) is not None
    )


def comment_fates(session: Session, receipt_hash: str) -> list[CommentFate]:
    """Return the comments that a receipt stands for, each with the decision in force."""
    decisions = comments.decisions_in_force()
    rows = session.execute(
        sa.select(Comment.text, Comment.received_on, decisions.c.verdict, decisions.c.irrelevance_reason)
        .outerjoin(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.receipt_hash == receipt_hash)
        .order_by(Comment.item_code)
    )
    return [CommentFate(*row) for row in rows]
