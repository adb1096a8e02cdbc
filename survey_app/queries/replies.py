"""What providers see of results before the public does, and what they say of their own.

A provider is shown public documents only: what is hidden there is hidden here too, so that nobody learns from
this page what the published figures keep to themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import (
    IndexSnapshot,
    Provider,
    ProviderReply,
    RoleAssignment,
    SocialService,
    StaffMember,
    Wave,
)
from survey_app.queries.comparison import Listed
from survey_app.queries.results import PUBLIC
from survey_app.vocabulary import Role, SnapshotState


@dataclass(frozen=True)
class Concerned:
    """A provider with services in a snapshot: whether it has replied, and whether anybody could do so."""

    provider: Provider
    replied: bool
    has_account: bool


def provider_of(session: Session, staff_id: UUID, region_id: UUID) -> Provider | None:
    """Return the organisation that a person speaks for in a region."""
    return session.scalar(
        sa.select(Provider)
        .join(RoleAssignment, RoleAssignment.provider_id == Provider.id)
        .where(
            RoleAssignment.staff_member_id == staff_id,
            RoleAssignment.region_id == region_id,
            RoleAssignment.role == Role.PROVIDER,
            Provider.region_id == region_id,
        )
    )


def snapshots_for_providers(session: Session, region_ids: Iterable[UUID]) -> Sequence[IndexSnapshot]:
    """Return what providers of some regions may see, the wave that closed last first."""
    return session.scalars(
        _visible()
        .where(Wave.region_id.in_(region_ids), IndexSnapshot.state != SnapshotState.SUPERSEDED)
        .order_by(Wave.closes_at.desc(), IndexSnapshot.computed_at.desc())
    ).all()


def snapshot_for_providers(
    session: Session, snapshot_id: UUID, region_ids: Iterable[UUID]
) -> IndexSnapshot | None:
    """Return a snapshot that providers of some regions may see; None for any other."""
    return session.scalar(_visible().where(IndexSnapshot.id == snapshot_id, Wave.region_id.in_(region_ids)))


def _visible() -> sa.Select[IndexSnapshot]:
    in_reply = sa.and_(IndexSnapshot.state == SnapshotState.IN_REPLY, IndexSnapshot.reply_until.is_not(None))
    return (
        sa.select(IndexSnapshot)
        .join(Wave)
        .where(sa.or_(in_reply, IndexSnapshot.state.in_(PUBLIC)))
        .options(joinedload(IndexSnapshot.wave).joinedload(Wave.region))
    )


def is_open(snapshot: IndexSnapshot, today: date) -> bool:
    """Tell whether providers may reply; the last day counts."""
    until = snapshot.reply_until
    return snapshot.state is SnapshotState.IN_REPLY and until is not None and today <= until


def services_of(session: Session, snapshot: IndexSnapshot, provider_id: UUID) -> list[SocialService]:
    """Return the services of a provider that a snapshot is about, by their code."""
    return [each for each in _services(session, snapshot) if each.provider_id == provider_id]


def listed(session: Session, snapshot: IndexSnapshot) -> dict[str, Listed]:
    """Return whose and of which type each service is that a snapshot is about, by its code."""
    return {
        each.service_code: Listed(each.provider_id, each.service_type_code)
        for each in _services(session, snapshot)
    }


def reply_of(session: Session, snapshot_id: UUID, provider_id: UUID) -> ProviderReply | None:
    """Return what a provider said of a snapshot."""
    return session.scalar(
        sa.select(ProviderReply).where(
            ProviderReply.snapshot_id == snapshot_id, ProviderReply.provider_id == provider_id
        )
    )


def replies_of(session: Session, snapshot_id: UUID) -> Sequence[ProviderReply]:
    """Return all replies to a snapshot by the provider's name, published or not."""
    return session.scalars(
        sa.select(ProviderReply)
        .join(ProviderReply.provider)
        .options(joinedload(ProviderReply.provider))
        .where(ProviderReply.snapshot_id == snapshot_id)
        .order_by(Provider.name)
    ).all()


def published_replies(session: Session, snapshot_id: UUID) -> Sequence[ProviderReply]:
    """Return what is printed with the results: nothing before they are published."""
    state = session.scalar(sa.select(IndexSnapshot.state).where(IndexSnapshot.id == snapshot_id))
    return replies_of(session, snapshot_id) if state in PUBLIC else ()


def concerned(session: Session, snapshot: IndexSnapshot) -> list[Concerned]:
    """Return the providers whose services a snapshot is about, by name."""
    mine = {each.provider_id for each in _services(session, snapshot)}
    found = session.scalars(sa.select(Provider).where(Provider.id.in_(mine)).order_by(Provider.name))
    said = {each.provider_id for each in replies_of(session, snapshot.id)}
    able = set(
        session.scalars(
            sa.select(RoleAssignment.provider_id)
            .join(StaffMember)
            .where(RoleAssignment.provider_id.in_(mine), StaffMember.active)
        )
    )
    return [Concerned(each, each.id in said, each.id in able) for each in found]


def unanswered(session: Session, snapshot: IndexSnapshot) -> list[Provider]:
    """Return the providers concerned that have not replied, by name."""
    return [each.provider for each in concerned(session, snapshot) if not each.replied]


def _services(session: Session, snapshot: IndexSnapshot) -> Sequence[SocialService]:
    codes = [cell["code"] for cell in snapshot.public_document.get("cells", ()) if cell["kind"] == "service"]
    region_id = sa.select(Wave.region_id).where(Wave.id == snapshot.wave_id).scalar_subquery()
    return session.scalars(
        sa.select(SocialService)
        .where(SocialService.region_id == region_id, SocialService.service_code.in_(codes))
        .order_by(SocialService.service_code)
    ).all()
