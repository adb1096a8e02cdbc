"""One cell of the results, whole: both parts, the index, the ends of the scale, how people answered.

Knows how the parts come together for a cell. Does not know other cells, other waves or documents.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analytics.estimation.cells import Cell
from analytics.estimation.change import Change
from analytics.estimation.comment_shares import Basis
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.moments import WEIGHT, Moments
from analytics.estimation.parts import Estimate, composite, share_part, survey_part
from analytics.estimation.published import Figure, figure
from analytics.estimation.tallies import Rating
from analytics.estimation.voices import Heard
from analytics.estimation.weighting import Weighting, Weights


@dataclass(frozen=True)
class CellResult:
    """One cell; nothing is left out here.

    ``n``: respondents with a score. ``band``: hidden for a cell that may not be shown, small itself or hidden
    to protect another. ``unweighted``: the survey part with weights of one, where ``survey`` has others.
    ``top`` and ``bottom``: percent of those who rated overall. ``voice_weight``: 0 where the voice part does
    not enter the index. ``voice_basis``: what praise and complaints stand on. ``change``: of the survey part
    since the wave before; ``broken``: there is none because people were asked in another way. ``modes`` and
    ``languages`` count respondents with a score. Estimates are None where nobody stands behind them.
    """

    cell: Cell
    n: int
    n_eff: float
    band: Band
    survey: Estimate | None
    unweighted: Estimate | None
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
    change: Change | None = None
    broken: bool = False

    @property
    def voice_shown(self) -> bool:
        """The voice part is shown exactly where it enters the index: the index would give it away."""
        return self.voice_weight > 0


def cell_result(
    cell: Cell,
    members: Sequence[Rating],
    by_mode: Sequence[Rating],
    heard: Heard,
    weighting: Weighting,
    shown: frozenset[Figure],
    method: IndexMethod,
) -> CellResult:
    """The result of the cell that ``members`` and ``heard`` belong to; ``by_mode``: the same members in rows
    that tell modes and languages apart, where ``members`` tell weights apart."""
    weights = weighting.weights
    scores, plain, overall = Moments(), Moments(), Moments()
    for row in members:
        own = (row.scored, row.score_sum, row.score_squares)
        scores += Moments.of_stratum(weights[row.stratum], *own)
        plain += Moments.of_stratum(WEIGHT, *own)
        overall += Moments.of_stratum(weights[row.stratum], row.rated, row.overall_sum, row.overall_squares)
    survey = _mean(scores, method)
    voice = heard.voice
    voice_weight = method.voice_weight if figure("voice", cell) in shown else 0.0
    return CellResult(
        cell=cell,
        n=scores.n,
        n_eff=scores.n_eff,
        band=method.band(scores.n) if figure("n", cell) in shown else Band.HIDDEN,
        survey=survey,
        unweighted=_mean(plain, method) if weighting.used else None,
        overall=_mean(overall, method),
        overall_shown=figure("overall", cell) in shown,
        top=_end(members, [row.top for row in members], weights, method),
        top_shown=figure("top", cell) in shown,
        bottom=_end(members, [row.bottom for row in members], weights, method),
        bottom_shown=figure("bottom", cell) in shown,
        praise=heard.praise,
        complaint=heard.complaint,
        voice=voice,
        voice_basis=heard.basis,
        voice_weight=voice_weight,
        index=composite(survey, voice, voice_weight) if survey and voice and voice_weight else survey,
        modes=mix(by_mode, "mode"),
        languages=mix(by_mode, "language"),
    )


def mix(members: Sequence[Rating], by: str) -> dict[str, int]:
    """Respondents with a score by "mode" or "language", codes in order."""
    counts: Counter[str] = Counter()
    for row in members:
        counts[getattr(row, by)] += row.scored
    return {code: n for code, n in sorted(counts.items()) if n}


def _mean(moments: Moments, method: IndexMethod) -> Estimate | None:
    return survey_part(moments, method.confidence) if moments.n else None


def _end(
    members: Sequence[Rating], at_end: Sequence[int], weights: Weights, method: IndexMethod
) -> Estimate | None:
    rated = [
        (weights[row.stratum], n, row.rated) for row, n in zip(members, at_end, strict=True) if row.rated
    ]
    return share_part(rated, method.confidence) if rated else None
