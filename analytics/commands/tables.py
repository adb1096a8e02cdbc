"""Tables for people: figures with intervals, aligned, at most 100 columns wide whatever the alphabet."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Mapping, Sequence

WIDTH = 100
_GAP = "  "


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lines of a table; the first column is text and is cut when there is no room, the others are figures."""
    widths = [max(display_width(row[i]) for row in (header, *rows)) for i in range(len(header))]
    room = WIDTH - sum(widths[1:]) - len(_GAP) * (len(widths) - 1)
    widths[0] = max(min(widths[0], room), 1)
    return "\n".join(_line(row, widths) for row in (header, *rows))


def wrapped(text: str) -> str:
    """A paragraph in lines that fit."""
    return textwrap.fill(text, WIDTH)


def interval(estimate: Mapping[str, float | None], decimals: int = 3) -> str:
    """A figure with its interval, as 0.640 [0.612, 0.668]; a dash where there is none."""
    value, low, high = (estimate.get(part) for part in ("value", "low", "high"))
    if value is None:
        return "–"
    if low is None or high is None:
        return f"{value:.{decimals}f}"
    return f"{value:.{decimals}f} [{low:.{decimals}f}, {high:.{decimals}f}]"


def count(number: float) -> str:
    """A whole number with its thousands apart."""
    return f"{round(number):,}"


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters two, combining marks none."""
    return sum(_columns(character) for character in text)


def shortened(text: str, width: int) -> str:
    """A text on one line that fits `width` columns, with … where something was cut off."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if display_width(line) <= width:
        return line
    kept = ""
    for character in line:
        if display_width(kept + character) > width - 1:
            break
        kept += character
    return f"{kept}…"


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"F", "W"} else 1


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    name = shortened(row[0], widths[0])
    name += " " * (widths[0] - display_width(name))
    return _GAP.join((name, *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))))
