"""The model that learns labels of texts from examples: one class for a code of a single choice and for labels
of which a text has any number.

Features are parts of words (`words`); scores are linear, from a ridge regression, and for single choices
from a naive Bayes beside it; what a score means, and from where a label is given, is learned from scores of
texts that the model had not seen, where all copies of a text are left out together. What comes out is
linear again: the log-odds of a label are `features @ coef_ + intercept_`, which is what `explain` shares
out among the words.

Same texts, labels and seed give the same model. It does not know coding frames, languages, or whether it
should be trusted: with few examples it is a ranker, not a judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.special import expit, softmax
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from analytics.text.learning import calibration
from analytics.text.learning.bayes import LeftOutComplementBayes
from analytics.text.learning.explanation import MovingWord, moving_words
from analytics.text.learning.ridge import LeftOutRidge
from analytics.text.learning.thresholds import Thresholds
from analytics.text.learning.words import WordNgrams, text_groups

Numbers = NDArray[Any]
_AT_ONCE = 2_048
_ALPHA_OF_LABELS = 2.0
"""Chosen among 0.5, 1 and 2 by micro and macro F1 on grouped folds; calibration undoes the shrinkage."""


class TextClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Labels of short texts.

    `y` is an array of labels (texts), or with `multilabel` an indicator matrix (texts, labels), dense or
    sparse, of 0 and 1; a row without any label is an example of none.

    Attributes: `classes_` labels, or numbers of columns; `coef_` (features, labels), `intercept_`;
    `left_out_probabilities_` (texts, labels), what a model without this text and its copies gives it;
    `thresholds_` with `multilabel`, otherwise None.
    """

    def __init__(self, multilabel: bool = False, seed: int = 0) -> None:
        self.multilabel = multilabel
        self.seed = seed

    def fit(self, texts: Sequence[str], y: Any) -> Self:
        """Learn. Raises ValueError when there is no text, or not one row of labels for each text."""
        self.classes_, indicator = _multilabel(y) if self.multilabel else _single(y)
        if len(indicator) != len(texts):
            raise ValueError(f"There are {len(texts)} texts and {len(indicator)} rows of labels.")
        groups = text_groups(texts)
        _, firsts, copies = np.unique(groups, return_index=True, return_counts=True)
        weights = copies.astype(np.float32)
        shares = np.zeros((len(firsts), indicator.shape[1]), dtype=np.float32)
        np.add.at(shares, groups, indicator)
        shares /= weights[:, np.newaxis]
        self.features_ = WordNgrams()
        features = self.features_.fit_transform([texts[first] for first in firsts])
        learn = self._learn_labels if self.multilabel else self._learn_choice
        self.left_out_probabilities_ = learn(features, shares, weights)[groups]
        return self

    def predict_proba(self, texts: Sequence[str]) -> Numbers:
        """Probabilities, shape (texts, labels); rows add up to 1 for a single choice only."""
        check_is_fitted(self)
        batches = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
        logits = [self.features_.transform(batch) @ self.coef_ + self.intercept_ for batch in batches]
        return self._probabilities(np.vstack([np.empty((0, len(self.classes_))), *logits]))

    def predict(self, texts: Sequence[str]) -> NDArray[Any]:
        """Labels, shape (texts), or with `multilabel` an indicator matrix (texts, labels)."""
        return self.decide(self.predict_proba(texts))

    def decide(self, probabilities: Numbers) -> NDArray[Any]:
        """The labels that follow from probabilities, also from `left_out_probabilities_`."""
        if self.thresholds_ is None:
            return np.asarray(self.classes_[probabilities.argmax(axis=1)])
        return self.thresholds_.given(probabilities).astype(np.int_)

    def explain(self, text: str, label: object) -> list[MovingWord]:
        """The words of a text with their part of the log-odds of a label, the strongest for it first.

        Raises ValueError for a label that was not learned.
        """
        check_is_fitted(self)
        found = np.flatnonzero(self.classes_ == label)
        if not len(found):
            raise ValueError(f"Not a learned label: {label}")
        return moving_words(self.features_, text, self.coef_[:, found[0]])

    def _probabilities(self, logits: Numbers) -> Numbers:
        probabilities: Numbers = expit(logits) if self.multilabel else softmax(logits, axis=1)
        return probabilities

    def _learn_labels(
        self, features: sparse.csr_matrix, shares: NDArray[np.float32], weights: NDArray[np.float32]
    ) -> Numbers:
        ridge = LeftOutRidge(_ALPHA_OF_LABELS, seed=self.seed).fit(features, shares, weights)
        slopes, intercepts = calibration.sigmoid(ridge.left_out_, shares, weights)
        self._keep(ridge.coef_ * slopes, ridge.intercept_ * slopes + intercepts)
        probabilities = self._probabilities(ridge.left_out_ * slopes + intercepts)
        self.thresholds_: Thresholds | None = Thresholds.tuned(probabilities, shares, weights)
        return probabilities

    def _learn_choice(
        self, features: sparse.csr_matrix, shares: NDArray[np.float32], weights: NDArray[np.float32]
    ) -> Numbers:
        self.thresholds_ = None
        # A rare class weighs as much as a frequent one: its errors would else be cheap.
        balance = shares @ (weights.sum() / (shares.shape[1] * (weights @ shares)))
        ridge = LeftOutRidge(seed=self.seed).fit(features, shares, weights * balance)
        bayes = LeftOutComplementBayes().fit(features, shares, weights)
        mix = calibration.mixture([ridge.left_out_, bayes.left_out_], shares, weights)
        self._keep(mix[0] * ridge.coef_ + mix[1] * bayes.coef_, mix[0] * ridge.intercept_)
        return self._probabilities(mix[0] * ridge.left_out_ + mix[1] * bayes.left_out_)

    def _keep(self, coefficients: NDArray[Any], intercepts: NDArray[Any]) -> None:
        if not self.multilabel:  # only differences between classes mean anything
            coefficients = coefficients - coefficients.mean(axis=1, keepdims=True)
        self.coef_ = np.ascontiguousarray(coefficients, dtype=np.float32)
        self.intercept_ = np.asarray(intercepts, dtype=np.float32)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.classifier_tags.multi_label = self.multilabel
        return tags


def _single(y: Any) -> tuple[NDArray[Any], NDArray[np.float32]]:
    labels = np.asarray(y)
    if labels.ndim != 1:
        raise ValueError(f"One label for each text is expected, not an array of {labels.ndim} dimensions.")
    classes, numbers = np.unique(labels, return_inverse=True)
    return classes, np.eye(len(classes), dtype=np.float32)[numbers]


def _multilabel(y: Any) -> tuple[NDArray[Any], NDArray[np.float32]]:
    indicator = np.asarray(y.todense() if sparse.issparse(y) else y, dtype=np.float32)
    if indicator.ndim != 2 or not indicator.shape[1]:
        raise ValueError("A matrix of one row for each text and one column for each label is expected.")
    if not np.isin(indicator, (0, 1)).all():
        raise ValueError("The matrix of labels holds something else than 0 and 1.")
    return np.arange(indicator.shape[1]), indicator
