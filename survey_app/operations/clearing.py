"""Clearing words of a comment for the public, and taking them back.

Only what somebody wrote may be cleared: words may be left out or masked in brackets, none may be put in or
moved. Whether a text tells who wrote it, a person decides; nothing here can know.
"""

import re
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import ClearedComment, Comment
from survey_app.operations import audit
from survey_app.queries import clearing as queries
from survey_app.queries import triage
from survey_app.vocabulary import Verdict

_MASK = re.compile(r"\[[^\[\]]{0,40}\]")
_WORD = re.compile(r"\w+")


class NotRelevantError(Exception):
    """No decision that the comment is relevant is in force."""


class NotTheirWordsError(Exception):
    """The text holds words that the masked comment does not have, or has in another order; or no word."""


def clear(
    session: Session, comment: Comment, text: str, masked: str, today: date, *, by: UUID
) -> ClearedComment:
    """Clear a text for the public, in place of what was cleared before.

    Args:
        masked: the comment with its personal data masked; `text` may only be shorter.

    Raises:
        NotRelevantError: nobody has decided that the comment is relevant, or the decision was taken back.
        NotTheirWordsError: it is not a shortening of `masked`.
    """
    session.execute(sa.select(Comment.id).where(Comment.id == comment.id).with_for_update())
    history = triage.history(session, comment.id)
    if not history or history[0].verdict is not Verdict.RELEVANT:
        raise NotRelevantError
    if not is_shortened(masked, text):
        raise NotTheirWordsError
    found = queries.cleared(session, comment.id)
    if found is None:
        found = ClearedComment(comment_id=comment.id)
        session.add(found)
    found.text, found.cleared_on, found.cleared_by_id = text, today, by
    _record(session, comment, "comment_cleared", by)
    return found


def take_back(session: Session, comment: Comment, *, by: UUID) -> None:
    """Show the public nothing of a comment any more; where nothing was cleared, nothing happens."""
    found = queries.cleared(session, comment.id)
    if found is not None:
        session.delete(found)
        _record(session, comment, "comment_clearing_taken_back", by)


def is_shortened(masked: str, text: str) -> bool:
    """Tell whether `text` has some words of `masked` in their order, and no others but masks in brackets."""
    left = iter(_words(masked))
    words = _words(text)
    return bool(words) and all(word in left for word in words)  # `in` goes on where it stopped


def _words(text: str) -> list[str]:
    return _WORD.findall(_MASK.sub(" ", text).casefold())


def _record(session: Session, comment: Comment, action: str, by: UUID) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=comment.region_id,
        action=action,
        object_type="comment",
        object_id=comment.id,
    )
