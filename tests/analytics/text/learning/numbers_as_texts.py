"""Rows of numbers written down as texts, so that scikit-learn's own checks can run on them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.words import WordNgrams


def written(rows: NDArray[np.float64]) -> list[str]:
    """A word for each number: its column, its sign and its size in quarters."""
    return [" ".join(_word(column, number) for column, number in enumerate(row)) for row in rows]


def _word(column: int, number: float) -> str:
    return f"c{column}{'under' if number < 0 else 'over'}{abs(round(number * 4))}"


class NumberNgrams(WordNgrams):
    """The features of rows of numbers."""

    def fit_transform(self, X: Any, y: Any = None) -> Any:  # noqa: N803  # scikit-learn's name
        return super().fit_transform(written(validate_data(self, X, dtype=np.float64)))

    def transform(self, X: Any) -> Any:  # noqa: N803  # scikit-learn's name
        check_is_fitted(self)
        return super().transform(written(validate_data(self, X, dtype=np.float64, reset=False)))

    def __sklearn_tags__(self) -> Any:
        return _of_numbers(super().__sklearn_tags__())


class NumberClassifier(TextClassifier):
    """The classifier of rows of numbers."""

    def fit(self, X: Any, y: Any) -> Any:  # noqa: N803  # scikit-learn's name
        rows, labels = validate_data(self, X, y, dtype=np.float64)
        check_classification_targets(labels)
        return super().fit(written(rows), labels)

    def predict_proba(self, X: Any) -> Any:  # noqa: N803  # scikit-learn's name
        check_is_fitted(self)
        return super().predict_proba(written(validate_data(self, X, dtype=np.float64, reset=False)))

    def __sklearn_tags__(self) -> Any:
        return _of_numbers(super().__sklearn_tags__())


def _of_numbers(tags: Any) -> Any:
    tags.input_tags.string, tags.input_tags.two_d_array = False, True
    return tags
