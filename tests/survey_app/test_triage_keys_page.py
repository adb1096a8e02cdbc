"""The page of keys, and what the server does for keys and for the next comment to be there at once."""

import html
import json
import re
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import db
from survey_app.blueprints.triage import shortcuts
from survey_app.models import (
    BlindReading,
    Comment,
    Region,
    ShortcutKeys,
    StaffMember,
    TriageDecision,
    TriageDraw,
)
from survey_app.queries import triage as queries
from survey_app.vocabulary import IrrelevanceReason, Role, Verdict
from tests.survey_app.office import add_comment, add_person, classify, enter, send, token_in

QUEUE = "/en/urad/podnety"
KEYS = f"{QUEUE}/klavesy"
GROUPS = [f"g{number}" for number in range(23)]

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def at_work(client: FlaskClient, jana: StaffMember) -> FlaskClient:
    return enter(client, jana)


def shown_keys(page: TestResponse) -> dict[str, str]:
    """Return what a page of triage gives to its script."""
    found = re.search(r"data-keys='([^']*)'", page.text)
    assert found
    keys: dict[str, str] = json.loads(html.unescape(found[1]))
    return keys


def as_shown(page: TestResponse) -> dict[str, Any]:
    """Return what the form of keys would send unchanged."""
    fields = re.findall(
        r'<input class="govuk-input[^>]* name="([^"]+)" type="text" value="([^"]*)"', page.text
    )
    assert fields
    return {"switched_on": "y", **dict(fields)}


def steps(comment: Comment) -> list[TriageDecision]:
    with db.reading() as session:
        return queries.history(session, comment.id)


def offer_of(page: TestResponse) -> str:
    """Return what the button that accepts the suggestion carries; "" without the button."""
    found = re.search(r'name="accept" value="([^"]*)"', page.text)
    return html.unescape(found[1]) if found else ""


def test_usual_keys_are_possible_and_never_collide() -> None:
    keys = shortcuts.usual_keys(GROUPS)
    assert shortcuts.collisions(keys) == []
    assert set(keys.values()) <= shortcuts.POSSIBLE
    assert [keys[f"group:g{number}"] for number in (0, 8, 9, 10, 13)] == ["1", "9", "0", "x", "b"]


def test_what_cannot_have_a_key_any_more_has_none() -> None:
    many = [f"g{number}" for number in range(40)]
    assert shortcuts.usual_keys(many)["group:g39"] == ""
    assert shortcuts.keys_in_force({"note": "x"}, GROUPS)["group:g10"] == ""
    assert shortcuts.keys_in_force({"note": "x", "gone": "r"}, GROUPS)["relevant"] == "r"
    assert shortcuts.keys_in_force({"reason:health_care": "x"}, GROUPS)["group:g10"] == "x"


def test_a_czech_keyboard_gives_digits_without_shift() -> None:
    assert [shortcuts.as_key(typed) for typed in "+ěščřžýáíé"] == list("1234567890")
    assert shortcuts.as_key(" R ") == "r"


def test_the_usual_keys_are_shown_until_others_are_chosen(at_work: FlaskClient, region: Region) -> None:
    comment = add_comment(region, "Podnět")
    before = shown_keys(at_work.get(f"{QUEUE}/{comment.id}"))
    assert (before["accept"], before["relevant"], before["group:seniors"]) == ("a", "r", "1")
    chosen = {**as_shown(at_work.get(KEYS)), "relevant": "W", "group:seniors": "ě", "group:disability": ""}
    answer = send(at_work, KEYS, chosen)
    assert (answer.status_code, answer.location) == (303, f"{KEYS}?saved=1")
    after = shown_keys(at_work.get(f"{QUEUE}/{comment.id}"))
    assert (after["relevant"], after["group:seniors"], after["group:disability"]) == ("w", "2", "")
    assert 'value="w"' in at_work.get(answer.location).text
    with db.reading() as session:
        (row,) = session.query(ShortcutKeys).all()
    assert row.keys == {"relevant": "w", "group:seniors": "2", "group:disability": ""}


