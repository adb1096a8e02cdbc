"""What everybody can fetch of results tells nothing that is not in the public document.

The attacker of `test_attacker` reads public documents whole. That pages and tables tell no more than those is
shown here by taking away everything else. Pictures are drawn from public documents alone
(`queries.pictures_of_results`).
"""

from datetime import timedelta
from random import Random
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.results.sheets import FIGURES, SHEETS
from survey_app.jobs import tallies
from survey_app.models import (
    AnswerTally,
    Comment,
    IndexSnapshot,
    RatingTally,
    Response,
    ShownComposition,
    StaffMember,
    TriageDecision,
    Wave,
)
from survey_app.queries import index
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import enter
from tests.survey_app.test_attacker import published, read_comments, send
from tests.survey_app.test_index import compute

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)

DAY = timedelta(days=1)
SERVICES = ["S01"] * 40 + ["S02"] * 30 + ["S03"] * 4 + [""] * 12
LANGUAGES = ("", "/en")
NO_ADDRESS = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def closed(catalogues: None, make_wave: MakeWave) -> Wave:
    """A wave that takes no more answers."""
    now = clock.now()
    return make_wave(annual(), wave_code="closed", opens_at=now - 9 * DAY, closes_at=now - DAY)


def addresses(app: Flask, wave_code: str, snapshot_id: str) -> list[str]:
    """Return every address of results, and what leads to them, in two languages."""
    known: dict[str, Any] = {"wave_code": wave_code, "snapshot_id": snapshot_id}
    found = ["/", "/region/testov", f"/dotaznik/{wave_code}"]
    with app.test_request_context():
        adapter = app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            if rule.endpoint.startswith("results."):
                asked = {name: known.get(name) for name in rule.arguments} | dict(rule.defaults or {})
                of_sheets = [{**asked, "sheet": code} for code in SHEETS if code != FIGURES.code]
                chosen = of_sheets if asked.get("sheet", FIGURES) is None else [asked]
                found += [adapter.build(rule.endpoint, values) for values in chosen]
    return [language + address for address in dict.fromkeys(found) for language in LANGUAGES]


def everything(client: FlaskClient, places: list[str]) -> dict[str, tuple[int, bytes]]:
    answers = {place: client.get(place) for place in places}
    return {place: (answer.status_code, answer.data) for place, answer in answers.items()}


def forget_all_but_what_is_public() -> None:
    with db.transaction() as session:
        for table in (RatingTally, AnswerTally, ShownComposition, TriageDecision):
            session.execute(sa.delete(table))
        session.execute(sa.update(Comment).values(text="", service_code=None))
        session.execute(sa.update(Response).values(answers={}, language="uk"))
        session.execute(sa.update(IndexSnapshot).values(document={"cells": []}, inputs=None))


def test_pages_and_tables_tell_nothing_that_is_not_in_the_public_document(
    app: Flask, client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    send(closed, Random("pages"), SERVICES, 0)  # noqa: S311  # made-up people, not secrets
    published(client, closed, methodologist.id)
    with db.reading() as session:
        snapshot_id = str(index.snapshots_of(session, closed.id)[0].id)
    places = addresses(app, closed.wave_code, snapshot_id)
    office, inside = enter(app.test_client(), methodologist), f"/urad/vysledky/{snapshot_id}/vse"
    before, before_inside = everything(client, places), office.get(inside).data
    assert {f"/vysledky/closed/{snapshot_id}/prehled", "/en/vysledky/closed/penize.csv"} <= before.keys()
    assert [place for place, (status, _) in before.items() if status != 200] == []
    forget_all_but_what_is_public()
    after = everything(client, places)
    assert [place for place in places if after[place] != before[place]] == []
    assert office.get(inside).data != before_inside  # what is for the office only is forgotten indeed


def test_nobody_reads_of_an_open_wave_or_of_a_draft_before_it_is_published(
    app: Flask, client: FlaskClient, closed: Wave, make_wave: MakeWave, methodologist: StaffMember
) -> None:
    running = make_wave(annual(), wave_code="running")
    places = [place for wave in (running, closed) for place in addresses(app, wave.wave_code, NO_ADDRESS)]
    before = everything(client, places)
    for wave in (running, closed):
        send(wave, Random("pages"), SERVICES, 0)  # noqa: S311  # made-up people, not secrets
        read_comments(wave, methodologist.id)
    tallies.add_all(running.id)
    compute(closed)
    after = everything(client, places)
    assert [place for place in places if after[place] != before[place]] == []
    with db.reading() as session:
        draft_id = str(index.snapshots_of(session, closed.id)[0].id)
    kept = [place for place in addresses(app, closed.wave_code, draft_id) if draft_id in place]
    assert {status for status, _ in everything(client, kept).values()} == {404}
