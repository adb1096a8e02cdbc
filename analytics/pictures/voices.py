"""Praise against complaints: 50 where both are equally many, more where praise prevails."""

from collections.abc import Sequence

from analytics.pictures.canvas import Layer
from analytics.pictures.form import Form
from analytics.pictures.intervals import intervals
from analytics.pictures.rows import Row

EQUAL = 50.0


def voices(rows: Sequence[Row], form: Form, *, complaints: str, praise: str, equal: str) -> Layer:
    """One row for each place with enough comments. ``complaints``, ``praise``: words at the ends."""
    return intervals(rows, form, worst=complaints, best=praise, together=(EQUAL, equal))
