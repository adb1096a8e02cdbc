"""One comment: what the page shows, deciding, undoing, and two people at once."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import db, sealing
from survey_app.config import Settings
from survey_app.models import Comment, Region, StaffMember, TriageDecision
from survey_app.operations import triage
from survey_app.queries import triage as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, Verdict
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter, send, token_in

QUEUE = "/en/urad/podnety"
RELEVANT: dict[str, Any] = {
    "based_on": 0,
    "verdict": "relevant",
    "target_groups": ["seniors"],
    "kind": "complaint",
}

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def comment(region: Region) -> Comment:
    return add_comment(region, "Obědy jsou studené.", service_code="S01")


@pytest.fixture
def at_work(client: FlaskClient, jana: StaffMember) -> FlaskClient:
    return enter(client, jana)


def page_of(comment: Comment) -> str:
    return f"{QUEUE}/{comment.id}"


def steps(comment: Comment) -> list[TriageDecision]:
    with db.reading() as session:
        return queries.history(session, comment.id)


def decided_by(colleague: StaffMember, comment: Comment, based_on: int = 0) -> None:
    with db.transaction() as session:
        triage.decide(
            session,
            comment.id,
            based_on,
            verdict=Verdict.IRRELEVANT,
            reason=IrrelevanceReason.HEALTH_CARE,
            target_groups=[],
            kind=None,
            note="",
            staff_id=colleague.id,
        )


def is_checked(page: TestResponse, name: str, value: str) -> bool:
    return f'name="{name}" type="radio" value="{value}" checked' in page.text or (
        f'name="{name}" type="checkbox" value="{value}" checked' in page.text
    )


def test_the_page_shows_the_comment_with_service_day_and_channel(
    at_work: FlaskClient, comment: Comment
) -> None:
    page = at_work.get(page_of(comment))
    assert "Obědy jsou studené." in page.text
    assert "November 2, 2026, on the web, from the form “Write to us”" in page.text
    assert "Javorov Home Care" in page.text
    assert "The machine has not read this comment yet." in page.text
    assert "Nobody has decided yet." in page.text


def test_the_suggestion_is_worded_and_fills_the_form(at_work: FlaskClient, comment: Comment) -> None:
    reasons = [
        {
            "what": "group",
            "code": "seniors",
            "weight": 0.85,
            "text": "Obědy",
            "start": 0,
            "end": 5,
            "term": "oběd",
        }
    ]
    classify(comment.id, reasons=reasons)
    page = at_work.get(page_of(comment))
    assert "very likely about social services" in page.text
    assert "<mark>Obědy</mark> jsou studené." in page.text
    assert "0.9" not in page.text
    assert is_checked(page, "target_groups", "seniors")
    assert is_checked(page, "kind", "complaint")
    assert is_checked(page, "verdict", "relevant")


def test_abstention_and_danger_are_said_plainly(at_work: FlaskClient, comment: Comment) -> None:
    classify(
        comment.id,
        relevance=0.5,
        relevant=None,
        abstained=True,
        abstentions=["conflicting_evidence"],
        urgent=True,
        suggested_groups=[],
        kind=None,
    )
    page = at_work.get(page_of(comment))
    assert "The machine is not sure and leaves the decision to you. The words speak for both." in page.text
    assert "Somebody may be in danger." in page.text
    assert "none recognised" in page.text
    assert not is_checked(page, "verdict", "relevant")
    assert not is_checked(page, "verdict", "irrelevant")


def test_what_citizens_write_is_never_markup(at_work: FlaskClient, region: Region) -> None:
    text = "<script>alert(1)</script> & <b>"
    comment = add_comment(region, text)
    reasons = [
        {
            "what": "kind",
            "code": "complaint",
            "weight": 1,
            "text": text[:8],
            "start": 0,
            "end": 8,
            "term": "x",
        }
    ]
    classify(comment.id, reasons=reasons)
    for page in (at_work.get(page_of(comment)), at_work.get(QUEUE)):
        assert "<script>alert" not in page.text
        assert "&lt;b&gt;" in page.text
    assert "<mark>&lt;script&gt;</mark>" in at_work.get(page_of(comment)).text


def test_the_contact_is_unsealed_for_the_coordinator(
    at_work: FlaskClient, region: Region, settings: Settings
) -> None:
    sealed = sealing.seal_contact("dcera@x.example", settings.signing_key)
    comment = add_comment(region, "Zavolejte.", contact_sealed=sealed)
    assert "dcera@x.example" in at_work.get(page_of(comment)).text
    assert "dcera@x.example" not in at_work.get(QUEUE).text


def test_saving_leads_to_the_next_waiting_comment_with_a_way_to_undo(
    at_work: FlaskClient, comment: Comment, region: Region
) -> None:
    following = add_comment(region, "Druhý podnět")
    answer = send(at_work, page_of(comment), {**RELEVANT, "note": "Zavolat"})
    assert (answer.status_code, answer.location) == (303, f"{page_of(following)}?previous={comment.id}")
    (step,) = steps(comment)
    assert (step.verdict, step.kind, step.target_groups, step.note) == (
        Verdict.RELEVANT,
        CommentKind.COMPLAINT,
        ["seniors"],
        "Zavolat",
    )
    page = at_work.get(answer.location)
    assert f'action="{page_of(comment)}/zpet"' in page.text
    undone = at_work.post(f"{page_of(comment)}/zpet", data={"csrf_token": token_in(page), "based_on": 1})
    assert (undone.status_code, undone.location) == (303, f"{page_of(comment)}?undone=relevant")
    assert [step.verdict for step in steps(comment)] == [None, Verdict.RELEVANT]


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (RELEVANT, "Relevant · Complaint · Seniors"),
        ({"based_on": 0, "verdict": "irrelevant", "reason": "health_care"}, "Not relevant · Health care"),
    ],
)
def test_what_was_saved_is_said_with_kind_and_groups(
    at_work: FlaskClient, comment: Comment, region: Region, decision: dict[str, Any], words: str
) -> None:
    add_comment(region, "Druhý podnět")
    page = at_work.get(send(at_work, page_of(comment), decision).location).text
    notice = page.partition("ohlas-saved")[2].partition("</form>")[0]
    assert words.lower() in notice.lower()
    assert words.lower() in page.partition("data-last-steps")[2].partition("<form")[0].lower()


def test_what_somebody_else_decided_is_not_offered_to_be_undone(
    at_work: FlaskClient, comment: Comment, region: Region
) -> None:
    decided_by(add_person("petr@testov.example", (Role.COORDINATOR, region)), comment)
    following = add_comment(region, "Druhý podnět")
    page = at_work.get(f"{page_of(following)}?previous={comment.id}").text
    assert f'action="{page_of(comment)}/zpet"' not in page


def test_after_the_last_comment_the_queue_says_that_nothing_waits(
    at_work: FlaskClient, comment: Comment
) -> None:
    answer = send(at_work, page_of(comment), RELEVANT)
    assert answer.location == f"{QUEUE}?previous={comment.id}"
    page = at_work.get(answer.location)
    assert "No comment waits." in page.text
    assert f'action="{page_of(comment)}/zpet"' in page.text


def test_the_chosen_filter_stays_in_the_address(
    at_work: FlaskClient, comment: Comment, region: Region
) -> None:
    add_comment(region, "Jiná služba", service_code="S07")
    same = add_comment(region, "Stejná služba", service_code="S01")
    answer = send(at_work, f"{page_of(comment)}?service=testov:S01", RELEVANT)
    assert answer.location == f"{page_of(same)}?service=testov:S01&previous={comment.id}"


def test_a_decision_can_be_corrected_and_both_are_in_the_history(
    at_work: FlaskClient, comment: Comment
) -> None:
    send(at_work, page_of(comment), RELEVANT)
    page = at_work.get(page_of(comment))
    assert is_checked(page, "verdict", "relevant")
    correction = {"based_on": 1, "verdict": "irrelevant", "reason": "health_care"}
    assert send(at_work, page_of(comment), correction).status_code == 303
    history = at_work.get(page_of(comment)).text.partition('id="history"')[2]
    assert "Not relevant" in history
    assert "Health care" in history
    assert history.count("Jana") == 2


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"verdict": ""}, "Choose whether the comment is relevant."),
        ({"verdict": "", "kind": ""}, "Choose what the comment does."),
        ({"verdict": "", "target_groups": []}, "Choose at least one group, or the general one."),
        ({"verdict": "irrelevant"}, "Choose why the comment is not relevant."),
        ({"kind": ""}, "Choose what the comment does."),
        ({"target_groups": []}, "Choose at least one group, or the general one."),
        ({"target_groups": ["general", "seniors"]}, "Choose either the general group or particular ones."),
        ({"verdict": "irrelevant", "reason": "made_up"}, "Choose one of the options."),
        ({"note": "x" * 2001}, "The note may have at most 2000 characters."),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    at_work: FlaskClient, comment: Comment, changes: dict[str, Any], sentence: str
) -> None:
    typed = {**RELEVANT, "note": "Poznámka pro kolegy", **changes}
    answer = send(at_work, page_of(comment), {name: value for name, value in typed.items() if value != ""})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert typed["note"] in answer.text
    assert "Error:" in answer.text
    assert steps(comment) == []


def test_what_nothing_speaks_for_is_not_asked_yet(at_work: FlaskClient, comment: Comment) -> None:
    answer = send(at_work, page_of(comment), {"based_on": 0})
    assert "Choose whether the comment is relevant." in answer.text
    summary = answer.text.partition("data-error-summary")[2].partition("</ul>")[0]
    assert summary.count("<li>") == 1


def test_somebody_elses_decision_meanwhile_is_shown_and_the_typed_values_stay(
    at_work: FlaskClient, comment: Comment, region: Region
) -> None:
    petr = add_person("petr@testov.example", (Role.COORDINATOR, region), name="Petr Druhý")
    form = at_work.get(page_of(comment))
    decided_by(petr, comment)
    typed = {**RELEVANT, "note": "Moje poznámka", "csrf_token": token_in(form)}
    answer = at_work.post(page_of(comment), data=typed)
    assert answer.status_code == 409
    assert "Petr Druhý has decided meanwhile: Not relevant." in answer.text
    assert "Moje poznámka" in answer.text
    assert is_checked(answer, "verdict", "relevant")
    assert [step.verdict for step in steps(comment)] == [Verdict.IRRELEVANT]
    again = at_work.post(page_of(comment), data={**typed, "based_on": 1, "csrf_token": token_in(answer)})
    assert re.search(r'<input [^>]*name="based_on"[^>]*value="1"', answer.text)
    assert again.status_code == 303
    assert [step.verdict for step in steps(comment)] == [Verdict.RELEVANT, Verdict.IRRELEVANT]


def test_undoing_what_somebody_else_has_changed_since_is_refused(
    at_work: FlaskClient, comment: Comment, region: Region
) -> None:
    send(at_work, page_of(comment), RELEVANT)
    petr = add_person("petr@testov.example", (Role.COORDINATOR, region), name="Petr Druhý")
    decided_by(petr, comment, based_on=1)
    answer = send(at_work, page_of(comment), {"based_on": 1}, to=f"{page_of(comment)}/zpet")
    assert answer.status_code == 409
    assert "Petr Druhý has decided meanwhile" in answer.text
    assert len(steps(comment)) == 2


def test_a_foreign_comment_does_not_exist(at_work: FlaskClient, comment: Comment) -> None:
    foreign = add_comment(add_region("jinde"), "Cizí")
    assert at_work.get(page_of(foreign)).status_code == 404
    for address in (page_of(foreign), f"{page_of(foreign)}/zpet"):
        assert send(at_work, page_of(comment), RELEVANT, to=address).status_code == 404
    assert "Cizí" not in at_work.get(f"{QUEUE}?previous={foreign.id}").text
    assert steps(foreign) == []


def test_a_tampered_form_is_refused(at_work: FlaskClient, comment: Comment) -> None:
    assert (
        send(at_work, page_of(comment), {"based_on": "x"}, to=f"{page_of(comment)}/zpet").status_code == 400
    )
    assert send(at_work, page_of(comment), {**RELEVANT, "target_groups": ["martians"]}).status_code == 422
    assert steps(comment) == []


def test_personal_data_is_marked_with_a_word(at_work: FlaskClient, region: Region) -> None:
    comment = add_comment(region, "Volejte 777 123 456.")
    classify(comment.id, personal_data=[["phone", 8, 19]])
    page = at_work.get(page_of(comment)).text
    assert re.search(
        r"<mark>777 123 456</mark>\s*<small[^>]*>\(personal data: telephone number\)</small>", page
    )
    assert "The comment probably holds personal data: telephone number." in page


def test_a_comment_without_personal_data_says_nothing_of_it(at_work: FlaskClient, comment: Comment) -> None:
    classify(comment.id, personal_data=[])
    assert "personal data" not in at_work.get(page_of(comment)).text
