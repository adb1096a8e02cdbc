"""Which question becomes which item, before any of them is read: codes, types and options by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from forms.definition import ItemType
from forms.interchange.codes import Codes
from forms.interchange.result import RefusedFileError
from forms.interchange.xlsform import carried
from forms.interchange.xlsform.choices import ChoiceList
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.conditions import Target
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.tree import Place, Question
from forms.interchange.xlsform.xpath import Call, Literal, Ref, UnreadableError, parse

TYPES = {
    "select_one": ItemType.SINGLE_CHOICE,
    "select_multiple": ItemType.MULTIPLE_CHOICE,
    "rank": ItemType.RANKING,
    "text": ItemType.SHORT_TEXT,
    "time": ItemType.SHORT_TEXT,
    "external": ItemType.SHORT_TEXT,
    "integer": ItemType.NUMBER,
    "decimal": ItemType.NUMBER,
    "range": ItemType.NUMBER,
    "date": ItemType.DATE,
    "datetime": ItemType.DATE,
    "note": ItemType.INFORMATION,
    "acknowledge": ItemType.CONSENT,
    "row": ItemType.RATING,
}
"""What a question becomes unless something beside its type says more."""
LIKERT = frozenset({"likert", "likert-min", "likert_mini", "list-nolabel", "label"})
MOST_OFFERED = 70_000
"""Options of all questions together: no document holds more of them. Short lists may be shared as scales."""
SHORT = 11
LONG = frozenset({"multiline", "multi-line", "textarea"})
YEAR = "year"
"""How a date looks of which only the year is asked for."""


@dataclass(frozen=True)
class Planned:
    """A question that becomes an item (or a row of a battery)."""

    question: Question
    code: str
    type: ItemType
    choices: ChoiceList | None
    own: carried.Carried | None


def appearance(record: Record) -> frozenset[str]:
    """The words of the column "appearance"."""
    return frozenset(record.get("appearance").lower().replace(",", " ").split())


def plan(
    questions: Sequence[Question],
    lists: Mapping[str, ChoiceList],
    tags: Sequence[str],
    codes: Codes,
    notes: Notes,
) -> tuple[dict[Place, Planned], dict[str, Target]]:
    """The questions that become items by their place, and what conditions may read, by name.

    Raises RefusedFileError where they offer more options than a document holds.
    """
    planned: dict[Place, Planned] = {}
    targets: dict[str, Target] = {}
    offered = 0
    for question in questions:
        if question.kind.base not in TYPES:
            continue
        found = _planned(question, lists, tags, codes, notes)
        planned[question.place] = found
        name = question.record.get("name")
        if name and found.own is None and name in targets:
            notes.at(question.record.row, "name_repeated", name=name, code=found.code)
        elif name and found.own is None and name != found.code:
            notes.at(question.record.row, "code_changed", name=name, code=found.code)
        if found.choices and len(found.choices.options) > SHORT:
            offered += len(found.choices.options)
        if offered > MOST_OFFERED:
            raise RefusedFileError("too_much", problem=f"more than {MOST_OFFERED:,} options")
        options = found.choices.codes if found.choices else {}
        whole = question.kind.base == "integer"
        targets.setdefault(name, Target(found.code, found.type, options, whole))
    for question in questions:
        if question.kind.base == "calculate" and not question.record.get("relevant"):
            _add_alias(question, targets)
    return planned, targets


def _planned(
    question: Question, lists: Mapping[str, ChoiceList], tags: Sequence[str], codes: Codes, notes: Notes
) -> Planned:
    record = question.record
    own = carried.read(record.get(carried.ITEM))
    name = record.get("name")
    known = own.value("item_code", name) if own else None
    code = codes.distinct(known) if isinstance(known, str) else codes.item(name, "item")
    choices = None
    if question.kind.base in ("select_one", "select_multiple", "rank"):
        choices = _list(question, lists, notes)
        if question.kind.other:
            choices = choices.with_other(tags)
    return Planned(question, code, _type(question, own), choices, own)


def _list(question: Question, lists: Mapping[str, ChoiceList], notes: Notes) -> ChoiceList:
    name = question.kind.name
    if name not in lists:
        notes.at(question.record.row, "list_missing", name=name)
    return lists.get(name, ChoiceList(name))


def _type(question: Question, own: carried.Carried | None) -> ItemType:
    plain = TYPES[question.kind.base]
    said = appearance(question.record)
    known = own.value("type", question.record.get("type")) if own else None
    if known in set(ItemType):
        return ItemType(known)
    if plain is ItemType.SINGLE_CHOICE and said & LIKERT and not question.kind.other:
        return ItemType.RATING
    rows = question.record.get("rows") or ("rows" in question.record.get("parameters"))
    if question.kind.base == "date" and YEAR in said:
        return ItemType.YEAR
    if question.kind.base == "text" and (said & LONG or rows):
        return ItemType.OPEN_ENDED
    return plain


def _add_alias(question: Question, targets: dict[str, Target]) -> None:
    """A calculation that only repeats an answer, or the label of an answer, stands for that answer.

    With a label conditions compare words, not the options that they could ask for.
    """
    alias = question.record.get("name")
    try:
        tree = parse(question.record.get("calculation"))
    except UnreadableError:
        return
    match tree:
        case Ref(name) if name in targets:
            targets.setdefault(alias, targets[name])
        case Call("jr:choice-name", (Ref(name), Ref(other) | Literal(other))) if name in str(other):
            if name in targets:
                targets.setdefault(alias, replace(targets[name], options={}))
