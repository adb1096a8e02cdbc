"""Trials of a wave: begun and ended with a secret key, and what testers answer, apart from real responses.

Nothing of a trial is coded, counted or shown to the public. Knows no pages.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import clock, db, sealing
from survey_app.models import TrialResponse, Wave
from survey_app.operations import audit, waves
from survey_app.queries import waves as queries
from survey_app.vocabulary import WaveStepKind

_KEY_BYTES = 16
MAX_REMARK = 1000
"""Characters of a tester's remark on one page that are kept."""


class TrialOverError(Exception):
    """The trial has ended, so nothing more is taken in."""


@dataclass(frozen=True)
class TrialSubmission:
    """What one tester sent. `answers` are those on the path, texts in own words among them."""

    submission_id: str
    language: str
    answers: Mapping[str, Any]
    remark: str = ""


def start_trial(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Give `wave` a secret key with which testers reach it.

    Raises:
        StepError: it is no draft.
    """
    waves.check_step(session, wave, WaveStepKind.TRIAL_STARTED, now, by)
    wave.trial_key = secrets.token_urlsafe(_KEY_BYTES)
    waves.record(session, wave, WaveStepKind.TRIAL_STARTED, now, by)


def end_trial(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Let the key stop working; what testers sent stays until it is deleted.

    Raises:
        StepError: no trial runs.
    """
    waves.check_step(session, wave, WaveStepKind.TRIAL_ENDED, now, by)
    wave.trial_key = None
    waves.record(session, wave, WaveStepKind.TRIAL_ENDED, now, by)


def submit_trial_response(
    session: Session, trial_key: str, submission: TrialSubmission, now: datetime
) -> bool:
    """Store what a tester sent; False where the same submission was stored before.

    Raises:
        TrialOverError: the key has stopped working.
    """
    wave = queries.wave_in_trial(session, trial_key)
    if wave is None:
        raise TrialOverError
    row = {
        "id": uuid4(),
        "wave_id": wave.id,
        "questionnaire_version_id": wave.questionnaire_version_id,
        "language": submission.language,
        "received_on": clock.local(now).date(),
        "answers": dict(submission.answers),
        "remark": submission.remark,
        "submission_hash": sealing.hashed(submission.submission_id),
    }
    return db.insert_unless_known(session, TrialResponse, ("submission_hash",), row)


def delete_trial_responses(session: Session, wave: Wave, *, by: UUID) -> int:
    """Delete everything that testers of `wave` sent; return how many there were."""
    deleted = db.affected(session, sa.delete(TrialResponse).where(TrialResponse.wave_id == wave.id))
    if deleted:
        audit.record(
            session,
            staff_id=by,
            region_id=wave.region_id,
            action="trial_responses_deleted",
            object_type="wave",
            object_id=wave.id,
            wave_code=wave.wave_code,
            number=deleted,
        )
    return deleted
