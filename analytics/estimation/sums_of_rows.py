"""Inputs of the index from frames with a row per response and per comment: for studies, packages and tests.

The service itself keeps sums and never asks for rows. Knows the columns of the frames and their admissible
values; does not know statistics.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from analytics.estimation.cells import Catalogue
from analytics.estimation.moments import POINT
from analytics.estimation.readings import COLUMNS
from analytics.estimation.scores import CORE_DIMENSIONS, OVERALL, respondent_scores
from analytics.estimation.tallies import UNKNOWN

RESPONSE_COLUMNS = ("service_code", "mode", "language", *CORE_DIMENSIONS, OVERALL)
COMMENT_COLUMNS = ("service_code", "target_groups", "kind")
TOP, BOTTOM = 100.0, 25.0


def inputs_of(
    responses: pd.DataFrame,
    comments: pd.DataFrame,
    services: Catalogue,
    readings: pd.DataFrame | None = None,
    **others: Any,
) -> dict[str, Any]:
    """The document of ``tallies.Inputs``. ``responses``: columns RESPONSE_COLUMNS (item scores 0 to 100 or
    NaN), and "stratum" where there are margins; ``comments``: COMMENT_COLUMNS; ``others``: further keys.

    Raises ValueError for a missing column or an item score outside 0 to 100.
    """
    _require(responses, RESPONSE_COLUMNS, "responses")
    _require(comments, COMMENT_COLUMNS, "comments")
    return {
        "services": {code: sorted(set(groups)) for code, groups in services.items()},
        "ratings": _ratings(responses),
        "comments": sorted(
            [service_code or "", sorted(set(groups)), kind]
            for service_code, groups, kind in zip(
                _codes(comments["service_code"]), comments["target_groups"], comments["kind"], strict=True
            )
        ),
        "readings": [] if readings is None else readings[list(COLUMNS)].to_dict("records"),
        **others,
    }


def _ratings(responses: pd.DataFrame) -> list[list[Any]]:
    items = responses[[*CORE_DIMENSIONS, OVERALL]].to_numpy(dtype=np.float64)
    if not (np.isnan(items) | ((items >= 0.0) & (items <= 100.0))).all():
        raise ValueError("Item scores of responses must lie between 0 and 100 or be missing.")
    sums: dict[tuple[str, ...], list[int]] = defaultdict(lambda: [0] * 9)
    rows = zip(
        responses["stratum"] if "stratum" in responses.columns else [""] * len(responses),
        _codes(responses["service_code"]),
        _codes(responses["mode"]),
        _codes(responses["language"]),
        respondent_scores(responses).tolist(),
        items[:, -1].tolist(),
        strict=True,
    )
    for stratum, service_code, mode, language, score, overall in rows:
        key = (stratum, service_code or "", mode or UNKNOWN, language or UNKNOWN)
        new = [1, *_powers(score), *_powers(overall), int(overall >= TOP), int(overall <= BOTTOM)]
        sums[key] = [known + more for known, more in zip(sums[key], new, strict=True)]
    return sorted([*key, *numbers] for key, numbers in sums.items())


def _powers(score: float) -> tuple[int, int, int]:
    if math.isnan(score):
        return 0, 0, 0
    points = round(score * POINT)
    return 1, points, points * points


def _require(frame: pd.DataFrame, columns: tuple[str, ...], name: str) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise ValueError(f"The frame of {name} lacks {', '.join(missing)}.")


def _codes(column: Iterable[object]) -> list[str | None]:
    """Texts of a column; None, NaN and the empty text become None."""
    return [value if isinstance(value, str) and value else None for value in column]
