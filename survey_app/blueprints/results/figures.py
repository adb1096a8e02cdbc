"""The cells of a public document as rows that pages draw, and the words for a result.

A hidden cell has no number at all; the row says so and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from forms.languages import text_in
from survey_app.queries.results import CellNames

HIDDEN = "hidden"
TOTAL, SERVICE, TARGET_GROUP = "total", "service", "target_group"

# The words of the response scale, each for the stretch of points that lies nearest to it.
WORDS: Sequence[tuple[float, LazyString]] = (
    (87.5, _l("very good")),
    (62.5, _l("rather good")),
    (37.5, _l("neither good nor bad")),
    (12.5, _l("rather bad")),
    (0.0, _l("very bad")),
)


@dataclass(frozen=True)
class Part:
    """A value with its 95 % interval, each from 0 to 100."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Figure:
    """One cell: its name, how many answered, the two parts and the index. Hidden: only its name."""

    kind: str
    label: str
    band: str
    n: int | None = None
    survey: Part | None = None
    voice: Part | None = None
    praise: int | None = None
    complaint: int | None = None
    voice_weight: float = 0.0
    index: Part | None = None

    @property
    def value(self) -> float | None:
        """The index, for the picture."""
        return self.index.value if self.index else None

    @property
    def low(self) -> float | None:
        """The lower end of the index's interval, for the picture."""
        return self.index.low if self.index else None

    @property
    def high(self) -> float | None:
        """The upper end of the index's interval, for the picture."""
        return self.index.high if self.index else None


def figures(document: Mapping[str, Any], names: CellNames, language: str) -> list[Figure]:
    """Return the cells of a public document in its order, named in `language`."""
    return [_figure(cell, names, language) for cell in document["cells"]]


def total(rows: Sequence[Figure]) -> Figure:
    """Return the cell of everybody."""
    return next(row for row in rows if row.kind == TOTAL)


def in_words(value: float) -> LazyString:
    """Return the words of the scale that lie nearest to `value`."""
    return next(words for least, words in WORDS if value >= least)


def _figure(cell: Mapping[str, Any], names: CellNames, language: str) -> Figure:
    kind, code, band = cell["kind"], cell["code"], cell["band"]
    label = text_in(names.get((kind, code), {}), language) or code or gettext("All together")
    if band == HIDDEN:
        return Figure(kind, label, band)
    voice = cell["voice"] or {}
    return Figure(
        kind,
        label,
        band,
        n=cell["n"],
        survey=_part(cell["survey"]),
        voice=_part(cell["voice"]),
        praise=voice.get("praise"),
        complaint=voice.get("complaint"),
        voice_weight=cell["voice_weight"],
        index=_part(cell["index"]),
    )


def _part(estimate: Mapping[str, float] | None) -> Part | None:
    return Part(estimate["value"], estimate["low"], estimate["high"]) if estimate else None
