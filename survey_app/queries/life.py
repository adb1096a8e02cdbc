"""The life of a wave: where it is, which steps may be taken from there, by whom, and why not.

draft → trial → approved → announced → open (⇄ extended) → grace → closed → processing → published → archived;
withdrawn from anywhere before the opening. Knows roles and states; does not take any step.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import IndexSnapshot, OutboxMessage, StaffMember, Wave, WaveStep
from survey_app.queries import index, snapshots, staff, waves
from survey_app.vocabulary import Role, SnapshotState, WaveState, WaveStepKind

BEFORE_APPROVAL = (WaveState.DRAFT, WaveState.TRIAL)
BEFORE_OPENING = (*BEFORE_APPROVAL, WaveState.APPROVED, WaveState.ANNOUNCED)
TAKES_NEW_ANSWERS = (WaveState.OPEN, WaveState.EXTENDED)

MILESTONES = (
    WaveState.DRAFT,
    WaveState.TRIAL,
    WaveState.APPROVED,
    WaveState.ANNOUNCED,
    WaveState.OPEN,
    WaveState.GRACE,
    WaveState.CLOSED,
    WaveState.PROCESSING,
    WaveState.PUBLISHED,
    WaveState.ARCHIVED,
)
"""The way of a wave from beginning to end, for pictures; an extended wave is an open one."""

APPROVERS = (Role.METHODOLOGIST, Role.COORDINATOR)


class Refusal(StrEnum):
    """Why a step cannot be taken."""

    WRONG_STATE = "wrong_state"
    NOT_YOUR_ROLE = "not_your_role"
    SAME_PERSON = "same_person"


@dataclass(frozen=True)
class Rule:
    """From which states a step leads on and who takes it; in `second_person_in` it needs another approver."""

    states: tuple[WaveState, ...]
    roles: tuple[Role, ...] = (Role.METHODOLOGIST,)
    second_person_in: tuple[WaveState, ...] = ()


RULES: Mapping[WaveStepKind, Rule] = {
    WaveStepKind.VERSION_CHANGED: Rule(
        BEFORE_OPENING, second_person_in=(WaveState.APPROVED, WaveState.ANNOUNCED)
    ),
    WaveStepKind.TRIAL_STARTED: Rule((WaveState.DRAFT,)),
    WaveStepKind.TRIAL_ENDED: Rule((WaveState.TRIAL,)),
    WaveStepKind.APPROVED: Rule(BEFORE_APPROVAL, APPROVERS, second_person_in=BEFORE_APPROVAL),
    WaveStepKind.APPROVAL_TAKEN_BACK: Rule((WaveState.APPROVED,), APPROVERS),
    WaveStepKind.WINDOW_CHANGED: Rule((*MILESTONES, WaveState.EXTENDED)),
    WaveStepKind.EXTENDED: Rule(TAKES_NEW_ANSWERS),
    WaveStepKind.CLOSED_EARLY: Rule(TAKES_NEW_ANSWERS),
    WaveStepKind.WITHDRAWN: Rule(BEFORE_OPENING),
    WaveStepKind.ARCHIVED: Rule((WaveState.PUBLISHED,)),
    WaveStepKind.BROUGHT_BACK: Rule((WaveState.ARCHIVED,)),
}

LIVE_CHANGE = Rule(TAKES_NEW_ANSWERS, second_person_in=TAKES_NEW_ANSWERS)
"""Another version while people answer: the step of before the opening, with a confirmation of its own."""


def state(session: Session, wave: Wave, now: datetime) -> WaveState:
    """Return how far a wave has come, in full."""
    return states(session, [wave], now)[wave.id]


def states(session: Session, found: Sequence[Wave], now: datetime) -> dict[UUID, WaveState]:
    """Return how far each wave has come, by its key."""
    by_clock = {wave.id: waves.wave_state(wave, now) for wave in found}
    opened = [wave_id for wave_id, reached in by_clock.items() if reached is WaveState.OPEN]
    closed = [wave_id for wave_id, reached in by_clock.items() if reached is WaveState.CLOSED]
    return {
        **by_clock,
        **dict.fromkeys(_extended(session, opened), WaveState.EXTENDED),
        **dict.fromkeys(_in_processing(session, closed), WaveState.PROCESSING),
        **dict.fromkeys(_computed(session, closed, (SnapshotState.PUBLISHED,)), WaveState.PUBLISHED),
    }


def refusal(
    session: Session,
    wave: Wave,
    kind: WaveStepKind,
    now: datetime,
    by: UUID | None,
    rule: Rule | None = None,
) -> Refusal | None:
    """Return why `by` cannot take a step now, or None; the command line (`by` None) has every role.

    `rule` stands in for the step's own one.
    """
    rule, reached = rule or RULES[kind], state(session, wave, now)
    if reached not in rule.states:
        return Refusal.WRONG_STATE
    if by is None:
        return None
    second = reached in rule.second_person_in
    if by not in staff.holders(session, wave.region_id, *(APPROVERS if second else rule.roles)):
        return Refusal.NOT_YOUR_ROLE
    if second and by == wave.created_by_id and not is_alone(session, wave):
        return Refusal.SAME_PERSON
    return None


def refusal_of_switch(session: Session, wave: Wave, now: datetime, by: UUID | None) -> Refusal | None:
    """Return why `by` cannot let another version be answered in a wave that may be open, or None."""
    is_open = state(session, wave, now) in TAKES_NEW_ANSWERS
    return refusal(session, wave, WaveStepKind.VERSION_CHANGED, now, by, LIVE_CHANGE if is_open else None)


def awaiting_approval_by(
    session: Session, found: Sequence[Wave], now: datetime, by: UUID
) -> tuple[Wave, ...]:
    """Return those of the waves that `by` could approve now."""
    waiting = [wave for wave in found if waves.wave_state(wave, now) in BEFORE_APPROVAL]  # few
    return tuple(wave for wave in waiting if refusal(session, wave, WaveStepKind.APPROVED, now, by) is None)


def approvers(session: Session, wave: Wave) -> list[tuple[StaffMember, list[Role]]]:
    """Return who could approve `wave`, by name: not who planned it, unless there is nobody else."""
    found = staff.people(session, wave.region_id, *APPROVERS)
    others = [(member, roles) for member, roles in found if member.id != wave.created_by_id]
    return others or found


def is_alone(session: Session, wave: Wave) -> bool:
    """Tell whether nobody but who planned `wave` could approve it in its region."""
    return staff.holders(session, wave.region_id, *APPROVERS) == {wave.created_by_id}


def _extended(session: Session, wave_ids: list[UUID]) -> set[UUID]:
    extended = sa.select(WaveStep.wave_id).where(
        WaveStep.wave_id.in_(wave_ids), WaveStep.kind == WaveStepKind.EXTENDED
    )
    return set(session.scalars(extended)) if wave_ids else set()


def _in_processing(session: Session, wave_ids: list[UUID]) -> set[UUID]:
    promised = sa.select(OutboxMessage.payload["wave_id"].as_string()).where(OutboxMessage.kind == index.JOB)
    requested = {UUID(wave_id) for wave_id in session.scalars(promised)} if wave_ids else set()
    return requested.intersection(wave_ids) | _computed(session, wave_ids, snapshots.ON_THE_WAY)


def _computed(session: Session, wave_ids: list[UUID], reached: Sequence[SnapshotState]) -> set[UUID]:
    computed = sa.select(IndexSnapshot.wave_id).where(
        IndexSnapshot.wave_id.in_(wave_ids), IndexSnapshot.state.in_(reached)
    )
    return set(session.scalars(computed)) if wave_ids else set()
