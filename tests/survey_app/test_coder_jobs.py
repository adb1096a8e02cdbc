"""The jobs that train a coder and code all comments anew, as the worker runs them, and after SIGKILL."""

import contextlib
import functools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.jobs import reclassification as reclassification_job
from survey_app.jobs import work
from survey_app.models import Classification, Comment, LearnedCoder, OutboxMessage, Region, StaffMember
from survey_app.operations import coders, outbox
from survey_app.queries import classification, reclassification, reviews
from survey_app.queries import coders as queries
from survey_app.vocabulary import ReviewOccasion
from tests import service
from tests.survey_app import coding_town as town
from tests.survey_app import office

ASKED = "Prosím o zelené stuhy."
WORKER = """
import sys
import sqlalchemy as sa
from survey_app import db
from survey_app.jobs import work
from survey_app.models import OutboxMessage

if __name__ == "__main__":
    db.connect(sys.argv[1])
    while True:
        with db.reading() as session:
            ids = [str(found) for found in session.scalars(sa.select(OutboxMessage.id))]
        if not ids:
            break
        work.run(ids)
"""


@pytest.fixture
def released(database: db.Database) -> str:
    """The version of a real coder that was released."""
    town.import_frame()
    return town.release_learned_coder()


@contextlib.contextmanager
def worker(database_url: str) -> Iterator["subprocess.Popen[bytes]"]:
    """A process that works until nothing waits; killed in the end."""
    with subprocess.Popen([sys.executable, "-c", WORKER, database_url], cwd=PROJECT_ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def run_all() -> None:
    """Do in this process what waits, as often as a worker is asked to."""
    for _ in range(20):
        with db.reading() as session:
            ids = [str(found) for found in session.scalars(sa.select(OutboxMessage.id))]
        work.run(ids)


def count(model: type[db.Base], *which: sa.ColumnElement[bool]) -> int:
    with db.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(model).where(*which)) or 0


def _is_coded(least: int) -> bool:
    return count(Classification) >= least


def promise_training() -> None:
    with db.transaction() as session:
        coders.promise_training(session, by=None)


def learners(process: "subprocess.Popen[bytes]") -> list[int]:
    """The processes in which a worker trains."""
    found = service.children(process.pid)
    return [pid for pid, command in found.items() if "jobs.child" in command]


@pytest.mark.timeout(300)
def test_a_killed_training_is_done_again_and_stored_once(
    database_url: str, region: Region, methodologist: StaffMember
) -> None:
    town.import_frame()
    town.decided_town(region, methodologist)
    promise_training()
    with worker(database_url) as process:
        service.wait_until(lambda: bool(learners(process)), 60)
        (learner,) = learners(process)
        os.kill(learner, signal.SIGKILL)
        service.wait_until(lambda: count(OutboxMessage, OutboxMessage.last_error != "") == 1, 60)
        (message,) = town.promised("train_coder")
        assert message.last_error.startswith("ChildEndedError at ")
        service.wait_until(lambda: bool(learners(process)), 60)
        (learner,) = learners(process)
        process.send_signal(signal.SIGKILL)
    service.wait_until(lambda: not Path(f"/proc/{learner}").exists(), 30)
    assert (count(LearnedCoder), count(OutboxMessage)) == (0, 1)
    run_all()
    assert (count(LearnedCoder), count(OutboxMessage)) == (1, 0)
    promise_training()
    run_all()
    assert (count(LearnedCoder), count(OutboxMessage)) == (1, 0)
    with db.reading() as session:
        (coder,) = queries.all_coders(session)
    assert coder.card["handed_over"] == ["group:families", "group:seniors", "relevant"]


