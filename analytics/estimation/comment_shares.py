"""What share of the comments is about what: by service, target group and period, each with its interval.

Where people have read (nearly) everything, they are counted; where a random sample was read, the machine
helps to estimate; elsewhere no figure is made up. Knows no page and no table; ``ppi`` holds the formulas.

What people read in the order of the queue is no random sample: it counts where everything is read, and never
as gold.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from analytics.estimation.cells import Cell, CellKind
from analytics.estimation.ppi import LEAST_REST, Method, Share, ppi_share_of
from analytics.estimation.readings import (
    RELEVANT,
    Key,
    Mask,
    Readings,
    group_key,
    kind_key,
    read,
    readings_hash,
)
from analytics.estimation.rounded import rounded
from analytics.estimation.tallies import KINDS
from analytics.evaluation.proportions import wilson

VERSION = "1"
LEAST_GOLD = 50
"""Read texts of the sample below which nothing is estimated; the intervals are tested from here on."""
LEAST_WHOLE = 10
"""Comments below which no share of them is told."""
NEARLY_ALL = 0.05
"""Share of unread comments up to which the read ones are counted; the interval covers both ways for these."""
MOST_UNREAD = 0.2
"""Share of the sample that may be unread; the interval covers both ways for these too."""
CONFIDENCE = 0.95
DIGITS = 4
ALL_TIME = "all"

Keys = frozenset[Key]


class Basis(StrEnum):
    """What a figure stands on, or why there is none."""

    COUNTED = "counted"
    """People have read everything, or nearly."""
    ESTIMATED = "estimated"
    """A random sample was read, the machine helped."""
    READ_ALL = "read_all"
    """Too few comments for a sample: people have to read them all."""
    READ_SAMPLE = "read_sample"
    """Too little of the sample is read."""
    NOT_DRAWN = "not_drawn"
    """Unread comments are among them that chance never looked at."""
    FEW = "few"
    """Too few comments to tell a share."""

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to show."""
        return self in (Basis.COUNTED, Basis.ESTIMATED)


@dataclass(frozen=True)
class Standing:
    """How far the reading of some comments has come; ``drawn``: those of them in the random sample."""

    comments: int
    decided: int
    drawn: int
    drawn_read: int
    basis: Basis


def standing(readings: Readings) -> Standing:
    """What shares among these comments can stand on."""
    drawn_read = int((readings.drawn & readings.decided).sum())
    comments, decided, drawn = len(readings), int(readings.decided.sum()), int(readings.drawn.sum())
    undrawn = readings.chance == 0.0
    gold = int(_gold(readings).sum())
    if comments < LEAST_WHOLE:
        basis = Basis.FEW
    elif comments - decided <= NEARLY_ALL * comments:
        basis = Basis.COUNTED
    elif comments - gold < LEAST_REST:
        basis = Basis.READ_ALL
    elif (undrawn & ~readings.decided).any():
        basis = Basis.NOT_DRAWN
    elif gold < LEAST_GOLD or drawn - drawn_read > MOST_UNREAD * drawn:
        basis = Basis.READ_SAMPLE
    else:
        basis = Basis.ESTIMATED
    return Standing(comments, decided, drawn, drawn_read, basis)


def share(readings: Readings, part: Keys, whole: Keys, basis: Basis) -> Share | None:
    """Share of those that are also ``part`` among the comments that are ``whole`` (empty: all).

    None where too few comments are in the whole to tell.
    """
    if basis is Basis.COUNTED:
        return _counted(readings, part | whole, whole)
    gold = _gold(readings)
    unread = readings.drawn & ~readings.decided
    found = _estimated(readings, part | whole, whole, gold)
    if found is None or not unread.any():
        return found
    # Nobody knows what the unread ones of the sample are: the interval holds whatever they turn out to be.
    lowest = _estimated(readings, part | whole, whole, gold | unread, unread_are=0.0)
    highest = _estimated(readings, part | whole, whole, gold | unread, unread_are=1.0)
    low = min(found.low, lowest.low) if lowest else 0.0
    high = max(found.high, highest.high) if highest else 1.0
    return Share(found.value, low, high, found.n, found.rest, found.weight_of_machine, found.method)


def comment_shares(frame: pd.DataFrame) -> dict[str, Any]:
    """All shares of a region's comments as a JSON-able document; the same for any order of rows.

    ``frame``: columns of ``readings.COLUMNS``. Cells: everything, each service, each target group; of all
    time, each quarter, each month. Raises ValueError for a frame that does not fit.
    """
    readings = read(frame)
    groups = sorted(
        {key.partition(":")[2] for keys in readings.keys for key in keys if key.startswith("group:")}
    )
    return {
        "version": VERSION,
        "confidence": CONFIDENCE,
        "groups": groups,
        "cells": [
            _cell_document(period, cell, within, whole, groups)
            for period, mask in _periods(readings).items()
            for cell, within, whole in _cells(readings.only(mask), groups)
        ],
    }


