"""A surface of an exact size: marks in the units of the data, and the room around them in pixels.

Knows Vega-Lite's grammar. Does not know rows, groups, or what a mark means.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analytics.pictures.colours import LINE, SOFT, TEXT

Layer = dict[str, Any]
Values = Sequence[dict[str, Any]]

CONFIG = {"aria": False, "font": "inherit", "view": {"stroke": None}}


@dataclass(frozen=True)
class Tick:
    """A place on an axis with its words; the words of the ends stay inside the picture."""

    value: float
    text: str
    align: str = "center"


@dataclass(frozen=True)
class Canvas:
    """``plot``: width and height of the part with marks, ``room``: left, top, right and bottom of it.

    ``across`` and ``down``: what stands at the ends of the plot, from left to right and from top to bottom.
    """

    plot: tuple[float, float]
    room: tuple[float, float, float, float]
    across: tuple[float, float]
    down: tuple[float, float]
    font: int

    def spec(self, layers: Sequence[Layer]) -> Layer:
        """The specification of a picture of its own."""
        left, top, right, bottom = self.room
        return {
            "padding": {"left": left, "top": top, "right": right, "bottom": bottom},
            "autosize": {"type": "none"},
            "background": None,
            "config": CONFIG,
            "width": self.plot[0],
            "height": self.plot[1],
            "layer": list(layers),
        }

    def rules(self, values: Values, colour: str, width: float = 1, dash: Sequence[int] = ()) -> Layer:
        """Lines; each of ``values`` has x, y, and x2 or y2 or both."""
        ends = {end: {"field": end} for end in ("x2", "y2") if values and end in values[0]}
        mark = {"type": "rule", "color": colour, "strokeWidth": width, "strokeCap": "round"}
        return self._layer(values, mark | ({"strokeDash": list(dash)} if dash else {}), **ends)

    def points(self, values: Values, shape: str, fill: str, stroke: str, **looks: Any) -> Layer:
        """Marks; each of ``values`` has x, y and size (square pixels)."""
        mark = {
            "type": "point",
            "shape": shape,
            "fill": fill,
            "stroke": stroke,
            "strokeWidth": 2,
            "opacity": 1,
        }
        return self._layer(
            values, mark | looks, size={"field": "size", "type": "quantitative", "scale": None}
        )

    def bars(self, values: Values, fill: str, stroke: str, thickness: float) -> Layer:
        """Lying bars; each of ``values`` has x, x2 and y."""
        mark = {"type": "bar", "fill": fill, "stroke": stroke, "strokeWidth": 1, "height": thickness}
        return self._layer(values, mark | {"orient": "horizontal"}, x2={"field": "x2"})

    def texts(self, values: Values, *, x: float | None = None, y: float | None = None, **looks: Any) -> Layer:
        """Words; each of ``values`` has text, x unless pixel ``x`` is given, and y unless ``y`` is."""
        mark = {"type": "text", "fill": TEXT, "fontSize": self.font, "baseline": "middle"} | looks
        channels = {"x": {"value": x}} if x is not None else {}
        channels |= {"y": {"value": y}} if y is not None else {}
        return self._layer(values, mark, text={"field": "text"}, **channels)

    def ticks(self, ticks: Sequence[Tick], offset: float = 18) -> list[Layer]:
        """Thin lines up from the ticks of the axis below, and their words."""
        top, bottom = self.down
        grid = self.rules([{"x": tick.value, "y": top, "y2": bottom} for tick in ticks], LINE)
        words = [
            self.texts(
                [{"x": tick.value, "text": tick.text}],
                y=self.plot[1] + offset,
                align=tick.align,
                fill=SOFT,
                fontSize=self.font - 1,
            )
            for tick in ticks
            if tick.text
        ]
        return [grid, *words]

    def _layer(self, values: Values, mark: Layer, **channels: Any) -> Layer:
        places = {
            "x": {"field": "x", "type": "quantitative", "axis": None, "scale": _scale(self.across)},
            "y": {"field": "y", "type": "quantitative", "axis": None, "scale": _scale(self.down[::-1])},
        }
        return {"data": {"values": list(values)}, "mark": mark, "encoding": places | channels}


def _scale(ends: tuple[float, float]) -> Layer:
    low, high = min(ends), max(ends)
    return {"domain": [low, high], "reverse": ends[0] > ends[1], "nice": False, "zero": False}
