"""The order of the queue from end to end: promised with decisions, worked out by the job, kept in places."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa

from survey_app import clock, db
from survey_app.jobs import ranking as job
from survey_app.models import Comment, OutboxMessage, QueuePlace, Region, StaffMember, TriageDraw
from survey_app.operations import outbox, queue_places, triage
from survey_app.queries import ranking
from survey_app.vocabulary import CommentKind, IrrelevanceReason, OutboxStatus, Role, Verdict
from tests.survey_app.office import add_comment, add_person, add_region, classify


@pytest.fixture
def jana(region: Region) -> StaffMember:
    return add_person("jana@testov.example", (Role.COORDINATOR, region))


def _decide(comment: Comment, jana: StaffMember, *, relevant: bool, after: int = 0) -> None:
    with db.transaction() as session:
        triage.decide(
            session,
            comment.id,
            after,
            verdict=Verdict.RELEVANT if relevant else Verdict.IRRELEVANT,
            reason=None if relevant else IrrelevanceReason.OTHER_DEPARTMENT,
            target_groups=["general"],
            kind=CommentKind.COMPLAINT,
            note="",
            staff_id=jana.id,
        )


def _promises() -> list[OutboxMessage]:
    with db.reading() as session:
        return list(session.scalars(sa.select(OutboxMessage).where(OutboxMessage.kind == "rank_queue")))


def _rank(region: Region) -> None:
    """Do the promised work, promising it first where nobody has."""
    with db.transaction() as session:
        queue_places.promise(session, region.id)
    (message,) = _promises()
    with db.transaction() as session:
        claim = outbox.claim(session, message.id, clock.now())
    assert claim is not None
    job.rank_queue(claim)


def _places() -> dict[UUID, QueuePlace]:
    with db.reading() as session:
        return {place.comment_id: place for place in session.scalars(sa.select(QueuePlace))}


def _in_order(comments: Sequence[Comment]) -> list[str]:
    places = _places()
    return [c.text for c in sorted(comments, key=lambda comment: -places[comment.id].priority)]


def test_a_new_order_is_promised_after_every_tenth_decision_and_once_only(
    region: Region, jana: StaffMember
) -> None:
    comments = [add_comment(region, f"Podnět číslo {i}") for i in range(21)]
    for comment in comments[:9]:
        _decide(comment, jana, relevant=True)
    assert _promises() == []
    _decide(comments[9], jana, relevant=True)
    (promised,) = _promises()
    assert promised.payload == {"region_id": str(region.id)}
    for comment in comments[10:]:
        _decide(comment, jana, relevant=True)
    assert len(_promises()) == 1, "the first still waits, so the second adds nothing"


def test_regions_are_counted_and_promised_apart(region: Region, jana: StaffMember) -> None:
    other = add_region("jinde")
    for i in range(9):
        _decide(add_comment(region, f"Zde {i}"), jana, relevant=True)
    _decide(add_comment(other, "Jinde"), jana, relevant=True)
    assert _promises() == []
    with db.transaction() as session:
        queue_places.promise_everywhere(session)
    assert _promises() == [], "nothing waits anywhere"
    add_comment(other, "Čeká jinde")
    add_comment(region, "Čeká zde")
    with db.transaction() as session:
        queue_places.promise_everywhere(session)
        queue_places.promise_everywhere(session)
    assert {m.payload["region_id"] for m in _promises()} == {str(region.id), str(other.id)}


def test_a_promise_that_was_left_to_a_person_starts_afresh_when_it_is_made_again(region: Region) -> None:
    with db.transaction() as session:
        queue_places.promise(session, region.id)
        session.execute(sa.update(OutboxMessage).values(status=OutboxStatus.DEAD, attempts=6))
    with db.transaction() as session:
        queue_places.promise(session, region.id)
    (message,) = _promises()
    assert (message.status, message.attempts) == (OutboxStatus.PENDING, 0)


def test_what_waits_is_ordered_once_a_day(region: Region) -> None:
    add_comment(region, "Čeká")
    with db.transaction() as session:
        queue_places.promise_daily(session, clock.today())
    assert len(_promises()) == 1
    _rank(region)
    for day, promises in ((clock.today(), 0), (clock.today() + timedelta(days=1), 1)):
        with db.transaction() as session:
            queue_places.promise_daily(session, day)
        assert len(_promises()) == promises


def test_decisions_of_the_town_move_what_resembles_them(region: Region, jana: StaffMember) -> None:
    for i in range(20):
        _decide(add_comment(region, f"Babička čeká na pečovatelku {i} týdnů"), jana, relevant=True)
        _decide(add_comment(region, f"Na ulici {i} nesvítí lampa"), jana, relevant=False)
    care = add_comment(region, "Pečovatelku pro babičku jsme nesehnali.")
    lamp = add_comment(region, "Nesvítí nám lampa před domem.")
    classify(care.id, relevance=0.45)
    classify(lamp.id, relevance=0.55)
    assert _in_order([care, lamp]) == [lamp.text, care.text], "the machine's own order"
    _rank(region)
    assert _in_order([care, lamp]) == [care.text, lamp.text]
    place = _places()[care.id]
    assert (place.ranked_on, place.leader_id) == (clock.today(), care.id)
    assert _promises() == [], "the work is done"


def test_copies_stand_beside_each_other_and_other_regions_are_left_alone(region: Region) -> None:
    one = add_comment(region, "Autobus 12 nejezdí v neděli.")
    two = add_comment(region, "autobus 12 nejezdi v nedeli", content_hash="two", submission_hash="two")
    other = add_comment(add_region("jinde"), "Autobus 12 nejezdí v neděli!")
    _rank(region)
    places = _places()
    assert places[one.id].leader_id == places[two.id].leader_id
    assert places[one.id].priority == places[two.id].priority
    assert (places[other.id].leader_id, places[other.id].ranked_on) == (other.id, None)


def test_a_forgotten_comment_stands_first(region: Region) -> None:
    old = add_comment(region, "Dávno čeká.", received_on=clock.today() - timedelta(days=15))
    new = add_comment(region, "Právě přišlo.", received_on=clock.today())
    classify(old.id, relevance=0.01)
    classify(new.id, relevance=0.99)
    _rank(region)
    assert _in_order([new, old]) == [old.text, new.text]


def test_the_inputs_know_what_chance_drew_and_what_was_taken_back(region: Region, jana: StaffMember) -> None:
    drawn, other = add_comment(region, "Losem vybraný"), add_comment(region, "Ostatní")
    with db.transaction() as session:
        session.execute(sa.delete(TriageDraw))
        session.add(
            TriageDraw(
                comment_id=drawn.id, in_sample=True, double_coded=False, sample_share=0.05, double_share=0.0
            )
        )
    _decide(drawn, jana, relevant=True)
    _decide(other, jana, relevant=False)
    with db.transaction() as session:
        triage.take_back(session, other.id, 1, staff_id=jana.id)
    with db.reading() as session:
        decided = ranking.decided_comments(session, region.id)
        waiting = ranking.waiting_comments(session, region.id)
    assert [(c.text, c.relevant, c.in_sample) for c in decided] == [("Losem vybraný", True, True)]
    assert [(c.id, c.relevance, c.in_sample) for c in waiting] == [(other.id, None, False)]


def test_a_claim_that_was_overtaken_moves_nothing(region: Region) -> None:
    comment = add_comment(region, "Čeká")
    overtaken = outbox.Claim(uuid4(), "rank_queue", {"region_id": str(region.id)}, 1)
    with pytest.raises(outbox.ClaimLostError):
        job.rank_queue(overtaken)
    assert _places()[comment.id].ranked_on is None
