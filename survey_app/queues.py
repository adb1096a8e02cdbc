"""The broker: ringing the workers' bell, and answering it. The only module that knows RQ and Redis.

The broker is a doorbell, not a record: it may be lost, emptied or replaced at any moment, and what it forgets
is rung again (see `jobs.relay`). A ring carries nothing but ids of outbox messages. Knows no table.
"""

import logging
import signal
import time
from collections.abc import Sequence
from types import FrameType
from uuid import UUID

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue, SimpleWorker

QUEUE_NAME = "ohlas"
JOB = "survey_app.jobs.work.run"
JOB_SECONDS = 900  # the longest job, an index of a large town, takes minutes; less than its lease
PER_RING = 20  # messages; a ring costs as much as the work on a comment
MOST_WAITING = 25  # rings; a worker that is away finds a short queue, not one ring per message and minute
FAILED_RING_SECONDS = 3600
KNOWN_KEY = "ohlas:known"

_CONNECT_SECONDS = 1.0
_ANSWER_SECONDS = 2.0
_WORKER_TTL = 30  # seconds; an idle worker asks anew every 15
_PAUSE = 0.5


def _by_ring(message_ids: Sequence[UUID]) -> list[Sequence[UUID]]:
    """Return the messages by ring."""
    return [message_ids[start : start + PER_RING] for start in range(0, len(message_ids), PER_RING)]


class BrokerMissingError(Exception):
    """The broker cannot be reached."""


class Bell:
    """Rings the workers. Every method gives up within seconds where there is no broker."""

    def __init__(self, url: str) -> None:
        self._connection = _connection(url)
        self._queue = Queue(QUEUE_NAME, connection=self._connection, serializer="json")

    def room(self) -> int:
        """Return how many more messages may be rung for now.

        Raises:
            BrokerMissingError: nobody answers.
        """
        try:
            return max(0, MOST_WAITING - self._queue.count) * PER_RING
        except RedisError as error:
            raise BrokerMissingError from error

    def is_new(self) -> bool:
        """Tell, once, that the broker has not been seen before or has forgotten everything.

        Raises:
            BrokerMissingError: nobody answers.
        """
        try:
            return bool(self._connection.set(KNOWN_KEY, 1, nx=True))
        except RedisError as error:
            raise BrokerMissingError from error

    def ring(self, message_ids: Sequence[UUID]) -> None:
        """Ask the workers to run these messages.

        Raises:
            BrokerMissingError: nobody answers; some or all of the rings are lost.
        """
        rings = [
            Queue.prepare_data(
                JOB,
                args=([str(message_id) for message_id in together],),
                timeout=JOB_SECONDS,
                result_ttl=0,
                failure_ttl=FAILED_RING_SECONDS,
            )
            for together in _by_ring(message_ids)
        ]
        try:
            self._queue.enqueue_many(rings)
        except RedisError as error:
            raise BrokerMissingError from error

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class _Worker(SimpleWorker):
    """A worker that runs jobs in its own process, keeps imports warm, and takes no remote commands."""

    max_connection_wait_time = 2.0
    asked_to_stop = False

    def request_stop(self, signum: int, frame: FrameType | None) -> None:
        """Finish the job at hand, then end."""
        self.asked_to_stop = True
        super().request_stop(signum, frame)  # type: ignore[no-untyped-call]  # RQ has no types here

    def subscribe(self) -> None:
        """Do not listen for commands: each loss of the broker would leave a listening thread behind."""

    def unsubscribe(self) -> None:
        """See `subscribe`."""


def work(url: str, *, burst: bool = False) -> None:
    """Answer the bell until SIGTERM or SIGINT; with `burst`, until nothing waits.

    A lost broker is waited for.
    """
    logging.getLogger("rq.worker").addFilter(_is_news)
    while not _work_until_broker_is_lost(url, burst=burst):
        # Between two workers a signal ends the process at once; there is no job to finish.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        time.sleep(_PAUSE)


def _work_until_broker_is_lost(url: str, *, burst: bool) -> bool:
    """Return True where the worker was asked to end."""
    connection = _connection(url)
    worker: _Worker | None = None
    try:
        worker = _Worker(
            [QUEUE_NAME],
            connection=connection,
            serializer="json",
            worker_ttl=_WORKER_TTL,
            log_job_description=False,
        )
        worker.work(logging_level="ERROR", burst=burst)
    except RedisError:
        return worker is not None and worker.asked_to_stop
    finally:
        connection.close()
    return worker.asked_to_stop or burst


def _is_news(record: logging.LogRecord) -> bool:
    # The relay says once that the broker is missing; the worker need not say it with every try.
    return "could not connect" not in str(record.msg)


def _connection(url: str) -> Redis:
    return Redis.from_url(
        url,
        retry=Retry(NoBackoff(), 0),
        socket_connect_timeout=_CONNECT_SECONDS,
        socket_timeout=_ANSWER_SECONDS,
    )
