"""What a row says that an item has no place for, noted cell by cell."""

from __future__ import annotations

from forms.interchange.xlsform.carried import ITEM
from forms.interchange.xlsform.columns import MEDIA, Record
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.targets import LIKERT, LONG, YEAR, appearance

READ = frozenset(
    {
        "type", "name", "relevant", "required", "constraint", "appearance", "parameters", "disabled",
        "repeat_count", "choice_filter", "kobo--score-choices", "kobo--rank-items", "kobo--matrix_list",
        ITEM,
    }
)  # fmt: skip
"""Columns that are looked at elsewhere."""
NAMED = {
    "default": "default_lost",
    "calculation": "calculation_lost",
    "read_only": "read_only_lost",
    "trigger": "calculation_lost",
    "rows": "appearance_lost",
}
"""Column → the sentence that says what is lost with its cell."""
KEPT_LOOKS = LIKERT | LONG | {"field-list", "table-list"}
FALSE = frozenset({"no", "false", "false()", "0"})
COUNTED = frozenset({"randomize", "start", "end", "step", "rows"})
"""Parameters that are looked at where they belong."""


def note(record: Record, notes: Notes) -> None:
    """Note every cell that nothing was made of."""
    for name, cell in record.cells.items():
        if name in NAMED and cell.lower() not in FALSE:
            notes.at(record.row, NAMED[name], value=cell)
        elif name not in READ and name not in NAMED:
            notes.cell(record.row, record.headers.get(name, name))
    if record.get("choice_filter"):
        words = record.get("type").split()
        notes.at(
            record.row,
            "choice_filter_lost",
            value=record.get("choice_filter"),
            name=words[-1] if words else "",
        )
    kept = KEPT_LOOKS | {YEAR} if record.get("type").lower() == "date" else KEPT_LOOKS
    for look in sorted(appearance(record) - kept):
        notes.together(record.row, "appearance_lost", value=look)
    for medium in MEDIA:
        for file in dict.fromkeys(record.texts.get(medium, {}).values()):
            notes.at(record.row, "media_lost", file=file)
    if not record.get(ITEM):
        _note_messages(record, notes)
        for name in sorted(parameters(record).keys() - COUNTED):
            notes.together(record.row, "parameter_lost", name=name)


def parameters(record: Record) -> dict[str, str]:
    """The column "parameters": "start=1 end=5 step=1", in any of the ways it is written."""
    words = record.get("parameters").replace(";", " ").replace(",", " ").replace(" =", "=").replace("= ", "=")
    return {
        name.lower(): value for name, mark, value in (word.partition("=") for word in words.split()) if mark
    }


def is_random(record: Record) -> bool:
    """Whether the options stand in random order."""
    return parameters(record).get("randomize", "").lower().rstrip("()") == "true"


def _note_messages(record: Record, notes: Notes) -> None:
    for column in ("constraint_message", "required_message"):
        messages = dict.fromkeys(record.texts.get(column, {}).values())
        if messages:
            notes.at(record.row, "message_lost", message=" / ".join(messages))
