"""The town and its services: regions, territories, providers, services, groups, money, coding frame."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column, relationship

from survey_app.db import Base, Json


class Region(Base):
    """A town or micro-region: everything else belongs to one."""

    __tablename__ = "region"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    code: Mapped[str] = mapped_column(sa.String(40), unique=True)
    name: Mapped[str] = mapped_column(sa.String(120))
    languages: Mapped[list[str]] = mapped_column(Json)
    phone: Mapped[str] = mapped_column(sa.String(40), default="")
    email: Mapped[str] = mapped_column(sa.String(120), default="")
    address: Mapped[str] = mapped_column(sa.String(200), default="")
    brand_colour: Mapped[str] = mapped_column(sa.String(7), default="")
    made_up: Mapped[bool] = mapped_column(default=False)


class Territory(Base):
    """A part of a region that respondents name as home."""

    __tablename__ = "territory"
    __table_args__ = (sa.UniqueConstraint("region_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    code: Mapped[str] = mapped_column(sa.String(40))
    names: Mapped[dict[str, str]] = mapped_column(Json)
    population: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)


class TargetGroup(Base):
    """A group of people for whom help is meant (code list of the domain, shared by all regions)."""

    __tablename__ = "target_group"

    code: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(Json)
    position: Mapped[int] = mapped_column(default=0)


class ServiceType(Base):
    """A type of social service under act 108/2006 Coll.; types come and go with the law."""

    __tablename__ = "service_type"

    code: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    names: Mapped[dict[str, str]] = mapped_column(Json)
    family: Mapped[str] = mapped_column(sa.String(20))
    section: Mapped[str] = mapped_column(sa.String(10))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Provider(Base):
    """An organisation that provides social services."""

    __tablename__ = "provider"
    __table_args__ = (sa.UniqueConstraint("region_id", "code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    code: Mapped[str] = mapped_column(sa.String(40))
    name: Mapped[str] = mapped_column(sa.String(200))
    legal_form: Mapped[str] = mapped_column(sa.String(80), default="")


class SocialService(Base):
    """A social service that citizens can rate. `forms` and `target_groups` are lists of codes."""

    __tablename__ = "social_service"
    __table_args__ = (sa.UniqueConstraint("region_id", "service_code"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    region_id: Mapped[UUID] = mapped_column(sa.ForeignKey("region.id"), index=True)
    provider_id: Mapped[UUID] = mapped_column(sa.ForeignKey("provider.id"))
    service_code: Mapped[str] = mapped_column(sa.String(40))
    service_type_code: Mapped[str] = mapped_column(sa.ForeignKey("service_type.code"))
    names: Mapped[dict[str, str]] = mapped_column(Json)
    forms: Mapped[list[str]] = mapped_column(Json)
    target_groups: Mapped[list[str]] = mapped_column(Json)
    capacity: Mapped[int | None]
    capacity_unit: Mapped[str] = mapped_column(sa.String(40), default="")
    users_per_year: Mapped[int | None]

    provider: Mapped[Provider] = relationship()


class Funding(Base):
    """Money for one service in one year from one source, in CZK."""

    __tablename__ = "funding"
    __table_args__ = (sa.UniqueConstraint("service_id", "year", "source"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    service_id: Mapped[UUID] = mapped_column(sa.ForeignKey("social_service.id"), index=True)
    year: Mapped[int]
    source: Mapped[str] = mapped_column(sa.String(20))
    amount_czk: Mapped[Decimal] = mapped_column(sa.Numeric(14, 2))


class CodingFrameVersion(Base):
    """A frozen version of the coding frame: the newest codes new comments, old ones explain old codings."""

    __tablename__ = "coding_frame_version"

    version: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    sequence: Mapped[int] = mapped_column(unique=True)
    document: Mapped[dict[str, Any]] = mapped_column(Json)
