"""LimeSurvey's conditions expressed as ours, or a refusal to guess.

Reads trees of `expressions` and rows of the older table `conditions`. A condition that cannot be expressed as
a whole is not expressed in part: a part would ask the wrong people.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from forms.expressions.tree import And, Answered, Compare, Count, Expression, In, Not, Or, Relation
from forms.interchange.limesurvey.expressions import (
    Both,
    Call,
    Comparison,
    Literal,
    Name,
    Negation,
    Tree,
    UnreadableExpressionError,
    parsed,
)
from forms.interchange.limesurvey.names import Names, Reading, Target
from forms.interchange.limesurvey.tables import Row

OTHER = "-oth-"
MIRRORED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
RELATIONS: dict[str, Relation] = {"eq": "eq", "ne": "ne", "lt": "lt", "le": "le", "gt": "gt", "ge": "ge"}
OPERATORS: dict[str, Callable[[float, float], bool]] = {name: getattr(operator, name) for name in RELATIONS}
METHODS = {"==": "eq", "!=": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge", "": "eq"}
MOST_PARTS = 50
DEEPEST = 10
YES = ("1", "true")
WITH_CODES = (Reading.CHOICE, Reading.BOX, Reading.BOXES)
OTHER_THAN_CODE = re.compile(r"\.(value|valueNAOK|shown)$", re.IGNORECASE)
"""Suffixes by which a choice stands for its points or its label, and not for its code."""
MAY_BE_HIDDEN = re.compile(r"\.(NAOK|valueNAOK|shown|relevanceStatus)$")
"""Suffixes by which an author says that nothing has to be known of the question."""


class InexpressibleError(ValueError):
    """Our conditions have no such thing."""


class Expressed(NamedTuple):
    """A condition, None where it always holds, and the items that it names without ".NAOK"."""

    condition: Expression | None
    named: tuple[str, ...] = ()


def expressed(text: str, names: Names) -> Expressed:
    """The condition that an expression states. Raises InexpressibleError."""
    if text.strip().lower() in ("", *YES):
        return Expressed(None)
    try:
        tree = parsed(text)
    except UnreadableExpressionError as error:
        raise InexpressibleError(str(error)) from error
    if isinstance(tree, Literal) and tree.value in YES:
        return Expressed(None)
    translation = _Translation(names)
    condition = _bounded(translation.of(tree))
    return Expressed(condition, tuple(translation.named))


def from_rows(rows: Iterable[Row], names: Names) -> Expression:
    """The condition in the rows of one question.

    Within a scenario, conditions on one answer are alternatives and those on different ones hold together,
    be they rows of one array or single boxes; scenarios are alternatives. Raises InexpressibleError.
    """
    ordered = sorted(rows, key=lambda row: (row.get("scenario", ""), _read_by(row)))
    scenarios = []
    for _, scenario in groupby(ordered, key=lambda row: row.get("scenario", "")):
        together = [
            _any([_of_row(row, names) for row in alternatives])
            for _, alternatives in groupby(scenario, key=_read_by)
        ]
        scenarios.append(_all(together))
    return _bounded(_any(scenarios))


def said_rows(rows: Iterable[Row]) -> str:
    """The rows as a person would write them, for the list of losses."""
    said = (
        f"{row.get('cfieldname', '')} {row.get('method', '').strip() or '=='} {row.get('value', '')!r}"
        for row in rows
    )
    return "; ".join(said)


def _read_by(row: Row) -> tuple[str, str]:
    """The answer that a row reads: its question and the field."""
    return row.get("cqid", ""), row.get("cfieldname", "")


def _of_row(row: Row, names: Names) -> Expression:
    method, value = row.get("method", "").strip(), row.get("value", "").strip()
    target = names.find(row.get("cfieldname", ""))
    if target is None or method not in METHODS or value.startswith(("@", "{")):
        raise InexpressibleError("a condition of another kind")
    return _compared(target, METHODS[method], value)


class _Translation:
    """Trees into conditions, with the names at hand."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.named: dict[str, None] = {}

    def of(self, tree: Tree) -> Expression:
        """The condition that a tree states."""
        match tree:
            case Both("and", parts):
                return _all([self.of(part) for part in parts])
            case Both(_, parts):
                return _any([self.of(part) for part in parts])
            case Negation(part):
                return _not(self.of(part))
            case Comparison():
                return self.comparison(tree)
            case Call():
                return self.call(tree)
            case Name(name):
                return self.holds(self.target(name))
        raise InexpressibleError("a constant")

    def target(self, name: str) -> Target:
        """What a name stands for. Raises InexpressibleError for what we do not know."""
        target = self.names.find(name) or self.names.boxes(name)
        if target is None or (OTHER_THAN_CODE.search(name) and target.reading in WITH_CODES):
            raise InexpressibleError(f"{name} is unknown")
        return self._noted(name, target)

    def _noted(self, name: str, target: Target) -> Target:
        if not MAY_BE_HIDDEN.search(name):
            self.named[target.item] = None
        return target

    def holds(self, target: Target) -> Expression:
        """A bare name holds when its answer is neither empty nor zero."""
        if target.reading is Reading.NUMBER:
            return And((Answered(target.item), Not(Compare(target.item, "eq", 0))))
        return _answered(target)

    def comparison(self, tree: Comparison) -> Expression:
        """A name or a function against a constant, in either order."""
        left, right, relation = tree.left, tree.right, tree.relation
        if isinstance(left, Literal):
            left, right, relation = right, left, MIRRORED[relation]
        if not isinstance(right, Literal):
            raise InexpressibleError("two answers are compared")
        match left:
            case Name(name):
                return _compared(self.target(name), relation, right.value)
            case Call("intval" | "floatval" | "trim", (Name(name),)):
                return _compared(self.target(name), relation, right.value)
            case Call("count", arguments):
                return self.count(arguments, relation, _number(right.value))
            case Call("strlen", (Name(name),)):
                return _amount(_answered(self.target(name)), relation, _number(right.value))
        raise InexpressibleError("a function is compared")

    def call(self, tree: Call) -> Expression:
        """A function that says yes or no by itself."""
        match tree:
            case Call("is_empty", (Name(name),)):
                return _not(_answered(self.target(name)))
            case Call("count", arguments):
                return self.count(arguments, "gt", 0)
            case Call("if", (condition, Literal(yes), Literal(no))) if yes in YES and no in (
                "0",
                "",
                "false",
            ):
                return self.of(condition)
            case Call("intval" | "floatval" | "trim", (Name(name),)):
                return self.holds(self.target(name))
        raise InexpressibleError(f"the function {tree.function}")

    def count(self, arguments: tuple[Tree, ...], relation: str, value: float) -> Expression:
        """How many of these are answered."""
        names = [part.name for part in arguments if isinstance(part, Name)]
        if not names or len(names) != len(arguments):
            raise InexpressibleError("a count of something else")
        whole = self.names.boxes(names[0]) if len(names) == 1 else None
        targets = [self._noted(name, whole) if whole else self.target(name) for name in names]
        if whole is not None or self.names.are_all_boxes(targets):
            if value != int(value) or not 0 <= value <= 500:
                raise InexpressibleError("a count beyond any number of options")
            return Count(targets[0].item, RELATIONS[relation], int(value))
        return _amount(_any([_answered(target) for target in targets]), relation, value)


