"""The tree of a condition and its JSON form.

Knows the shape only: no questionnaire, no answers. Documents reach `from_document` after the schema has been
checked (`forms.definition`), which also bounds their depth.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

Relation = Literal["eq", "ne", "lt", "le", "gt", "ge"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True)
class And:
    """All parts hold."""

    of: tuple[Expression, ...]


@dataclass(frozen=True)
class Or:
    """At least one part holds."""

    of: tuple[Expression, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    of: Expression


@dataclass(frozen=True)
class Answered:
    """The item has an answer."""

    item: str


@dataclass(frozen=True)
class In:
    """Any of the options is chosen."""

    item: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Compare:
    """The number, year or date (an ISO text), or the score of the option chosen, stands in this relation to a
    value.

    False without an answer, and for an option without a score.
    """

    item: str
    relation: Relation
    value: float | str


@dataclass(frozen=True)
class Count:
    """The number of options chosen stands in this relation to a value. No answer counts as 0."""

    item: str
    relation: Relation
    value: int


@dataclass(frozen=True)
class Attribute:
    """An option chosen has at least one of these values of an attribute."""

    item: str
    attribute: str
    any_of: tuple[str, ...]


Expression = And | Or | Not | Answered | In | Compare | Count | Attribute


def from_document(document: Mapping[str, Any]) -> Expression:
    """The tree of a document that conforms to the schema."""
    match document["op"]:
        case "and":
            return And(tuple(from_document(part) for part in document["of"]))
        case "or":
            return Or(tuple(from_document(part) for part in document["of"]))
        case "not":
            return Not(from_document(document["of"]))
        case "answered":
            return Answered(document["item"])
        case "in":
            return In(document["item"], tuple(document["options"]))
        case "compare":
            return Compare(document["item"], document["relation"], document["value"])
        case "count":
            return Count(document["item"], document["relation"], document["value"])
        case "attribute":
            return Attribute(document["item"], document["attribute"], tuple(document["any_of"]))
        case unknown:
            raise ValueError(f"no operation of a condition: {unknown!r}")


def to_document(expression: Expression) -> dict[str, Any]:
    """The JSON form; `from_document` of it gives an equal tree."""
    match expression:
        case And(of):
            return {"op": "and", "of": [to_document(part) for part in of]}
        case Or(of):
            return {"op": "or", "of": [to_document(part) for part in of]}
        case Not(part):
            return {"op": "not", "of": to_document(part)}
        case Answered(item):
            return {"op": "answered", "item": item}
        case In(item, options):
            return {"op": "in", "item": item, "options": list(options)}
        case Compare(item, relation, value):
            return {"op": "compare", "item": item, "relation": relation, "value": value}
        case Count(item, relation, value):
            return {"op": "count", "item": item, "relation": relation, "value": value}
        case Attribute(item, attribute, any_of):
            return {"op": "attribute", "item": item, "attribute": attribute, "any_of": list(any_of)}


def leaves(expression: Expression) -> Iterator[Answered | In | Compare | Count | Attribute]:
    """The parts that read an item, from left to right."""
    match expression:
        case And(of) | Or(of):
            for part in of:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case leaf:
            yield leaf


def items_read(expression: Expression) -> frozenset[str]:
    """Codes of the items whose answers the condition reads."""
    return frozenset(leaf.item for leaf in leaves(expression))