@pytest.mark.timeout(300)
def test_killed_coding_of_all_comments_loses_and_doubles_nothing(
    database_url: str, region: Region, released: str
) -> None:
    town.add_comments(region, [f"{ASKED} {number}" for number in range(500)])
    with db.transaction() as session:
        coders.promise_reclassification(session)
    for reached in (1, 300):
        with worker(database_url) as process:
            service.wait_until(functools.partial(_is_coded, reached), 90)
            process.send_signal(signal.SIGKILL)
    assert count(OutboxMessage) == 1
    run_all()
    assert count(OutboxMessage) == 0
    assert count(Classification) == count(Classification, Classification.model_version == released) == 500


def test_a_training_in_vain_is_settled(region: Region, methodologist: StaffMember) -> None:
    comment_ids = town.decided_town(region, methodologist, 200)
    promise_training()
    with db.transaction() as session:
        session.execute(sa.delete(OutboxMessage).filter_by(kind="reclassify"))
    assert comment_ids
    run_all()  # there is no coding frame
    assert (count(LearnedCoder), count(OutboxMessage)) == (0, 0)


def test_a_new_comment_is_coded_by_the_coder_in_force(region: Region, released: str) -> None:
    def code(text: str) -> Classification:
        comment = office.add_comment(region, text)
        with db.transaction() as session:
            outbox.promise(session, "classify_comment", comment_id=str(comment.id))
        run_all()
        with db.reading() as session:
            found = classification.coding_in_force(session, comment.id)
        assert found is not None
        return found

    learned = code(ASKED)
    assert (learned.model_version, learned.coding["suggested_groups"]) == (released, ["seniors"])
    assert learned.relevance == learned.coding["probabilities"]["relevant"]
    with db.transaction() as session:
        coders.put_back(session, clock.now(), instead_of=1, note="", by=None)
    assert code(f"{ASKED} Děkuji.").model_version == "day-one-2"


def test_a_release_and_a_new_frame_reach_every_comment_part_by_part(
    region: Region, released: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reclassification_job, "PART", 2)
    town.add_comments(
        region, [ASKED, f"{ASKED} 2", f"{ASKED} 3", "Wo ist das Amt und wann ist es auf?", "nic"]
    )
    for version in (town.frame()["version"], "newer"):
        town.import_frame(version=version)
        with db.transaction() as session:
            coders.promise_reclassification(session)
        run_all()
        with db.reading() as session:
            target = reclassification.target(session)
            assert target is not None
            assert (target.model_version, target.coding_frame_version) == (released, version)
            assert reclassification.progress(session, target) == classification.Progress(5, 5)
    assert count(OutboxMessage) == 0
    assert count(Classification) == 10


def test_after_all_is_coded_anew_a_review_measures_it(region: Region, methodologist: StaffMember) -> None:
    town.import_frame()
    town.decided_town(region, methodologist, 31)
    with db.transaction() as session:
        assert coders.promise_reclassification(session)
        assert reviews.coded_decisions(session) == 0
    run_all()
    with db.reading() as session:
        newest = reviews.newest(session)
    assert newest is not None
    assert (newest.occasion, newest.model_version) == (ReviewOccasion.SCHEDULED, "day-one-2")


def test_work_for_an_older_target_ends_by_itself(region: Region, released: str) -> None:
    town.add_comments(region, [ASKED])
    with db.transaction() as session:
        coders.promise_reclassification(session)
        coders.put_back(session, clock.now(), instead_of=1, note="", by=None)
    assert len(town.promised("reclassify")) == 2
    run_all()
    assert count(OutboxMessage) == 0
    assert count(Classification) == 1
    assert count(Comment) == 1


def test_an_unreadable_coder_leaves_no_comment_unread(region: Region) -> None:
    town.import_frame()
    broken = town.store_coder()
    with db.transaction() as session:
        coders.release(session, broken, clock.now(), instead_of=0, note="", by=None)
    comment = office.add_comment(region, ASKED)
    with db.transaction() as session:
        outbox.promise(session, "classify_comment", comment_id=str(comment.id))
        coders.promise_reclassification(session)
    run_all()
    assert count(Classification, Classification.model_version == "day-one-2") == 1
    (failed,) = town.promised("reclassify")
    assert failed.last_error.startswith("ArtifactError at ")
