"""Second looks: who asks for them, whose they are, and when they are settled."""

from datetime import timedelta

import pytest
from flask import Flask

from survey_app import clock, db
from survey_app.models import Comment, Region, StaffMember
from survey_app.operations import turns, verdicts
from survey_app.queries import lanes
from survey_app.queries.comments import Filter
from survey_app.queries.lanes import Counts
from survey_app.vocabulary import SecondLookReason, Verdict
from tests.survey_app.office import add_comment, classify, enter, send
from tests.survey_app.reading import IRRELEVANT, RELEVANT, every_look, looks, speak, steps

QUEUE = "/en/urad/podnety"
BY_MACHINE, FLAGGED = SecondLookReason.MACHINE_DISAGREES, SecondLookReason.FLAGGED


@pytest.fixture
def comment(region: Region) -> Comment:
    return add_comment(region, "Obědy jsou studené.")


def counts(person: StaffMember, region: Region) -> Counts:
    with db.reading() as session:
        reading = lanes.reader(session, person.id, {region.id}, clock.now())
        return lanes.counts(session, reading, Filter(frozenset({region.id})))


def test_where_the_machine_was_sure_of_the_opposite_somebody_else_looks_too(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    classify(comment.id, relevance=0.9, relevant=True)
    speak(comment, jana, IRRELEVANT)
    assert [step.verdict for step in steps(comment)] == [Verdict.IRRELEVANT]
    assert looks(comment, jana) == {BY_MACHINE: False}
    assert looks(comment, petr) == {BY_MACHINE: True}
    assert counts(jana, region) == Counts(0, 0, 0)
    assert counts(petr, region) == Counts(0, 1, 0)
    speak(comment, petr, IRRELEVANT, based_on=1)
    assert looks(comment, petr) == {}
    assert [(look.asked_by_id, look.settled_by_id) for look in every_look(comment)] == [(jana.id, petr.id)]
    assert [step.decided_by_id for step in steps(comment)] == [petr.id, jana.id]


@pytest.mark.parametrize(
    "coding",
    [
        {"relevance": 0.5, "relevant": None, "abstained": True},
        {"relevance": 0.1, "relevant": False},
    ],
)
def test_a_machine_that_is_unsure_or_says_the_same_asks_nobody(
    comment: Comment, jana: StaffMember, petr: StaffMember, coding: dict[str, object]
) -> None:
    classify(comment.id, **coding)
    speak(comment, jana, IRRELEVANT)
    assert every_look(comment) == []


def test_who_comes_round_to_the_machine_or_takes_it_back_needs_nobody(
    region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    first, second = (add_comment(region, text) for text in ("Oběd", "Večeře"))
    for comment in (first, second):
        classify(comment.id, relevance=0.9, relevant=True)
        speak(comment, jana, IRRELEVANT)
        assert looks(comment, petr) == {BY_MACHINE: True}
    speak(first, jana, RELEVANT, based_on=1)
    with db.transaction() as session:
        verdicts.take_back(session, second.id, 1, clock.now(), by=jana.id)
    assert looks(first, petr) == looks(second, petr) == {}


def test_the_machine_asks_once(comment: Comment, jana: StaffMember, petr: StaffMember) -> None:
    classify(comment.id, relevance=0.9, relevant=True)
    speak(comment, jana, IRRELEVANT)
    speak(comment, petr, IRRELEVANT, based_on=1)
    speak(comment, jana, IRRELEVANT, based_on=2)
    assert len(every_look(comment)) == 1


def test_who_is_alone_looks_again_on_another_day(comment: Comment, region: Region, jana: StaffMember) -> None:
    classify(comment.id, relevance=0.9, relevant=True)
    now = clock.now()
    speak(comment, jana, IRRELEVANT, now=now)
    assert looks(comment, jana, now) == {BY_MACHINE: False}
    tomorrow = now + timedelta(days=1)
    assert looks(comment, jana, tomorrow) == {BY_MACHINE: True}
    with db.transaction() as session:
        assert turns.take_next(session, jana.id, Filter(frozenset({region.id})), tomorrow) == comment.id


@pytest.mark.usefixtures("catalogues")
def test_a_colleague_who_is_asked_gets_the_question(
    app: Flask, comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    page = f"{QUEUE}/{comment.id}"
    client = enter(app.test_client(), jana)
    refused = send(client, page, {"question": ""}, to=f"{page}/oznacit")
    assert refused.status_code == 422
    assert "Write what your colleague should look at." in refused.text
    assert send(client, page, {"question": "Není to náš případ?"}, to=f"{page}/oznacit").status_code == 303
    assert looks(comment, jana) == {FLAGGED: False}
    assert "Somebody else looks at it" in client.get(page).text
    assert client.get(f"{QUEUE}/dalsi").location == "/en/urad/podnety"
    colleague = enter(app.test_client(), petr)
    assert "1 of them is to be looked at again." in colleague.get(QUEUE).text
    shown = colleague.get(colleague.get(f"{QUEUE}/dalsi").location)
    assert "Jana asks for a second look:" in shown.text
    assert "Není to náš případ?" in shown.text
    assert counts(jana, region).total == 0


def test_danger_is_a_lane_of_its_own_and_comes_before_all(
    region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    plain, looked, urgent = (add_comment(region, text) for text in ("Plain", "Looked at", "Urgent"))
    classify(plain.id, relevance=0.99)
    classify(urgent.id, relevance=0.1, relevant=False, urgent=True)
    with db.transaction() as session:
        verdicts.flag(session, looked.id, "?", clock.now(), by=jana.id)
    assert counts(petr, region) == Counts(danger=1, second_look=1, waiting=1)
    now, order = clock.now(), []
    with db.transaction() as session:
        for _ in range(3):
            chosen = Filter(frozenset({region.id}))
            order.append(turns.take_next(session, petr.id, chosen, now, beyond=order))
    assert order == [urgent.id, looked.id, plain.id]
