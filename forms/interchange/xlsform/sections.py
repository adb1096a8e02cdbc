"""Groups as sections: nested ones stand one after another, each under the conditions of those around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.expressions.tree import Expression, to_document
from forms.interchange.codes import Codes
from forms.interchange.xlsform import batteries, carried, leftovers
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.conditions import joined
from forms.interchange.xlsform.items import Items, NeverAskedError
from forms.interchange.xlsform.targets import TYPES, Planned
from forms.interchange.xlsform.tree import Group, Place, Question

MOST_SECTIONS = 100
MOST_ITEMS = 500
ROLE = "section"


@dataclass
class _Open:
    """The section that is being filled, and the group it came from."""

    record: Record
    conditions: tuple[Expression, ...]
    items: list[dict[str, Any]] = field(default_factory=list)


class Sections:
    """Walks the tree and collects sections that have items."""

    def __init__(self, items: Items, planned: Mapping[Place, Planned], item_codes: Codes) -> None:
        self.items = items
        self.planned = planned
        self.item_codes = item_codes
        self.codes = Codes()
        self.found: list[dict[str, Any]] = []
        self.frames: dict[str, dict[str, str]] = {}

    def documents(self, survey: Group) -> list[dict[str, Any]]:
        """The sections of a whole survey."""
        self._group(survey, (), 0)
        return [part for section in _gathered(self.found, self.items) for part in self._parts(section)]

    def _parts(self, section: dict[str, Any]) -> list[dict[str, Any]]:
        """The section, taken apart where it has more items than a section may have."""
        items = section["items"]
        parts = [section | {"items": items[:MOST_ITEMS]}]
        for start in range(MOST_ITEMS, len(items), MOST_ITEMS):
            code = self.codes.distinct(section["section_code"])
            parts.append(section | {"section_code": code, "items": items[start : start + MOST_ITEMS]})
        return parts

    def _group(self, group: Group, conditions: tuple[Expression, ...], depth: int) -> None:
        current = _Open(group.record, conditions)
        for child in group.children:
            if isinstance(child, Question):
                self._question(child, current)
            elif not self._is_battery(child, current):
                self._close(current)
                current = _Open(group.record, conditions)
                self._inner(child, conditions, depth)
        said = self._close(current)
        if not said and group.record.texts.get("label"):
            self._note_silent(group)

    def _inner(self, group: Group, conditions: tuple[Expression, ...], depth: int) -> None:
        record = group.record
        own = carried.read(record.get(carried.ITEM))
        try:
            asked_if = self.items.asked_if(record, own)
        except NeverAskedError:
            self.items.never_asked(record, _label(record))
            for question in group.questions():
                self.items.never_asked(question.record, _label(question.record), record.get("relevant"))
            return
        if depth:
            self.items.notes.at(record.row, "nested_group", label=_label(record))
        leftovers.note(record, self.items.notes)
        if own is None:
            self._note_hints(record)
        self._group(group, (*conditions, asked_if) if asked_if is not None else conditions, depth + 1)

    def _note_hints(self, record: Record) -> None:
        """A section has a title only."""
        for column in ("hint", "guidance_hint"):
            for text in record.texts.get(column, {}).values():
                self.items.notes.at(record.row, "group_hint_lost", text=text)

    def _note_silent(self, group: Group) -> None:
        """The title of a group that has no question of its own beside those of inner groups."""
        self.items.notes.at(group.record.row, "title_lost", label=_label(group.record))

    def _question(self, question: Question, current: _Open) -> None:
        record = question.record
        found = self.planned.get(question.place)
        if found is not None:
            self._item(found, current)
            return
        base = question.kind.base
        if base in TYPES:
            return
        code = {"calculate": "calculation_lost", "metadata": "metadata_lost", "device": "device_lost"}
        value = question.kind.name
        if base == "calculate":
            value = record.get("calculation") or _label(record)
        self.items.notes.at(record.row, code.get(base, "type_unknown"), value=value, label=_label(record))

    def _item(self, planned: Planned, current: _Open) -> None:
        role = planned.own.role if planned.own else ""
        item = None if role in carried.ABSORBED else self.items.document(planned)
        if item is not None and role in carried.FRAMES:
            self.frames[role] = item["texts"]
        elif item is not None:
            current.items.append(item)

    def _is_battery(self, group: Group, current: _Open) -> bool:
        """Whether the group was one item, which now stands in the section around it."""
        rows = batteries.rows_of(group, self.planned)
        if not rows:
            return False
        try:
            battery = batteries.document(group, rows, self.items, self.item_codes)
        except NeverAskedError:
            self.items.never_asked(group.record, _label(group.record))
            return True
        if battery is not None:
            current.items.append(battery)
        return battery is not None

    def _close(self, current: _Open) -> bool:
        """Keep the section if it has items; tell whether it had."""
        record = current.record
        own = carried.read(record.get(carried.ITEM))
        if not current.items and own is None:
            return False
        known = own.value("section_code", record.get("name")) if own else None
        section: dict[str, Any] = {
            "section_code": known
            if isinstance(known, str) and known not in self.codes.taken
            else self.codes.item(record.get("name") or "section", "section"),
            "titles": self.items.labels.texts(record, "label", "titles"),
            "items": current.items,
        }
        self.codes.taken.add(section["section_code"])
        condition = joined(current.conditions)
        if condition is not None:
            section["visible_if"] = to_document(condition)
        if own is not None:
            raw = {"label": self.items.labels.raw(record, "label")}
            own.restore(section, record.cells, raw)
        self.found.append(section)
        return True


def _gathered(sections: list[dict[str, Any]], items: Items) -> list[dict[str, Any]]:
    """At most MOST_SECTIONS sections: neighbours put together, their conditions given to their items."""
    if len(sections) <= MOST_SECTIONS:
        return sections
    size = -(-len(sections) // MOST_SECTIONS)
    items.notes.add("survey", "sections_joined", sections=str(len(sections)), maximum=str(MOST_SECTIONS))
    groups = [sections[start : start + size] for start in range(0, len(sections), size)]
    for group in groups:
        for title in [title for section in group if (title := " / ".join(section["titles"].values()))][1:]:
            items.notes.add("survey", "joined_title_lost", title=title)
    return [_together(group) for group in groups]


def _together(sections: list[dict[str, Any]]) -> dict[str, Any]:
    items = []
    for section in sections:
        for item in section["items"]:
            both = [part["visible_if"] for part in (section, item) if "visible_if" in part]
            if both:
                item["visible_if"] = both[0] if len(both) == 1 else {"op": "and", "of": both}
            items.append(item)
    titles: dict[str, str] = next((section["titles"] for section in sections if section["titles"]), {})
    return {"section_code": sections[0]["section_code"], "titles": titles, "items": items}


def _label(record: Record) -> str:
    return next(iter(record.texts.get("label", {}).values()), record.get("name"))
