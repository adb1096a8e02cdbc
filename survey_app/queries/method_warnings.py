"""What a methodologist must have read before figures go on: the warnings of a computation.

From method version 3 on the document brings its own; what can be read from any document, and what has come up
since it was computed, is added here. Computes no statistics and has no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from survey_app.models import IndexSnapshot
from survey_app.queries import index

HIDDEN = "hidden"
INDICATIVE = "indicative"

HIDDEN_CELLS = "hidden_cells"
FEW_RESPONSES = "few_responses"
HIGH_DESIGN_EFFECT = "high_design_effect"
NOT_WEIGHTED = "not_weighted"
BROKEN_SERIES = "broken_series"
UNDECIDED_COMMENTS = "undecided_comments"

LARGEST_DESIGN_EFFECT = 2.0
"""Above it weighting costs more than half of the responses (method, section 3)."""


@dataclass(frozen=True)
class MethodWarning:
    """One thing to be read. `params` says how much of it there is; several of one code come together."""

    code: str
    params: Mapping[str, Any]


def of_snapshot(session: Session, snapshot: IndexSnapshot) -> tuple[MethodWarning, ...]:
    """Return the warnings of a computation as they stand now, each code once."""
    undecided = index.undecided_comments(session, snapshot.wave_id)
    return of_document(snapshot.document, undecided)


def of_document(document: Mapping[str, Any], undecided: int) -> tuple[MethodWarning, ...]:
    """Return the warnings of a full document of any method version, each code once."""
    found: dict[str, MethodWarning] = {}
    for warning in (*_written(document.get("warnings", ())), *_read(document)):
        found.setdefault(warning.code, warning)
    found.pop(UNDECIDED_COMMENTS, None)  # as they are now, not as they were when it was computed
    if undecided:
        found[UNDECIDED_COMMENTS] = MethodWarning(UNDECIDED_COMMENTS, {"n": undecided})
    return tuple(found.values())


def _written(warnings: Sequence[Mapping[str, Any]]) -> Iterator[MethodWarning]:
    for warning in warnings:
        params = {name: value for name, value in warning.items() if name != "code"}
        yield MethodWarning(str(warning["code"]), params)


def _read(document: Mapping[str, Any]) -> Iterator[MethodWarning]:
    cells = document.get("cells", ())
    for code, band in ((HIDDEN_CELLS, HIDDEN), (FEW_RESPONSES, INDICATIVE)):
        n = sum(cell["band"] == band for cell in cells)
        if n:
            yield MethodWarning(code, {"n": n})
    broken = sum(bool(cell.get("broken")) for cell in cells)
    if broken:
        yield MethodWarning(BROKEN_SERIES, {"n": broken})
    weighting = document.get("weighting") or {}
    effect = weighting.get("design_effect")
    if effect is not None and effect > LARGEST_DESIGN_EFFECT:
        yield MethodWarning(HIGH_DESIGN_EFFECT, {"design_effect": effect})
    if weighting and not weighting.get("used"):
        yield MethodWarning(NOT_WEIGHTED, {"why_not": weighting.get("why_not")})
