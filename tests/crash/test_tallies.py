"""`kill -9` of a worker that adds responses to the tallies: none is lost, none is counted twice."""

import random
import signal
import subprocess
import sys
import time
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.jobs import tallies as job
from survey_app.models import Response, Wave
from survey_app.queries import tallies as queries
from tests.survey_app.conftest import MakeWave
from tests.survey_app.test_tallies import put, quiet, stored

PEOPLE, KILLS = 3_000, 6
WORKER = """
import sys
from uuid import UUID
from survey_app import db
from survey_app.operations import tallies
db.connect(sys.argv[1])
print("begun", flush=True)
while True:
    with db.transaction() as session:
        if not tallies.add_some(session, UUID(sys.argv[2]), most=5):
            break
"""


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    """A wave that closed yesterday, with responses that nobody has counted."""
    now = clock.now()
    wave = make_wave(opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))
    put(wave, *({"used": "yes", "staff": code} for code in ("good", "bad", "dk") for _ in range(PEOPLE // 3)))
    return wave


def left(wave_id: UUID) -> int:
    with db.reading() as session:
        waiting = sa.select(sa.func.count()).where(Response.wave_id == wave_id, queries.NOT_TALLIED)
        return session.scalar(waiting) or 0


@pytest.mark.timeout(300)
def test_a_worker_killed_in_the_middle_counts_everybody_once(wave: Wave, database_url: str) -> None:
    chance = random.Random(1)  # noqa: S311  # repeatable, not secret
    cut_short = 0
    for _ in range(KILLS):
        with subprocess.Popen(  # our own command
            [sys.executable, "-c", WORKER, database_url, str(wave.id)],
            cwd=PROJECT_ROOT,
            stdout=subprocess.PIPE,
        ) as worker:
            assert worker.stdout is not None
            worker.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.4))
            worker.send_signal(signal.SIGKILL)
        waiting = left(wave.id)
        assert stored(wave).responses == PEOPLE - waiting
        assert job.check(wave.id, quiet) == []
        cut_short += 0 < waiting < PEOPLE
    assert cut_short
    job.add_all(wave.id)
    assert stored(wave).responses == PEOPLE
    assert job.check(wave.id, quiet) == []
