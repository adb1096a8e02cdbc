"""Conditions as a list that a form can show: parts that all hold, or of which one holds.

What is nested deeper has no such list; it stays a condition like any other and is shown in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from forms.editing.parts import Document
from forms.expressions import And, Answered, Attribute, Compare, Count, Expression, In, Not, Or, to_document

Leaf = Answered | In | Compare | Count | Attribute


@dataclass(frozen=True)
class Part:
    """One line of a condition: what it asks of one item, or that this is not so."""

    leaf: Leaf
    negated: bool = False


@dataclass(frozen=True)
class PartList:
    """A flat condition: all of its parts hold, or any of them."""

    join: Literal["all", "any"]
    parts: tuple[Part, ...]


def part_list(condition: Expression | None) -> PartList | None:
    """The condition as a list, [] for none; None where it is nested deeper than a list can say."""
    if condition is None:
        return PartList("all", ())
    whole = condition.of if isinstance(condition, And | Or) else (condition,)
    parts = [_part(part) for part in whole]
    found = tuple(part for part in parts if part is not None)
    if len(found) < len(parts):
        return None
    return PartList("any" if isinstance(condition, Or) else "all", found)


def condition_of(listed: PartList) -> Expression | None:
    """The condition that a list says; None where the list is empty."""
    parts = tuple(Not(part.leaf) if part.negated else part.leaf for part in listed.parts)
    if len(parts) < 2:
        return parts[0] if parts else None
    return And(parts) if listed.join == "all" else Or(parts)


def set_on(part: Mapping[str, Any], condition: Expression | None, texts: Mapping[str, str]) -> Document:
    """A copy of an item or a section that is asked under this condition, said in these words (or in ours)."""
    changed = {key: value for key, value in part.items() if key not in ("visible_if", "visible_if_texts")}
    if condition is not None:
        changed["visible_if"] = to_document(condition)
    if condition is not None and texts:
        changed["visible_if_texts"] = dict(texts)
    return changed


def readable_before(
    document: Mapping[str, Any], kind: Literal["item", "section"], code: str
) -> Sequence[str]:
    """The codes, in order, of what is asked before an item or a section and may decide about it."""
    found: list[str] = []
    for section in document["sections"]:
        if kind == "section" and section["section_code"] == code:
            return found
        for item in section["items"]:
            if kind == "item" and item["item_code"] == code:
                return found
            if item["type"] != "information":
                found += [row["item_code"] for row in item.get("rows", ())] or [item["item_code"]]
    return found


def _part(condition: Expression) -> Part | None:
    negated = isinstance(condition, Not)
    leaf = condition.of if isinstance(condition, Not) else condition
    return None if isinstance(leaf, And | Or | Not) else Part(leaf, negated)
