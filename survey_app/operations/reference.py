"""Bringing in what a town has: its territories, providers, services and money, from a directory of CSV files.

A row with a known code updates what is there, so a directory may be brought in again every year; nothing is
deleted, because last year's answers still name it. Columns are described in `docs/methodologist.md`.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.db import Base
from survey_app.models import (
    CodingFrameVersion,
    Funding,
    Provider,
    Region,
    ServiceType,
    SocialService,
    TargetGroup,
    Territory,
)
from survey_app.operations import audit, coders

Found = TypeVar("Found", bound=Base)

NAME_COLUMN = "name_"  # name_cs, name_en, name_uk: one column for each language
MONEY_COLUMN = "_czk"  # city_czk, region_state_czk: one column for each source of money


class UnreadableRowError(Exception):
    """A file cannot be brought in; the message is one sentence with file and line."""


class RegionTakenError(Exception):
    """There is a region with this code; the message is one sentence."""


@dataclass(frozen=True)
class Row:
    """One line of a CSV file, read by column and by what the column should hold."""

    file: str
    line: int
    cells: Mapping[str, str]

    def refuse(self, problem: str) -> NoReturn:
        """Raise `UnreadableRowError` with the place of this row."""
        raise UnreadableRowError(f"{self.file}, line {self.line}: {problem}.")

    def text(self, column: str) -> str:
        """Return what `column` holds, or refuse where it is missing or empty."""
        return self.optional(column) or self.refuse(f"the column {column} is missing or empty")

    def optional(self, column: str) -> str:
        """Return what `column` holds; empty where there is no such column."""
        return (self.cells.get(column) or "").strip()

    def codes(self, column: str) -> list[str]:
        """Return the codes that `column` holds, separated by semicolons."""
        return [code.strip() for code in self.optional(column).split(";") if code.strip()]

    def names(self) -> dict[str, str]:
        """Return the names by language; refuse where there is none."""
        names = {
            column.removeprefix(NAME_COLUMN): self.optional(column)
            for column in self.cells
            if column.startswith(NAME_COLUMN) and self.optional(column)
        }
        return names or self.refuse("there is no name in any language")

    def number(self, column: str) -> int | None:
        """Return the whole number that `column` holds, if any."""
        text = self.optional(column)
        try:
            return int(text) if text else None
        except ValueError:
            self.refuse(f"{text!r} in the column {column} is not a whole number")

    def day(self, column: str) -> date | None:
        """Return the date that `column` holds, if any."""
        text = self.optional(column)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            self.refuse(f"{text!r} in the column {column} is not a date such as 2026-01-31")

    def amount(self, column: str) -> Decimal | None:
        """Return the amount of money that `column` holds, if any."""
        text = self.optional(column)
        try:
            return Decimal(text) if text else None
        except InvalidOperation:
            self.refuse(f"{text!r} in the column {column} is not an amount")


def add_region(session: Session, *, code: str, name: str, languages: list[str], **details: Any) -> Region:
    """Add a region; `details` are the other columns of `Region`.

    Raises:
        RegionTakenError: the code is in use.
    """
    if _known(session, Region, code=code) is not None:
        raise RegionTakenError(f"There already is a region {code}.")
    region = Region(code=code, name=name, languages=languages, **details)
    session.add(region)
    session.flush()
    audit.record(
        session,
        staff_id=None,
        region_id=region.id,
        action="region_added",
        object_type="region",
        object_id=region.id,
        name=name,
    )
    return region


def import_directory(session: Session, region: Region, directory: Path) -> dict[str, int]:
    """Bring in the files that `directory` holds; return how many rows each of them had.

    Raises:
        UnreadableRowError: a row cannot be read, or names something unknown.
    """
    readers: dict[str, Callable[[Session, Region, Row], None]] = {
        "target_groups": _target_group,
        "service_types": _service_type,
        "territories": _territory,
        "providers": _provider,
        "services": _service,
        "funding": _funding,
    }
    counts: dict[str, int] = {}
    for name, bring_in in readers.items():
        for row in _rows(directory / f"{name}.csv"):
            bring_in(session, region, row)
            counts[name] = counts.get(name, 0) + 1
        session.flush()
    audit.record(
        session,
        staff_id=None,
        region_id=region.id,
        action="catalogues_imported",
        object_type="region",
        object_id=region.id,
        **counts,
    )
    return counts


def import_coding_frame(session: Session, version: str, document: Mapping[str, Any]) -> bool:
    """Freeze a coding frame as the newest, by which all comments are then coded.

    False where this version is there already, unchanged.

    Raises:
        UnreadableRowError: the version is there with other content.
    """
    known = session.get(CodingFrameVersion, version)
    if known is not None:
        if known.document != document:
            raise UnreadableRowError(
                f"Version {version} is frozen with other content; give this one a new name."
            )
        return False
    newest = session.scalar(sa.select(sa.func.max(CodingFrameVersion.sequence)))
    session.add(CodingFrameVersion(version=version, sequence=(newest or 0) + 1, document=dict(document)))
    audit.record(
        session,
        staff_id=None,
        region_id=None,
        action="coding_frame_imported",
        object_type="coding_frame",
        object_id=version,
    )
    session.flush()
    coders.promise_reclassification(session)
    return True


def _rows(path: Path) -> Iterator[Row]:
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        for line, cells in enumerate(csv.DictReader(file), start=2):
            yield Row(path.name, line, cells)


def _target_group(session: Session, _region: Region, row: Row) -> None:
    _keep(session, TargetGroup, {"code": row.text("code")}, names=row.names(), position=row.line)


def _service_type(session: Session, _region: Region, row: Row) -> None:
    _keep(
        session,
        ServiceType,
        {"code": row.text("code")},
        names=row.names(),
        family=row.text("category"),
        section=row.text("section_108_2006"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )


def _territory(session: Session, region: Region, row: Row) -> None:
    _keep(
        session,
        Territory,
        {"region_id": region.id, "code": row.text("code")},
        names=row.names(),
        population=row.number("population"),
        position=row.line,
    )


def _provider(session: Session, region: Region, row: Row) -> None:
    _keep(
        session,
        Provider,
        {"region_id": region.id, "code": row.text("id")},
        name=row.text("name"),
        legal_form=row.optional("legal_form_cs"),
    )


def _users_per_year(row: Row) -> int | None:
    """Read the newest of the columns users_2024, users_2025, …"""
    years = [column for column in row.cells if re.fullmatch(r"users_\d{4}", column)]
    return row.number(max(years)) if years else None


def _service(session: Session, region: Region, row: Row) -> None:
    provider = _known(session, Provider, region_id=region.id, code=row.text("provider_id"))
    if provider is None:
        row.refuse(f"the provider {row.text('provider_id')} is not known")
    if session.get(ServiceType, row.text("service_type")) is None:
        row.refuse(f"the service type {row.text('service_type')} is not known")
    for code in row.codes("target_groups"):
        if session.get(TargetGroup, code) is None:
            row.refuse(f"the target group {code} is not known")
    _keep(
        session,
        SocialService,
        {"region_id": region.id, "service_code": row.text("id")},
        provider_id=provider.id,
        service_type_code=row.text("service_type"),
        names=row.names(),
        forms=row.codes("forms"),
        target_groups=row.codes("target_groups"),
        capacity=row.number("capacity"),
        capacity_unit=row.optional("capacity_unit"),
        users_per_year=_users_per_year(row),
    )


def _funding(session: Session, region: Region, row: Row) -> None:
    service = _known(session, SocialService, region_id=region.id, service_code=row.text("service_id"))
    if service is None:
        row.refuse(f"the service {row.text('service_id')} is not known")
    year = row.number("year") or row.refuse("the year is missing")
    for column in row.cells:
        amount = row.amount(column) if column.endswith(MONEY_COLUMN) else None
        if amount is not None:
            key = {"service_id": service.id, "year": year, "source": column.removesuffix(MONEY_COLUMN)}
            _keep(session, Funding, key, amount_czk=amount)


def _known(session: Session, model: type[Found], **key: Any) -> Found | None:
    return session.scalar(sa.select(model).filter_by(**key))


def _keep(session: Session, model: type[Base], key: dict[str, Any], **values: Any) -> None:
    """Update the row with `key`, or add it."""
    known = _known(session, model, **key)
    if known is None:
        session.add(model(**key, **values))
        return
    for column, value in values.items():
        setattr(known, column, value)
