"""What a constraint says of the answer beside it: bounds, lengths, numbers of choices, exclusive options."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from forms.definition import ItemType
from forms.interchange.xlsform.conditions import (
    MIRRORED,
    NUMERIC,
    SIGNS,
    conjuncts,
    date_of,
    number_of,
    whole,
)
from forms.interchange.xlsform.xpath import Call, Literal, Node, Ref, UnreadableError

SELF = Ref(".")
TEXTS = (ItemType.SHORT_TEXT, ItemType.OPEN_ENDED)
LONGEST_TEXT = 20_000
Count = tuple[str, float]
"""How the number of chosen options is compared."""
MORE: tuple[Count, ...] = ((">", 1), (">=", 2), ("!=", 1))
ONE: tuple[Count, ...] = (("=", 1), ("<=", 1), ("<", 2))
MOST_CHOICES = {ItemType.MULTIPLE_CHOICE: 500, ItemType.RANKING: 20}


@dataclass
class Limits:
    """Keys of an item's document, names of options that exclude others, and whether all of it was said."""

    keys: dict[str, Any] = field(default_factory=dict)
    exclusive: list[str] = field(default_factory=list)
    complete: bool = True


def read(text: str, item_type: ItemType, *, whole_numbers: bool, names: Collection[str] = ()) -> Limits:
    """What a constraint says of an item of this type, as far as an item can say it; `names` are options'."""
    limits = Limits()
    try:
        parts = conjuncts(text)
    except UnreadableError:
        limits.complete = False
        return limits
    for part in _flat(parts):
        alone = _alone(part, names) if item_type is ItemType.MULTIPLE_CHOICE else ()
        limits.exclusive.extend(alone)
        if not alone and not _take(part, item_type, limits, whole_numbers=whole_numbers):
            limits.complete = False
    return limits


def _flat(parts: Iterable[Node]) -> Iterator[Node]:
    """The parts, and those of parts that join further ones."""
    for part in parts:
        if isinstance(part, Call) and part.name == "and":
            yield from _flat(part.args)
        else:
            yield part


def _take(part: Node, item_type: ItemType, limits: Limits, *, whole_numbers: bool) -> bool:
    match part:
        case Call("true", ()):
            return True
        case Call(sign, (left, right)) if sign in SIGNS:
            relation = SIGNS[sign]
            if isinstance(left, Literal) or date_of(left) is not None:
                left, right, relation = right, left, MIRRORED[relation]
            return _bound(left, relation, right, item_type, limits.keys, whole_numbers=whole_numbers)
    return False


def _bound(
    left: Node, relation: str, right: Node, item_type: ItemType, keys: dict[str, Any], *, whole_numbers: bool
) -> bool:
    if left == SELF and item_type is ItemType.DATE:
        return _date(relation, date_of(right), keys)
    value = number_of(right)
    if value is None:
        return False
    if left == SELF and item_type in NUMERIC:
        return _number(relation, value, keys, whole_numbers=whole_numbers)
    match left:
        case Call("count-selected", (Ref("."),)) if item_type in MOST_CHOICES:
            return _most("max_choices", relation, value, MOST_CHOICES[item_type], keys)
        case Call("string-length", (Ref("."),)) if item_type in TEXTS:
            return _most("max_length", relation, value, LONGEST_TEXT, keys)
    return False


def _number(relation: str, value: float, keys: dict[str, Any], *, whole_numbers: bool) -> bool:
    """Bounds of ours include themselves; for whole numbers the others can be said too."""
    exact = True
    if relation in ("gt", "lt"):
        exact = whole_numbers and value.is_integer()
        step = 1 if exact else 0
        value += step if relation == "gt" else -step
    if relation in ("ge", "gt", "eq"):
        keys["minimum"] = max(whole(value), keys.get("minimum", whole(value)))
    if relation in ("le", "lt", "eq"):
        keys["maximum"] = min(whole(value), keys.get("maximum", whole(value)))
    return exact and relation != "ne"


def _date(relation: str, value: str | None, keys: dict[str, Any]) -> bool:
    if value is None or relation == "ne":
        return False
    if relation in ("ge", "gt", "eq"):
        keys["minimum"] = max(value, keys.get("minimum", value))
    if relation in ("le", "lt", "eq"):
        keys["maximum"] = min(value, keys.get("maximum", value))
    return relation not in ("gt", "lt")


def _most(key: str, relation: str, value: float, greatest: int, keys: dict[str, Any]) -> bool:
    if relation == "lt":
        relation, value = "le", value - 1
    if relation != "le" or not value.is_integer() or not 1 <= value <= greatest:
        return False
    keys[key] = int(value)
    return True


def _alone(node: Node, names: Collection[str]) -> tuple[str, ...]:
    """The options that this lets nobody choose with another, in any of the ways that people write it."""
    match node:
        case Call("not", (Call("and", (first, second)),)):
            one, others = _chosen(first), _chosen(second)
            if one and others:
                return one if {*names} == {*one, *others} else ()
            return _together(first, second, MORE)
        case Call("or", (Call("not", (chosen,)), only)) | Call("or", (only, Call("not", (chosen,)))):
            return _together(chosen, only, ONE) or _repeated(chosen, only)
        case Call("if", (chosen, only, Call("true", ()))):
            return _together(chosen, only, ONE)
    return ()


def _together(first: Node, second: Node, counts: Container[Count]) -> tuple[str, ...]:
    """The options of which one side says that they are chosen, the other how many are, in either order."""
    if _count(second) in counts:
        return _chosen(first)
    return _chosen(second) if _count(first) in counts else ()


def _repeated(chosen: Node, only: Node) -> tuple[str, ...]:
    """`selected(., 'x') and count-selected(.) = 1`, where the other side is `not(selected(., 'x'))`."""
    match only:
        case Call("and", (first, second)) if chosen in (first, second):
            return _together(first, second, ONE)
    return ()


def _chosen(node: Node) -> tuple[str, ...]:
    match node:
        case Call("selected", (Ref("."), Literal(name))):
            return (name if isinstance(name, str) else str(whole(name)),)
        case Call("or", parts):
            found = [_chosen(part) for part in parts]
            return tuple(name for names in found for name in names) if all(found) else ()
    return ()


def _count(node: Node) -> Count | None:
    match node:
        case Call(sign, (Call("count-selected", (Ref("."),)), Literal(float(value)))):
            return sign, value
    return None
