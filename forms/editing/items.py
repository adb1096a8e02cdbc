"""Items: adding, changing, moving, copying and removing them."""

from collections.abc import Mapping
from typing import Any

from forms.editing import codes, references
from forms.editing.parts import (
    Document,
    EditError,
    EditProblem,
    codes_of,
    copied,
    item_at,
    item_of,
    require_free,
    section_at,
    section_of,
    taken_codes,
)


def add(
    document: Mapping[str, Any], section_code: str, item: Mapping[str, Any], position: int | None = None
) -> Document:
    """Put an item at a position of a section, without one at its end."""
    taken = taken_codes(document)
    for code in codes_of(item):
        require_free(code, taken, "item")
    changed = copied(document)
    inside = section_of(changed, section_code)["items"]
    inside.insert(len(inside) if position is None else position, copied(item))
    return changed


def change(
    document: Mapping[str, Any],
    item_code: str,
    item: Mapping[str, Any],
    *,
    renamed_options: Mapping[str, str] | None = None,
    renamed_rows: Mapping[str, str] | None = None,
) -> Document:
    """Put another item in the place of one; conditions and texts follow its code, its options and its rows.

    Args:
        renamed_options, renamed_rows: old code → new code, of those that stay.

    Raises EditError: a code is taken, or an option or row is gone that something refers to.
    """
    changed = copied(document)
    number, place = item_at(changed, item_code)
    before = changed["sections"][number]["items"][place]
    others = taken_codes(document) - set(codes_of(before))
    for code in codes_of(item):
        require_free(code, others, "item")
    _require_kept(document, before, item, renamed_options or {}, renamed_rows or {})
    changed["sections"][number]["items"][place] = copied(item)
    references.follow_options(changed, {item_code}, renamed_options or {})
    references.follow_items(changed, {**(renamed_rows or {}), item_code: item["item_code"]})
    return changed


def move(document: Mapping[str, Any], item_code: str, section_code: str, position: int) -> Document:
    """Put an item at a position (0…) of a section, after it was taken from where it was."""
    changed = copied(document)
    number, place = item_at(changed, item_code)
    item = changed["sections"][number]["items"].pop(place)
    section_of(changed, section_code)["items"].insert(position, item)
    return changed


def move_by_one(document: Mapping[str, Any], item_code: str, *, up: bool) -> Document:
    """Put an item one place up or down; at the edge of its section it goes over into the next one."""
    number, place = item_at(document, item_code)
    sections = document["sections"]
    last = len(sections[number]["items"]) - 1
    if (up and place > 0) or (not up and place < last):
        return move(document, item_code, sections[number]["section_code"], place + (-1 if up else 1))
    if up and number > 0:
        return move(
            document, item_code, sections[number - 1]["section_code"], len(sections[number - 1]["items"])
        )
    if not up and number < len(sections) - 1:
        return move(document, item_code, sections[number + 1]["section_code"], 0)
    return copied(document)


def copy(document: Mapping[str, Any], item_code: str) -> tuple[Document, str]:
    """Put a copy of an item after it, under new codes; return the document and the copy's code."""
    taken = taken_codes(document)
    number, place = item_at(document, item_code)
    twin = copied(item_of(document, item_code))
    for part in (twin, *twin.get("rows", ())):
        part["item_code"] = codes.free(part["item_code"][:60], taken)
        taken.add(part["item_code"])
    section_code = document["sections"][number]["section_code"]
    return add(document, section_code, twin, place + 1), twin["item_code"]


def remove(document: Mapping[str, Any], item_code: str) -> Document:
    """Remove an item. Raises EditError REFERRED_TO where something reads its answer."""
    item = item_of(document, item_code)
    if places := references.to_items(document, set(codes_of(item))):
        raise EditError(EditProblem.REFERRED_TO, item_code, places)
    changed = copied(document)
    number, place = item_at(changed, item_code)
    del changed["sections"][number]["items"][place]
    return changed


def rename(document: Mapping[str, Any], item_code: str, new: str) -> Document:
    """Give an item, or a row of a battery, another code; everything that reads it follows."""
    for item in (found for section in document["sections"] for found in section["items"]):
        if item_code in codes_of(item):
            renamed = copied(item)
            for part in (renamed, *renamed.get("rows", ())):
                if part["item_code"] == item_code:
                    part["item_code"] = new
            return change(document, item["item_code"], renamed, renamed_rows={item_code: new})
    raise EditError(EditProblem.NO_SUCH_PART, item_code)


def section_code_of(document: Mapping[str, Any], item_code: str) -> str:
    """The code of the section in which an item stands."""
    code: str = document["sections"][item_at(document, item_code)[0]]["section_code"]
    return code


def positions(document: Mapping[str, Any], section_code: str) -> int:
    """How many items a section has."""
    return len(document["sections"][section_at(document, section_code)]["items"])


def _require_kept(
    document: Mapping[str, Any],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    renamed_options: Mapping[str, str],
    renamed_rows: Mapping[str, str],
) -> None:
    stays = {option["code"] for option in after.get("options", ())}
    gone = {
        option["code"]
        for option in before.get("options", ())
        if renamed_options.get(option["code"], option["code"]) not in stays
    }
    if places := references.to_options(document, {before["item_code"]}, gone):
        raise EditError(EditProblem.REFERRED_TO, ", ".join(sorted(gone)), places)
    rows = {row["item_code"] for row in after.get("rows", ())}
    gone_rows = {
        row["item_code"]
        for row in before.get("rows", ())
        if renamed_rows.get(row["item_code"], row["item_code"]) not in rows
    }
    if places := references.to_items(document, gone_rows):
        raise EditError(EditProblem.REFERRED_TO, ", ".join(sorted(gone_rows)), places)
