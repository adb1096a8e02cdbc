"""Satisfaction index of one wave: survey part, voice part and index of every cell, and what may be shown.

Knows how the parts come together for a cell. Does not know documents, pages or the database. The formulas are
in ``parts`` and ``moments``, the rules on what may be shown in ``published``.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.estimation.cells import Catalogue, Cell, cells, cells_of_comment, cells_of_response
from analytics.estimation.comment_shares import Basis
from analytics.estimation.method import METHOD_3, Band, IndexMethod
from analytics.estimation.moments import WEIGHT, Moments
from analytics.estimation.parts import Estimate, composite, share_part, survey_part
from analytics.estimation.published import (
    Figure,
    Published,
    figure,
    shown_counts,
    shown_ratings,
    shown_voices,
)
from analytics.estimation.readings import COLUMNS, Readings, read
from analytics.estimation.sums_of_rows import inputs_of
from analytics.estimation.tallies import KINDS, Inputs, Rating, Voice, answers_of, ratings_of, voices_of
from analytics.estimation.voices import Heard
from analytics.estimation.voices import heard as voices_heard

Weights = Mapping[str, int]
"""Stratum → weight of its respondents, in units of ``moments.WEIGHT``."""


@dataclass(frozen=True)
class CellResult:
    """One cell, whole; nothing is left out here.

    ``n``: respondents with a score. ``band``: hidden for a cell that may not be shown, small itself or hidden
    to protect another. ``voice_weight``: 0 where the voice part does not enter the index. ``voice_basis``:
    what praise and complaints stand on. ``top`` and ``bottom``: percent of those who rated overall.
    Estimates are None where nobody stands behind them.
    """

    cell: Cell
    n: int
    n_eff: float
    band: Band
    survey: Estimate | None
    overall: Estimate | None
    overall_shown: bool
    top: Estimate | None
    top_shown: bool
    bottom: Estimate | None
    bottom_shown: bool
    praise: int
    complaint: int
    voice: Estimate | None
    voice_basis: Basis
    voice_weight: float
    index: Estimate | None
    modes: Mapping[str, int]
    languages: Mapping[str, int]

    @property
    def voice_shown(self) -> bool:
        """The voice part is shown exactly where it enters the index: the index would give it away."""
        return self.voice_weight > 0


@dataclass(frozen=True)
class IndexResult:
    """Everything computed for a wave.

    Modes and languages count respondents with a score; ``shown`` names all figures that may be shown.
    """

    method: IndexMethod
    cells: tuple[CellResult, ...]
    received: int
    without_score: int
    modes: Mapping[str, int]
    languages: Mapping[str, int]
    comments: Mapping[str, int]
    shown: frozenset[Figure]


def compute(inputs: Inputs, method: IndexMethod = METHOD_3) -> IndexResult:
    """Compute every cell of a closed wave and decide what may be shown.

    Raises ValueError for inputs that cannot be. The order of their rows does not matter.
    """
    services: Catalogue = inputs["services"]
    ratings, voices = ratings_of(inputs), voices_of(inputs)
    weights: Weights = defaultdict(lambda: WEIGHT)
    members = _members(ratings, services)
    heard = _heard(inputs, voices, services, method)
    earlier = [_published(record) for record in inputs.get("published_before", ())]
    shown = _shown(ratings, voices, services, earlier, method, heard)
    return IndexResult(
        method=method,
        cells=tuple(
            _cell_result(cell, members[cell], heard[cell], weights, shown, method) for cell in cells(services)
        ),
        received=sum(row.responses for row in ratings),
        without_score=sum(row.responses - row.scored for row in ratings),
        modes=_mix(ratings, "mode"),
        languages=_mix(ratings, "language"),
        comments={kind: sum(voice.kind == kind for voice in voices) for kind in KINDS},
        shown=shown,
    )


def compute_index(
    responses: pd.DataFrame,
    comments: pd.DataFrame,
    services: Catalogue,
    method: IndexMethod,
    readings: pd.DataFrame | None = None,
) -> IndexResult:
    """The same from frames with a row per response, comment and reading; see ``sums_of_rows``."""
    return compute(inputs_of(responses, comments, services, readings), method)


def _published(record: Inputs) -> Published:
    return Published(
        ratings_of(record),
        answers_of(record),
        voices_of(record),
        frozenset((what, kind, code) for what, kind, code in record["shown"]),
    )


def _members(ratings: Sequence[Rating], services: Catalogue) -> dict[Cell, list[Rating]]:
    members: dict[Cell, list[Rating]] = defaultdict(list)
    for row in ratings:
        for cell in cells_of_response(row.service_code or None, services):
            members[cell].append(row)
    return members


def _heard(
    inputs: Inputs, voices: Sequence[Voice], services: Catalogue, method: IndexMethod
) -> dict[Cell, Heard]:
    listed = cells(services)
    kinds: dict[Cell, Counter[str]] = defaultdict(Counter)
    for voice in voices:
        for cell in cells_of_comment(voice.service_code, voice.target_groups, listed):
            kinds[cell][voice.kind] += 1
    readings: Readings | None = None
    if inputs.get("readings"):
        readings = read(pd.DataFrame(inputs["readings"], columns=list(COLUMNS)))
    return {cell: voices_heard(cell, kinds[cell], readings, method) for cell in listed}


def _shown(
    ratings: Sequence[Rating],
    voices: Sequence[Voice],
    services: Catalogue,
    earlier: Sequence[Published],
    method: IndexMethod,
    heard: Mapping[Cell, Heard],
) -> frozenset[Figure]:
    minimum = method.minimum_cell
    counts = shown_counts(ratings, services, earlier, minimum)
    listed = [cell for cell in cells(services) if figure("n", cell) in counts]
    # What is estimated passes the same test on the comments that were read; estimates only blur them.
    with_voice = [cell for cell in listed if heard[cell].voice is not None]
    least = max(method.voice_minimum, minimum)
    return (
        counts
        | shown_ratings(ratings, services, earlier, minimum, listed)
        | shown_voices(voices, services, earlier, least, with_voice)
    )


def _cell_result(
    cell: Cell,
    members: Sequence[Rating],
    heard: Heard,
    weights: Weights,
    shown: frozenset[Figure],
    method: IndexMethod,
) -> CellResult:
    scores, overall = Moments(), Moments()
    for row in members:
        weight = weights[row.stratum]
        scores += Moments.of_stratum(weight, row.scored, row.score_sum, row.score_squares)
        overall += Moments.of_stratum(weight, row.rated, row.overall_sum, row.overall_squares)
    survey = survey_part(scores, method.confidence) if scores.n else None
    voice = heard.voice
    voice_weight = method.voice_weight if figure("voice", cell) in shown else 0.0
    index = composite(survey, voice, voice_weight) if survey and voice and voice_weight else survey
    return CellResult(
        cell=cell,
        n=scores.n,
        n_eff=scores.n_eff,
        band=method.band(scores.n) if figure("n", cell) in shown else Band.HIDDEN,
        survey=survey,
        overall=survey_part(overall, method.confidence) if overall.n else None,
        overall_shown=figure("overall", cell) in shown,
        top=_end(members, weights, [row.top for row in members], method),
        top_shown=figure("top", cell) in shown,
        bottom=_end(members, weights, [row.bottom for row in members], method),
        bottom_shown=figure("bottom", cell) in shown,
        praise=heard.praise,
        complaint=heard.complaint,
        voice=voice,
        voice_basis=heard.basis,
        voice_weight=voice_weight,
        index=index,
        modes=_mix(members, "mode"),
        languages=_mix(members, "language"),
    )


def _end(
    members: Sequence[Rating], weights: Weights, at_end: Sequence[int], method: IndexMethod
) -> Estimate | None:
    counts = [
        (weights[row.stratum], n, row.rated) for row, n in zip(members, at_end, strict=True) if row.rated
    ]
    return share_part(counts, method.confidence) if counts else None


def _mix(members: Sequence[Rating], by: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for row in members:
        counts[getattr(row, by)] += row.scored
    return {code: n for code, n in sorted(counts.items()) if n}
