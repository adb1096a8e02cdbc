"""What there is in the town: regions, services, groups, territories, the coding frame."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import CodingFrameVersion, Provider, Region, SocialService, TargetGroup, Territory


def regions(session: Session) -> list[Region]:
    """Return all regions by name."""
    return list(session.scalars(sa.select(Region).order_by(Region.name)))


def region_by_code(session: Session, code: str) -> Region | None:
    """Return the region with `code`."""
    return session.scalar(sa.select(Region).where(Region.code == code))


def provider_by_code(session: Session, region_id: UUID, code: str) -> Provider | None:
    """Return the provider of a region with `code`."""
    return session.scalar(sa.select(Provider).where(Provider.region_id == region_id, Provider.code == code))


def services(session: Session, region_id: UUID) -> list[SocialService]:
    """Return the services of a region by their code."""
    return list(
        session.scalars(
            sa.select(SocialService)
            .where(SocialService.region_id == region_id)
            .order_by(SocialService.service_code)
        )
    )


def target_groups(session: Session) -> list[TargetGroup]:
    """Return the code list of target groups in its own order."""
    return list(session.scalars(sa.select(TargetGroup).order_by(TargetGroup.position)))


def territories(session: Session, region_id: UUID) -> list[Territory]:
    """Return the territories of a region in their own order."""
    return list(
        session.scalars(
            sa.select(Territory).where(Territory.region_id == region_id).order_by(Territory.position)
        )
    )


def newest_coding_frame(session: Session) -> CodingFrameVersion | None:
    """Return the coding frame that new comments are coded with."""
    return session.scalar(sa.select(CodingFrameVersion).order_by(CodingFrameVersion.sequence.desc()).limit(1))


def catalogues(session: Session, region_id: UUID) -> dict[str, list[dict[str, Any]]]:
    """Return what a questionnaire's options are filled from at publication, as option documents by source."""
    return {
        "services": [
            {
                "code": service.service_code,
                "labels": service.names,
                "attributes": {"forms": service.forms, "target_groups": service.target_groups},
            }
            for service in services(session, region_id)
        ],
        "target_groups": [{"code": group.code, "labels": group.names} for group in target_groups(session)],
        "territories": [
            {"code": territory.code, "labels": territory.names}
            for territory in territories(session, region_id)
        ],
    }