def test_keys_are_each_persons_own(at_work: FlaskClient, region: Region, client: FlaskClient) -> None:
    send(at_work, KEYS, {**as_shown(at_work.get(KEYS)), "relevant": "w"})
    petr = add_person("petr@testov.example", (Role.COORDINATOR, region))
    assert shown_keys(enter(client, petr).get(QUEUE))["relevant"] == "r"


def test_a_collision_is_refused_at_the_field_that_was_changed(at_work: FlaskClient) -> None:
    answer = send(at_work, KEYS, {**as_shown(at_work.get(KEYS)), "relevant": "o"})
    assert answer.status_code == 422
    place = answer.text.partition('id="relevant-error"')[2][:200]
    assert "The key O means “Write a note”. Choose another one." in place
    assert 'id="note-error"' not in answer.text
    assert 'href="#relevant"' in answer.text
    with db.reading() as session:
        assert session.query(ShortcutKeys).all() == []


def test_two_keys_can_change_places_and_reasons_share_keys_with_groups(at_work: FlaskClient) -> None:
    chosen = {**as_shown(at_work.get(KEYS)), "relevant": "n", "irrelevant": "r", "reason:abusive": "x"}
    assert send(at_work, KEYS, chosen).status_code == 303


@pytest.mark.parametrize("typed", ["ab", "%", "ř ž", "<b>"])
def test_what_is_no_key_is_refused_and_stays_in_its_field(at_work: FlaskClient, typed: str) -> None:
    answer = send(at_work, KEYS, {**as_shown(at_work.get(KEYS)), "note": typed})
    assert answer.status_code == 422
    assert "Write one letter from A to Z, one digit, or a question mark." in answer.text
    assert f'value="{html.escape(typed)}"' in answer.text


def test_keys_can_be_switched_off_and_return_to_the_usual_ones(at_work: FlaskClient) -> None:
    chosen = {**as_shown(at_work.get(KEYS)), "relevant": "w"}
    del chosen["switched_on"]
    send(at_work, KEYS, chosen)
    page = at_work.get(QUEUE)
    assert shown_keys(page) == {}
    assert "Single keys are switched off." in page.text
    send(at_work, KEYS, {"usual": "1"})
    assert shown_keys(at_work.get(QUEUE))["relevant"] == "r"


def test_accepting_saves_what_was_shown_even_if_the_machine_has_read_anew(
    at_work: FlaskClient, region: Region
) -> None:
    comment = add_comment(region, "Obědy jsou studené.")
    classify(comment.id)
    page = at_work.get(f"{QUEUE}/{comment.id}")
    offer = offer_of(page)
    classify(comment.id, suggested_groups=["carers"], kind="praise")
    sent = {"csrf_token": token_in(page), "based_on": 0, "accept": offer, "note": "Zavolat"}
    answer = at_work.post(f"{QUEUE}/{comment.id}", data=sent)
    assert answer.status_code == 303
    (step,) = steps(comment)
    assert (step.verdict, step.kind, step.target_groups, step.note) == (
        "relevant",
        "complaint",
        ["seniors"],
        "Zavolat",
    )


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"kind": "praise"}, "kind"),
        ({"target_groups": ["seniors", "carers"]}, "target_groups"),
        ({"verdict": "irrelevant", "reason": "health_care"}, "verdict"),
    ],
)
def test_accepting_never_drops_what_was_chosen_instead_of_the_suggestion(
    at_work: FlaskClient, region: Region, changes: dict[str, Any], place: str
) -> None:
    comment = add_comment(region, "Obědy jsou studené.")
    classify(comment.id)
    address = f"{QUEUE}/{comment.id}"
    offer = offer_of(at_work.get(address))
    chosen: dict[str, Any] = {"verdict": "relevant", "kind": "complaint", "target_groups": ["seniors"]}
    sent = {**chosen, **changes, "based_on": 0, "accept": offer, "note": "Zavolat"}
    refused = send(at_work, address, sent)
    sentence = "You changed the suggestion. Save what you chose, or accept the suggestion as it was."
    assert refused.status_code == 422
    assert sentence in refused.text.partition(f'id="{place}-error"')[2][:250]
    assert refused.text.partition("data-error-summary")[2].partition("</ul>")[0].count("<li>") == 1
    assert "Zavolat</textarea>" in refused.text
    for name, values in {**chosen, **changes}.items():
        for value in [values] if isinstance(values, str) else values:
            assert re.search(f'name="{name}" type="(radio|checkbox)" value="{value}" checked', refused.text)
    assert steps(comment) == []
    known = re.search(r'name="known_changes"[^>]* value="([^"]+)"', refused.text)
    assert known
    again = {**sent, "known_changes": html.unescape(known[1])}
    assert send(at_work, address, {**again, "kind": "suggestion"}).status_code == 422  # another change since
    assert send(at_work, address, again).status_code == 303  # who was told may mean it
    assert [(step.kind, step.target_groups) for step in steps(comment)] == [("complaint", ["seniors"])]


