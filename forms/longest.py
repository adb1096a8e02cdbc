"""How long the longest way through a questionnaire takes, without walking every way.

Conditions that have nothing to do with each other are looked at apart, and once an answer has decided what it
can, what is left falls apart again: so ways are added up, not multiplied. Answers are specimens of all there
are (`forms.specimens`). Knows no texts: how long each item takes is given.
"""

from __future__ import annotations

from collections.abc import Mapping

from forms.definition.questionnaire import Questionnaire
from forms.expressions.evaluation import Answer, Facts, residual
from forms.expressions.tree import Expression, items_read, leaves
from forms.solver import UndecidedError
from forms.specimens import specimens, with_stand_ins

MOST_STEPS = 20_000
"""Conditions and items that they read, looked at one after another: enough for a chain of a hundred."""
NOTHING_MORE = 0.5
"""Who has found all but half a second looks no further."""

Conditions = dict[str, Expression]
"""Item code → what is left of its condition."""


def longest(questionnaire: Questionnaire, seconds: Mapping[str, float]) -> float:
    """The most seconds that one way takes; `seconds` says what each item takes, by its code.

    Raises UndecidedError where too much hangs together to be looked at.
    """
    conditions = questionnaire.conditions
    always = sum(taken for code, taken in seconds.items() if code not in conditions)
    return always + _Search(with_stand_ins(questionnaire), seconds).most(dict(conditions), set(), {})


class _Search:
    def __init__(self, questionnaire: Questionnaire, seconds: Mapping[str, float]) -> None:
        self.questionnaire = questionnaire
        self.seconds = seconds
        self.place = {item.item_code: number for number, item in enumerate(questionnaire.items)}
        self.steps_left = MOST_STEPS

    def most(self, conditions: Conditions, closed: set[str], answers: Mapping[str, Answer]) -> float:
        """The most that items with these conditions take; what is `closed` is answered so or not at all."""
        taken, left = 0.0, {}
        for code in sorted(conditions, key=self.place.__getitem__):
            earlier = {read for read in items_read(conditions[code]) if self._is_before(read, code)}
            rest = residual(conditions[code], Facts(self.questionnaire, answers, frozenset(earlier - closed)))
            if rest is True:
                taken += self.seconds[code]
            elif rest is False:
                closed = closed | {code}
            else:
                left[code] = rest
        return taken + sum(self._most_together(group) for group in _apart(left))

    def _is_before(self, read: str, code: str) -> bool:
        return self.place.get(read, len(self.place)) < self.place[code]

    def _most_together(self, conditions: Conditions) -> float:
        """Tries the answers to the first item that any of these conditions reads; it is asked in any case."""
        parts = {leaf for condition in conditions.values() for leaf in leaves(condition)}
        read = {leaf.item for leaf in parts}
        self.steps_left -= len(conditions) + len(read)
        if self.steps_left < 0:
            raise UndecidedError
        first = min(read, key=self.place.__getitem__)
        item = self.questionnaire.index[first]
        found = specimens(self.questionnaire, item, [leaf for leaf in parts if leaf.item == first]).answers
        tries = [{first: answer} for answer in found]
        possible = sum(self.seconds[code] for code in conditions)
        most = 0.0
        for answers in tries if item.required and tries else [*tries, {}]:
            most = max(most, self.most(conditions, {first}, answers))
            if most > possible - NOTHING_MORE:
                break
        return most


def _apart(conditions: Conditions) -> list[Conditions]:
    """The conditions in groups of which none reads what another one reads or decides."""
    groups: list[tuple[set[str], Conditions]] = []
    for code, condition in conditions.items():
        touched, joined, others = {code, *items_read(condition)}, {code: condition}, []
        for items, group in groups:
            if items.isdisjoint(touched):
                others.append((items, group))
            else:
                touched |= items
                joined |= group
        groups = [*others, (touched, joined)]
    return [group for _, group in groups]
