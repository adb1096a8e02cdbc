"""A trial: testers walk the real pages with a secret key, and nothing of it is ever a response."""

import re
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import clock, db
from survey_app.models import Comment, OutboxMessage, PartialResponse, Region, Response, TrialResponse, Wave
from survey_app.operations import trials, waves
from survey_app.operations.trials import TrialOverError, TrialSubmission
from survey_app.vocabulary import Role
from tests.survey_app import walking
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.office import add_person, enter, send

DAY = timedelta(days=1)


def begin(make_wave: MakeWave, **changes: Any) -> Wave:
    wave = make_wave(questionnaire(**changes), approved=False)
    with db.transaction() as session:
        trials.start_trial(session, session.get_one(Wave, wave.id), clock.now(), by=None)
    return read(wave)


def read(wave: Wave) -> Wave:
    with db.reading() as session:
        return session.get_one(Wave, wave.id)


def walk(client: FlaskClient, key: str, language: str = "") -> TestResponse:
    """Answer all three pages with a remark on the first one and one at the end; return the thanks."""
    page = client.get(f"{language}/zkouska/{key}/strana/use")
    page = walking.follow(client, walking.send(client, page, {"used": "yes", "trial_remark": "Moc úřední."}))
    page = walking.follow(client, walking.send(client, page, {"staff": "good", "visits": "3"}))
    page = walking.follow(client, walking.send(client, page, {"change": "Delší ordinační hodiny."}))
    return walking.follow(client, walking.send(client, page, {"trial_remark": "Jinak srozumitelné."}))


def stored() -> list[TrialResponse]:
    with db.reading() as session:
        return session.query(TrialResponse).all()


