"""Speaking about a comment: what a person makes of it, and what follows from that.

Mostly a decision follows. Of a comment that two read blind the first reading is only kept; the second, where
it says the same, becomes the decision, and else a third person is asked. Where the machine was sure of the
opposite, the decision stands and a second look is asked for; never of the sample, for whoever asks again
only where people contradict the machine bends the sample towards it.
"""

import contextlib
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import BlindReading, Comment
from survey_app.operations import blind_readings, draws, second_looks, triage, turns
from survey_app.operations.opinion import Opinion
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import classification, lanes, readings
from survey_app.queries import second_looks as look_queries
from survey_app.queries import triage as triage_queries
from survey_app.queries.second_looks import OpenLook
from survey_app.vocabulary import SecondLookReason, Verdict

PATIENCE = timedelta(days=7)
"""How long a first reading waits for the second one; then it counts alone, because its author waits, too."""


class ThirdPersonError(Exception):
    """The person is one of two who disagree, and there is a third one to decide. Nothing was written."""


def speak(
    session: Session,
    comment_id: UUID,
    based_on_sequence: int,
    opinion: Opinion,
    now: datetime,
    *,
    by: UUID,
    readings_seen: int = 0,
) -> None:
    """Take in what a person makes of a comment. What the person has sent already, and got no answer, is in.

    Args:
        based_on_sequence: the number of the newest step that the person had before the eyes; 0: none.
        readings_seen: how many readings of others who read blind the person had before the eyes.

    Raises:
        DecidedMeanwhileError: there is something newer, or the person has read the comment already.
        ThirdPersonError: a third person has to decide.
    """
    comment = _locked(session, comment_id)
    draws.draw(session, [comment_id])  # before anybody has spoken
    if not readings_seen and _is_in(session, comment_id, based_on_sequence, opinion, by):
        turns.finish(session, comment_id, by)
        return
    if readings_seen < _to_be_seen(session, comment_id):
        raise DecidedMeanwhileError
    if readings.are_blind(session, comment_id, comment.region_id):
        _read_blind(session, comment, based_on_sequence, opinion, now, by)
    else:
        _decide(session, comment, based_on_sequence, opinion, now, by)
    turns.finish(session, comment_id, by)


def speak_alike(
    session: Session, alike: Sequence[tuple[UUID, int]], opinion: Opinion, now: datetime, *, by: UUID
) -> list[UUID]:
    """Take in the same opinion of several comments; return those that nobody else was at meanwhile.

    Args:
        alike: each comment with the number of its newest step that the person had before the eyes.
    """
    spoken = []
    for comment_id, based_on_sequence in sorted(alike):  # whoever locks several locks them in one order
        if not turns.hold(session, comment_id, by, now):
            continue
        try:
            speak(session, comment_id, based_on_sequence, opinion, now, by=by)
        except (DecidedMeanwhileError, ThirdPersonError):  # raised before anything is written
            turns.release(session, comment_id, by)
        else:
            spoken.append(comment_id)
    return spoken


def take_back(session: Session, comment_id: UUID, based_on_sequence: int, now: datetime, *, by: UUID) -> None:
    """Take back the decision in force, or one's own reading as long as nobody has read the comment after.

    Raises:
        DecidedMeanwhileError: there is a newer step or reading, or nothing that could be taken back.
    """
    comment = _locked(session, comment_id)
    reading = readings.of_comment(session, comment_id)
    if based_on_sequence == 0 and [each.reader_id for each in reading] == [by]:
        if not readings.are_blind(session, comment_id, comment.region_id):
            raise DecidedMeanwhileError
        blind_readings.withdraw(session, comment_id, reader_id=by)
        return
    triage.take_back(session, comment_id, based_on_sequence, staff_id=by)
    void = [each.look for each in _open(session, comment, by, now) if _is_of_the_machine(each)]
    second_looks.settle(session, void, now, by=by)


def take_back_alike(session: Session, alike: Sequence[tuple[UUID, int]], now: datetime, *, by: UUID) -> None:
    """Take back what was said about several comments; what somebody has been at since is left as it is."""
    for comment_id, based_on_sequence in alike:
        with contextlib.suppress(DecidedMeanwhileError):  # raised before anything is written
            take_back(session, comment_id, based_on_sequence, now, by=by)


def flag(session: Session, comment_id: UUID, note: str, now: datetime, *, by: UUID) -> None:
    """Ask a colleague to look at a comment, and leave it for now.

    Raises:
        DecidedMeanwhileError: the person has read it blind, and a note could tell the other reader.
    """
    comment = _locked(session, comment_id)
    if by in {each.reader_id for each in readings.of_comment(session, comment_id)} and readings.are_blind(
        session, comment_id, comment.region_id
    ):
        raise DecidedMeanwhileError
    second_looks.ask(session, comment, SecondLookReason.FLAGGED, now, by=by, note=note)
    turns.finish(session, comment_id, by)


def take_question_back(session: Session, comment_id: UUID, now: datetime, *, by: UUID) -> str:
    """Take back what the person asked colleagues last about a comment, and return it.

    Nobody needs to look for that any more. Double reading goes on where nobody had read yet; a reading that
    colleagues have seen by the question stays in sight, and either of them may decide.

    Raises:
        DecidedMeanwhileError: somebody has looked, or nothing was asked.
    """
    comment = _locked(session, comment_id)
    own = [
        each.look
        for each in _open(session, comment, by, now)
        if each.look.why is SecondLookReason.FLAGGED and each.look.asked_by_id == by
    ]
    if not own:
        raise DecidedMeanwhileError
    # An open question ends blind reading: whoever has read now had read when it was asked.
    has_shown = bool(readings.of_comment(session, comment_id))
    asked = own[-1].note
    second_looks.withdraw(session, comment, own[-1], now, by=by, has_shown=has_shown)
    return asked


