"""Bringing questionnaires in from files of any format, and out to them."""

import html
import io
import json
import re
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from forms import definition, interchange
from forms.interchange import xlsform
from forms.interchange.sentences import said_loss
from survey_app import db
from survey_app.models import QuestionnaireDraft, Region
from survey_app.operations import pictures
from survey_app.queries import drafts
from survey_app.vocabulary import Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, enter, token_in

TINY_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000"
    "02000148afa4710000000049454e44ae426082"
)
ADDRESS = "/en/urad/dotazniky/nahrat"


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


def own_file(**changes: Any) -> bytes:
    return json.dumps(questionnaire(**changes)).encode()


def bring(office: FlaskClient, content: bytes | None, name: str = "a.json", **fields: str) -> TestResponse:
    data: dict[str, Any] = {
        "csrf_token": token_in(office.get(ADDRESS)),
        "region": "testov",
        "into": "new",
        **fields,
    }
    if content is not None:
        data["file"] = (io.BytesIO(content), name)
    return office.post(ADDRESS, data=data, content_type="multipart/form-data")


def arrival(**changes: Any) -> str:
    """What a page that came back holds."""
    origin = {"format": "json", "file": "a", "losses": [], **changes}
    return json.dumps({"document": questionnaire(), "origin": origin})


def draft_of(answer: TestResponse) -> QuestionnaireDraft:
    assert answer.status_code == 303, answer.text
    found = re.search(r"dotazniky/([0-9a-f-]{36})/kontrola", answer.headers["Location"])
    assert found
    return drafting.found(UUID(found[1]))


def test_our_own_file_becomes_a_draft_whose_findings_are_shown(office: FlaskClient) -> None:
    answer = bring(office, own_file())
    draft = draft_of(answer)
    assert drafting.said(draft.id) == questionnaire()
    assert draft.origin == {"format": "json", "file": "a.json", "losses": []}
    assert "Nothing was lost." in office.get(answer.headers["Location"]).text


def test_a_foreign_file_becomes_a_draft_and_every_loss_is_listed(office: FlaskClient) -> None:
    exported = xlsform.write(definition.load(questionnaire()))
    imported = interchange.read("x.xlsx", exported.content)
    answer = bring(office, exported.content, "folder/<b>x.xlsx")
    draft = draft_of(answer)
    page = office.get(answer.headers["Location"]).text
    assert draft.origin["file"] == "<b>x.xlsx"
    assert "<b>x" not in page
    assert len(draft.origin["losses"]) == len(imported.losses)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nothing",
        b"PK\x03\x04broken",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        b"{",
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_at_its_field(
    office: FlaskClient, content: bytes
) -> None:
    answer = bring(office, content)
    assert answer.status_code == 422
    assert answer.text.count('id="file-error"') == 1
    with db.reading() as session:
        assert session.query(QuestionnaireDraft).count() == 0


def test_no_file_at_all_gets_a_sentence_too(office: FlaskClient) -> None:
    assert "Choose a file." in bring(office, None).text


def test_a_taken_code_is_said_and_the_file_need_not_be_chosen_again(
    office: FlaskClient, region: Region
) -> None:
    drafting.begin(region, questionnaire())
    refused = bring(office, own_file())
    assert refused.status_code == 422
    assert "There already is a draft with this code." in refused.text
    kept = re.search(r'id="arrived"[^>]*value="([^"]*)"', refused.text)
    assert kept
    draft = draft_of(bring(office, None, arrived=html.unescape(kept[1]), code="tiny-2"))
    assert draft.code == "tiny-2"
    assert draft.origin["file"] == "a.json"


def test_a_file_may_become_the_next_step_of_a_draft(office: FlaskClient, region: Region) -> None:
    begun = drafting.begin(region, questionnaire())
    again = draft_of(bring(office, own_file(titles={"cs": "Nový"}), into="step"))
    assert again.id == begun.id
    assert drafting.said(begun.id)["titles"] == {"cs": "Nový"}
    with db.reading() as session:
        first = drafts.step_document(session, again, 1)
    assert first == questionnaire()


UNSAID = {"where": "", "code": "none", "params": {}}


@pytest.mark.parametrize(
    "arrived",
    [
        "x",
        "[]",
        '{"document": {}, "origin": {}}',
        arrival(losses=[{}]),
        arrival(losses=[UNSAID]),
        arrival(format="a\0"),
    ],
)
def test_what_comes_back_from_the_page_is_read_as_strictly_as_a_file(
    office: FlaskClient, arrived: str
) -> None:
    assert bring(office, None, arrived=arrived, code="other").status_code == 422


def test_a_picture_that_is_not_here_is_left_out_and_said(office: FlaskClient) -> None:
    document = questionnaire()
    item = document["sections"][0]["items"][0]
    with db.transaction() as session:
        here = pictures.keep(session, pictures.written_anew(TINY_PICTURE))
    item["picture"] = {"digest": here, "alternatives": {"cs": "Zdejší"}}
    elsewhere = {"digest": "0" * 64, "alternatives": {"cs": "Nástěnka <b>v sále</b>"}}
    item["options"][1]["picture"] = elsewhere
    answer = bring(office, json.dumps(document).encode())
    draft = draft_of(answer)
    kept = drafting.said(draft.id)["sections"][0]["items"][0]
    assert kept["picture"]["digest"] == here
    assert "picture" not in kept["options"][1]
    assert [(loss["where"], loss["code"]) for loss in draft.origin["losses"]] == [
        ("used / no", "picture_missing")
    ]
    assert "Nástěnka &lt;b&gt;v sále" in office.get(answer.headers["Location"]).text


def test_large_files_are_taken_here_and_nowhere_else(office: FlaskClient) -> None:
    assert bring(office, b"{" + b" " * 4_000_000).status_code == 422
    assert bring(office, b"<" + b" " * 19_000_000).status_code == 422
    assert bring(office, b"{" + b" " * 22_000_000).status_code == 413
    assert office.post("/en/urad/dotazniky/novy", data={"titles": "x" * 2_000_000}).status_code == 413


def test_a_draft_goes_out_in_both_formats_as_an_attachment(office: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    base = f"/en/urad/dotazniky/{draft.id}/soubor"
    page = office.get(base)
    assert page.status_code == 200
    for name, ending in (("json", "json"), ("xlsform", "xlsx")):
        file = office.get(f"{base}/{name}")
        assert file.headers["Content-Disposition"] == f'attachment; filename="tiny-1.{ending}"'
        assert file.headers["X-Content-Type-Options"] == "nosniff"
        interchange.read(f"a.{ending}", file.get_data())
    assert interchange.read("a", office.get(f"{base}/json").get_data()).document == questionnaire()
    assert office.get(f"{base}/exe").status_code == 404


def test_only_methodologists_bring_questionnaires_in(client: FlaskClient, region: Region) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    assert looker.get(ADDRESS).status_code == 403


def test_the_json_schema_is_public(client: FlaskClient) -> None:
    answer = client.get("/dotaznik-schema.json")
    assert answer.mimetype == "application/schema+json"
    assert json.loads(answer.text) == json.loads(json.dumps(definition.json_schema()))


def test_what_an_xlsform_cannot_carry_is_listed_with_every_place(office: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, questionnaire())
    losses = xlsform.write(definition.load(questionnaire())).losses
    page = html.unescape(office.get(f"/en/urad/dotazniky/{draft.id}/soubor").text)
    assert losses
    assert f"{len(losses)} things have no place in an XLSForm" in page
    for loss in losses:
        assert loss.where in page
        assert page.count(said_loss(loss, "en")) == 1
