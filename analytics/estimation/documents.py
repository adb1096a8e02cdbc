"""An index result as JSON-able documents: one for everybody, one for the methodologist.

Knows what a reader may see and to how many digits. Does not compute anything. The same inputs give the same
bytes.
"""

from collections.abc import Mapping
from typing import Any

from analytics.estimation.cell_results import CellResult
from analytics.estimation.index import IndexResult
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.need import FUTURE, NEED, PRIORITIES, REASONS
from analytics.estimation.parts import Estimate
from analytics.estimation.published import RECEIVED
from analytics.estimation.tallies import Inputs

Document = dict[str, Any]

PUBLIC_DIGITS = 1
FULL_DIGITS = 4

NEEDS = {"need": NEED, "reasons": REASONS, "priorities": PRIORITIES, "future": FUTURE}
"""Name in a document → dimension of its items."""


def public_view(result: IndexResult) -> Document:
    """What everybody may see. A hidden cell keeps its name and nothing else, and no reason why it is hidden.

    Modes and languages list the counts that may be shown; the rest of n answered otherwise. ``received`` is
    null where it would tell how few responses had no score, and ``n_eff`` with it; ``trimmed`` where few were
    trimmed, or nobody.
    """
    return {
        "method": result.method.constants(),
        "cells": [_public_cell(cell, result.method) for cell in result.cells],
        "modes": _shown(result, "mode", result.modes),
        "languages": _shown(result, "language", result.languages),
        "received": result.received if RECEIVED in result.shown else None,
        "weighting": _weighting(result, PUBLIC_DIGITS),
        "compared_with": _compared_with(result),
        "smallest_change": _rounded(result.smallest_change, PUBLIC_DIGITS),
        **{name: _needs(result, dimension, PUBLIC_DIGITS) for name, dimension in NEEDS.items()},
        "money": list(result.money),
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
        "weighting": _weighting(result, FULL_DIGITS)
        | {
            "n_eff": round(result.weighting.n_eff, FULL_DIGITS),
            "trimmed": result.weighting.trimmed,
            "before_after": _before_after(result),
        },
        "compared_with": _compared_with(result),
        "smallest_change": _rounded(result.smallest_change, FULL_DIGITS),
        **{name: _needs(result, dimension, FULL_DIGITS) for name, dimension in NEEDS.items()},
        "money": list(result.money),
        "first_looks": [
            {
                "kind": look.cell.kind.value,
                "code": look.cell.code,
                "value": round(look.value, FULL_DIGITS),
                "shrunk": round(look.shrunk, FULL_DIGITS),
            }
            for look in result.first_looks
        ],
        "modes_by_cell": [
            {
                "kind": cell.cell.kind.value,
                "code": cell.cell.code,
                "modes": dict(cell.modes),
                "languages": dict(cell.languages),
            }
            for cell in result.cells
        ],
        "warnings": list(result.warnings),
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
        "change": _change(result, PUBLIC_DIGITS),
        "broken": result.broken,
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
        "unweighted": _with_n(result.unweighted),
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
        "change": _change(result, FULL_DIGITS),
        "broken": result.broken,
        **_basis(result, whole.method),
    }


def _basis(result: CellResult, method: IndexMethod) -> Document:
    """What praise and complaints stand on; version 1 knew nothing but counting."""
    return {"voice_basis": result.voice_basis.value} if method.shares_version else {}


def _weighting(result: IndexResult, digits: int) -> Document:
    weighting = result.weighting
    return {
        "used": weighting.used,
        "margins": list(weighting.margins),
        "design_effect": round(weighting.design_effect, digits + 1),
        "n_eff": round(weighting.n_eff, digits) if weighting.used and RECEIVED in result.shown else None,
        "trimmed": weighting.trimmed if weighting.trimmed >= result.method.minimum_cell else None,
        "why_not": weighting.why_not.value if weighting.why_not else None,
    }


def _before_after(result: IndexResult) -> Document:
    return {
        margin: {
            category: {name: _rounded(share, FULL_DIGITS) for name, share in shares.items()}
            for category, shares in categories.items()
        }
        for margin, categories in result.weighting.before_after.items()
    }


def _compared_with(result: IndexResult) -> Document | None:
    if result.before is None:
        return None
    known = {name: result.before[name] for name in ("snapshot_id", "wave_code")}
    return known | {"weighted": result.compared_weighted}


def _needs(result: IndexResult, dimension: str, digits: int) -> list[Document]:
    """Shares of one dimension; in the public document those that may be shown."""
    return [
        {
            "item": share.item_code,
            "option": share.option_code,
            "target_groups": list(share.target_groups),
            **(_estimate(share.share, digits) or {}),
            "n": share.share.n,
        }
        for share in result.need
        if share.dimension == dimension
        and (digits == FULL_DIGITS or ("option", share.item_code, share.option_code) in result.shown)
    ]


def _change(result: CellResult, digits: int) -> Document | None:
    change = result.change
    if change is None:
        return None
    numbers = {"value": change.value, "low": change.low, "high": change.high}
    return {name: round(number, digits) for name, number in numbers.items()} | {"flagged": change.flagged}


def _estimate(estimate: Estimate | None, digits: int) -> Document | None:
    if estimate is None:
        return None
    numbers = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: round(number, digits) for name, number in numbers.items()}


def _with_n(estimate: Estimate | None) -> Document | None:
    rounded = _estimate(estimate, FULL_DIGITS)
    if rounded is None or estimate is None:
        return None
    return rounded | {"n": estimate.n, "variance": _rounded(estimate.variance, FULL_DIGITS)}


def _rounded(number: float | None, digits: int) -> float | None:
    return None if number is None else round(number, digits)


def _shown(result: IndexResult, margin: str, counts: Mapping[str, int]) -> dict[str, int]:
    return {code: n for code, n in sorted(counts.items()) if (margin, code, "") in result.shown}
