"""Folds: which rows are learned from and which are judged, drawn as scikit-learn draws them.

Single choices are stratified, so that every fold has its part of rare labels; texts with any number of labels
are not, as nobody agrees how. `groups` keeps rows together that must not be on both sides, such as copies of
one text: a coder that has seen the answer is no coder.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.model_selection import GroupKFold, KFold, StratifiedGroupKFold, StratifiedKFold

Rows = NDArray[np.int_]
Split = tuple[Rows, Rows]
"""Numbers of the rows to learn from, and of the rows to judge."""


def folds(target: ArrayLike, count: int, seed: int, groups: ArrayLike | None = None) -> list[Split]:
    """`count` shuffled folds; every row is judged once.

    `target` is an array of single choices (rows,) or an indicator matrix (rows, labels).
    Raises ValueError when there are fewer rows, or groups, than folds.
    """
    wanted = np.asarray(target)
    units = len(wanted) if groups is None else len(np.unique(np.asarray(groups)))
    if units < count:
        raise ValueError(f"{units} different texts can't be parted into {count} folds.")
    stratified = _can_be_stratified(wanted, count)
    if groups is None:
        kind = StratifiedKFold if stratified else KFold
    else:
        kind = StratifiedGroupKFold if stratified else GroupKFold
    with warnings.catch_warnings():
        # A label with fewer rows than folds is no reason to warn: some folds just judge none of it.
        warnings.filterwarnings("ignore", message="The least populated class", category=UserWarning)
        splitter = kind(count, shuffle=True, random_state=seed)
        drawn = list(splitter.split(wanted, wanted if stratified else None, groups))
    return [(train, test) for train, test in drawn if len(test)]


def _can_be_stratified(target: NDArray[Any], count: int) -> bool:
    """Only where some single choice has a row for every fold; scikit-learn refuses otherwise."""
    return target.ndim == 1 and int(np.unique(target, return_counts=True)[1].max()) >= count


def judged_rows(splits: Sequence[Split]) -> Rows:
    """The rows that are judged, in the order of the file."""
    return np.sort(np.concatenate([test for _, test in splits]))
