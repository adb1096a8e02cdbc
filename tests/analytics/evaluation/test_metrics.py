"""The scores are those of scikit-learn, by its own count."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import accuracy_score, f1_score

from analytics.evaluation.metrics import scores, tally

matrices = st.tuples(st.integers(1, 30), st.integers(2, 8)).flatmap(
    lambda shape: st.tuples(arrays(np.bool_, shape), arrays(np.bool_, shape))
)


@settings(max_examples=100, deadline=None)
@given(matrices)
def test_scores_equal_scikit_learn_on_any_marks(pair: tuple[np.ndarray, np.ndarray]) -> None:
    truth, predicted = pair
    ours = scores(tally(truth, predicted).sum(axis=0, keepdims=True))
    theirs = f1_score(truth, predicted, average=None, zero_division=np.nan)
    np.testing.assert_allclose(ours.per_label[0], theirs, atol=1e-12)
    macro = f1_score(truth, predicted, average="macro", zero_division=np.nan)
    np.testing.assert_allclose(ours.macro_f1[0], macro, atol=1e-12)
    micro = f1_score(truth, predicted, average="micro", zero_division=np.nan)
    np.testing.assert_allclose(ours.micro_f1[0], micro, atol=1e-12)
    samples = f1_score(truth, predicted, average="samples", zero_division=0)
    np.testing.assert_allclose(ours.samples_f1[0], samples, atol=1e-12)
    np.testing.assert_allclose(ours.exact_match[0], (truth == predicted).all(axis=1).mean(), atol=1e-12)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=40))
def test_a_single_choice_has_the_macro_f1_and_the_accuracy_of_scikit_learn(
    pairs: list[tuple[int, int]],
) -> None:
    truth, predicted = np.array(pairs).T
    ours = scores(tally(np.eye(5)[truth], np.eye(5)[predicted]).sum(axis=0, keepdims=True))
    macro = f1_score(truth, predicted, average="macro", zero_division=0)
    np.testing.assert_allclose(ours.macro_f1[0], macro, atol=1e-12)
    accuracy = accuracy_score(truth, predicted)
    for score in (ours.micro_f1, ours.samples_f1, ours.exact_match):
        np.testing.assert_allclose(score[0], accuracy, atol=1e-12)


def test_a_label_that_nobody_has_or_gives_is_no_part_of_the_mean() -> None:
    ours = scores(tally([[1, 0, 0]], [[1, 0, 1]]).sum(axis=0, keepdims=True))
    assert ours.macro_f1.tolist() == [0.5]
    assert np.isnan(ours.per_label[0, 1])


def test_matrices_of_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="Matrices of one shape"):
        tally([[1, 0]], [[1, 0, 0]])
    with pytest.raises(ValueError, match="Matrices of one shape"):
        tally([1, 0], [1, 0])
