"""The texts of a draft in two languages: what is missing, saving them all, the table out and in."""

import io
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from forms.editing import usual
from survey_app.models import QuestionnaireDraft, Region
from survey_app.vocabulary import DraftStepKind, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.designing import fields_of
from tests.survey_app.office import add_person, enter, send, token_in


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region)))


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft whose first question has no English text."""
    document = questionnaire()
    document["sections"][0]["items"][0]["texts"] = {"cs": "Využili jste službu <b>Lípa</b>?"}
    return drafting.begin(region, document)


def address(draft: QuestionnaireDraft, query: str = "?z=cs&do=en") -> str:
    return f"/en/urad/dotazniky/{draft.id}/preklady{query}"


def used(draft: QuestionnaireDraft) -> dict[str, str]:
    texts: dict[str, str] = drafting.said(draft.id)["sections"][0]["items"][0]["texts"]
    return texts


def bring(office: FlaskClient, draft: QuestionnaireDraft, content: bytes) -> TestResponse:
    page = address(draft)
    data: dict[str, Any] = {"csrf_token": token_in(office.get(page)), "revision": "1"}
    data["file"] = (io.BytesIO(content), "texts.csv")
    return office.post(f"/en/urad/dotazniky/{draft.id}/preklady/tabulka?z=cs&do=en", data=data)


def test_the_page_opens_with_the_language_that_lacks_most_and_shows_the_original_as_text(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(address(draft, "")).text
    assert 'name="t.item.used.texts"' in page
    assert "&lt;b&gt;Lípa" in page
    assert 'lang="cs"' in page
    only_missing = office.get(address(draft, "?z=cs&do=en&chybi=1")).text
    assert 'name="t.item.used.texts"' in only_missing
    assert 'name="t.questionnaire.titles"' not in only_missing


def test_all_texts_of_the_page_are_saved_in_one_step(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    typed = {"t.item.used.texts": "Have you used it?\r\n", "t.questionnaire.titles": "Tiny", "t.no.such": "x"}
    answer = send(office, address(draft), {"revision": "1", **typed})
    assert answer.status_code == 303
    assert used(draft)["en"] == "Have you used it?"
    assert drafting.said(draft.id)["titles"]["en"] == "Tiny"
    assert drafting.found(draft.id).step == 2


def test_saving_what_was_shown_is_no_step(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    send(office, address(draft), {"revision": "1", "t.questionnaire.introductions": "It is short.\r\n"})
    assert drafting.found(draft.id).step == 1


def test_a_text_that_is_too_long_gets_a_sentence_at_its_field_and_nothing_typed_is_lost(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    typed = {"t.questionnaire.titles": "x" * 501, "t.item.used.texts": "Typed already"}
    answer = send(office, address(draft, "?z=cs&do=en&chybi=1"), {"revision": "1", **typed})
    assert answer.status_code == 422
    assert "Use at most 500 characters." in answer.text
    assert "Typed already" in answer.text
    assert "x" * 501 in answer.text
    assert "en" not in used(draft)


def test_who_was_overtaken_gets_back_what_was_typed(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    drafting.change(draft.id, questionnaire(), DraftStepKind.SETTINGS)
    answer = send(office, address(draft), {"revision": "1", "t.item.used.texts": "My translation"})
    assert answer.status_code == 409
    assert "My translation" in answer.text


LINES = "lines.item.change.option"


@pytest.fixture
def list_of_answers(region: Region) -> QuestionnaireDraft:
    """A draft with a question whose two answers have no English words."""
    document = questionnaire(questionnaire_code="answers")
    options = [{"code": "more", "labels": {"cs": "víc"}}, {"code": "less", "labels": {"cs": "míň"}}]
    item = {"item_code": "change", "type": "single_choice", "texts": {"cs": "Jak?", "en": "How?"}}
    document["sections"] = [
        {"section_code": "one", "titles": {"cs": "Díl", "en": "Part"}, "items": [item | {"options": options}]}
    ]
    return drafting.begin(region, document)


def words(draft: QuestionnaireDraft) -> list[str | None]:
    options = drafting.said(draft.id)["sections"][0]["items"][0]["options"]
    return [option["labels"].get("en") for option in options]


def lines(office: FlaskClient, draft: QuestionnaireDraft, text: str) -> TestResponse:
    page = address(draft, "?z=cs&do=en&chybi=1")
    keys = f"{LINES.removeprefix('lines.')}.more.labels {LINES.removeprefix('lines.')}.less.labels"
    assert f'name="{LINES}.was" value="{keys}"' in office.get(page).text
    return send(office, page, {"revision": "1", LINES: text, f"{LINES}.was": keys})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("more\r\nless", ["more", "less"]),
        ("more\r\n\r\nless\r\n\r\n", ["more", "less"]),
        ("more\r\n", ["more", None]),
        ("\r\nless", [None, "less"]),
        ("", [None, None]),
    ],
)
def test_all_answers_of_an_item_are_translated_in_one_field(
    office: FlaskClient, list_of_answers: QuestionnaireDraft, text: str, kept: list[str | None]
) -> None:
    answer = lines(office, list_of_answers, text)
    assert answer.status_code == 303
    assert words(list_of_answers) == kept
    assert drafting.found(list_of_answers.id).step == (2 if any(kept) else 1)


@pytest.mark.parametrize("text", ["more", "more\nless\nnone", "more\n" + "x" * 2_001])
def test_lines_that_fit_no_answers_are_refused_and_kept(
    office: FlaskClient, list_of_answers: QuestionnaireDraft, text: str
) -> None:
    answer = lines(office, list_of_answers, text)
    assert answer.status_code == 422
    assert f">{text}</textarea>" in answer.text
    assert 'class="govuk-error-message"' in answer.text
    assert words(list_of_answers) == [None, None]


def test_what_is_missing_is_asked_first_and_then_comes_the_next_step(
    office: FlaskClient, list_of_answers: QuestionnaireDraft
) -> None:
    page = office.get(address(list_of_answers, "")).text
    assert LINES in page
    assert "t.item.change.texts" not in page
    assert "t.item.change.texts" in office.get(address(list_of_answers)).text
    done = office.get(lines(office, list_of_answers, "more\nless").headers["Location"]).text
    assert "Nothing is missing here." in done
    assert "Next:" in done


def test_a_table_goes_out_and_comes_back(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    table = office.get(f"/en/urad/dotazniky/{draft.id}/preklady/tabulka?z=cs&do=en&chybi=1")
    assert table.headers["Content-Disposition"].startswith("attachment")
    filled = table.get_data().decode().replace('"";', "").replace(';""', ';"Have you used it?"')
    answer = bring(office, draft, filled.encode())
    assert answer.status_code == 303
    assert used(draft)["en"] == "Have you used it?"
    assert "1 text was taken from the table." in office.get(answer.headers["Location"]).text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"PK\x03\x04", b"key;cs\n"])
def test_a_file_that_is_no_table_gets_a_sentence(
    office: FlaskClient, draft: QuestionnaireDraft, content: bytes
) -> None:
    answer = bring(office, draft, content)
    assert answer.status_code == 422
    assert 'id="file-error"' in answer.text


def test_a_large_questionnaire_can_be_saved_at_once(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    padding = {f"t.unknown.{number}": "ž" * 3_000 for number in range(250)}  # 4 MB as a browser sends it
    answer = send(office, address(draft), {"revision": "1", "t.item.used.texts": "Yes", **padding})
    assert answer.status_code in (303, 413)
    half = dict(list(padding.items())[:120])
    answer = send(office, address(draft), {"revision": "1", "t.item.used.texts": "Yes", **half})
    assert answer.status_code == 303


def test_a_coordinator_reads_and_cannot_save(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    page = looker.get(address(draft))
    assert page.status_code == 200
    assert "Save all" not in page.text
    assert send(looker, address(draft), {"revision": "1"}).status_code == 403


def test_a_questionnaire_in_one_language_says_what_to_do(office: FlaskClient, region: Region) -> None:
    document = questionnaire(languages=["cs"], questionnaire_code="alone")
    alone = drafting.begin(region, document)
    assert "The questionnaire has one language." in office.get(address(alone, "")).text


def test_the_words_of_a_scale_stand_side_by_side_below_the_first_item_answered_on_it(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    document["scales"][0]["options"][0]["labels"] = {"cs": "dobře"}
    scaled = drafting.begin(region, document)
    page = office.get(address(scaled)).text
    places = [
        page.index(name) for name in ("t.item.staff.texts", "lines.scale.grades.option", "t.item.visits")
    ]
    assert places == sorted(places)
    missing = office.get(address(scaled, "")).text
    assert 'name="t.scale.grades.option.good.labels"' in missing
    typed = {"revision": "1", "t.scale.grades.option.good.labels": "good"}
    send(office, address(scaled, "?z=cs&do=en&chybi=1"), typed)
    assert drafting.said(scaled.id)["scales"][0]["options"][0]["labels"]["en"] == "good"


def test_words_missing_in_the_main_language_are_asked_for_and_written_there_too(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    document["scales"][0]["options"][0]["labels"] = {"en": "good"}
    draft = drafting.begin(region, document)
    base = f"/en/urad/dotazniky/{draft.id}"
    assert (
        f'{base}/preklady?z=en&amp;do=cs&amp;chybi=1#texts">Translations</a>: 1 text missing'
        in office.get(base).text
    )
    page = office.get(address(draft, "")).text
    assert 'name="t.scale.grades.option.good.labels"' in page
    send(
        office,
        address(draft, "?z=en&do=cs&chybi=1"),
        {"revision": "1", "t.scale.grades.option.good.labels": "dobře"},
    )
    assert drafting.said(draft.id)["scales"][0]["options"][0]["labels"]["cs"] == "dobře"


def test_a_ready_made_scale_has_its_ready_words_in_a_language_that_is_added_later(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire(languages=["cs"])
    own = {"cs": "rozhodně ano", "de": "ja"}
    worked_on = usual.usual_scale("importance4", ["cs"])
    worked_on["options"][0] = {**worked_on["options"][0], "labels": own}
    document["scales"] += [usual.usual_scale("yes_no4", ["cs"], best_first=False), worked_on]
    draft = drafting.begin(region, document)
    page = f"/en/urad/dotazniky/{draft.id}/nastaveni"
    send(office, page, fields_of(office.get(page).text) | {"languages": ["cs", "en"], "confirmed": "y"})
    _grades, ready, own_one = drafting.said(draft.id)["scales"]
    assert ready["options"][0]["labels"] == {"cs": "rozhodně ne", "en": "certainly no"}
    assert "en" not in own_one["options"][0]["labels"], "a scale that somebody has worked on is theirs"
