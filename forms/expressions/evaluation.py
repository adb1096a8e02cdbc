"""Evaluating a condition, wholly or as far as the answers of earlier pages allow.

An item that shares its page with the condition has no answer yet; `residual` treats it as open and returns
what remains to be decided, which the page shows as a sentence and hands to the browser.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forms.expressions.tree import And, Answered, Attribute, Compare, Count, Expression, In, Not, Or, Relation

if TYPE_CHECKING:
    from forms.definition.questionnaire import Option, Questionnaire

Answer = str | int | float | list[str]
Answers = Mapping[str, Answer]
"""Item code → option code | list of option codes | number | ISO date | text.

The words beside a write-in option are at "<item code>.write_in"."""

COMPARISONS: Mapping[Relation, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


@dataclass(frozen=True)
class Facts:
    """What a condition may look at: the answers on the path, and the items that are still open."""

    questionnaire: Questionnaire
    answers: Answers
    open_items: frozenset[str] = frozenset()


def is_answered(answer: Answer | None) -> bool:
    """Whether there is an answer. 0 is one; nothing chosen and an empty text are none."""
    return answer is not None and answer != "" and answer != []


def evaluate(expression: Expression, questionnaire: Questionnaire, answers: Answers) -> bool:
    """Whether the condition holds. `answers` are those on the path: what is hidden must not be among them."""
    match expression:
        case And(of):
            return all(evaluate(part, questionnaire, answers) for part in of)
        case Or(of):
            return any(evaluate(part, questionnaire, answers) for part in of)
        case Not(part):
            return not evaluate(part, questionnaire, answers)
        case leaf:
            return _holds(leaf, questionnaire, answers.get(leaf.item))


def residual(expression: Expression, facts: Facts) -> Expression | bool:
    """True or False where the answers decide, else the part of the condition that reads open items only."""
    match expression:
        case And(of):
            return _joined(And, of, facts, decisive=False)
        case Or(of):
            return _joined(Or, of, facts, decisive=True)
        case Not(part):
            rest = residual(part, facts)
            return not rest if isinstance(rest, bool) else Not(rest)
        case leaf:
            if leaf.item in facts.open_items:
                return leaf
            return _holds(leaf, facts.questionnaire, facts.answers.get(leaf.item))


def _joined(
    join: type[And] | type[Or], of: tuple[Expression, ...], facts: Facts, *, decisive: bool
) -> Expression | bool:
    rests: list[Expression] = []
    for part in of:
        rest = residual(part, facts)
        if not isinstance(rest, bool):
            rests.append(rest)
        elif rest is decisive:
            return decisive
    if not rests:
        return not decisive
    return rests[0] if len(rests) == 1 else join(tuple(rests))


def lowered(expression: Expression, questionnaire: Questionnaire) -> Expression:
    """The same condition without attributes and scores, which only the server knows: they become lists of
    options.
    """
    match expression:
        case And(of):
            return And(tuple(lowered(part, questionnaire) for part in of))
        case Or(of):
            return Or(tuple(lowered(part, questionnaire) for part in of))
        case Not(part):
            return Not(lowered(part, questionnaire))
        case Compare(item) | Attribute(item) if questionnaire.options.get(item):
            options = questionnaire.options[item].values()
            return In(item, tuple(option.code for option in options if _option_fits(expression, option)))
        case leaf:
            return leaf


def _holds(
    leaf: Answered | In | Compare | Count | Attribute, questionnaire: Questionnaire, answer: Answer | None
) -> bool:
    match leaf:
        case Answered():
            return is_answered(answer)
        case In():
            return any(code in leaf.options for code in _chosen(answer))
        case Count():
            return COMPARISONS[leaf.relation](len(_chosen(answer)), leaf.value)
        case Compare() | Attribute():
            options = questionnaire.options.get(leaf.item)
            if options:
                return any(code in options and _option_fits(leaf, options[code]) for code in _chosen(answer))
            return isinstance(leaf, Compare) and _compares(answer, leaf)


def _option_fits(leaf: Compare | Attribute, option: Option) -> bool:
    if isinstance(leaf, Compare):
        return _compares(option.score, leaf)
    return not set(leaf.any_of).isdisjoint(option.attributes.get(leaf.attribute, ()))


def _compares(answer: Answer | None, leaf: Compare) -> bool:
    """Compares like with like only: a number with a number, an ISO date with an ISO date."""
    if answer is None or isinstance(answer, str) is not isinstance(leaf.value, str):
        return False
    return not isinstance(answer, list) and COMPARISONS[leaf.relation](answer, leaf.value)


def _chosen(answer: Answer | None) -> list[str]:
    if isinstance(answer, list):
        return answer
    return [answer] if isinstance(answer, str) and answer else []