def test_what_a_tester_sends_is_kept_apart_from_everything_that_counts(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = begin(make_wave)
    thanks = walk(client, str(wave.trial_key))
    assert thanks.status_code == 200
    assert "This is a trial" in client.get(f"/en/zkouska/{wave.trial_key}").text
    (kept,) = stored()
    assert kept.answers == {"used": "yes", "staff": "good", "visits": 3, "change": "Delší ordinační hodiny."}
    assert kept.remark == "Služby: Moc úřední.\n\nJinak srozumitelné."
    assert kept.wave_id == wave.id
    with db.reading() as session:
        for table in (Response, Comment, OutboxMessage, PartialResponse):
            assert session.query(table).count() == 0, table


def test_every_page_of_a_trial_says_so_and_is_not_to_be_indexed(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    key = begin(make_wave).trial_key
    walk(client, str(key))
    for address in ("", "/strana/use", "/hotovo", "/smazat"):
        page = client.get(f"/en/zkouska/{key}{address}")
        assert page.status_code == 200, address
        assert "This is a trial. The answers are not counted." in page.text, address
        assert '<meta name="robots" content="noindex">' in page.text, address


def test_real_pages_say_nothing_of_trials_and_take_no_remarks(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = make_wave()
    page = client.get(f"/en/dotaznik/{wave.wave_code}/strana/use").text
    assert "trial" not in page
    assert "noindex" not in page


def test_a_questionnaire_on_one_page_is_tried_too(client: FlaskClient, make_wave: MakeWave) -> None:
    key = begin(make_wave, layout="page").trial_key
    page = client.get(f"/zkouska/{key}")
    answers = {"used": "no", "change": "Nic.", "trial_remark": "Krátké."}
    assert walking.follow(client, walking.send(client, page, answers)).status_code == 200
    (kept,) = stored()
    assert (kept.answers, kept.remark) == ({"used": "no", "change": "Nic."}, "Krátké.")


def test_the_same_submission_sent_again_is_stored_once(client: FlaskClient, make_wave: MakeWave) -> None:
    key = begin(make_wave, layout="page").trial_key
    page = client.get(f"/zkouska/{key}")
    for _ in range(2):
        answer = walking.send(client, page, {"used": "no", "change": "Nic."})
        assert walking.follow(client, answer).status_code == 200
    assert len(stored()) == 1


def test_sending_the_checked_answers_again_leads_to_the_same_thanks(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    key = begin(make_wave).trial_key
    page = client.get(f"/zkouska/{key}/strana/use")
    page = walking.follow(client, walking.send(client, page, {"used": "no"}))
    check = walking.follow(client, walking.send(client, page, {"change": ""}))
    for _ in range(2):
        answer = walking.send(client, check)
        assert answer.location == f"/zkouska/{key}/hotovo"
    assert len(stored()) == 1


@pytest.mark.parametrize("ending", ["end", "approve", "withdraw"])
def test_the_key_stops_working_when_the_trial_ends(
    ending: str, client: FlaskClient, make_wave: MakeWave
) -> None:
    now = clock.now()
    wave = begin(make_wave)
    page = client.get(f"/zkouska/{wave.trial_key}/strana/use")
    with db.transaction() as session:
        mine = session.get_one(Wave, wave.id)
        if ending == "end":
            trials.end_trial(session, mine, now, by=None)
        elif ending == "approve":
            waves.approve(session, mine, mine.opens_at, by=None, announcement_days=0)
        else:
            waves.withdraw(session, mine, {}, now, by=None)
    assert read(wave).trial_key is None
    for address in ("", "/strana/use", "/kontrola", "/hotovo"):
        assert client.get(f"/zkouska/{wave.trial_key}{address}").status_code == 404, address
    assert walking.send(client, page, {"used": "yes"}).status_code == 404
    with pytest.raises(TrialOverError), db.transaction() as session:
        trials.submit_trial_response(session, str(wave.trial_key), TrialSubmission("x", "cs", {}), now)


def test_neither_the_code_of_a_wave_nor_a_guess_is_a_key(client: FlaskClient, make_wave: MakeWave) -> None:
    wave = begin(make_wave)
    assert len(str(wave.trial_key)) >= 22
    for guess in (wave.wave_code, "None", "guess"):
        assert client.get(f"/zkouska/{guess}").status_code == 404
    assert client.get(f"/dotaznik/{wave.trial_key}").status_code == 404
    assert client.get(f"/dotaznik/{wave.wave_code}").status_code == 404


def test_answers_of_a_trial_do_not_turn_up_in_the_real_questionnaire(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = begin(make_wave)
    page = client.get(f"/zkouska/{wave.trial_key}/strana/use")
    walking.send(client, page, {"used": "yes"})
    with db.transaction() as session:
        mine = session.get_one(Wave, wave.id)
        waves.approve(session, mine, mine.announced_at, by=None, announcement_days=0)
    fresh = client.get(f"/dotaznik/{wave.wave_code}/strana/use")
    assert walking.read(fresh).checked == {}


def test_staff_see_numbers_remarks_and_answers_and_delete_them(
    app: Flask, client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    person = add_person("m@testov.example", (Role.METHODOLOGIST, region))
    wave = make_wave(approved=False)
    office = enter(app.test_client(), person)
    page = f"/en/urad/vlny/{wave.wave_code}/zkouska"
    assert "Nobody has sent anything yet." in office.get(page).text
    assert send(office, page, {"action": "start"}).status_code == 303
    key = re.search(r"http://localhost/en/zkouska/([\w-]+)", office.get(page).text)
    assert key
    walk(client, key[1])
    walk(app.test_client(), key[1], "/en")
    shown = office.get(page).text
    for words in (
        "2 testers have sent",
        "Czech",
        "English",
        "Moc úřední.",
        "good",
        "Delší ordinační hodiny.",
    ):
        assert words in shown, words
    assert office.get(f"/urad/vlny/{wave.wave_code}/zkouska.svg").status_code == 200
    send(office, page, {"action": "delete"})
    assert stored() == []
    send(office, page, {"action": "end"})
    assert office.get(f"/urad/vlny/{wave.wave_code}/zkouska.svg").status_code == 404
    again = send(office, page, {"action": "end"})
    assert "has moved on meanwhile" in office.get(again.location).text


def test_a_coordinator_sees_a_trial_and_cannot_end_it(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = begin(make_wave)
    browser = enter(client, add_person("k@testov.example", (Role.COORDINATOR, region)))
    page = f"/en/urad/vlny/{wave.wave_code}/zkouska"
    assert "End the trial" not in browser.get(page).text
    assert send(browser, "/en/urad/heslo", {"action": "end"}, to=page).status_code == 403
    assert read(wave).trial_key is not None
