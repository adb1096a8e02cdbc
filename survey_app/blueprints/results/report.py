"""A public document made ready for a page: named cells in the order of the catalogue, in one language.

Knows the shape of the public document of a snapshot. Computes no statistics: every number comes from there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms.languages import Texts, text_in
from survey_app.blueprints import labels
from survey_app.models import Wave
from survey_app.queries import design, results
from survey_app.queries.results import CellNames, PublicSnapshot
from survey_app.vocabulary import Mode

HIDDEN, INDICATIVE = "hidden", "indicative"
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
class Estimate:
    """A value and its interval on 0 to 100."""

    value: float
    low: float
    high: float

    @property
    def margin(self) -> int:
        """The wider side of the interval, in whole points, and never nothing: for “give or take”."""
        return max(1, round(max(self.value - self.low, self.high - self.value)))

    @property
    def words(self) -> LazyString:
        """The words of the response scale that lie nearest to the value."""
        return next(words for least, words in WORDS if self.value >= least)


@dataclass(frozen=True)
class Change:
    """Points since the wave before, with their interval. `flagged`: more than chance would do."""

    value: float
    low: float
    high: float
    flagged: bool


@dataclass(frozen=True)
class Figure:
    """One cell. A hidden one has a name and nothing else."""

    kind: str
    code: str | None
    label: str
    band: str
    n: int | None = None
    index: Estimate | None = None
    survey: Estimate | None = None
    voice: Estimate | None = None
    praise: int | None = None
    complaint: int | None = None
    voice_estimated: bool = False
    voice_weight: float | None = None
    overall: Estimate | None = None
    top: Estimate | None = None
    bottom: Estimate | None = None
    change: Change | None = None
    broken: bool = False

    @property
    def hidden(self) -> bool:
        """Whether nothing may be shown but the name."""
        return self.index is None


@dataclass(frozen=True)
class Share:
    """How many of the people behind the total came one way; `label` is None for all ways not listed."""

    label: str | None
    n: int


@dataclass(frozen=True)
class Report:
    """What is published of a wave, in one language. `received` is None where it may not be told."""

    snapshot: PublicSnapshot
    title: str
    total: Figure
    services: tuple[Figure, ...]
    target_groups: tuple[Figure, ...]
    modes: tuple[Share, ...]
    languages: tuple[Share, ...]
    received: int | None

    @property
    def wave(self) -> Wave:
        """The wave that was answered."""
        return self.snapshot.wave

    @property
    def method(self) -> Mapping[str, Any]:
        """The constants of the method that computed the figures."""
        constants: dict[str, Any] = self.snapshot.document["method"]
        return constants

    @property
    def weighting(self) -> Mapping[str, Any] | None:
        """What weighting did; None of methods that knew none."""
        return self.snapshot.document.get("weighting")

    @property
    def compared_with(self) -> Mapping[str, Any] | None:
        """The wave and the snapshot that changes are told from."""
        return self.snapshot.document.get("compared_with")

    @property
    def smallest_change(self) -> float | None:
        """The change, in points, that would be noticed in four of five cases."""
        return self.snapshot.document.get("smallest_change")

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every cell: the total, services, target groups."""
        return self.total, *self.services, *self.target_groups


def of(session: Session, snapshot: PublicSnapshot, tag: str) -> Report:
    """Return the report of a snapshot in the language `tag`."""
    document = snapshot.document
    titles = design.questionnaire(session, snapshot.wave.questionnaire_version_id).titles
    figures = _figures(document, results.cell_names(session, snapshot.wave), tag)
    total = next(figure for figure in figures if figure.kind == TOTAL)
    modes = {_mode(code): n for code, n in document["modes"].items()}
    languages = {labels.language(code): n for code, n in document["languages"].items()}
    return Report(
        snapshot=snapshot,
        title=text_in(titles, tag),
        total=total,
        services=tuple(figure for figure in figures if figure.kind == SERVICE),
        target_groups=tuple(figure for figure in figures if figure.kind == TARGET_GROUP),
        modes=_shares(modes, total.n),
        languages=_shares(languages, total.n),
        received=document["received"],
    )


def _figures(document: Mapping[str, Any], names: CellNames, tag: str) -> list[Figure]:
    place = {key: number for number, key in enumerate(names)}
    cells = sorted(
        document["cells"],
        key=lambda cell: (place.get((cell["kind"], cell["code"]), len(place)), cell["code"] or ""),
    )
    return [_figure(cell, names, tag) for cell in cells]


def _figure(cell: Mapping[str, Any], names: CellNames, tag: str) -> Figure:
    kind, code, band = cell["kind"], cell["code"], cell["band"]
    label = gettext("All together") if code is None else _name(names.get((kind, code), {}), tag, code)
    if band == HIDDEN:
        return Figure(kind, code, label, band)
    voice = cell["voice"] or {}
    return Figure(
        kind=kind,
        code=code,
        label=label,
        band=band,
        n=cell["n"],
        index=_estimate(cell["index"]),
        survey=_estimate(cell["survey"]),
        voice=_estimate(cell["voice"]),
        praise=voice.get("praise"),
        complaint=voice.get("complaint"),
        voice_estimated=voice.get("voice_basis") == "estimated",
        voice_weight=cell["voice_weight"],
        overall=_estimate(cell["overall"]),
        top=_estimate(cell.get("top")),
        bottom=_estimate(cell.get("bottom")),
        change=Change(**cell["change"]) if cell.get("change") else None,
        broken=cell.get("broken", False),
    )


def _name(texts: Texts, tag: str, code: str) -> str:
    return text_in(texts, tag) or code


def _estimate(numbers: Mapping[str, float] | None) -> Estimate | None:
    return Estimate(numbers["value"], numbers["low"], numbers["high"]) if numbers else None


def _mode(code: str) -> str:
    return str(labels.MODES[Mode(code)]) if code in set(Mode) else gettext("in an unknown way")


def _shares(counts: Mapping[str, int], n: int | None) -> tuple[Share, ...]:
    """Order counts, the most frequent first; what they leave of `n` stands last, without a label."""
    if n is None:
        return ()
    shares = [Share(label, count) for label, count in sorted(counts.items(), key=lambda item: -item[1])]
    rest = n - sum(counts.values())
    return (*shares, Share(None, rest)) if rest else tuple(shares)
