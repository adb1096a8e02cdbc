"""Looks at the quality of the coder in force: what they measure, when they are promised, what is kept."""

from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from analytics.text.quality.decided import FEWEST
from survey_app import clock, db
from survey_app.jobs import review as review_job
from survey_app.jobs import work
from survey_app.models import (
    Classification,
    CoderReview,
    Comment,
    LearnedCoder,
    Region,
    StaffMember,
    TriageDecision,
    TriageDraw,
)
from survey_app.operations import classification, coders, outbox, reviews
from survey_app.queries import releases
from survey_app.queries import reviews as queries
from survey_app.vocabulary import ReviewOccasion, Role
from tests.survey_app import coding_town as town
from tests.survey_app import office, reading


def code(comment_ids: list[UUID], version: str = releases.DAY_ONE, *, relevant: bool | None = True) -> None:
    """Let a coder say the same of comments, as if it had been relevant complaints of seniors."""
    frame = town.frame()["version"]
    with db.transaction() as session:
        for comment_id in comment_ids:
            document = office.coding(
                model_version=version,
                coding_frame_version=frame,
                relevant=relevant,
                probabilities={"relevant": 0.8},
            )
            classification.store_classification(session, comment_id, document, clock.today())


def promise(occasion: ReviewOccasion = ReviewOccasion.SCHEDULED) -> bool:
    with db.transaction() as session:
        return reviews.promise(session, occasion)


def promise_when_due(days_later: int = 0) -> bool:
    with db.transaction() as session:
        return reviews.promise_when_due(session, clock.now() + timedelta(days=days_later))


def run() -> CoderReview:
    """Do the promised review and return it."""
    work.run([str(message.id) for message in town.promised(queries.REVIEW)])
    assert town.promised(queries.REVIEW) == []
    with db.reading() as session:
        found = queries.newest(session)
    assert found is not None
    return found


def test_the_web_and_the_machine_mean_the_same_by_too_few() -> None:
    assert queries.FEWEST == FEWEST


def test_a_review_is_promised_once_however_often_it_is_asked_for(database: db.Database) -> None:
    assert promise(ReviewOccasion.ASKED_FOR)
    assert not promise()
    (message,) = town.promised(queries.REVIEW)
    assert message.payload == {"occasion": "asked_for"}


def test_a_failed_review_starts_afresh_when_a_person_asks_only(
    region: Region, methodologist: StaffMember
) -> None:
    town.import_frame()
    code(town.decided_town(region, methodologist, 40))
    promise()
    (message,) = town.promised(queries.REVIEW)
    with db.transaction() as session:
        session.execute(sa.update(type(message)).values(attempts=len(outbox.PAUSES) + 1))
        held = outbox.Claim(message.id, message.kind, message.payload, len(outbox.PAUSES) + 1)
        outbox.fail(session, held, "MemoryError at x:1", clock.now())
    assert not promise_when_due()
    assert promise(ReviewOccasion.ASKED_FOR)
    with db.reading() as session:
        assert queries.under_way(session) == queries.UnderWay(started=False, failed=False, last_error="")


def test_a_review_comes_by_itself_every_week_once_there_is_something_to_measure(
    region: Region, methodologist: StaffMember
) -> None:
    town.import_frame()
    comment_ids = town.decided_town(region, methodologist, 31)
    assert not promise_when_due()
    code(comment_ids[:29])
    assert not promise_when_due()
    code(comment_ids[29:])
    assert promise_when_due()
    run()
    assert not promise_when_due(days_later=6)
    assert promise_when_due(days_later=8)


def test_a_training_is_followed_by_a_review(region: Region, methodologist: StaffMember) -> None:
    town.import_frame()
    code(town.decided_town(region, methodologist, 210))
    with db.transaction() as session:
        coders.promise_training(session, by=None)
    work.run([str(message.id) for message in town.promised("train_coder")])
    review = run()
    assert (review.occasion, review.model_version) == (ReviewOccasion.TRAINED, releases.DAY_ONE)
    assert review.document["all"]["n"] == 210
    assert set(review.document["curves"]) == {"relevance", "target_groups"}


