"""Need, satisfaction and money of groups in one plane: crosses are intervals, circles are money.

Three figures, never one number. Numbers in place of names: the list beside the picture says whose they are.
"""

import math
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.pictures import labelling
from analytics.pictures.canvas import Canvas, Layer, Tick
from analytics.pictures.colours import FAINT, LINE, MARK, PAGE, SOFT, TEXT
from analytics.pictures.form import Form
from analytics.pictures.labelling import Box, Mark, Pixel, Spot

STEP = 10.0
HEIGHT = {"wide": 400, "phone": 440}
LEAST_RADIUS, MOST_RADIUS = 7.0, 24.0
LETTER, DIGIT = 0.6, 0.7
"""Widths of an average letter and of a bold digit as shares of the size of the font: rather too wide."""
DOTTED, DASHED = (1, 5), (5, 4)
"""Fine dots are lines to compare with; dashes are crosses of few answers."""
ROOM = (46, 52, 12, 72)
LINE_HEIGHT = 20
BOLD = {"fontWeight": 700}


@dataclass(frozen=True)
class Group:
    """``need`` (percent) and ``index`` (points), each value, low, high; ``czk`` of a year, or None."""

    number: int
    need: tuple[float, float, float]
    index: tuple[float, float, float]
    czk: int | None
    faint: bool = False


@dataclass(frozen=True)
class Words:
    """What stands around the plane: its axes, the two lines, and the corner that matters."""

    need: str
    satisfaction: str
    together: str
    mean: str


def quadrant(groups: Sequence[Group], form: Form, words: Words, *, index: float, need: float) -> Layer:
    """The plane of groups, divided where all together stand: ``index`` across, ``need`` (their mean) down."""
    size = (form.width - ROOM[0] - ROOM[2], HEIGHT[form.name] - ROOM[1] - ROOM[3])
    across = (0.0, _up(max([need, *(group.need[2] for group in groups)]), STEP / 2))
    lowest = min([index, *(group.index[1] for group in groups)])
    highest = max([index, *(group.index[2] for group in groups)])
    canvas = Canvas(size, ROOM, across, (_up(highest), STEP * math.floor(lowest / STEP)), form.font)
    top, bottom = canvas.down
    return canvas.spec(
        [
            *canvas.ticks([_tick(value, across) for value in _tens(*across, many=6 if form.label else 3)]),
            *_left_axis(canvas, form),
            canvas.texts([{"text": words.satisfaction}], x=-ROOM[0] + 2, y=-38, align="left"),
            canvas.texts(
                [{"text": textwrap.wrap(words.need, form.letters_across)}],
                x=size[0],
                y=size[1] + 42,
                align="right",
                lineHeight=LINE_HEIGHT,
            ),
            canvas.rules([{"x": need, "y": top, "y2": bottom}], SOFT, 2, DOTTED),
            canvas.rules([{"x": across[0], "x2": across[1], "y": index}], SOFT, 2, DOTTED),
            _mean(canvas, words.mean, need, form),
            *_crosses(canvas, groups),
            *_circles(canvas, groups),
            *_labels(canvas, groups, words.together, (need, index), form),
        ]
    )


def _mean(canvas: Canvas, text: str, need: float, form: Form) -> Layer:
    """The name of the line down: above the plane, where no cross can lie."""
    x, half = _pixel(canvas, need, 0.0)[0], _width(text, form) / 2
    inside = max(half - ROOM[0], min(x, canvas.plot[0] + ROOM[2] - half))
    return canvas.texts([{"text": text}], x=inside, y=-11, **_quiet(form))


def _labels(
    canvas: Canvas, groups: Sequence[Group], together: str, lines: tuple[float, float], form: Form
) -> list[Layer]:
    """The name of the line across and the numbers of the groups, each with a line to it where it is far."""
    shown = sorted(groups, key=lambda each: each.number)
    most = max((group.czk or 0 for group in groups), default=0)
    marks = [_mark(canvas, group, most) for group in shown]
    plane = Box(0.0, 0.0, *canvas.plot)
    x, y = _pixel(canvas, *lines)
    upright, level = Box(x, 0.0, x, plane.bottom), Box(0.0, y, plane.right, y)
    ways = _broken(together)
    sizes = [(max(_width(line, form) for line in way), LINE_HEIGHT * len(way)) for way in ways]
    shape, name = labelling.along(y, sizes, plane, marks, [upright])
    places = labelling.beside(marks, plane, taken=[name], lines=[upright, level])
    right, rows = name.box.right, ways[shape]
    first = name.box.middle[1] - LINE_HEIGHT * (len(rows) - 1) / 2
    return [
        *_leads(canvas, [name], SOFT),
        *_leads(canvas, places, TEXT),
        *_written(
            canvas,
            rows,
            [(right, first + LINE_HEIGHT * n) for n in range(len(rows))],
            _quiet(form) | {"align": "right"},
        ),
        *_written(canvas, [str(each.number) for each in shown], [each.box.middle for each in places], BOLD),
    ]


