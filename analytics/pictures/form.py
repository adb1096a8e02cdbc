"""The two forms of every picture: beside labels on a wide screen and on paper, below them on a phone.

A picture that only shrinks cannot be read at 320 px. Sizes are in CSS pixels.
"""

from dataclasses import dataclass

LETTER = 0.56
"""Width of an average letter as a share of the size of the font; Cyrillic is among the wide ones."""


@dataclass(frozen=True)
class Form:
    """Widths of a picture and its parts. ``label``: the column of names, 0 where they stand above."""

    name: str
    width: int
    label: int
    figure: int
    font: int
    inset: int = 10

    @property
    def plot(self) -> int:
        """Width of the part with marks."""
        beside = self.label + self.figure if self.label else 0
        return self.width - beside - 2 * self.inset

    @property
    def letters_across(self) -> int:
        """How many letters fit on one line from edge to edge."""
        return int(self.width / (LETTER * self.font))

    @property
    def letters(self) -> int:
        """How many letters of a name fit on one line."""
        room = self.label or self.width - 2 * self.inset - self.figure
        return int(room / (LETTER * self.font))


WIDE = Form("wide", 720, label=250, figure=70, font=16)
PHONE = Form("phone", 288, label=0, figure=64, font=16)
