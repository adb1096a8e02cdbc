"""From a finding to the field where it is mended, for every kind of finding that there is."""

import json
import re
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from flask.testing import FlaskClient

import tests.checks
from forms import checks, definition
from forms.checks.sentences import SENTENCES
from survey_app.models import Region
from survey_app.vocabulary import Role
from tests.checks.frames import document as made
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, enter

SEEDED = Path(next(iter(tests.checks.__path__))) / "defects" / "seeded.json"
OUTLINE = 4
"""Slashes in the address of an outline: no page of a draft lies above it."""


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def broken() -> list[dict[str, Any]]:
    """Few questionnaires in which every kind of finding is found."""
    seen: set[str] = set()
    chosen = []
    for number, case in enumerate(json.loads(SEEDED.read_text(encoding="utf-8"))):
        document = made(case) | {"questionnaire_code": f"case-{number}"}
        codes = {found.code for found in checks.findings(definition.load(document), filled=True)}
        if codes - seen:
            chosen.append(document)
            seen |= codes
    assert seen == SENTENCES["en"].keys(), SENTENCES["en"].keys() ^ seen
    return chosen


def editors(office: FlaskClient, region: Region, document: dict[str, Any]) -> list[str]:
    """The links of the findings of a questionnaire, in their order."""
    draft = drafting.begin(region, document)
    page = office.get(f"/en/urad/dotazniky/{draft.id}/kontrola").text
    cards = page.partition("</main>")[0].split('<section class="ohlas-finding')[1:]
    return [
        address.replace("&amp;", "&")
        for card in cards
        for address in re.findall(r'<a class="govuk-link[^"]*" href="([^"]+)"', card)
    ]


def test_every_kind_of_finding_leads_to_a_field_that_is_there(office: FlaskClient, region: Region) -> None:
    lost = []
    for document in broken():
        found = checks.findings(definition.load(document), filled=True)
        links = editors(office, region, document)
        assert len(links) == len(found)
        for link in links:
            page, anchor = urldefrag(link)
            answer = office.get(page)
            is_outline = not anchor and page.count("/") == OUTLINE  # of the questionnaire as a whole
            if answer.status_code != HTTPStatus.OK or not (is_outline or f'id="{anchor}"' in answer.text):
                lost.append((link, sorted({one.code for one in found})))
    assert not lost


def test_a_text_that_is_missing_is_written_beside_its_original(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    document["scales"][0]["options"][1]["labels"] = {"cs": "špatně"}
    document["sections"][0]["titles"] = {"en": "Services"}
    links = editors(office, region, document)
    scale, section = (next(link for link in links if part in link) for part in ("do=en", "do=cs"))
    for link, name in ((scale, "t.scale.grades.option.bad.labels"), (section, "t.section.use.titles")):
        page, anchor = urldefrag(link)
        assert re.search(f'<textarea[^>]*id="{anchor}" name="{name}"', office.get(page).text), link


@pytest.mark.usefixtures("catalogues")
def test_words_of_a_catalogue_lead_to_the_choice_of_the_catalogue(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire(languages=["cs", "en", "vi"])
    item = {"item_code": "which", "type": "catalogue_choice", "source": "services", "texts": {"cs": "Která?"}}
    document["sections"][2]["items"].append(item)
    links = [link for link in editors(office, region, document) if "/which" in link]
    assert {urldefrag(link).fragment for link in links} == {"source"}
