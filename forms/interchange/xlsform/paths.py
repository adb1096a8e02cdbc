"""Conditions and limits of ours written as XPath: the reverse of `conditions` and `constraints`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from forms.definition import ItemType, Questionnaire
from forms.expressions.evaluation import lowered
from forms.expressions.tree import (
    And,
    Answered,
    Attribute,
    Compare,
    Count,
    Expression,
    In,
    Not,
    Or,
    items_read,
)

SIGNS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
SEVERAL = (ItemType.MULTIPLE_CHOICE, ItemType.RANKING)
Names = Mapping[str, str]
"""Code of an item → its name in the workbook."""


def relevant(condition: Expression, questionnaire: Questionnaire, names: Names) -> str | None:
    """The condition in XPath; None when it reads an item that is not there."""
    plain = lowered(condition, questionnaire)
    if not items_read(condition) <= names.keys() or not items_read(plain) <= questionnaire.index.keys():
        return None
    return _Writer(questionnaire, names).write(plain)


def constraint(item: Mapping[str, Any], exclusive: list[str]) -> str:
    """What an item's document demands of the answer, "" for nothing; `exclusive` are names of options."""
    parts = [
        f". {sign} {_bound(item[key])}" for key, sign in (("minimum", ">="), ("maximum", "<=")) if key in item
    ]
    if "max_length" in item:
        parts.append(f"string-length(.) <= {item['max_length']}")
    if "max_choices" in item:
        parts.append(f"count-selected(.) <= {item['max_choices']}")
    parts += [f"not(selected(., '{name}') and count-selected(.) > 1)" for name in exclusive]
    return " and ".join(parts)


def number(value: float) -> str:
    """A number without an exponent, which XPath does not have."""
    return format(Decimal(str(value)), "f")


def _bound(value: float | str) -> str:
    return f"date('{value}')" if isinstance(value, str) else number(value)


class _Writer:
    """Writes the conditions of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, names: Names) -> None:
        self.questionnaire = questionnaire
        self.names = names

    def write(self, condition: Expression) -> str:
        """The condition, in parentheses where it needs them."""
        match condition:
            case And(of) | Or(of):
                word = " and " if isinstance(condition, And) else " or "
                return word.join(self._part(part) for part in of)
            case Not(part):
                return f"not({self.write(part)})"
            case Answered(item):
                return f"{self._ref(item)} != ''"
            case In(item, options):
                return " or ".join(self._chosen(item, option) for option in options) or "false()"
            case Count(item, relation, value):
                return f"count-selected({self._ref(item)}) {SIGNS[relation]} {value}"
            case Compare(item, relation, value):
                return self._compared(item, f"{SIGNS[relation]} {_bound(value)}", differs=relation == "ne")
            case Attribute():  # of an item without options: it never holds
                return "false()"

    def _part(self, part: Expression) -> str:
        simple = isinstance(part, Not | Answered | Count | Attribute) or (
            isinstance(part, In) and len(part.options) == 1
        )
        return self.write(part) if simple else f"({self.write(part)})"

    def _chosen(self, item: str, option: str) -> str:
        kind = self.questionnaire.item(item).type
        if kind is ItemType.CONSENT:
            return f"{self._ref(item)} = 'OK'"
        if kind in SEVERAL:
            return f"selected({self._ref(item)}, '{option}')"
        return f"{self._ref(item)} = '{option}'"

    def _compared(self, item: str, said: str, *, differs: bool) -> str:
        """A comparison of ours holds only when there is an answer; XPath's "!=" holds without one too."""
        holds = f"{self._ref(item)} {said}"
        return f"{self._ref(item)} != '' and {holds}" if differs else holds

    def _ref(self, item: str) -> str:
        return f"${{{self.names[item]}}}"
