"""From specifications to SVG text that a page may hold under a strict policy. The only place that draws.

Knows vl-convert, and nothing of what the pictures show.
"""

import re
from collections.abc import Mapping
from typing import Any

import vl_convert

Spec = dict[str, Any]

VEGA_LITE = "5.21"
"""The version whose drawing is kept the same; the library brings several."""

_ROLES = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def draw(specs: Mapping[str, Spec]) -> dict[str, str]:
    """Draw every specification: name → SVG text without styles, scripts, links or words not handed in.

    Nothing is loaded: no base address is allowed. What Vega says to screen readers is English and goes: the
    page says what a picture shows.

    Raises:
        ValueError: a specification is wrong.
    """
    return {name: _quiet(_drawn(spec)) for name, spec in specs.items()}


def _drawn(spec: Spec) -> str:
    return str(vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[]))


def _quiet(svg: str) -> str:
    return _ROLES.sub("", svg).replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
