"""Rows of the sheets "survey" and "choices", made of a questionnaire's document."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from forms.definition import Item, ItemType, Layout, Questionnaire
from forms.definition.questionnaire import BUILT_IN_OPTIONS
from forms.expressions.tree import Expression, from_document
from forms.interchange.xlsform import carried, conditions, constraints, paths, targets, types
from forms.interchange.xlsform.carried import COLUMNS
from forms.interchange.xlsform.conditions import InexpressibleError, Target
from forms.interchange.xlsform.names import Names
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.texts import Texts
from forms.interchange.xlsform.xpath import UnreadableError

ONE_OF = (ItemType.SINGLE_CHOICE, ItemType.CATALOGUE_CHOICE, ItemType.RATING, ItemType.YES_NO)
SELECTS = {
    **dict.fromkeys(ONE_OF, "select_one"),
    ItemType.MULTIPLE_CHOICE: "select_multiple",
    ItemType.RANKING: "rank",
}
PLAIN = {
    ItemType.NUMBER: "decimal",
    ItemType.DATE: "date",
    ItemType.YEAR: "integer",
    ItemType.INFORMATION: "note",
    ItemType.CONSENT: "acknowledge",
}
LOOKS = {ItemType.RATING: "likert", ItemType.OPEN_ENDED: "multiline"}
BOUNDS = ("minimum", "maximum", "max_length", "max_choices")
SAID = frozenset(
    {
        "item_code", "section_code", "code", "type", "required", "options", "rows", "items", "visible_if",
        "titles", "labels", "randomise", "scale", *COLUMNS, *BOUNDS,
    }
)  # fmt: skip
"""Keys of a document that have columns of their own."""


class Rows:
    """The rows written so far."""

    def __init__(self, questionnaire: Questionnaire, names: Names, notes: Notes) -> None:
        self.questionnaire = questionnaire
        self.names = names
        self.notes = notes
        asked = {
            code: name
            for code, name in names.items.items()
            if code in questionnaire.index and self._item(code).type is not ItemType.RATING_BATTERY
        }
        self.texts = Texts(questionnaire.languages, asked)
        self.lists = Names(taken=set())
        self.survey: list[dict[str, str]] = []
        self.choices: list[dict[str, str]] = []
        self.known_scales: dict[str, dict[str, Any]] = {}
        self._scale_lists: dict[str, str] = {}
        self._options: dict[str, dict[str, str]] = {}
        self._targets = {
            name: Target(
                code, self._item(code).type, {option: option for option in questionnaire.options[code]}
            )
            for code, name in names.items.items()
            if code in questionnaire.index
        }

    def scales(self, scales: list[dict[str, Any]]) -> None:
        """The scales as lists."""
        for scale in scales:
            name = self.lists.give(scale["code"])
            self._scale_lists.setdefault(scale["code"], name)
            self._list(name, scale["options"], scale["code"])
            self.known_scales[name] = {key: part for key, part in scale.items() if key != "options"}
            if "easy_options" in scale:
                self.notes.add(scale["code"], "ours_easy_options")

    def frame(self, key: str, texts: Mapping[str, str]) -> None:
        """A text of the whole questionnaire, as a note."""
        if texts:
            exact: list[dict[str, Any]] = []
            row = {"type": "note", "name": self.names.give(key)}
            self.texts.put(row, exact, "texts", texts, needed=key)
            self._add(row, {}, exact, key, key)

    def section(self, number: int, section: dict[str, Any]) -> None:
        """A group with all its items."""
        name = self.names.sections[number]
        row = {"type": "begin_group", "name": name}
        if self.questionnaire.layout is Layout.SECTION:
            row["appearance"] = "field-list"
        exact = self._renamed("section_code", section["section_code"], name)
        self.texts.put(row, exact, "titles", section["titles"])
        self._condition(row, exact, section, section["section_code"])
        self._add(row, {}, exact, section["section_code"], "section")
        for item in section["items"]:
            if item["type"] == ItemType.RATING_BATTERY:
                self._battery(item)
            else:
                self._question(item)
        self.survey.append({"type": "end_group"})

    def _battery(self, item: dict[str, Any]) -> None:
        code = item["item_code"]
        row = {"type": "begin_group", "name": self.names.items[code], "appearance": "field-list"}
        exact = self._common(row, item)
        keys = self._rest(item)
        choices = self._scale_lists.get(item["scale"])
        if choices is None:
            keys["scale"] = item["scale"]
        self._add(row, keys, exact, code, "battery")
        for part in item["rows"]:
            self._battery_row(part, choices, required=bool(item.get("required")))
        self.survey.append({"type": "end_group"})

    def _battery_row(self, part: dict[str, Any], choices: str | None, *, required: bool) -> None:
        code = part["item_code"]
        row = {"type": f"select_one {choices}" if choices else "text", "name": self.names.items[code]}
        row["appearance"] = LOOKS[ItemType.RATING]
        exact = self._renamed("item_code", code, row["name"])
        self.texts.put(row, exact, "texts", part["texts"], needed=code)
        if required:
            row["required"] = "yes"
        self._add(row, self._rest(part), exact, code)

    def _question(self, item: dict[str, Any]) -> None:
        code, kind = item["item_code"], ItemType(item["type"])
        choices = self._list_of(item)
        row = {"type": f"{SELECTS[kind]} {choices}" if choices else PLAIN.get(kind, "text")}
        row["name"] = self.names.items[code]
        if kind in LOOKS and (choices or kind is ItemType.OPEN_ENDED):
            row["appearance"] = LOOKS[kind]
        exact = self._common(row, item)
        keys = self._rest(item)
        if self._type_read(row) is not kind:
            exact.append(carried.entry("type", row["type"], kind.value))
        if item.get("required"):
            if kind is ItemType.INFORMATION:
                keys["required"] = True
            row["required"] = "yes"
        if item.get("randomise"):
            if choices:
                row["parameters"] = "randomize=true"
            keys["randomise"] = True
        if "scale" in item and choices is None:
            keys["scale"] = item["scale"]
        self._bounds(row, exact, item, kind)
        self._add(row, keys, exact, code, said={"randomise"} if choices else frozenset())
        self._write_in(item, row["name"], choices)

    def _common(self, row: dict[str, str], item: dict[str, Any]) -> list[dict[str, Any]]:
        exact = self._renamed("item_code", item["item_code"], row["name"])
        self.texts.put(row, exact, "texts", item["texts"], needed=item["item_code"])
        self.texts.put(row, exact, "hints", item.get("hints", {}))
        self.texts.put(row, exact, "interviewer_notes", item.get("interviewer_notes", {}))
        self._condition(row, exact, item, item["item_code"])
        return exact

    def _condition(
        self, row: dict[str, str], exact: list[dict[str, Any]], part: dict[str, Any], where: str
    ) -> None:
        if "visible_if" not in part:
            return
        condition = from_document(part["visible_if"])
        cell = paths.relevant(condition, self.questionnaire, self.names.items)
        if cell is not None and len(cell) <= carried.LONGEST_CELL:
            row["relevant"] = cell
        else:
            cell = None
            self.notes.add(where, "condition_only_ours")
        if self._condition_read(cell) != condition:
            exact.append(carried.entry("visible_if", cell, part["visible_if"]))

    def _condition_read(self, cell: str | None) -> Expression | bool | None:
        try:
            nodes = conditions.conjuncts(cell or "")
            parts = [conditions.condition(node, self._targets) for node in nodes]
        except (UnreadableError, InexpressibleError):
            return None
        return conditions.joined(part for part in parts if not isinstance(part, bool))

    def _bounds(
        self, row: dict[str, str], exact: list[dict[str, Any]], item: dict[str, Any], kind: ItemType
    ) -> None:
        exclusive = [option["code"] for option in item.get("options", ()) if option.get("exclusive")]
        names = self._options.get(item["item_code"], {})
        several = [names[code] for code in exclusive if code in names and kind is ItemType.MULTIPLE_CHOICE]
        cell = paths.constraint(item, several)
        if cell:
            row["constraint"] = cell
        wanted = {key: item[key] for key in BOUNDS if key in item}
        read = constraints.read(cell, kind, whole_numbers=row["type"] == "integer").keys if cell else {}
        if read != wanted:
            exact.append(carried.entry("bounds", cell or None, wanted))

    def _write_in(self, item: dict[str, Any], name: str, choices: str | None) -> None:
        """The words beside an option, as a question of their own."""
        written = [option for option in item.get("options", ()) if option.get("write_in")]
        if not (written and choices):
            return
        option = self._options[item["item_code"]][written[0]["code"]]
        row = {
            "type": "text",
            "name": self.names.give(f"{name}_{option}".replace(".", "_").replace("+", "_")),
        }
        exact: list[dict[str, Any]] = []
        self.texts.put(row, exact, "labels", written[0]["labels"], needed=option)
        row["relevant"] = f"selected(${{{name}}}, '{option}')"
        self._add(row, {}, [], name, "write_in")

    def _list_of(self, item: dict[str, Any]) -> str | None:
        """The list that an item offers; None without one."""
        kind = ItemType(item["type"])
        if kind not in SELECTS:
            return None
        if "scale" in item:
            return self._scale_lists.get(item["scale"])
        built_in = [
            {"code": option.code, "labels": dict(option.labels)} for option in BUILT_IN_OPTIONS.get(kind, ())
        ]
        options = item.get("options") or built_in
        if not options:
            return None
        name = self.lists.give(item["item_code"])
        said = {"write_in", "exclusive"} if kind is ItemType.MULTIPLE_CHOICE else {"write_in"}
        self._options[item["item_code"]] = self._list(name, options, item["item_code"], said)
        return name

    def _list(
        self, name: str, options: list[dict[str, Any]], where: str, said: AbstractSet[str] = frozenset()
    ) -> dict[str, str]:
        """Write a list; the names of its options by their codes.

        Args:
            said: keys of options that rows and columns of other programs say as well.
        """
        given = Names(taken=set())
        found: dict[str, str] = {}
        for option in options:
            code = option["code"]
            row = {"list_name": name, "name": given.give(code)}
            found.setdefault(code, row["name"])
            exact = self._renamed("code", code, row["name"])
            self.texts.put(row, exact, "labels", option["labels"], needed=code)
            self._carry(row, carried.OPTION, self._rest(option), exact, where, said=said)
            self.choices.append(row)
        return found

    def _renamed(self, key: str, code: str, name: str) -> list[dict[str, Any]]:
        return [] if code == name else [carried.entry(key, name, code)]

    def _rest(self, part: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in part.items() if key not in SAID}

    def _add(
        self,
        row: dict[str, str],
        keys: dict[str, Any],
        exact: list[dict[str, Any]],
        where: str,
        role: str = "",
        said: AbstractSet[str] = frozenset(),
    ) -> None:
        self._carry(row, carried.ITEM, keys, exact, where, role, said)
        self.survey.append(row)

    def _carry(
        self,
        row: dict[str, str],
        column: str,
        keys: dict[str, Any],
        exact: list[dict[str, Any]],
        where: str,
        role: str = "",
        said: AbstractSet[str] = frozenset(),
    ) -> None:
        row[column] = carried.write(keys, exact, role)
        if not row[column]:
            self.notes.add(where, "extras_too_long", maximum=str(carried.LONGEST_CELL))
            row[column] = carried.write({}, [], role)
            return
        for key in sorted(keys.keys() - said):
            self.notes.add(where, f"ours_{key}")
        for entry in exact:
            if "tag" in entry:
                known = entry["tag"] in self.questionnaire.languages
                self.notes.add(where, "ours_wording" if known else "ours_variant", language=entry["tag"])

    def _type_read(self, row: dict[str, str]) -> ItemType | None:
        kind = targets.TYPES.get(types.kind(row["type"]).base)
        looks = {word: kind for kind, word in LOOKS.items()}
        return looks.get(row.get("appearance", ""), kind)

    def _item(self, code: str) -> Item:
        return self.questionnaire.item(code)
