"""The bare commit rate: the transaction of one submitted response, without the web."""

import multiprocessing
import time
from uuid import uuid4

import sqlalchemy as sa

from survey_app import clock, db
from survey_app.models import Wave
from survey_app.operations import collection
from survey_app.vocabulary import Mode


def rate(database_url: str, writers: int, seconds: float) -> float:
    """Return commits a second of `writers` processes that do nothing else."""
    with multiprocessing.get_context("spawn").Pool(writers) as pool:
        done = pool.starmap(_write, [(database_url, seconds)] * writers)
    return sum(done) / seconds


def _write(database_url: str, seconds: float) -> int:
    database = db.Database(database_url)
    with database.reading() as session:
        wave = session.scalars(sa.select(Wave)).one()
    target = collection.Target(wave.id, wave.region_id, wave.questionnaire_version_id)
    answers = {f"r{number}": "4" for number in range(1, 13)} | {
        "s1": "c1",
        "s2": "c2",
        "s3": "c3",
        "m1": ["c1"],
    }
    verbatims = (collection.Verbatim("o1", "Oběd by mohl být teplejší."),)
    deadline = time.monotonic() + seconds
    done = 0
    while time.monotonic() < deadline:
        submission = collection.Submission(str(uuid4()), str(uuid4()), "cs", Mode.WEB, answers, verbatims)
        with database.transaction() as session:
            collection.submit_response(session, target, submission, clock.now(), late=False)
        done += 1
    database.dispose()
    return done
