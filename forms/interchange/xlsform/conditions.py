"""XPath trees made into conditions of ours, exactly or not at all.

XPath takes an unanswered question for an empty text, which differs from everything: `${x} != 'a'` holds then,
and `${x} > 5` does not. The conditions made here do the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from forms.definition import ItemType
from forms.definition.schema import ISO_DATE
from forms.documents.canonical import MAXIMUM_NUMBER
from forms.expressions.evaluation import COMPARISONS
from forms.expressions.tree import (
    And,
    Answered,
    Compare,
    Count,
    Expression,
    In,
    Not,
    Or,
    Relation,
)
from forms.interchange.xlsform.xpath import Call, Literal, Node, Ref, parse

SIGNS: Mapping[str, Relation] = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge"}
MIRRORED: Mapping[Relation, Relation] = {
    "eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le",
}  # fmt: skip
TRANSPARENT = frozenset({"string", "number", "int", "normalize-space"})
"""Functions that leave an answer what it is; "int" does so with whole numbers only."""
MOST_IFS = 6
"""Choices within one condition: each of them doubles what stands in it."""
SOME: frozenset[tuple[Relation, float | None]] = frozenset({("gt", 0), ("ge", 1), ("ne", 0)})
NONE: frozenset[tuple[Relation, float | None]] = frozenset({("eq", 0), ("lt", 1), ("le", 0)})
"""A length or a number compared, where only that there is something, or nothing, is meant."""
MOST_PARTS = 50
DEEPEST = 12
NUMERIC = (ItemType.NUMBER, ItemType.YEAR)
SEVERAL = (ItemType.MULTIPLE_CHOICE, ItemType.RANKING)


class InexpressibleError(ValueError):
    """Our conditions cannot say this."""


@dataclass(frozen=True)
class Target:
    """A question that conditions may read: its code, its type, and its options by the names they had."""

    code: str
    type: ItemType
    options: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    """Whether a number has no decimal places."""


Targets = Mapping[str, Target]


def conjuncts(text: str) -> list[Node]:
    """The parts that must all hold. Raises UnreadableError."""
    tree = parse(text)
    return list(tree.args) if isinstance(tree, Call) and tree.name == "and" else [tree]


def condition(node: Node, targets: Targets) -> Expression | bool:
    """The condition that this tree says, or True or False where it says nothing else.

    Raises InexpressibleError.
    """
    if _ifs(node) > MOST_IFS:
        raise InexpressibleError("too many choices")
    found = _condition(node, targets)
    if not isinstance(found, bool) and (_depth(found) > DEEPEST or _widest(found) > MOST_PARTS):
        raise InexpressibleError("too large")
    return found


def joined(parts: Iterable[Expression]) -> Expression | None:
    """All of these at once; None for none."""
    flat = [part for whole in parts for part in (whole.of if isinstance(whole, And) else (whole,))]
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def number_of(node: Node) -> float | None:
    """The number that a literal is, quoted or not."""
    if not isinstance(node, Literal):
        return None
    try:
        value = float(node.value)
    except ValueError:
        return None
    return value if abs(value) <= MAXIMUM_NUMBER else None


def date_of(node: Node) -> str | None:
    """The date that a literal is: '2026-06-01' or date('2026-06-01')."""
    if isinstance(node, Call) and node.name in ("date", "date-time") and len(node.args) == 1:
        return date_of(node.args[0])
    if isinstance(node, Literal) and isinstance(node.value, str) and re.fullmatch(ISO_DATE, node.value):
        try:
            return date.fromisoformat(node.value).isoformat()
        except ValueError:  # the 30th of February
            return None
    return None


def whole(value: float) -> float | int:
    """The number as people write it: without a decimal point that says nothing."""
    return int(value) if value.is_integer() else value


def _condition(node: Node, targets: Targets) -> Expression | bool:
    match node:
        case Call("and" | "or" as join, args):
            return _join([_condition(part, targets) for part in args], all_of=join == "and")
        case Call("not", (part,)):
            inner = _condition(part, targets)
            if isinstance(inner, bool):
                return not inner
            return inner.of if isinstance(inner, Not) else Not(inner)
        case Call("true" | "false" as word, ()):
            return word == "true"
        case Call("if", (test, yes, no)):
            return _either(test, _condition(yes, targets), _condition(no, targets), targets)
        case Call(sign, (left, right)) if sign in SIGNS:
            return _relation(SIGNS[sign], left, right, targets)
        case Literal(value):
            return bool(value)
    return _of_answer(node, targets)


def _of_answer(node: Node, targets: Targets) -> Expression | bool:
    """What holds of an answer by itself."""
    match node:
        case Call("selected", (part, Literal(value))):
            return _chosen(_target(part, targets), _text(value))
        case Call("boolean" | "string-length" | "count-selected" as function, (part,)):
            return _true(_target(part, targets), number=function == "boolean")
        case Ref():
            return _true(_target(node, targets))
    raise InexpressibleError("a function that conditions do not have")


def _either(test: Node, yes: Expression | bool, no: Expression | bool, targets: Targets) -> Expression | bool:
    """One of two, by what the test says."""
    if yes == no:
        return yes
    held = _condition(test, targets)
    failed = _condition(Call("not", (test,)), targets)
    sides = [_join([held, yes], all_of=True), _join([failed, no], all_of=True)]
    return _join(sides, all_of=False)


def _true(target: Target, *, number: bool = True) -> Expression:
    """Whether there is an answer; a number that counts as such has to be another one than 0."""
    answered = Answered(target.code)
    if target.type not in NUMERIC or not number:
        return answered
    return And((answered, Not(Compare(target.code, "eq", 0))))


def _join(parts: list[Expression | bool], *, all_of: bool) -> Expression | bool:
    if (not all_of) in parts:
        return not all_of
    kind: type[And] | type[Or] = And if all_of else Or
    flat: list[Expression] = []
    for part in parts:
        if not isinstance(part, bool):
            flat.extend(part.of if isinstance(part, kind) else (part,))
    if not flat:
        return all_of
    if not all_of:
        flat = _merged(flat)
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def _merged(parts: list[Expression]) -> list[Expression]:
    """Options of one item, each asked for by itself, asked for together."""
    found: list[Expression] = []
    for part in parts:
        last = found[-1] if found else None
        if isinstance(part, In) and isinstance(last, In) and part.item == last.item:
            fresh = tuple(code for code in part.options if code not in last.options)
            found[-1] = In(last.item, last.options + fresh)
        else:
            found.append(part)
    return found


def _relation(relation: Relation, left: Node, right: Node, targets: Targets) -> Expression | bool:
    if isinstance(left, Literal) or date_of(left) is not None:
        left, right, relation = right, left, MIRRORED[relation]
    match left, right:
        case Literal(), Literal():
            return _constant(relation, left, right)
        case Call("if", (test, yes, no)), _:
            first, second = (_relation(relation, side, right, targets) for side in (yes, no))
            return _either(test, first, second, targets)
        case Call("selected" | "not" | "boolean" | "true" | "false"), _:
            return _truth(relation, _condition(left, targets), right)
        case _, Call("true" | "false", ()):
            raise InexpressibleError("an answer compared with true or false")
        case Call("string-length", (text,)), _:
            return _length(relation, _target(text, targets), number_of(right))
        case Call("count-selected", (counted,)), _:
            return _count(relation, _target(counted, targets), number_of(right))
    return _answer(relation, _target(left, targets), right)


def _answer(relation: Relation, target: Target, right: Node) -> Expression | bool:
    """An answer compared with a value."""
    if right == Literal(""):
        return _sided(relation, Not(Answered(target.code)), possible=True)
    if target.type is ItemType.CONSENT and isinstance(right, Literal):
        return _sided(relation, In(target.code, ("yes",)), possible=right == Literal("OK"))
    if target.options:
        return _choice(relation, target, right)
    return _compared(relation, target, right)


def _constant(relation: Relation, left: Literal, right: Literal) -> bool:
    """Two values compared: as numbers where one of them is meant as one, else as texts."""
    if relation in ("eq", "ne") and isinstance(left.value, str) and isinstance(right.value, str):
        return (left == right) is (relation == "eq")
    one, other = number_of(left), number_of(right)
    if one is None or other is None:
        return relation == "ne"
    return COMPARISONS[relation](one, other)


def _truth(relation: Relation, held: Expression | bool, right: Node) -> Expression | bool:
    wanted = {"true": True, "false": False, "1": True, "0": False}.get(
        right.name if isinstance(right, Call) else f"{number_of(right) or 0:g}"
    )
    if wanted is None or relation not in ("eq", "ne"):
        raise InexpressibleError("truth compared with something else")
    if wanted is (relation == "eq"):
        return held
    return not held if isinstance(held, bool) else Not(held)


def _compared(relation: Relation, target: Target, right: Node) -> Expression:
    value: float | str | None = None
    if target.type in NUMERIC:
        number = number_of(right)
        value = None if number is None else whole(number)
    elif target.type is ItemType.DATE:
        value = date_of(right)
    if value is None:
        raise InexpressibleError("a comparison with words or with another answer")
    if relation == "ne":
        return Not(Compare(target.code, "eq", value))
    return Compare(target.code, relation, value)


def _choice(relation: Relation, target: Target, right: Node) -> Expression | bool:
    if not isinstance(right, Literal):
        raise InexpressibleError("an option compared with another answer")
    text = _text(right.value)
    if relation in ("eq", "ne"):
        if target.type is ItemType.RANKING or (
            target.type is ItemType.MULTIPLE_CHOICE and " " in text.strip()
        ):
            raise InexpressibleError("an order compared")
        chosen = _chosen(target, text) if isinstance(right.value, str) else _numbered(target, right.value)
        if target.type is ItemType.MULTIPLE_CHOICE and not isinstance(chosen, bool):
            chosen = And((chosen, Count(target.code, "eq", 1)))
        return _sided(relation, chosen, possible=True)
    limit = number_of(right)
    if target.type in SEVERAL or limit is None:
        raise InexpressibleError("options put in order")
    fitting = tuple(
        code
        for name, code in target.options.items()
        if (number := number_of(Literal(name))) is not None and COMPARISONS[relation](number, limit)
    )
    return In(target.code, fitting) if fitting else False


def _sided(relation: Relation, holds: Expression | bool, *, possible: bool) -> Expression | bool:
    if relation not in ("eq", "ne"):
        raise InexpressibleError("an order of texts")
    if not possible or holds is False:
        return relation == "ne"
    if relation == "eq" or isinstance(holds, bool):
        return holds
    return holds.of if isinstance(holds, Not) else Not(holds)


def _chosen(target: Target, name: str) -> Expression | bool:
    """Whether the option is chosen; one that is not offered never is."""
    if not target.options:
        raise InexpressibleError("an option of a question without options")
    code = target.options.get(name.strip())
    return In(target.code, (code,)) if code else False


def _numbered(target: Target, value: float) -> Expression | bool:
    """Whether an option is chosen whose name is this number: "01" is 1 where no quotes make it a text."""
    fitting = tuple(code for name, code in target.options.items() if number_of(Literal(name)) == value)
    return In(target.code, fitting) if fitting else False


def _count(relation: Relation, target: Target, value: float | None) -> Expression:
    """Whether there is any at all is said as people say it."""
    if target.type in SEVERAL and (relation, value) in SOME | NONE:
        return _length(relation, target, value)
    if target.type not in SEVERAL or value is None or not value.is_integer() or not 0 <= value <= 500:
        raise InexpressibleError("a count of something else")
    return Count(target.code, relation, int(value))


def _length(relation: Relation, target: Target, value: float | None) -> Expression:
    """Only whether there is any text at all can be said of its length."""
    answered = Answered(target.code)
    if (relation, value) in SOME:
        return answered
    return Not(answered) if (relation, value) in NONE else _no("the length of a text")


def _target(node: Node, targets: Targets) -> Target:
    """The question that an expression reads, through functions that leave its answer what it is."""
    if isinstance(node, Call) and len(node.args) == 1 and node.name in TRANSPARENT:
        target = _target(node.args[0], targets)
        if node.name == "int" and target.type is ItemType.NUMBER and not target.whole:
            raise InexpressibleError("a number without its decimal places")
        return target
    if isinstance(node, Call) and node.name == "coalesce" and node.args[1:] == (Literal(""),):
        return _target(node.args[0], targets)
    if isinstance(node, Ref) and node.name in targets:
        target = targets[node.name]
        if target.type not in (ItemType.INFORMATION, ItemType.RATING_BATTERY):
            return target
    raise InexpressibleError("something that is not the answer to a question")


def _ifs(node: Node) -> int:
    return (node.name == "if") + sum(map(_ifs, node.args)) if isinstance(node, Call) else 0


def _text(value: float | str) -> str:
    return value if isinstance(value, str) else str(whole(value))


def _no(reason: str) -> Expression:
    raise InexpressibleError(reason)


def _depth(expression: Expression) -> int:
    return 1 + max((_depth(part) for part in _parts(expression)), default=0)


def _widest(expression: Expression) -> int:
    own = len(expression.of) if isinstance(expression, And | Or) else 0
    return max([own, *(_widest(part) for part in _parts(expression))])


def _parts(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case And(of) | Or(of):
            return of
        case Not(part):
            return (part,)
        case _:
            return ()