def count_single_readings(session: Session, now: datetime) -> int:
    """Let first readings that nobody has followed in time count alone; return how many there were."""
    counted = 0
    for reading in readings.alone_since(session, now - PATIENCE):
        comment = _locked(session, reading.comment_id)
        if readings.is_alone(session, reading.id):  # nobody has spoken while this waited for the row
            opinion = _parts(_opinion_of(reading))
            triage.decide(session, comment.id, 0, staff_id=reading.reader_id, unaided=True, **opinion)
            counted += 1
    return counted


def _is_in(session: Session, comment_id: UUID, based_on: int, opinion: Opinion, by: UUID) -> bool:
    """Whether the person has said exactly that already, seeing the same step, and nothing was said since."""
    step = triage_queries.last_step(session, comment_id)
    if step is not None:
        columns = {name: getattr(step, name) for name in opinion.columns()}
        return (step.sequence, step.decided_by_id, columns) == (based_on + 1, by, opinion.columns())
    own = [each for each in readings.of_comment(session, comment_id) if each.reader_id == by]
    return based_on == 0 and [_opinion_of(each).columns() for each in own] == [opinion.columns()]


def _to_be_seen(session: Session, comment_id: UUID) -> int:
    """How many readings whoever decides has to know: both, where two disagree and nobody decided since."""
    disagreed = look_queries.was_asked_for(session, comment_id, SecondLookReason.READERS_DISAGREE)
    return readings.BOTH if disagreed and triage_queries.last_step(session, comment_id) is None else 0


def _read_blind(
    session: Session, comment: Comment, based_on: int, opinion: Opinion, now: datetime, by: UUID
) -> None:
    before = readings.of_comment(session, comment.id)
    if based_on != 0 or by in {each.reader_id for each in before}:
        raise DecidedMeanwhileError
    blind_readings.keep(session, comment.id, opinion, now, reader_id=by)
    for first in before:
        if _agree(_opinion_of(first), opinion):
            agreed = {"readers": readings.BOTH, "unaided": True, **_parts(opinion)}
            triage.decide(session, comment.id, 0, staff_id=by, **agreed)
        else:
            second_looks.ask(session, comment, SecondLookReason.READERS_DISAGREE, now, by=by)


def _decide(
    session: Session, comment: Comment, based_on: int, opinion: Opinion, now: datetime, by: UUID
) -> None:
    looks = _open(session, comment, by, now)
    if any(each.look.why is SecondLookReason.READERS_DISAGREE and not each.mine for each in looks):
        raise ThirdPersonError
    in_sample = readings.is_in_sample(session, comment.id)
    # Whoever corrects a decision may have looked at the suggestion meanwhile.
    unaided = in_sample and based_on == 0
    triage.decide(session, comment.id, based_on, staff_id=by, unaided=unaided, **_parts(opinion))
    opposed = not in_sample and _machine_says(session, comment.id) not in (None, opinion.verdict)
    answered = [each.look for each in looks if each.mine or (_is_of_the_machine(each) and not opposed)]
    second_looks.settle(session, answered, now, by=by)
    of_the_machine = SecondLookReason.MACHINE_DISAGREES
    if opposed and not answered and not look_queries.was_asked_for(session, comment.id, of_the_machine):
        second_looks.ask(session, comment, of_the_machine, now, by=by)


def _machine_says(session: Session, comment_id: UUID) -> Verdict | None:
    """What the coder in force says where it is sure; None where it leaves the decision to people."""
    coding = classification.coding_in_force(session, comment_id)
    if coding is None or coding.abstained or coding.coding["relevant"] is None:
        return None
    return Verdict.RELEVANT if coding.coding["relevant"] else Verdict.IRRELEVANT


def _agree(one: Opinion, other: Opinion) -> bool:
    """Whether two say the same; of irrelevant comments only that they are."""
    if one.verdict is not other.verdict or one.verdict is Verdict.IRRELEVANT:
        return one.verdict is other.verdict
    return one.kind is other.kind and set(one.target_groups) == set(other.target_groups)


def _parts(opinion: Opinion) -> dict[str, Any]:
    return {field.name: getattr(opinion, field.name) for field in fields(opinion)}


def _opinion_of(reading: BlindReading) -> Opinion:
    return Opinion(
        reading.verdict,
        reading.irrelevance_reason,
        tuple(reading.target_groups),
        reading.kind,
        reading.note,
    )


def _is_of_the_machine(found: OpenLook) -> bool:
    return found.look.why is SecondLookReason.MACHINE_DISAGREES


def _open(session: Session, comment: Comment, by: UUID, now: datetime) -> list[OpenLook]:
    return look_queries.open_looks(session, lanes.reader(session, by, {comment.region_id}, now), comment.id)


def _locked(session: Session, comment_id: UUID) -> Comment:
    # Two people speaking about one comment queue up here on PostgreSQL; SQLite has one writer anyway.
    return session.execute(sa.select(Comment).where(Comment.id == comment_id).with_for_update()).scalar_one()
