"""The life of learned coders: trained on demand or by itself, stored once, released by a person, put back."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from analytics.text.day_one.coder import MODEL_VERSION
from analytics.text.learning.handover import FEWEST_DECISIONS
from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.models import AuditEvent, CoderRelease, Comment, LearnedCoder, Region, StaffMember
from survey_app.operations import coders, outbox, reference, triage
from survey_app.queries import classification, reclassification, releases
from survey_app.queries import coders as queries
from survey_app.vocabulary import CommentKind, Verdict
from tests.survey_app import coding_town as town
from tests.survey_app import office


def release(coder: LearnedCoder | None, instead_of: int = 0, note: str = "") -> CoderRelease:
    with db.transaction() as session:
        return coders.release(session, coder, clock.now(), instead_of=instead_of, note=note, by=None)


def in_force() -> str | None:
    with db.reading() as session:
        coder = releases.coder_in_force(session)
    return coder.version if coder else None


def promise_when_due(**changes: int) -> bool:
    later = clock.now() + timedelta(days=changes.pop("days_later", 0))
    with db.transaction() as session:
        return coders.promise_training_when_due(session, later, **({"days": 7, "least": 50} | changes))


def test_the_web_and_the_machine_mean_the_same() -> None:
    assert MODEL_VERSION == releases.DAY_ONE
    assert FEWEST_DECISIONS == queries.FEWEST_DECISIONS


def test_decisions_in_force_of_all_regions_teach(region: Region, methodologist: StaffMember) -> None:
    other = office.add_region("jinde")
    first, second, third = town.add_comments(region, ["jedna", "dvě", "tři"])
    (fourth,) = town.add_comments(other, ["čtyři"])
    town.decide([first, second, third, fourth], methodologist)
    with db.transaction() as session:
        triage.take_back(session, first, 1, staff_id=methodologist.id)
        triage.decide(
            session,
            second,
            1,
            verdict=Verdict.RELEVANT,
            reason=None,
            target_groups=["carers"],
            kind=CommentKind.QUESTION,
            note="",
            staff_id=methodologist.id,
        )
    with db.reading() as session:
        found = {each.text: each for each in queries.decisions(session)}
        assert queries.decision_count(session) == 3
    assert set(found) == {"dvě", "tři", "čtyři"}
    assert (found["dvě"].target_groups, found["dvě"].kind) == (("carers",), "question")
    assert (found["tři"].relevant, found["tři"].target_groups, found["tři"].kind) == (False, (), None)


def test_decisions_come_with_the_groups_of_the_service_chosen_with_the_comment(
    region: Region, methodologist: StaffMember
) -> None:
    with db.transaction() as session:
        reference.import_directory(session, region, PROJECT_ROOT / "survey_app" / "content" / "javorov")
    comments = [
        office.add_comment(region, text, service_code=code)
        for text, code in (("první", "S01"), ("druhá", "S99"), ("třetí", None))
    ]
    town.decide([comment.id for comment in comments], methodologist)
    with db.reading() as session:
        found = {each.text: each.service_groups for each in queries.decisions(session)}
    assert found == {"první": ("seniors", "disability"), "druhá": None, "třetí": None}


def test_too_few_decisions_teach_nothing(region: Region, methodologist: StaffMember) -> None:
    town.decided_town(region, methodologist, 190)
    with db.transaction() as session, pytest.raises(coders.TooFewDecisionsError) as refused:
        coders.promise_training(session, by=None)
    assert refused.value.missing == 10
    assert not promise_when_due(least=1)


def test_there_are_never_two_trainings(region: Region, methodologist: StaffMember) -> None:
    town.decided_town(region, methodologist, 210)
    with db.transaction() as session:
        assert coders.promise_training(session, by=methodologist.id)
    with db.transaction() as session:
        assert not coders.promise_training(session, by=None)
    assert not promise_when_due()
    (message,) = town.promised("train_coder")
    assert message.payload == {"asked_for_by": str(methodologist.id)}


def test_a_failed_training_waits_for_a_person_and_starts_afresh(
    region: Region, methodologist: StaffMember
) -> None:
    town.decided_town(region, methodologist, 210)
    with db.transaction() as session:
        coders.promise_training(session, by=None)
    (message,) = town.promised("train_coder")
    with db.transaction() as session:
        held = outbox.Claim(message.id, message.kind, message.payload, len(outbox.PAUSES) + 1)
        session.execute(sa.update(type(message)).values(attempts=held.attempt))
        outbox.fail(session, held, "MemoryError at x:1", clock.now())
    assert not promise_when_due()
    with db.transaction() as session:
        assert coders.promise_training(session, by=None)
    with db.reading() as session:
        training = queries.training(session)
    assert training is not None
    assert (training.failed, training.started) == (False, False)


def test_a_training_comes_by_itself_when_it_is_time(region: Region, methodologist: StaffMember) -> None:
    comment_ids = town.decided_town(region, methodologist, 240)
    assert not promise_when_due(days=0)
    assert not promise_when_due(least=241)
    assert promise_when_due(least=240)
    with db.transaction() as session:
        session.execute(sa.delete(type(town.promised("train_coder")[0])))
    town.import_frame()
    town.store_coder()
    assert not promise_when_due(days_later=8, least=1)  # nothing was decided since
    with db.transaction() as session:
        triage.take_back(session, comment_ids[0], 1, staff_id=methodologist.id)
    assert not promise_when_due(days_later=6, least=1)  # the coder is young
    assert promise_when_due(days_later=8, least=1)


def test_the_same_coder_is_stored_once(database: db.Database) -> None:
    town.import_frame()
    town.store_coder()
    town.store_coder()
    town.store_coder("learned-1-def")
    with db.reading() as session:
        assert [(each.version, each.sequence) for each in queries.all_coders(session)] == [
            ("learned-1-def", 2),
            ("learned-1-abc", 1),
        ]
        assert queries.artifact(session, "learned-1-abc") == b"nothing"


def test_nothing_is_in_force_before_a_person_releases_it(database: db.Database) -> None:
    town.import_frame()
    coder = town.store_coder()
    assert in_force() is None
    with db.reading() as session:
        awaiting = queries.awaiting_release(session)
    assert awaiting is not None
    assert awaiting.version == coder.version
    release(coder, note="Je lepší.")
    assert in_force() == coder.version
    with db.reading() as session:
        assert queries.awaiting_release(session) is None
        events = [event.action for event in session.scalars(sa.select(AuditEvent))]
    assert events.count("coder_released") == 1


def test_the_old_coder_can_be_put_back(database: db.Database) -> None:
    town.import_frame()
    first, second = town.store_coder("learned-1-a"), town.store_coder("learned-1-b")
    release(first)
    release(second, instead_of=1)

    def put_back(instead_of: int) -> None:
        with db.transaction() as session:
            coders.put_back(session, clock.now(), instead_of=instead_of, note="", by=None)

    put_back(2)
    assert in_force() == first.version
    release(None, instead_of=3)
    assert in_force() is None
    put_back(4)
    assert in_force() == first.version
    with db.reading() as session:
        assert [each.sequence for each in releases.history(session)] == [5, 4, 3, 2, 1]


def test_without_a_release_there_is_nothing_to_put_back(database: db.Database) -> None:
    with db.transaction() as session, pytest.raises(coders.NothingBeforeError):
        coders.put_back(session, clock.now(), instead_of=0, note="", by=None)


def test_a_coder_that_is_better_at_nothing_is_not_released(database: db.Database) -> None:
    town.import_frame()
    coder = town.store_coder(handed_over=())
    with pytest.raises(coders.NothingToTakeOverError):
        release(coder)
    with db.reading() as session:
        assert queries.awaiting_release(session) is None


def test_two_people_who_release_at_once_do_not_overwrite_each_other(database: db.Database) -> None:
    town.import_frame()
    first, second = town.store_coder("learned-1-a"), town.store_coder("learned-1-b")
    release(first)
    with pytest.raises(coders.ReleasedMeanwhileError):
        release(second, instead_of=0)
    with pytest.raises(coders.ReleasedMeanwhileError):
        release(first, instead_of=1)
    assert in_force() == first.version


def test_a_release_and_a_new_frame_have_all_comments_coded_anew(region: Region) -> None:
    town.import_frame()
    assert town.promised("reclassify") == []  # there is no comment yet
    town.add_comments(region, ["jedna", "dvě"])
    coder = town.store_coder()
    release(coder)
    assert len(town.promised("reclassify")) == 1
    town.import_frame(version="newer")
    assert len(town.promised("reclassify")) == 2
    with db.reading() as session:
        target = reclassification.target(session)
        assert target is not None
        assert (target.model_version, target.coding_frame_version) == (coder.version, "newer")
        assert reclassification.progress(session, target) == classification.Progress(2, 0)
        assert reclassification.is_promised(session, target)


def test_a_coder_that_was_put_back_speaks_again_on_the_same_day(region: Region) -> None:
    town.import_frame()
    first, second = town.store_coder("learned-1-a"), town.store_coder("learned-1-b")
    comment = office.add_comment(region, "jedna")

    def says() -> str:
        with db.reading() as session:
            found = classification.coding_in_force(session, comment.id)
        assert found is not None
        return found.model_version

    release(first)
    for version in (first.version, second.version):
        office.classify(comment.id, model_version=version)
    assert says() == first.version
    release(second, instead_of=1)
    assert says() == second.version
    release(first, instead_of=2)
    assert says() == first.version
    with db.reading() as session:
        assert session.scalar(sa.select(sa.func.count()).select_from(Comment)) == 1
