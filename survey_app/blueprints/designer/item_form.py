"""The form of one item: every type shows only what it may say (`forms.definition.schema.KEYS_BY_TYPE`).

Fields are named like the keys of the item's document. What the form does not show (the picture, case forms,
texts in languages that the questionnaire does not have) stays as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext

from forms.definition import ItemType, Questionnaire
from forms.definition.schema import KEYS_BY_TYPE
from forms.editing import codes, conditions
from forms.expressions import Expression, parse
from survey_app.blueprints.designer import condition_form, option_form, option_list, row_form, scale_choice
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed

CHOICES = (
    ItemType.SINGLE_CHOICE,
    ItemType.MULTIPLE_CHOICE,
    ItemType.RANKING,
    ItemType.CATALOGUE_CHOICE,
)
TEXTS = (ItemType.SHORT_TEXT, ItemType.OPEN_ENDED)
NUMBERS = (ItemType.NUMBER, ItemType.YEAR)
KINSHIPS = (CHOICES, TEXTS, NUMBERS, (ItemType.INFORMATION, ItemType.CONSENT))
"""Types that an item may be changed between without losing what it says."""
UNANSWERED = (ItemType.INFORMATION, ItemType.RATING_BATTERY)
COMMON_TEXTS = ("texts", "hints", "interviewer_notes", "visible_if_texts")
MARKS = ("required", "trend", "randomise", "creates_comment")
LONGEST_TEXT = 20_000


@dataclass(frozen=True)
class ItemRead:
    """An item as it was typed. The maps say old code → new code of options and rows that stay.

    `scale` is a usual one that was chosen and that the questionnaire does not have yet.
    """

    document: dict[str, Any]
    renamed_options: Mapping[str, str]
    renamed_rows: Mapping[str, str]
    scale: Mapping[str, Any] | None


class _Answers(NamedTuple):
    """What only some types of items say."""

    options: option_form.Options
    rows: row_form.Rows
    scale: Mapping[str, Any] | None


def kin(item_type: ItemType) -> Sequence[ItemType]:
    """The types that an item of this type may become."""
    if item_type is ItemType.YES_NO:
        return (ItemType.YES_NO, ItemType.SINGLE_CHOICE)
    return next((group for group in KINSHIPS if item_type in group), (item_type,))


def shows(item_type: ItemType, key: str) -> bool:
    """Whether an item of this type has a field: a key of its document."""
    if key in ("required", "trend", "dimension") and item_type in UNANSWERED:
        return key == "required" and item_type is ItemType.RATING_BATTERY
    return key in KEYS_BY_TYPE[item_type] or key in ("required", "trend", "dimension")


def option_marks(item_type: ItemType) -> tuple[str, ...]:
    """The marks that an answer of this type of item may have; where one answer is given, none excludes."""
    one = item_type in (ItemType.SINGLE_CHOICE, ItemType.CATALOGUE_CHOICE)
    return tuple(mark for mark in option_list.MARKS if not (one and mark == "exclusive"))


class Rare(NamedTuple):
    """The fields that are folded up, and whether one of them says something, so that they unfold."""

    names: Sequence[str]
    hold_something: bool


def rare(typed: Typed, item_type: ItemType, tags: Sequence[str]) -> Rare:
    """What an author seldom needs to see; a code that was given by itself says nothing."""
    own = ["dimension", "trend", "randomise", "max_choices", "max_length"]
    own += [] if item_type is ItemType.CATALOGUE_CHOICE else ["source"]
    notes = [f"interviewer_notes.{tag}" for tag in tags]
    return Rare((*own, *notes, "item_code"), any(typed.text(name) for name in (*own, *notes)))


def fill(item: Mapping[str, Any], condition: Expression | None) -> Typed:
    """The form of an item as it is."""
    typed = Typed()
    typed.put("item_code", item["item_code"])
    typed.put("type", item["type"])
    for name in (*COMMON_TEXTS, "unit"):
        typed.put_texts(name, item.get(name, {}))
    for name in ("dimension", "source", "scale"):
        typed.put(name, item.get(name, ""))
    for name in MARKS:
        if item.get(name):
            typed.put(name, "y")
    for name in ("minimum", "maximum", "max_choices", "max_length"):
        if name in item:
            typed.put(name, f"{item[name]}".replace(".", ","))
    option_form.fill(typed, "options", item.get("options", ()))
    row_form.fill(typed, item.get("rows", ()))
    condition_form.fill(typed, condition)
    return typed


def read(
    reading: Reading,
    item_type: ItemType,
    before: Mapping[str, Any],
    questionnaire: Questionnaire,
    earlier: Sequence[str],
    taken: set[str],
) -> ItemRead:
    """Read the form of an item; what is wrong is in `reading.errors`.

    Args:
        before: the item's document as it was; only its code for a new one.
        earlier: codes of the items that its condition may read.
        taken: codes of all other items.
    """
    document: dict[str, Any] = {
        "item_code": reading.code("item_code", codes.next_item(taken)),
        "type": item_type.value,
        "texts": reading.needed_texts("texts", gettext("Write the question."), before.get("texts")),
    }
    if document["item_code"] in taken:
        reading.refuse("item_code", gettext("Another item has this code."))
    for name in ("hints", "interviewer_notes"):
        document[name] = reading.texts(name, before.get(name))
    against_the_rules = "required" if before.get("type") == item_type and "required" in before else ""
    for name in MARKS:
        may_be = shows(item_type, name) or name == against_the_rules  # the author may take it off
        document[name] = may_be and reading.typed.flag(name)
    for name in ("dimension", "source"):
        document[name] = reading.typed.text(name) if shows(item_type, name) else ""
    if document["dimension"]:
        document["dimension"] = reading.code("dimension", "")
    options, rows, scale = _answers(reading, item_type, document, before, questionnaire, taken)
    if "picture" in before:
        document["picture"] = before["picture"]
    condition = condition_form.read(reading, questionnaire, earlier, _parsed(before))
    said = reading.texts("visible_if_texts", before.get("visible_if_texts"))
    whole = conditions.set_on(_stripped(document), condition, said)
    reading.check_shape(whole, "item")
    return ItemRead(whole, options.renamed, rows.renamed, scale)


def _answers(
    reading: Reading,
    item_type: ItemType,
    document: dict[str, Any],
    before: Mapping[str, Any],
    questionnaire: Questionnaire,
    taken: set[str],
) -> _Answers:
    """Read what only this type of item says, into the document."""
    options, rows, scale = option_form.Options([], {}), row_form.Rows([], {}), None
    if item_type in CHOICES:
        options = _options(reading, item_type, document, before)
    elif item_type in (*NUMBERS, ItemType.DATE):
        _bounds(reading, item_type, document, before)
    elif item_type in TEXTS:
        document["max_length"] = reading.number("max_length", whole=True, least=1, most=LONGEST_TEXT)
    elif shows(item_type, "scale"):
        document["scale"], scale = _scale(reading, questionnaire)
    if item_type is ItemType.RATING_BATTERY:
        rows = row_form.read(reading, before.get("rows", ()), taken | {document["item_code"]})
        document["rows"] = rows.documents
    return _Answers(options, rows, scale)


def _parsed(before: Mapping[str, Any]) -> Expression | None:
    return parse(before["visible_if"]) if "visible_if" in before else None


def _stripped(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document without what is empty; a bound of 0 is not."""
    return {
        key: value
        for key, value in document.items()
        if value not in (None, "", {}, [], False) or (value == 0 and value is not False)
    }


