"""Sections: adding, changing, moving and removing them."""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.editing import codes, references, usual
from forms.editing.parts import (
    Document,
    EditError,
    EditProblem,
    codes_of,
    copied,
    require_free,
    section_at,
)


def add(document: Mapping[str, Any], section: Mapping[str, Any], position: int | None = None) -> Document:
    """Put a section at a position, without one at the end."""
    require_free(section["section_code"], _codes(document), "section")
    changed = copied(document)
    place = len(changed["sections"]) if position is None else position
    changed["sections"].insert(place, copied(section))
    return changed


def begun(document: Mapping[str, Any], tags: Sequence[str]) -> Document:
    """The document with a section to put the first item into; as it is where it has one.

    The section has a usual title, or that of the questionnaire where its main language has no usual one.

    Args:
        tags: languages and variants of the questionnaire, the main language first.
    """
    if document["sections"]:
        return copied(document)
    titles = {tag: title for tag, title in usual.FIRST_SECTION.items() if tag in tags}
    if tags[0] not in titles:
        titles = {tags[0]: document["titles"].get(tags[0], "")}
    code = codes.proposed(titles[tags[0]], (), otherwise="section")
    return add(document, {"section_code": code, "titles": titles, "items": []})


def change(document: Mapping[str, Any], section_code: str, section: Mapping[str, Any]) -> Document:
    """Make a section say what `section` says (code, titles, condition); its items stay."""
    if section["section_code"] != section_code:
        require_free(section["section_code"], _codes(document), "section")
    changed = copied(document)
    number = section_at(changed, section_code)
    said = {key: value for key, value in copied(section).items() if key != "items"}
    changed["sections"][number] = said | {"items": changed["sections"][number]["items"]}
    return changed


def move(document: Mapping[str, Any], section_code: str, position: int) -> Document:
    """Put a section at another position among the sections (0…)."""
    changed = copied(document)
    section = changed["sections"].pop(section_at(changed, section_code))
    changed["sections"].insert(position, section)
    return changed


def move_by_one(document: Mapping[str, Any], section_code: str, *, up: bool) -> Document:
    """Put a section one place up or down; at the edge it stays."""
    target = section_at(document, section_code) + (-1 if up else 1)
    return move(document, section_code, min(max(target, 0), len(document["sections"]) - 1))


def remove(document: Mapping[str, Any], section_code: str) -> Document:
    """Remove a section with its items.

    Raises EditError REFERRED_TO where a part outside of it reads one of its items.
    """
    changed = copied(document)
    section = changed["sections"].pop(section_at(changed, section_code))
    codes = {code for item in section["items"] for code in codes_of(item)}
    if places := references.to_items(changed, codes):
        raise EditError(EditProblem.REFERRED_TO, section_code, places)
    return changed


def _codes(document: Mapping[str, Any]) -> set[str]:
    return {section["section_code"] for section in document["sections"]}
