"""A report has every figure with its interval, label by label, and fits into JSON."""

import json

import numpy as np
import pytest
from sklearn.metrics import f1_score, precision_score, recall_score

from analytics.evaluation.report import difference_in_macro_f1, report

GENERATOR = np.random.default_rng(1)
TRUTH = GENERATOR.random((200, 3)) < [0.5, 0.2, 0.05]
PREDICTED = TRUTH ^ (GENERATOR.random((200, 3)) < 0.1)


def test_figures_are_those_of_scikit_learn_inside_their_intervals() -> None:
    found = report(TRUTH, PREDICTED, ["a", "b", "c"])
    assert found.n == 200
    assert found.macro_f1.value == pytest.approx(f1_score(TRUTH, PREDICTED, average="macro"))
    for i, label in enumerate("abc"):
        each = found.per_label[label]
        assert (each.n, each.predicted) == (TRUTH[:, i].sum(), PREDICTED[:, i].sum())
        assert each.f1.value == pytest.approx(f1_score(TRUTH[:, i], PREDICTED[:, i]))
        assert each.precision == pytest.approx(precision_score(TRUTH[:, i], PREDICTED[:, i]))
        assert each.recall == pytest.approx(recall_score(TRUTH[:, i], PREDICTED[:, i]))
    for figure in (found.macro_f1, found.micro_f1, found.samples_f1, found.exact_match):
        assert figure.low < figure.value < figure.high  # type: ignore[operator]  # None would fail the test


def test_rarer_labels_have_wider_intervals() -> None:
    labels = report(TRUTH, PREDICTED, ["a", "b", "c"]).per_label
    widths = [labels[label].f1.high - labels[label].f1.low for label in "abc"]  # type: ignore[operator]  # as above
    assert widths == sorted(widths)


def test_copies_widen_intervals_when_they_count_as_one() -> None:
    truth, predicted = np.repeat(TRUTH, 5, axis=0), np.repeat(PREDICTED, 5, axis=0)
    apart = report(truth, predicted, ["a", "b", "c"]).micro_f1
    together = report(truth, predicted, ["a", "b", "c"], np.repeat(np.arange(200), 5)).micro_f1
    assert together.value == apart.value
    assert together.high - together.low > 1.8 * (apart.high - apart.low)  # type: ignore[operator]  # as above


def test_a_label_nobody_has_is_undefined_and_json_says_null() -> None:
    document = report([[1, 0]], [[1, 0]], ["a", "b"]).document()
    again = json.loads(json.dumps(document, allow_nan=False))
    undefined = {"value": None, "low": None, "high": None, "precision": None, "recall": None}
    assert again["per_label"]["b"] == {**undefined, "n": 0, "predicted": 0}
    assert again["macro_f1"] == {"value": 1.0, "low": 1.0, "high": 1.0}


def test_a_difference_is_paired_row_by_row() -> None:
    same = difference_in_macro_f1(TRUTH, PREDICTED, PREDICTED)
    assert (same.value, same.low, same.high) == (0.0, 0.0, 0.0)
    worse = PREDICTED.copy()
    worse[:40] = ~TRUTH[:40]
    loss = difference_in_macro_f1(TRUTH, PREDICTED, worse)
    by_hand = f1_score(TRUTH, PREDICTED, average="macro") - f1_score(TRUTH, worse, average="macro")
    assert loss.value == pytest.approx(by_hand)
    assert 0 < loss.low < loss.value < loss.high  # type: ignore[operator]  # as above


def test_nothing_to_compare_is_refused() -> None:
    with pytest.raises(ValueError, match="no row"):
        report(np.zeros((0, 2)), np.zeros((0, 2)), ["a", "b"])
