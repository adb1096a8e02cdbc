"""Waves as the answering pages need them: plain values, read at most once a second.

The state follows from the clock at every request; only the dates may be a second old after staff moved them.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from weakref import WeakKeyDictionary

from forms.definition import Questionnaire
from survey_app import db
from survey_app.models import Region, Wave, WaveStep
from survey_app.operations.collection import Target
from survey_app.queries import design, waves
from survey_app.vocabulary import WaveState, WaveStepKind

_FRESH_SECONDS = 1.0


@dataclass(frozen=True)
class WaveView:
    """A wave with its frozen questionnaire. Instants in UTC."""

    wave: Wave
    region: Region
    questionnaire: Questionnaire
    said: Mapping[WaveStepKind, WaveStep] = field(default_factory=dict)
    """What was said to everybody: why it was extended, closed early or withdrawn."""
    in_trial: bool = False

    @property
    def code(self) -> str:
        """What names the wave in the address: its code, in a trial the secret key."""
        return self.wave.trial_key or "" if self.in_trial else self.wave.wave_code

    @property
    def version_id(self) -> str:
        """The key of the version that is asked, as forms and drafts carry it."""
        return str(self.wave.questionnaire_version_id)

    @property
    def closes_at(self) -> datetime:
        """The instant from which no new form is opened."""
        return self.wave.closes_at

    @property
    def taken_until(self) -> datetime:
        """The instant until which forms that were opened in time are taken."""
        return waves.grace_ends_at(self.wave)

    @property
    def results_on(self) -> date | None:
        """The day on which results are promised."""
        return self.wave.results_on

    @property
    def was_to_close_at(self) -> datetime | None:
        """The closing that was announced first, where the wave was extended."""
        return waves.closing_before(self.said.values())

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages and easy variants on offer."""
        return (*self.questionnaire.languages, *self.questionnaire.variants)

    @property
    def target(self) -> Target:
        """What storing a response needs to know."""
        return Target(self.wave.id, self.wave.region_id, self.wave.questionnaire_version_id)

    def is_public(self, now: datetime) -> bool:
        """Tell whether those who have the address may know of the wave."""
        return self.in_trial or waves.is_public(self.wave, now)

    def state(self, now: datetime) -> WaveState:
        """Return the state at `now`; for testers the wave is open as long as the trial runs."""
        return WaveState.OPEN if self.in_trial else waves.wave_state(self.wave, now)


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


def forget(wave_code: str) -> None:
    """Read the wave anew for the next who asks."""
    _kept.setdefault(db.current(), {}).pop(wave_code, None)


def _read(wave_code: str) -> WaveView | None:
    with db.reading() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            return None
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
        said = waves.explained_steps(session, [wave.id]).get(wave.id, {})
        return WaveView(wave, wave.region, questionnaire, said)


def trial_view(trial_key: str) -> WaveView | None:
    """Return the wave that is tried with this key; not kept, so that the key ends with the trial."""
    with db.reading() as session:
        wave = waves.wave_in_trial(session, trial_key)
        if wave is None:
            return None
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
        return WaveView(wave, wave.region, questionnaire, in_trial=True)
