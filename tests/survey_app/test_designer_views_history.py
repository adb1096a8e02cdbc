"""Steps of a draft: what was done, undo, redo, going back, and what changed between two."""

import re

import pytest
from flask.testing import FlaskClient

from survey_app.models import QuestionnaireDraft, Region
from survey_app.vocabulary import DraftStepKind, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.office import add_person, add_region, enter, send, token_in


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region), name="Eva Nová"))


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft that has been given another title."""
    begun = drafting.begin(region, questionnaire())
    drafting.change(begun.id, renamed("Druhý titul"), DraftStepKind.SETTINGS)
    return begun


def renamed(title: str) -> dict[str, object]:
    return questionnaire(titles={"cs": title, "en": "A tiny questionnaire"})


def address(draft: QuestionnaireDraft) -> str:
    return f"/en/urad/dotazniky/{draft.id}/historie"


def title_of(draft: QuestionnaireDraft) -> str:
    return str(drafting.said(draft.id)["titles"]["cs"])


def test_undo_and_redo_go_one_step_back_and_forth(office: FlaskClient, draft: QuestionnaireDraft) -> None:
    base = f"/en/urad/dotazniky/{draft.id}"
    back = send(office, address(draft), {"revision": "2"}, to=f"{base}/zpet")
    assert (back.status_code, title_of(draft)) == (303, "Maličký dotazník")
    send(office, address(draft), {"revision": "3"}, to=f"{base}/znovu")
    assert title_of(draft) == "Druhý titul"


def test_undo_stays_on_the_page_where_it_was_pressed_and_never_leaves_the_site(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    undo = f"/en/urad/dotazniky/{draft.id}/zpet"
    token = token_in(office.get(address(draft)))
    for referrer, goal in (
        (f"http://localhost{address(draft)}?x=1", address(draft)),
        (f"http://elsewhere.example{address(draft)}", f"/en/urad/dotazniky/{draft.id}"),
    ):
        revision = str(drafting.found(draft.id).revision)
        answer = office.post(
            undo, data={"csrf_token": token, "revision": revision}, headers={"Referer": referrer}
        )
        assert answer.headers["Location"].partition("?")[0] == goal


def test_any_step_can_be_gone_to_and_an_unknown_one_changes_nothing(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    drafting.change(draft.id, renamed("Třetí titul"), DraftStepKind.SETTINGS)
    send(office, address(draft), {"revision": "3"}, to=f"{address(draft)}/1")
    assert title_of(draft) == "Maličký dotazník"
    assert "taken back" in office.get(address(draft)).text
    for number in ("99", "9" * 30):
        sent = send(office, address(draft), {"revision": "4"}, to=f"{address(draft)}/{number}")
        assert sent.status_code == 303
        assert title_of(draft) == "Maličký dotazník"


def test_who_had_an_older_revision_before_the_eyes_is_told_so(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    answer = send(office, address(draft), {"revision": "1"}, to=f"{address(draft)}/1")
    assert answer.status_code == 409
    assert title_of(draft) == "Druhý titul"


def test_the_difference_between_two_steps_is_said_in_words(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(f"{address(draft)}?od=1&do=2").text
    assert "What changed from step 1 to step 2" in page
    assert "Druhý titul" in page
    assert "Nothing is different." in office.get(f"{address(draft)}?od=2&do=2").text
    assert office.get(f"{address(draft)}?od=99999999999999999999&do=-1").status_code == 200


def test_a_coordinator_looks_but_cannot_go_back(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    page = looker.get(address(draft))
    assert page.status_code == 200
    assert "Go to this step" not in page.text
    assert send(looker, address(draft), {"revision": "2"}, to=f"{address(draft)}/1").status_code == 403


def test_a_draft_of_another_town_does_not_exist(client: FlaskClient, draft: QuestionnaireDraft) -> None:
    stranger = add_person("cizi@jinde.example", (Role.METHODOLOGIST, add_region("jinde")))
    assert enter(client, stranger).get(address(draft)).status_code == 404


def test_undo_says_what_it_undoes_and_stays_away_from_forms(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    base = f"/en/urad/dotazniky/{draft.id}"
    assert "Undo the last change: changing the settings" in office.get(base).text
    drafting.change(draft.id, renamed("Třetí titul"), DraftStepKind.ITEM_ADDED, "q01")
    assert "Undo the last change: adding the item q01" in office.get(base).text
    send(office, base, {"revision": "3"}, to=f"{base}/zpet")
    assert "Do again: adding the item q01" in office.get(base).text
    for form in ("nastaveni", "polozka/used", "nova-polozka?oddil=words&typ=yes_no", "oddil/use", "preklady"):
        assert "Undo the last change" not in office.get(f"{base}/{form}").text, form


def test_undo_names_the_section_and_the_question_by_their_words(office: FlaskClient, region: Region) -> None:
    whole = questionnaire()
    shorter = {**whole, "sections": whole["sections"][:2]}
    fewer = {**whole, "sections": [whole["sections"][0], {**whole["sections"][1], "items": []}]}
    fewer["sections"][1]["items"] = [whole["sections"][1]["items"][0]]
    draft = drafting.begin(region, whole)
    base = f"/en/urad/dotazniky/{draft.id}"
    drafting.change(draft.id, shorter, DraftStepKind.SECTION_REMOVED, "words")
    assert "Undo the last change: removing the section “Vlastními slovy”" in office.get(base).text
    drafting.change(draft.id, fewer, DraftStepKind.ITEM_REMOVED, "visits")
    assert "Undo the last change: removing the item “Kolikrát?”" in office.get(base).text
    send(office, base, {"revision": "3"}, to=f"{base}/zpet")
    assert "Do again: removing the item “Kolikrát?”" in office.get(base).text
    drafting.change(draft.id, whole, DraftStepKind.SECTION_ADDED, "words")
    assert "Undo the last change: adding the section “Vlastními slovy”" in office.get(base).text
    assert "<h1" in (page := office.get(f"{base}/oddil/words").text)
    assert "Section “Vlastními slovy”" in page


def test_the_steps_name_questions_sections_scales_and_languages_as_they_were_then(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    def change(kind: DraftStepKind, subject: str, words: str = "", *, drop: bool = False) -> None:
        document = drafting.said(draft.id)
        items = document["sections"][1]["items"]
        if words:
            items[1]["texts"]["cs"] = words
        if drop:
            document["sections"][1]["items"] = items[:1] + items[2:]
        drafting.change(draft.id, document, kind, subject)

    change(DraftStepKind.ITEM_CHANGED, "visits", "Kolikrát za rok jste tam byli?")
    change(DraftStepKind.ITEM_CHANGED, "visits", "Kolik to bylo návštěv?")
    change(DraftStepKind.ITEM_REMOVED, "visits", drop=True)
    change(DraftStepKind.TRANSLATED, "en")
    change(DraftStepKind.SCALE_CHANGED, "quality")
    change(DraftStepKind.SECTION_MOVED, "unknown_code")

    text = re.sub(r"<[^>]+>", "", office.get(address(draft)).text)
    assert "Item changed: Kolikrát za rok jste tam byli?" in text
    assert "Item changed: Kolik to bylo návštěv?" in text
    assert "Item removed: Kolik to bylo návštěv?" in text
    assert "Questionnaire begun: Maličký dotazník" in text
    assert "Translated: English" in text
    assert "Section moved: unknown_code" in text, "a code where nothing has words"
    assert "visits" not in text
