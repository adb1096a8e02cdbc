"""Columns that only this program reads: what an XLSForm has no place for, so that our own export comes back
whole.

A cell holds JSON: {"keys": {…}, "exact": […], "role": …}. `keys` are parts of the document as they are.
An entry of `exact` is {"key", "tag", "cell", "value"}: as long as the visible cell still says `cell`, the
document says `value`; once somebody changes the cell, the cell counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.definition import DefinitionError, read_document

ITEM, OPTION, QUESTIONNAIRE = "ohlas::item", "ohlas_option", "ohlas::questionnaire"
"""The columns. Among choices pyxform takes a header with colons for a translation, so theirs has none."""
COLUMNS = {
    "texts": "label",
    "titles": "label",
    "labels": "label",
    "hints": "hint",
    "interviewer_notes": "guidance_hint",
    "visible_if": "relevant",
    "item_code": "name",
    "section_code": "name",
    "code": "name",
    "bounds": "constraint",
    "type": "type",
    "questionnaire_code": "form_id",
    "version": "version",
}
"""Key of an exact entry → the visible column whose cell it speaks of."""
FRAMES = ("introductions", "thanks")
"""Roles of notes that are the questionnaire's own texts."""
ABSORBED = ("write_in",)
"""Roles of rows that belong to another item."""
NEEDED = frozenset({"texts", "titles", "labels"})
NEVER_KEYS = frozenset({*COLUMNS, "options", "rows", "items", "sections"})
"""Parts of a document that have rows and columns of their own, and so are never carried among `keys`."""
TEXTS = frozenset({"texts", "titles", "labels", "hints", "interviewer_notes"})
VALUES: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(TEXTS, (str, type(None))),
    "bounds": dict,
    "visible_if": dict,
}
"""What the value of an entry is; of any other key a text."""
LONGEST_CELL = 32_000


@dataclass(frozen=True)
class Carried:
    """What one cell carries. `role` is "" for what the row itself is."""

    keys: Mapping[str, Any] = field(default_factory=dict)
    exact: tuple[Mapping[str, Any], ...] = ()
    role: str = ""

    def value(self, key: str, cell: str | None, tag: str | None = None) -> Any:
        """What the document says where the cell says what we once wrote; None otherwise."""
        for entry in self.exact:
            if entry.get("key") == key and entry.get("tag") == tag and entry.get("cell") == cell:
                return entry.get("value")
        return None

    def parts(self, key: str) -> dict[str, Mapping[str, Any]]:
        """What is carried under a key as parts of a document by name, without anything else."""
        found = self.keys.get(key)
        if not isinstance(found, dict):
            return {}
        return {name: part for name, part in found.items() if isinstance(part, dict)}

    def restore(self, document: dict[str, Any], cells: Mapping[str, str], texts: Mapping[str, Any]) -> None:
        """Add what is carried to a part of a document.

        Args:
            cells: of untranslated columns.
            texts: column → tag → cell.
        """
        document.update(self.keys)
        self.restore_exact(document, cells, texts)

    def restore_exact(
        self, document: dict[str, Any], cells: Mapping[str, str], texts: Mapping[str, Any]
    ) -> None:
        """Say exactly what the cells say, where they say what we once wrote."""
        for entry in self.exact:
            key, tag, value = entry.get("key"), entry.get("tag"), entry.get("value")
            column = COLUMNS.get(key) if isinstance(key, str) else None
            if column is None or not isinstance(key, str):
                continue
            if isinstance(tag, str):
                if texts.get(column, {}).get(tag) == entry.get("cell"):
                    _set_text(document, key, tag, value)
            elif (cells.get(column) or None) == entry.get("cell"):
                document.update(value if key == "bounds" and isinstance(value, dict) else {key: value})


def _set_text(document: dict[str, Any], key: str, tag: str, value: Any) -> None:
    """Put a text in its place; None takes away what only the cell needed."""
    texts = {**document.get(key, {}), tag: value}
    document[key] = {known: text for known, text in texts.items() if text is not None}
    if not document[key] and key not in NEEDED:
        del document[key]


def read(cell: str) -> Carried | None:
    """What a cell carries; None when it carries nothing that can be read."""
    if not cell:
        return None
    try:
        found = read_document(cell)
    except DefinitionError:
        return None
    keys, exact, role = found.get("keys", {}), found.get("exact", []), found.get("role", "")
    if not (isinstance(keys, dict) and isinstance(exact, list) and isinstance(role, str)):
        return None
    own = {key: part for key, part in keys.items() if key not in NEVER_KEYS}
    return Carried(own, tuple(entry for entry in exact if _is_sound(entry)), role)


def _is_sound(found: Any) -> bool:
    """Whether this is an entry that we may have written; cells come from anyone."""
    if not isinstance(found, dict) or found.get("key") not in list(COLUMNS):
        return False
    key, cell, tag = found["key"], found.get("cell"), found.get("tag")
    return (
        isinstance(found.get("value"), VALUES.get(key, str))
        and isinstance(cell, str | None)
        and isinstance(tag, str if key in TEXTS else type(None))
    )


def write(keys: Mapping[str, Any], exact: list[dict[str, Any]], role: str = "") -> str:
    """The cell that carries this; "" when a cell cannot hold it."""
    whole = {"keys": keys, "exact": exact, "role": role}
    text = json.dumps({name: part for name, part in whole.items() if part}, ensure_ascii=False)
    text = text.replace("$", "\\u0024")  # pyxform looks for ${name} in every cell
    return text if len(text) <= LONGEST_CELL else ""


def entry(key: str, cell: str | None, value: Any, tag: str | None = None) -> dict[str, Any]:
    """An entry of `exact`."""
    found = {"key": key, "cell": cell, "value": value}
    return found if tag is None else {**found, "tag": tag}
