"""What the checks find in a draft, and acknowledging warnings with a reason."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from forms import checks, definition
from forms.checks import Severity
from forms.editing import usual
from survey_app.models import QuestionnaireDraft, Region
from survey_app.vocabulary import DraftStepKind, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import annual, questionnaire
from tests.survey_app.designing import fields_of
from tests.survey_app.office import add_person, enter, send


@pytest.fixture
def office(client: FlaskClient, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(client, add_person("metodik@testov.example", (Role.METHODOLOGIST, region), name="Eva Nová"))


def faulty() -> dict[str, Any]:
    """A questionnaire with an error (a later item is read) and a warning (nobody needs its spare scale)."""
    document = questionnaire()
    document["scales"].append({**document["scales"][0], "code": "spare"})
    document["sections"][0]["items"][0]["visible_if"] = {"op": "answered", "item": "change"}
    return document


@pytest.fixture
def draft(region: Region) -> QuestionnaireDraft:
    """A draft with an error and a warning."""
    return drafting.begin(region, faulty())


def address(draft: QuestionnaireDraft) -> str:
    return f"/en/urad/dotazniky/{draft.id}/kontrola"


def key_of(severity: Severity) -> str:
    found = checks.findings(definition.load(faulty()), filled=True)
    return next(finding.key for finding in found if finding.severity is severity)


def acknowledged(draft: QuestionnaireDraft) -> dict[str, Any]:
    return dict(drafting.found(draft.id).acknowledged)


def test_every_finding_leads_to_where_it_can_be_mended(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(address(draft)).text
    assert re.search(r"\d+ errors? stops? publication", page)
    editors = re.findall(r'ohlas-finding.*?href="([^"]+)"', page, re.DOTALL)
    assert len(editors) == len(checks.findings(definition.load(faulty()), filled=True))
    assert f"/en/urad/dotazniky/{draft.id}/polozka/used?nalez=1#condition" in editors
    for editor in set(editors):
        assert office.get(editor).status_code == 200, editor


def test_a_warning_is_acknowledged_with_a_reason_by_name_and_taken_back(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    key = key_of(Severity.WARNING)
    send(office, address(draft), {"key": key, "reason": "Needed next year", "do": "acknowledge"})
    page = office.get(address(draft)).text
    assert "Needed next year" in page
    assert "Eva Nová" in page
    assert "Warnings with a reason" in page
    send(office, address(draft), {"key": key, "do": "take_back"})
    assert acknowledged(draft) == {}


def test_a_kept_reason_says_how_many_warnings_still_wait(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    found = checks.findings(definition.load(faulty()), filled=True)
    first, second = (finding.key for finding in found if finding.severity is Severity.WARNING)
    for key, sentence in ((first, "1 warning still waits."), (second, "No warning waits any more.")):
        kept = send(office, address(draft), {"key": key, "reason": "Needed", "do": "acknowledge"})
        assert f"The reason is saved. {sentence}" in office.get(kept.location).text


def test_checks_that_find_nothing_say_what_they_looked_at(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    looked = "The checks looked at the structure, the wording, the translations and the length"
    some = drafting.begin(region, document)
    assert looked not in office.get(address(some)).text
    document["sections"][1]["items"][1]["texts"] = {
        "cs": "Kolikrát za posledních 12 měsíců?",
        "en": "How many times in the last 12 months?",
    }
    clean = drafting.begin(region, document | {"questionnaire_code": "clean"})
    assert looked in office.get(address(clean)).text


@pytest.mark.parametrize(("reason", "sentence"), [(" ", "Write why"), ("x" * 501, "at most 500 characters")])
def test_a_warning_without_a_fitting_reason_stays(
    office: FlaskClient, draft: QuestionnaireDraft, reason: str, sentence: str
) -> None:
    data = {"key": key_of(Severity.WARNING), "reason": reason, "do": "acknowledge"}
    answer = send(office, address(draft), data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert acknowledged(draft) == {}


def test_an_error_cannot_be_acknowledged_nor_can_what_was_never_found(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    for key in (key_of(Severity.ERROR), "made up"):
        send(office, address(draft), {"key": key, "reason": "I want it so", "do": "acknowledge"})
    assert acknowledged(draft) == {}


def test_a_coordinator_reads_and_cannot_acknowledge(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    assert "Keep it with this reason" not in looker.get(address(draft)).text
    data = {"key": key_of(Severity.WARNING), "reason": "x"}
    assert send(looker, address(draft), data).status_code == 403


def test_findings_that_say_the_same_share_a_card_and_a_reason_for_the_places_ticked(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    asked = document["sections"][0]["items"]
    asked[0]["texts"]["cs"] = "Nejste nespokojeni se službou a s personálem?"
    asked += [{**asked[0], "item_code": f"again{number}"} for number in range(2)]
    draft = drafting.begin(region, document)
    page = office.get(address(draft)).text
    found = checks.findings(definition.load(document), filled=True)
    code = next(one.code for one in found if one.item == "again0" and one.severity is Severity.WARNING)
    keys = [one.key for one in found if one.code == code and one.item in ("used", "again0", "again1")]
    assert len(keys) == 3
    form = next(part for part in page.split("<form") if keys[0] in part)
    assert all(f'value="{key}" checked' in form for key in keys)
    data = {"key": keys[:2], "among": keys[0], "do": "acknowledge"}
    assert send(office, address(draft), data | {"reason": "", "key": []}).status_code == 422
    send(office, address(draft), data | {"reason": "Needed next year"})
    assert sorted(acknowledged(draft)) == sorted(keys[:2])


def test_the_same_warning_in_two_languages_names_them_and_takes_one_reason(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    texts = {
        "cs": "Jste spokojeni se službou a s personálem?",
        "en": "Are you happy with help and with staff?",
    }
    document["sections"][0]["items"][0]["texts"] = texts
    draft = drafting.begin(region, document)
    twins = [
        one
        for one in checks.findings(definition.load(document), filled=True)
        if one.item == "used" and one.code == "double_barrelled"
    ]
    assert {one.params["language"] for one in twins} == {"cs", "en"}
    page = office.get(address(draft)).text
    form = next(part for part in page.split("<form") if twins[0].key in part)
    assert all(f'value="{one.key}" checked' in form for one in twins)
    assert "– Czech" in form
    assert "– English" in form
    send(office, address(draft), {"key": twins[0].key, "reason": "Both are one", "do": "acknowledge"})
    page = office.get(address(draft)).text
    form = next(part for part in page.split("<form") if twins[1].key in part)
    assert ">Both are one</textarea>" in form
    keys = [one.key for one in twins]
    send(office, address(draft), {"key": keys, "reason": "Both are one", "do": "acknowledge"})
    assert sorted(acknowledged(draft)) == sorted(keys)


def test_the_outline_forgets_a_warning_whose_reason_was_given(office: FlaskClient, region: Region) -> None:
    document = questionnaire()
    document["sections"][0]["items"][0]["texts"]["cs"] = "Nejste nespokojeni se službou a s personálem?"
    draft = drafting.begin(region, document)
    outline = f"/en/urad/dotazniky/{draft.id}"
    marked = re.compile(r'id="item-used".*?</li>', re.DOTALL)
    assert "warning" in marked.findall(office.get(outline).text)[0]
    for finding in checks.findings(definition.load(document), filled=True):
        if finding.item == "used":
            send(office, address(draft), {"key": finding.key, "reason": "Kept", "do": "acknowledge"})
    assert "warning" not in marked.findall(office.get(outline).text)[0]


def test_the_outline_and_the_page_of_publication_say_what_comes_next(
    office: FlaskClient, region: Region
) -> None:
    document = faulty()
    del document["introductions"]
    draft = drafting.begin(region, document)
    base = f"/en/urad/dotazniky/{draft.id}"
    page = office.get(base).text
    assert "What comes next" in page
    assert "the introduction is empty" in page
    page = office.get(f"{base}/zverejnit").text
    assert "Do this first" in page
    assert re.search(r'kontrola">Checks</a>: \d+ errors? to mend', page)
    assert "Publish this version" not in page
    assert f'{base}/nastaveni#introductions.cs"' in page


@pytest.mark.usefixtures("catalogues")
def test_the_annual_questionnaire_has_no_error(office: FlaskClient, region: Region) -> None:
    page = office.get(address(drafting.begin(region, annual()))).text
    assert 'id="errors"' not in page


def test_statements_of_a_battery_are_no_items_of_their_own_on_the_way(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    rows = [{"item_code": f"r{number}", "texts": {"cs": "Co", "en": "What"}} for number in range(3)]
    battery = {
        "item_code": "b",
        "type": "rating_battery",
        "scale": "grades",
        "texts": {"cs": "Jak?", "en": "How?"},
    }
    document["sections"][2]["items"].append({**battery, "rows": rows})
    draft = drafting.begin(region, document)
    assert ">5 items</a>" in office.get(f"/en/urad/dotazniky/{draft.id}").text


def test_an_idle_scale_is_called_by_its_name_and_removed_right_at_its_finding(
    office: FlaskClient, region: Region
) -> None:
    document = questionnaire()
    document["scales"].append(usual.usual_scale("yes_no4", ["cs", "en"]))
    draft = drafting.begin(region, document)
    page = office.get(address(draft)).text
    assert "No question uses the scale “Certainly yes to certainly no, four points”." in page
    assert "Scale “Certainly yes to certainly no, four points”" in page
    remove = f"/en/urad/dotazniky/{draft.id}/stupnice/yes_no4/odebrani"
    assert f'action="{remove}"' in page
    answer = send(office, address(draft), {"revision": "1", "back": "findings"}, to=remove)
    assert answer.location == f"{address(draft)}?saved=scale_removed"
    assert [scale["code"] for scale in drafting.said(draft.id)["scales"]] == ["grades"]
    assert "four points" not in office.get(answer.location).text


def test_who_only_looks_is_not_offered_to_remove_a_scale(
    client: FlaskClient, region: Region, draft: QuestionnaireDraft
) -> None:
    looker = enter(client, add_person("koordinator@testov.example", (Role.COORDINATOR, region)))
    assert "Remove the scale" not in looker.get(address(draft)).text


def test_the_settings_say_what_comes_next_and_are_read_from_the_top_after_saving(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = f"/en/urad/dotazniky/{draft.id}/nastaveni"
    shown = office.get(page).text
    assert "What comes next" in shown
    assert f'action="{page}"' in shown, "without an action the fragment of a link stays in the address"
    fields = fields_of(shown) | {"titles.en": "Another title"}
    assert office.post(page, data=fields).location == f"{page}?saved=settings"
    assert "What comes next" in office.get(f"{page}?saved=settings").text
    asked = office.get(f"/en/urad/dotazniky/{draft.id}/nova-polozka?typ=number&oddil=use").text
    assert f'action="/en/urad/dotazniky/{draft.id}/nova-polozka?typ=number&amp;oddil=use"' in asked


def test_who_mends_a_finding_comes_back_to_where_it_stood_and_reads_what_was_saved(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    visits = f"/en/urad/dotazniky/{draft.id}/polozka/visits?nalez=5"
    page = office.get(visits).text
    assert f'{address(draft)}?nalez=5#here" class="govuk-back-link">Back to the checks' in page
    typed = fields_of(page, "nalez=5") | {"texts.cs": ""}
    refused = office.post(visits, data=typed)
    assert refused.status_code == 422
    assert f'action="{visits}"' in refused.text, "the way back is not lost"

    saved = office.post(visits, data=typed | {"texts.cs": "Kolik návštěv?", "texts.en": "Visits?"})
    assert saved.location == f"{address(draft)}?saved=item&nalez=5&polozka=visits#here"
    page = office.get(saved.location).text
    assert page.count("The item “Kolik návštěv?” is saved.") == 1
    assert "Back to the checks" not in page
    last = len(re.findall(r'id="finding-\d+"', page))
    assert re.search(
        rf'id="here">(?:(?!id="finding-).)*is saved(?:(?!id="finding-).)*id="finding-{last}"', page, re.DOTALL
    )


@pytest.mark.parametrize(
    "number", ["//evil.example", "https://evil.example", "-1", "0", "9" * 400, "5.5", ""]
)
def test_what_is_no_number_of_a_finding_leads_nowhere_else(
    office: FlaskClient, draft: QuestionnaireDraft, number: str
) -> None:
    visits = f"/en/urad/dotazniky/{draft.id}/polozka/visits"
    typed = fields_of(office.get(visits, query_string={"nalez": number}).text, "") | {"texts.en": "Visits?"}
    saved = office.post(visits, query_string={"nalez": number, "next": number}, data=typed)
    assert saved.status_code == 303
    assert saved.location.startswith(f"/en/urad/dotazniky/{draft.id}")
    assert "evil" not in saved.location
    assert office.get(saved.location).status_code == 200


def test_a_reason_leads_to_the_next_finding_and_the_last_one_to_the_head_of_the_page(
    office: FlaskClient, draft: QuestionnaireDraft
) -> None:
    page = office.get(address(draft)).text
    answer = send(
        office, address(draft), {"key": key_of(Severity.WARNING), "reason": "It stays.", "nalez": "3"}
    )
    assert answer.location.endswith("?saved=acknowledged&nalez=3#here")
    assert 'id="here"' in office.get(answer.location).text
    keys = re.findall(r'name="key" value="([^"]+)"', page)
    last = len(re.findall(r'ohlas-finding(?: ohlas-finding--error)?" aria', page)) - 1
    after_last = office.get(f"{address(draft)}?saved=item&nalez={last + 1}#here").text
    before_it = after_last[: after_last.index('id="here"')]
    assert before_it.count('id="finding-') == last - 1, "the last one that waits"
    document = drafting.said(draft.id)
    del document["sections"][0]["items"][0]["visible_if"]
    drafting.change(draft.id, document, DraftStepKind.ITEM_CHANGED, "used")
    answer = send(office, address(draft), {"key": keys, "reason": "It stays.", "nalez": "3"})
    page = office.get(answer.location).text
    assert "No warning waits any more." in page
    assert 'id="here"' not in page
