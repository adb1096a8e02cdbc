"""An index result as JSON-able documents: one for everybody, one for the methodologist.

Knows what a reader may see and to how many digits. Does not compute anything. The same inputs give the same
bytes.
"""

from collections.abc import Mapping

from analytics.estimation.cell_results import CellResult
from analytics.estimation.index import IndexResult
from analytics.estimation.method import Band, IndexMethod
from analytics.estimation.need import FUTURE, NEED, PRIORITIES, REASONS
from analytics.estimation.published import RECEIVED
from analytics.estimation.rounded import Document, change_of, estimate_of, number_of, rounded, with_n
from analytics.estimation.sections import before_after, compared_with, shares_of, weighting_of
from analytics.estimation.tallies import Inputs

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
        "weighting": weighting_of(result, PUBLIC_DIGITS),
        "compared_with": compared_with(result),
        "smallest_change": number_of(result.smallest_change, PUBLIC_DIGITS),
        **{
            name: shares_of(result, dimension, PUBLIC_DIGITS, hidden_too=False)
            for name, dimension in NEEDS.items()
        },
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
        "weighting": weighting_of(result, FULL_DIGITS)
        | {
            "n_eff": rounded(result.weighting.n_eff, FULL_DIGITS),
            "trimmed": result.weighting.trimmed,
            "before_after": before_after(result, FULL_DIGITS),
        },
        "compared_with": compared_with(result),
        "smallest_change": number_of(result.smallest_change, FULL_DIGITS),
        **{
            name: shares_of(result, dimension, FULL_DIGITS, hidden_too=True)
            for name, dimension in NEEDS.items()
        },
        "money": list(result.money),
        "first_looks": [
            {
                "kind": look.cell.kind.value,
                "code": look.cell.code,
                "value": rounded(look.value, FULL_DIGITS),
                "shrunk": rounded(look.shrunk, FULL_DIGITS),
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
    voice = estimate_of(result.voice, PUBLIC_DIGITS) if result.voice_shown else None
    if voice is not None:
        voice |= {"praise": result.praise, "complaint": result.complaint} | _basis(result, method)
    return named | {
        "n": result.n,
        "survey": estimate_of(result.survey, PUBLIC_DIGITS),
        "voice": voice,
        "voice_weight": result.voice_weight,
        "index": estimate_of(result.index, PUBLIC_DIGITS),
        "overall": estimate_of(result.overall, PUBLIC_DIGITS) if result.overall_shown else None,
        "top": estimate_of(result.top, PUBLIC_DIGITS) if result.top_shown else None,
        "bottom": estimate_of(result.bottom, PUBLIC_DIGITS) if result.bottom_shown else None,
        "change": change_of(result.change, PUBLIC_DIGITS),
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
        "n_eff": rounded(result.n_eff, FULL_DIGITS),
        "survey": with_n(result.survey, FULL_DIGITS),
        "unweighted": with_n(result.unweighted, FULL_DIGITS),
        "voice": with_n(result.voice, FULL_DIGITS),
        "voice_shown": result.voice_shown,
        "voice_weight": result.voice_weight,
        "praise": result.praise,
        "complaint": result.complaint,
        "index": with_n(result.index, FULL_DIGITS),
        "overall": with_n(result.overall, FULL_DIGITS),
        "overall_shown": result.overall_shown,
        "top": with_n(result.top, FULL_DIGITS),
        "top_shown": result.top_shown,
        "bottom": with_n(result.bottom, FULL_DIGITS),
        "bottom_shown": result.bottom_shown,
        "change": change_of(result.change, FULL_DIGITS),
        "broken": result.broken,
        **_basis(result, whole.method),
    }


def _basis(result: CellResult, method: IndexMethod) -> Document:
    """What praise and complaints stand on; version 1 knew nothing but counting."""
    return {"voice_basis": result.voice_basis.value} if method.shares_version else {}


def _shown(result: IndexResult, margin: str, counts: Mapping[str, int]) -> dict[str, int]:
    return {code: n for code, n in sorted(counts.items()) if (margin, code, "") in result.shown}
