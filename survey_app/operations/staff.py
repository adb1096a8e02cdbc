"""Accounts of staff and their roles. Whatever changes what a person may do ends the person's sessions."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import Provider, Region, RoleAssignment, StaffMember
from survey_app.operations import audit
from survey_app.queries import staff as staff_queries
from survey_app.vocabulary import Role


class RefusedError(Exception):
    """The change makes no sense; the message is one sentence for the administrator."""


def add_member(
    session: Session, *, email: str, name: str, password_hash: str, by: UUID | None = None
) -> StaffMember:
    """Open an account without any role yet.

    Raises:
        RefusedError: there is an account with this e-mail.
    """
    if staff_queries.member_by_email(session, email) is not None:
        raise RefusedError(
            f"There already is an account with the e-mail {staff_queries.normal_email(email)}."
        )
    member = StaffMember(
        email=staff_queries.normal_email(email),
        name=name.strip(),
        password_hash=password_hash,
        assignments=[],
    )
    session.add(member)
    session.flush()
    _record(session, by, "staff_added", member, email=member.email, name=member.name)
    return member


def grant(
    session: Session,
    member: StaffMember,
    role: Role,
    region: Region,
    provider: Provider | None = None,
    by: UUID | None = None,
) -> None:
    """Give a role in a region.

    Raises:
        RefusedError: the person holds it already, or the provider is missing, not wanted or a foreign one.
    """
    if (role is Role.PROVIDER) != (provider is not None):
        raise RefusedError("The role provider needs a provider, and no other role has one.")
    if provider is not None and provider.region_id != region.id:
        raise RefusedError(f"The provider {provider.code} does not belong to the region {region.code}.")
    if _assignment(member, role, region) is not None:
        raise RefusedError(f"{member.email} already is {role} in {region.code}.")
    member.assignments.append(
        RoleAssignment(region_id=region.id, role=role, provider_id=provider.id if provider else None)
    )
    session.flush()
    _end_sessions(member)
    _record(session, by, "role_granted", member, region, role=role, provider=provider and provider.code)


def revoke(session: Session, member: StaffMember, role: Role, region: Region, by: UUID | None = None) -> None:
    """Take a role in a region away.

    Raises:
        RefusedError: the person does not hold it.
    """
    held = _assignment(member, role, region)
    if held is None:
        raise RefusedError(f"{member.email} is not {role} in {region.code}.")
    session.delete(held)
    _end_sessions(member)
    _record(session, by, "role_revoked", member, region, role=role)


def set_password(session: Session, member: StaffMember, password_hash: str, by: UUID | None = None) -> None:
    """Replace the password; every session of the person ends."""
    member.password_hash = password_hash
    _end_sessions(member)
    _record(session, by, "own_password_changed" if by == member.id else "password_set", member)


def set_own_password(session: Session, member_id: UUID, password_hash: str) -> StaffMember:
    """Replace the password of whoever asks for it; return the person with the raised session epoch."""
    member = session.get_one(StaffMember, member_id)
    set_password(session, member, password_hash, by=member_id)
    session.flush()
    session.refresh(member)
    return member


def renew_hash(session: Session, member_id: UUID, old_hash: str, new_hash: str) -> None:
    """Store the same password hashed with today's parameters, unless it was changed meanwhile."""
    session.execute(
        sa.update(StaffMember)
        .where(StaffMember.id == member_id, StaffMember.password_hash == old_hash)
        .values(password_hash=new_hash)
    )


def deactivate(session: Session, member: StaffMember, by: UUID | None = None) -> None:
    """Close an account; its decisions stay signed with the name.

    Raises:
        RefusedError: it is closed already.
    """
    if not member.active:
        raise RefusedError(f"The account {member.email} is closed already.")
    member.active = False
    _end_sessions(member)
    _record(session, by, "staff_deactivated", member)


def end_sessions(session: Session, member_id: UUID) -> None:
    """End every session of a person who signs out: a cookie that was copied ends with it."""
    member = session.get(StaffMember, member_id)
    if member is not None:
        _end_sessions(member)


def activate(session: Session, member: StaffMember, by: UUID | None = None) -> None:
    """Open a closed account again.

    Raises:
        RefusedError: it is open already.
    """
    if member.active:
        raise RefusedError(f"The account {member.email} is open already.")
    member.active = True
    _end_sessions(member)
    _record(session, by, "staff_activated", member)


def _assignment(member: StaffMember, role: Role, region: Region) -> RoleAssignment | None:
    return next(
        (held for held in member.assignments if held.role is role and held.region_id == region.id), None
    )


def _end_sessions(member: StaffMember) -> None:
    member.session_epoch = StaffMember.session_epoch + 1  # counted by the database, so no raise gets lost


def _record(
    session: Session,
    by: UUID | None,
    action: str,
    member: StaffMember,
    region: Region | None = None,
    **detail: object,
) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=region.id if region else None,
        action=action,
        object_type="staff_member",
        object_id=member.id,
        **{"email": member.email, **{key: value for key, value in detail.items() if value is not None}},
    )
