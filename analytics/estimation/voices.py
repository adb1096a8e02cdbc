"""Praise and complaints of a cell: counted where people have read everything, else estimated, else not told.

Does not know responses, the index, or what may be shown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics.estimation.cells import Catalogue, Cell, CellKind, cells, cells_of_comment
from analytics.estimation.comment_shares import Basis, share, standing
from analytics.estimation.method import IndexMethod
from analytics.estimation.parts import Estimate, voice_part, voice_value
from analytics.estimation.readings import COLUMNS, VOICED, Readings, group_key, kind_key, read
from analytics.estimation.tallies import COMPLAINT, PRAISE, Voice


@dataclass(frozen=True)
class Heard:
    """Praise and complaints of a cell, estimated ones rounded to whole comments, and the voice part of them.

    ``voice`` is None without any, and where ``basis`` allows no figure: then the counts are those of the
    comments that people have decided about, and stand for nothing else.
    """

    praise: int
    complaint: int
    voice: Estimate | None
    basis: Basis


def heard_in_cells(
    voices: Iterable[Voice], rows: Sequence[Any], services: Catalogue, method: IndexMethod
) -> dict[Cell, Heard]:
    """Voice of every cell. ``voices``: comments people confirmed; ``rows``: all comments of the wave, as rows
    of ``readings.COLUMNS``, none where everything counts as read."""
    listed = cells(services)
    kinds: dict[Cell, Counter[str]] = defaultdict(Counter)
    for voice in voices:
        for cell in cells_of_comment(voice.service_code, voice.target_groups, listed):
            kinds[cell][voice.kind] += 1
    readings = read(pd.DataFrame(rows, columns=list(COLUMNS))) if len(rows) else None
    return {cell: heard(cell, kinds[cell], readings, method) for cell in listed}


def heard(cell: Cell, kinds: Mapping[str, int], readings: Readings | None, method: IndexMethod) -> Heard:
    """Voice of a cell. ``kinds``: counts of what people confirmed. ``readings``: all comments of the wave;
    None where everything counts as read."""
    praise, complaint = kinds.get(PRAISE, 0), kinds.get(COMPLAINT, 0)
    within = _reach(cell, readings) if readings is not None and method.shares_version else None
    if within is None or within.decided.all():
        voice = voice_part(praise, complaint, method) if praise + complaint else None
        return Heard(praise, complaint, voice, Basis.COUNTED)
    basis = standing(within).basis
    estimated = _estimated(cell, within, basis, method) if basis.has_figures else None
    return estimated or Heard(praise, complaint, None, basis)


def _reach(cell: Cell, readings: Readings) -> Readings:
    """Comments that could belong to a cell: only reading tells the target groups of one."""
    if cell.kind is CellKind.SERVICE:
        return readings.only(readings.service_code == cell.code)
    return readings


def _estimated(cell: Cell, within: Readings, basis: Basis, method: IndexMethod) -> Heard | None:
    group = (
        frozenset({group_key(cell.code)}) if cell.kind is CellKind.TARGET_GROUP and cell.code else frozenset()
    )
    voiced = group | {VOICED}
    among_all = share(within, voiced, frozenset(), basis)
    praise_among = share(within, frozenset({kind_key(PRAISE)}), voiced, basis)
    if among_all is None or praise_among is None:
        return None
    voices = len(within) * among_all.value
    praise = round(voices * praise_among.value)
    complaint = round(voices) - praise
    value = voice_value(praise, complaint, method)
    low, high = min(value, 100.0 * praise_among.low), max(value, 100.0 * praise_among.high)
    return Heard(praise, complaint, Estimate(value, low, high, praise_among.n), basis)
