"""Who a member of staff is and what the person may do."""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from survey_app.models import StaffMember
from survey_app.vocabulary import Role


@dataclass(frozen=True)
class Identity:
    """A signed-in member of staff: the person and the roles by region."""

    id: UUID
    name: str
    email: str
    roles: frozenset[tuple[UUID, Role]]

    def holds(self, allowed: frozenset[Role]) -> bool:
        """Tell whether the person holds one of `allowed` in any region."""
        return any(role in allowed for _region_id, role in self.roles)

    def regions(self, *allowed: Role) -> frozenset[UUID]:
        """Return the regions in which the person holds one of `allowed`."""
        return frozenset(region_id for region_id, role in self.roles if role in allowed)


def identity(session: Session, staff_id: UUID, session_epoch: int) -> Identity | None:
    """Return who holds a session, or None where the session was ended or the account closed."""
    member = session.scalar(
        sa.select(StaffMember)
        .where(StaffMember.id == staff_id, StaffMember.session_epoch == session_epoch, StaffMember.active)
        .options(selectinload(StaffMember.assignments))
    )
    if member is None:
        return None
    roles = frozenset((assignment.region_id, assignment.role) for assignment in member.assignments)
    return Identity(member.id, member.name, member.email, roles)