@pytest.mark.parametrize(
    ("says", "ticked"),
    [
        ({}, {"relevant", "complaint", "seniors"}),
        ({"relevant": False, "suggested_reason": "health_care"}, {"irrelevant", "health_care"}),
        ({"relevant": None, "abstained": True}, {"complaint", "seniors"}),
    ],
    ids=["relevant", "irrelevant", "not sure"],
)
def test_what_is_ticked_is_what_accepting_saves(
    at_work: FlaskClient, region: Region, says: dict[str, Any], ticked: set[str]
) -> None:
    comment = add_comment(region, "Obědy jsou studené.")
    classify(comment.id, **says)
    page = at_work.get(f"{QUEUE}/{comment.id}")
    form = page.text.partition("data-triage")[2].partition("</form>")[0]
    assert set(re.findall(r'value="([^"]+)" checked', form)) == ticked
    assert {value for _, value in parse_qsl(offer_of(page))} in (ticked, set())


def test_an_irrelevant_comment_is_accepted_with_its_reason(at_work: FlaskClient, region: Region) -> None:
    comment = add_comment(region, "V nemocnici se čeká.")
    reason = IrrelevanceReason.HEALTH_CARE
    classify(comment.id, relevance=0.1, relevant=False, suggested_reason=reason, suggested_groups=[])
    page = at_work.get(f"{QUEUE}/{comment.id}")
    assert "Not relevant · Health care</p>" in page.text  # nobody accepts what is nowhere to be read
    offer = offer_of(page)
    send(at_work, f"{QUEUE}/{comment.id}", {"based_on": 0, "accept": offer})
    assert [(step.verdict, step.irrelevance_reason) for step in steps(comment)] == [
        (Verdict.IRRELEVANT, reason)
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": None},
        {"suggested_groups": []},
        {"relevant": False},
        {"relevant": None, "abstained": True},
    ],
)
def test_half_a_suggestion_is_not_offered(
    at_work: FlaskClient, region: Region, changes: dict[str, Any]
) -> None:
    comment = add_comment(region, "Podnět")
    classify(comment.id, **changes)
    assert offer_of(at_work.get(f"{QUEUE}/{comment.id}")) == ""


@pytest.mark.parametrize(
    "offer", ["", "verdict=relevant", "verdict=maybe&kind=praise&target_groups=martians"]
)
def test_a_tampered_offer_is_judged_like_anything_else(
    at_work: FlaskClient, region: Region, offer: str
) -> None:
    comment = add_comment(region, "Podnět")
    sent = {
        "based_on": 0,
        "accept": offer,
        "verdict": "relevant",
        "kind": "praise",
        "target_groups": "seniors",
    }
    assert send(at_work, f"{QUEUE}/{comment.id}", sent).status_code == 422
    assert steps(comment) == []


def test_the_same_decision_sent_twice_is_stored_once(at_work: FlaskClient, region: Region) -> None:
    """An answer can get lost on the way: who sends again meets no conflict with oneself."""
    comment, following = add_comment(region, "První"), add_comment(region, "Druhý")
    sent = {"based_on": 0, "verdict": "relevant", "kind": "praise", "target_groups": ["seniors"]}
    for _ in range(2):
        answer = send(at_work, f"{QUEUE}/{comment.id}", sent)
        assert (answer.status_code, answer.location) == (
            303,
            f"{QUEUE}/{following.id}?previous={comment.id}",
        )
    assert len(steps(comment)) == 1
    assert send(at_work, f"{QUEUE}/{comment.id}", {**sent, "kind": "complaint"}).status_code == 409


