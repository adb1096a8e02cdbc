"""A citizen answers a questionnaire: pages, languages, coming back, sending, receipt."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Comment, OutboxMessage, PartialResponse, Response
from tests.survey_app.conftest import MakeWave, annual, questionnaire
from tests.survey_app.walking import follow, read, send

SetClock = Callable[[datetime], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the town's clock."""
    return lambda instant: monkeypatch.setattr(clock, "now", lambda: instant)


def stored() -> list[Response]:
    with db.reading() as session:
        return list(session.scalars(sa.select(Response)))


def comments() -> list[Comment]:
    with db.reading() as session:
        return list(session.scalars(sa.select(Comment)))


def count(model: type[db.Base]) -> int:
    with db.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(model)) or 0


def walk_to_check(client: FlaskClient, change: str = "Více obědů"):  # a TestResponse
    page = client.get("/dotaznik/tiny-1/strana/use")
    page = follow(client, send(client, page, {"used": "yes"}))
    page = follow(client, send(client, page, {"staff": "good", "visits": "3"}))
    return follow(client, send(client, page, {"change": change}))


def test_answers_go_page_by_page_to_a_check_and_a_receipt(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    landing = client.get("/dotaznik/tiny-1")
    assert "Je to krátké." in landing.text
    check = walk_to_check(client)
    assert check.request.path == "/dotaznik/tiny-1/kontrola"
    assert "dobře" in check.text
    assert "Více obědů" in check.text
    receipt = follow(client, send(client, check))
    assert receipt.request.path == "/dotaznik/tiny-1/hotovo"
    (response,) = stored()
    assert response.answers == {"used": "yes", "staff": "good", "visits": 3}
    assert response.received_on == clock.today()
    assert not response.late
    (comment,) = comments()
    assert (comment.text, comment.item_code) == ("Více obědů", "change")
    assert count(OutboxMessage) == 1
    assert count(PartialResponse) == 0


def test_answers_off_the_path_are_not_submitted(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    walk_to_check(client)
    page = client.get("/dotaznik/tiny-1/strana/use")
    assert read(page).checked == {"used": ["yes"]}
    page = follow(client, send(client, page, {"used": "no"}))
    assert page.request.path == "/dotaznik/tiny-1/strana/words"
    check = follow(client, send(client, page, {"change": ""}))
    assert "dobře" not in check.text
    follow(client, send(client, check))
    assert stored()[0].answers == {"used": "no"}
    assert comments() == []


def test_a_required_item_left_out_is_asked_for_at_its_place(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    refused = send(client, client.get("/dotaznik/tiny-1/strana/use"))
    assert refused.status_code == 422
    assert 'href="#used"' in refused.text
    assert count(Response) == 0


def test_sending_without_a_required_answer_leads_to_the_gap(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    page = client.get("/dotaznik/tiny-1/strana/words")
    check = follow(client, send(client, page, {"change": "Nic"}))
    refused = send(client, check)
    assert refused.status_code == 422
    assert "/dotaznik/tiny-1/strana/use" in refused.text
    assert count(Response) == 0


def test_what_does_not_pass_the_checks_is_shown_again_as_typed(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave()
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"}))
    refused = send(client, page, {"staff": "bad", "visits": "mnohokrát"})
    assert refused.status_code == 422
    again = client.get("/dotaznik/tiny-1/strana/rating")
    assert read(again).checked == {"staff": ["bad"], "visits": ["mnohokrát"]}


def test_switching_the_language_midway_keeps_what_is_on_the_page(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave()
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"}))
    typed = {"staff": "good", "visits": "mnoho"}
    english = follow(client, send(client, page, typed, action="stay", to="/en/dotaznik/tiny-1/strana/rating"))
    assert "How many times?" in english.text
    assert read(english).checked == {"staff": ["good"], "visits": ["mnoho"]}


def test_going_back_saves_the_page(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"}))
    page = follow(client, send(client, page, {"staff": "good"}, action="back"))
    assert page.request.path == "/dotaznik/tiny-1/strana/use"
    assert read(client.get("/dotaznik/tiny-1/strana/rating")).checked["staff"] == ["good"]


def test_who_comes_back_on_the_same_device_goes_on(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"})
    assert "/dotaznik/tiny-1/strana/rating" in client.get("/dotaznik/tiny-1").text


def test_another_device_sees_nothing_of_a_partial_response(
    app: Flask, client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave()
    send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"})
    stranger = app.test_client()
    assert read(stranger.get("/dotaznik/tiny-1/strana/use")).checked == {}


def test_a_partial_response_cannot_be_read_in_the_database(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    page = client.get("/dotaznik/tiny-1/strana/words")
    send(client, page, {"change": "Tajemství z dolní ulice"})
    with db.reading() as session:
        (partial,) = session.scalars(sa.select(PartialResponse))
    assert "Tajemství".encode() not in partial.sealed
    assert partial.expires_on == clock.today() + timedelta(days=14)


def test_a_partial_response_is_deleted_on_request(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"})
    page = client.get("/dotaznik/tiny-1/smazat")
    token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    client.post("/dotaznik/tiny-1/smazat", data={"csrf_token": token})
    assert count(PartialResponse) == 0


def test_sending_twice_leads_to_the_same_receipt(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    check = walk_to_check(client)
    first = follow(client, send(client, check))
    second = follow(client, send(client, check))
    assert first.text == second.text
    assert count(Response) == count(Comment) == 1


def test_only_who_wrote_something_gets_a_code(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    check = walk_to_check(client, change="")
    first = follow(client, send(client, check))
    second = follow(client, send(client, check))
    assert "ohlas-code" not in first.text
    assert first.text == second.text
    assert "ohlas-code" in follow(client, send(client, walk_to_check(client))).text


def test_a_one_page_questionnaire_is_sent_at_once_and_only_once(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(questionnaire("page"))
    page = client.get("/dotaznik/tiny-1")
    answers = {"used": "yes", "staff": "bad", "change": "Teplé obědy"}
    first, second = (follow(client, send(client, page, answers)) for _ in range(2))
    assert first.text == second.text
    assert count(Response) == 1
    assert stored()[0].answers == {"used": "yes", "staff": "bad"}


def test_different_content_under_the_same_submission_is_refused(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(questionnaire("page"))
    page = client.get("/dotaznik/tiny-1")
    follow(client, send(client, page, {"used": "yes", "staff": "bad"}))
    refused = send(client, page, {"used": "yes", "staff": "good"})
    assert refused.status_code == 409
    assert stored()[0].answers == {"used": "yes", "staff": "bad"}


def test_without_the_safety_mark_nothing_is_stored_and_nothing_is_lost(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(questionnaire("page"))
    form = read(client.get("/dotaznik/tiny-1"))
    answers = {"submission": form.hidden["submission"], "used": "yes", "action": "next"}
    refused = client.post(form.action, data=answers)
    assert refused.status_code == 400
    assert read(refused).checked["used"] == ["yes"]
    assert count(Response) == 0


def test_a_submission_token_made_elsewhere_is_refused(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(questionnaire("page"))
    page = client.get("/dotaznik/tiny-1")
    assert send(client, page, {"used": "yes", "submission": "made.up.token"}).status_code == 400


def test_a_form_opened_before_closing_is_accepted_within_the_grace(
    client: FlaskClient, make_wave: MakeWave, set_clock: SetClock
) -> None:
    closes_at = datetime.now(UTC) + timedelta(hours=1)
    make_wave(questionnaire("page"), closes_at=closes_at, grace_minutes=60)
    page = client.get("/dotaznik/tiny-1")
    set_clock(closes_at + timedelta(minutes=59, seconds=59))
    assert read(client.get("/dotaznik/tiny-1")).hidden == {}, "nobody opens the form any more"
    receipt = follow(client, send(client, page, {"used": "no"}))
    assert receipt.request.path == "/dotaznik/tiny-1/hotovo"
    assert stored()[0].late


def test_after_the_grace_a_friendly_page_says_that_it_is_closed(
    client: FlaskClient, make_wave: MakeWave, set_clock: SetClock
) -> None:
    closes_at = datetime.now(UTC) + timedelta(hours=1)
    make_wave(questionnaire("page"), closes_at=closes_at, grace_minutes=60)
    page = client.get("/dotaznik/tiny-1")
    set_clock(closes_at + timedelta(minutes=60))
    late = follow(client, send(client, page, {"used": "no"}))
    assert late.status_code == 200
    assert read(late).hidden == {}
    assert count(Response) == 0


def test_an_announced_wave_says_when_it_opens_and_a_planned_one_is_unknown(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    now = clock.now()
    day = timedelta(days=1)
    make_wave(wave_code="soon", announced_at=now - day, opens_at=now + day, closes_at=now + 2 * day)
    make_wave(wave_code="later", announced_at=now + day, opens_at=now + 2 * day, closes_at=now + 3 * day)
    assert client.get("/dotaznik/soon").status_code == 200
    assert client.get("/dotaznik/later").status_code == 404


def test_an_anonymous_response_keeps_no_time_and_no_address(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave()
    follow(client, send(client, walk_to_check(client)))
    columns = {column.name: column.type for column in Response.__table__.columns}
    columns |= {column.name: column.type for column in Comment.__table__.columns}
    assert not [name for name, kind in columns.items() if isinstance(kind, sa.DateTime | db.Instant)]
    assert not [name for name in columns if "address" in name or "agent" in name or name.startswith("ip")]


@pytest.mark.parametrize("language", ["", "/en", "/uk", "/cs-easy"])
def test_the_annual_questionnaire_is_walked_in_each_language(
    client: FlaskClient, catalogues: None, make_wave: MakeWave, language: str
) -> None:
    make_wave(annual(), wave_code="annual")
    start = f"{language}/dotaznik/annual/strana/start"
    assert start in client.get(f"{language}/dotaznik/annual").text
    page = client.get(start)
    for _ in range(20):
        if page.request.path.endswith("/kontrola"):
            break
        answers = {"q01": "self", "q02": "needed", "q10": "respite", "q11": "full", "q15": "Děkuji"}
        page = follow(client, send(client, page, answers))
    receipt = follow(client, send(client, page))
    assert receipt.request.path.endswith("/hotovo")
    (response,) = stored()
    assert response.answers == {"q01": "self", "q02": "needed", "q10": ["respite"], "q11": ["full"]}
    assert response.language == (language.removeprefix("/") or "cs")
    assert comments()[0].text == "Děkuji"


def test_a_mistake_on_a_page_that_is_no_longer_asked_does_not_hold_the_answers_up(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave()
    first = client.get("/dotaznik/tiny-1/strana/use")
    rating = follow(client, send(client, first, {"used": "yes"}))
    first = follow(client, send(client, rating, {"visits": "many"}, action="back"))
    words = follow(client, send(client, first, {"used": "no"}))
    check = follow(client, send(client, words))
    assert follow(client, send(client, check)).request.path == "/dotaznik/tiny-1/hotovo"
    assert [response.answers for response in stored()] == [{"used": "no"}]


@pytest.mark.parametrize(("accepted", "sent"), [("br, gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("", None)])
def test_a_page_is_compressed_only_for_who_takes_it_so(
    client: FlaskClient, make_wave: MakeWave, accepted: str, sent: str | None
) -> None:
    make_wave()
    page = client.get("/dotaznik/tiny-1/strana/use", headers={"Accept-Encoding": accepted})
    assert page.headers.get("Content-Encoding") == sent


def test_two_tabs_that_save_at_the_same_instant_lose_neither_page(
    app: Flask, client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave()
    send(client, client.get("/dotaznik/tiny-1/strana/use"), {"used": "yes"})
    cookies = {name: client.get_cookie(name) for name in ("ohlas", "ohlas-draft")}
    pages = {"rating": {"staff": "good"}, "words": {"change": "Obědy"}}

    def save(name: str) -> None:
        tab = app.test_client()
        for key, cookie in cookies.items():
            assert cookie is not None
            tab.set_cookie(key, cookie.value)
        page = tab.get(f"/dotaznik/tiny-1/strana/{name}")
        both_are_open.wait()
        assert send(tab, page, pages[name]).status_code == 303

    for _ in range(5):
        both_are_open = Barrier(2)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(save, pages))
        check = client.get("/dotaznik/tiny-1/kontrola").text
        assert "dobře" in check
        assert "Obědy" in check
        for name in pages:
            send(client, client.get(f"/dotaznik/tiny-1/strana/{name}"), {})  # clear both pages again