def test_a_review_counts_what_people_and_machine_said_and_quotes_nobody(
    region: Region, methodologist: StaffMember
) -> None:
    town.import_frame()
    comment_ids = town.decided_town(region, methodologist, 60)
    code(comment_ids)
    with db.transaction() as session:
        for comment_id in comment_ids[:33]:
            session.add(
                TriageDraw(
                    comment_id=comment_id,
                    in_sample=True,
                    double_coded=False,
                    sample_share=0.5,
                    double_share=0,
                )
            )
    promise(ReviewOccasion.ASKED_FOR)
    review = run()
    assert (review.sequence, review.occasion) == (1, ReviewOccasion.ASKED_FOR)
    assert (review.model_version, review.coding_frame_version) == (
        releases.DAY_ONE,
        town.frame()["version"],
    )
    found = review.document
    assert (found["decisions"], found["all"]["n"], found["sample"]["n"]) == (60, 60, 33)
    assert found["all"]["relevance"]["value"] == pytest.approx(2 / 3, abs=1e-4)
    labels = {each["key"]: each for each in found["all"]["labels"]}
    assert labels["group:seniors"]["precision"]["value"] == pytest.approx(0.5)
    assert labels["group:seniors"]["recall"]["value"] == 1.0
    assert labels["kind:complaint"]["f1"]["value"] == 1.0
    assert "stuhy" not in str(found)


def test_two_readers_stand_beside_the_machine(region: Region) -> None:
    town.import_frame()
    one, other = (office.add_person(f"{n}@testov.cz", (Role.COORDINATOR, region)) for n in ("prvni", "druha"))
    for number in range(4):
        comment = reading.add_for_two(region, f"Podnět číslo {number}.")
        reading.speak(comment, one)
        reading.speak(comment, other, reading.RELEVANT if number else reading.IRRELEVANT)
    promise()
    people = run().document["people"]
    assert (people["n"], people["relevance"]["observed"]["value"]) == (4, 0.75)
    assert people["labels"]["group:seniors"]["n"] == 3
    assert str(one.id) not in str(people)


def test_nobody_marks_his_own_work(region: Region, methodologist: StaffMember) -> None:
    """A decision that the coder in force learned from does not count for it, but for the one before."""
    town.import_frame()
    old = town.decided_town(region, methodologist, 40)
    coder = town.store_coder()
    with db.transaction() as session:
        coders.release(
            session, session.get(LearnedCoder, coder.id), clock.now(), instead_of=0, note="", by=None
        )
    new = town.add_comments(region, [f"Docela nový podnět {number}" for number in range(5)])
    copy = town.add_comments(region, ["u nas chybi ZELENE stuhy, pripad 0"])
    town.decide(new + copy, methodologist)
    code(old)
    code(old + new + copy, coder.version, relevant=False)
    with db.reading() as session:
        found = review_job.decided(queries.decided_comments(session), queries.services(session))
    by_key = {UUID(each.key): each for each in found}
    assert {each.unseen for key, each in by_key.items() if key in old} == {False}
    assert {each.unseen for key, each in by_key.items() if key in new} == {True}
    assert not by_key[copy[0]].unseen
    before, since, repeated = by_key[old[0]], by_key[new[0]], by_key[copy[0]]
    assert before.then is not None
    assert before.then["relevant"] is True
    assert since.now is not None
    assert since.then == since.now
    assert repeated.then is None


def test_a_changed_decision_was_seen_when_it_was_first_made(
    region: Region, methodologist: StaffMember
) -> None:
    town.import_frame()
    (comment_id,) = town.decided_town(region, methodologist, 1)
    coder = town.store_coder()
    with db.transaction() as session:
        coders.release(
            session, session.get(LearnedCoder, coder.id), clock.now(), instead_of=0, note="", by=None
        )
        first = session.scalars(sa.select(TriageDecision)).one()
        session.add(
            TriageDecision(
                comment_id=comment_id,
                sequence=2,
                verdict=first.verdict,
                target_groups=["families"],
                kind=first.kind,
                decided_by_id=methodologist.id,
                decided_at=clock.now(),
            )
        )
    with db.reading() as session:
        (found,) = review_job.decided(queries.decided_comments(session), queries.services(session))
    assert found.target_groups == {"families"}
    assert not found.unseen


def test_a_town_without_anything_is_reviewed_without_a_figure(region: Region) -> None:
    town.import_frame()
    promise(ReviewOccasion.ASKED_FOR)
    found = run().document
    assert (found["all"], found["sample"], found["slips"], found["curves"]) == ({"n": 0}, {"n": 0}, [], {})
    assert found["drift"]["verdict"] is None
    with db.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Comment)) == 0
        assert session.scalar(sa.select(sa.func.count()).select_from(Classification)) == 0
