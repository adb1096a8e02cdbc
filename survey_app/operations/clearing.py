"""Clearing words of a comment for the public, and taking them back.

Only what somebody wrote may be cleared: words may be left out, or known marks put in their place, such as
[name]; nothing else may be put in or moved. Whether a text tells who wrote it, a person decides; nothing here
can know.
"""

import re
from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import ClearedComment, Comment
from survey_app.operations import audit
from survey_app.queries import clearing as queries
from survey_app.queries import triage
from survey_app.vocabulary import Verdict

LEFT_OUT = ("[…]", "[...]")
"""Marks that stand for anything."""

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"\w+")


class NotRelevantError(Exception):
    """No decision that the comment is relevant is in force."""


class NotTheirWordsError(Exception):
    """The text has words or brackets that the masked comment has not, or not in this order; or no word."""


def clear(
    session: Session,
    comment: Comment,
    text: str,
    masked: str,
    today: date,
    *,
    by: UUID,
    marks: Collection[str],
) -> ClearedComment:
    """Clear a text for the public, in place of what was cleared before.

    Args:
        masked: the comment with its personal data masked; `text` may only be shorter.
        marks: what may stand in brackets in place of words (see `is_shortened`).

    Raises:
        NotRelevantError: nobody has decided that the comment is relevant, or the decision was taken back.
        NotTheirWordsError: it is not a shortening of `masked`.
    """
    session.execute(sa.select(Comment.id).where(Comment.id == comment.id).with_for_update())
    history = triage.history(session, comment.id)
    if not history or history[0].verdict is not Verdict.RELEVANT:
        raise NotRelevantError
    if not is_shortened(masked, text, marks):
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


def is_shortened(masked: str, text: str, marks: Collection[str]) -> bool:
    """Tell whether `text` has some words of `masked` in their order, and else only known marks in brackets.

    Args:
        marks: names of kinds of personal data, without brackets. Other brackets are what somebody wrote: they
            stand in `masked` as they are, and their words keep its order.
    """
    known = {tuple(_words(mark)) for mark in marks}

    def is_mark(brackets: str) -> bool:
        return brackets in LEFT_OUT or tuple(_words(brackets)) in known

    def spoken(words: str) -> list[str]:
        return _words(_BRACKETS.sub(lambda found: " " if is_mark(found[0]) else found[0], words))

    written = {brackets.casefold() for brackets in _BRACKETS.findall(masked)}
    if not all(is_mark(each) or each.casefold() in written for each in _BRACKETS.findall(text)):
        return False
    left, words = iter(spoken(masked)), spoken(text)
    return bool(words) and all(word in left for word in words)  # `in` goes on where it stopped


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _record(session: Session, comment: Comment, action: str, by: UUID) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=comment.region_id,
        action=action,
        object_type="comment",
        object_id=comment.id,
    )
