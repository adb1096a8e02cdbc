"""The statements of a rating battery as rows of a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from forms.editing import codes
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed

PREFIX = "rows"


@dataclass(frozen=True)
class Rows:
    """Rows as documents, and old code → new code of those whose code has changed."""

    documents: list[dict[str, Any]]
    renamed: dict[str, str]


def fill(typed: Typed, rows: Sequence[Mapping[str, Any]]) -> None:
    """Show these statements."""
    for number, row in enumerate(rows):
        name = f"{PREFIX}.{number}"
        typed.put(f"{name}.code", row["item_code"])
        typed.put(f"{name}.was", row["item_code"])
        typed.put(f"{name}.dimension", row.get("dimension", ""))
        typed.put_texts(f"{name}.texts", row["texts"])
        if row.get("trend"):
            typed.put(f"{name}.trend", "y")


def take_step(typed: Typed, step: str, tags: Sequence[str]) -> str | None:
    """Add a row, or go to the first one without words; None for another button."""
    if step not in (f"{PREFIX}.add", f"{PREFIX}.next"):
        return None
    numbers = range(typed.rows(PREFIX)) if step.endswith(".next") else ()
    empty = [number for number in numbers if not typed.texts(f"{PREFIX}.{number}.texts", tags)]
    return f"{PREFIX}.{empty[0] if empty else typed.add_row(PREFIX)}.texts.{tags[0]}"


def read(reading: Reading, before: Sequence[Mapping[str, Any]], others: set[str]) -> Rows:
    """Read the statements. A row without any word and code is none.

    Args:
        others: codes of all other items and of the battery itself.
    """
    typed, known = reading.typed, {row["item_code"]: row for row in before}
    taken = others | {typed.text(f"{PREFIX}.{number}.code") for number in range(typed.rows(PREFIX))}
    used = set(others)
    documents: list[dict[str, Any]] = []
    renamed: dict[str, str] = {}
    for number in range(typed.rows(PREFIX)):
        name = f"{PREFIX}.{number}"
        was = known.get(typed.text(f"{name}.was"), {})
        texts = reading.texts(f"{name}.texts", was.get("texts"))
        if not texts and not typed.text(f"{name}.code"):
            continue
        if not texts.get(reading.tags[0]):
            reading.refuse(f"{name}.texts.{reading.tags[0]}", gettext("Write the statement."))
        code = reading.code(f"{name}.code", codes.next_item(taken))
        typed.put(f"{name}.code", code)
        if code in used:
            reading.refuse(f"{name}.code", gettext("Another item has this code."))
        used.add(code)
        taken.add(code)
        if was and was["item_code"] != code:
            renamed[was["item_code"]] = code
        row: dict[str, Any] = {"item_code": code, "texts": texts}
        if typed.text(f"{name}.dimension"):
            row["dimension"] = reading.code(f"{name}.dimension", "")
        if typed.flag(f"{name}.trend"):
            row["trend"] = True
        documents.append(row)
    if not documents:
        reading.refuse(f"{PREFIX}.add", gettext("Add at least one statement."))
    return Rows(documents, renamed)
