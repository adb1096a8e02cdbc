"""Waves as the answering pages need them: plain values, read at most once a second.

The state follows from the clock at every request; only the dates may be a second old after staff moved them.
"""

import time
from dataclasses import dataclass
from datetime import date, datetime
from weakref import WeakKeyDictionary

from forms.definition import Questionnaire
from survey_app import db
from survey_app.models import Region, Wave
from survey_app.operations.collection import Target
from survey_app.queries import design, waves
from survey_app.vocabulary import WaveState

_FRESH_SECONDS = 1.0


@dataclass(frozen=True)
class WaveView:
    """A wave with its frozen questionnaire. Instants in UTC."""

    wave: Wave
    region: Region
    questionnaire: Questionnaire

    @property
    def code(self) -> str:
        """The code in the wave's address."""
        return self.wave.wave_code

    @property
    def closes_at(self) -> datetime:
        """The instant from which no new form is opened."""
        return self.wave.closes_at

    @property
    def results_on(self) -> date | None:
        """The day on which results are promised."""
        return self.wave.results_on

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages and easy variants on offer."""
        return (*self.questionnaire.languages, *self.questionnaire.variants)

    @property
    def target(self) -> Target:
        """What storing a response needs to know."""
        return Target(self.wave.id, self.wave.region_id, self.wave.questionnaire_version_id)

    def state(self, now: datetime) -> WaveState:
        """Return the state at `now`."""
        return waves.wave_state(self.wave, now)


_kept: WeakKeyDictionary[db.Database, dict[str, tuple[float, WaveView]]] = WeakKeyDictionary()


def wave_view(wave_code: str) -> WaveView | None:
    """Return the wave with this code."""
    of_this_database = _kept.setdefault(db.current(), {})
    kept = of_this_database.get(wave_code)
    if kept is not None and time.monotonic() - kept[0] <= _FRESH_SECONDS:
        return kept[1]
    view = _read(wave_code)
    if view is not None:  # codes that strangers try are not kept
        of_this_database[wave_code] = (time.monotonic(), view)
    return view


def _read(wave_code: str) -> WaveView | None:
    with db.reading() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            return None
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
        return WaveView(wave, wave.region, questionnaire)
