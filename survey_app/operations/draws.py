"""What chance gives a comment, once: a place in the sample that estimates rest on, and two readers.

Whether a comment is drawn depends on its random key and on the share of the region at that moment, on nothing
else: neither on what it says nor on who reads it. The same comment and share give the same draw again.
"""

import hashlib
from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import Comment, TriageDraw
from survey_app.queries import readings

SAMPLE, DOUBLE = b"ohlas: sample of comments", b"ohlas: comments for two readers"
LOTS = 1 << 64
AT_A_TIME = 5000


def draw(session: Session, comment_ids: Sequence[UUID]) -> None:
    """Draw the comments that were not drawn before; those that were keep their draw."""
    regions = session.execute(sa.select(Comment.id, Comment.region_id).where(Comment.id.in_(comment_ids)))
    found = [(row.id, row.region_id) for row in regions]
    shares = {region_id: readings.shares(session, region_id) for region_id in {each for _, each in found}}
    rows = [
        {
            "comment_id": comment_id,
            "in_sample": is_drawn(comment_id, SAMPLE, shares[region_id].sample),
            "double_coded": is_drawn(comment_id, DOUBLE, shares[region_id].double),
            "sample_share": shares[region_id].sample,
            "double_share": shares[region_id].double,
        }
        for comment_id, region_id in found
    ]
    if rows:
        unless_drawn = db.insert(session, TriageDraw).on_conflict_do_nothing(index_elements=("comment_id",))
        session.connection().execute(unless_drawn, rows)


def draw_missing(session: Session) -> None:
    """Draw comments that were not drawn so far, as those that came before there were draws, in parts."""
    missing = readings.undrawn(session, AT_A_TIME)
    if missing:
        draw(session, missing)


def is_drawn(comment_id: UUID, what_for: bytes, share: float) -> bool:
    """Whether a comment is among the share (0 to 1) that is drawn for something; draws are independent."""
    lot = hashlib.blake2b(comment_id.bytes, key=what_for, digest_size=8).digest()
    return int.from_bytes(lot) < share * LOTS
