"""Beginning a questionnaire, going on from a published one, throwing a draft away."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from forms import checks
from forms.definition import load
from forms.editing import usual
from survey_app import db
from survey_app.models import Region
from survey_app.queries import drafts
from survey_app.vocabulary import Role
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.designing import fields_of
from tests.survey_app.office import add_person, enter, send, token_in

PAGE = "/urad/dotazniky"
BEGIN = {
    "region": "testov",
    "titles": "Spokojenost s pečovatelskou službou",
    "questionnaire_code": "",
    "version": "2027",
    "main_language": "cs",
    "languages": ["en"],
    "more_languages": "de",
    "variants": ["cs-easy"],
    "layout": "section",
}


@pytest.fixture
def methodologist(app: Flask, region: Region) -> FlaskClient:
    """A browser in which the methodologist of the town is signed in."""
    return enter(app.test_client(), add_person("marek@testov.example", (Role.METHODOLOGIST, region)))


def test_a_questionnaire_is_begun_with_a_code_made_from_its_title(
    methodologist: FlaskClient, region: Region
) -> None:
    answer = send(methodologist, f"{PAGE}/novy", BEGIN)
    assert answer.status_code == 303
    with db.reading() as session:
        draft = drafts.draft_by_code(session, region.id, "spokojenost")
        assert draft is not None
        document = drafts.document(session, draft)
    assert document["languages"] == ["cs", "en", "de"]
    assert document["variants"] == ["cs-easy"]
    page = methodologist.get(answer.location)
    assert page.status_code == 200
    assert "Spokojenost s pečovatelskou službou" in page.text
    assert "Spokojenost s pečovatelskou službou" in methodologist.get(PAGE).text


def begun(methodologist: FlaskClient, region: Region, **typed: Any) -> dict[str, Any]:
    """What a draft says that was begun so."""
    answer = send(methodologist, f"{PAGE}/novy", BEGIN | typed)
    assert answer.status_code == 303
    with db.reading() as session:
        draft = drafts.draft_by_code(session, region.id, "spokojenost")
        assert draft is not None
        return drafts.document(session, draft)


def test_the_usual_introduction_and_thanks_are_there_where_they_were_left_ticked(
    methodologist: FlaskClient, region: Region
) -> None:
    with db.transaction() as session:
        session.get_one(Region, region.id).phone = "555 123 456"
    assert fields_of(methodologist.get(f"{PAGE}/novy").text, "")["usual_words"] == ["y"]
    document = begun(methodologist, region, usual_words="y")
    assert document["thanks"].keys() == document["introductions"].keys() == {"cs", "en"}, (
        "de has no usual ones"
    )
    for words in document["introductions"].values():
        assert "555 123 456" in words
    everything = load(document | {"languages": ["cs", "en"], "variants": []})
    assert not [found for found in checks.findings(everything) if "introductions" in found.path]


def test_a_questionnaire_begins_without_words_where_nobody_wants_them(
    methodologist: FlaskClient, region: Region
) -> None:
    assert not {"introductions", "thanks"} & begun(methodologist, region).keys()


def test_a_language_without_usual_words_begins_without_them(
    methodologist: FlaskClient, region: Region
) -> None:
    document = begun(
        methodologist,
        region,
        usual_words="y",
        main_language="uk",
        languages=[],
        more_languages="",
        variants=[],
    )
    assert document["thanks"].keys() == {"uk"}
    assert usual.words_around(["de", "cs-easy"]) == {}


def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(methodologist: FlaskClient) -> None:
    typed = BEGIN | {
        "titles": "",
        "version": "letos!",
        "more_languages": "němčina",
        "variants": ["uk-easy"],
        "questionnaire_code": "Špatný kód",
    }
    answer = send(methodologist, f"{PAGE}/novy", typed)
    assert answer.status_code == 422
    for field in ("titles", "version", "more_languages", "variants", "questionnaire_code"):
        assert f'id="{field}-error"' in answer.text
        assert f'href="#{field}"' in answer.text
    assert 'value="němčina"' in answer.text
    assert 'value="letos!"' in answer.text


def test_next_year_goes_on_from_a_published_version(
    methodologist: FlaskClient, region: Region, make_wave: MakeWave, catalogues: None
) -> None:
    wave = make_wave(annual())
    address = f"{PAGE}/verze/{wave.questionnaire_version_id}/klon"
    token = token_in(methodologist.get(PAGE))
    answer = methodologist.post(address, data={"csrf_token": token})
    assert answer.status_code == 303
    with db.reading() as session:
        draft = drafts.draft_by_code(session, region.id, "annual")
        assert draft is not None
        assert draft.based_on_id == wave.questionnaire_version_id
        document = drafts.document(session, draft)
    before = annual()
    assert document["version"] == "2027"
    assert document["titles"]["en"] == "How social services work in our city 2027"
    assert document["sections"] == before["sections"]
    again = methodologist.post(address, data={"csrf_token": token})
    assert again.status_code == 422


def test_a_draft_is_thrown_away_only_after_a_question(methodologist: FlaskClient, region: Region) -> None:
    outline = send(methodologist, f"{PAGE}/novy", BEGIN).location.partition("?")[0]
    assert "?" in methodologist.get(f"{outline}/zahozeni").text
    answer = send(methodologist, f"{outline}/zahozeni", {"revision": "1"})
    assert answer.status_code == 303
    assert methodologist.get(outline).status_code == 404


def test_a_coordinator_looks_and_cannot_change(
    app: Flask, region: Region, methodologist: FlaskClient
) -> None:
    outline = send(methodologist, f"{PAGE}/novy", BEGIN).location.partition("?")[0]
    hana = enter(app.test_client(), add_person("hana@testov.example", (Role.COORDINATOR, region)))
    assert hana.get(outline).status_code == 200
    assert hana.get(f"{PAGE}/novy").status_code == 403
    overview = hana.get(PAGE).text
    assert f'href="{PAGE}/banka"' in overview
    assert f'href="{PAGE}/novy"' not in overview
