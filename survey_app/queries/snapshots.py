"""The way of a snapshot to the public: which step may be taken from where, by whom, and why not.

draft → checked → in_reply → approved → published → superseded; from anywhere before the publication it may be
given back and is a draft again. Knows roles, states and steps; takes no step and reads no figure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import IndexSnapshot, SnapshotStep, StaffMember, Wave
from survey_app.queries import replies, staff
from survey_app.vocabulary import Role, SnapshotState, SnapshotStepKind

BETWEEN = (SnapshotState.CHECKED, SnapshotState.IN_REPLY, SnapshotState.APPROVED)
ON_THE_WAY = (SnapshotState.DRAFT, *BETWEEN)
"""States of a snapshot that the public has not seen."""

MILESTONES = (*ON_THE_WAY, SnapshotState.PUBLISHED)
"""The way from the computation to the public, for pictures."""

APPROVERS = (Role.METHODOLOGIST, Role.COORDINATOR)


class Refusal(StrEnum):
    """Why a step cannot be taken."""

    WRONG_STATE = "wrong_state"
    NOT_YOUR_ROLE = "not_your_role"
    OUTDATED = "outdated"
    STILL_IN_REPLY = "still_in_reply"
    SAME_PERSON = "same_person"


@dataclass(frozen=True)
class Rule:
    """From which states a step may be taken, where it leads, and who takes it."""

    states: tuple[SnapshotState, ...]
    leads_to: SnapshotState
    roles: tuple[Role, ...] = (Role.METHODOLOGIST,)


RULES: Mapping[SnapshotStepKind, Rule] = {
    SnapshotStepKind.CHECKED: Rule((SnapshotState.DRAFT,), SnapshotState.CHECKED),
    SnapshotStepKind.OPENED_FOR_REPLIES: Rule((SnapshotState.CHECKED,), SnapshotState.IN_REPLY),
    SnapshotStepKind.APPROVED: Rule((SnapshotState.IN_REPLY,), SnapshotState.APPROVED, APPROVERS),
    SnapshotStepKind.PUBLISHED: Rule((SnapshotState.APPROVED,), SnapshotState.PUBLISHED),
    SnapshotStepKind.RETURNED: Rule(BETWEEN, SnapshotState.DRAFT, APPROVERS),
}
"""Providers reply in a way of their own (see `queries.replies`); a reply leaves the state as it is."""


def refusal(
    session: Session, snapshot: IndexSnapshot, kind: SnapshotStepKind, today: date, by: UUID
) -> Refusal | None:
    """Return why `by` cannot take a step today, or None."""
    rule = RULES[kind]
    if snapshot.state not in rule.states:
        return Refusal.WRONG_STATE
    if by not in staff.holders(session, snapshot.wave.region_id, *rule.roles):
        return Refusal.NOT_YOUR_ROLE
    if kind is not SnapshotStepKind.RETURNED and is_outdated(session, snapshot):
        return Refusal.OUTDATED
    return _refusal_to_approve(session, snapshot, today, by) if kind is SnapshotStepKind.APPROVED else None


def is_outdated(session: Session, snapshot: IndexSnapshot) -> bool:
    """Tell whether figures of the same wave are published that were not read when this was computed.

    What is hidden was chosen without regard to them, so both together might tell what each of them hides. No
    clock decides: a computation may take long, and clocks of two machines differ.
    """
    published = session.scalars(
        sa.select(IndexSnapshot.id).where(
            IndexSnapshot.wave_id == snapshot.wave_id,
            IndexSnapshot.id != snapshot.id,
            IndexSnapshot.published_at.is_not(None),
        )
    )
    return not set(map(str, published)) <= set(snapshot.published_before)


def is_alone(session: Session, snapshot: IndexSnapshot) -> bool:
    """Tell whether nobody but who checked `snapshot` could approve it in its region."""
    return staff.holders(session, snapshot.wave.region_id, *APPROVERS) == {checker(session, snapshot.id)}


def able(session: Session, snapshot: IndexSnapshot) -> list[str]:
    """Return the names of those who may take the next step, as soon as it may be taken."""
    forward = (kind for kind, rule in RULES.items() if snapshot.state in rule.states)
    kind = next((kind for kind in forward if kind is not SnapshotStepKind.RETURNED), None)
    if kind is None:
        return []
    people = staff.holders(session, snapshot.wave.region_id, *RULES[kind].roles)
    if kind is SnapshotStepKind.APPROVED and not is_alone(session, snapshot):
        people -= {checker(session, snapshot.id)}
    names = sa.select(StaffMember.name).where(StaffMember.id.in_(people))
    return list(session.scalars(names.order_by(StaffMember.name)))


def checker(session: Session, snapshot_id: UUID) -> UUID | None:
    """Return who checked a snapshot last."""
    checked = sa.select(SnapshotStep.staff_member_id).where(
        SnapshotStep.snapshot_id == snapshot_id, SnapshotStep.kind == SnapshotStepKind.CHECKED
    )
    return session.scalar(checked.order_by(SnapshotStep.happened_at.desc()).limit(1))


def published(session: Session, wave_id: UUID) -> Sequence[IndexSnapshot]:
    """Return what everybody is shown of a wave: one snapshot, or none."""
    return session.scalars(
        sa.select(IndexSnapshot).where(
            IndexSnapshot.wave_id == wave_id, IndexSnapshot.state == SnapshotState.PUBLISHED
        )
    ).all()


def steps(session: Session, snapshot_id: UUID) -> Sequence[SnapshotStep]:
    """Return what was done with a snapshot, the first step first, each with who did it."""
    return session.scalars(
        sa.select(SnapshotStep)
        .where(SnapshotStep.snapshot_id == snapshot_id)
        .options(joinedload(SnapshotStep.staff_member))
        .order_by(SnapshotStep.happened_at)
    ).all()


def awaiting_approval_by(
    session: Session, region_ids: frozenset[UUID], today: date, by: UUID
) -> tuple[IndexSnapshot, ...]:
    """Return the snapshots of some regions that `by` could approve now."""
    waiting = session.scalars(
        sa.select(IndexSnapshot)
        .join(IndexSnapshot.wave)
        .options(joinedload(IndexSnapshot.wave))
        .where(IndexSnapshot.state == SnapshotState.IN_REPLY, Wave.region_id.in_(region_ids))
    )
    approve = SnapshotStepKind.APPROVED
    return tuple(each for each in waiting if refusal(session, each, approve, today, by) is None)


def _refusal_to_approve(session: Session, snapshot: IndexSnapshot, today: date, by: UUID) -> Refusal | None:
    if replies.is_open(snapshot, today) and replies.unanswered(session, snapshot):
        return Refusal.STILL_IN_REPLY
    if by == checker(session, snapshot.id) and not is_alone(session, snapshot):
        return Refusal.SAME_PERSON
    return None
