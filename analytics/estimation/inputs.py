"""The frames the index is computed from: read, checked, and fingerprinted.

Knows columns and their admissible values. Does not know cells or statistics. Row order and index labels of
the frames mean nothing.
"""

import dataclasses
import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.estimation.cells import Catalogue
from analytics.estimation.method import IndexMethod
from analytics.estimation.scores import CORE_DIMENSIONS, OVERALL, respondent_scores

RESPONSE_COLUMNS = ("service_code", "mode", "language", *CORE_DIMENSIONS, OVERALL)
COMMENT_COLUMNS = ("service_code", "target_groups", "kind")

PRAISE = "praise"
COMPLAINT = "complaint"
KINDS = (PRAISE, COMPLAINT, "suggestion", "question")

UNKNOWN = "unknown"
"""Mode or language of a response that carries none."""


@dataclass(frozen=True)
class RatedService:
    """What the index needs of one response; scores are 0 to 100 or NaN."""

    service_code: str | None
    mode: str
    language: str
    score: float
    overall: float


@dataclass(frozen=True)
class Voice:
    """What the index needs of one comment that a person confirmed as relevant."""

    service_code: str | None
    target_groups: tuple[str, ...]
    kind: str


def read_responses(responses: pd.DataFrame) -> list[RatedService]:
    """Check the frame and compute respondent scores.

    Columns: RESPONSE_COLUMNS; others are ignored. Raises ValueError for a missing column or an item score
    outside 0 to 100.
    """
    _require(responses, RESPONSE_COLUMNS, "responses")
    items = responses[[*CORE_DIMENSIONS, OVERALL]].to_numpy(dtype=np.float64)
    if not (np.isnan(items) | ((items >= 0.0) & (items <= 100.0))).all():
        raise ValueError("Item scores of responses must lie between 0 and 100 or be missing.")
    rows = zip(
        _codes(responses["service_code"]),
        _codes(responses["mode"]),
        _codes(responses["language"]),
        respondent_scores(responses).tolist(),
        items[:, -1].tolist(),
        strict=True,
    )
    return [
        RatedService(service_code, mode or UNKNOWN, language or UNKNOWN, score, overall)
        for service_code, mode, language, score, overall in rows
    ]


def read_comments(comments: pd.DataFrame) -> list[Voice]:
    """Check the frame of human-confirmed relevant comments.

    Columns: COMMENT_COLUMNS; others are ignored. Raises ValueError for a missing column or an unknown kind.
    """
    _require(comments, COMMENT_COLUMNS, "comments")
    groups = (tuple(sorted(set(named))) for named in comments["target_groups"])
    rows = zip(_codes(comments["service_code"]), groups, comments["kind"], strict=True)
    voices = [Voice(service_code, named, str(kind)) for service_code, named, kind in rows]
    unknown = sorted({voice.kind for voice in voices}.difference(KINDS))
    if unknown:
        raise ValueError(f"Kinds of comments must be among {', '.join(KINDS)}, not {', '.join(unknown)}.")
    return voices


def inputs_hash(
    responses: pd.DataFrame,
    comments: pd.DataFrame,
    services: Catalogue,
    method: IndexMethod,
    readings: Sequence[str] = (),
) -> str:
    """SHA-256 (hexadecimal) of all the index depends on: item scores, comments, catalogue, constants of the
    method, and ``readings.fingerprint`` where shares are estimated.

    The same for any order of rows, columns and catalogue entries.
    """
    read_responses(responses)  # refuses what the index would refuse
    rated = zip(
        _codes(responses["service_code"]),
        _codes(responses["mode"]),
        _codes(responses["language"]),
        *(_numbers(responses[column]) for column in (*CORE_DIMENSIONS, OVERALL)),
        strict=True,
    )
    voiced = (dataclasses.astuple(voice) for voice in read_comments(comments))
    document = {
        "responses": sorted(json.dumps(row) for row in rated),
        "comments": sorted(json.dumps(row) for row in voiced),
        "services": {code: sorted(set(groups)) for code, groups in services.items()},
        "method": method.constants(),
        **({"readings": list(readings)} if readings else {}),
    }
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def _require(frame: pd.DataFrame, columns: tuple[str, ...], name: str) -> None:
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise ValueError(f"The frame of {name} lacks {', '.join(missing)}.")


def _codes(column: Iterable[object]) -> list[str | None]:
    """Texts of a column; None, NaN and the empty text become None."""
    return [value if isinstance(value, str) and value else None for value in column]


def _numbers(column: Iterable[float]) -> list[float | None]:
    return [None if math.isnan(value) else float(value) for value in column]
