"""Rows of names and marks, one below the other: where each stands, and how an interval looks.

Knows lengths and places. Does not know what the figures mean.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from analytics.pictures.canvas import Canvas, Layer, Tick
from analytics.pictures.colours import FAINT, LINE, MARK, PAGE, SOFT, TEXT
from analytics.pictures.form import Form

LINE_HEIGHT = 1.25
MARK_ROOM = 26
GAP = 14
AXIS_ROOM = 32
HEAD_ROOM = 26
END = 8
"""Half the height of the ends of an interval: higher than a mark, so that a narrow interval is seen too."""
DOT = 130
DIAMOND = 150


@dataclass(frozen=True)
class Row:
    """A name and an estimate. Without ``value`` the ``figure`` says why; ``faint``: only a hint."""

    label: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0
    figure: str = ""
    faint: bool = False


@dataclass(frozen=True)
class Place:
    """Where a row stands, in pixels from the top: the first line of its name, and its mark."""

    row: Row
    lines: tuple[str, ...]
    name: float
    mark: float


def places(rows: Sequence[Row], form: Form) -> tuple[list[Place], float]:
    """Place of every row, and the height of all together."""
    found, top = [], 0.0
    line = LINE_HEIGHT * form.font
    for row in rows:
        lines = tuple(textwrap.wrap(row.label, form.letters)) or ("",)
        names = line * len(lines)
        height = (max(names, MARK_ROOM) if form.label else names + MARK_ROOM) + GAP
        if form.label:
            middle = top + height / 2
            found.append(Place(row, lines, middle - names / 2 + line / 2, middle))
        else:
            start = top + GAP / 2
            found.append(Place(row, lines, start + line / 2, start + names + MARK_ROOM / 2 - 2))
        top += height
    return found, top


def canvas_of(form: Form, height: float, across: tuple[float, float]) -> Canvas:
    """The canvas of one column of marks in a form."""
    right = form.figure if form.label else 0
    room = (form.label + form.inset, HEAD_ROOM, right + form.inset, AXIS_ROOM)
    return Canvas((form.plot, height), room, across, (0.0, height), form.font)


def names(canvas: Canvas, found: Sequence[Place], form: Form) -> list[Layer]:
    """Names and figures of rows: left and right of the marks, or above them."""
    return [
        *(
            canvas.texts(
                [{"y": place.name, "text": list(place.lines)}],
                x=-form.label - form.inset + 2 if form.label else -form.inset + 1,
                align="left",
                lineHeight=LINE_HEIGHT * form.font,
            )
            for place in found
        ),
        *(
            canvas.texts(
                [{"y": place.mark if form.label else place.name, "text": place.row.figure}],
                x=canvas.plot[0] + form.inset + (form.figure if form.label else 0) - 2,
                align="right",
                fontWeight=400 if place.row.faint or place.row.value is None else 700,
                fill=SOFT if place.row.faint or place.row.value is None else TEXT,
            )
            for place in found
            if place.row.figure
        ),
    ]


def tracks(
    canvas: Canvas, found: Sequence[Place], low: float | None = None, high: float | None = None
) -> list[Layer]:
    """A thin line under every row, from end to end or from ``low`` to ``high``."""
    left, right = canvas.across
    ends = {"x": left if low is None else low, "x2": right if high is None else high}
    return [canvas.rules([ends | {"y": each.mark} for each in found], LINE)]


def estimates(canvas: Canvas, found: Sequence[Place]) -> list[Layer]:
    """Dots on lines with ends; a hint is a hollow diamond on a broken line: colour says nothing alone."""
    layers = []
    for faint, colour, width, dash in ((False, MARK, 4.0, ()), (True, FAINT, 2.0, (4, 5))):
        shown = [place for place in found if place.row.value is not None and place.row.faint is faint]
        if not shown:
            continue
        spans = [{"x": each.row.low, "x2": each.row.high, "y": each.mark} for each in shown]
        ends = [
            {"x": end, "y": each.mark - END, "y2": each.mark + END}
            for each in shown
            for end in (each.row.low, each.row.high)
        ]
        dots = [{"x": each.row.value, "y": each.mark, "size": DIAMOND if faint else DOT} for each in shown]
        layers += [
            canvas.rules(spans, colour, width, dash),
            canvas.rules(ends, colour, 2.0),
            canvas.points(
                dots, "diamond" if faint else "circle", PAGE if faint else MARK, FAINT if faint else PAGE
            ),
        ]
    return layers


def reference(canvas: Canvas, value: float, label: str) -> list[Layer]:
    """A broken line through all rows, with its words above."""
    low, high = canvas.across
    share = (value - low) / (high - low)
    align = "left" if share < 0.2 else "right" if share > 0.7 else "center"
    return [
        canvas.rules([{"x": value, "y": canvas.down[0], "y2": canvas.down[1]}], TEXT, 1.5, (2, 4)),
        canvas.texts([{"x": value, "text": label}], y=-12, align=align, fill=SOFT, fontSize=canvas.font - 1),
    ]


def ends_and_middle(low: str, high: str) -> tuple[Tick, ...]:
    """Ticks of a scale from 0 to 100, with words at its ends."""
    return (
        Tick(0, f"0 {low}".strip(), "left"),
        Tick(25, ""),
        Tick(50, "50"),
        Tick(75, ""),
        Tick(100, f"{high} 100".strip(), "right"),
    )
