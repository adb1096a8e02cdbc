"""`kill -9` of the web process while a questionnaire is made: a change is there whole, or nothing of it.

A methodologist edits a draft, takes a step back, publishes, and lets an open wave ask the new version. Each
time the web process dies somewhere on the way, and the same form is sent again.
"""

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from survey_app import clock, db
from survey_app.models import QuestionnaireDraft, Region, Wave
from survey_app.operations import collection, design, drafts
from survey_app.vocabulary import Mode, Role
from tests.crash import acts
from tests.crash.browser import Browser, Page
from tests.crash.stored import newest_version, read
from tests.crash.web import Web, serving
from tests.survey_app import drafting, office
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.designing import Fields, fields_of

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "4"))  # of five kills, for each database
WAVE = "tiny-1"
METHODOLOGIST = "metodika@testov.example"
CLOSER = {"nothing stored": 1.5, "stored, no answer": 1.0, "stored and answered": 0.7}
"""How much later the next kill comes, so that kills close in on the moment in which things are written."""
START_SECONDS = 60.0


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    """An open wave with answers that a publication counts."""
    found = make_wave(wave_code=WAVE)
    target = collection.Target(found.id, found.region_id, found.questionnaire_version_id)
    with db.transaction() as session:
        for number in range(50):
            answers = {"used": "yes", "staff": "good", "visits": number}
            sent = collection.Submission(str(number), f"r{number}", "cs", Mode.WEB, answers)
            collection.submit_response(session, target, sent, clock.now(), late=False)
    return found


@pytest.fixture
def draft(region: Region, wave: Wave) -> QuestionnaireDraft:
    """A draft that can be published, and somebody who may."""
    office.add_person(METHODOLOGIST, (Role.METHODOLOGIST, region))
    begun = drafting.begin(region, questionnaire(), based_on_id=wave.questionnaire_version_id)
    with db.transaction() as session:
        found = session.get_one(QuestionnaireDraft, begun.id)
        for finding in design.prospect(session, found).findings:
            drafts.acknowledge(session, found, finding.key, "Tak to má být.", "2026-11-02", by=None)
    return begun


def test_what_a_methodologist_does_is_whole_or_not_done_whenever_the_web_is_killed(
    database_url: str,
    draft: QuestionnaireDraft,
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    address = f"/urad/dotazniky/{draft.id}"
    with serving(tmp_path / "instance", DATABASE_URL=database_url) as web:
        at_work = Methodologist(web)
        for number in range(ROUNDS + 1):
            at_work.is_in_danger = number > 0  # the first round shows how long things take
            at_work.do("edit", acts.edit(address, f"Návrh {number}"))
            at_work.do("edit", acts.edit(address, f"Omyl {number}"))
            at_work.do("undo", acts.undo(address))
            at_work.do("publish", acts.publish(address))
            at_work.do("switch", acts.switch(newest_version(), WAVE))
            assert f"Návrh {number}" in at_work.open(f"/dotaznik/{WAVE}").text

    seen = at_work.seen
    line = f"{db.current().engine.dialect.name}: {5 * ROUNDS} kills of the web, of changes {dict(seen)}"
    record_property("said", line)
    assert seen["nothing stored"], line
    assert seen["stored, no answer"] + seen["stored and answered"], line


class Methodologist:
    """Sends forms to a service that dies meanwhile, looks what is stored, and sends them again."""

    def __init__(self, web: Web) -> None:
        self._web, self._browser = web, Browser()
        self._chance = random.Random(web.address)  # noqa: S311  # a test, not a secret
        self._moments: dict[str, float] = {}
        self.is_in_danger = False
        self.seen = Counter[str]()
        page = self.open("/urad/prihlaseni")
        typed = {"email": METHODOLOGIST, "password": office.PASSWORD}
        entered = self._browser.open(page.address, {**fields_of(page.text), **typed})
        assert entered.location == "/urad", entered.text

    def open(self, path: str) -> Page:
        """Open a page, as soon as there is somebody to give it."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                return self._browser.open(self._web.address + path)
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def do(self, kind: str, act: acts.Act) -> None:
        """Do something, with the web dying on the way where there is danger, until it is done once."""
        page = self.open(act.page)
        form = act.address.rpartition("/")[2] if act.address != act.page else ""
        fields = {**fields_of(page.text, form), **act.typed}
        before = read()
        done = act.done(before)
        answer = self._send_and_kill(kind, act.address, fields) if self.is_in_danger else None
        self.open("/zdravi")
        after = read()
        assert after in (before, done)
        if self.is_in_danger:
            self._close_in(kind, _in_words(answer, is_stored=after == done))
        if answer is not None:
            assert (answer.status, after) == (303, done), "what was said to be done is not"
        begun = time.monotonic()
        again = self._browser.open(self._web.address + act.address, fields)
        self._moments.setdefault(kind, time.monotonic() - begun)
        assert again.status == (act.again if after == done else 303)
        assert read() == done

    def _send_and_kill(self, kind: str, address: str, fields: Fields) -> Page | None:
        """Return the answer, if there was time for one, or if the next process heard of it first."""

        def kill() -> None:
            self._web.kill()
            self._web.replace()

        killing = threading.Timer(self._moments[kind] * self._chance.uniform(0.8, 1.2), kill)
        killing.start()
        try:
            return self._browser.open(self._web.address + address, fields)
        except OSError:
            return None
        finally:
            killing.join()

    def _close_in(self, kind: str, seen: str) -> None:
        self.seen[seen] += 1
        self._moments[kind] *= CLOSER[seen]


def _in_words(answer: Page | None, *, is_stored: bool) -> str:
    if not is_stored:
        return "nothing stored"
    return "stored, no answer" if answer is None else "stored and answered"
