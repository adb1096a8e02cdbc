"""Questionnaires of any kind put into an open wave, past the checks that stop publication of a broken one.

Random definitions repeat codes of options, lack translations and ask what no answer meets; the way through
them must still be the same everywhere.
"""

from datetime import timedelta

from sqlalchemy.orm import Session

from forms import definition
from survey_app import clock, models
from survey_app.models import Region, Wave
from survey_app.operations import waves
from survey_app.operations.windows import Window


def open_wave(
    session: Session, region: Region, questionnaire: definition.Questionnaire, wave_code: str
) -> Wave:
    """Let `questionnaire` be answered in a new wave that opened yesterday and closes tomorrow."""
    now = clock.now()
    window = Window(now - timedelta(days=1), now - timedelta(days=1), now + timedelta(days=1))
    series = models.Questionnaire(region_id=region.id, code=wave_code)
    session.add(series)
    session.flush()
    document = definition.dump(questionnaire)
    version = models.QuestionnaireVersion(
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
    return wave
