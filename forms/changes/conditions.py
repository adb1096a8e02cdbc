"""Whether two conditions lead recorded answers the same way.

A condition is reduced to what decides about answers that both versions can hold: scores and attributes become
lists of options, options that only one version has are left out, and what reads no earlier item is decided.
Knows no kinds of change.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from forms.definition.questionnaire import Questionnaire
from forms.expressions.evaluation import evaluate, lowered
from forms.expressions.tree import And, Expression, In, Not, Or


class Paths:
    """The conditions of two versions, to be compared item by item."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self._old, self._new = old, new
        self._places = {
            id(version): {item.item_code: place for place, item in reversed(list(enumerate(version.items)))}
            for version in (old, new)
        }
        self._shared: Mapping[str, frozenset[str]] = {
            code: frozenset(old.options[code]) & frozenset(new.options[code])
            for code in old.index.keys() & new.index.keys()
            if old.options[code] or new.options[code]
        }

    def agree(self, item_code: str) -> bool:
        """Whether an item of both versions is asked after the same answers in both."""
        return self._reduced(self._old, item_code) == self._reduced(self._new, item_code)

    def _reduced(self, version: Questionnaire, item_code: str) -> Hashable:
        condition = version.conditions.get(item_code)
        if condition is None:
            return True
        return self._form(lowered(condition, version), version, item_code)

    def _form(self, part: Expression, version: Questionnaire, item_code: str) -> Hashable:
        match part:
            case And(of) | Or(of):
                parts = frozenset(self._form(each, version, item_code) for each in of)
                return next(iter(parts)) if len(parts) == 1 else (type(part).__name__, parts)
            case Not(of):
                return ("Not", self._form(of, version, item_code))
            case leaf:
                places = self._places[id(version)]
                if places.get(leaf.item, len(places)) >= places[item_code]:
                    return evaluate(leaf, version, {})  # nothing is answered there yet
                if isinstance(leaf, In):
                    kept = frozenset(leaf.options) & self._shared.get(leaf.item, frozenset(leaf.options))
                    return ("In", leaf.item, kept) if kept else False
                return leaf
