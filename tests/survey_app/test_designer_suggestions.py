"""Empty translations are offered what the same text is translated by elsewhere in the region, never more."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from forms.editing import usual
from survey_app import clock, db
from survey_app.models import QuestionnaireDraft, Region
from survey_app.operations import bank, design
from survey_app.vocabulary import DraftStepKind, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, add_region, enter, send

FILL = "Fill in all suggestions"


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def asking(code: str, **texts: str) -> dict[str, Any]:
    """A questionnaire whose first question says this."""
    document = questionnaire(questionnaire_code=code)
    document["sections"][0]["items"][0]["texts"] = texts
    return document


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft whose first question has no English words."""
    return drafting.begin(region, asking("mine", cs="Byli jste tam?"))


def address(draft: QuestionnaireDraft) -> str:
    return f"/en/urad/dotazniky/{draft.id}/preklady?z=cs&do=en&chybi=1"


def offered(office: FlaskClient, draft: QuestionnaireDraft) -> list[str]:
    page = office.get(address(draft)).text
    return re.findall(r"<q[^>]*>(.*?)</q>", page)


def test_nothing_is_offered_where_nobody_has_translated_the_text(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    assert offered(office, draft) == []
    assert FILL not in office.get(address(draft)).text


def test_the_newest_translation_of_another_draft_a_version_or_the_bank_is_offered(
    office: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    kept = asking("kept", cs="Byli jste tam?", en="From the bank")["sections"][0]["items"][0]
    with db.transaction() as session:
        bank.keep_item(session, session.merge(region), kept, None)
    assert offered(office, draft) == ["From the bank"]
    with db.transaction() as session:
        asked = asking("asked", cs="Byli jste tam?", en="From a version")
        design.publish_version(session, session.merge(region), asked, clock.now())
    assert offered(office, draft) == ["From a version"]
    other = drafting.begin(region, asking("other", cs="Byli jste tam?", en="From a draft"))
    assert offered(office, draft) == ["From a draft"]
    drafting.change(other.id, asking("other", cs="Jinak?", en="Changed"), DraftStepKind.ITEM_CHANGED)
    assert offered(office, draft) == ["From a version"]


def test_nothing_of_another_region_is_offered(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    drafting.begin(add_region("jinde"), asking("theirs", cs="Byli jste tam?", en="Theirs"))
    assert offered(office, draft) == []


def test_the_button_fills_the_fields_and_saves_nothing(
    office: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    drafting.begin(region, asking("other", cs="Byli jste tam?", en="Were you there?"))
    data = {"revision": "1", "t.item.used.texts": " "}
    answer = send(office, address(draft), {**data, "do": "suggest"})
    assert answer.status_code == 200
    assert re.search(r'name="t\.item\.used\.texts"[^>]*>Were you there\?</textarea>', answer.text)
    assert "1 suggestion is filled in" in answer.text
    assert "data-changed" in answer.text
    assert drafting.found(draft.id).step == 1
    typed = {**data, "t.item.used.texts": "My own words", "do": "suggest"}
    assert ">My own words</textarea>" in send(office, address(draft), typed).text


def test_lines_of_answers_are_filled_with_everyday_phrases(office: FlaskClient, region: Region) -> None:
    document = questionnaire(questionnaire_code="answers")
    options = [
        {"code": "home", "labels": {"cs": "doma u Lípy"}},
        {"code": "other", "labels": {"cs": usual.OTHER["labels"]["cs"]}},
        {"code": "silent", "labels": {"cs": "Nechci odpovědět"}},
    ]
    document["sections"][0]["items"].append(
        {
            "item_code": "place",
            "type": "single_choice",
            "texts": {"cs": "Kde?", "en": "Where?"},
            "options": options,
        }
    )
    draft = drafting.begin(region, document)
    assert offered(office, draft) == ["something else (please write what)", "Prefer not to say"]
    name = "lines.item.place.option"
    keys = " ".join(f"item.place.option.{option['code']}.labels" for option in options)
    typed = {"revision": "1", name: "at home\n\n", f"{name}.was": keys, "do": "suggest"}
    page = send(office, address(draft), typed).text
    assert ">at home\nsomething else (please write what)\nPrefer not to say</textarea>" in page


def test_who_only_looks_is_offered_nothing(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    drafting.begin(region, asking("other", cs="Byli jste tam?", en="Were you there?"))
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    assert offered(looker, draft) == []
