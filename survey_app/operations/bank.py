"""The item bank: items and scales that the questionnaires of a region share, under the codes they have there.

A code in the bank is the code in every questionnaire: taken from here, answers compare over years.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.definition.schema import DEFINITIONS
from forms.documents.conformity import require
from survey_app import db
from survey_app.models import BankEntry, Region
from survey_app.operations import audit
from survey_app.vocabulary import BankEntryKind


class EntryTakenError(Exception):
    """The bank of the region has something else under this code."""


def keep_item(
    session: Session,
    region: Region,
    item: Mapping[str, Any],
    scale: Mapping[str, Any] | None = None,
    *,
    replace: bool = False,
    by: UUID | None = None,
) -> BankEntry:
    """Keep an item, with the scale it is answered on; conditions stay behind, because they read other items.

    Raises:
        EntryTakenError: another item has the code, and it is not to be replaced.
        forms.definition.DefinitionError: it is no item or no scale.
    """
    kept = {key: value for key, value in item.items() if key not in ("visible_if", "visible_if_texts")}
    _require(kept, "item")
    document: dict[str, Any] = {"item": kept}
    if scale is not None:
        _require(scale, "scale")
        document["scale"] = dict(scale)
    return _keep(session, region, BankEntryKind.ITEM, item["item_code"], document, replace=replace, by=by)


def keep_scale(
    session: Session,
    region: Region,
    scale: Mapping[str, Any],
    *,
    replace: bool = False,
    by: UUID | None = None,
) -> BankEntry:
    """Keep a scale. Raises as `keep_item` does."""
    _require(scale, "scale")
    document = {"scale": dict(scale)}
    return _keep(session, region, BankEntryKind.SCALE, scale["code"], document, replace=replace, by=by)


def rename(session: Session, entry: BankEntry, code: str, *, by: UUID | None = None) -> None:
    """Give an entry, and what it keeps, another code; questionnaires that have it already stay as they are.

    Raises:
        EntryTakenError: another entry has the code.
        forms.definition.DefinitionError: it is no code.
    """
    known = _find(session, entry.region_id, entry.kind, code)
    if known is not None and known.id != entry.id:
        raise EntryTakenError(code)
    part, key = ("item", "item_code") if entry.kind is BankEntryKind.ITEM else ("scale", "code")
    renamed = {**entry.document[part], key: code}
    _require(renamed, part)
    before = entry.code
    with db.unless_taken(session, EntryTakenError(code)):
        entry.code, entry.document = code, {**entry.document, part: renamed}
    _record(session, entry, "bank_entry_renamed", by, before=before)


def remove(session: Session, entry: BankEntry, *, by: UUID | None = None) -> None:
    """Take an entry out of the bank; questionnaires that have it keep it."""
    _record(session, entry, "bank_entry_removed", by)
    session.delete(entry)


def _keep(
    session: Session,
    region: Region,
    kind: BankEntryKind,
    code: str,
    document: dict[str, Any],
    *,
    replace: bool,
    by: UUID | None,
) -> BankEntry:
    row = {"id": uuid4(), "region_id": region.id, "kind": kind, "code": code, "document": document}
    is_new = db.insert_unless_known(session, BankEntry, ("region_id", "kind", "code"), row)
    entry = _find(session, region.id, kind, code)
    assert entry is not None  # noqa: S101  # it was there, or has just been put there
    if not is_new and entry.document == document:
        return entry
    if not is_new and not replace:
        raise EntryTakenError(code)
    entry.document = document
    _record(session, entry, "bank_entry_kept", by)
    return entry


def _find(session: Session, region_id: UUID, kind: BankEntryKind, code: str) -> BankEntry | None:
    return session.scalar(
        sa.select(BankEntry).where(
            BankEntry.region_id == region_id, BankEntry.kind == kind, BankEntry.code == code
        )
    )


def _require(part: Mapping[str, Any], kind: str) -> None:
    require(dict(part), {"$ref": f"#/$defs/{kind}", "$defs": DEFINITIONS})


def _record(session: Session, entry: BankEntry, action: str, by: UUID | None, **detail: Any) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=entry.region_id,
        action=action,
        object_type="bank_entry",
        object_id=entry.id,
        code=entry.code,
        **detail,
    )
