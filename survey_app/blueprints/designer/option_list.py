"""Answers written as a list, one on a line, with usual ones to come after them.

Knows how lines become rows of a form; does not know how rows become options (see `option_form`).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.editing import usual
from survey_app.blueprints.designer.typed import Typed

MARKS = ("write_in", "exclusive")
"""People write their own words; the answer excludes all others."""
READY: Mapping[str, Mapping[str, Any]] = {
    "other": usual.OTHER,
    "none": usual.NONE_OF_THESE,
    "dont_know": usual.DONT_KNOW,
}
"""Usual answers in the order in which they stand at the end."""
MOST_PASTED = 200


def usual_row(ready: str, tags: Sequence[str], *, several: bool) -> dict[str, str]:
    """What a row of a usual answer holds (see `take`)."""
    option = usual.in_languages(READY[ready], tags)
    marks = {mark for mark in MARKS if option.get(mark)}
    if several and ready == "dont_know":
        marks.add("exclusive")
    words = {f"labels.{tag}": text for tag, text in option["labels"].items()}
    return {"code": option["code"], **words, **dict.fromkeys(marks, "y")}


def labels(tags: Sequence[str], *, several: bool) -> list[tuple[str, str]]:
    """The usual answers that may come after a list, with their words in the main language."""
    return [
        (ready, next(iter(usual.in_languages(option, tags[:1])["labels"].values())))
        for ready, option in READY.items()
        if several or ready != "none"
    ]


def begin(typed: Typed, prefix: str, *ready: str) -> None:
    """Let a form begin with an empty list of lines, and with these usual answers to come after them."""
    typed.put(f"{prefix}.pasted", "")
    typed.put(f"{prefix}.ready", *ready)


def is_used(typed: Typed, prefix: str) -> bool:
    """Whether the answers are written as lines: there are no rows yet."""
    return not typed.rows(prefix)


def take(typed: Typed, prefix: str, tags: Sequence[str], *, several: bool = False) -> str:
    """Make rows of the lines, and of the usual answers ticked below them; return where to stand now.

    Who writes a usual answer as a line gets the usual one, with its code and all its languages, once.

    Args:
        several: whether people may choose several answers, so that "don't know" has to exclude the others.
    """
    ticked = typed.chosen(f"{prefix}.ready")
    typed.values.pop(f"{prefix}.ready", None)
    place = _take_lines(typed, prefix, tags)
    words = [
        "" if typed.text(f"{prefix}.{number}.code") else typed.text(f"{prefix}.{number}.labels.{tags[0]}")
        for number in range(typed.rows(prefix))
    ]
    for ready in READY:
        row = usual_row(ready, tags, several=several)
        written = row.get(f"labels.{tags[0]}")
        if written in words:
            typed.put_row(prefix, words.index(written), row)
        elif ready in ticked:
            typed.add_row(prefix, row)
    return place


def _take_lines(typed: Typed, prefix: str, tags: Sequence[str]) -> str:
    """Make rows of the lines that were pasted; return where to stand now.

    They take the place of the rows left empty, or stand before "don't know" and the like at the end. Lines
    beyond `MOST_PASTED` stay where they were pasted.
    """
    box = f"{prefix}.pasted"
    lines = [line.strip() for line in typed.text(box).split("\n") if line.strip()]
    if not lines:
        return box
    empty = empty_rows(typed, prefix, tags)
    kept = [number for number in range(typed.rows(prefix)) if number not in empty]
    place = empty[0] if empty else _before_the_ready_ones(typed, prefix)
    added = [typed.add_row(prefix, {"code": "", f"labels.{tags[0]}": line}) for line in lines[:MOST_PASTED]]
    ahead = [number for number in kept if number < place]
    typed.order_rows(prefix, [*ahead, *added, *kept[len(ahead) :]])
    typed.put(box, "\n".join(lines[MOST_PASTED:]))
    return f"{prefix}.{len(ahead)}.labels.{tags[0]}"


def empty_rows(typed: Typed, prefix: str, tags: Sequence[str]) -> list[int]:
    """The numbers of the rows into which nothing is written."""
    return [
        number
        for number in range(typed.rows(prefix))
        if not typed.texts(f"{prefix}.{number}.labels", tags) and not typed.text(f"{prefix}.{number}.code")
    ]


def _before_the_ready_ones(typed: Typed, prefix: str) -> int:
    place, ready = typed.rows(prefix), {option["code"] for option in READY.values()}
    while place and typed.text(f"{prefix}.{place - 1}.code") in ready:
        place -= 1
    return place
