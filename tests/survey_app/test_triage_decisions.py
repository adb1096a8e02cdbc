"""Deciding about comments: append-only, one after the other, with who and when."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy as sa

from survey_app import db
from survey_app.models import AuditEvent, Comment, Region, StaffMember, TriageDecision
from survey_app.operations import triage
from survey_app.queries import triage as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict
from tests.survey_app.office import add_comment

Decide = Callable[..., TriageDecision]


@pytest.fixture
def comment(region: Region) -> Comment:
    return add_comment(region, "Obědy jsou studené.")


@pytest.fixture
def decide(comment: Comment, jana: StaffMember) -> Decide:
    def made(based_on: int, verdict: Verdict = Verdict.RELEVANT, **changes: Any) -> TriageDecision:
        values: dict[str, Any] = {
            "reason": None,
            "target_groups": ["seniors"],
            "kind": CommentKind.COMPLAINT,
            "note": "",
            "staff_id": jana.id,
            **changes,
        }
        with db.transaction() as session:
            return triage.decide(session, comment.id, based_on, verdict=verdict, **values)

    return made


def steps(comment: Comment) -> list[TriageDecision]:
    with db.reading() as session:
        return queries.history(session, comment.id)


def test_every_step_is_kept_with_who_and_when(comment: Comment, decide: Decide, jana: StaffMember) -> None:
    decide(0)
    decide(1, Verdict.IRRELEVANT, reason=IrrelevanceReason.HEALTH_CARE, note=" Nemocnice ")
    with db.transaction() as session:
        triage.take_back(session, comment.id, 2, staff_id=jana.id)
    newest_first = steps(comment)
    assert [(step.sequence, step.verdict) for step in newest_first] == [
        (3, None),
        (2, Verdict.IRRELEVANT),
        (1, Verdict.RELEVANT),
    ]
    assert newest_first[1].note == "Nemocnice"
    assert all(step.decided_by.email == jana.email and step.decided_at for step in newest_first)


def test_each_step_is_logged_in_its_transaction(
    comment: Comment, decide: Decide, jana: StaffMember, region: Region
) -> None:
    decide(0)
    with db.transaction() as session:
        triage.take_back(session, comment.id, 1, staff_id=jana.id)
    with db.reading() as session:
        events = session.scalars(
            sa.select(AuditEvent).where(AuditEvent.object_type == "comment").order_by(AuditEvent.happened_at)
        ).all()
    assert [event.action for event in events] == ["comment_decided", "decision_taken_back"]
    assert {event.region_id for event in events} == {region.id}
    assert "Obědy" not in str([event.detail for event in events])


def test_a_decision_on_an_old_state_writes_nothing(comment: Comment, decide: Decide) -> None:
    decide(0)
    with pytest.raises(triage.DecidedMeanwhileError):
        decide(0, Verdict.IRRELEVANT, reason=IrrelevanceReason.NO_CONTENT)
    assert [step.verdict for step in steps(comment)] == [Verdict.RELEVANT]


def test_of_two_decisions_at_once_one_is_refused(comment: Comment, decide: Decide) -> None:
    outcomes: list[str] = []

    def attempt() -> None:
        try:
            decide(0)
            outcomes.append("stored")
        except triage.DecidedMeanwhileError:
            outcomes.append("refused")

    threads = [threading.Thread(target=attempt) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["refused"] * 5 + ["stored"]
    assert len(steps(comment)) == 1


def test_nothing_can_be_taken_back_twice(comment: Comment, decide: Decide, jana: StaffMember) -> None:
    decide(0)
    with db.transaction() as session:
        triage.take_back(session, comment.id, 1, staff_id=jana.id)
    with pytest.raises(triage.DecidedMeanwhileError), db.transaction() as session:
        triage.take_back(session, comment.id, 2, staff_id=jana.id)


def test_an_irrelevant_comment_needs_a_reason_and_a_relevant_one_a_kind(decide: Decide) -> None:
    with pytest.raises(ValueError, match="reason"):
        decide(0, Verdict.IRRELEVANT)
    with pytest.raises(ValueError, match="kind"):
        decide(0, kind=None)


def test_a_reason_left_over_on_a_relevant_comment_is_dropped(decide: Decide) -> None:
    assert decide(0, reason=IrrelevanceReason.ABUSIVE).irrelevance_reason is None
