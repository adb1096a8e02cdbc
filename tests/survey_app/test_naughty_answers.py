"""Strings that break software, posted over HTTP as every kind of answer, and repeated on the next page."""

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from forms.definition import ItemType, load
from survey_app import db
from survey_app.models import Response
from tests.forms.test_naughty_strings import NAUGHTY
from tests.survey_app.conftest import MakeWave
from tests.survey_app.walking import follow, read

DOCUMENT = json.loads(
    (Path(__file__).parent.parent / "questionnaires" / "every_type.json").read_text(encoding="utf-8")
)
CODES = [item.item_code for item in load(DOCUMENT).items]
SUFFIXES = ("", ".write_in", ".day", ".month", ".year")
NEXT = 'name="action" value="next"'


def post(client: FlaskClient, page: TestResponse, pairs: list[tuple[str, str]]) -> TestResponse:
    """Send the form of a page with any characters at all, halves of characters too."""
    form = read(page)
    sent = [*form.hidden.items(), ("action", "next"), *pairs]
    body = urlencode(sent, errors="surrogatepass").encode()
    return client.post(form.action, data=body, content_type="application/x-www-form-urlencoded")


def test_the_questionnaire_has_every_type_of_item() -> None:
    assert {item.type for item in load(DOCUMENT).items} == set(ItemType)


@pytest.mark.parametrize("text", NAUGHTY, ids=lambda text: ascii(text)[:20])
def test_no_string_breaks_a_page_and_none_comes_out_as_markup(
    client: FlaskClient, make_wave: MakeWave, text: str
) -> None:
    make_wave(DOCUMENT)
    first = client.get("/dotaznik/tiny-1/strana/part_1")
    everything = [(code + suffix, text) for code in CODES for suffix in SUFFIXES]
    places = [("ranked", f"{place}:{text}") for place in (1, 2)]
    sent = post(client, first, [*everything, *places])
    assert sent.status_code in (303, 413, 422)
    if sent.status_code == 422:
        assert NEXT in sent.text
    assert "<script>alert" not in sent.text
    assert client.get("/dotaznik/tiny-1/strana/part_1").status_code == 200


@pytest.mark.parametrize("text", NAUGHTY, ids=lambda text: ascii(text)[:20])
def test_no_string_breaks_the_text_that_repeats_it(
    client: FlaskClient, make_wave: MakeWave, database: db.Database, text: str
) -> None:
    make_wave(DOCUMENT)
    first = client.get("/dotaznik/tiny-1/strana/part_1")
    sound = [("single", "own"), ("several", "own"), ("ranked", "1:own")]
    words = [(f"{code}.write_in", text) for code, _ in sound]
    sent = post(client, first, [*sound, *words, ("short", text), ("words", text)])
    if sent.status_code != 303:
        assert sent.status_code in (413, 422)
        return
    again = follow(client, sent)
    assert again.status_code == 200
    assert "<script>alert" not in again.text
    assert "\u202e" not in again.text.partition("<textarea")[0]
    check = follow(client, post(client, again, [("again", text)]))
    assert check.status_code == 200
    assert "<script>alert" not in check.text
    receipt = follow(client, post_check(client, check))
    assert receipt.status_code == 200
    with database.reading() as session:
        (stored,) = session.scalars(sa.select(Response))
    assert stored.answers["ranked"] == ["own"]


def post_check(client: FlaskClient, check: TestResponse) -> TestResponse:
    """Send the answers for good."""
    return client.post("/dotaznik/tiny-1/kontrola", data=read(check).hidden)
