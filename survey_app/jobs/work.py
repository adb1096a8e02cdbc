"""The worker: claims messages, runs the handler of their kind, and notes failures.

A handler takes a `Claim` and settles it in the transaction of its effect. What handlers do is not known here.
As a program, `python -m survey_app.jobs.work` answers the bell until it is stopped.
"""

import importlib
import logging
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast
from uuid import UUID

from survey_app import clock, db, process, queues
from survey_app.operations import outbox

Handler = Callable[[outbox.Claim], None]
TogetherHandler = Callable[[Sequence[outbox.Claim]], None]

HANDLERS = {
    "classify_comment": "survey_app.jobs.classification:classify_comment",
    "compute_index": "survey_app.jobs.index:compute_index",
    "draw_pictures": "survey_app.jobs.pictures:draw_pictures",
    "estimate_shares": "survey_app.jobs.shares:estimate_shares",
    "export_responses": "survey_app.jobs.responses:export_responses",
    "rank_queue": "survey_app.jobs.ranking:rank_queue",
    "reclassify": "survey_app.jobs.reclassification:reclassify",
    "review_coder": "survey_app.jobs.review:review_coder",
    "tally_responses": "survey_app.jobs.tallies:tally_responses",
    "train_coder": "survey_app.jobs.training:train_coder",
}

TOGETHER = {"classify_comment": "survey_app.jobs.classification:classify_comments"}
"""Kinds whose handler also takes several claims: on a slow disk a transaction costs more than the work."""

logger = logging.getLogger(__name__)


class UnknownKindError(Exception):
    """No handler is known for this kind of message."""


def run(message_ids: Sequence[str]) -> None:
    """Do the work of some messages, one after the other; those that are done already are left out.

    A failure is noted at its message, which is tried again later; it is never raised.
    """
    ids = [UUID(message_id) for message_id in message_ids]
    with db.transaction() as session:
        untried = outbox.claim_untried(session, ids, clock.now())
    for kind in sorted({claim.kind for claim in untried}):
        _do_together(kind, [claim for claim in untried if claim.kind == kind])
    # Each of these may have ended a worker: its next attempt must not count for those that wait behind it.
    for message_id in set(ids) - {claim.message_id for claim in untried}:
        with db.transaction() as session:
            again = outbox.claim(session, message_id, clock.now())
        if again is not None:
            _do(again)


def _do_together(kind: str, claims: Sequence[outbox.Claim]) -> None:
    """Do the work of several messages of a kind in one transaction, where the kind can; else one by one."""
    if kind in TOGETHER and len(claims) > 1:
        try:
            cast("TogetherHandler", _named(TOGETHER[kind]))(claims)
        except Exception as error:  # noqa: BLE001  # whichever it was will say so when it is tried alone
            logger.info("%s: %d at once failed: %s", kind, len(claims), _kind_and_place(error))
        else:
            return
    for claim in claims:
        _do(claim)


def _do(claim: outbox.Claim) -> None:
    try:
        handler(claim.kind)(claim)
    except outbox.ClaimLostError:
        logger.info("%s: attempt %d was overtaken by another", claim.kind, claim.attempt)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is kept and shown to staff
        logger.warning("%s: attempt %d failed: %s", claim.kind, claim.attempt, _kind_and_place(error))
        with db.transaction() as session:
            outbox.fail(session, claim, _kind_and_place(error), clock.now())


def handler(kind: str) -> Handler:
    """Return the handler of a kind of message.

    Raises:
        UnknownKindError: there is none; the message may come from a newer release.
    """
    if kind not in HANDLERS:
        raise UnknownKindError(kind)
    return cast("Handler", _named(HANDLERS[kind]))


def _named(place: str) -> object:
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)


def main() -> None:
    """Import all handlers, so that no job waits for an import, then work."""
    settings = process.start("worker")
    for kind in HANDLERS:
        handler(kind)
    queues.work(settings.broker)


def _kind_and_place(error: Exception) -> str:
    """Describe a failure without its message, which may quote what a citizen wrote."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}"


if __name__ == "__main__":
    main()
