"""Questions for the words beside "other", made into a place to write beside that option.

Only a text question that stands right behind its select, is asked for that one option alone, and that
nothing else in the workbook reads: whatever it says more stays a question of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from itertools import pairwise

from forms.definition import ItemType
from forms.interchange.xlsform import leftovers
from forms.interchange.xlsform.conditions import Target
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.targets import Planned
from forms.interchange.xlsform.tree import Group, Place, Question
from forms.interchange.xlsform.xpath import Call, Literal, Ref, UnreadableError, parse

OTHER = re.compile(
    r"other|autre|otr[oa]|outr[oa]|altr[oi]|jin[áéýaeyo]|iné|inn[aey]|ander|sonst|інш|друг|khác"
)
"""How the label or the name of such an option begins, in small letters."""
CHOICES = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)
MORE = ("constraint", "default", "calculation", "trigger", "read_only")
"""Columns that make a question more than a place to write."""
READ = re.compile(r"(?:\$\{\s*|/)([\w.-]+)")


def absorb(
    root: Group, planned: MutableMapping[Place, Planned], targets: MutableMapping[str, Target], notes: Notes
) -> None:
    """Take such questions out of what is planned, and let their options be written beside."""
    read = set(_read(root))
    for select, text in _neighbours(root):
        choosing, writing = planned.get(select.place), planned.get(text.place)
        if choosing is None or writing is None or text.record.get("name") in read:
            continue
        code = _beside(choosing, writing)
        if code is None or choosing.choices is None:
            continue
        planned[select.place] = replace(choosing, choices=choosing.choices.writing_in(code))
        del planned[text.place]
        targets.pop(text.record.get("name"), None)
        label = next(iter(text.record.texts.get("label", {}).values()), text.record.get("name"))
        notes.at(text.record.row, "write_in_taken", label=label, option=code)
        leftovers.note(text.record, notes)


def _neighbours(group: Group) -> Iterator[tuple[Question, Question]]:
    for child in group.children:
        if isinstance(child, Group):
            yield from _neighbours(child)
    for first, second in pairwise(group.children):
        if isinstance(first, Question) and isinstance(second, Question):
            yield first, second


def _beside(choosing: Planned, writing: Planned) -> str | None:
    """The code of the option whose words the text question asks for."""
    record = writing.question.record
    plain = (
        choosing.own is None
        and writing.own is None
        and choosing.type in CHOICES
        and not choosing.question.kind.other
        and writing.question.kind.base == "text"
        and not (record.texts.get("hint") or record.texts.get("guidance_hint"))
        and not any(record.get(column) for column in MORE)
    )
    if not plain or choosing.choices is None:
        return None
    code = choosing.choices.codes.get(_option(record.get("relevant"), choosing.question.record.get("name")))
    for option in choosing.choices.options:
        said = [option["code"], *option["labels"].values()]
        if option["code"] == code and any(OTHER.match(words.strip().casefold()) for words in said):
            return code
    return None


def _option(relevant: str, name: str) -> str:
    """The name of the only option of a question that a condition asks for, "" where it asks for more."""
    try:
        tree = parse(relevant)
    except UnreadableError:
        return ""
    match tree:
        case Call("selected" | "=", (Ref(asked), Literal(value))) if asked == name:
            return value if isinstance(value, str) else f"{value:g}"
    return ""


def _read(root: Group) -> Iterator[str]:
    """The names of questions that any expression or text in the workbook reads."""
    groups = [root]
    for group in groups:
        groups.extend(child for child in group.children if isinstance(child, Group))
        for part in (group, *group.children):
            for cell in part.record.row.cells.values():
                yield from READ.findall(cell)
