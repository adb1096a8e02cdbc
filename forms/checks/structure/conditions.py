"""Conditions as they are written: what they read is there, comes earlier, and can say what they ask.

Whether they can hold is for `reach`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from forms.checks.finding import Finding
from forms.checks.places import asked
from forms.checks.structure.answers import CHOICES
from forms.definition.questionnaire import ItemType, Questionnaire
from forms.expressions.evaluation import evaluate
from forms.expressions.tree import Attribute, Compare, Count, Expression, In, items_read, leaves
from forms.specimens import SILENT, specimens

COMPARABLE = {ItemType.NUMBER: (int, float), ItemType.YEAR: (int, float), ItemType.DATE: (str,)}


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Faults of every condition, and conditions that depend on one another."""
    for path, condition, earlier in written(questionnaire):
        yield from faults(questionnaire, condition, earlier, path)
    yield from _cycles(questionnaire)


def written(questionnaire: Questionnaire) -> Iterator[tuple[str, Expression, frozenset[str]]]:
    """Every condition with its pointer and the codes of the items before it."""
    earlier: frozenset[str] = frozenset()
    for number, section in enumerate(questionnaire.sections):
        path = f"/sections/{number}"
        if section.visible_if is not None:
            yield f"{path}/visible_if", section.visible_if, earlier
        for place, item in enumerate(section.items):
            if item.visible_if is not None:
                yield f"{path}/items/{place}/visible_if", item.visible_if, earlier
            earlier |= {part.item_code for part in item.asked()}


def faults(
    questionnaire: Questionnaire, condition: Expression, earlier: frozenset[str], path: str
) -> Iterator[Finding]:
    """What is wrong with the parts of one condition."""
    for leaf in leaves(condition):
        if leaf.item not in questionnaire.index:
            yield Finding("unknown_item", path, {"item": leaf.item})
        elif leaf.item not in earlier:
            yield Finding("later_item", path, {"item": leaf.item})
        elif isinstance(leaf, In):
            known = questionnaire.options[leaf.item]
            for code in leaf.options:
                if code not in known:
                    yield Finding("unknown_option", path, {"item": leaf.item, "option": code})
        elif not _can_be_asked(questionnaire, leaf):
            yield Finding("condition_does_not_fit", path, {"item": leaf.item})
        elif _never_holds(questionnaire, leaf):
            yield Finding("condition_out_of_range", path, {"item": leaf.item, "value": _value(leaf)})


def _can_be_asked(questionnaire: Questionnaire, leaf: Expression) -> bool:
    """Whether the part of a condition asks something that the item's answers can tell."""
    match leaf:
        case Attribute(item, attribute):
            return any(attribute in option.attributes for option in questionnaire.options[item].values())
        case Count(item):
            return questionnaire.index[item].type in CHOICES - SILENT
        case Compare(item, _, value):
            options = questionnaire.options[item].values()
            if options:
                return not isinstance(value, str) and any(option.score is not None for option in options)
            return isinstance(value, COMPARABLE.get(questionnaire.index[item].type, ()))
        case _:
            return not items_read(leaf) & {
                item.item_code for item in questionnaire.items if item.type in SILENT
            }


def _never_holds(questionnaire: Questionnaire, leaf: Expression) -> bool:
    """Whether no answer to the item meets this part: a number outside its range, more options than it has."""
    (code,) = items_read(leaf)
    if isinstance(leaf, Count) and evaluate(leaf, questionnaire, {}):
        return False
    found = specimens(questionnaire, questionnaire.index[code], [leaf])
    return (
        found.complete
        and bool(found.answers)
        and not any(evaluate(leaf, questionnaire, {code: answer}) for answer in found.answers)
    )


def _value(leaf: Expression) -> str:
    match leaf:
        case Compare(_, _, value) | Count(_, _, value):
            return str(value)
        case Attribute(_, attribute, any_of):
            return f"{attribute}: {', '.join(any_of)}"
        case _:
            return ""


def _cycles(questionnaire: Questionnaire) -> Iterator[Finding]:
    """One finding for each group of items whose conditions wait for one another."""
    reads = {code: items_read(condition) for code, condition in questionnaire.conditions.items()}
    reach = {code: _reached(code, reads) for code in reads}
    told: set[str] = set()
    for path, item, _, _ in asked(questionnaire):
        code = item.item_code
        if code in told or code not in reach.get(code, ()):
            continue
        circle = [other for other in reach[code] if code in reach.get(other, ())]
        told.update(circle)
        order = sorted(circle, key=[item.item_code for item in questionnaire.items].index)
        yield Finding("condition_cycle", path, {"items": ", ".join(order)})


def _reached(start: str, reads: Mapping[str, frozenset[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for code in reads.get(waiting.pop(), ()):
            if code not in found:
                found.add(code)
                waiting.append(code)
    return found