def _mark(canvas: Canvas, group: Group, most: int) -> Mark:
    """What a group covers of the plane, in pixels."""
    x, y = _pixel(canvas, group.need[0], group.index[0])
    (left, low), (right, high) = (_pixel(canvas, group.need[n], group.index[n]) for n in (1, 2))
    label = (DIGIT * canvas.font * len(str(group.number)) + 2, canvas.font)
    return Mark((x, y), _radius(group, most), (Box(left, y, right, y), Box(x, high, x, low)), label)


def _broken(text: str) -> list[list[str]]:
    """A name on one line, and on two of about one length."""
    halves = (textwrap.wrap(text, width) for width in range(len(text) // 2, len(text) + 1))
    return [[text], next((lines for lines in halves if len(lines) <= 2), [text])]


def _written(
    canvas: Canvas, texts: Sequence[str], places: Sequence[Pixel], looks: Mapping[str, Any]
) -> Iterator[Layer]:
    """Words with a rim of the page around them, so that lines behind do not run into the letters."""
    for rim in ({"stroke": PAGE, "strokeWidth": 4}, {}):
        for text, (x, y) in zip(texts, places, strict=True):
            yield canvas.texts([{"text": text}], x=x, y=y, **looks, **rim)


def _leads(canvas: Canvas, places: Sequence[Spot], colour: str) -> Iterator[Layer]:
    ends = [(*_value(canvas, spot.lead[0]), *_value(canvas, spot.lead[1])) for spot in places if spot.lead]
    values = [{"x": x, "y": y, "x2": x2, "y2": y2} for x, y, x2, y2 in ends]
    if values:
        yield canvas.rules(values, PAGE, 3)
        yield canvas.rules(values, colour, 1)


def _crosses(canvas: Canvas, groups: Sequence[Group]) -> Iterator[Layer]:
    for faint, colour, dash in ((False, MARK, ()), (True, FAINT, DASHED)):
        shown = [group for group in groups if group.faint is faint]
        if shown:
            lying = [{"x": each.need[1], "x2": each.need[2], "y": each.index[0]} for each in shown]
            standing = [{"x": each.need[0], "y": each.index[1], "y2": each.index[2]} for each in shown]
            yield canvas.rules(lying, colour, 2, dash)
            yield canvas.rules(standing, colour, 2, dash)


def _circles(canvas: Canvas, groups: Sequence[Group]) -> Iterator[Layer]:
    """Circles of money, the large ones first; a diamond where nobody knows what a group costs."""
    most = max((group.czk or 0 for group in groups), default=0)
    paid = sorted((group for group in groups if group.czk), key=lambda group: -(group.czk or 0))
    unknown = [group for group in groups if not group.czk]
    for shape, shown in (("circle", paid), ("diamond", unknown)):
        if shown:
            values = [
                {"x": each.need[0], "y": each.index[0], "size": 4 * _radius(each, most) ** 2}
                for each in shown
            ]
            yield canvas.points(values, shape, MARK, PAGE, fillOpacity=0.35, strokeWidth=1)
    dots = [{"x": each.need[0], "y": each.index[0], "size": 20} for each in groups]
    yield canvas.points(dots, "circle", TEXT, TEXT, strokeWidth=0)


def _radius(group: Group, most: int) -> float:
    return max(LEAST_RADIUS, MOST_RADIUS * math.sqrt(group.czk / most)) if group.czk else LEAST_RADIUS


def _pixel(canvas: Canvas, need: float, index: float) -> Pixel:
    """Pixels from the left and from the top of the plane."""
    (left, right), (top, bottom) = canvas.across, canvas.down
    across, down = (need - left) / (right - left), (index - top) / (bottom - top)
    return across * canvas.plot[0], down * canvas.plot[1]


def _value(canvas: Canvas, pixel: Pixel) -> tuple[float, float]:
    """The need and the satisfaction of a place in the plane."""
    (left, right), (top, bottom) = canvas.across, canvas.down
    across, down = pixel[0] / canvas.plot[0], pixel[1] / canvas.plot[1]
    return round(left + across * (right - left), 3), round(top + down * (bottom - top), 3)


def _width(text: str, form: Form) -> float:
    return LETTER * (form.font - 1) * len(text)


def _left_axis(canvas: Canvas, form: Form) -> list[Layer]:
    top, bottom = canvas.down
    heights = _tens(bottom, top)
    lines = [{"x": canvas.across[0], "x2": canvas.across[1], "y": height} for height in heights]
    words = [{"y": height, "text": f"{height:.0f}"} for height in heights]
    return [canvas.rules(lines, LINE), canvas.texts(words, x=-8, align="right", **_quiet(form))]


def _quiet(form: Form) -> dict[str, Any]:
    return {"fill": SOFT, "fontSize": form.font - 1}


def _tick(value: float, across: tuple[float, float]) -> Tick:
    return Tick(value, f"{value:.0f} %", "right" if value == across[1] else "center" if value else "left")


def _tens(low: float, high: float, many: int = 6) -> list[float]:
    """Multiples of ten from ``low`` to ``high``, of twenty where there would be more than ``many``."""
    step = STEP if high - low <= many * STEP else 2 * STEP
    count = int((high - low) // step)
    return [low + step * number for number in range(count + 1)]


def _up(value: float, step: float = STEP) -> float:
    return min(100.0, max(STEP, step * math.ceil(value / step)))
