"""One request of one respondent: which wave, in which language, with which answers so far."""

import contextlib
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from flask import abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from forms import routing
from forms.carrying import no_longer_asked
from forms.definition import Questionnaire
from forms.expressions import Answers
from forms.languages import base_language
from forms.wording import question_text
from survey_app import clock, db, language, sealing
from survey_app.blueprints import page
from survey_app.blueprints.answering import waves
from survey_app.blueprints.answering.drafts import Draft, load
from survey_app.config import Settings
from survey_app.queries import design
from survey_app.vocabulary import WaveState

TRIAL = "trial"
"""The blueprint's name where it is registered once more, for testers; their key stands for the code."""


VERSION = "form-version"
"""The input of forms that says which version they ask; no item can have a code with a hyphen."""


@dataclass
class Visit:
    """What a view needs to know. `draft` is None until the respondent has answered a page.

    `version_changed` tells that the wave asks another version by now than the one that the respondent
    began with, which is `begun`.
    """

    wave: waves.WaveView
    draft: Draft | None
    now: datetime
    language: str
    version_changed: bool = False
    begun: Questionnaire | None = None

    @property
    def questionnaire(self) -> Questionnaire:
        """The frozen version that this wave asks."""
        return self.wave.questionnaire

    @property
    def version_id(self) -> str:
        """The key of that version, as forms carry it."""
        return self.wave.version_id

    @property
    def answers(self) -> Answers:
        """The answers given so far, those off the path included."""
        return self.draft.answers if self.draft else {}

    @cached_property
    def pages(self) -> list[routing.Page]:
        """The pages on the path of the answers so far."""
        return routing.pages(self.questionnaire, self.answers)

    def page(self, page_code: str) -> routing.Page | None:
        """Return a page that is on the path."""
        return next((found for found in self.pages if found.page_code == page_code), None)

    @property
    def no_longer_asked(self) -> list[str]:
        """The questions answered in the version before that this one does not ask."""
        if self.begun is None:
            return []
        gone = no_longer_asked(self.questionnaire, self.answers, self.begun)
        return [question_text(self.begun, item, self.answers, self.language) for item in gone]

    def bring_up_to_date(self, draft: Draft) -> None:
        """Make a draft fit the version that the wave asks now."""
        draft.bring_to(self.version_id, self.questionnaire, self.language, self.begun)

    @property
    def is_trial(self) -> bool:
        """Whether a tester is here, whose answers do not count."""
        return self.wave.in_trial

    def remark_on(self, page_code: str) -> str:
        """What a tester has said about a page so far."""
        return self.draft.remarks.get(page_code, "") if self.draft else ""

    @property
    def is_late(self) -> bool:
        """Whether the wave has closed, and only takes what was begun in time."""
        return self.wave.state(self.now) is WaveState.GRACE

    def admits(self, opened_at: datetime | None) -> bool:
        """Tell whether answers are taken from a form opened at `opened_at` (None: only now)."""
        if self.is_late:
            return opened_at is not None and opened_at < self.wave.closes_at
        return self.wave.state(self.now) is WaveState.OPEN


def settings() -> Settings:
    """Return the settings of the running application."""
    found = current_app.config["SETTINGS"]
    assert isinstance(found, Settings)  # noqa: S101  # create_app puts it there
    return found


def begin(wave_code: str) -> Visit | Response:
    """Return the visit of this request, or where to go where the language is not offered.

    Aborts with 404 where there is no such wave, or it has not been announced.
    """
    now = clock.now()
    wave, draft = _read(wave_code), load(wave_code)
    known = {request.form.get(VERSION), draft.version_id if draft else None} - {None, ""}
    if wave is not None and known - {wave.version_id}:  # who knows more than what was kept is right
        waves.forget(wave_code)
        wave = _read(wave_code)
    if wave is None or not wave.is_public(now):
        abort(404)
    page.set_region(wave.region)
    tag = g.language
    if tag not in wave.languages:
        offered = base_language(tag)
        offered = offered if offered in wave.languages else wave.languages[0]
        # What was sent goes along: a switch of versions may have taken the language away.
        code = 307 if request.method == "POST" else 303
        return redirect(language.mount_point(offered) + language.own_address(), code=code)
    here = Visit(wave, draft, now, tag)
    if draft is not None:
        begun_in = draft.version_id if draft.version_id != here.version_id else draft.changed_from
        here.begun = _version(here, begun_in)
        here.bring_up_to_date(draft)
        here.version_changed = bool(draft.changed_from)
    return here


def sent_version(here: Visit) -> Questionnaire | None:
    """Return the version that the form which was sent had asked, where that is another one of the series."""
    version_id = request.form.get(VERSION, here.version_id)
    return None if version_id == here.version_id else _version(here, version_id)


def _version(here: Visit, version_id: str) -> Questionnaire | None:
    """Return a version of the questionnaire of the wave; None for what is not one."""
    with contextlib.suppress(ValueError), db.reading() as reading:
        found = design.version_in(reading, UUID(version_id), frozenset((here.wave.wave.region_id,)))
        questionnaire = design.questionnaire(reading, found.id) if found else None
        if questionnaire and questionnaire.questionnaire_code == here.questionnaire.questionnaire_code:
            return questionnaire
    return None


def _read(wave_code: str) -> waves.WaveView | None:
    return waves.trial_view(wave_code) if request.blueprint == TRIAL else waves.wave_view(wave_code)


def opened_at(text: str | None) -> datetime | None:
    """Return when the form with this submission token was opened; None where the token is not ours."""
    try:
        return sealing.read_submission_token(settings().signing_key, text or "").opened_at
    except sealing.BadTokenError:
        return None


def to_receipt(wave_code: str, code: str) -> Response:
    """Lead to the thanks; `code` is empty where there is no comment that it could stand for."""
    session["receipts"] = {wave_code: code}  # the last one is enough; the cookie stays small
    return redirect(url_for(".receipt", wave_code=wave_code), code=303)


def to_landing(wave_code: str) -> Response:
    """Send the browser to the address that says what can be done now."""
    return redirect(url_for(".landing", wave_code=wave_code), code=303)
