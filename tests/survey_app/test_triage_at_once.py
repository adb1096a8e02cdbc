"""Several coordinators empty one queue at once: nobody gets what another one holds, and nothing is lost."""

import threading
import time
from collections import Counter
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from survey_app import clock, db
from survey_app.models import Region, StaffMember
from survey_app.operations import triage, turns, verdicts
from survey_app.queries import readings
from survey_app.queries import turns as queries
from survey_app.queries.comments import Filter
from survey_app.vocabulary import CommentKind, Role, SecondLookReason, Verdict
from tests.survey_app.office import add_comment, add_person
from tests.survey_app.reading import (
    IRRELEVANT,
    RELEVANT,
    add_for_two,
    ask,
    every_look,
    read_blind,
    speak,
    steps,
    take_question_back,
)

PEOPLE, COMMENTS = 5, 40


@pytest.fixture
def team(region: Region) -> list[StaffMember]:
    return [add_person(f"p{number}@testov.example", (Role.COORDINATOR, region)) for number in range(PEOPLE)]


def decide(session: Session, comment_id: UUID, person: StaffMember) -> None:
    triage.decide(
        session,
        comment_id,
        0,
        verdict=Verdict.RELEVANT,
        reason=None,
        target_groups=["seniors"],
        kind=CommentKind.PRAISE,
        note="",
        staff_id=person.id,
    )


def test_a_queue_emptied_by_five_is_read_once(region: Region, team: list[StaffMember]) -> None:
    comments = {add_comment(region, f"Podnět {number}").id for number in range(COMMENTS)}
    chosen = Filter(frozenset({region.id}))
    on_screens: dict[UUID, StaffMember] = {}
    read: list[UUID] = []
    collisions: list[UUID] = []
    errors: list[BaseException] = []
    watch = threading.Lock()
    start = threading.Barrier(PEOPLE)

    def work(person: StaffMember) -> None:
        start.wait()
        try:
            while True:
                with db.transaction() as session:
                    found = turns.take_next(session, person.id, chosen, clock.now())
                if found is None:
                    return
                with watch:
                    collisions.extend([found] if found in on_screens else [])
                    on_screens[found] = person
                with db.transaction() as session:
                    with watch:  # the screen changes before anybody can be handed the comment again
                        del on_screens[found]
                        read.append(found)
                    decide(session, found, person)
                    turns.finish(session, found, person.id)
        except BaseException as error:  # noqa: BLE001  # whatever it is, the test looks at it
            errors.append(error)

    threads = [threading.Thread(target=work, args=(person,)) for person in team]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert collisions == []
    assert Counter(read) == Counter(comments)


def test_who_reaches_for_the_same_comment_at_the_same_instant(
    region: Region, team: list[StaffMember]
) -> None:
    comment = add_comment(region, "Jediný podnět")
    chosen, now = Filter(frozenset({region.id})), clock.now()
    results: list[UUID | None] = []
    start = threading.Barrier(PEOPLE)

    def reach(person: StaffMember) -> None:
        start.wait()
        with db.transaction() as session:
            results.append(turns.take_next(session, person.id, chosen, now))

    threads = [threading.Thread(target=reach, args=(person,)) for person in team]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Counter(results) == {None: PEOPLE - 1, comment.id: 1}


def test_a_lease_ends_by_itself_and_with_leaving(region: Region, team: list[StaffMember]) -> None:
    comment, chosen, now = add_comment(region, "Podnět"), Filter(frozenset({region.id})), clock.now()
    jana, petr = team[:2]

    def next_of(person: StaffMember, minutes: int) -> UUID | None:
        with db.transaction() as session:
            return turns.take_next(session, person.id, chosen, now + timedelta(minutes=minutes))

    assert next_of(jana, 0) == comment.id
    assert next_of(petr, 9) is None
    assert next_of(jana, 9) == comment.id  # it is hers, and used
    assert next_of(petr, 18) is None
    assert next_of(petr, 19) == comment.id
    with db.transaction() as session:
        turns.release_all(session, petr.id)
    assert next_of(jana, 19) == comment.id


def test_nobody_piles_up_comments(region: Region, team: list[StaffMember]) -> None:
    found = [add_comment(region, f"Podnět {number}").id for number in range(6)]
    chosen, now, mine = Filter(frozenset({region.id})), clock.now(), set[UUID]()
    for second in range(6):
        with db.transaction() as session:
            later = now + timedelta(seconds=second)
            mine.add(turns.take_next(session, team[0].id, chosen, later, beyond=mine) or UUID(int=0))
    assert mine == set(found)
    with db.reading() as session:
        assert len(queries.holders(session, found, now)) == turns.HELD_AT_ONCE


def test_a_reading_does_not_count_alone_where_the_other_one_is_just_being_kept(
    region: Region, team: list[StaffMember]
) -> None:
    comment = add_for_two(region, "Podnět")
    speak(comment, team[0], RELEVANT)
    later = clock.now() + verdicts.PATIENCE
    looked, counted = threading.Event(), list[int]()

    def sweep() -> None:
        with db.transaction() as session:
            readings.alone_since(session, later)
            looked.set()
            counted.append(verdicts.count_single_readings(session, later))

    sweeping = threading.Thread(target=sweep)
    with db.transaction() as session:
        verdicts.speak(session, comment.id, 0, IRRELEVANT, clock.now(), by=team[1].id)
        sweeping.start()
        looked.wait(timeout=0.5)  # SQLite lets it look only after this
        time.sleep(0.3)  # on PostgreSQL it comes to the row that is locked here
    sweeping.join()
    assert counted == [0]
    assert steps(comment) == []
    assert [look.why for look in every_look(comment)] == [SecondLookReason.READERS_DISAGREE]


def test_who_speaks_while_the_question_is_just_being_taken_back_reads_blind(
    region: Region, team: list[StaffMember]
) -> None:
    comment = add_for_two(region, "Podnět")
    asking, reading = team[:2]
    ask(comment, asking)
    answering = threading.Thread(target=speak, args=(comment, reading, RELEVANT))
    with db.transaction() as session:
        verdicts.take_question_back(session, comment.id, clock.now(), by=asking.id)
        answering.start()
        time.sleep(0.3)  # it comes to the row (PostgreSQL) or the file (SQLite) that is locked here
        assert answering.is_alive()
    answering.join()
    assert [each.reader_id for each in read_blind(comment)] == [reading.id]
    assert steps(comment) == []


def test_a_question_is_not_taken_back_where_the_answer_is_just_being_kept(
    region: Region, team: list[StaffMember]
) -> None:
    comment = add_for_two(region, "Podnět")
    asking, answering = team[:2]
    ask(comment, asking)
    refused = list[bool]()

    def withdraw() -> None:
        try:
            take_question_back(comment, asking)
        except triage.DecidedMeanwhileError:
            refused.append(True)

    withdrawing = threading.Thread(target=withdraw)
    with db.transaction() as session:
        verdicts.speak(session, comment.id, 0, RELEVANT, clock.now(), by=answering.id)
        withdrawing.start()
        time.sleep(0.3)
    withdrawing.join()
    assert refused == [True]
    assert [look.settled_by_id for look in every_look(comment)] == [answering.id]
