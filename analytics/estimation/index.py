"""Satisfaction index of one wave: survey part, voice part and index of every cell, and what may be shown.

Knows how the parts come together for a cell. Does not know documents, pages or the database. The formulas are
in ``parts``, the rules on what may be shown in ``disclosure``.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.estimation.cells import TOTAL, Catalogue, Cell, cells, cells_of_comment, cells_of_response
from analytics.estimation.comment_shares import Basis
from analytics.estimation.disclosure import publishable, size
from analytics.estimation.inputs import (
    COMPLAINT,
    KINDS,
    PRAISE,
    RatedService,
    read_comments,
    read_responses,
)
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.parts import Estimate, composite, survey_part
from analytics.estimation.readings import read
from analytics.estimation.voices import Heard
from analytics.estimation.voices import heard as voices_of
from analytics.estimation.weighting import effective_size, unit_weights

Margin = tuple[str, str]
"""A count of the whole wave beside the cells: ("mode", code), ("language", code) or RECEIVED."""

RECEIVED: Margin = ("received", "")


@dataclass(frozen=True)
class CellResult:
    """One cell, whole; nothing is left out here.

    ``n``: respondents with a score. ``band``: hidden for a cell that may not be shown, small itself or hidden
    to protect another. ``voice_weight``: 0 where the voice part does not enter the index. ``voice_basis``:
    what praise and complaints stand on. Estimates are None where nobody stands behind them.
    """

    cell: Cell
    n: int
    n_eff: float
    band: Band
    survey: Estimate | None
    overall: Estimate | None
    overall_shown: bool
    praise: int
    complaint: int
    voice: Estimate | None
    voice_basis: Basis
    voice_weight: float
    index: Estimate | None

    @property
    def voice_shown(self) -> bool:
        """The voice part is shown exactly where it enters the index: the index would give it away."""
        return self.voice_weight > 0


@dataclass(frozen=True)
class IndexResult:
    """Everything computed for a wave.

    Modes and languages count respondents with a score; ``shown`` names the counts of the whole wave that may
    be shown beside the cells.
    """

    method: IndexMethod
    cells: tuple[CellResult, ...]
    received: int
    without_score: int
    modes: Mapping[str, int]
    languages: Mapping[str, int]
    comments: Mapping[str, int]
    shown: frozenset[Margin]


def compute_index(
    responses: pd.DataFrame,
    comments: pd.DataFrame,
    services: Catalogue,
    method: IndexMethod,
    readings: pd.DataFrame | None = None,
) -> IndexResult:
    """Compute every cell of a closed wave and decide what may be shown.

    ``responses``: a row per response, columns of ``inputs.RESPONSE_COLUMNS`` (item scores 0 to 100 or
    NaN). ``comments``: a row per comment that a person confirmed as relevant, columns
    of ``inputs.COMMENT_COLUMNS``. ``services``: the wave's catalogue, services nobody answered about
    included. ``readings``: every comment of the wave, columns of ``readings.COLUMNS``, for methods that
    estimate; without it everything counts as read.
    Raises ValueError for frames that do not fit. Row order does not matter.
    """
    received = read_responses(responses)
    voices = read_comments(comments)
    scored = [response for response in received if not math.isnan(response.score)]
    without_score = len(received) - len(scored)

    members: dict[Cell, list[RatedService]] = defaultdict(list)
    for response in scored:
        for cell in cells_of_response(response.service_code, services):
            members[cell].append(response)
    all_cells = cells(services)
    kinds: dict[Cell, Counter[str]] = defaultdict(Counter)
    heard: Counter[frozenset[Cell]] = Counter()
    for voice in voices:
        within = cells_of_comment(voice.service_code, voice.target_groups, all_cells)
        for cell in within:
            kinds[cell][voice.kind] += 1
        if voice.kind in (PRAISE, COMPLAINT):
            heard[within] += 1

    all_comments = read(readings) if readings is not None else None
    voiced = {cell: voices_of(cell, kinds[cell], all_comments, method) for cell in all_cells}
    by_size = sorted(all_cells, key=lambda cell: -len(members[cell]))  # stable: ties stay in order of cells
    shown = _shown_counts(scored, without_score, by_size, services, method.minimum_cell)
    shown_cells = [cell for cell in by_size if cell in shown]
    overall_shown = _shown_overall(scored, shown_cells, services, method.minimum_cell)
    heard[frozenset({TOTAL})] += 0  # a comment on no service and no group could exist
    # What is estimated passes the same test on the comments that were read; estimates only blur them.
    with_voice = [cell for cell in shown_cells if voiced[cell].voice is not None]
    by_voice = sorted(with_voice, key=lambda cell: -size(heard, cell))
    voice_shown = publishable(heard, by_voice, max(method.voice_minimum, method.minimum_cell))

    return IndexResult(
        method=method,
        cells=tuple(
            _cell_result(
                cell,
                members[cell],
                voiced[cell],
                method,
                shown=cell in shown,
                overall_shown=cell in overall_shown,
                voice_shown=cell in voice_shown,
            )
            for cell in all_cells
        ),
        received=len(received),
        without_score=without_score,
        modes=Counter(response.mode for response in scored),
        languages=Counter(response.language for response in scored),
        comments={kind: kinds[TOTAL][kind] for kind in KINDS},
        shown=frozenset(key for key in shown if isinstance(key, tuple)),
    )


def _cell_result(
    cell: Cell,
    members: list[RatedService],
    heard: Heard,
    method: IndexMethod,
    *,
    shown: bool,
    overall_shown: bool,
    voice_shown: bool,
) -> CellResult:
    weights = unit_weights(len(members))
    survey = _mean([response.score for response in members], method)
    overall = _mean([response.overall for response in members if not math.isnan(response.overall)], method)
    voice = heard.voice
    voice_weight = method.voice_weight if voice_shown else 0.0
    index = composite(survey, voice, voice_weight) if survey and voice and voice_weight else survey
    return CellResult(
        cell=cell,
        n=len(members),
        n_eff=effective_size(weights),
        band=method.band(len(members)) if shown else Band.HIDDEN,
        survey=survey,
        overall=overall,
        overall_shown=overall_shown,
        praise=heard.praise,
        complaint=heard.complaint,
        voice=voice,
        voice_basis=heard.basis,
        voice_weight=voice_weight,
        index=index,
    )


def _mean(scores: list[float], method: IndexMethod) -> Estimate | None:
    return survey_part(scores, unit_weights(len(scores)), method.confidence) if scores else None


def _shown_counts(
    scored: list[RatedService], without_score: int, by_size: list[Cell], services: Catalogue, minimum: int
) -> frozenset[Cell | Margin]:
    """Cells and counts of the whole wave that may stand side by side; cells have the first call."""
    atoms: Counter[frozenset[Cell | Margin]] = Counter({frozenset({RECEIVED}): without_score})
    margins: Counter[Margin] = Counter()
    within: set[frozenset[Cell]] = set()
    for response in scored:
        own = {RECEIVED, ("mode", response.mode), ("language", response.language)}
        home = cells_of_response(response.service_code, services)
        atoms[home | own] += 1
        margins.update(own)
        within.add(home)
    by_count = sorted(margins, key=lambda margin: (-margins[margin], margin))
    usual = {kind: (kind, code) for kind, code in reversed(by_count)}.values()
    for service_code in (None, *services):
        home = cells_of_response(service_code, services)
        if home not in within:  # whoever might have answered here would have done so in the usual way
            atoms[home.union(usual)] = 0
    preference: list[Cell | Margin] = [*by_size, *by_count]
    return frozenset(publishable(atoms, preference, minimum))


def _shown_overall(
    scored: list[RatedService], shown_cells: list[Cell], services: Catalogue, minimum: int
) -> frozenset[Cell]:
    """Cells whose mean of "overall" may be shown; never its n, or the few who skipped it could be counted."""
    atoms = Counter({cells_of_response(service_code, services): 0 for service_code in (None, *services)})
    atoms.update(
        cells_of_response(response.service_code, services)
        for response in scored
        if not math.isnan(response.overall)
    )
    return frozenset(publishable(atoms, shown_cells, minimum))
