"""What an index costs when a million have answered: rebuild, snapshot, the next thousand, the public page.

The rebuild and the snapshot each run in a process of their own, whose peak memory is read. Responses are made
up, answered along the path of the annual questionnaire, and put straight into their table.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from benchmarks import closed_wave, processes
from benchmarks.closed_wave import WAVE
from forms.definition import Questionnaire
from forms.routing import on_path
from survey_app import clock, db
from survey_app.config import Settings
from survey_app.jobs import tallies
from survey_app.models import IndexSnapshot, Response, Wave
from survey_app.operations import index as operations
from survey_app.queries import design
from survey_app.queries import index as queries
from survey_app.vocabulary import Mode, SnapshotState

ROWS = (1_000, 1_000_000)
NEXT = 1_000
DIFFERENT = 5_000  # people; each answers again and again, in another mode and language
AT_ONCE = 10_000
PAGES = 300
SECRET = "only for measuring, only for measuring"  # noqa: S105  # not a secret
MEBI = 1 << 20
LOOK = 0.02  # seconds between two looks at a process that will end


@dataclass(frozen=True)
class Measured:
    """Seconds by the clock and of the processor, and peak memory in bytes."""

    seconds: float
    processor: float
    peak: int


def main() -> None:
    """Measure with more and more responses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, help="numbers of responses, growing")
    parser.add_argument("--database", default="", help="an empty PostgreSQL database; default: SQLite")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        address = arguments.database or f"sqlite:///{directory / 'index.sqlite'}"
        environment = os.environ | {"DATABASE_URL": address, "INSTANCE_PATH": str(directory / "instance")}
        database = db.connect(address)
        closed_wave.prepare(database)
        print(f"Python {sys.version.split()[0]}, {database.engine.dialect.name}")
        settings = Settings(database_url=address, instance_path=directory, secret_key=SECRET)
        for rows in arguments.rows:
            measure(settings, environment, rows)
        database.dispose()


def measure(settings: Settings, environment: dict[str, str], rows: int) -> None:
    """Print what `rows` responses cost."""
    with db.reading() as session:
        wave = session.scalars(sa.select(Wave)).one()
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
        there = session.scalar(sa.select(sa.func.count()).select_from(Response)) or 0
    for some in _people(wave, questionnaire, rows - there):
        _put(some, tallied=True)
    flask = [sys.executable, "-m", "flask", "--app", "wsgi", "index", "rebuild", WAVE]
    print(f"{rows} responses")
    report("rebuild", _run(flask, environment))
    report("the same to compare only", _run([*flask, "--check"], environment))
    for some in _people(wave, questionnaire, NEXT):
        _put(some, tallied=False)
    began, used = time.perf_counter(), time.process_time()
    added = tallies.add_all(wave.id)
    report(f"the next {added} added", Measured(time.perf_counter() - began, time.process_time() - used, 0))
    _show(wave.id, SnapshotState.DRAFT)  # what an earlier number of rows has published
    report("snapshot", _run(_computing(wave.id), environment))
    _show(wave.id, SnapshotState.PUBLISHED)
    for some in _people(wave, questionnaire, 1):
        _put(some, tallied=False)
    report("another, one being published", _run(_computing(wave.id), environment))
    _page(settings)


def report(what: str, measured: Measured) -> None:
    """Print one row."""
    print(
        f"{what:28} {measured.seconds:8.2f} s {measured.processor:8.2f} s of processor"
        f" {measured.peak / MEBI:8.1f} MiB at most",
        flush=True,
    )


def _run(command: list[str], environment: dict[str, str]) -> Measured:
    began, last = time.monotonic(), processes.Use(0.0, 0)
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            last = processes.used(process.pid) or last
            time.sleep(LOOK)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(time.monotonic() - began, last.processor, last.peak)


def _people(wave: Wave, questionnaire: Questionnaire, count: int) -> Iterator[list[dict[str, Any]]]:
    """Yield responses in pieces; `DIFFERENT` ways of answering, each with every mode and language."""
    chance = random.Random(count)  # noqa: S311  # repeatable, not secret
    ways = [on_path(questionnaire, closed_wave.made_up(questionnaire, chance)) for _ in range(DIFFERENT)]
    modes, languages = list(Mode), ["cs", "cs-easy", "en", "uk"]
    common = {
        "wave_id": wave.id,
        "questionnaire_version_id": wave.questionnaire_version_id,
        "received_on": clock.local(wave.opens_at).date(),
        "late": False,
        "content_hash": "",
    }
    for begun in range(0, count, AT_ONCE):
        yield [
            {
                **common,
                "id": uuid4(),
                "mode": chance.choice(modes),
                "language": chance.choice(languages),
                "answers": chance.choice(ways),
                "submission_hash": uuid4().hex,
            }
            for _ in range(min(AT_ONCE, count - begun))
        ]


def _put(rows: list[dict[str, Any]], *, tallied: bool) -> None:
    with db.transaction() as session:
        session.execute(sa.insert(Response), [{**row, "tallied": tallied} for row in rows])


def _computing(wave_id: UUID) -> list[str]:
    """Promise a snapshot; return the command that computes it."""
    with db.transaction() as session:
        operations.request_computation(session, session.get_one(Wave, wave_id), clock.now(), by=None)
        promised = queries.computation(session, wave_id)
    assert promised is not None
    return [sys.executable, "-m", "survey_app.jobs.by_hand", "run", str(promised.message_id)]


def _show(wave_id: UUID, state: SnapshotState) -> None:
    """Give the newest snapshot a state, and hide all others, without the steps that people take."""
    with db.transaction() as session:
        session.execute(sa.update(IndexSnapshot).values(state=SnapshotState.DRAFT))
        for newest in queries.snapshots_of(session, wave_id)[:1]:
            newest.state, newest.published_at = state, clock.now()


def _page(settings: Settings) -> None:
    from survey_app.app import create_app  # noqa: PLC0415  # no part of what was measured before

    client = create_app(settings).test_client()
    seconds = []
    for _ in range(PAGES):
        began = time.perf_counter()
        assert client.get(f"/vysledky/{WAVE}").status_code == 200
        seconds.append(time.perf_counter() - began)
    seconds.sort()
    middle, ninety_nine = seconds[PAGES // 2], seconds[PAGES * 99 // 100]
    print(f"public page                  p50 {middle * 1000:6.1f} ms  p99 {ninety_nine * 1000:6.1f} ms")


if __name__ == "__main__":
    main()
