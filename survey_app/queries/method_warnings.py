"""What a methodologist must have read before figures go on: the warnings of a computation.

From method version 3 on the document brings its own; what can be read from any document, and what has come up
since it was computed, is added here. Computes no figure that is published, and has no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import IndexSnapshot
from survey_app.queries import index

HIDDEN_CELLS = "hidden_cells"
INDICATIVE_CELLS = "indicative_cells"
MODE_MIX_CHANGED = "mode_mix_changed"
UNDECIDED_COMMENTS = "undecided_comments"

_OF_BANDS = {"hidden": HIDDEN_CELLS, "indicative": INDICATIVE_CELLS}

MODE_SHIFT = 10.0
"""Percentage points by which the share of a mode must move to be worth a warning."""

Params = Mapping[str, Any]


@dataclass(frozen=True)
class MethodWarning:
    """One thing to be read. `cases`: parameters for each time that it occurs, for example for each margin."""

    code: str
    cases: tuple[Params, ...]


def of_snapshot(session: Session, snapshot: IndexSnapshot) -> tuple[MethodWarning, ...]:
    """Return the warnings of a computation as they stand now, each code once."""
    before = _modes_before(session, snapshot.document)
    return of_document(snapshot.document, before, index.undecided_comments(session, snapshot.wave_id))


def of_document(
    document: Mapping[str, Any], modes_before: Mapping[str, int], undecided: int
) -> tuple[MethodWarning, ...]:
    """Return the warnings of a full document of any method version, each code once.

    Args:
        modes_before: counts by mode of what the document is compared with; empty: with nothing.
        undecided: comments of the wave that wait for a decision.
    """
    found: dict[str, list[Params]] = {}
    for written in document.get("warnings", ()):
        params = {name: value for name, value in written.items() if name != "code"}
        found.setdefault(written["code"], []).append(params)
    for band, code in _OF_BANDS.items():
        n = sum(cell["band"] == band for cell in document.get("cells", ()))
        if n:
            found[code] = [{"n": n}]
    moved = list(_moved(modes_before, document.get("modes", {})))
    if moved:
        found[MODE_MIX_CHANGED] = moved
    if undecided:
        found[UNDECIDED_COMMENTS] = [{"n": undecided}]
    return tuple(MethodWarning(code, tuple(cases)) for code, cases in found.items())


def _moved(before: Mapping[str, int], after: Mapping[str, int]) -> Iterator[Params]:
    shares = [
        {mode: 100 * n / total for mode, n in counts.items()}
        for counts in (before, after)
        if (total := sum(counts.values()))
    ]
    if len(shares) < len((before, after)):
        return
    old, new = shares
    for mode in sorted(old.keys() | new.keys()):
        was, now = old.get(mode, 0.0), new.get(mode, 0.0)
        if abs(now - was) >= MODE_SHIFT:
            yield {"mode": mode, "before": round(was), "after": round(now)}


def _modes_before(session: Session, document: Mapping[str, Any]) -> Mapping[str, int]:
    compared = document.get("compared_with")
    if not compared:
        return {}
    statement = sa.select(IndexSnapshot.document).where(IndexSnapshot.id == UUID(compared["snapshot_id"]))
    earlier: Sequence[Mapping[str, Any]] = session.scalars(statement).all()
    return earlier[0].get("modes", {}) if earlier else {}
