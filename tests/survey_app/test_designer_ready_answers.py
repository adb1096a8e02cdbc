"""A usual answer that the checks miss is added right where they say so."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app.models import QuestionnaireDraft, Region
from survey_app.vocabulary import Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, enter, send

REASONS = ("od rodiny", "od přátel", "na úřadě", "u lékaře")


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def learned(code: str, kind: str) -> dict[str, Any]:
    """A question that nobody can list all answers to, without an answer in one's own words."""
    options = [
        {"code": f"o{number}", "labels": {"cs": words, "en": f"way {number}"}}
        for number, words in enumerate(REASONS)
    ]
    unknown = {"code": "dont_know", "labels": {"cs": "nevím", "en": "don't know"}}
    texts = {"cs": "Jak jste se o službě dozvěděli?", "en": "How did you learn about the service?"}
    return {"item_code": code, "type": kind, "texts": texts, "options": [*options, unknown]}


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    document = questionnaire()
    document["sections"][1]["items"] += [learned("l1", "single_choice"), learned("l2", "multiple_choice")]
    return drafting.begin(region, document)


def address(draft: QuestionnaireDraft) -> str:
    return f"/en/urad/dotazniky/{draft.id}/kontrola"


def options(draft: QuestionnaireDraft, code: str) -> list[dict[str, Any]]:
    items = [item for section in drafting.said(draft.id)["sections"] for item in section["items"]]
    found: list[dict[str, Any]] = next(item["options"] for item in items if item["item_code"] == code)
    return found


def test_one_button_adds_it_in_every_language_before_the_answers_that_end_a_list(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(address(draft)).text
    form = next(part for part in page.split("<form") if "/kontrola/odpoved" in part)
    assert "Add the answer “něco jiného (napište co)”" in form
    sent = {
        name: re.findall(rf'name="{name}" value="([^"]+)"', form)
        for name in ("revision", "nalez", "ready", "item")
    }
    assert set(sent["item"]) <= {"l1", "l2"}
    answer = send(office, address(draft), sent, to=f"{address(draft)}/odpoved")
    assert answer.location == f"{address(draft)}?saved=answer&nalez={sent['nalez'][0]}#here"
    assert "The answer is added." in office.get(answer.location).text
    for code in sent["item"]:
        *_, other, unknown = options(draft, code)
        assert (other["code"], unknown["code"]) == ("other", "dont_know")
        assert other["write_in"] is True
        assert set(other["labels"]) == {"cs", "en"}


def test_what_is_there_already_or_is_no_choice_is_left_alone(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    before = drafting.said(draft.id)
    sent = {"revision": "1", "ready": "dont_know", "item": ["l1", "visits", "nobody"]}
    assert send(office, address(draft), sent, to=f"{address(draft)}/odpoved").status_code == 303
    assert drafting.said(draft.id) == before
    assert drafting.found(draft.id).step == 1
    for wrong in ({"ready": "all"}, {"item": []}):
        assert send(office, address(draft), sent | wrong, to=f"{address(draft)}/odpoved").status_code == 400


def test_dont_know_excludes_the_others_where_several_may_be_chosen(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    item = learned("l2", "multiple_choice")
    item["options"].pop()
    document["sections"][1]["items"].append(item)
    draft = drafting.begin(region, document)
    sent = {"revision": "1", "ready": "dont_know", "item": "l2"}
    send(office, address(draft), sent, to=f"{address(draft)}/odpoved")
    assert options(draft, "l2")[-1]["code"] == "dont_know"
    assert options(draft, "l2")[-1]["exclusive"] is True


def test_who_only_looks_is_offered_nothing_and_may_add_nothing(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    assert "/kontrola/odpoved" not in looker.get(address(draft)).text
    sent = {"revision": "1", "ready": "other", "item": "l1"}
    assert send(looker, address(draft), sent, to=f"{address(draft)}/odpoved").status_code == 403
