"""The sample and blind readings are read without what the machine suggests, until somebody has decided."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import clock, db
from survey_app.models import AuditEvent, Comment, Region, StaffMember
from survey_app.operations import queue_places
from survey_app.vocabulary import Role, SecondLookReason, Verdict
from tests.survey_app.office import add_comment, add_person, classify, enter, send, token_in
from tests.survey_app.reading import (
    IRRELEVANT,
    RELEVANT,
    add_for_two,
    add_to_sample,
    ask,
    every_look,
    looks,
    read_blind,
    speak,
    steps,
)

QUEUE = "/en/urad/podnety"
SILENT = "The machine says nothing about it before it is decided, so that it leads nobody."
SAMPLE = "This comment belongs to the random sample."
OWN: dict[str, Any] = {"based_on": 0, "verdict": "irrelevant", "reason": "health_care", "note": "Moje"}
TEXT = "Obědy vozí pozdě a syn mě bije."
REASONS = [
    {"what": "group", "code": "seniors", "weight": 1, "text": "Obědy", "start": 0, "end": 5, "term": "oběd"},
    {"what": "urgent", "code": "urgent", "weight": 1, "text": "bije", "start": 26, "end": 30, "term": "bít"},
]
# What the machine says about each comment here, in words, in codes and in marks.
TELLING = (
    "likely about social services",
    "clear signs",
    "<mark>Obědy",
    "data-says",
    "kind=",
    " checked",
    "test-1",
)

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def at_work(client: FlaskClient, jana: StaffMember) -> FlaskClient:
    return enter(client, jana)


def coded(comment: Comment, **changes: Any) -> Comment:
    classify(comment.id, reasons=REASONS, **changes)
    return comment


def page_of(comment: Comment) -> str:
    return f"{QUEUE}/{comment.id}"


def told(page: TestResponse) -> set[str]:
    """Return what the page of a comment tells of the suggestion, visibly or not."""
    return {sign for sign in (*TELLING, 'name="accept"') if sign in page.text}


@pytest.mark.parametrize("add", [add_to_sample, add_for_two])
def test_nothing_in_the_page_tells_what_the_machine_suggests_and_a_sentence_says_why(
    at_work: FlaskClient, petr: StaffMember, region: Region, add: Callable[[Region, str], Comment]
) -> None:
    page = at_work.get(page_of(coded(add(region, TEXT))))
    assert told(page) == set()
    assert SILENT in page.text
    assert (SAMPLE in page.text) is (add is add_to_sample)
    assert 'name="verdict"' in page.text


def test_of_a_comment_that_was_not_drawn_all_is_told(at_work: FlaskClient, region: Region) -> None:
    page = at_work.get(page_of(coded(add_comment(region, TEXT))))
    assert told(page) == {*TELLING, 'name="accept"'}
    assert SILENT not in page.text


def test_signs_of_danger_are_shown_all_the_same(at_work: FlaskClient, region: Region) -> None:
    comment = coded(add_to_sample(region, TEXT), urgent=True, personal_data=[["name", 19, 22]])
    page = at_work.get(page_of(comment))
    assert "Somebody may be in danger." in page.text
    assert "<mark>bije</mark>" in page.text
    assert "<mark>syn</mark>" in page.text  # what may be personal data is no suggestion either
    assert told(page) == set()


def test_the_list_says_nothing_of_it_before_it_is_decided(
    at_work: FlaskClient, petr: StaffMember, region: Region, jana: StaffMember
) -> None:
    drawn = [
        coded(add(region, f"{TEXT} {number}")) for number, add in enumerate((add_to_sample, add_for_two))
    ]
    coded(add_comment(region, "Kdy jezdí autobus?"), relevance=0.1)

    def column() -> list[str]:
        return re.findall(
            r"nothing before it is decided|[a-z ]+ about social services", at_work.get(QUEUE).text
        )

    assert sorted(column()) == ["nothing before it is decided"] * 2 + [
        "very probably not about social services"
    ]
    speak(drawn[0], jana)
    speak(drawn[1], jana)  # the reading waits for the other one
    assert column().count("nothing before it is decided") == 1
    speak(drawn[1], petr)
    assert column().count("very likely about social services") == 2


def test_after_the_decision_all_is_told_and_taking_it_back_keeps_it_back_again(
    at_work: FlaskClient, region: Region
) -> None:
    comment = coded(add_to_sample(region, TEXT))
    answer = at_work.get(send(at_work, page_of(comment), OWN).location)
    assert (
        "likely about social services" not in answer.text.partition("ohlas-saved")[2].partition("</form>")[0]
    )
    assert "very likely about social services" in at_work.get(page_of(comment)).text
    undone = send(at_work, page_of(comment), {"based_on": 1}, to=f"{page_of(comment)}/zpet")
    again = at_work.get(undone.location)
    assert SILENT in again.text
    assert told(again) == {" checked"}
    assert re.findall(r'value="(\w+)" checked', again.text) == ["irrelevant", "health_care"]
    assert "Moje</textarea>" in again.text


def test_a_reading_taken_back_gives_back_the_own_choice_alone(
    at_work: FlaskClient, petr: StaffMember, region: Region
) -> None:
    comment = coded(add_for_two(region, TEXT))
    send(at_work, page_of(comment), OWN)
    assert (
        told(at_work.get(page_of(comment))) == set()
    )  # the other one has not read, and this one may come back
    again = send(at_work, page_of(comment), {"based_on": 0}, to=f"{page_of(comment)}/zpet")
    assert re.findall(r'value="(\w+)" checked', again.text) == ["irrelevant", "health_care"]
    assert SILENT in again.text
    assert read_blind(comment) == []


@pytest.mark.parametrize("further", [{}, {"verdict": "relevant", "kind": "praise"}])
def test_a_suggestion_that_was_sent_all_the_same_is_not_accepted(
    at_work: FlaskClient, region: Region, further: dict[str, str]
) -> None:
    comment = coded(add_to_sample(region, TEXT))
    offer = "verdict=relevant&kind=complaint&target_groups=seniors"
    token = token_in(at_work.get(page_of(comment)))
    sent = {"csrf_token": token, "based_on": 0, "accept": offer, "note": "Moje", **further}
    answer = at_work.post(page_of(comment), data=sent)
    assert answer.status_code == 422
    assert "There is no suggestion here, and nothing was saved." in answer.text.partition("</h1>")[0]
    assert "Moje</textarea>" in answer.text
    assert re.findall(r'value="(\w+)" checked', answer.text) == list(further.values())
    assert steps(comment) == []


def test_a_third_person_sees_everything_unless_the_sample_rests_on_it(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    eva = enter(app.test_client(), add_person("eva@testov.example", (Role.COORDINATOR, region)))
    for in_sample in (False, True):
        comment = coded(add_for_two(region, f"{TEXT} {in_sample}", in_sample=in_sample))
        speak(comment, jana, RELEVANT)
        speak(comment, petr, IRRELEVANT)
        page = eva.get(page_of(comment))
        assert "Read without sight of each other" in page.text
        assert (SAMPLE in page.text) is in_sample
        assert ("very likely about social services" in page.text) is not in_sample


def test_a_question_to_a_colleague_ends_it_for_two_readers_and_not_for_the_sample(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    colleague = enter(app.test_client(), petr)
    for add, is_silent in ((add_for_two, False), (add_to_sample, True)):
        comment = coded(add(region, f"{TEXT} {is_silent}"))
        ask(comment, jana)
        assert (SILENT in colleague.get(page_of(comment)).text) is is_silent


def test_where_one_person_reads_only_the_sample_is_read_unaided(at_work: FlaskClient, region: Region) -> None:
    assert SILENT not in at_work.get(page_of(coded(add_for_two(region, TEXT)))).text
    assert SILENT in at_work.get(page_of(coded(add_to_sample(region, f"{TEXT} 2")))).text


def test_it_is_not_decided_along_with_a_similar_one_beside_a_suggestion(
    at_work: FlaskClient, petr: StaffMember, region: Region
) -> None:
    first, second = (coded(add_comment(region, f"{TEXT} {number}")) for number in (1, 2))
    drawn = [coded(add_to_sample(region, f"{TEXT} 3")), coded(add_for_two(region, f"{TEXT} 4"))]
    alike = [first, second, *drawn]
    with db.transaction() as session:
        places = [queue_places.Place(each.id, 0.5, first.id) for each in alike]
        queue_places.store(session, region.id, places, clock.today())
    assert re.findall(r'name="together"[^>]*value="([^:]+):0"', at_work.get(page_of(first)).text) == [
        str(second.id)
    ]
    said = {"based_on": 0, "verdict": "relevant", "kind": "complaint", "target_groups": ["seniors"]}
    ticked = [f"{each.id}:0" for each in alike[1:]]
    assert send(at_work, page_of(first), {**said, "together": ticked}).status_code == 303
    assert [len(steps(each)) for each in alike] == [1, 1, 0, 0]
    assert read_blind(drawn[1]) == []


def test_the_machine_asks_nobody_to_look_at_the_sample_again(
    region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    drawn, other = coded(add_to_sample(region, TEXT)), coded(add_comment(region, f"{TEXT} 2"))
    for comment in (drawn, other):
        speak(comment, jana, IRRELEVANT)
    assert every_look(drawn) == []
    assert looks(other, petr) == {SecondLookReason.MACHINE_DISAGREES: True}
    assert [step.verdict for step in steps(drawn)] == [Verdict.IRRELEVANT]


def test_the_log_says_which_decisions_were_made_unaided(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    sample, double, other = add_to_sample(region, "A"), add_for_two(region, "B"), add_comment(region, "C")
    speak(sample, jana)
    speak(sample, petr, IRRELEVANT, based_on=1)  # who corrects may have seen the suggestion
    speak(double, jana)
    speak(double, petr)
    speak(other, jana)
    with db.reading() as session:
        events = session.query(AuditEvent).filter_by(action="comment_decided")
        found = {(event.object_id, event.detail["sequence"]): event.detail.get("unaided") for event in events}
    assert found == {
        (str(sample.id), 1): True,
        (str(sample.id), 2): None,
        (str(double.id), 1): True,
        (str(other.id), 1): None,
    }
    chief = enter(app.test_client(), add_person("a@testov.example", (Role.ADMINISTRATOR, region)))
    assert chief.get("/en/urad/zaznam").text.count("Without a suggestion:") == 2
