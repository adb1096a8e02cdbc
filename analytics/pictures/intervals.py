"""Estimates from 0 to 100, each with its interval, beside the one of all together."""

from collections.abc import Sequence

from analytics.pictures.canvas import Layer
from analytics.pictures.form import Form
from analytics.pictures.rows import (
    Row,
    canvas_of,
    ends_and_middle,
    estimates,
    names,
    places,
    reference,
    tracks,
)

SCALE = (0.0, 100.0)


def intervals(
    rows: Sequence[Row], form: Form, *, worst: str, best: str, together: tuple[float, str] | None = None
) -> Layer:
    """One row for each estimate. ``worst``, ``best``: words of the ends; ``together``: a line with words."""
    found, height = places(rows, form)
    canvas = canvas_of(form, height, SCALE)
    return canvas.spec(
        [
            *canvas.ticks(ends_and_middle(worst, best)),
            *(reference(canvas, *together) if together else ()),
            *tracks(canvas, found),
            *estimates(canvas, found),
            *names(canvas, found, form),
        ]
    )
