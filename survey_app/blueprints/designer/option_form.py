"""The rows of options in a form: of an item, or of a scale.

A row remembers under which code the option was before, so that conditions follow a new code, and so that what
the form does not show (pictures, case forms, facts of a catalogue) stays.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from forms.editing import codes
from forms.expressions.schema import OPTION_CODE
from survey_app.blueprints.designer import option_list
from survey_app.blueprints.designer.option_list import MARKS
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed

UNSEEN = ("attributes", "cases", "picture")


@dataclass(frozen=True)
class Options:
    """Options as documents, and old code → new code of those whose code has changed."""

    documents: list[dict[str, Any]]
    renamed: dict[str, str]


def fill(typed: Typed, prefix: str, options: Sequence[Mapping[str, Any]]) -> None:
    """Show these options."""
    for number, option in enumerate(options):
        name = f"{prefix}.{number}"
        typed.put(f"{name}.code", option["code"])
        typed.put(f"{name}.was", option["code"])
        typed.put_texts(f"{name}.labels", option["labels"])
        if option.get("score") is not None:
            typed.put(f"{name}.score", f"{option['score']:g}")
        for mark in MARKS:
            if option.get(mark):
                typed.put(f"{name}.{mark}", "y")


def take_step(
    typed: Typed, prefix: str, step: str, tags: Sequence[str], *, several: bool = False
) -> str | None:
    """Add rows as a button says; return where to stand now, None for a button that adds nothing here.

    Args:
        several: whether people may choose several answers, so that "don't know" has to exclude the others.
    """
    if step == f"{prefix}.paste":
        return option_list.take(typed, prefix, tags, several=several)
    if step == f"{prefix}.next":
        empty = option_list.empty_rows(typed, prefix, tags)
        return f"{prefix}.{empty[0] if empty else typed.add_row(prefix)}.labels.{tags[0]}"
    if not step.startswith(f"{prefix}.add"):
        return None
    ready = step.removeprefix(f"{prefix}.add").lstrip(".")
    number = typed.add_row(
        prefix, option_list.usual_row(ready, tags, several=several) if ready in option_list.READY else None
    )
    return f"{prefix}.{number}.labels.{tags[0]}"


def read(
    reading: Reading,
    prefix: str,
    before: Sequence[Mapping[str, Any]],
    *,
    scored: bool,
    marks: Sequence[str] = MARKS,
) -> Options:
    """Read the rows. A row without any word and code is none.

    Args:
        before: the options as they were.
        scored: whether rows have a field for the score; else scores stay as they were.
        marks: those of `MARKS` for which rows have boxes; the others stay as they were.
    """
    typed, known = reading.typed, {option["code"]: option for option in before}
    documents: list[dict[str, Any]] = []
    renamed: dict[str, str] = {}
    taken: set[str] = {typed.text(f"{prefix}.{number}.code") for number in range(typed.rows(prefix))}
    used: set[str] = set()
    for number in range(typed.rows(prefix)):
        name = f"{prefix}.{number}"
        was = known.get(typed.text(f"{name}.was"), {})
        labels = reading.texts(f"{name}.labels", was.get("labels"))
        if not labels and not typed.text(f"{name}.code"):
            continue
        if not labels.get(reading.tags[0]):
            reading.refuse(f"{name}.labels.{reading.tags[0]}", gettext("Write the words of this answer."))
        code = _code(reading, name, labels, taken)
        if code in used:
            reading.refuse(f"{name}.code", gettext("Two answers have the code “%(code)s”.", code=code))
        used.add(code)
        taken.add(code)
        if was and was["code"] != code:
            renamed[was["code"]] = code
        unseen = (mark for mark in MARKS if mark not in marks)
        kept = [*UNSEEN, *(() if scored else ("score",)), *unseen]
        option = {"code": code, "labels": labels, **{key: was[key] for key in kept if key in was}}
        if scored and (score := reading.number(f"{name}.score", least=0, most=100)) is not None:
            option["score"] = score
        option |= {mark: True for mark in marks if typed.flag(f"{name}.{mark}")}
        documents.append(option)
    return Options(documents, renamed)


def propose_codes(typed: Typed, prefix: str, language: str) -> None:
    """Give a code to every row that has words and none."""
    names = [f"{prefix}.{number}" for number in range(typed.rows(prefix))]
    taken = {typed.text(f"{name}.code") for name in names}
    for name in names:
        words = typed.text(f"{name}.labels.{language}")
        if words and not typed.text(f"{name}.code"):
            code = codes.proposed(words, taken, otherwise="option")
            typed.put(f"{name}.code", code)
            taken.add(code)


def _code(reading: Reading, name: str, labels: Mapping[str, str], taken: set[str]) -> str:
    code = reading.typed.text(f"{name}.code")
    if not code:
        code = codes.proposed(labels.get(reading.tags[0], ""), taken, otherwise="option")
        reading.typed.put(f"{name}.code", code)
    if not re.fullmatch(OPTION_CODE, code):
        reading.refuse(
            f"{name}.code",
            gettext("A code begins with a letter or a digit and has letters, digits and . _ + - only."),
        )
    return code
