"""Comments as shares are estimated from them: what people decided, what chance drew, what a machine scored.

Knows columns and their admissible values. Does not know statistics, pages or tables. Row order means nothing.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analytics.estimation.tallies import COMPLAINT, KINDS, PRAISE

COLUMNS = ("service_code", "month", "relevant", "kind", "target_groups", "chance", "drawn", "scores")
RELEVANT = "relevant"
VOICED = "voiced"
"""Praise or complaint."""

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Key = str
"""What a comment may be: "relevant", "voiced", "kind:…" or "group:…"; only relevant ones are any of these."""


def kind_key(code: str) -> Key:
    """Key of a kind of comment."""
    return f"kind:{code}"


def group_key(code: str) -> Key:
    """Key of a target group."""
    return f"group:{code}"


@dataclass(frozen=True)
class Readings:
    """Comments, one place in every array for each.

    ``decided``: a decision is in force. ``chance``: with which the comment could be drawn; 0 where nobody
    drew. ``drawn``: it was. ``keys``: of each decided comment, what it is. ``scores``: key → what the machine
    gives each comment.
    """

    service_code: npt.NDArray[np.object_]
    month: npt.NDArray[np.object_]
    decided: Mask
    chance: Floats
    drawn: Mask
    keys: tuple[frozenset[Key], ...]
    scores: Mapping[Key, Floats]

    def __len__(self) -> int:
        return len(self.decided)

    def only(self, which: Mask) -> "Readings":
        """Those comments that are marked."""
        return Readings(
            self.service_code[which],
            self.month[which],
            self.decided[which],
            self.chance[which],
            self.drawn[which],
            tuple(keys for keys, wanted in zip(self.keys, which, strict=True) if wanted),
            {key: scores[which] for key, scores in self.scores.items()},
        )

    def truth(self, wanted: frozenset[Key]) -> Floats:
        """1 for each decided comment that is all of ``wanted``, 0 for every other."""
        return np.array([wanted <= keys for keys in self.keys], dtype=np.float64) * self.decided

    def score(self, wanted: frozenset[Key]) -> Floats:
        """The machine's score that a comment is all of ``wanted``, as if kind and group knew nothing of each
        other among relevant comments."""
        found = np.ones(len(self))
        relevant = self._known(RELEVANT)
        parts = sorted(wanted - {RELEVANT})
        for number, key in enumerate(parts):
            found = found * self._known(key)
            if number:
                found = np.divide(found, relevant, out=np.zeros(len(self)), where=relevant > 0.0)
        return found if parts or not wanted else relevant

    def _known(self, key: Key) -> Floats:
        if key == VOICED:
            return self._known(kind_key(PRAISE)) + self._known(kind_key(COMPLAINT))
        return self.scores.get(key, np.zeros(len(self)))


def read(frame: pd.DataFrame) -> Readings:
    """Check a frame of comments.

    Columns COLUMNS: service_code (None: none named), month ("2026-11"), relevant (True, False, None: nobody
    has decided), kind and target_groups of relevant ones, chance in [0, 1] (NaN or None: nobody drew), drawn,
    scores (key → number; of a key that is missing the mean of the others counts).
    Raises ValueError for a missing column and for values that cannot be.
    """
    missing = [column for column in COLUMNS if column not in frame.columns]
    if missing:
        raise ValueError(f"The frame of comments lacks {', '.join(missing)}.")
    decided = np.array([value is not None and not _is_nan(value) for value in frame["relevant"]], dtype=bool)
    chance = np.array([0.0 if value is None or _is_nan(value) else value for value in frame["chance"]], float)
    if not ((chance >= 0.0) & (chance <= 1.0)).all():
        raise ValueError("The chance of a comment to be drawn must lie between 0 and 1.")
    drawn = frame["drawn"].to_numpy(dtype=bool)
    if (drawn & (chance == 0.0)).any():
        raise ValueError("A comment that had no chance cannot have been drawn.")
    rows = zip(frame["relevant"], frame["kind"], frame["target_groups"], strict=True)
    return Readings(
        np.array([value if isinstance(value, str) else None for value in frame["service_code"]], object),
        np.array(list(frame["month"]), dtype=object),
        decided,
        chance,
        drawn,
        tuple(_keys(relevant, kind, groups) for relevant, kind, groups in rows),
        _scores(list(frame["scores"])),
    )


def fingerprint(frame: pd.DataFrame) -> list[str]:
    """Everything of the frame that a share depends on, as texts in an order of their own."""
    found = read(frame)
    names = sorted(found.scores)
    columns = (found.service_code, found.month, found.decided, found.chance, found.drawn)
    rows = zip(*(column.tolist() for column in columns), found.keys, strict=True)
    scores = np.array([found.scores[name] for name in names]).reshape(len(names), len(found)).T.tolist()
    return [
        json.dumps(names),
        *sorted(
            json.dumps([*row, sorted(keys), known]) for (*row, keys), known in zip(rows, scores, strict=True)
        ),
    ]


def readings_hash(frame: pd.DataFrame, method_version: str) -> str:
    """SHA-256 (hexadecimal) of the comments and the version of the method."""
    return hashlib.sha256("\n".join([method_version, *fingerprint(frame)]).encode()).hexdigest()


def _keys(relevant: object, kind: object, groups: Iterable[str] | None) -> frozenset[Key]:
    if relevant is None or _is_nan(relevant) or not relevant:
        return frozenset()
    if kind not in KINDS:
        raise ValueError(f"Kinds of relevant comments must be among {', '.join(KINDS)}, not {kind}.")
    voiced = {VOICED} if kind in (PRAISE, COMPLAINT) else set()
    return frozenset({RELEVANT, *voiced, kind_key(str(kind)), *map(group_key, groups or ())})


def _scores(rows: list[Mapping[Key, float]]) -> dict[Key, Floats]:
    names = sorted({name for row in rows for name in row})
    found = {}
    for name in names:
        known = np.array([row.get(name, math.nan) for row in rows], dtype=np.float64)
        if np.isinf(known).any():
            raise ValueError("Scores must be finite numbers.")
        usual = math.fsum(known[~np.isnan(known)].tolist()) / max(1, int((~np.isnan(known)).sum()))
        found[name] = np.where(np.isnan(known), usual, known)
    return found


def _is_nan(value: object) -> bool:
    return isinstance(value, float) and math.isnan(value)
