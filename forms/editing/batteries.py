"""Rating items put together under one lead-in, and taken apart again; codes, routing and answers stay."""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.definition import ItemType
from forms.editing import references
from forms.editing.parts import (
    Document,
    EditError,
    EditProblem,
    Place,
    codes_of,
    copied,
    item_at,
    item_of,
    require_free,
    taken_codes,
)

IN_COMMON = ("scale", "required", "visible_if", "visible_if_texts")
"""What all items of a battery have the same."""
OF_A_ROW = ("item_code", "texts", "dimension", "trend")
ROW_KEYS = frozenset({"type", *IN_COMMON, *OF_A_ROW})


def group(
    document: Mapping[str, Any], item_codes: Sequence[str], code: str, texts: Mapping[str, str]
) -> Document:
    """Put rating items together as a battery at the place of the first; they become its rows, in order.

    Raises EditError: NOT_TOGETHER for items of another kind, scale, condition or section; WOULD_LOSE for
    items with something that a row cannot have (a hint, a picture, notes for interviewers).
    """
    require_free(code, taken_codes(document), "item")
    order = sorted(item_codes, key=lambda found: item_at(document, found))
    found = [item_of(document, item_code) for item_code in order]
    first = found[0]
    number = item_at(document, order[0])[0]
    apart = [
        item
        for item in found
        if item["type"] != ItemType.RATING
        or item_at(document, item["item_code"])[0] != number
        or any(item.get(key) != first.get(key) for key in IN_COMMON)
    ]
    if apart or len(found) < 2:
        raise EditError(EditProblem.NOT_TOGETHER, code, [Place("item", item["item_code"]) for item in apart])
    if losing := [item for item in found if item.keys() - ROW_KEYS]:
        raise EditError(EditProblem.WOULD_LOSE, code, [Place("item", item["item_code"]) for item in losing])
    battery = {
        "item_code": code,
        "type": ItemType.RATING_BATTERY.value,
        "texts": dict(texts),
        **{key: first[key] for key in IN_COMMON if key in first},
        "rows": [{key: item[key] for key in OF_A_ROW if key in item} for item in found],
    }
    changed = copied(document)
    inside = changed["sections"][number]["items"]
    inside[:] = [
        copied(battery) if item["item_code"] == order[0] else item
        for item in inside
        if item["item_code"] not in order[1:]
    ]
    return changed


def ungroup(document: Mapping[str, Any], item_code: str) -> Document:
    """Take a battery apart: its lead-in becomes a piece of information, its rows become rating items."""
    battery = item_of(document, item_code)
    if battery["type"] != ItemType.RATING_BATTERY:
        raise EditError(EditProblem.NOT_TOGETHER, item_code, [Place("item", item_code)])
    if places := references.to_items(document, {item_code} - set(codes_of(battery)[1:])):
        raise EditError(EditProblem.REFERRED_TO, item_code, places)
    gone = {"rows", "scale", "required", "dimension", "trend"}
    lead = {key: value for key, value in battery.items() if key not in gone}
    shared = {key: battery[key] for key in IN_COMMON if key in battery}
    rows = [{"type": ItemType.RATING.value, **row, **shared} for row in battery["rows"]]
    changed = copied(document)
    number, place = item_at(changed, item_code)
    changed["sections"][number]["items"][place : place + 1] = copied(
        {"parts": [lead | {"type": ItemType.INFORMATION.value}, *rows]}
    )["parts"]
    return changed
