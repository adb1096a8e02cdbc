"""Satisfaction index of one wave: every cell, need, money, and what of them may be shown.

Knows the order in which a report is made of one document of inputs. Does not know formulas, documents or
pages.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from analytics.estimation.against_before import Before, both_weighted, compare, detectable
from analytics.estimation.cell_results import CellResult, cell_result, mix
from analytics.estimation.cells import Catalogue, Cell, cells, cells_of_response
from analytics.estimation.first_looks import FirstLook, first_looks
from analytics.estimation.method import METHOD_3, IndexMethod
from analytics.estimation.money import Row, money
from analytics.estimation.need import NeedShare, need_shares
from analytics.estimation.published import (
    Figure,
    Published,
    figure,
    shown_counts,
    shown_ratings,
    shown_voices,
)
from analytics.estimation.published_options import shown_options
from analytics.estimation.sums_of_rows import inputs_of
from analytics.estimation.tallies import (
    KINDS,
    Answer,
    Inputs,
    Rating,
    Voice,
    answers_of,
    merged,
    ratings_of,
    voices_of,
)
from analytics.estimation.voices import Heard, heard_in_cells
from analytics.estimation.warnings import Hint, warnings
from analytics.estimation.weighting import Weighting, weigh


@dataclass(frozen=True)
class IndexResult:
    """Everything computed for a wave.

    Modes and languages count respondents with a score; ``shown`` names all figures that may be shown.
    ``before``: the wave it is compared with; ``compared_weighted``: changes are those of weighted values.
    ``smallest_change``: points of the total that can be told from chance; None where the total is hidden.
    """

    method: IndexMethod
    cells: tuple[CellResult, ...]
    received: int
    without_score: int
    modes: Mapping[str, int]
    languages: Mapping[str, int]
    comments: Mapping[str, int]
    shown: frozenset[Figure]
    weighting: Weighting
    before: Before | None
    compared_weighted: bool
    smallest_change: float | None
    need: tuple[NeedShare, ...]
    money: tuple[Row, ...]
    first_looks: tuple[FirstLook, ...]
    warnings: tuple[Hint, ...]


def compute(inputs: Inputs, method: IndexMethod = METHOD_3) -> IndexResult:
    """Compute every cell of a closed wave and decide what may be shown.

    Raises ValueError for inputs that cannot be. The order of their rows does not matter.
    """
    services: Catalogue = inputs["services"]
    ratings, answers, voices = ratings_of(inputs), answers_of(inputs), voices_of(inputs)
    items, before = inputs.get("items", {}), inputs.get("before")
    weighting = weigh(_by_stratum(ratings), inputs.get("margins", {}), method)
    heard = heard_in_cells(voices, inputs.get("readings", ()), services, method)
    earlier = [_published(record) for record in inputs.get("published_before", ())]
    need = need_shares(answers, items, weighting.weights, method.confidence)
    by_mode_and_language = merged(ratings, lambda row: (row.service_code, row.mode, row.language))
    shown = _shown(by_mode_and_language, voices, services, earlier, method, heard)
    shown |= _shown_need(need, answers, earlier, method)
    weighed = merged(ratings, lambda row: (row.service_code, weighting.weights[row.stratum]))
    by_weight, by_mode = _members(weighed, services), _members(by_mode_and_language, services)
    results = [
        cell_result(cell, by_weight[cell], by_mode[cell], heard[cell], weighting, shown, method)
        for cell in cells(services)
    ]
    if before is not None:
        results = compare(results, before, items, method)
    received = sum(row.responses for row in ratings)
    return IndexResult(
        method=method,
        cells=tuple(results),
        received=received,
        without_score=received - results[0].n,
        modes=mix(ratings, "mode"),
        languages=mix(ratings, "language"),
        comments={kind: sum(voice.kind == kind for voice in voices) for kind in KINDS},
        shown=shown,
        weighting=weighting,
        before=before,
        compared_weighted=before is not None and both_weighted(results, before),
        smallest_change=detectable(results[0], before, method),
        need=tuple(need),
        money=tuple(money(inputs.get("money", ()), inputs.get("capacity", {}), services)),
        first_looks=tuple(first_looks(results)),
        warnings=tuple(
            warnings(
                results,
                weighting,
                method,
                received=received,
                before=before,
                items=items,
                earlier=earlier,
                shown=shown,
            )
        ),
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
        merged(ratings_of(record), lambda row: (row.service_code, row.mode, row.language)),
        answers_of(record),
        voices_of(record),
        frozenset((what, kind, code) for what, kind, code in record["shown"]),
    )


def _by_stratum(ratings: Sequence[Rating]) -> Counter[str]:
    people: Counter[str] = Counter()
    for row in ratings:
        people[row.stratum] += row.responses
    return people


def _members(ratings: Sequence[Rating], services: Catalogue) -> dict[Cell, list[Rating]]:
    members: dict[Cell, list[Rating]] = defaultdict(list)
    for row in ratings:
        for cell in cells_of_response(row.service_code or None, services):
            members[cell].append(row)
    return members


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


def _shown_need(
    need: Sequence[NeedShare], answers: Sequence[Answer], earlier: Sequence[Published], method: IndexMethod
) -> frozenset[Figure]:
    listed: dict[str, list[str]] = defaultdict(list)
    for share in need:
        listed[share.item_code].append(share.option_code)
    return frozenset().union(
        *(
            shown_options(item_code, answers, earlier, method.minimum_cell, codes)
            for item_code, codes in listed.items()
        )
    )
