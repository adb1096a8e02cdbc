"""Questionnaires of any kind put into an open wave, past the checks that stop publication of a broken one.

Random definitions repeat codes of options, lack translations and ask what no answer meets; the way through
them must still be the same everywhere.
"""

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import definition
from survey_app import clock, db, models
from survey_app.models import PartialResponse, QuestionnaireVersion, Region, Response, Wave, WaveStep
from survey_app.operations import waves
from survey_app.operations.windows import Window


@contextlib.contextmanager
def in_open_wave(
    database: db.Database, questionnaire: definition.Questionnaire, wave_code: str = ""
) -> Iterator[str]:
    """Let `questionnaire` be answered in the only town there is; yield the code of its wave, a new one unless
    `wave_code` is given.

    In the end the wave goes with everything in it, so that other tests of the same service do not see it.
    """
    code = wave_code or f"random-{uuid4().hex[:12]}"
    with database.transaction() as session:
        _open_wave(session, session.scalars(sa.select(Region)).one(), questionnaire, code)
    try:
        yield code
    finally:
        with database.transaction() as session:
            _remove(session, code)


def _open_wave(
    session: Session, region: Region, questionnaire: definition.Questionnaire, wave_code: str
) -> None:
    now = clock.now()
    window = Window(now - timedelta(days=1), now - timedelta(days=1), now + timedelta(days=1))
    series = models.Questionnaire(region_id=region.id, code=wave_code)
    session.add(series)
    session.flush()
    document = definition.dump(questionnaire)
    version = QuestionnaireVersion(
        questionnaire_id=series.id,
        version=1,
        document=document,
        digest=definition.digest(document),
        published_at=now,
    )
    session.add(version)
    session.flush()
    wave = waves.create_wave(session, version, region, wave_code, window, window.announced_at)
    waves.approve(session, wave, window.announced_at, by=None, announcement_days=0)


def _remove(session: Session, wave_code: str) -> None:
    wave = session.scalars(sa.select(Wave).where(Wave.wave_code == wave_code)).one()
    version = wave.questionnaire_version
    series = version.questionnaire
    for table in (PartialResponse, Response, WaveStep):
        session.execute(sa.delete(table).where(table.wave_id == wave.id))
    session.flush()
    for row in (wave, version, series):
        session.delete(row)
        session.flush()