def _amount(some: Expression, relation: str, value: float) -> Expression:
    """Whether there is anything: more than none of it, or none."""
    if (relation, value) in (("gt", 0), ("ge", 1), ("ne", 0)):
        return some
    if (relation, value) in (("eq", 0), ("lt", 1), ("le", 0)):
        return _not(some)
    raise InexpressibleError("an amount")


def _compared(target: Target, relation: str, value: str) -> Expression:
    if value.strip() == "" and relation in ("eq", "ne"):
        return _answered(target) if relation == "ne" else _not(_answered(target))
    match target.reading:
        case Reading.BOX:
            return _box(target, relation, value)
        case Reading.CHOICE | Reading.BOXES:
            return _choice(target, relation, value)
        case Reading.NUMBER | Reading.YEAR:
            return _ordered(target, relation, _number(value))
        case Reading.DATE if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}($|\s)", value):
            return _ordered(target, relation, value[:10])
    raise InexpressibleError("an answer in words is compared")


def _box(target: Target, relation: str, value: str) -> Expression:
    if relation not in ("eq", "ne") or value.upper() not in ("Y", "1", "N", "0"):
        raise InexpressibleError("a box is either ticked or not")
    ticked = In(target.item, (target.option,))
    return ticked if (relation == "eq") == (value.upper() in ("Y", "1")) else Not(ticked)


