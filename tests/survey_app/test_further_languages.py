"""Questionnaires in languages that the pages around them do not speak."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from survey_app.language import own_name
from tests.survey_app.conftest import MakeWave
from tests.survey_app.walking import follow, send

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"


def tiny(name: str) -> dict[str, object]:
    document: dict[str, object] = json.loads((QUESTIONNAIRES / f"{name}.json").read_text(encoding="utf-8"))
    return document


def element(html: str, words: str) -> str:
    """The tag right before these words."""
    found = re.search(r"<[^<>]*>\s*" + re.escape(words), html.partition("<body")[2])
    assert found, f"{words} is not there"
    return found[0]


def test_a_german_questionnaire_is_asked_in_german_on_an_english_page(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("german"))
    page = client.get("/de/dotaznik/tiny-1/strana/main")
    assert '<html class="govuk-template" lang="en">' in page.text
    assert re.search(r'data-item="used" lang="de" dir="ltr"', page.text)
    assert 'lang="de"' in element(page.text, "Über die Dienste")
    assert ">ja</label>" in page.text
    assert 'lang="en"' in element(page.text, "(needs an answer)")
    assert 'lang="en"' in element(page.text, "month")
    assert ">\nContinue" in page.text or ">Continue<" in page.text


def test_errors_on_a_german_page_are_english_and_say_so(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("german"))
    refused = send(client, client.get("/de/dotaznik/tiny-1/strana/main"))
    assert refused.status_code == 422
    assert re.search(
        r'<a href="#used"><span lang="de" dir="ltr">Haben Sie einen Dienst genutzt\?</span> '
        r"<span>Choose one option.</span></a>",
        refused.text,
    )
    assert re.search(r'id="used-error" class="govuk-error-message" lang="en" dir="ltr"', refused.text)


def title(html: str) -> str:
    found = re.search(r"<title.*?</title>", html, re.DOTALL)
    assert found
    return found[0]


@pytest.mark.parametrize("address", ["/de/dotaznik/tiny-1", "/de/dotaznik/tiny-1/strana/main"])
def test_a_title_in_german_says_so_and_has_no_english_words(
    client: FlaskClient, make_wave: MakeWave, address: str
) -> None:
    make_wave(tiny("german"))
    found = title(client.get(address).text)
    assert found.startswith('<title lang="de" dir="ltr">')
    assert not re.search(r"\b(of|page|Error)\b", found)


def test_a_title_that_tells_of_errors_speaks_the_language_of_the_page(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("german"))
    found = title(send(client, client.get("/de/dotaznik/tiny-1/strana/main")).text)
    assert found.startswith("<title>Error: Questionnaire –")


def test_who_comes_without_a_language_is_led_to_the_one_there_is(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("german"))
    led = client.get("/dotaznik/tiny-1")
    assert led.headers["Location"] == "/de/dotaznik/tiny-1"
    assert client.get("/fr/dotaznik/tiny-1").headers["Location"] == "/de/dotaznik/tiny-1"


def test_arabic_runs_from_the_right_and_languages_call_themselves_by_their_own_names(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("vietnamese_and_arabic"))
    page = client.get("/ar/dotaznik/tiny-1/strana/main")
    assert 'data-item="used" lang="ar" dir="rtl"' in page.text
    assert 'lang="ar" dir="rtl"' in element(page.text, "عن الخدمات")
    assert "Tiếng Việt</button>" in page.text
    vietnamese = follow(
        client,
        send(client, page, {"used": "yes"}, action="stay", to="/vi/dotaznik/tiny-1/strana/main"),
    )
    assert 'data-item="used" lang="vi" dir="ltr"' in vietnamese.text
    more = follow(client, send(client, vietnamese, {"used": "yes", "which": "home"}))
    assert "Bạn muốn nói gì về “Chăm sóc tại nhà”?" in more.text


@pytest.mark.parametrize("address", ["/", "/vysledky", "/napiste-nam/testov", "/urad/prihlaseni"])
def test_other_pages_lead_to_the_language_around_the_questionnaire(
    client: FlaskClient, make_wave: MakeWave, address: str
) -> None:
    make_wave(tiny("german"))
    assert client.get(f"/de{address}?a=1").headers["Location"] == f"/en{address}?a=1"
    assert client.get(f"/sk{address}").headers["Location"] == address


@pytest.mark.parametrize(
    "address",
    [
        "/sk//evil.example/",
        "/sk//evil.example/vysledky",
        "/sk/\\evil.example",
        "/sk/%2F%2Fevil.example/",
        "/xyz",
        "/api/x",
    ],
)
def test_what_only_looks_like_a_language_leads_nowhere_else(
    client: FlaskClient, make_wave: MakeWave, address: str
) -> None:
    make_wave(tiny("german"))
    answer = client.get(address)
    target = answer.headers.get("Location", "/")
    assert answer.status_code in (307, 308, 404)
    assert target.startswith(("/", "http://localhost/"))
    assert not target.startswith(("//", "/\\"))


def test_no_address_of_ours_looks_like_a_language(client: FlaskClient) -> None:
    firsts = {rule.rule.split("/")[1] for rule in client.application.url_map.iter_rules()}
    assert not {first for first in firsts if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", first)}


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("cs", "Čeština"),
        ("cs-easy", "Snadná čeština"),
        ("de", "Deutsch"),
        ("de-easy", "Leichte Sprache"),
        ("pt-BR", "Português (Brasil)"),
        ("pl-easy", "Polski (easy)"),
        ("rom", "Romani čhib"),
        ("qqq", "qqq"),
    ],
)
def test_a_language_is_called_what_its_speakers_call_it(tag: str, name: str) -> None:
    assert own_name(tag) == name
