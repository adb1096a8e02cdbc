"""The pages on which waves are planned, approved, moved, extended, closed, withdrawn and archived."""

import re
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Region, StaffMember, Wave
from survey_app.operations import design, waves
from survey_app.operations.windows import Window, WindowError, WindowProblem
from survey_app.queries import waves as queries
from survey_app.vocabulary import Role, WaveState
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.office import add_person, add_region, enter, send

DAY = timedelta(days=1)
REASON = {"reason_cs": "Přišlo málo odpovědí.", "reason_en": "Few have answered."}


@pytest.fixture
def second_office(app: Flask, region: Region) -> FlaskClient:
    """The browser of a coordinator."""
    return enter(app.test_client(), add_person("k@testov.example", (Role.COORDINATOR, region)))


def stored(wave_code: str) -> Wave:
    with db.reading() as session:
        found = queries.wave_by_code(session, wave_code)
        assert found is not None
        return found


def state(wave_code: str) -> WaveState:
    return queries.wave_state(stored(wave_code), clock.now())


def local(instant: datetime) -> str:
    return clock.local(instant).strftime("%Y-%m-%dT%H:%M:%S")


def plan(**changes: str) -> dict[str, str]:
    now = clock.now()
    return {
        "wave_code": "annual-2030",
        "announced_at": local(now + DAY),
        "opens_at": local(now + 9 * DAY),
        "closes_at": local(now + 30 * DAY),
        "grace_minutes": "60",
        "results_on": "",
        **changes,
    }


def ahead(make_wave: MakeWave) -> Wave:
    now = clock.now()
    return make_wave(announced_at=now - DAY, opens_at=now + 8 * DAY, closes_at=now + 20 * DAY)


def publish(region: Region) -> str:
    with db.transaction() as session:
        return str(design.publish_version(session, region, questionnaire(), clock.now()).id)


