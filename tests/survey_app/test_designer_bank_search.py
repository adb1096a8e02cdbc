"""The item bank as somebody looks through it: by words, and with the answers of each entry."""

import re

import pytest
from flask.testing import FlaskClient

from survey_app import db
from survey_app.demo import bank as demo
from survey_app.models import Region
from survey_app.operations import bank as operations
from survey_app.vocabulary import Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, enter, send

BANK = "/en/urad/dotazniky/banka"


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist whose bank has items of the annual questionnaire."""
    with db.transaction() as session:
        demo.build(session, region)
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def found(office: FlaskClient, words: str) -> list[str]:
    """The codes of the entries that the bank shows."""
    page = office.get(BANK, query_string={"hledat": words}).text
    return re.findall(r'id="entry-[^"]+"><code>([^<]+)</code>', page)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("spokojen sluzbou", "q09"),
        ("SLUŽBOU Spokojen", "q09"),
        ("how satisfied", "q09"),
        ("q09", "q09"),
        ("  ", "q02"),
    ],
)
def test_words_find_an_entry_without_accents_in_any_order_and_language(
    office: FlaskClient, region: Region, words: str, code: str
) -> None:
    item = {
        "item_code": "q09",
        "type": "yes_no",
        "texts": {"cs": "Jste se službou spokojení?", "en": "How satisfied are you?"},
    }
    with db.transaction() as session:
        operations.keep_item(session, session.get_one(Region, region.id), item, replace=True)
    assert code in found(office, words)
    assert (len(found(office, words)) == 1) is bool(words.strip())


def test_an_answer_finds_its_entry_and_what_is_nowhere_is_said(office: FlaskClient, region: Region) -> None:
    option = {"code": "boat", "labels": {"cs": "přívozem", "en": "by ferry"}}
    item = {
        "item_code": "way",
        "type": "single_choice",
        "texts": {"cs": "Čím jezdíte?", "en": "How do you travel?"},
        "options": [option, {"code": "bus", "labels": {"cs": "autobusem", "en": "by bus"}}],
    }
    with db.transaction() as session:
        operations.keep_item(session, session.get_one(Region, region.id), item)
    assert found(office, "privozem") == ["way"]
    page = office.get(BANK, query_string={"hledat": "<b>ponorkou"}).text
    assert "Nothing in the bank has all these words." in page
    assert "<b>" not in page
    assert 'value="&lt;b&gt;ponorkou"' in page


def test_every_entry_shows_its_answers_before_it_is_put_in(office: FlaskClient, region: Region) -> None:
    yes_no = {"item_code": "ok", "type": "yes_no", "texts": {"cs": "Je to dobré?", "en": "Is it good?"}}
    with db.transaction() as session:
        operations.keep_item(session, session.get_one(Region, region.id), yes_no)
    page = office.get(BANK).text
    assert "Answers: yes / no" in re.sub(r"\s+", " ", page).lower().replace("answers:", "Answers:")
    cards = page.split('class="ohlas-card"')[1:]
    assert len(cards) == len(demo.ITEMS) + 2
    open_ended = [card for card in cards if "Answers" not in card]
    assert all("Open" in card or "Year" in card or "list of the town" in card for card in open_ended)
    assert len(open_ended) < len(cards) / 2


def test_looking_keeps_the_draft_and_the_place_that_wait_for_an_item(
    office: FlaskClient, region: Region
) -> None:
    draft = drafting.begin(region, questionnaire())
    waiting = {"zpet": str(draft.id), "oddil": "use", "misto": "1"}
    page = office.get(BANK, query_string=waiting).text
    for name, value in waiting.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    searched = office.get(BANK, query_string=waiting | {"hledat": "q16"}).text
    (action,) = re.findall(r'action="([^"]+/z-banky/[^"]+)"', searched)
    put = send(office, BANK, {"revision": "1"}, to=action.replace("&amp;", "&"))
    assert put.status_code == 303
    codes = [item["item_code"] for item in drafting.said(draft.id)["sections"][0]["items"]]
    assert codes == ["used", "q16"]
