"""The relay: hands out due outbox messages to the workers, and sweeps away what has expired.

As a program, `python -m survey_app.jobs.relay` runs until it is stopped. One relay is enough; two do no harm.
It may be killed at any moment, and it outlives a missing broker and a missing or locked database.
"""

import contextlib
import logging
import time
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from survey_app import clock, db, process
from survey_app.operations import (
    coders,
    collection,
    draws,
    export,
    outbox,
    queue_places,
    reviews,
    sign_in,
    tallies,
    turns,
    verdicts,
)
from survey_app.queries import outbox as outbox_queries
from survey_app.queues import Bell, BrokerMissingError

PAUSE_SECONDS = 0.25
SWEEP_SECONDS = 3600
PAUSE_AFTER_TROUBLE = 60  # seconds
AT_A_TIME = 100

logger = logging.getLogger(__name__)


class Relay:
    """Hands out work again and again; says once when something is missing, and once when it is back."""

    def __init__(self, bell: Bell, *, retrain_days: int = 0, retrain_decisions: int = 0) -> None:
        """`retrain_days` and `retrain_decisions` are the settings of that name; 0 days: never by itself."""
        self._bell = bell
        self._retrain_days, self._retrain_decisions = retrain_days, retrain_decisions
        self._trouble = ""
        self._next_sweep = 0.0
        self._rings_may_be_lost = True  # the relay before us may have ended between leasing and ringing

    def turn(self) -> None:
        """Hand out what is due and sweep if it is time; never raises for a missing broker or database."""
        troubles = [self._trouble_with(step) for step in (self._sweep, self._hand_out)]
        trouble = next(filter(None, troubles), "")
        if trouble != self._trouble:
            logger.warning("%s", trouble or "everything is back; going on")
            self._trouble = trouble

    def _trouble_with(self, step: Callable[[], None]) -> str:
        """Take a step; what stopped it, in words, must not stop the other one."""
        try:
            step()
        except BrokerMissingError:
            self._rings_may_be_lost = True
            return "the broker cannot be reached; work waits in the database"
        except SQLAlchemyError as error:
            return f"the database cannot be used ({type(error).__name__})"
        return ""

    def _hand_out(self) -> None:
        room = self._bell.room()
        now = clock.now()
        if self._bell.is_new() or self._rings_may_be_lost:
            self._rings_may_be_lost = True
            with db.transaction() as session:
                outbox.take_back(session)
            self._rings_may_be_lost = False
        with db.reading() as session:
            if not room or not outbox_queries.work_is_due(session, now):
                return
        with db.transaction() as session:
            outbox.give_up(session, now)
            message_ids = outbox.hand_out(session, now, min(room, AT_A_TIME))
        if message_ids:
            self._bell.ring(message_ids)

    def _sweep(self) -> None:
        if time.monotonic() < self._next_sweep:
            return
        self._next_sweep = (
            time.monotonic() + PAUSE_AFTER_TROUBLE
        )  # whatever fails now is not tried at every turn
        with db.transaction() as session:
            collection.delete_expired_partial_responses(session, clock.today())
            sign_in.forget_old_failures(session, clock.now())
            export.delete_expired(session, clock.now())
        with db.transaction() as session:
            turns.forget_ended(session, clock.now())
            draws.draw_missing(session)
            verdicts.count_single_readings(session, clock.now())
            queue_places.promise_daily(session, clock.today())
            tallies.promise_when_due(session)
            coders.promise_training_when_due(
                session, clock.now(), days=self._retrain_days, least=self._retrain_decisions
            )
            reviews.promise_when_due(session, clock.now())
        self._next_sweep = time.monotonic() + SWEEP_SECONDS


def main() -> None:
    """Hand out work until stopped."""
    settings = process.start("relay")
    relay = Relay(
        Bell(settings.broker),
        retrain_days=settings.retrain_days,
        retrain_decisions=settings.retrain_decisions,
    )
    while True:
        relay.turn()
        time.sleep(PAUSE_SECONDS)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
