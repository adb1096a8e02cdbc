"""Lists that several items share as one response scale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.interchange.codes import Codes
from forms.interchange.xlsform.choices import ChoiceList
from forms.interchange.xlsform.notes import Notes

MOST_SCALES = 50
FEWEST_OPTIONS = 2


class Scales:
    """The scales made so far, one for each list. `known` is what our own export carries of them."""

    def __init__(
        self, lists: Mapping[str, ChoiceList], known: Mapping[str, Mapping[str, Any]], notes: Notes
    ) -> None:
        self.notes = notes
        self.documents: list[dict[str, Any]] = []
        self._codes = Codes(str(part.get("code")) for part in known.values())
        self._made: dict[str, str] = {}
        for name, part in known.items():
            whole = name in lists and len(lists[name].options) >= FEWEST_OPTIONS
            if whole and isinstance(part.get("code"), str):
                self._add(lists[name], part["code"], part)

    def of(self, choices: ChoiceList) -> str | None:
        """The code of the scale that a list makes; None where it cannot be one."""
        if choices.name not in self._made:
            if len(choices.options) < FEWEST_OPTIONS or len(self.documents) == MOST_SCALES:
                return None
            self._add(choices, self._codes.item(choices.name, "scale"), {})
            self.notes.add(f"choices ({choices.name})", "scores_missing")
        return self._made[choices.name]

    def _add(self, choices: ChoiceList, code: str, more: Mapping[str, Any]) -> None:
        self._made[choices.name] = code
        self.documents.append({**more, "code": code, "options": choices.documents()})
