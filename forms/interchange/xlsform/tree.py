"""The rows of the sheet "survey" as a tree of groups. Knows what begins and ends, not what is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyxform import aliases

from forms.interchange.result import RefusedFileError
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.types import Kind, kind
from forms.interchange.xlsform.workbook import Row

DEEPEST = 30
REPEATED = frozenset({"repeat", "lgroup", "loop", "looped_group"})
KNOWN = frozenset({"group", "section", "score", "rank", "kobomatrix"})
"""The last three are KoBo's."""
WHOLE = Record(Row("survey", 1, {}), {}, {})


Place = tuple[int, str]
"""Which question: the number of its row and its name; one row may ask several."""


@dataclass(frozen=True)
class Question:
    """A row that asks, says or computes something."""

    record: Record
    kind: Kind

    @property
    def place(self) -> Place:
        """Which question this is."""
        return self.record.row.number, self.record.get("name")


@dataclass(frozen=True)
class Group:
    """What a row begins, and what stands in it. `name` is what begins: "group", "repeat", "score", … and
    "survey" for the whole, whose record is empty.
    """

    record: Record
    name: str
    children: list[Question | Group] = field(default_factory=list)

    def questions(self) -> list[Question]:
        """All questions inside, however deep."""
        found: list[Question] = []
        for child in self.children:
            found.extend([child] if isinstance(child, Question) else child.questions())
        return found


def grow(records: Sequence[Record], notes: Notes) -> Group:
    """Put the rows into their groups. Raises RefusedFileError where begins and ends do not match."""
    stack = [Group(WHOLE, "survey")]
    for record in records:
        if _is_left_out(record, notes):
            continue
        read = kind(record.get("type"))
        if read.base == "begin":
            stack.append(_begun(record, read, stack, notes))
        elif read.base == "end":
            if len(stack) == 1:
                raise RefusedFileError("end_without_begin", row=str(record.row.number))
            stack.pop()
            _note_end(record, notes)
        else:
            stack[-1].children.append(Question(record, read))
    if len(stack) > 1:
        raise RefusedFileError("begin_without_end", row=str(stack[-1].record.row.number))
    return stack[0]


def _note_end(record: Record, notes: Notes) -> None:
    """Whatever stands beside the end of a group says nothing to anybody."""
    for text in (text for texts in record.texts.values() for text in texts.values()):
        notes.at(record.row, "end_text_lost", text=text)
    for name in record.cells.keys() - {"type", "name"}:
        notes.cell(record.row, record.headers.get(name, name))


def _begun(record: Record, read: Kind, stack: list[Group], notes: Notes) -> Group:
    if len(stack) > DEEPEST:
        raise RefusedFileError("nested_too_deeply", row=str(record.row.number))
    name = read.name.split("_over_")[0].split("_through_")[0]
    name = "repeat" if name in REPEATED else name
    if name == "repeat":
        notes.at(record.row, "repeat_once", label=_label(record))
        if record.get("repeat_count"):
            notes.at(record.row, "repeat_count_lost", value=record.get("repeat_count"))
    elif name not in KNOWN:
        notes.at(record.row, "group_unknown", type=read.name)
    group = Group(record, name)
    stack[-1].children.append(group)
    return group


def _is_left_out(record: Record, notes: Notes) -> bool:
    if aliases.yes_no.get(record.get("disabled"), False):
        notes.at(record.row, "row_disabled")
        return True
    if not record.get("type"):
        notes.at(record.row, "row_without_type", label=_label(record) or " ".join(record.row.cells.values()))
        return True
    return False


def _label(record: Record) -> str:
    return next(iter(record.texts.get("label", {}).values()), record.get("name"))
