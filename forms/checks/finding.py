"""What a check has to say about one place of a questionnaire, and where that place is.

Knows no rule and no sentence.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from forms.definition.questionnaire import Item, Option, Questionnaire, Row, Scale, Section


class Severity(StrEnum):
    """An error stands in the way of publication; a warning is acknowledged with a reason."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One fault: its kind, a JSON pointer to the part of the document, and what a sentence about it needs.

    `item` is the code of the item or battery row that it belongs to. `place` names the same part by codes
    instead of positions, and `about` is the text found fault with: both are for `key` only.
    """

    code: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    item: str | None = None
    place: str = ""
    about: str = ""

    @property
    def key(self) -> str:
        """The same as long as the finding says the same about the same text, wherever it is moved."""
        about = self.about or json.dumps(dict(self.params), sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"{self.code} {self.place or self.path} {digest}"

    def to_document(self) -> dict[str, Any]:
        """The finding as JSON."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "path": self.path,
            "item": self.item,
            "params": dict(self.params),
            "key": self.key,
        }


def placed(questionnaire: Questionnaire, found: Iterable[Finding]) -> list[Finding]:
    """The findings in the order of the document, each with its place by codes and the item it belongs to."""
    complete = []
    for finding in found:
        place, item = _place(questionnaire, finding.path)
        complete.append(replace(finding, place=place, item=finding.item or item))
    return sorted(complete, key=lambda finding: _order(finding.path))


ROOT = ("titles", "introductions", "thanks", "languages", "variants", "layout", "scales", "sections")


def _order(path: str) -> tuple[tuple[int, int, str], ...]:
    first, *rest = path.strip("/").split("/")
    root = ROOT.index(first) if first in ROOT else len(ROOT)
    return (
        (root, 0, ""),
        *((0, int(part), "") if part.isdigit() else (1, 0, part) for part in rest),
    )


def _place(questionnaire: Questionnaire, path: str) -> tuple[str, str | None]:
    """An item starts the place anew: an item moved to another section is still the same item."""
    part: Any = questionnaire
    names: list[str] = []
    item = None
    for step in path.strip("/").split("/"):
        part = child(part, step)
        match part:
            case Item(item_code=code) | Row(item_code=code):
                names, item = [code], code
            case Section(section_code=code):
                names = [f"section {code}"]
            case Scale(code=code):
                names = [f"scale {code}"]
            case Option(code=code):
                names.append(code)
            case _:
                names.append(step)
    return "/".join(names), item


def child(part: Any, step: str) -> Any:
    """One step of a JSON pointer down into a questionnaire; None where there is nothing."""
    match part:
        case tuple() if step.isdigit() and int(step) < len(part):
            return part[int(step)]
        case Mapping():
            return part.get(step)
        case _:
            return getattr(part, step, None)
