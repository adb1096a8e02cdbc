"""A trial learns from some rows and judges others, as scikit-learn would, and never the other way round."""

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import cross_val_predict
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.svm import LinearSVC

from analytics.evaluation.folds import folds
from analytics.evaluation.trial import trial

WORDS = ["vlak", "autobus", "lékař", "ordinace"]
TEXTS = [f"{WORDS[i % 4]} číslo {i % 7} přijel" for i in range(60)]
CHOICES = np.arange(60) % 4 // 2
MARKS = np.eye(2, dtype=int)[CHOICES]


def _single() -> Pipeline:
    return make_pipeline(TfidfVectorizer(), LinearSVC(random_state=0))


def test_predictions_of_all_folds_are_pooled_in_the_order_of_the_rows() -> None:
    splits = folds(CHOICES, 5, 42)
    found = trial(_single, TEXTS, [TEXTS], CHOICES, splits)
    by_scikit_learn = cross_val_predict(_single(), TEXTS, CHOICES, cv=splits)
    assert np.array_equal(found.predicted[0], by_scikit_learn)
    assert found.rows.tolist() == list(range(60))
    assert (found.training.texts, found.prediction.texts) == (240, 60)
    assert found.training.per_second > 0
    assert found.prediction.per_second > 0


def test_texts_with_any_number_of_labels_are_judged_as_matrices() -> None:
    found = trial(
        lambda: make_pipeline(TfidfVectorizer(), OneVsRestClassifier(LinearSVC(random_state=0))),
        TEXTS,
        [TEXTS],
        MARKS,
        folds(MARKS, 5, 42),
    )
    assert np.array_equal(found.predicted[0], MARKS)


def test_texts_are_judged_in_each_way_they_are_written_and_learned_in_one() -> None:
    unknown = ["xyz" for _ in TEXTS]
    splits = folds(CHOICES, 5, 42)
    found = trial(_single, TEXTS, [unknown, TEXTS], CHOICES, splits)
    assert all(len(set(found.predicted[0][test].tolist())) == 1 for _, test in splits)
    assert np.array_equal(found.predicted[1], CHOICES)


def test_one_split_judges_its_own_rows_only_and_progress_is_told() -> None:
    told: list[int] = []
    split = (np.arange(40), np.arange(40, 60))
    found = trial(_single, TEXTS, [TEXTS], CHOICES, [split], told.append)
    assert found.rows.tolist() == list(range(40, 60))
    assert np.array_equal(found.predicted[0], CHOICES[40:])
    assert told == [0, 1]
