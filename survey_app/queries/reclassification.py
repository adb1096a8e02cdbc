"""Coding all comments anew: by which coder and frame, how far that has come, and what is left."""

from dataclasses import dataclass
from uuid import UUID, uuid5

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Classification, Comment, OutboxMessage
from survey_app.queries import classification, reference, releases
from survey_app.queries.classification import Progress, Written
from survey_app.vocabulary import OutboxStatus

RECLASSIFY = "reclassify"
NOTHING_RELEASED = UUID("6f686c61-7300-4000-8000-000000da1000")


@dataclass(frozen=True)
class Target:
    """What every comment is to be coded by: the coder in force and the newest coding frame.

    `about` is another one after every release and every new frame, so that work for an old target can tell.
    """

    model_version: str
    coding_frame_version: str
    about: UUID


def target(session: Session) -> Target | None:
    """Return the target; None before there is a coding frame."""
    frame = reference.newest_coding_frame(session)
    if frame is None:
        return None
    release = releases.in_force(session)
    coder = release.learned_coder if release else None
    about = uuid5(release.id if release else NOTHING_RELEASED, frame.version)
    return Target(coder.version if coder else releases.DAY_ONE, frame.version, about)


def uncoded(session: Session, wanted: Target, most: int) -> dict[UUID, Written]:
    """Return up to `most` comments without a coding by the target, by key."""
    statement = classification.select_written().where(~_coded(wanted)).order_by(Comment.id).limit(most)
    return classification.read(session, statement)


def progress(session: Session, wanted: Target) -> Progress:
    """Return how many comments the installation has, and how many of them the target has coded."""
    total, coded = session.execute(
        sa.select(sa.func.count(), sa.func.count().filter(_coded(wanted))).select_from(Comment)
    ).one()
    return Progress(total, coded)


def is_promised(session: Session, wanted: Target) -> bool:
    """Whether the machine is at it, or will be without anybody's doing."""
    message = session.get(OutboxMessage, uuid5(wanted.about, RECLASSIFY), populate_existing=True)
    return message is not None and message.status is OutboxStatus.PENDING


def _coded(wanted: Target) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        Classification.comment_id == Comment.id,
        Classification.model_version == wanted.model_version,
        Classification.coding_frame_version == wanted.coding_frame_version,
    )
