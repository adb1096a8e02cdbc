"""A town's colour becomes shades that can be read, in light and in dark.

A town names one colour; contrast is computed by WCAG 2.2 (relative luminance), and the colour is darkened or
lightened until it passes. So no choice of a town makes a page unreadable. Knows no file and no request.
"""

import re

DEFAULT = "#14606a"
ENOUGH = 5.0  # WCAG AA asks 4.5:1 for text; the rest is reserve for tinted surfaces

# The surfaces that branded text and buttons stand on; the same values are in static/stylesheet/colours.css.
LIGHT_SURFACE = "#f5f0e8"
DARK_SURFACE = "#2b2824"
WHITE = "#ffffff"
BLACK = "#000000"
DARK_TEXT = "#171512"


def stylesheet(colour: str) -> str:
    """Return the custom properties for a town's colour, "#rrggbb".

    Raises:
        ValueError: `colour` is not six hexadecimal digits after a hash.
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError(f"{colour!r} is not a colour such as {DEFAULT}")
    on_light = readable(colour, LIGHT_SURFACE, towards=BLACK)
    on_dark = readable(colour, DARK_SURFACE, towards=WHITE)
    light = _properties(on_light, mixed(on_light, BLACK, 0.3), WHITE, mixed(on_light, WHITE, 0.9))
    dark = _properties(on_dark, mixed(on_dark, WHITE, 0.35), DARK_TEXT, mixed(on_dark, DARK_TEXT, 0.85))
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _properties(brand: str, strong: str, text: str, tint: str) -> str:
    return f"--ohlas-brand:{brand};--ohlas-brand-strong:{strong};--ohlas-on-brand:{text};--ohlas-tint:{tint}"


def readable(colour: str, surface: str, towards: str) -> str:
    """Return `colour`, moved towards black or white until it contrasts enough with `surface`."""
    steps = (mixed(colour, towards, step / 50) for step in range(51))
    return next(shade for shade in steps if contrast(shade, surface) >= ENOUGH)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with a `share` (0 to 1) of `other` in it, mixed in sRGB."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02x}" for one, two in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    linear = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    )
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
