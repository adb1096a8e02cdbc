"""Where numbers and names go beside marks, so that each is read with its own; same marks, same places.

Knows pixels, circles, lines and boxes. Does not know what they show, nor how they are drawn. Vega's own label
transform does not serve here: it hides the labels it finds no place for, and draws no line to a label.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

Pixel = tuple[float, float]

TURNS, STEP, STEPS = 24, 4.0, 18
"""Places tried for a number: so many sides of its mark, at so many distances so many pixels apart."""
LEADS = 8.0
"""A number farther than this from the edge of its circle has a line to it; so has a name from its line."""
CENTRE, CLEAR = 4.0, 2.0
"""Radius of the dot in the middle of a mark, and what stays free beside a line."""
ROUNDS = 12

MISREAD, COVERED, ASTRAY, CIRCLE, ARM, LINE, OWN_ARM = 10_000.0, 1_000.0, 500.0, 300.0, 60.0, 20.0, 25.0
"""What a place costs: outside, or nearer to another mark; on another centre, number or name; nearer to
another mark, but with a line to its own; on a circle; on arms and lines; …"""
LEAD, LEAD_OVER_ARM, FAR, SIDE, AMBIGUOUS = 15.0, 8.0, 0.5, 0.05, 100.0
"""… and softer: needing a line, the line over an arm, each pixel away, from the right, between two marks."""


@dataclass(frozen=True)
class Box:
    """A rectangle; a level or upright line is one without width or height."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Pixel:
        """Its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def gap(self, point: Pixel) -> float:
        """Pixels to a point, 0 inside."""
        x, y = point
        return math.hypot(max(self.left - x, 0, x - self.right), max(self.top - y, 0, y - self.bottom))

    def meets(self, other: "Box", apart: float = 0.0) -> bool:
        """Whether less than ``apart`` lies between the two."""
        return (
            self.left < other.right + apart
            and other.left < self.right + apart
            and self.top < other.bottom + apart
            and other.top < self.bottom + apart
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class Mark:
    """A circle with a cross, and the width and height of what is written beside it."""

    middle: Pixel
    radius: float
    arms: tuple[Box, ...]
    label: tuple[float, float]

    def is_under(self, box: Box) -> bool:
        """Whether any of it lies under a box."""
        return box.gap(self.middle) < self.radius or any(box.meets(arm, 2) for arm in self.arms)


@dataclass(frozen=True)
class Spot:
    """Where a label stands; ``lead``: the ends of a line to what it names, none where that is near."""

    box: Box
    lead: tuple[Pixel, Pixel] | None = None

    @cached_property
    def reach(self) -> Box | None:
        """The box around the line: what lies off it needs no closer look."""
        if self.lead is None:
            return None
        (x1, y1), (x2, y2) = self.lead
        return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    @cached_property
    def way(self) -> list[Pixel]:
        """Points of the line, at most three pixels apart."""
        if self.lead is None:
            return []
        (x1, y1), (x2, y2) = self.lead
        count = 1 + math.ceil(math.dist(*self.lead) / 3)
        return [(x1 + (x2 - x1) * n / count, y1 + (y2 - y1) * n / count) for n in range(count + 1)]


def beside(marks: Sequence[Mark], plane: Box, *, taken: Sequence[Spot], lines: Sequence[Box]) -> list[Spot]:
    """A place for the label of each mark, in their order.

    Nearer to its own centre than to any other and on no other centre, circle or label; where marks lie so
    close that there is no such place, with a line to its own; then off the arms of crosses and off ``lines``;
    then close.
    ``taken``: where words stand.
    """
    tried = []
    for mark in marks:
        others = [other for other in marks if other is not mark]
        spots = list(_spots(mark))
        costs = [_alone(spot, mark, others, plane, lines) for spot in spots]
        tried.append(sorted(zip(costs, range(len(spots)), spots, strict=True)))
    chosen: list[Spot | None] = [None] * len(marks)
    narrowest_first = sorted(range(len(marks)), key=lambda number: (-tried[number][0][0], number))
    for _ in range(ROUNDS):
        before = list(chosen)
        for number in narrowest_first:
            rest = [spot for other, spot in enumerate(chosen) if spot and other != number]
            chosen[number] = _best(tried[number], [*taken, *rest])
        if chosen == before:
            break
    return [spot for spot in chosen if spot]


def along(
    height: float,
    sizes: Sequence[tuple[float, float]],
    plane: Box,
    marks: Sequence[Mark],
    lines: Sequence[Box],
) -> tuple[int, Spot]:
    """A place for the name of the level line at ``height``, and which of ``sizes`` (by lines of text) fits.

    It covers no mark, as far as there is such a place: close to the line, or farther with a line of its own.
    """
    chosen, least = (0, Spot(plane)), math.inf
    for shape, size in enumerate(sizes):
        for away, spot in _along(height, size, plane):
            easy = away + 2 * LEAD * shape
            if easy >= least:
                break
            price = easy + _price(spot, marks, lines) + SIDE * (plane.right - spot.box.right)
            if price < least:
                chosen, least = (shape, spot), price
    return chosen


def _spots(mark: Mark) -> Iterator[Spot]:
    (x, y), (width, height) = mark.middle, mark.label
    for step in range(STEPS):
        for number in range(TURNS):
            turn = 2 * math.pi * (number + 0.5) / TURNS
            right, up = math.cos(turn), math.sin(turn)
            edge = mark.radius + 1 + STEP * step
            far = edge + abs(right) * width / 2 + abs(up) * height / 2
            box = _around((x + far * right, y - far * up), mark.label)
            lead = ((x, y), (x + edge * right, y - edge * up))
            yield Spot(box, lead if STEP * step > LEADS else None)


def _alone(spot: Spot, mark: Mark, others: Sequence[Mark], plane: Box, lines: Sequence[Box]) -> float:
    box, own = spot.box, math.dist(spot.box.middle, mark.middle)
    nearest = min((math.dist(box.middle, other.middle) for other in others), default=math.inf)
    hidden = sum(box.gap(other.middle) < CENTRE for other in others)
    circles = sum(box.gap(other.middle) < other.radius for other in others)
    arms = sum(box.meets(arm, CLEAR) for other in others for arm in other.arms)
    cost = (
        MISREAD * (not plane.holds(box))
        + (ASTRAY if spot.lead else MISREAD) * (own >= nearest)
        + COVERED * hidden
        + CIRCLE * circles
        + ARM * arms
        + OWN_ARM * sum(box.meets(arm, CLEAR) for arm in mark.arms)
        + LINE * sum(box.meets(line) for line in lines)
        + AMBIGUOUS * max(0.0, own / nearest - 0.5)
        + FAR * own
    )
    return cost + _crossed(spot, others) if spot.lead and cost < MISREAD else cost


def _crossed(spot: Spot, others: Sequence[Mark]) -> float:
    """What the line to a label costs."""
    arms = [arm for other in others for arm in other.arms]
    return (
        LEAD
        + LEAD_OVER_ARM * sum(_meets(spot, arm) for arm in arms)
        + COVERED * sum(math.dist(point, each.middle) < CENTRE for each in others for point in spot.way)
    )


def _best(tried: Sequence[tuple[float, int, Spot]], rest: Sequence[Spot]) -> Spot:
    """The cheapest place beside the other labels; ``tried`` is in the order of the costs without them."""
    best, least = tried[0][2], math.inf
    for cost, _, spot in tried:
        if cost >= least:
            break
        total = cost + COVERED * sum(_clash(spot, other) for other in rest)
        if total < least:
            best, least = spot, total
    return best


def _clash(one: Spot, other: Spot) -> bool:
    return (
        one.box.meets(other.box, 2)
        or _meets(one, other.box)
        or _meets(other, one.box)
        or any(_meets(one, Box(x, y, x, y)) for x, y in other.way)
    )


def _meets(spot: Spot, box: Box) -> bool:
    return (
        spot.reach is not None and box.meets(spot.reach, 2) and any(box.gap(point) < 2 for point in spot.way)
    )


def _along(height: float, size: tuple[float, float], plane: Box) -> Iterator[tuple[float, Spot]]:
    """Places above and below a line, the near and the right ones first, each with its distance."""
    width, tall = size
    for away in range(2, int(plane.bottom - plane.top), 3):
        for middle in (height - away - tall / 2, height + away + tall / 2):
            for left in range(int(plane.right - width) - 4, int(plane.left) + 3, -8):
                box = _around((left + width / 2, middle), size)
                if plane.holds(box):
                    yield from ((away, spot) for spot in _led(box, height, away))


def _led(box: Box, height: float, away: float) -> Iterator[Spot]:
    """A name near its line, or one that is far with a line from its right end, where its rows end."""
    if away <= LEADS:
        yield Spot(box)
        return
    edge = box.bottom if box.bottom < height else box.top
    yield from (Spot(box, ((x, edge), (x, height))) for x in (box.right - 6, box.right - 24, box.right - 42))


def _price(spot: Spot, marks: Sequence[Mark], lines: Sequence[Box]) -> float:
    price = ARM * sum(map(spot.box.meets, lines)) + MISREAD * sum(mark.is_under(spot.box) for mark in marks)
    if spot.lead and price < MISREAD:
        price += LEAD + COVERED * sum(_lies_on(spot, mark) for mark in marks)
    return price


def _lies_on(spot: Spot, mark: Mark) -> bool:
    near = any(math.dist(point, mark.middle) < mark.radius for point in spot.way)
    return near or any(_meets(spot, arm) for arm in mark.arms)


def _around(middle: Pixel, size: tuple[float, float]) -> Box:
    (x, y), (width, height) = middle, size
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
