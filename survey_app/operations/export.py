"""Letting the responses of a wave out of the house: when nobody answers any more, and never unnoticed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app.models import Wave
from survey_app.operations import audit
from survey_app.queries import life
from survey_app.vocabulary import WaveState

EXPORTABLE = (WaveState.CLOSED, WaveState.PROCESSING, WaveState.PUBLISHED, WaveState.ARCHIVED)


class NotClosedError(Exception):
    """Answers are still taken, and nobody looks at them before that ends."""


def release_responses(session: Session, wave: Wave, now: datetime, *, by: UUID | None, texts: bool) -> None:
    """Write into the log that the responses are exported; `by` is None for the command line.

    Raises:
        NotClosedError: the wave has not closed, or its time for late answers runs.
    """
    if life.state(session, wave, now) not in EXPORTABLE:
        raise NotClosedError
    audit.record(
        session,
        staff_id=by,
        region_id=wave.region_id,
        action="responses_exported",
        object_type="wave",
        object_id=wave.id,
        wave_code=wave.wave_code,
        texts=texts,
    )
