"""The order of the queue from end to end: promised with decisions, worked out by the job, kept in places."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import redis
import sqlalchemy as sa

from analytics.text.ranking.order import Decided, Waiting, reading_order
from analytics.text.ranking.simulation import batch_after
from survey_app import clock, db, queues
from survey_app.jobs import ranking as job
from survey_app.jobs.relay import Relay
from survey_app.models import Comment, OutboxMessage, QueuePlace, Region, StaffMember, TriageDraw
from survey_app.operations import outbox, queue_places, triage
from survey_app.queries import ranking
from survey_app.vocabulary import CommentKind, IrrelevanceReason, OutboxStatus, Verdict
from tests.survey_app.office import add_comment, add_region, classify


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


def test_a_new_order_is_promised_after_the_first_decision_and_once_only(
    region: Region, jana: StaffMember
) -> None:
    comments = [add_comment(region, f"Podnět číslo {i}") for i in range(3)]
    _decide(comments[0], jana, relevant=True)
    (promised,) = _promises()
    assert promised.payload == {"region_id": str(region.id)}
    for comment in comments[1:]:
        _decide(comment, jana, relevant=True)
    assert len(_promises()) == 1, "the first still waits, so the second adds nothing"


def test_the_more_is_decided_the_more_decisions_a_new_order_waits_for(
    region: Region, jana: StaffMember
) -> None:
    worth_an_order = []
    for count in range(1, 41):
        _decide(add_comment(region, f"Podnět číslo {count}"), jana, relevant=True)
        if _promises():
            worth_an_order.append(count)
            _rank(region)
    assert worth_an_order == [*range(1, 20), 20, 22, 24, 26, 28, 30, 33, 36, 39, 40]


@pytest.mark.parametrize("decided", [0, 1, 9, 10, 25, 99, 100, 101, 5_000])
def test_the_queue_is_ordered_as_often_as_the_simulation_that_is_published(decided: int) -> None:
    assert queue_places.between_orders(decided) == batch_after(decided)


def test_regions_are_counted_and_promised_apart(region: Region, jana: StaffMember) -> None:
    other = add_region("jinde")
    for i in range(21):
        _decide(add_comment(region, f"Zde {i}"), jana, relevant=True)
    with db.transaction() as session:
        session.execute(sa.delete(OutboxMessage))
    _decide(add_comment(other, "Jinde"), jana, relevant=True)
    (promised,) = _promises()
    assert promised.payload == {"region_id": str(other.id)}, "here 21 are decided, there it is the first"
    with db.transaction() as session:
        session.execute(sa.delete(OutboxMessage))
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


def test_the_job_stores_the_order_that_analytics_gives(region: Region, jana: StaffMember) -> None:
    for i in range(12):
        subject = "Pečovatelka nepřišla" if i % 3 else "Autobus nejel"
        _decide(add_comment(region, f"{subject} už {i} dní"), jana, relevant=bool(i % 3))
    texts = [f"{what} {i}" for i in range(6) for what in ("Pečovatelku nemáme", "Autobus zase nejel")]
    comments = [
        add_comment(region, text, received_on=clock.today() - timedelta(days=i % 5))
        for i, text in enumerate(texts)
    ]
    for i, comment in enumerate(comments[:9]):
        classify(comment.id, relevance=i / 10)
    with db.reading() as session:
        draws = {draw.comment_id: draw.in_sample for draw in session.scalars(sa.select(TriageDraw))}
        decided = ranking.decided_comments(session, region.id)
    waiting = [
        Waiting(c.id, c.text, i / 10 if i < 9 else None, i % 5, draws.get(c.id, False))
        for i, c in enumerate(comments)
    ]
    expected = reading_order(waiting, [Decided(c.text, c.relevant, c.in_sample) for c in decided])
    _rank(region)
    stored = {
        key: (place.priority, place.leader_id)
        for key, place in _places().items()
        if place.ranked_on is not None
    }
    assert {key: leader for key, (_, leader) in stored.items()} == {p.id: p.leader_id for p in expected}
    assert [stored[place.id][0] for place in expected] == pytest.approx([p.priority for p in expected])
    assert len(stored) == 12, "what is decided has no place to be moved to"


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


def test_an_order_that_a_lost_broker_forgot_is_made_when_it_is_back(
    region: Region, jana: StaffMember, broker_url: str, tmp_path: Path
) -> None:
    one, other = add_comment(region, "Čeká jeden"), add_comment(region, "Čeká druhý")
    _decide(add_comment(region, "Rozhodnutý"), jana, relevant=True)
    Relay(queues.Bell(f"unix://{tmp_path}/nobody.sock")).turn()
    _decide(one, jana, relevant=True)
    assert len(_promises()) == 1, "people decide on, and the promise waits in the database"
    bell = queues.Bell(broker_url)
    relay = Relay(bell)
    relay.turn()
    with redis.Redis.from_url(broker_url) as client:
        client.flushdb()
    assert _places()[other.id].ranked_on is None
    relay.turn()
    queues.work(broker_url, burst=True)
    bell.close()
    assert _places()[other.id].ranked_on == clock.today()
    assert _promises() == []