def test_the_comment_after_the_one_on_the_screen_is_handed_out(at_work: FlaskClient, region: Region) -> None:
    first, *others = [add_comment(region, f"Podnět {number}") for number in range(3)]
    ready = at_work.get(f"{QUEUE}/dalsi?after={first.id}")
    second = UUID(re.findall(r"podnety/([0-9a-f-]{36})", ready.location)[0])
    sent = {"based_on": 0, "verdict": "relevant", "kind": "praise", "target_groups": ["seniors"]}
    answer = send(at_work, f"{QUEUE}/{first.id}", sent, to=f"{QUEUE}/{first.id}?after={second}")
    (third,) = {each.id for each in others} - {second}
    assert f"/{third}?" in answer.location
    assert f"previous={first.id}" in answer.location


def test_undo_goes_back_step_by_step(at_work: FlaskClient, region: Region) -> None:
    comments = [add_comment(region, f"Podnět {number}") for number in range(3)]
    sent = {"based_on": 0, "verdict": "irrelevant", "reason": "advertising"}
    for comment in comments:
        send(at_work, f"{QUEUE}/{comment.id}", sent)
    page = at_work.get(f"{QUEUE}/{comments[2].id}")
    for comment in reversed(comments):
        listed = page.text.partition("data-last-steps")[2]
        undo = re.search(r'action="([^"]+/zpet)" data-undo', listed)
        assert undo
        assert str(comment.id) in undo[1]
        page = at_work.post(
            undo[1], data={"csrf_token": token_in(page), "based_on": 1}, follow_redirects=True
        )
    assert [[step.verdict for step in steps(comment)] for comment in comments] == [[None, "irrelevant"]] * 3
    assert "data-undo>" not in page.text.partition("data-last-steps")[2]


def test_only_own_decisions_in_force_are_listed(at_work: FlaskClient, region: Region) -> None:
    own, overruled = add_comment(region, "Moje"), add_comment(region, "Přebité")
    sent = {"verdict": "irrelevant", "reason": "advertising"}
    for comment in (own, overruled):
        send(at_work, f"{QUEUE}/{comment.id}", {**sent, "based_on": 0})
    petr = add_person("petr@testov.example", (Role.COORDINATOR, region))
    other = enter(at_work.application.test_client(), petr)
    send(other, f"{QUEUE}/{overruled.id}", {**sent, "based_on": 1, "reason": "abusive"})
    listed = at_work.get(f"{QUEUE}/{own.id}").text.partition("data-last-steps")[2].partition("</ol>")[0]
    assert "Moje" in listed
    assert "Přebité" not in listed


def test_a_blind_reading_can_be_taken_back_until_the_other_one_is_there(
    at_work: FlaskClient, region: Region, jana: StaffMember
) -> None:
    add_person("petr@testov.example", (Role.COORDINATOR, region))
    comment = add_comment(region, "Pro dva")
    with db.transaction() as session:
        session.query(TriageDraw).filter_by(comment_id=comment.id).delete()
        shares = {"sample_share": 0.05, "double_share": 1.0}
        session.add(TriageDraw(comment_id=comment.id, in_sample=False, double_coded=True, **shares))
    send(at_work, f"{QUEUE}/{comment.id}", {"based_on": 0, "verdict": "irrelevant", "reason": "advertising"})
    page = at_work.get(f"{QUEUE}/{comment.id}")
    assert "Pro dva" in page.text.partition("data-last-steps")[2].partition("</ol>")[0]
    send(at_work, f"{QUEUE}/{comment.id}", {"based_on": 0}, to=f"{QUEUE}/{comment.id}/zpet")
    with db.reading() as session:
        assert session.query(BlindReading).all() == []