def _choice(target: Target, relation: str, value: str) -> Expression:
    if relation in ("eq", "ne"):
        option = target.options.get(value)
        if option is None:
            raise InexpressibleError("an option that is not there")
        return In(target.item, (option,)) if relation == "eq" else Not(In(target.item, (option,)))
    limit = _number(value)
    chosen = [
        option
        for code, option in target.options.items()
        if re.fullmatch(r"-?[0-9]{1,9}", code) and OPERATORS[relation](int(code), limit)
    ]
    if not chosen or target.reading is Reading.BOXES:
        raise InexpressibleError("options without an order")
    return In(target.item, tuple(chosen))


def _ordered(target: Target, relation: str, value: float | str) -> Expression:
    if relation == "ne":
        return Not(Compare(target.item, "eq", value))
    return Compare(target.item, RELATIONS[relation], value)


def _answered(target: Target) -> Expression:
    if target.reading in (Reading.BOX, Reading.WORDS):
        return In(target.item, (target.option,))
    if target.reading is Reading.PLACE and target.option != "1":
        return Count(target.item, "ge", int(target.option))
    return Answered(target.item)


def _number(value: str) -> float:
    if not re.fullmatch(r"\s*-?[0-9]{1,15}(\.[0-9]{1,10})?\s*", value):
        raise InexpressibleError("not a number")
    found = float(value)
    return int(found) if found == int(found) else found


def _not(part: Expression) -> Expression:
    return part.of if isinstance(part, Not) else Not(part)


def _all(parts: list[Expression]) -> Expression:
    flat = [inner for part in parts for inner in (part.of if isinstance(part, And) else (part,))]
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def _any(parts: list[Expression]) -> Expression:
    """Alternatives; options of one item become one part."""
    flat = [inner for part in parts for inner in (part.of if isinstance(part, Or) else (part,))]
    joined: list[Expression] = []
    places: dict[str, int] = {}
    for part in flat:
        place = places.get(part.item) if isinstance(part, In) else None
        if isinstance(part, In) and place is not None:
            earlier = joined[place]
            options = (*(earlier.options if isinstance(earlier, In) else ()), *part.options)
            joined[place] = In(part.item, tuple(dict.fromkeys(options)))
            continue
        if isinstance(part, In):
            places[part.item] = len(joined)
        joined.append(part)
    return joined[0] if len(joined) == 1 else Or(tuple(joined))


def _bounded(condition: Expression, depth: int = 0) -> Expression:
    """The condition itself. Raises InexpressibleError where it has more parts than a document may."""
    match condition:
        case And(parts) | Or(parts):
            if len(parts) > MOST_PARTS or depth > DEEPEST:
                raise InexpressibleError("too many parts")
            for part in parts:
                _bounded(part, depth + 1)
        case Not(part):
            if depth > DEEPEST:
                raise InexpressibleError("too deep")
            _bounded(part, depth + 1)
    return condition
