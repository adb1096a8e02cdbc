"""An index result as JSON-able documents: one for everybody, one for the methodologist.

Knows what a reader may see and to how many digits. Does not compute anything. The same inputs give the same
bytes.
"""

from collections.abc import Mapping
from typing import Any

from analytics.estimation.index import CellResult, IndexResult
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.parts import Estimate
from analytics.estimation.published import RECEIVED
from analytics.estimation.tallies import Inputs

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
        "modes_by_cell": [_mix(cell) for cell in result.cells],
        "shown": sorted(list(figure) for figure in result.shown),
    }


def published_record(inputs: Inputs, document: Document) -> Document:
    """What later snapshots of the same wave must know of a published one (`published_before` of inputs).

    ``document``: the full document that was made of ``inputs``.
    """
    kept = {name: inputs.get(name, []) for name in ("ratings", "answers", "comments")}
    return kept | {"shown": document["shown"]}


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
        "top": _estimate(result.top, PUBLIC_DIGITS) if result.top_shown else None,
        "bottom": _estimate(result.bottom, PUBLIC_DIGITS) if result.bottom_shown else None,
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
        "top": _with_n(result.top),
        "top_shown": result.top_shown,
        "bottom": _with_n(result.bottom),
        "bottom_shown": result.bottom_shown,
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
    return {code: n for code, n in sorted(counts.items()) if (margin, code, "") in result.shown}


def _mix(result: CellResult) -> Document:
    return {
        "kind": result.cell.kind.value,
        "code": result.cell.code,
        "modes": dict(result.modes),
        "languages": dict(result.languages),
    }