def _options(
    reading: Reading, item_type: ItemType, document: dict[str, Any], before: Mapping[str, Any]
) -> option_form.Options:
    options = option_form.read(
        reading, "options", before.get("options", ()), scored=True, marks=option_marks(item_type)
    )
    document["options"] = options.documents
    if not options.documents and not document["source"]:
        place = "options.pasted" if option_list.is_used(reading.typed, "options") else "options.add"
        reading.refuse(place, gettext("Add at least two answers, or choose a catalogue."))
    if item_type in (ItemType.MULTIPLE_CHOICE, ItemType.RANKING):
        most = 20 if item_type is ItemType.RANKING else 500
        document["max_choices"] = reading.number("max_choices", whole=True, least=1, most=most)
    return options


def _scale(reading: Reading, questionnaire: Questionnaire) -> scale_choice.Chosen:
    found = scale_choice.chosen(reading.typed.text("scale"), questionnaire, reading.tags)
    if found is None:
        reading.refuse("scale", gettext("Choose a scale."))
        return scale_choice.Chosen("")
    return found


def _bounds(
    reading: Reading, item_type: ItemType, document: dict[str, Any], before: Mapping[str, Any]
) -> None:
    for name in ("minimum", "maximum"):
        if item_type is ItemType.DATE:
            document[name] = _day(reading, name)
        else:
            document[name] = reading.number(name, whole=item_type is ItemType.YEAR)
    lowest, highest = document["minimum"], document["maximum"]
    if lowest is not None and highest is not None and highest < lowest:
        reading.refuse("maximum", gettext("The highest answer is below the lowest one."))
    if item_type is ItemType.NUMBER:
        document["unit"] = reading.texts("unit", before.get("unit"))


def _day(reading: Reading, name: str) -> str | None:
    text = reading.typed.text(name)
    try:
        return date.fromisoformat(text).isoformat() if text else None
    except ValueError:
        reading.refuse(name, gettext("Write a day, such as 2026-12-06."))
        return None
