"""What LimeSurvey means by a name without ".NAOK": nothing follows from a question that was not asked.

An expression with such a name is false as a whole where its question is hidden: `q1 != "A"` asks nobody who
did not reach q1. We take a hidden item for one without an answer, so the conditions of q1 and of its section
are added wherever that makes a difference. Knows conditions of ours only, no file.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.expressions.tree import And, Count, Expression, Not, Or, leaves, to_document
from forms.interchange.limesurvey.conditions import MOST_PARTS
from forms.interchange.limesurvey.losses import Losses


@dataclass
class Asked:
    """When an item or a section of ours (`document`) is asked.

    `parts` all have to hold; `named` are LimeSurvey's expressions with the items that they name without
    ".NAOK".
    """

    document: dict[str, Any]
    where: str = ""
    parts: list[Expression] = field(default_factory=list)
    named: list[tuple[Expression, str, tuple[str, ...]]] = field(default_factory=list)


Parts = dict[int, None]
"""Conditions that all have to hold, by their numbers and in order."""

MOST_ADDED = 10_000
"""Questions that all added conditions read, each time they are read: a document holds only so many parts."""
MOST_WEIGHED = 12
"""Items of one expression that are looked at one by one; adding what makes no difference is not wrong."""


class Reaching:
    """Goes through the sections in order and writes the conditions into them."""

    def __init__(self, asked: Mapping[int, Asked], losses: Losses) -> None:
        """`asked` is by the `id` of the document."""
        self._asked = asked
        self._losses = losses
        self._reached: dict[str, Parts] = {}
        self._numbers: dict[Expression, int] = {}
        self._by_number: list[Expression] = []
        self._sizes: list[int] = []
        self._left = MOST_ADDED

    def settle(self, sections: Iterable[dict[str, Any]]) -> None:
        """Write the conditions of these sections and of their items."""
        for section in sections:
            around = self._settled(section, {})
            for item in section["items"]:
                reached = {**around, **self._settled(item, around)}
                for part in (item, *item.get("rows", ())):
                    self._reached[part["item_code"]] = reached

    def _settled(self, document: dict[str, Any], around: Parts) -> Parts:
        asked = self._asked.get(id(document))
        if asked is None:
            return {}
        parts = self._numbered(asked.parts)
        if len(parts) > MOST_PARTS:  # conditions of several kinds, each of them within bounds
            document["visible_if"] = to_document(And(tuple(asked.parts)))
            return parts
        for expression, said, items in asked.named:
            more = self._beside(expression, items, {**around, **parts})
            size = sum(self._sizes[number] for number in more)
            if len(parts) + len(more) > MOST_PARTS or size > self._left:
                self._losses.add(asked.where, "limesurvey_reached", expression=said)
            else:
                parts.update(more)
                self._left -= size
        if parts:
            document["visible_if"] = to_document(self._joined(parts))
        return parts

    def _beside(self, expression: Expression, items: tuple[str, ...], holding: Parts) -> Parts:
        """What has to hold as well, beside what is known to hold."""
        more: Parts = {}
        for item in items:
            if len(items) > MOST_WEIGHED or True in _outcomes(expression, item):
                more.update(self._reached.get(item, {}))
        return {number: None for number in more if number not in holding}

    def _numbered(self, parts: Iterable[Expression]) -> Parts:
        """The parts, none of them an "and" or said twice; hashing them takes long, so it is done once."""
        found: Parts = {}
        for part in parts:
            if isinstance(part, And):
                found.update(self._numbered(part.of))
                continue
            number = self._numbers.setdefault(part, len(self._by_number))
            if number == len(self._by_number):
                self._by_number.append(part)
                self._sizes.append(sum(1 for _ in leaves(part)))
            found[number] = None
        return found

    def _joined(self, parts: Parts) -> Expression:
        flat = [self._by_number[number] for number in parts]
        return flat[0] if len(flat) == 1 else And(tuple(flat))


def _outcomes(expression: Expression, item: str) -> set[bool]:
    """What may come out where this item is hidden, and so has no answer."""
    match expression:
        case And(parts):
            of_parts = [_outcomes(part, item) for part in parts]
            return _possible(all(True in found for found in of_parts), any(False in f for f in of_parts))
        case Or(parts):
            of_parts = [_outcomes(part, item) for part in parts]
            return _possible(any(True in found for found in of_parts), all(False in f for f in of_parts))
        case Not(part):
            return {not outcome for outcome in _outcomes(part, item)}
        case Count(counted, relation, value):
            return {bool(getattr(operator, relation)(0, value))} if counted == item else {True, False}
        case leaf:
            return {False} if leaf.item == item else {True, False}


def _possible(holds: bool, fails: bool) -> set[bool]:
    return {outcome for outcome, found in ((True, holds), (False, fails)) if found}
