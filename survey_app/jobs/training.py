"""The job that trains a coder from all decisions. It stores what was learned; a person releases it.

Learning needs much memory for a moment, so it happens in a child process: this one stays small and keeps
nothing. The child ends with its worker. Whatever is ended is tried again, and the same decisions give the
same coder, which is stored once.
"""

import multiprocessing
import os
import threading
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection, wait
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning import artifacts
from analytics.text.learning.training import Decision, train, training_hash, version_of
from survey_app import clock, db
from survey_app.models import CodingFrameVersion
from survey_app.operations import coders, outbox
from survey_app.operations.coders import Trained
from survey_app.queries import coders as queries
from survey_app.queries import reference

NICENESS = 10  # answering citizens and coding their comments come first


class TrainingEndedError(Exception):
    """The child process ended before it had learned anything, for example because memory ran out."""


def train_coder(claim: outbox.Claim) -> None:
    """Train a coder and store it, unless the same decisions taught one before; settle the claim with it."""
    with db.reading() as session:
        decisions = [
            Decision(d.text, d.relevant, d.target_groups, d.kind) for d in queries.decisions(session)
        ]
        frame = reference.newest_coding_frame(session)
        wanted = frame if frame is not None and _is_news(session, frame, decisions) else None
    trained = _in_a_child(wanted.document, decisions) if wanted is not None else None
    asked_for_by = claim.payload["asked_for_by"]
    with db.transaction() as session:
        if trained is not None:
            by = UUID(asked_for_by) if asked_for_by else None
            coders.store(session, trained, clock.now(), asked_for_by=by)
        outbox.settle(session, claim)


def _is_news(session: Session, frame: CodingFrameVersion, decisions: Sequence[Decision]) -> bool:
    """Whether there are enough decisions, and no coder was learned from the very same ones."""
    if len(decisions) < queries.FEWEST_DECISIONS:
        return False
    digest = training_hash(CodingFrame.from_document(frame.document), decisions)
    return queries.by_version(session, version_of(digest)) is None


def _in_a_child(frame: Mapping[str, Any], decisions: Sequence[Decision]) -> Trained:
    """Train in a process of its own; whatever happens here, it does not outlive this function."""
    context = multiprocessing.get_context("spawn")  # a fork would inherit open connections
    ours, theirs = context.Pipe()
    child = context.Process(target=_learn, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        # Not as arguments: handing over much of them to a child that dies would wait for ever.
        ours.send((frame, decisions))
        trained: Trained = ours.recv()
    except (EOFError, ConnectionError):
        raise TrainingEndedError from None
    finally:
        child.kill()
        child.join()
        ours.close()
    return trained


def _learn(parent: Connection) -> None:
    """Run in the child: receive frame and decisions, learn, and send what was learned."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.nice(NICENESS)
    frame, decisions = parent.recv()
    found = train(CodingFrame.from_document(frame), decisions)
    version = found.coder.model_version
    parent.send(
        Trained(version, frame["version"], found.training_hash, found.card, artifacts.to_bytes(found.coder))
    )


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
