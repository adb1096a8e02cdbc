"""The model that learns labels of texts from examples: one class for a code of a single choice and for labels
of which a text has any number.

Features are parts of words (`words`); scores are linear, from a ridge regression, and for single choices
from a naive Bayes beside it; what a score means, and from where a label is given, is learned from scores of
texts that the model had not seen, where all copies of a text are left out together. What comes out is
linear again: the log-odds of a label are `features @ coef_ + intercept_`, which is what `explain` shares
out among the words.

For judging, that last step is left out too: what is said of a text that was left out uses what the scores of
four fifths of the texts have meant, without its own. Else thresholds would be judged on what they were
chosen for. What is learned for service uses all.

Same texts, labels and seed give the same model. It does not know coding frames, languages, or whether it
should be trusted: with few examples it is a ranker, not a judge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from analytics.text.learning.kernel import Rows
from analytics.text.learning.material import Material
from analytics.text.learning.ridge import KernelOf, LeftOutRidge
from analytics.text.learning.thresholds import Thresholds

Numbers = NDArray[Any]
Shares = NDArray[np.float32]
Marks = NDArray[np.bool_]
_AT_ONCE = 2_048
_ALPHA_OF_LABELS = 1.5
"""Chosen among 0.5, 1, 1.5 and 2 by micro and macro F1 on grouped folds; calibration undoes the shrinkage."""


@dataclass(frozen=True)
class _Examples:
    """Distinct texts: features, the share of copies with each label, and how many copies there are."""

    features: sparse.csr_matrix
    shares: Shares
    weights: Shares
    kernel_of: KernelOf


class TextClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Labels of short texts.

    `y` is an array of labels (texts), or with `multilabel` an indicator matrix (texts, labels), dense or
    sparse, of 0 and 1; a row without any label is an example of none.

    Attributes: `classes_` labels, or numbers of columns; `coef_` (features, labels), `intercept_`;
    `left_out_probabilities_` (texts, labels), what is said of a text without sight of it and its copies;
    with `multilabel`, otherwise None: `thresholds_`, and `left_out_given_` (texts, labels), the labels that
    are given to it so.
    """

    def __init__(self, multilabel: bool = False, seed: int = 0) -> None:
        self.multilabel = multilabel
        self.seed = seed

    def fit(self, texts: Sequence[str], y: Any) -> Self:
        """Learn. Raises ValueError when there is no text, or not one row of labels for each text."""
        return self.learn(Material(texts), np.arange(len(texts)), y)

    def learn(self, material: Material, rows: Rows, y: Any) -> Self:
        """Learn from some texts of `material`, by their numbers; `y` has one row of labels for each."""
        self.classes_, indicator = _multilabel(y) if self.multilabel else _single(y)
        if len(indicator) != len(rows):
            raise ValueError(f"There are {len(rows)} texts and {len(indicator)} rows of labels.")
        own, groups, copies = np.unique(material.groups[rows], return_inverse=True, return_counts=True)
        weights = copies.astype(np.float32)
        shares = np.zeros((len(own), indicator.shape[1]), dtype=np.float32)
        np.add.at(shares, groups, indicator)
        shares /= weights[:, np.newaxis]
        self.features_ = material.words
        examples = _Examples(
            material.features[own], shares, weights, lambda part: material.kernel.of(own[part])
        )
        probabilities, given = (self._learn_labels if self.multilabel else self._learn_choice)(examples)
        self.left_out_probabilities_ = probabilities[groups]
        self.left_out_given_ = None if given is None else given[groups]
        return self

    def predict_proba(self, texts: Sequence[str]) -> Numbers:
        """Probabilities, shape (texts, labels); rows add up to 1 for a single choice only."""
        check_is_fitted(self)
        batches = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
        found = [self.probabilities_of(self.features_.transform(batch)) for batch in batches]
        return np.vstack([np.empty((0, len(self.classes_))), *found])

    def probabilities_of(self, features: sparse.csr_matrix) -> Numbers:
        """`predict_proba` of texts that `features_` has transformed."""
        logits = (features @ self.coef_ + self.intercept_).astype(np.float64)
        return self._probabilities(logits)

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
        return moving_words(text, self.features_.apart([text]).words @ self.coef_[:, found[0]])

    def _probabilities(self, logits: Numbers) -> Numbers:
        probabilities: Numbers = expit(logits) if self.multilabel else softmax(logits, axis=1)
        return probabilities

    def _learn_labels(self, examples: _Examples) -> tuple[Numbers, Marks]:
        shares, weights = examples.shares, examples.weights
        ridge = LeftOutRidge(_ALPHA_OF_LABELS, seed=self.seed)
        scores = ridge.fit(examples.features, shares, weights, examples.kernel_of).left_out_
        slopes, intercepts = calibration.sigmoid(scores, shares, weights)
        self._keep(ridge.coef_ * slopes, ridge.intercept_ * slopes + intercepts)
        self.thresholds_: Thresholds | None = Thresholds.tuned(
            self._probabilities(scores * slopes + intercepts), shares, weights
        )
        probabilities, given = np.empty(shares.shape), np.empty(shares.shape, dtype=bool)
        for rest, judged in calibration.fifths(len(shares), self.seed):
            slopes, intercepts = calibration.sigmoid(scores[rest], shares[rest], weights[rest])
            known, probabilities[judged] = (
                self._probabilities(scores[part] * slopes + intercepts) for part in (rest, judged)
            )
            given[judged] = Thresholds.tuned(known, shares[rest], weights[rest]).given(probabilities[judged])
        return probabilities, given

    def _learn_choice(self, examples: _Examples) -> tuple[Numbers, None]:
        self.thresholds_ = None
        shares, weights = examples.shares, examples.weights
        # A rare class weighs as much as a frequent one: its errors would else be cheap.
        balance = shares @ (weights.sum() / (shares.shape[1] * (weights @ shares)))
        ridge = LeftOutRidge(seed=self.seed).fit(
            examples.features, shares, weights * balance, examples.kernel_of
        )
        bayes = LeftOutComplementBayes().fit(examples.features, shares, weights)
        scores = np.stack([ridge.left_out_, bayes.left_out_])
        mix = calibration.mixture(scores, shares, weights)
        self._keep(mix[0] * ridge.coef_ + mix[1] * bayes.coef_, mix[0] * ridge.intercept_)
        probabilities = np.empty(shares.shape)
        for rest, judged in calibration.fifths(len(shares), self.seed):
            mix = calibration.mixture(scores[:, rest], shares[rest], weights[rest])
            probabilities[judged] = self._probabilities(np.tensordot(mix, scores[:, judged], axes=1))
        return probabilities, None

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


def _single(y: Any) -> tuple[NDArray[Any], Shares]:
    labels = np.asarray(y)
    if labels.ndim != 1:
        raise ValueError(f"One label for each text is expected, not an array of {labels.ndim} dimensions.")
    classes, numbers = np.unique(labels, return_inverse=True)
    return classes, np.eye(len(classes), dtype=np.float32)[numbers]


def _multilabel(y: Any) -> tuple[NDArray[Any], Shares]:
    indicator = np.asarray(y.todense() if sparse.issparse(y) else y, dtype=np.float32)
    if indicator.ndim != 2 or not indicator.shape[1]:
        raise ValueError("A matrix of one row for each text and one column for each label is expected.")
    if not np.isin(indicator, (0, 1)).all():
        raise ValueError("The matrix of labels holds something else than 0 and 1.")
    return np.arange(indicator.shape[1]), indicator
