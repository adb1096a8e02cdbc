"""Whether probabilities mean what they say: of comments given 70 %, seven in ten should have the label.

Ten bins of equal width; the expected calibration error is the mean distance of probability and share over
them (Naeini, Cooper & Hauskrecht 2015, AAAI). Only learned coders state probabilities; the coder of day one
has scores, of which nothing is asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from analytics.evaluation.proportions import proportion
from analytics.text.learning.card import calibration_error
from analytics.text.learning.tasks import KIND, RELEVANCE, RELEVANT, TARGET_GROUPS
from analytics.text.quality.decided import FEWEST, Pair
from analytics.text.quality.measures import DIGITS, rounded

BINS = 10


def reliability(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Task → bins and calibration error; a task with under 30 probabilities is missing.

    Target groups, and kinds, are taken together: one row for each comment and label.
    """
    parts: dict[str, list[tuple[float, bool]]] = {RELEVANCE: [], TARGET_GROUPS: [], KIND: []}
    for decided, coding in pairs:
        for key, probability in coding["probabilities"].items():
            prefix, _, code = key.partition(":")
            if key == RELEVANT:
                parts[RELEVANCE].append((probability, decided.relevant))
            elif decided.relevant and prefix == "group":
                parts[TARGET_GROUPS].append((probability, code in decided.target_groups))
            elif decided.relevant and decided.kind and prefix == "kind":
                parts[KIND].append((probability, code == decided.kind))
    return {task: _table(rows) for task, rows in parts.items() if len(rows) >= FEWEST}


def _table(rows: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    probabilities = np.array([probability for probability, _ in rows])
    truth = np.array([mark for _, mark in rows], dtype=bool)
    places = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    bins = []
    for place in np.unique(places):
        inside = places == place
        share = proportion(int(truth[inside].sum()), int(inside.sum()))
        bins.append(
            {
                "low": int(place) / BINS,
                "high": (int(place) + 1) / BINS,
                "n": int(inside.sum()),
                "probability": round(float(probabilities[inside].mean()), DIGITS),
                "share": rounded(share),
            }
        )
    return {"n": len(rows), "ece": round(calibration_error(probabilities, truth), DIGITS), "bins": bins}
