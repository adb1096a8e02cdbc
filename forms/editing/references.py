"""Who refers to an item, an option or a scale: conditions, and texts that repeat an answer ({{code}}).

Knows how to find references and how to let them follow a new code.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from forms.editing.parts import Document, Place, codes_of, items

REPEATED = re.compile(r"(\{\{\s*)([A-Za-z][A-Za-z0-9_]{0,63})(?=\s*(?:\||\}\}))")
"""The beginning of a text's repetition of an answer, up to the code."""

TEXT_KEYS = frozenset(
    {
        "titles",
        "introductions",
        "thanks",
        "texts",
        "hints",
        "labels",
        "unit",
        "visible_if_texts",
        "interviewer_notes",
        "alternatives",
    }
)
"""Keys of a document under which texts by language stand; `cases` of an option hold such texts one below."""


def texts(part: Any) -> Iterator[dict[str, str]]:
    """All texts by language in a part of a document, the very objects."""
    if isinstance(part, list):
        for piece in part:
            yield from texts(piece)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in TEXT_KEYS:
                yield value
            elif key == "cases":
                yield from value.values()
            elif key != "visible_if":
                yield from texts(value)


def leaves(condition: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The parts of a condition's document that read an item, the very objects."""
    match condition:
        case {"op": "and" | "or", "of": of}:
            for part in of:
                yield from leaves(part)
        case {"op": "not", "of": part}:
            yield from leaves(part)
        case dict():
            yield condition


def to_items(document: Mapping[str, Any], codes: set[str], *, within: bool = False) -> list[Place]:
    """Where conditions and texts read items with these codes; those items' own texts only `within`."""
    return list(_found(document, codes, lambda leaf: leaf["item"] in codes, within=within))


def to_options(document: Mapping[str, Any], item_codes: set[str], options: set[str]) -> list[Place]:
    """Where conditions name these options of the items."""

    def names_one(leaf: Mapping[str, Any]) -> bool:
        named = leaf.get("options", ()) if leaf["op"] == "in" else ()
        return leaf["item"] in item_codes and not options.isdisjoint(named)

    return list(_found(document, set(), names_one, within=True))


def to_scale(document: Mapping[str, Any], code: str) -> list[Place]:
    """The items that are answered on this scale."""
    return [
        Place("item", item["item_code"], "scale") for item in items(document) if item.get("scale") == code
    ]


def follow_items(document: Document, renamed: Mapping[str, str]) -> None:
    """Let everything that reads an item read it by its new code (old → new), in this very document."""
    for leaf in _all_leaves(document):
        leaf["item"] = renamed.get(leaf["item"], leaf["item"])
    for found in texts(document):
        for tag, text in found.items():
            found[tag] = REPEATED.sub(lambda match: match[1] + renamed.get(match[2], match[2]), text)


def follow_options(document: Document, item_codes: set[str], renamed: Mapping[str, str]) -> None:
    """Let conditions name options by their new codes (old → new), in this very document."""
    for leaf in _all_leaves(document):
        if leaf["op"] == "in" and leaf["item"] in item_codes:
            leaf["options"] = [renamed.get(code, code) for code in leaf["options"]]


def _all_leaves(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for section in document["sections"]:
        for part in (section, *section["items"]):
            if "visible_if" in part:
                yield from leaves(part["visible_if"])


def _found(
    document: Mapping[str, Any],
    repeated: set[str],
    reads: Callable[[Mapping[str, Any]], bool],
    *,
    within: bool,
) -> Iterator[Place]:
    for section in document["sections"]:
        if any(map(reads, leaves(section.get("visible_if", {"op": "and", "of": []})))):
            yield Place("section", section["section_code"], "condition")
        for item in section["items"]:
            if not within and not repeated.isdisjoint(codes_of(item)):
                continue
            if any(map(reads, leaves(item.get("visible_if", {"op": "and", "of": []})))):
                yield Place("item", item["item_code"], "condition")
            if any(
                match[2] in repeated
                for found in texts(item)
                for text in found.values()
                for match in REPEATED.finditer(text)
            ):
                yield Place("item", item["item_code"], "text")
