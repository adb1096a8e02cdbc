"""Groups whose questions share one list: a rating battery, where nothing is lost by making it one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.definition import ItemType
from forms.expressions.tree import to_document
from forms.interchange.codes import Codes
from forms.interchange.xlsform import carried, kobo, leftovers
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.items import COLUMNS, Items
from forms.interchange.xlsform.targets import LIKERT, Planned, appearance
from forms.interchange.xlsform.tree import Group, Place

ROLE = "battery"
FEWEST_ROWS = 2
MOST_ROWS = 50
MOST_OPTIONS = 11
TOGETHER = frozenset({"field-list", "table-list"})


def rows_of(group: Group, planned: Mapping[Place, Planned]) -> list[Planned]:
    """The rows of the battery that a group is; none when it is not one."""
    if group.name == "survey" or any(isinstance(child, Group) for child in group.children):
        return []
    own = carried.read(group.record.get(carried.ITEM))
    found = [planned.get(question.place) for question in group.questions()]
    rows = [row for row in found if row is not None]
    if len(rows) < len(found) or not rows:
        return []
    if own is not None:
        return rows if own.role == ROLE else []
    rows = [row for row in rows if "label" not in appearance(row.question.record)]
    return rows if _is_battery(group, rows) else []


def _is_battery(group: Group, rows: list[Planned]) -> bool:
    lists = {row.choices.name if row.choices else "" for row in rows}
    together = (
        group.name == kobo.SCORE
        or bool(appearance(group.record) & TOGETHER)
        or all(appearance(row.question.record) & LIKERT for row in rows)
    )
    first = rows[0].choices if rows else None
    return (
        together
        and FEWEST_ROWS <= len(rows) <= MOST_ROWS
        and len(lists) == 1
        and first is not None
        and FEWEST_ROWS <= len(first.options) <= MOST_OPTIONS
        and len({row.question.record.get("required") for row in rows}) == 1
        and _stem(group) is not None
        and all(_is_plain(row) for row in rows)
    )


def _stem(group: Group) -> Record | None:
    """The record whose label asks the question: the group's, or that of the row of headings."""
    for record in (group.record, *_headings(group)):
        if record.texts.get("label"):
            return record
    return None


def _headings(group: Group) -> list[Record]:
    """The rows that only show the labels of the options."""
    return [question.record for question in group.questions() if "label" in appearance(question.record)]


def _note_headings(group: Group, items: Items) -> None:
    """A battery asks one question: beside the group's own label those of headings have no place."""
    stem = _stem(group)
    for heading in _headings(group):
        for text in heading.texts.get("label", {}).values() if heading is not stem else ():
            items.notes.at(heading.row, "heading_lost", text=text)


def _is_plain(row: Planned) -> bool:
    record = row.question.record
    said = record.texts.get("hint") or record.texts.get("guidance_hint") or record.get("relevant")
    return (
        row.type in (ItemType.SINGLE_CHOICE, ItemType.RATING)
        and bool(record.texts.get("label"))
        and not (said or record.get("constraint") or record.get("choice_filter"))
        and not (row.question.kind.other or leftovers.is_random(record))
    )


def document(group: Group, rows: list[Planned], items: Items, codes: Codes) -> dict[str, Any] | None:
    """The battery; None when its list cannot be a scale. Raises items.NeverAskedError."""
    record = group.record
    own = carried.read(record.get(carried.ITEM))
    scale = items.scales.of(rows[0].choices) if rows[0].choices else None
    if scale is None and (own is None or "scale" not in own.keys):
        return None
    name = record.get("name")
    known = own.value("item_code", name) if own else None
    battery: dict[str, Any] = {
        "item_code": codes.distinct(known) if isinstance(known, str) else codes.item(name, "battery"),
        "type": ItemType.RATING_BATTERY.value,
        **items.texts(record, COLUMNS),
        "scale": scale,
        "rows": [_row(row, items) for row in rows],
    }
    battery.setdefault("texts", items.texts(_stem(group) or record, COLUMNS).get("texts", {}))
    asked_if = items.asked_if(record, own)
    if asked_if is not None:
        battery["visible_if"] = to_document(asked_if)
    first = rows[0].question.record
    items.require(first, battery)
    leftovers.note(record, items.notes)
    _note_headings(group, items)
    if own is not None:
        raw = {column: items.labels.raw(record, column) for column in COLUMNS.values()}
        own.restore(battery, record.cells, raw)
    return battery


def _row(row: Planned, items: Items) -> dict[str, Any]:
    record = row.question.record
    found = {"item_code": row.code, **items.texts(record, {"texts": "label"})}
    leftovers.note(record, items.notes)
    if row.own is not None:
        found.setdefault("texts", {})
        row.own.restore(found, record.cells, {"label": items.labels.raw(record, "label")})
    return found
