"""What changed since the wave before: points up or down, each with its interval, around no change at all."""

import math
from collections.abc import Sequence

from analytics.pictures.canvas import Layer, Tick
from analytics.pictures.colours import LINE, SOFT
from analytics.pictures.form import Form
from analytics.pictures.rows import Row, canvas_of, estimates, names, places, reference, tracks

STEP = 5.0
LEAST = 10.0
BAR = 12.0


def changes(rows: Sequence[Row], form: Form, *, worse: str, better: str, same: str) -> Layer:
    """One row for each change, in points. Where a series is broken there is no value: the figure says so."""
    found, height = places(rows, form)
    reach = _reach(rows)
    canvas = canvas_of(form, height, (-reach, reach))
    shown = [place for place in found if place.row.value is not None]
    bars = [{"x": 0.0, "x2": place.row.value, "y": place.mark} for place in shown]
    return canvas.spec(
        [
            *canvas.ticks(
                (
                    Tick(-reach, f"−{reach:.0f} {worse}", "left"),
                    Tick(reach, f"{better} +{reach:.0f}", "right"),
                )
            ),
            *reference(canvas, 0.0, same),
            *([canvas.bars(bars, LINE, SOFT, BAR)] if bars else ()),
            *tracks(canvas, found),
            *estimates(canvas, found),
            *names(canvas, found, form),
        ]
    )


def _reach(rows: Sequence[Row]) -> float:
    """Points on each side that hold every interval, a multiple of five."""
    ends = [abs(end) for row in rows if row.value is not None for end in (row.low, row.high)]
    return max(LEAST, STEP * math.ceil(max(ends, default=0.0) / STEP))
