"""Reading JSON text from a hostile source, and the digest of a document.

A document that passes `bounded` has a limited size and depth, JSON types only, and only characters that both
databases can store; whatever walks it afterwards cannot overflow the stack.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Any

from forms.documents.conformity import DefinitionError, Problem, child

MAXIMUM_BYTES = 4_000_000
MAXIMUM_DEPTH = 40
MAXIMUM_VALUES = 200_000
MAXIMUM_NUMBER = 1e15

UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Control characters (PostgreSQL refuses NUL, XML the others) and halves of surrogate pairs."""


def read_document(text: str | bytes) -> dict[str, Any]:
    """The JSON object in this text. Raises DefinitionError for anything else, however large or deep it is."""
    if len(text) > MAXIMUM_BYTES:
        raise DefinitionError([Problem("", f"is larger than {MAXIMUM_BYTES:,} bytes")])
    try:
        document = json.loads(text, object_pairs_hook=_without_repeats)
    except RecursionError:
        raise DefinitionError([Problem("", f"is nested deeper than {MAXIMUM_DEPTH} levels")]) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise DefinitionError([Problem("", f"is not JSON: {error}")]) from error
    except ValueError:  # of numbers with thousands of digits Python speaks to programmers
        raise DefinitionError([Problem("", "holds a number that is not of a usable size")]) from None
    if not isinstance(document, dict):
        raise DefinitionError([Problem("", "must be an object")])
    bounded(document)
    return document


def bounded(document: Any) -> None:
    """Raises DefinitionError unless the value is JSON within the limits. Walks without recursion."""
    waiting: list[tuple[Any, str, int]] = [(document, "", 1)]
    seen = 0
    while waiting:
        value, path, depth = waiting.pop()
        seen += 1
        if seen + len(waiting) > MAXIMUM_VALUES:
            raise DefinitionError([Problem("", f"holds more than {MAXIMUM_VALUES:,} values")])
        if depth > MAXIMUM_DEPTH:
            raise DefinitionError([Problem(path[:200], f"is nested deeper than {MAXIMUM_DEPTH} levels")])
        _check_simple(value, path)
        waiting.extend((part, child(path, step), depth + 1) for step, part in _parts(value))


def _parts(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _check_simple(value: Any, path: str) -> None:
    if isinstance(value, dict):
        for name in value:
            _check_text(name, path)
    elif isinstance(value, str):
        _check_text(value, path)
    elif isinstance(value, (int, float)):
        if not abs(value) <= MAXIMUM_NUMBER:  # also refuses NaN, which compares with nothing
            raise DefinitionError([Problem(path, "is not a number of a usable size")])
    elif not (value is None or isinstance(value, list)):
        raise DefinitionError(
            [Problem(path, f"is of a type that JSON does not have: {type(value).__name__}")]
        )


def digest(document: Any) -> str:
    """SHA-256 (hexadecimal) of the canonical JSON: sorted keys, no spaces, UTF-8.

    Two documents with equal content have one digest, whatever the order of their keys.
    """
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _check_text(text: Any, path: str) -> None:
    if not isinstance(text, str):
        raise DefinitionError([Problem(path, "has a name that is not a text")])
    if UNSTORABLE.search(text):
        raise DefinitionError([Problem(path, "contains a character that cannot be stored")])


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {repeated[:80]!r} occurs twice in one object")
    return found
