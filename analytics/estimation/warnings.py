"""What a methodologist should know before a snapshot goes on: codes with numbers, no sentences.

Does not decide anything: a person does.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.estimation.against_before import Before, breaks_the_series, one_weighted
from analytics.estimation.cell_results import CellResult
from analytics.estimation.margins import JOINT, NO_ANSWER
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.published import Figure, Published, figure
from analytics.estimation.rounded import rounded
from analytics.estimation.weighting import Weighting, WhyNot

MANY_WITHOUT_SCORE = 0.1
MANY_UNKNOWN = 0.2

Hint = dict[str, Any]


def warnings(
    results: Sequence[CellResult],
    weighting: Weighting,
    method: IndexMethod,
    *,
    received: int,
    before: Before | None,
    items: Mapping[str, Any],
    earlier: Sequence[Published],
    shown: frozenset[Figure],
) -> list[Hint]:
    """Codes, each with its parameters.

    few (n), without_score (share), unweighted (why), margin_unknown (margin, share), margin_joined (margin,
    category), weights_trimmed (n), voice_unread (cells), broken (items), compared_unweighted, hidden_again
    (cells that an earlier snapshot of the wave shows).
    """
    total = results[0]
    found: list[Hint] = []
    if total.n < method.indicative_below:
        found.append({"code": "few", "n": total.n})
    if received - total.n > MANY_WITHOUT_SCORE * received:
        found.append({"code": "without_score", "share": rounded(1.0 - total.n / received, 3)})
    found += _of_weighting(weighting)
    unread = sum(not result.voice and not result.voice_basis.has_figures for result in results)
    if unread:
        found.append({"code": "voice_unread", "cells": unread})
    if before is not None:
        if breaks_the_series(before, items):
            found.append({"code": "broken", "items": sorted(before["breaks"])})
        elif one_weighted(results, before):
            found.append({"code": "compared_unweighted"})
    again = sum(
        result.band is Band.HIDDEN and any(figure("n", result.cell) in version.shown for version in earlier)
        for result in results
    )
    if again:
        found.append({"code": "hidden_again", "cells": again})
    return found


def _of_weighting(weighting: Weighting) -> list[Hint]:
    found: list[Hint] = []
    if weighting.why_not not in (None, WhyNot.NO_MARGINS):
        found.append({"code": "unweighted", "why": str(weighting.why_not)})
    for margin, categories in weighting.before_after.items():
        unknown = categories.get(NO_ANSWER, {}).get("sample", 0.0)
        if unknown > MANY_UNKNOWN:
            found.append({"code": "margin_unknown", "margin": margin, "share": rounded(unknown, 3)})
        found += [
            {"code": "margin_joined", "margin": margin, "category": name}
            for name in categories
            if JOINT in name
        ]
    if weighting.trimmed:
        found.append({"code": "weights_trimmed", "n": weighting.trimmed})
    return found