def test_a_wave_is_planned_tried_and_approved_in_the_browser(
    office: FlaskClient, second_office: FlaskClient, region: Region
) -> None:
    version = publish(region)
    form = office.get("/en/urad/vlny/nova")
    assert "A tiny questionnaire, version 1 – Testov" in form.text
    answer = send(office, "/en/urad/vlny/nova", plan(version=version))
    assert answer.location == "/en/urad/vlny/annual-2030?saved=created"
    page = office.get(answer.location).text
    assert "The wave is planned." in page
    assert re.search(r'aria-current="step">\s*being prepared', page)
    assert "somebody else must agree" in page
    assert send(office, "/urad/vlny/annual-2030/zkouska", {"action": "start"}).status_code == 303
    assert state("annual-2030") is WaveState.TRIAL
    own_approval = office.get("/en/urad/vlny/annual-2030/schvaleni").text
    assert "somebody else must agree" in own_approval
    assert '<form method="post" novalidate>' not in own_approval
    assert send(second_office, "/urad/vlny/annual-2030/schvaleni").status_code == 303
    assert state("annual-2030") is WaveState.APPROVED
    page = office.get("/en/urad/vlny/annual-2030").text
    for words in ("planned a wave", "started a trial", "ended a trial", "approved a wave"):
        assert words in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"wave_code": "Ročník 2030"}, "Use small letters without accents"),
        ({"wave_code": "nova"}, "address of another page"),
        ({"wave_code": "metoda"}, "address of another page"),
        ({"wave_code": "taken"}, "already is a wave with this code"),
        ({"opens_at": "NOW+5"}, "There have to be at least 7 days between the announcement and the opening."),
        ({"closes_at": "2001-01-01T00:00"}, "must follow one another"),
        ({"announced_at": "2001-01-01T00:00"}, "This time is over"),
        ({"opens_at": "2031-03-30T02:30"}, "this time does not exist"),
        ({"opens_at": ""}, "Enter a day and a time"),
        ({"version": "nonsense"}, "Not a valid choice"),
    ],
)
def test_an_impossible_plan_comes_back_with_its_sentence_and_what_was_typed(
    changes: dict[str, str], sentence: str, office: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    make_wave(wave_code="taken")
    changes = {
        name: local(clock.now() + 5 * DAY) if value == "NOW+5" else value for name, value in changes.items()
    }
    answer = send(office, "/en/urad/vlny/nova", plan(**{"version": publish(region), **changes}))
    assert answer.status_code == 422
    assert sentence in answer.text
    typed = next(iter(changes.values()))
    assert "version" in changes or f'value="{typed}"' in answer.text
    with db.reading() as session:
        assert [wave.wave_code for wave in queries.all_waves(session)] == ["taken"]


def test_a_version_of_another_region_cannot_be_planned(office: FlaskClient) -> None:
    elsewhere = publish(add_region("jinde"))
    answer = send(office, "/urad/vlny/nova", plan(version=elsewhere), to="/urad/heslo")
    assert answer.status_code in (404, 422)


def test_no_wave_hides_another_page(make_wave: MakeWave) -> None:
    for wave_code in ("metoda", "nova"):
        with pytest.raises(WindowError) as refused:
            make_wave(wave_code=wave_code)
        assert refused.value.problem is WindowProblem.CODE_RESERVED


def test_the_list_shows_the_waves_of_the_own_regions_only(office: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(wave_code="mine")
    other = add_region("jinde")
    with db.transaction() as session:
        version = design.publish_version(session, other, questionnaire(), clock.now())
        now = clock.now()
        waves.create_wave(session, version, other, "theirs", Window(now, now, now + DAY), now)
    page = office.get("/en/urad/vlny").text
    assert "mine" in page
    assert "theirs" not in page
    for address in (
        "",
        "/schvaleni",
        "/prodlouzeni",
        "/uzavreni",
        "/stazeni",
        "/zkouska",
        "/verze",
        "/plakat",
        "/kod.svg",
    ):
        assert office.get(f"/urad/vlny/theirs{address}").status_code == 404, address


def test_a_coordinator_looks_and_cannot_change(second_office: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    page = second_office.get(f"/en/urad/vlny/{wave.wave_code}")
    assert page.status_code == 200
    assert "Change the time" not in page.text
    assert "Only a methodologist of the region can do this." in page.text
    assert second_office.post(f"/urad/vlny/{wave.wave_code}/vypocet").status_code in (400, 403)


def test_a_methodologist_elsewhere_cannot_change_a_wave_here(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave, elsewhere = make_wave(), add_region("jinde")
    person = add_person("x@y.example", (Role.COORDINATOR, region), (Role.METHODOLOGIST, elsewhere))
    browser = enter(client, person)
    page = f"/urad/vlny/{wave.wave_code}"
    assert send(browser, "/urad/heslo", {"results_on": ""}, to=page).status_code == 404
    assert send(browser, "/en/urad/heslo", REASON, to=f"/en{page}/uzavreni").status_code in (404, 422)
    assert state(wave.wave_code) is WaveState.OPEN


def test_an_open_wave_is_extended_with_a_reason(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    page = f"/en/urad/vlny/{wave.wave_code}/prodlouzeni"
    assert 'name="closes_at"' not in office.get(f"/en/urad/vlny/{wave.wave_code}").text
    year = clock.now().year + 1
    later = {"closes_at": f"{year}-07-01T20:00", "results_on": ""}
    silent = send(office, page, later)
    assert silent.status_code == 422
    assert "Write a reason for the public." in silent.text
    assert f'value="{year}-07-01T20:00"' in silent.text
    earlier = send(office, page, {**REASON, "closes_at": local(wave.closes_at - DAY / 2)})
    assert earlier.status_code == 422
    assert "must be later than the present one" in earlier.text
    assert REASON["reason_cs"] in earlier.text
    assert send(office, page, {**later, **REASON}).status_code == 303
    shown = office.get(f"/en/urad/vlny/{wave.wave_code}").text
    assert "open, extended" in shown
    assert REASON["reason_cs"] in shown


def test_closing_now_asks_first_and_wants_a_reason(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    page = f"/en/urad/vlny/{wave.wave_code}/uzavreni"
    assert "cannot be opened again" in office.get(page).text
    assert send(office, page).status_code == 422
    assert state(wave.wave_code) is WaveState.OPEN
    assert send(office, page, REASON).status_code == 303
    assert stored(wave.wave_code).closes_at <= clock.now()
    assert "has moved on meanwhile" in office.get(page).text


def test_two_people_at_once_are_told_that_the_wave_has_moved_on(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    wave = make_wave()
    page = f"/en/urad/vlny/{wave.wave_code}/uzavreni"
    first = office.get(page)
    assert send(office, page, REASON).status_code == 303
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', first.text)
    assert token
    again = office.post(page, data={"csrf_token": token[1], **REASON})
    assert again.status_code == 422
    assert "has moved on meanwhile" in again.text


def test_an_announced_wave_can_be_withdrawn(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = ahead(make_wave)
    page = f"/urad/vlny/{wave.wave_code}/stazeni"
    assert send(office, page).status_code == 422
    assert send(office, page, REASON).status_code == 303
    assert state(wave.wave_code) is WaveState.WITHDRAWN
    shown = office.get(f"/en/urad/vlny/{wave.wave_code}").text
    assert "The wave was withdrawn." in shown
    assert f"{page}" not in shown


def test_another_version_is_chosen_in_the_browser(
    office: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave(approved=False)
    with db.transaction() as session:
        changed = questionnaire(titles={"cs": "Jiný", "en": "Another"})
        second = design.publish_version(session, region, changed, clock.now())
    page = f"/en/urad/vlny/{wave.wave_code}/verze"
    assert "Version 2, published" in office.get(page).text
    assert send(office, page, {"version": "nonsense"}).status_code == 422
    assert send(office, page, {"version": str(second.id)}).status_code == 303
    assert stored(wave.wave_code).questionnaire_version_id == second.id


@pytest.mark.parametrize("page", ["/en/urad", "/en/urad/vlny"])
def test_who_may_approve_a_wave_is_told_that_it_waits_and_who_planned_it_is_not(
    page: str,
    office: FlaskClient,
    second_office: FlaskClient,
    methodologist: StaffMember,
    make_wave: MakeWave,
) -> None:
    now = clock.now()
    dates = {"announced_at": now + DAY, "opens_at": now + 9 * DAY, "closes_at": now + 30 * DAY}
    wave = make_wave(approved=False, **dates)
    with db.transaction() as session:
        session.get_one(Wave, wave.id).created_by_id = methodologist.id
    assert re.search("wait(s)? for your approval", second_office.get(page).text)
    assert not re.search("wait(s)? for your approval", office.get(page).text)
    assert f'href="/en/urad/vlny/{wave.wave_code}"' in second_office.get(page).text
    send(second_office, f"/en/urad/vlny/{wave.wave_code}/schvaleni")
    assert not re.search("wait(s)? for your approval", second_office.get(page).text)


def test_a_free_code_is_proposed_and_follows_the_questionnaire(
    office: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    days = office.application.config["SETTINGS"].announcement_days
    year = (clock.today() + timedelta(days=1 + days)).year
    make_wave(questionnaire(questionnaire_code="yearly-2025"), wave_code=f"yearly-{year}")
    with db.transaction() as session:
        other = design.publish_version(session, region, questionnaire(), clock.now()).id
        yearly = design.publish_version(
            session, region, questionnaire(questionnaire_code="yearly-2025", version="2"), clock.now()
        ).id
    page = office.get(f"/en/urad/vlny/nova?verze={yearly}").text
    assert re.search(rf'name="wave_code"[^>]*value="yearly-{year}-?2"', page)
    proposed = re.search(r'name="wave_code"[^>]*value="([^"]*)"', page)
    assert proposed
    shown = {"proposed_for": str(yearly), "version": str(other), "wave_code": proposed[1]}
    answer = send(office, "/en/urad/vlny/nova", plan(**shown))
    assert answer.status_code == 422
    assert "proposed for another questionnaire" in answer.text
    assert f'value="tiny-{year}"' in answer.text
    assert f'name="proposed_for" type="hidden" value="{other}"' in answer.text
    answer = send(office, "/en/urad/vlny/nova", plan(version=str(other), wave_code="my-own"))
    assert answer.location == "/en/urad/vlny/my-own?saved=created"


def test_a_code_that_is_written_again_may_be_given_to_another_questionnaire(
    office: FlaskClient, region: Region
) -> None:
    with db.transaction() as session:
        first, other = (
            design.publish_version(session, region, questionnaire(questionnaire_code=code), clock.now()).id
            for code in ("yearly", "tiny")
        )
    page = office.get(f"/en/urad/vlny/nova?verze={first}").text
    proposed = re.search(r'name="wave_code"[^>]*value="([^"]*)"', page)
    assert proposed
    shown = {"proposed_for": str(first), "version": str(other), "wave_code": proposed[1]}
    assert send(office, "/en/urad/vlny/nova", plan(**shown)).status_code == 422
    answer = send(office, "/en/urad/vlny/nova", plan(**(shown | {"proposed_for": str(other)})))
    assert answer.location == f"/en/urad/vlny/{proposed[1]}?saved=created"


def test_a_planned_wave_says_who_approves_it_and_what_happens_when(
    office: FlaskClient, second_office: FlaskClient, region: Region
) -> None:
    add_person(
        "jana@testov.example", (Role.METHODOLOGIST, region), (Role.COORDINATOR, region), name="Jana Malá"
    )
    add_person("klerk@testov.example", (Role.CLERK, region), name="Karel Klerk")
    fields = plan(version=publish(region))
    send(office, "/en/urad/vlny/nova", fields)
    page = office.get("/en/urad/vlny/annual-2030").text
    next_up = page.partition('id="next"')[2].partition("</ol>")[0]
    assert (
        "<strong>Jana Malá</strong> (methodologist, coordinator), <strong>k</strong> (coordinator)" in next_up
    )
    assert "metodik" not in next_up, "who planned it does not approve it"
    assert "Karel" not in next_up
    assert next_up.count("<li>") == 3
    send(second_office, "/en/urad/vlny/annual-2030/schvaleni")
    page = office.get("/en/urad/vlny/annual-2030").text
    next_up = page.partition('id="next"')[2].partition("</ol>")[0]
    assert "Jana" not in next_up
    assert next_up.count("<li>") == 2


def test_who_is_alone_is_named_as_the_one_to_approve(office: FlaskClient, region: Region) -> None:
    send(office, "/en/urad/vlny/nova", plan(version=publish(region)))
    page = office.get("/en/urad/vlny/annual-2030").text
    assert "<strong>metodik</strong> (methodologist)" in page.partition('id="next"')[2].partition("</ol>")[0]
