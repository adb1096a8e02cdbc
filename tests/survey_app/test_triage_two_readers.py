"""Two people read a comment without sight of each other: what is kept, what follows, what is never shown."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import AuditEvent, Comment, Region, StaffMember
from survey_app.operations import turns, verdicts
from survey_app.operations.opinion import Opinion
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import lanes
from survey_app.queries.comments import Filter
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, SecondLookReason, Verdict
from tests.survey_app.office import add_comment, add_person, classify, enter, send
from tests.survey_app.reading import (
    IRRELEVANT,
    RELEVANT,
    add_for_two,
    ask,
    every_look,
    looks,
    read_blind,
    speak,
    steps,
    take_question_back,
)

QUEUE = "/en/urad/podnety"


@pytest.fixture
def jana(region: Region) -> StaffMember:
    return add_person("jana@testov.example", (Role.COORDINATOR, region), name="Jana První")


@pytest.fixture
def petr(region: Region) -> StaffMember:
    return add_person("petr@testov.example", (Role.COORDINATOR, region), name="Petr Druhý")


@pytest.fixture
def comment(region: Region, jana: StaffMember, petr: StaffMember) -> Comment:
    return add_for_two(region, "Obědy jsou studené.")


def waiting_for(person: StaffMember, region: Region) -> int:
    with db.reading() as session:
        reading = lanes.reader(session, person.id, {region.id}, clock.now())
        return lanes.counts(session, reading, Filter(frozenset({region.id}))).total


def test_two_who_agree_make_one_decision_in_the_name_of_the_second(
    comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, Opinion(Verdict.RELEVANT, None, ("carers", "seniors"), CommentKind.PRAISE, "A"))
    assert steps(comment) == []
    speak(comment, petr, Opinion(Verdict.RELEVANT, None, ("seniors", "carers"), CommentKind.PRAISE, "B"))
    [decision] = steps(comment)
    assert (decision.decided_by_id, decision.note, decision.sequence) == (petr.id, "B", 1)
    assert [each.reader_id for each in read_blind(comment)] == [jana.id, petr.id]
    with db.reading() as session:
        [event] = session.query(AuditEvent).filter_by(action="comment_decided")
    assert event.detail["readers"] == 2


@pytest.mark.parametrize(
    ("other", "agrees"),
    [
        (IRRELEVANT, False),
        (Opinion(Verdict.RELEVANT, None, ("seniors",), CommentKind.PRAISE), False),
        (Opinion(Verdict.RELEVANT, None, ("carers",), CommentKind.COMPLAINT), False),
        (Opinion(Verdict.RELEVANT, None, ("seniors",), CommentKind.COMPLAINT, "jiná poznámka"), True),
    ],
)
def test_readers_agree_when_verdict_kind_and_groups_are_the_same(
    comment: Comment, jana: StaffMember, petr: StaffMember, other: Opinion, agrees: bool
) -> None:
    speak(comment, jana, RELEVANT)
    speak(comment, petr, other)
    assert len(steps(comment)) == agrees
    assert [look.why for look in every_look(comment)] == (
        [] if agrees else [SecondLookReason.READERS_DISAGREE]
    )


def test_two_who_find_it_irrelevant_agree_whatever_the_reason(
    comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, IRRELEVANT)
    speak(comment, petr, Opinion(Verdict.IRRELEVANT, IrrelevanceReason.NO_CONTENT))
    assert [step.irrelevance_reason for step in steps(comment)] == [IrrelevanceReason.NO_CONTENT]


def test_a_third_person_decides_where_two_disagree(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    eva = add_person("eva@testov.example", (Role.COORDINATOR, region))
    speak(comment, jana, RELEVANT)
    speak(comment, petr, IRRELEVANT)
    whose = [looks(comment, person) for person in (jana, petr, eva)]
    assert whose == [{SecondLookReason.READERS_DISAGREE: mine} for mine in (False, False, True)]
    assert [waiting_for(person, region) for person in (jana, petr, eva)] == [0, 0, 1]
    with pytest.raises(verdicts.ThirdPersonError):
        speak(comment, petr, RELEVANT, readings_seen=2)
    with pytest.raises(
        DecidedMeanwhileError
    ):  # the page was opened before there was anything to disagree about
        speak(comment, eva, RELEVANT)
    speak(comment, eva, RELEVANT, readings_seen=2)
    assert [step.decided_by_id for step in steps(comment)] == [eva.id]
    assert [look.settled_by_id for look in every_look(comment)] == [eva.id]


def test_in_a_team_of_two_either_decides_where_they_disagree(
    comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, RELEVANT)
    speak(comment, petr, IRRELEVANT)
    assert looks(comment, jana) == looks(comment, petr) == {SecondLookReason.READERS_DISAGREE: True}
    speak(comment, petr, IRRELEVANT)  # sent again, because the answer was lost
    assert steps(comment) == []
    speak(comment, petr, IRRELEVANT, readings_seen=2)
    assert [step.decided_by_id for step in steps(comment)] == [petr.id]


def test_nobody_reads_twice_and_nobody_waits_twice(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana)
    with pytest.raises(DecidedMeanwhileError):
        speak(comment, jana, IRRELEVANT)
    assert [reading.verdict for reading in read_blind(comment)] == [Verdict.RELEVANT]
    chosen, now = Filter(frozenset({region.id})), clock.now()
    with db.transaction() as session:
        assert turns.take_next(session, jana.id, chosen, now) is None
        assert turns.take_next(session, petr.id, chosen, now) == comment.id
    assert (waiting_for(jana, region), waiting_for(petr, region)) == (0, 1)


def test_a_reading_can_be_taken_back_until_the_other_one_has_read(
    comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, IRRELEVANT)
    with db.transaction() as session:
        verdicts.take_back(session, comment.id, 0, clock.now(), by=jana.id)
    assert read_blind(comment) == []
    speak(comment, jana, RELEVANT)
    speak(comment, petr, RELEVANT)
    with pytest.raises(DecidedMeanwhileError), db.transaction() as session:
        verdicts.take_back(session, comment.id, 0, clock.now(), by=jana.id)
    assert len(read_blind(comment)) == 2


def test_a_decision_of_two_that_is_taken_back_is_no_secret_any_more(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana)
    speak(comment, petr)
    with db.transaction() as session:
        verdicts.take_back(session, comment.id, 1, clock.now(), by=petr.id)
    assert (waiting_for(jana, region), waiting_for(petr, region)) == (1, 1)
    speak(comment, jana, IRRELEVANT, based_on=2)
    assert [step.verdict for step in steps(comment)] == [Verdict.IRRELEVANT, None, Verdict.RELEVANT]


def test_a_reading_that_stays_alone_for_a_week_counts_alone(comment: Comment, jana: StaffMember) -> None:
    read_at = clock.now()
    speak(comment, jana, IRRELEVANT, now=read_at)
    for passed, counted in ((verdicts.PATIENCE - timedelta(minutes=1), 0), (verdicts.PATIENCE, 1)):
        with db.transaction() as session:
            assert verdicts.count_single_readings(session, read_at + passed) == counted
    assert [(step.verdict, step.decided_by_id) for step in steps(comment)] == [(Verdict.IRRELEVANT, jana.id)]


def test_where_one_person_reads_a_reading_counts_at_once(region: Region, jana: StaffMember) -> None:
    comment = add_for_two(region, "Sama na všechno")
    speak(comment, jana)
    assert len(steps(comment)) == 1
    assert read_blind(comment) == []


def test_a_question_to_a_colleague_ends_the_secrecy(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    with db.transaction() as session:
        verdicts.flag(session, comment.id, "Co s tím?", clock.now(), by=jana.id)
    assert looks(comment, petr) == {SecondLookReason.FLAGGED: True}
    speak(comment, petr)
    assert len(steps(comment)) == 1
    assert waiting_for(jana, region) == 0


def test_a_question_taken_back_before_anybody_has_read_leaves_two_to_read(
    comment: Comment, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    ask(comment, jana)
    assert take_question_back(comment, jana) == "Co s tím?"
    assert every_look(comment) == []
    with db.reading() as session:
        log = [event.action for event in session.query(AuditEvent).filter_by(object_id=str(comment.id))]
    assert sorted(log) == ["second_look_asked", "second_look_withdrawn"]
    speak(comment, petr)
    assert steps(comment) == []
    assert (waiting_for(jana, region), waiting_for(petr, region)) == (1, 0)
    speak(comment, jana)
    assert len(read_blind(comment)) == 2
    assert [step.decided_by_id for step in steps(comment)] == [jana.id]


@pytest.mark.usefixtures("catalogues")
def test_a_question_taken_back_leaves_the_reading_that_it_showed_in_sight_and_its_reader_free(
    app: Flask, region: Region, comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, petr, IRRELEVANT)
    ask(comment, jana)
    take_question_back(comment, jana)
    assert (waiting_for(jana, region), waiting_for(petr, region)) == (1, 1)
    for person in (jana, petr):
        client = enter(app.test_client(), person)
        page = client.get(f"{QUEUE}/{comment.id}")
        assert "Read without sight of each other" in page.text
        assert 'name="verdict"' in page.text
        assert "once a second person has read it" not in page.text
        assert "Take the decision back" not in page.text
        assert "data-undo>" not in page.text.partition("data-last-steps")[2]
        with db.transaction() as session:
            turns.release_all(session, person.id)
    client = enter(app.test_client(), petr)
    assert str(comment.id) in client.get(f"{QUEUE}/dalsi").location
    said = {"based_on": 0, "verdict": "irrelevant", "reason": "health_care", "readings_seen": 1}
    assert send(client, f"{QUEUE}/{comment.id}", said).status_code == 303
    assert [step.decided_by_id for step in steps(comment)] == [petr.id]


@pytest.mark.parametrize(("is_taken_back", "counted"), [(True, 1), (False, 0)])
def test_a_reading_counts_alone_in_time_unless_a_question_about_it_is_open(
    comment: Comment, jana: StaffMember, petr: StaffMember, is_taken_back: bool, counted: int
) -> None:
    speak(comment, petr, IRRELEVANT)
    ask(comment, jana)
    if is_taken_back:
        take_question_back(comment, jana)
    with db.transaction() as session:
        later = clock.now() + verdicts.PATIENCE
        assert verdicts.count_single_readings(session, later) == counted
    assert [step.decided_by_id for step in steps(comment)] == [petr.id] * counted


@pytest.mark.usefixtures("catalogues")
def test_a_question_about_what_one_has_read_already_is_that_ones_to_answer(
    app: Flask, comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, IRRELEVANT)
    with db.transaction() as session:
        verdicts.flag(session, comment.id, "Co s tím?", clock.now(), by=petr.id)
    first = enter(app.test_client(), jana)
    page = first.get(f"{QUEUE}/dalsi").location
    assert str(comment.id) in page
    said = {"based_on": 0, "verdict": "relevant", "kind": "complaint", "target_groups": ["seniors"]}
    said |= {"readings_seen": 1}
    assert send(first, page, {}, to=f"{QUEUE}/{comment.id}/odlozit").status_code == 303
    assert str(comment.id) in first.get(f"{QUEUE}/dalsi").location  # put off, and nothing else waits
    assert 'name="verdict"' in first.get(page).text
    assert send(first, page, said, to=f"{QUEUE}/{comment.id}").status_code == 303
    assert [step.verdict for step in steps(comment)] == [Verdict.RELEVANT]


def test_who_has_read_blind_cannot_tell_by_a_question(comment: Comment, jana: StaffMember) -> None:
    speak(comment, jana)
    with pytest.raises(DecidedMeanwhileError), db.transaction() as session:
        verdicts.flag(session, comment.id, "Podle mě ne", clock.now(), by=jana.id)


def everything_shown(client: FlaskClient, region: Region) -> str:
    """Every page of the office that a coordinator can come to from the queue, one after the other."""
    pages, seen, texts = ["/en/urad", QUEUE, f"{QUEUE}?state=waiting", f"{QUEUE}/dalsi"], set[str](), []
    pages += [f"{QUEUE}?state={verdict}" for verdict in Verdict]
    while pages:
        address = pages.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address, follow_redirects=True)
        texts.append(answer.text)
        own = re.findall(r'href="((?:/en)?/urad/[^"#]+)"', answer.text)
        pages += [
            found.replace("&amp;", "&")
            for found in own
            if "/odhlaseni" not in found and "after=" not in found
        ]
    assert len(seen) > 8
    return "\n".join(texts)


@pytest.mark.usefixtures("catalogues")
def test_the_second_reader_sees_the_same_pages_whether_the_first_has_read_or_not(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    comment = add_for_two(region, "Obědy jsou studené.")
    classify(comment.id)
    add_comment(region, "Jiný podnět")

    def seen_by_petr() -> str:
        with db.transaction() as session:
            turns.release_all(session, petr.id)
        shown = everything_shown(enter(app.test_client(), petr), region)
        return re.sub(r'name="csrf_token"[^>]*value="[^"]+"', "", shown)

    before = seen_by_petr()
    first = enter(app.test_client(), jana)
    said = {
        "based_on": 0,
        "verdict": "irrelevant",
        "reason": "health_care",
        "note": "Tajná poznámka",
        "target_groups": [],
    }
    with db.transaction() as session:
        turns.release_all(session, petr.id)
    assert send(first, f"{QUEUE}/{comment.id}", said).status_code == 303
    with db.transaction() as session:
        turns.release_all(session, jana.id)
    assert len(read_blind(comment)) == 1
    after = seen_by_petr()
    assert "Tajná poznámka" not in after
    assert "Jana První" not in after
    assert after == before


@pytest.mark.usefixtures("catalogues")
def test_the_first_reader_sees_the_own_reading_and_nothing_of_the_second(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    comment = add_for_two(region, "Obědy jsou studené.")
    first = enter(app.test_client(), jana)
    page = f"{QUEUE}/{comment.id}"
    said = {"based_on": 0, "verdict": "relevant", "kind": "complaint", "target_groups": ["seniors"]}
    told = send(first, page, said)
    assert "Undo" in first.get(told.location).text
    own = first.get(page)
    assert "You have read it: Relevant." in own.text
    assert 'name="verdict"' not in own.text
    assert "Relevant" in first.get(f"{QUEUE}?state=relevant").text
    undone = send(first, page, {"based_on": 0}, to=f"{page}/zpet")
    assert (undone.status_code, undone.headers["Content-Location"]) == (200, page)
    assert read_blind(comment) == []


@pytest.mark.usefixtures("catalogues")
def test_both_readings_are_shown_side_by_side_to_who_decides(
    app: Flask, region: Region, comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, RELEVANT)
    speak(comment, petr, IRRELEVANT)
    eva = enter(app.test_client(), add_person("eva@testov.example", (Role.COORDINATOR, region)))
    page = eva.get(eva.get(f"{QUEUE}/dalsi?lane=second-look").location)
    assert "Jana První" in page.text
    assert "Petr Druhý" in page.text
    assert "see it differently" in page.text
    refused = enter(app.test_client(), petr).get(f"{QUEUE}/{comment.id}")
    assert "A third person decides." in refused.text
    assert 'name="verdict"' not in refused.text


@pytest.mark.usefixtures("catalogues")
def test_undo_is_not_offered_for_a_reading_that_is_before_a_third_person(
    app: Flask, comment: Comment, jana: StaffMember, petr: StaffMember
) -> None:
    speak(comment, jana, RELEVANT)
    second = enter(app.test_client(), petr)
    said = {"based_on": 0, "verdict": "irrelevant", "reason": "health_care", "note": "", "target_groups": []}
    told = second.get(send(second, f"{QUEUE}/{comment.id}", said).location).text
    assert 'aria-labelledby="saved"' in told
    assert "data-undo>" not in told