def shares_hash(frame: pd.DataFrame) -> str:
    """SHA-256 (hexadecimal) of all that the document depends on."""
    constants = repr((VERSION, LEAST_GOLD, LEAST_WHOLE, NEARLY_ALL, MOST_UNREAD, LEAST_REST, CONFIDENCE))
    return readings_hash(frame, hashlib.sha256(constants.encode()).hexdigest())


def _periods(readings: Readings) -> dict[str, Mask]:
    """All time, quarters, months; the newest first."""
    quarters = np.array([quarter(month) for month in readings.month], dtype=object)
    named: dict[str, Mask] = {ALL_TIME: np.ones(len(readings), dtype=bool)}
    for column in (quarters, readings.month):
        named.update({period: column == period for period in sorted(set(column), reverse=True)})
    return named


def quarter(month: str) -> str:
    """The quarter of a month: 2026-Q4 for 2026-11."""
    year, _, number = month.partition("-")
    return f"{year}-Q{(int(number) + 2) // 3}"


def _cells(readings: Readings, groups: list[str]) -> Iterator[tuple[Cell, Readings, Keys]]:
    """Each cell, the comments it is to be found among, and what makes one of these belong to it."""
    yield Cell(CellKind.TOTAL), readings, frozenset()
    for code in sorted({code for code in readings.service_code if code is not None}):
        yield Cell(CellKind.SERVICE, code), readings.only(readings.service_code == code), frozenset()
    for code in groups:
        yield Cell(CellKind.TARGET_GROUP, code), readings, frozenset({group_key(code)})


def _cell_document(
    period: str, cell: Cell, readings: Readings, whole: Keys, groups: list[str]
) -> dict[str, Any]:
    found = standing(readings)
    shares: dict[str, Any] = {}
    if found.basis.has_figures:
        relevant = whole | {RELEVANT}
        wanted = {kind_key(code): relevant for code in KINDS}
        if not whole:
            wanted = {RELEVANT: whole} | wanted | {group_key(code): relevant for code in groups}
        shares = {
            key: _rounded(share(readings, frozenset({key}), among, found.basis))
            for key, among in wanted.items()
        }
    return {
        "period": period,
        "kind": cell.kind.value,
        "code": cell.code,
        "comments": found.comments,
        "decided": found.decided,
        "drawn": found.drawn,
        "drawn_read": found.drawn_read,
        "basis": found.basis.value,
        "shares": shares,
    }


def _gold(readings: Readings) -> Mask:
    """What was read by chance; where nobody drew and everything is read, a comment stands for itself only."""
    gold: Mask = readings.decided & (readings.drawn | (readings.chance == 0.0))
    return gold


def _counted(readings: Readings, part: Keys, whole: Keys) -> Share | None:
    """Count, with Wilson's interval; comments that nobody has read may be all of the part, or none."""
    unread = int((~readings.decided).sum())
    yes = int(readings.truth(part).sum())
    n = int(readings.truth(whole).sum()) if whole else int(readings.decided.sum())
    if n < LEAST_WHOLE:
        return None
    low, _ = wilson(yes / (n + unread), n + unread, CONFIDENCE)
    _, high = wilson((yes + unread) / (n + unread), n + unread, CONFIDENCE)
    return Share(yes / n, low, high, n, unread, 0.0, Method.COUNT)


def _estimated(
    readings: Readings, part: Keys, whole: Keys, gold: Mask, unread_are: float = 0.0
) -> Share | None:
    """PPI++ with the comments in ``gold`` as gold; those of them that nobody has read belong to the whole,
    and are all, or none, of the part."""
    order = np.concatenate([np.flatnonzero(gold), np.flatnonzero(~gold)])
    n = int(gold.sum())
    read_already = readings.decided[order[:n]]
    truth_of_whole = readings.truth(whole)[order[:n]] if whole else np.ones(n)
    in_whole = np.where(read_already, truth_of_whole, 1.0)
    in_part = np.where(read_already, readings.truth(part)[order[:n]], unread_are)
    chance = readings.chance[order[:n]]
    if in_whole.sum() < LEAST_WHOLE:
        return None
    return ppi_share_of(
        in_part,
        in_whole,
        readings.score(part)[order],
        readings.score(whole)[order],
        weights=1.0 / np.where(chance > 0.0, chance, 1.0),
        confidence=CONFIDENCE,
    )


def _rounded(found: Share | None) -> Mapping[str, Any] | None:
    if found is None:
        return None
    numbers = {"value": found.value, "low": found.low, "high": found.high, "lambda": found.weight_of_machine}
    return {name: rounded(number, DIGITS) for name, number in numbers.items()} | {
        "n": found.n,
        "rest": found.rest,
        "method": found.method.value,
    }
