"""The routing of a draft as a picture and a table, and what a simulated respondent reaches."""

import pytest
from flask.testing import FlaskClient

from survey_app.models import Region
from survey_app.vocabulary import Role
from tests.survey_app import drafting
from tests.survey_app.conftest import annual, questionnaire
from tests.survey_app.office import add_person, enter


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a coordinator."""
    return enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))


def test_the_picture_has_a_table_that_says_the_same(office: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    page = office.get(f"/en/urad/dotazniky/{draft.id}/trasy").text
    assert 'role="img" aria-labelledby="routes-title routes-text"' in page
    assert "used: ano" in page, "the picture speaks the main language of the questionnaire"
    assert "Answer only if you chose “yes” for “Have you used a service?”." in page
    assert "style=" not in page


def test_whoever_nobody_is_led_to_is_listed(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    never = {"op": "in", "item": "used", "options": ["maybe"]}
    document["sections"][2]["items"][0]["visible_if"] = never
    draft = drafting.begin(region, document)
    page = office.get(f"/en/urad/dotazniky/{draft.id}/trasy").text
    assert "Nobody is ever asked: change" in page
    assert "never asked" in page


def test_texts_of_authors_stay_text_in_the_picture(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    document["sections"][0]["titles"] = {"cs": "</text><script>alert(1)</script>"}
    draft = drafting.begin(region, document)
    assert "<script>alert" not in office.get(f"/en/urad/dotazniky/{draft.id}/trasy").text


@pytest.mark.usefixtures("catalogues")
def test_the_annual_questionnaire_is_walked_whole(office: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, annual())
    page = office.get(f"/en/urad/dotazniky/{draft.id}/trasy").text
    assert "Every item is asked of somebody, and every option can be chosen." in page
    assert "How many minutes it takes" in page
    assert "forms residential" not in page, "facts of the catalogue are said in words"
    assert "q03: lidé" in page


@pytest.mark.parametrize("sections", [[], [{"section_code": "empty", "titles": {}, "items": []}]])
def test_an_empty_questionnaire_has_an_empty_picture(
    office: FlaskClient, region: Region, sections: list[object]
) -> None:
    draft = drafting.begin(region, questionnaire(sections=sections))
    assert office.get(f"/en/urad/dotazniky/{draft.id}/trasy").status_code == 200
