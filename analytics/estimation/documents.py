"""An index result as JSON-able documents: one for everybody, one for the methodologist.

Knows what a reader may see and to how many digits. Does not compute anything. The same inputs give the same
bytes.
"""

import json
from collections.abc import Mapping
from typing import Any

from analytics.estimation.index import RECEIVED, CellResult, IndexResult
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.parts import Estimate

Document = dict[str, Any]

PUBLIC_DIGITS = 1
FULL_DIGITS = 4


def public_view(result: IndexResult) -> Document:
    """What everybody may see. A hidden cell keeps its name and nothing else, and no reason why it is hidden.

    Modes and languages list the counts that may be shown; the rest of n answered otherwise. ``received`` is
    null where it would tell how few responses had no score.
    """
    return {
        "method": result.method.constants(),
        "cells": [_public_cell(cell, result.method) for cell in result.cells],
        "modes": _shown(result, "mode", result.modes),
        "languages": _shown(result, "language", result.languages),
        "received": result.received if RECEIVED in result.shown else None,
    }


def full_document(result: IndexResult) -> Document:
    """Everything, hidden cells and why they are hidden included: for the methodologist, never published."""
    return {
        "method": result.method.constants(),
        "cells": [_full_cell(cell, result) for cell in result.cells],
        "modes": dict(sorted(result.modes.items())),
        "languages": dict(sorted(result.languages.items())),
        "comments": dict(sorted(result.comments.items())),
        "received": result.received,
        "without_score": result.without_score,
    }


def canonical_json(document: Document) -> str:
    """The one text of a document: keys sorted, no spaces, letters as they are. NaN is a ValueError."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _public_cell(result: CellResult, method: IndexMethod) -> Document:
    named: Document = {"kind": result.cell.kind.value, "code": result.cell.code, "band": result.band.value}
    if result.band is Band.HIDDEN:
        return named
    voice = _estimate(result.voice, PUBLIC_DIGITS) if result.voice_shown else None
    if voice is not None:
        voice |= {"praise": result.praise, "complaint": result.complaint} | _basis(result, method)
    return named | {
        "n": result.n,
        "survey": _estimate(result.survey, PUBLIC_DIGITS),
        "voice": voice,
        "voice_weight": result.voice_weight,
        "index": _estimate(result.index, PUBLIC_DIGITS),
        "overall": _estimate(result.overall, PUBLIC_DIGITS) if result.overall_shown else None,
    }


def _full_cell(result: CellResult, whole: IndexResult) -> Document:
    hidden_because = None
    if result.band is Band.HIDDEN:
        hidden_because = "small" if result.n < whole.method.minimum_cell else "complementary"
    return {
        "kind": result.cell.kind.value,
        "code": result.cell.code,
        "band": result.band.value,
        "hidden_because": hidden_because,
        "n": result.n,
        "n_eff": round(result.n_eff, FULL_DIGITS),
        "survey": _with_n(result.survey),
        "voice": _with_n(result.voice),
        "voice_shown": result.voice_shown,
        "voice_weight": result.voice_weight,
        "praise": result.praise,
        "complaint": result.complaint,
        "index": _with_n(result.index),
        "overall": _with_n(result.overall),
        "overall_shown": result.overall_shown,
        **_basis(result, whole.method),
    }


def _basis(result: CellResult, method: IndexMethod) -> Document:
    """What praise and complaints stand on; version 1 knew nothing but counting."""
    return {"voice_basis": result.voice_basis.value} if method.shares_version else {}


def _estimate(estimate: Estimate | None, digits: int) -> Document | None:
    if estimate is None:
        return None
    numbers = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: round(number, digits) for name, number in numbers.items()}


def _with_n(estimate: Estimate | None) -> Document | None:
    rounded = _estimate(estimate, FULL_DIGITS)
    return rounded | {"n": estimate.n} if rounded is not None and estimate is not None else None


def _shown(result: IndexResult, margin: str, counts: Mapping[str, int]) -> dict[str, int]:
    return {code: n for code, n in sorted(counts.items()) if (margin, code) in result.shown}
