"""Walking a draft as a respondent does, without anything being kept; and the draft on paper."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app.models import QuestionnaireDraft, Region
from survey_app.vocabulary import Role
from tests.survey_app import drafting, walking
from tests.survey_app.conftest import annual, questionnaire
from tests.survey_app.office import add_person, enter


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a coordinator."""
    return enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft whose last question repeats an earlier answer and has a note for interviewers."""
    document = questionnaire()
    document["sections"][2]["items"][0].update(
        texts={"cs": "Použili jste: {{used}}. Co změnit?", "en": "You used: {{used}}. What should change?"},
        interviewer_notes={"cs": "Nechte je mluvit.", "en": "Let them talk."},
    )
    return drafting.begin(region, document)


def address(draft: QuestionnaireDraft, rest: str = "/strana") -> str:
    return f"/en/urad/dotazniky/{draft.id}/nahled{rest}"


def send(
    office: FlaskClient, page: TestResponse, answers: dict[str, Any], action: str = "next"
) -> TestResponse:
    return walking.send(office, page, answers, action=action)


def begun(office: FlaskClient, draft: QuestionnaireDraft) -> TestResponse:
    """The first page in English, from the start page."""
    return send(office, office.get(f"{address(draft)}?_jazyk=en"), {})


def test_a_preview_begins_as_a_wave_does_with_the_name_and_the_introduction(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire(introductions={"cs": "Pár slov.", "en": "A few words."})
    draft = drafting.begin(region, document)
    start = office.get(f"{address(draft)}?_jazyk=en")
    assert '<h1 class="govuk-heading-xl">A tiny questionnaire</h1>' in start.text
    assert "A few words." in start.text
    assert "Have you used" not in start.text.partition("<details")[0]
    czech = office.post(f"{address(draft)}?_jazyk=cs", data={**walking.read(start).hidden, "action": "stay"})
    assert "Pár slov." in czech.text
    first = send(office, start, {})
    assert "Have you used a service?" in first.text
    assert "A few words." not in first.text
    whole = drafting.begin(region, document | {"questionnaire_code": "whole", "layout": "page"})
    everything = office.get(f"{address(whole)}?_jazyk=en").text
    assert "A few words." in everything
    assert "Send my answers" in everything


def test_without_the_frame_there_is_a_way_back_on_every_page(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    back = f'href="{address(draft, "?_jazyk=en")}"'
    assert (
        f"{address(draft)}?_jazyk=en&amp;_kam=&amp;_samo=1" in office.get(address(draft, "?_jazyk=en")).text
    )
    start = office.get(f"{address(draft)}?_jazyk=en&_samo=1")
    assert back in start.text
    assert back in send(office, start, {}).text
    assert back not in begun(office, draft).text


def test_a_draft_is_walked_to_its_end_with_routing_and_repeated_answers(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    first = begun(office, draft)
    assert "Have you used a service?" in first.text
    second = send(office, first, {"used": "yes"})
    assert "How do the staff behave?" in second.text
    third = send(office, second, {"staff": "good", "visits": "3"})
    assert "You used: “yes”. What should change?" in third.text
    end = send(office, third, {"change": "<b>Nothing</b>"})
    assert "Thank you." in end.text
    assert "&lt;b&gt;Nothing" in end.text
    back = send(office, third, {}, "back")
    assert 'value="3"' in back.text, "what was typed before comes back"


def test_a_page_refuses_what_the_real_page_refuses(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    first = begun(office, draft)
    refused = send(office, first, {})
    assert refused.status_code == 422
    assert "data-error-summary" in refused.text


def test_the_path_is_worked_out_from_what_was_typed(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    first = begun(office, draft)
    assert "You used: “no”." in send(office, first, {"used": "no"}).text


def test_another_language_keeps_what_was_typed(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    first = begun(office, draft)
    data = {**walking.read(first).hidden, "used": "no", "action": "stay"}
    czech = office.post(f"{address(draft)}?_jazyk=cs", data=data)
    assert "Využili jste službu?" in czech.text
    assert walking.read(czech).checked["used"] == ["no"]


def test_answers_given_beforehand_lead_to_what_depends_on_them(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(f"{address(draft)}?_jazyk=en&_kam=staff&used=yes&unknown=1")
    assert "How do the staff behave?" in page.text
    assert "unknown" not in page.text


def test_an_item_that_is_not_asked_yet_is_reached_with_answers_that_lead_there(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(f"{address(draft)}?_jazyk=en&_kam=visits&used=no")
    assert "How many times?" in page.text
    assert "used: yes" in page.text


def test_an_item_that_nobody_is_asked_says_so(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    document["sections"][1]["visible_if"] = {"op": "in", "item": "used", "options": ["maybe"]}
    draft = drafting.begin(region, document)
    assert "No answers lead to staff." in office.get(f"{address(draft)}?_jazyk=en&_kam=staff").text


def test_notes_for_interviewers_are_shown_only_when_asked_for(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    assert "Let them talk." in office.get(f"{address(draft)}?_jazyk=en&_kam=change&_poznamky=1").text
    assert "Let them talk." not in office.get(f"{address(draft)}?_jazyk=en&_kam=change").text


def test_the_shell_may_hold_the_page_in_a_frame_and_nobody_else_may(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    shell = office.get(address(draft, "?_sirka=768&used=yes"))
    assert "frame-src 'self'" in shell.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in shell.headers["Content-Security-Policy"]
    assert 'width="768"' in shell.text
    assert "used=yes" in shell.text
    page = office.get(address(draft))
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]


def test_the_whole_questionnaire_stands_on_paper(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    page = office.get(address(draft, "/tisk?_jazyk=en")).text
    assert "How many times?" in page
    assert "Answer only if you chose “yes” for “Have you used a service?”." in page


@pytest.mark.parametrize("layout", ["item", "section", "page"])
@pytest.mark.usefixtures("catalogues")
def test_the_annual_questionnaire_is_previewed_in_every_layout_language_and_variant(
    office: FlaskClient, region: Region, layout: str
) -> None:
    draft = drafting.begin(region, {**annual(), "layout": layout})
    for tag in ("cs", "cs-easy", "en", "uk"):
        assert office.get(f"{address(draft)}?_jazyk={tag}&_kam=q07a").status_code == 200
        assert office.get(f"{address(draft, '/tisk')}?_jazyk={tag}").status_code == 200
    assert office.get(address(draft, "")).status_code == 200


@pytest.mark.parametrize(
    "query", ["_jazyk=xx&_kam=nobody", "_sirka=wide", "used=%00&used=%3Cscript%3E", "_strana=9"]
)
def test_a_strange_address_shows_the_first_page(
    office: FlaskClient, draft: QuestionnaireDraft, query: str
) -> None:
    for rest in ("", "/strana", "/tisk"):
        assert office.get(address(draft, f"{rest}?{query}")).status_code in (200, 404)


def test_an_empty_draft_shows_that_there_is_nothing_yet(office: FlaskClient, region: Region) -> None:
    draft = drafting.begin(region, questionnaire(sections=[]))
    assert "There is nothing to show yet" in office.get(f"{address(draft)}?_jazyk=en").text
    assert office.get(address(draft, "")).status_code == 200


@pytest.mark.parametrize(
    ("rest", "title"),
    [
        ("", "Preview: Czech – Maličký dotazník"),
        ("?_jazyk=cs-easy", "Preview: Czech, easy to read – Maličký dotazník"),
        ("/strana?_jazyk=en", "Preview: A tiny questionnaire (English) – Ohlas"),
        ("/tisk?_jazyk=en", "A tiny questionnaire (English) – Ohlas"),
    ],
)
def test_the_title_of_a_preview_names_the_questionnaire_and_the_language(
    office: FlaskClient, region: Region, rest: str, title: str
) -> None:
    draft = drafting.begin(region, questionnaire(variants=["cs-easy"]))
    page = office.get(address(draft, rest)).text
    assert title in " ".join(page.partition("<title>")[2].partition("</title>")[0].split())
