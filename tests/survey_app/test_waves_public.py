"""What everybody sees of a wave: announced, extended, closed early, withdrawn; the calendar file."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.answering import waves as answering_waves
from survey_app.models import Wave
from survey_app.operations import waves
from tests.survey_app.conftest import MakeWave
from tests.survey_app.walking import follow, send

DAY = timedelta(days=1)
WHY = {"cs": "Přišlo málo odpovědí.", "en": "Few have answered."}


def step(operation: Callable[..., Any], wave: Wave, *words: Any, **more: Any) -> None:
    with db.transaction() as session:
        operation(session, session.get_one(Wave, wave.id), *words, **more)


def ahead(make_wave: MakeWave, **dates: Any) -> Wave:
    now = clock.now()
    return make_wave(
        **{"announced_at": now - DAY, "opens_at": now + 8 * DAY, "closes_at": now + 20 * DAY, **dates}
    )


def test_an_announcement_says_what_when_how_long_and_how_else(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = ahead(make_wave)
    page = client.get(f"/en/dotaznik/{wave.wave_code}").text
    for words in (
        "A tiny questionnaire",
        "It is short.",
        "It opens in 8 days.\nYou will have 13 days to answer.",
        "It takes at most about",
        "Čeština, English",
        "call +420 000 000 000 and ask for a paper form",
        f"/en/dotaznik/{wave.wave_code}/termin.ics",
    ):
        assert words in page, words
    assert client.get("/en/").text.count("A tiny questionnaire") == 1


@pytest.mark.parametrize("approved", [True, False])
def test_nobody_outside_sees_a_wave_before_its_announcement(
    approved: bool, client: FlaskClient, make_wave: MakeWave
) -> None:
    now = clock.now()
    planned_for = now + DAY if approved else now - DAY
    wave = ahead(make_wave, announced_at=planned_for, approved=approved)
    for address in ("", "/strana/use", "/kontrola", "/hotovo", "/termin.ics", "/smazat"):
        assert client.get(f"/dotaznik/{wave.wave_code}{address}").status_code == 404, address
    assert client.get(f"/vysledky/{wave.wave_code}").status_code == 404
    assert "Maličký" not in client.get("/").text


def test_an_unapproved_wave_takes_no_answers_though_its_time_has_come(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = make_wave(approved=False)
    assert client.get(f"/dotaznik/{wave.wave_code}").status_code == 404
    assert "Maličký" not in client.get("/").text


def test_an_extension_is_public_with_its_reason_and_the_old_closing(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    closes = clock.from_local(datetime(2097, 3, 4, 23, 59))  # noqa: DTZ001  # the clock of the town
    wave = make_wave(closes_at=closes)
    step(waves.extend, wave, closes + 7 * DAY, None, WHY, clock.now(), by=None)
    page = client.get(f"/en/dotaznik/{wave.wave_code}").text
    assert "Extended until March 11, 2097" in page
    assert "it was to be until March 4, 2097" in page
    assert WHY["en"] in page
    assert "it was to be until March 4, 2097" in client.get("/en/").text
    czech = client.get(f"/dotaznik/{wave.wave_code}").text
    assert "do 11.\N{NO-BREAK SPACE}března 2097" in czech
    assert WHY["cs"] in czech
    assert WHY["en"] not in czech


def test_a_reason_that_was_given_in_another_language_says_which(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = make_wave()
    step(waves.extend, wave, wave.closes_at + DAY, None, {"cs": WHY["cs"]}, clock.now(), by=None)
    page = client.get(f"/en/dotaznik/{wave.wave_code}").text
    assert f'lang="cs"><span class="ohlas-quiet">Čeština:</span> {WHY["cs"]}' in page


def test_who_has_begun_reads_until_when_to_send_after_an_extended_wave_closed_early(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = make_wave()
    follow(client, send(client, client.get("/en/dotaznik/tiny-1/strana/use"), {"used": "yes"}))
    step(
        waves.extend,
        wave,
        wave.closes_at + DAY,
        None,
        {"en": "More days.", "cs": "Déle."},
        clock.now(),
        by=None,
    )
    step(waves.close_early, wave, WHY, clock.now(), by=None)
    answering_waves.forget(wave.wave_code)
    for address in ("", "/strana/rating", "/kontrola"):
        page = client.get(f"/en/dotaznik/tiny-1{address}").text
        assert "What you have begun you can still send until" in page, address
        assert WHY["en"] in page, address
        assert "Extended" not in page, address
        assert "You can answer until" not in page, address
        assert "start again" not in page, address


def test_a_wave_that_closed_early_says_why(client: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    step(waves.close_early, wave, WHY, clock.now() - timedelta(seconds=1), by=None)
    page = client.get(f"/en/dotaznik/{wave.wave_code}").text
    assert "Why it closed early" in page
    assert WHY["en"] in page


def test_a_withdrawn_wave_explains_itself_where_it_was_announced(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    wave = ahead(make_wave)
    step(waves.withdraw, wave, WHY, clock.now(), by=None)
    page = client.get(f"/en/dotaznik/{wave.wave_code}")
    assert page.status_code == 200
    assert "has withdrawn this questionnaire" in page.text
    assert WHY["en"] in page.text
    assert "Withdrawn" in client.get("/en/").text
    never = ahead(make_wave, wave_code="never", announced_at=clock.now() + DAY)
    step(waves.withdraw, never, {}, clock.now(), by=None)
    assert client.get("/en/dotaznik/never").status_code == 404


def events(client: FlaskClient, address: str) -> list[icalendar.Event]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(answer.data).walk("VEVENT"))


def test_the_calendar_is_right_over_the_change_of_clocks(client: FlaskClient, make_wave: MakeWave) -> None:
    opens = clock.from_local(datetime(2096, 10, 20, 8))  # noqa: DTZ001  # the clock of the town, summer
    closes = clock.from_local(datetime(2096, 11, 4, 23, 59, 59))  # noqa: DTZ001  # as above, winter
    wave = ahead(make_wave, opens_at=opens, closes_at=closes)
    whole, last = events(client, f"/dotaznik/{wave.wave_code}/termin.ics")
    assert whole.decoded("dtstart") == datetime(2096, 10, 20, 6, tzinfo=UTC)
    assert whole.decoded("dtend") == datetime(2096, 11, 4, 22, 59, 59, tzinfo=UTC)
    assert last.decoded("dtstart") == date(2096, 11, 4)
    assert last.decoded("dtend") == date(2096, 11, 5)
    assert str(whole["summary"]) == "Maličký dotazník"
    assert str(whole["url"]) == f"http://localhost/dotaznik/{wave.wave_code}"


def test_a_calendar_that_is_read_again_moves_its_events(client: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave(closes_at=clock.now() + 3 * DAY)
    address = f"/en/dotaznik/{wave.wave_code}/termin.ics"
    before = events(client, address)
    step(waves.extend, wave, wave.closes_at + DAY, None, WHY, clock.now(), by=None)
    after = events(client, address.replace("/en", ""))
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert [event["sequence"] for event in before] == [0, 0]
    assert [event["sequence"] for event in after] == [1, 1]
    assert str(before[1]["summary"]) == "Last day: A tiny questionnaire"


def test_a_closed_wave_has_no_calendar(client: FlaskClient, make_wave: MakeWave) -> None:
    now = clock.now()
    wave = make_wave(opens_at=now - 9 * DAY, closes_at=now - DAY)
    assert client.get(f"/dotaznik/{wave.wave_code}/termin.ics").status_code == 404
