"""`kill -9` of any process at any moment loses no acknowledged answer and doubles nothing.

Real processes, a real broker, both databases; in the middle the whole service is killed and started again.
"""

import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from survey_app import db
from survey_app.config import PROJECT_ROOT
from survey_app.demo.town import document
from survey_app.models import Classification, Comment, OutboxMessage, Response
from survey_app.operations import reference
from tests.crash.citizens import Citizen, Sent
from tests.service import Service, free_port, running, wait_until
from tests.survey_app.conftest import MakeWave

KILLS = int(os.environ.get("CRASH_KILLS", "104"))  # for each database
CITIZENS = 3
KILLS_FOR_ONE = 3  # a slow machine gets no more kills than this for each acknowledgement
# What is killed, by a part of its command, once it has lived long enough to be at work (seconds).
KINDS = {"embedded.web": 3.0, "jobs.relay": 1.5, "jobs.work": 7.0, "unixsocket": 0.5}
SERVED_SECONDS = 120
DRAIN_SECONDS = 300  # a lease is 60 s, and the worker needs some to start, more on a busy machine


@pytest.fixture
def town(database: db.Database, make_wave: MakeWave) -> None:
    """A town with an open wave and a coding frame."""
    make_wave()
    frame = document(PROJECT_ROOT / "survey_app" / "content" / "coding_frame.json")
    with database.transaction() as session:
        reference.import_coding_frame(session, frame["version"], frame)


@pytest.mark.usefixtures("town")
@pytest.mark.timeout(900)
def test_no_acknowledged_answer_is_lost_or_doubled_whatever_is_killed(
    database: db.Database, database_url: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    port, killed = str(free_port()), Counter[str]()
    settings = {"DATABASE_URL": database_url, "PORT": port, "WEB_PROCESSES": "2"}
    stop = threading.Event()
    citizens = [Citizen(f"http://127.0.0.1:{port}", stop, seed) for seed in range(CITIZENS)]
    with running(tmp_path / "instance", **settings) as service:
        for citizen in citizens:
            citizen.start()
        _kill(service, KILLS // 2, killed, citizens)
    killed["the whole service"] += 1
    with running(tmp_path / "instance", **settings) as service:
        _kill(service, KILLS - KILLS // 2 - 1, killed, citizens)
        stop.set()
        for citizen in citizens:
            citizen.join(120)
        wait_until(lambda: _count(OutboxMessage) == 0, DRAIN_SECONDS)

    assert [citizen.trouble for citizen in citizens] == [None] * CITIZENS
    sent = [one for citizen in citizens for one in citizen.acknowledged]
    lost, doubled = _compare(sent)
    line = (
        f"{database.engine.dialect.name}: {len(sent)} submitted, {len(sent) - lost} stored, {lost} lost, "
        f"{doubled} doubled, {killed.total()} kills {dict(killed)}, "
        f"{sum(citizen.tries for citizen in citizens)} requests"
    )
    record_property("said", line)
    assert (lost, doubled) == (0, 0), line
    assert killed.total() >= KILLS
    assert set(KINDS) <= set(killed)


def _kill(service: Service, times: int, killed: Counter[str], citizens: list[Citizen]) -> None:
    """Kill random processes of the service, each of which has lived long enough to be at work."""

    def is_somebody_served() -> bool:
        return killed.total() < KILLS_FOR_ONE * (1 + sum(len(citizen.acknowledged) for citizen in citizens))

    chance = random.Random(times)  # noqa: S311  # a test, not a secret
    born: dict[int, float] = {}
    done = 0
    while done < times:
        wait_until(is_somebody_served, SERVED_SECONDS)
        now = time.monotonic()
        living = service.children()
        born = {pid: born.get(pid, now) for pid in living}
        ripe = {
            kind: [pid for pid, command in living.items() if kind in command and now - born[pid] > seconds]
            for kind, seconds in KINDS.items()
        }
        kinds = [kind for kind, pids in ripe.items() if pids]
        if kinds:
            kind = chance.choice(kinds)
            os.kill(chance.choice(ripe[kind]), signal.SIGKILL)
            killed[kind] += 1
            done += 1
        time.sleep(chance.uniform(0.05, 0.5))


def _compare(sent: list[Sent]) -> tuple[int, int]:
    """Return how much of what was acknowledged is not stored as it was sent, and how much is stored twice."""
    with db.reading() as session:
        comments = list(session.scalars(sa.select(Comment)))
        answers = {row.id: row.answers for row in session.execute(sa.select(Response.id, Response.answers))}
        classified = Counter(session.scalars(sa.select(Classification.comment_id)))
    by_words = {comment.text: comment for comment in comments}
    stored = {
        words: answers.get(comment.response_id) if comment.response_id else None
        for words, comment in by_words.items()
    }
    lost = sum(one.words not in stored or stored[one.words] != one.answers for one in sent)
    lost += sum(classified[comment.id] == 0 for comment in comments)
    doubled = len(comments) - len(by_words)
    doubled += len(answers) - sum(comment.response_id is not None for comment in by_words.values())
    doubled += sum(times > 1 for times in classified.values())
    return lost, doubled


def _count(model: type[db.Base]) -> int:
    with db.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(model)) or 0
