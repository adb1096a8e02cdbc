"""Checking a document against a JSON schema, with a path and a sentence for every problem.

Understands the part of JSON Schema 2020-12 that the schemas of this package use (the handlers below are the
list); an unknown keyword is an error of the schema's author and raises KeyError. A `oneOf` must be told apart
by the one property named in `discriminator`, so that the sentences speak of the branch that was meant.
Expects documents that passed `canonical.bounded`: recursion is as deep as the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Schema = Mapping[str, Any]
MAXIMUM_PROBLEMS = 100


class Problem(NamedTuple):
    """One thing wrong with a document: a JSON pointer ("" is the whole) and a sentence that continues from
    it.
    """

    path: str
    sentence: str


class DefinitionError(ValueError):
    """A document is not a questionnaire. `problems` says where and why, at most MAXIMUM_PROBLEMS of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(
            "; ".join(f"{path or 'the document'} {sentence}" for path, sentence in self.problems)
        )


def child(path: str, step: str | int) -> str:
    """The JSON pointer of a part."""
    return f"{path}/{str(step).replace('~', '~0').replace('/', '~1')}"


def require(document: Any, schema: Schema, path: str = "") -> None:
    """Raises DefinitionError unless the document conforms to the schema."""
    found = []
    for problem in problems(document, schema, schema.get("$defs", {}), path):
        found.append(problem)
        if len(found) == MAXIMUM_PROBLEMS:
            break
    if found:
        raise DefinitionError(found)


def problems(
    value: Any, schema: Schema, definitions: Mapping[str, Schema], path: str = ""
) -> Iterator[Problem]:
    """Every way in which the value departs from the schema."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix("#/$defs/")]
    if "type" in schema:
        expected = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(TYPES[name][0](value) for name in expected):
            yield Problem(path, "must be " + " or ".join(TYPES[name][1] for name in expected))
            return
    for keyword, limit in schema.items():
        if keyword in CHECKS:
            for sentence in CHECKS[keyword](value, limit):
                yield Problem(path, sentence)
        elif keyword not in STRUCTURE | ANNOTATIONS:
            raise KeyError(f"this checker does not know the schema keyword {keyword!r}")
    yield from _parts(value, schema, definitions, path)


def _parts(value: Any, schema: Schema, definitions: Mapping[str, Schema], path: str) -> Iterator[Problem]:
    if "oneOf" in schema:
        yield from _branch(value, schema, definitions, path)
    if isinstance(value, list) and "items" in schema:
        for number, part in enumerate(value):
            yield from problems(part, schema["items"], definitions, child(path, number))
    if isinstance(value, dict) and ("properties" in schema or "additionalProperties" in schema):
        known: Mapping[str, Schema] = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        for name, part in value.items():
            if name in known:
                yield from problems(part, known[name], definitions, child(path, name))
            elif others is False:
                yield Problem(child(path, name)[:300], f"is not known here; known are: {', '.join(known)}")
            elif isinstance(others, Mapping):
                yield from problems(part, others, definitions, child(path, name))


def _branch(value: Any, schema: Schema, definitions: Mapping[str, Schema], path: str) -> Iterator[Problem]:
    name = schema["discriminator"]["propertyName"]
    if not isinstance(value, dict):
        yield Problem(path, "must be an object")
        return
    offered: list[str] = []
    for branch in schema["oneOf"]:
        kinds = branch["properties"][name].get("enum") or [branch["properties"][name]["const"]]
        if value.get(name) in kinds:
            yield from problems(value, branch, definitions, path)
            return
        offered += kinds
    if name in value:
        yield Problem(child(path, name), f"must be one of: {', '.join(offered)}")
    else:
        yield Problem(path, f"must have “{name}”")


def _check_names(value: Any, schema: Schema) -> Iterator[str]:
    if isinstance(value, dict):
        for name in value:
            if not re.fullmatch(schema["pattern"], name):
                yield f"has the name “{name[:80]}”, which is not {schema['description']}"


def _check_unique(value: Any, wanted: bool) -> Iterator[str]:
    if (
        wanted
        and isinstance(value, list)
        and any(part in value[:number] for number, part in enumerate(value))
    ):
        yield "must not repeat a value"


def _check_required(value: Any, names: Sequence[str]) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"must have “{name}”" for name in names if name not in value)


def _limit(
    types: type | tuple[type, ...], broken: Callable[[Any, Any], bool], sentence: str
) -> Callable[[Any, Any], Iterator[str]]:
    def check(value: Any, limit: Any) -> Iterator[str]:
        if isinstance(value, types) and broken(value, limit):
            yield sentence.format(limit=limit)

    return check


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


TYPES: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "object": (lambda value: isinstance(value, dict), "an object"),
    "array": (lambda value: isinstance(value, list), "a list"),
    "string": (lambda value: isinstance(value, str), "a text"),
    "boolean": (lambda value: isinstance(value, bool), "true or false"),
    "integer": (lambda value: isinstance(value, int) and not isinstance(value, bool), "a whole number"),
    "number": (_is_number, "a number"),
}
CHECKS: Mapping[str, Callable[[Any, Any], Iterator[str]]] = {
    "const": _limit(object, lambda value, limit: value != limit, "must be {limit}"),
    "enum": lambda value, limit: iter(
        () if value in limit else (f"must be one of: {', '.join(map(str, limit))}",)
    ),
    "pattern": _limit(
        str, lambda value, limit: not re.fullmatch(limit, value), "does not have the form {limit}"
    ),
    "minLength": _limit(
        str, lambda value, limit: len(value) < limit, "must not be shorter than {limit} characters"
    ),
    "maxLength": _limit(
        str, lambda value, limit: len(value) > limit, "must not be longer than {limit} characters"
    ),
    "minItems": _limit(list, lambda value, limit: len(value) < limit, "must have at least {limit} entries"),
    "maxItems": _limit(list, lambda value, limit: len(value) > limit, "must have at most {limit} entries"),
    "minProperties": _limit(
        dict, lambda value, limit: len(value) < limit, "must have at least {limit} entries"
    ),
    "minimum": _limit((int, float), lambda value, limit: value < limit, "must not be less than {limit}"),
    "maximum": _limit((int, float), lambda value, limit: value > limit, "must not be more than {limit}"),
    "required": _check_required,
    "propertyNames": _check_names,
    "uniqueItems": _check_unique,
}
STRUCTURE = {"type", "oneOf", "discriminator", "items", "properties", "additionalProperties", "$ref", "$defs"}
ANNOTATIONS = {"$schema", "title", "description", "default"}
