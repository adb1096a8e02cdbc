"""Answers that make a condition hold, or the certainty that there are none.

Goes through the items that the condition reads, and those that decide whether these are asked, in the order
of the questionnaire, with specimen answers (`forms.specimens`) for all there are; what is hidden
counts as unanswered, what is required and asked is answered, as in every response that can be sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.definition.questionnaire import Questionnaire
from forms.expressions.evaluation import Answer, Facts, evaluate, residual
from forms.expressions.tree import Expression, items_read, leaves
from forms.specimens import Specimens, specimens

MOST_STEPS = 20_000
LONGEST_CHAIN = 500
"""Of items that hang on each other; Python's stack would not bear twice as many."""


class UndecidedError(Exception):
    """Too many answers to try: nobody knows whether the condition can hold."""


class Solver:
    """Finds answers for conditions of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, most_steps: int = MOST_STEPS) -> None:
        self.questionnaire = questionnaire
        self.most_steps = most_steps
        self.place = {item.item_code: number for number, item in enumerate(questionnaire.items)}
        for number, item in reversed(list(enumerate(questionnaire.items))):
            self.place[item.item_code] = number
        conditions = questionnaire.conditions
        self.parts = {code: tuple(leaves(condition)) for code, condition in conditions.items()}
        self.reads = {code: items_read(condition) for code, condition in conditions.items()}
        self.known: dict[tuple[str, frozenset[Expression]], Specimens] = {}

    def answers(self, wanted: Expression, *, before: str | None = None) -> Mapping[str, Answer] | None:
        """Answers on the path under which `wanted` holds; None when there are none.

        With `before`, items from this one on have no answer yet. Raises UndecidedError.
        """
        order = self._needed(wanted, before)
        if len(order) > LONGEST_CHAIN:
            raise UndecidedError
        asking: dict[str, set[Expression]] = {code: set() for code in order}
        for parts in (tuple(leaves(wanted)), *(self.parts.get(code, ()) for code in order)):
            for leaf in parts:
                if leaf.item in asking:
                    asking[leaf.item].add(leaf)
        offered = {code: self._specimens(code, frozenset(parts)) for code, parts in asking.items()}
        search = _Search(self.questionnaire, wanted, order, offered, self.most_steps)
        found = search.go(0, {})
        if found is None and not all(one.complete for one in offered.values()):
            raise UndecidedError
        return found

    def _specimens(self, code: str, parts: frozenset[Expression]) -> Specimens:
        if (code, parts) not in self.known:
            self.known[code, parts] = specimens(self.questionnaire, self.questionnaire.index[code], parts)
        return self.known[code, parts]

    def _needed(self, wanted: Expression, before: str | None) -> list[str]:
        """What `wanted` depends on, directly or through the conditions of what it reads, in order."""
        end = self.place[before] if before is not None else len(self.place)
        found: set[str] = set()
        waiting = [*items_read(wanted)]
        while waiting:
            code = waiting.pop()
            if code in found or self.place.get(code, end) >= end:
                continue
            found.add(code)
            waiting.extend(self.reads.get(code, ()))
        return sorted(found, key=self.place.__getitem__)


class _Search:
    def __init__(
        self,
        questionnaire: Questionnaire,
        wanted: Expression,
        order: Sequence[str],
        offered: Mapping[str, Specimens],
        most_steps: int,
    ) -> None:
        self.questionnaire = questionnaire
        self.wanted = wanted
        self.order = order
        self.offered = offered
        self.steps_left = most_steps
        read = items_read(wanted)
        self.read = {code: number for number, code in enumerate(order) if code in read}

    def go(self, number: int, facts: dict[str, Answer]) -> dict[str, Answer] | None:
        self.steps_left -= 1
        if self.steps_left < 0:
            raise UndecidedError
        open_items = frozenset(code for code, place in self.read.items() if place >= number)
        rest = residual(self.wanted, Facts(self.questionnaire, facts, open_items))
        if isinstance(rest, bool):
            return facts if rest else None
        code = self.order[number]
        for answer in self._candidates(code, facts):
            found = self.go(number + 1, facts if answer is None else {**facts, code: answer})
            if found is not None:
                return found
        return None

    def _candidates(self, code: str, facts: Mapping[str, Answer]) -> tuple[Answer | None, ...]:
        condition = self.questionnaire.conditions.get(code)
        if condition is not None and not evaluate(condition, self.questionnaire, facts):
            return (None,)
        answers = self.offered[code].answers
        required = self.questionnaire.index[code].required and answers
        return answers if required else (*answers, None)
