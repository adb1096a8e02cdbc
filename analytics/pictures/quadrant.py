"""Need, satisfaction and money of groups in one plane: crosses are intervals, circles are money.

Three figures, never one number. Numbers in place of names: the list beside the picture says whose they are.
"""

import math
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.pictures.canvas import Canvas, Layer, Tick
from analytics.pictures.colours import FAINT, LINE, MARK, PAGE, SOFT, TEXT
from analytics.pictures.form import Form

STEP = 10.0
HEIGHT = {"wide": 400, "phone": 340}
LEAST_RADIUS, MOST_RADIUS = 7.0, 24.0
BESIDE = 11.0
"""From the edge of a circle to the middle of its number."""
LETTER = 9.0
ROOM = (46, 30, 12, 72)
LINE_HEIGHT = 20


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
    across = (0.0, _up(max([need, *(group.need[2] for group in groups)])))
    lowest = min([index, *(group.index[1] for group in groups)])
    highest = max([index, *(group.index[2] for group in groups)])
    canvas = Canvas(size, ROOM, across, (_up(highest), STEP * math.floor(lowest / STEP)), form.font)
    top, bottom = canvas.down
    lines = [
        canvas.rules([{"x": need, "y": top, "y2": bottom}], TEXT, 1.5, (2, 4)),
        canvas.rules([{"x": across[0], "x2": across[1], "y": index}], TEXT, 1.5, (2, 4)),
    ]
    covered: list[tuple[float, float]] = []
    if form.label:  # on a phone there is no room: there the page says what the lines are
        place = _beside_the_line(canvas, groups, index)
        covered = _under(canvas, words.together, index, place)
        lines += [
            _together(canvas, words.together, index, place, form),
            canvas.texts(
                [{"x": need, "text": words.mean}], y=size[1] - 10, align="left", dx=5, **_quiet(form)
            ),
        ]
    return canvas.spec(
        [
            *canvas.ticks([_tick(value, across) for value in _tens(*across, many=6 if form.label else 3)]),
            *_left_axis(canvas, form),
            canvas.texts([{"text": words.satisfaction}], x=-ROOM[0] + 2, y=-16, align="left"),
            canvas.texts(
                [{"text": textwrap.wrap(words.need, form.letters_across)}],
                x=size[0],
                y=size[1] + 42,
                align="right",
                lineHeight=LINE_HEIGHT,
            ),
            *lines,
            *_crosses(canvas, groups),
            *_circles(canvas, groups),
            *_numbers(canvas, groups, covered),
        ]
    )


def _beside_the_line(canvas: Canvas, groups: Sequence[Group], index: float) -> tuple[str, int]:
    """The end and the side of the line across where fewest groups stand: there its name goes."""
    middles = [_pixel(canvas, group) for group in groups]
    line, half = _down(canvas, index), canvas.plot[0] / 2

    def crowd(place: tuple[str, int]) -> int:
        end, dy = place
        return sum(
            (x > half) is (end == "right") and abs(y - line - 1.5 * dy) < 2 * MOST_RADIUS for x, y in middles
        )

    return min(((end, dy) for end in ("right", "left") for dy in (-11, 12)), key=crowd)


def _together(canvas: Canvas, text: str, index: float, place: tuple[str, int], form: Form) -> Layer:
    """The name of the line across."""
    end, dy = place
    x = canvas.across[1] if end == "right" else canvas.across[0]
    away = -4 if end == "right" else 4
    return canvas.texts([{"x": x, "y": index, "text": text}], align=end, dx=away, dy=dy, **_quiet(form))


def _under(canvas: Canvas, text: str, index: float, place: tuple[str, int]) -> list[tuple[float, float]]:
    """Pixels that the name of the line covers, a letter apart."""
    end, dy = place
    y = _down(canvas, index) + dy
    steps = [LETTER * number for number in range(len(text))]
    return [(canvas.plot[0] - step if end == "right" else step, y) for step in steps]


def _crosses(canvas: Canvas, groups: Sequence[Group]) -> Iterator[Layer]:
    for faint, colour, dash in ((False, MARK, ()), (True, FAINT, (4, 4))):
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


def _numbers(canvas: Canvas, groups: Sequence[Group], covered: Sequence[tuple[float, float]]) -> list[Layer]:
    """Numbers beside their circles, each on the side where it covers least of others and of ``covered``."""
    most = max((group.czk or 0 for group in groups), default=0)
    middles = {group.number: _pixel(canvas, group) for group in groups}
    taken = list(covered)
    values = []
    for group in sorted(groups, key=lambda each: each.number):
        x, y = middles[group.number]
        far = _radius(group, most) + BESIDE
        spots = [(x + far * math.cos(turn), y - far * math.sin(turn)) for turn in _turns()]
        others = [spot for number, spot in middles.items() if number != group.number]
        best = min(spots, key=lambda spot: _cover(spot, [*others, *taken], canvas))
        taken.append(best)
        values.append((best, str(group.number)))
    return [
        canvas.texts([{"text": text}], x=x, y=y, fontWeight=700, stroke=stroke, strokeWidth=width)
        for stroke, width in ((PAGE, 4), (None, 0))
        for (x, y), text in values
    ]


def _turns() -> Iterator[float]:
    """Eight sides, the slanting ones first: there no line of the cross runs."""
    yield from (math.pi * (0.25 + 0.5 * quarter) for quarter in range(4))
    yield from (math.pi * 0.5 * quarter for quarter in range(4))


def _cover(spot: tuple[float, float], others: Sequence[tuple[float, float]], canvas: Canvas) -> float:
    x, y = spot
    outside = not (LETTER < x < canvas.plot[0] - LETTER and LETTER < y < canvas.plot[1] - LETTER)
    near = sum(max(0.0, 3 * LETTER - math.dist(spot, other)) for other in others)
    return near + (1000.0 if outside else 0.0)


def _pixel(canvas: Canvas, group: Group) -> tuple[float, float]:
    left, right = canvas.across
    x = (group.need[0] - left) / (right - left) * canvas.plot[0]
    return x, _down(canvas, group.index[0])


def _down(canvas: Canvas, index: float) -> float:
    """Pixels from the top of the plane to a satisfaction."""
    top, bottom = canvas.down
    return (index - top) / (bottom - top) * canvas.plot[1]


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


def _up(value: float) -> float:
    return min(100.0, max(STEP, STEP * math.ceil(value / STEP)))
