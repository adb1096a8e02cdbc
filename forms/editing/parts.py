"""Finding the parts of a document by their codes, and saying what is in the way of an edit."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

Document = dict[str, Any]


class EditProblem(StrEnum):
    """Why an edit cannot be done."""

    NO_SUCH_PART = "no_such_part"
    CODE_TAKEN = "code_taken"
    REFERRED_TO = "referred_to"
    NOT_TOGETHER = "not_together"
    WOULD_LOSE = "would_lose"
    LAST_LANGUAGE = "last_language"


@dataclass(frozen=True)
class Place:
    """A part of a questionnaire by its code, and which of its sides an `EditError` is about."""

    kind: Literal["item", "section", "scale", "option"]
    code: str
    side: Literal["condition", "text", "scale", "part"] = "part"


class EditError(Exception):
    """An edit cannot be done, nothing was changed. `code`: what it is about, `places`: what is in the way."""

    def __init__(self, problem: EditProblem, code: str, places: Sequence[Place] = ()) -> None:
        super().__init__(f"{problem}: {code} {places}")
        self.problem, self.code, self.places = problem, code, tuple(places)


def copied(document: Mapping[str, Any]) -> Document:
    """A deep copy, to be changed and handed on."""
    return copy.deepcopy(dict(document))


def section_at(document: Mapping[str, Any], section_code: str) -> int:
    """The number of the section with this code. Raises EditError."""
    for number, section in enumerate(document["sections"]):
        if section["section_code"] == section_code:
            return number
    raise EditError(EditProblem.NO_SUCH_PART, section_code)


def section_of(document: Mapping[str, Any], section_code: str) -> Document:
    """The section with this code. Raises EditError."""
    found: Document = document["sections"][section_at(document, section_code)]
    return found


def item_at(document: Mapping[str, Any], item_code: str) -> tuple[int, int]:
    """The numbers of the section and of the item with this code in it. Raises EditError."""
    for number, section in enumerate(document["sections"]):
        for place, item in enumerate(section["items"]):
            if item["item_code"] == item_code:
                return number, place
    raise EditError(EditProblem.NO_SUCH_PART, item_code)


def item_of(document: Mapping[str, Any], item_code: str) -> Document:
    """The item with this code. Raises EditError."""
    number, place = item_at(document, item_code)
    found: Document = document["sections"][number]["items"][place]
    return found


def scale_at(document: Mapping[str, Any], code: str) -> int:
    """The number of the scale with this code. Raises EditError."""
    for number, scale in enumerate(document.get("scales", ())):
        if scale["code"] == code:
            return number
    raise EditError(EditProblem.NO_SUCH_PART, code)


def scale_of(document: Mapping[str, Any], code: str) -> Document:
    """The scale with this code. Raises EditError."""
    found: Document = document["scales"][scale_at(document, code)]
    return found


def items(document: Mapping[str, Any]) -> Iterator[Document]:
    """The items as they are written, batteries whole."""
    for section in document["sections"]:
        yield from section["items"]


def codes_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """The codes that an item takes up: its own and those of its rows."""
    return (item["item_code"], *(row["item_code"] for row in item.get("rows", ())))


def taken_codes(document: Mapping[str, Any]) -> set[str]:
    """All codes of items, those of rows included."""
    return {code for item in items(document) for code in codes_of(item)}


def require_free(code: str, taken: set[str], kind: Literal["item", "section", "scale", "option"]) -> None:
    """Raises EditError where the code is taken."""
    if code in taken:
        raise EditError(EditProblem.CODE_TAKEN, code, [Place(kind, code)])
