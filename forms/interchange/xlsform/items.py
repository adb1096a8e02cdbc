"""One row of the survey as the document of one item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyxform import aliases

from forms.definition import ItemType
from forms.definition.schema import KEYS_BY_TYPE
from forms.expressions.tree import Expression, to_document
from forms.interchange.xlsform import constraints, leftovers
from forms.interchange.xlsform.calculations import Calculations
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.conditions import (
    NUMERIC,
    InexpressibleError,
    Targets,
    condition,
    conjuncts,
    joined,
    number_of,
    whole,
)
from forms.interchange.xlsform.labels import Labels
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.scales import Scales
from forms.interchange.xlsform.targets import Planned
from forms.interchange.xlsform.xpath import Call, Literal, Node, UnreadableError

CHOICES = (
    ItemType.SINGLE_CHOICE,
    ItemType.MULTIPLE_CHOICE,
    ItemType.RANKING,
    ItemType.CATALOGUE_CHOICE,
)
COLUMNS = {"texts": "label", "hints": "hint", "interviewer_notes": "guidance_hint"}
OPTIONAL_KEYS = frozenset(key for keys in KEYS_BY_TYPE.values() for key in keys)
RANGE = {"start": "1", "end": "10", "step": "1"}
"""What a slider means that says nothing else."""
APPROXIMATE = {
    "integer": "whole_numbers_lost",
    "time": "time_is_text",
    "datetime": "time_of_day_lost",
    "external": "options_elsewhere",
}
"""Kind of question → the sentence that says how the item is only nearly the same."""


class NeverAskedError(Exception):
    """The condition of the row can never hold."""


@dataclass
class Items:
    """What it takes to make items of rows."""

    labels: Labels
    targets: Targets
    scales: Scales
    notes: Notes
    main: str
    calculations: Calculations

    def document(self, planned: Planned) -> dict[str, Any] | None:
        """The item of a row; None (noted) for one that nobody would ever be asked."""
        record = planned.question.record
        item: dict[str, Any] = {"item_code": planned.code, "type": planned.type.value}
        item.update(self.texts(record, COLUMNS))
        if not item.get("texts"):
            if planned.type is ItemType.INFORMATION and planned.own is None:
                self.notes.at(record.row, "nothing_to_say")
                leftovers.note(record, self.notes)
                return None
            item["texts"] = {self.main: record.get("name") or planned.code}
            if planned.own is None:
                self.notes.at(record.row, "no_label")
        try:
            asked_if = self.asked_if(record, planned.own)
        except NeverAskedError:
            self.never_asked(record, " / ".join(item["texts"].values()))
            return None
        if asked_if is not None:
            item["visible_if"] = to_document(asked_if)
        self.require(record, item)
        self._choices(planned, item)
        self._limits(planned, item)
        self._finish(planned, item)
        return item

    def texts(self, record: Record, columns: Mapping[str, str]) -> dict[str, dict[str, str]]:
        """Key of a document → texts by tag, for keys that have any."""
        found = {key: self.labels.texts(record, column, key) for key, column in columns.items()}
        return {key: texts for key, texts in found.items() if texts}

    def asked_if(self, record: Record, own: Any = None) -> Expression | None:
        """The condition of a row. What of it cannot be said is noted; the rest counts.

        Raises NeverAskedError.
        """
        cell = record.get("relevant")
        if not cell or (own is not None and own.value("visible_if", cell) is not None):
            return None
        parts: list[Expression] = []
        try:
            nodes = [self.calculations.put_in(node, record) for node in conjuncts(cell)]
        except UnreadableError:
            nodes = []
            self.notes.at(record.row, "condition_lost", condition=cell)
        for node in nodes:
            try:
                part = condition(node, self.targets)
            except InexpressibleError:
                self.notes.at(record.row, "condition_lost", condition=cell)
                continue
            if part is False:
                raise NeverAskedError
            if isinstance(part, bool):
                self._note_always(record, node)
            else:
                parts.append(part)
        return joined(parts)

    def _note_always(self, record: Record, node: Node) -> None:
        """A part that always holds says nothing, unless that was the purpose of it: true(), 1 = 1."""
        if isinstance(node, Call) and not all(isinstance(part, Literal) for part in node.args):
            self.notes.at(record.row, "condition_always", condition=record.get("relevant"))

    def never_asked(self, record: Record, label: str, condition: str = "") -> None:
        """Note that a row is left out for its condition, or for that of a group around it."""
        self.notes.at(record.row, "never_asked", label=label, condition=condition or record.get("relevant"))

    def require(self, record: Record, item: dict[str, Any]) -> None:
        cell = record.get("required").lower()
        if aliases.yes_no.get(cell) or cell == "1":
            if item["type"] != ItemType.INFORMATION:
                item["required"] = True
        elif cell and cell not in aliases.yes_no and cell != "0":
            self.notes.at(record.row, "required_sometimes", condition=record.get("required"))

    def _choices(self, planned: Planned, item: dict[str, Any]) -> None:
        if planned.choices is None:
            return
        if planned.type is ItemType.RATING:
            scale = self.scales.of(planned.choices)
            if scale is None:
                item["type"] = ItemType.SINGLE_CHOICE.value
                item["options"] = planned.choices.documents()
            else:
                item["scale"] = scale
        elif planned.type in CHOICES:
            item["options"] = planned.choices.documents()
        if leftovers.is_random(planned.question.record):
            self._shuffle(planned, item)

    def _shuffle(self, planned: Planned, item: dict[str, Any]) -> None:
        """Options in random order; the points of a scale stay as they are."""
        if item["type"] in CHOICES:
            item["randomise"] = True
        else:
            self.notes.together(planned.question.record.row, "parameter_lost", name="randomize")

    def _limits(self, planned: Planned, item: dict[str, Any]) -> None:
        record = planned.question.record
        if planned.question.kind.base == "range":
            self._range(record, item)
        cell = record.get("constraint")
        if not cell:
            return
        names = planned.choices.codes if planned.choices else {}
        whole_numbers = planned.question.kind.base == "integer"
        limits = constraints.read(cell, planned.type, whole_numbers=whole_numbers, names=names)
        item.update(limits.keys)
        excluded = [planned.choices.codes.get(name) for name in limits.exclusive] if planned.choices else []
        for option in item.get("options", ()):
            if option["code"] in excluded:
                option["exclusive"] = True
        if not limits.complete and not (planned.own and planned.own.value("bounds", cell) is not None):
            self.notes.at(record.row, "constraint_lost", constraint=cell)

    def _range(self, record: Record, item: dict[str, Any]) -> None:
        said = {**RANGE, **leftovers.parameters(record)}
        for key, name in (("minimum", "start"), ("maximum", "end")):
            number = number_of(Literal(said[name]))
            if number is not None:
                item[key] = whole(number)
        self.notes.at(record.row, "range_is_number", step=said["step"])

    def _finish(self, planned: Planned, item: dict[str, Any]) -> None:
        record = planned.question.record
        base = planned.question.kind.base
        if (
            base in APPROXIMATE
            and planned.own is None
            and not (planned.type not in NUMERIC and base == "integer")
        ):
            note = self.notes.together if base == "integer" else self.notes.at
            note(record.row, APPROXIMATE[base], name=planned.question.kind.name)
        leftovers.note(record, self.notes)
        if planned.own is not None:
            raw = {column: self.labels.raw(record, column) for column in COLUMNS.values()}
            planned.own.restore(item, record.cells, raw)
            foreign = OPTIONAL_KEYS - KEYS_BY_TYPE[planned.type].keys()
            for key in foreign & item.keys():
                del item[key]
