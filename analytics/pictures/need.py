"""Need beside satisfaction: the same groups in two columns of intervals, never made into one number."""

from collections.abc import Sequence
from dataclasses import replace

from analytics.pictures.canvas import Layer, Tick
from analytics.pictures.form import Form
from analytics.pictures.rows import Place, Row, canvas_of, estimates, names, places, tracks

WHOLE = 100.0
SECOND = 115.0
"""Where the second column begins, in units of the first."""


def need_beside_satisfaction(
    pairs: Sequence[tuple[Row, Row]], form: Form, *, need: str, satisfaction: str
) -> Layer:
    """One line for each group: its need (percent of people) and its satisfaction (points), with intervals.

    ``need``, ``satisfaction``: the words above the columns. Names are those of the first row of each pair.
    """
    plain = replace(form, figure=0)
    found, height = places([first for first, _ in pairs], plain)
    others = [replace(place, row=_moved(second)) for place, (_, second) in zip(found, pairs, strict=True)]
    canvas = canvas_of(plain, height, (0.0, SECOND + WHOLE))
    heads = [
        canvas.texts([{"x": place, "text": words}], y=-12, align=align, fontSize=form.font - 1)
        for place, words, align in ((0.0, need, "left"), (SECOND + WHOLE, satisfaction, "right"))
    ]
    return canvas.spec(
        [
            *canvas.ticks((*_ticks(0.0), *_ticks(SECOND))),
            *heads,
            *tracks(canvas, found, 0.0, WHOLE),
            *tracks(canvas, found, SECOND, SECOND + WHOLE),
            *estimates(canvas, found),
            *estimates(canvas, others),
            *names(canvas, [_without_figure(place) for place in found], plain),
        ]
    )


def _moved(row: Row) -> Row:
    if row.value is None:
        return row
    return replace(row, value=row.value + SECOND, low=row.low + SECOND, high=row.high + SECOND)


def _without_figure(place: Place) -> Place:
    return replace(place, row=replace(place.row, figure=""))


def _ticks(start: float) -> tuple[Tick, ...]:
    return (
        Tick(start, "0", "left"),
        Tick(start + WHOLE / 2, "50"),
        Tick(start + WHOLE, "100", "right"),
    )
