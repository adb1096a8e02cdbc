"""Folds judge every row once, keep copies together, and are those of scikit-learn."""

import numpy as np
import pytest
from sklearn.model_selection import GroupKFold, KFold, StratifiedGroupKFold, StratifiedKFold

from analytics.evaluation.folds import Split, folds, judged_rows

CHOICES = np.repeat([0, 1, 2], [40, 30, 10])
MARKS = np.eye(3, dtype=int)[CHOICES]
GROUPS = np.arange(80) // 4


def _same(ours: list[Split], theirs: object) -> bool:
    pairs = zip(ours, theirs, strict=True)  # type: ignore[call-overload]  # scikit-learn ships no types
    return all(np.array_equal(a, c) and np.array_equal(b, d) for (a, b), (c, d) in pairs)


def test_folds_are_drawn_as_scikit_learn_draws_them() -> None:
    settings = {"n_splits": 5, "shuffle": True, "random_state": 42}
    assert _same(folds(MARKS, 5, 42), KFold(**settings).split(MARKS))
    assert _same(folds(CHOICES, 5, 42), StratifiedKFold(**settings).split(CHOICES, CHOICES))
    assert _same(folds(MARKS, 5, 42, GROUPS), GroupKFold(**settings).split(MARKS, groups=GROUPS))
    stratified = StratifiedGroupKFold(**settings).split(CHOICES, CHOICES, GROUPS)
    assert _same(folds(CHOICES, 5, 42, GROUPS), stratified)


@pytest.mark.parametrize("target", [CHOICES, MARKS])
@pytest.mark.parametrize("groups", [None, GROUPS])
def test_every_row_is_judged_once_and_never_learned_from_in_the_same_fold(
    target: np.ndarray, groups: np.ndarray | None
) -> None:
    drawn = folds(target, 4, 0, groups)
    assert sorted(np.concatenate([test for _, test in drawn])) == list(range(80))
    assert judged_rows(drawn).tolist() == list(range(80))
    for train, test in drawn:
        assert not set(train) & set(test)
        if groups is not None:
            assert not set(groups[train]) & set(groups[test])


def test_choices_rarer_than_there_are_folds_are_no_obstacle(recwarn: pytest.WarningsRecorder) -> None:
    assert len(folds(np.arange(8), 5, 0)) == 5
    assert len(folds(np.array([0, 0, 0, 0, 0, 1]), 5, 0)) == 5
    assert not recwarn.list


def test_fewer_texts_than_folds_are_refused() -> None:
    with pytest.raises(ValueError, match="2 different texts can't be parted into 5 folds"):
        folds(CHOICES, 5, 0, np.arange(80) % 2)
