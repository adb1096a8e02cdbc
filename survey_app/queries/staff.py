"""Who a member of staff is, what the person may do, and how signing in went lately."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, selectinload

from survey_app.models import RoleAssignment, SignInFailure, StaffMember
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


def member_by_email(session: Session, email: str) -> StaffMember | None:
    """Return the account with `email`, however it is capitalised, closed or not; with its roles."""
    return session.scalar(
        sa.select(StaffMember)
        .where(StaffMember.email == normal_email(email))
        .options(selectinload(StaffMember.assignments).joinedload(RoleAssignment.region))
    )


def members(session: Session) -> list[StaffMember]:
    """Return all accounts by e-mail, with their roles."""
    return list(
        session.scalars(
            sa.select(StaffMember)
            .order_by(StaffMember.email)
            .options(selectinload(StaffMember.assignments).joinedload(RoleAssignment.region))
        )
    )


def holders(session: Session, region_id: UUID, *roles: Role) -> frozenset[UUID]:
    """Return who holds one of `roles` in a region, by key; closed accounts hold nothing."""
    statement = sa.select(RoleAssignment.staff_member_id).join(StaffMember)
    mine = (RoleAssignment.region_id == region_id, RoleAssignment.role.in_(roles), StaffMember.active)
    return frozenset(session.scalars(statement.where(*mine)))


def people(session: Session, region_id: UUID, *roles: Role) -> list[tuple[StaffMember, list[Role]]]:
    """Return who holds which of `roles` in a region, by name; closed accounts hold nothing."""
    held: dict[UUID, tuple[StaffMember, list[Role]]] = {}
    for role in roles:
        for member_id in holders(session, region_id, role):
            held.setdefault(member_id, (session.get_one(StaffMember, member_id), []))[1].append(role)
    return sorted(held.values(), key=lambda person: person[0].name)


def normal_email(email: str) -> str:
    """Return `email` as accounts store it; a NUL, which PostgreSQL would not look up, is left out."""
    return email.replace("\0", "").strip().casefold()


@dataclass(frozen=True)
class Failures:
    """How often signing in failed lately, and when last (None: it did not)."""

    count: int
    last_at: datetime | None


def sign_in_failures(session: Session, since: datetime, *, account: str = "", address: str = "") -> Failures:
    """Return the failures since an instant for a hashed account, a hashed address, or the pair of them."""
    statement = sa.select(sa.func.count(), sa.func.max(SignInFailure.failed_at)).where(
        SignInFailure.failed_at > since
    )
    if account:
        statement = statement.where(SignInFailure.account_hash == account)
    if address:
        statement = statement.where(SignInFailure.address_hash == address)
    count, last_at = session.execute(statement).one()
    return Failures(count, last_at)
