"""The model that learns from a town's own decisions, label by label.

Features: TF-IDF of character n-grams inside words, of the text as written and of its lemmas, accents
stripped (the best of what was measured on short Czech texts). Each label has a linear support vector
machine whose probabilities are calibrated on folds that keep equal texts together. A label with too few
examples either way is not learned: it answers with its share, and says so in `unlearned_`.

Same texts, labels and seed give the same model. Whether it may take over from the day-one coder is not
decided here: see `handover`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

import numpy as np
import simplemma
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.calibration import CalibratedClassifierCV
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import FeatureUnion, Pipeline
from sklearn.svm import LinearSVC

from analytics.text.language import detect
from analytics.text.surface import fold

FOLDS = 5
FEWEST_EXAMPLES = 10
"""Different texts with a label, and without it, from which the label is learned."""
_LEMMAS_OF = {"cs": "cs", "sk": "cs", "uk": "uk", "en": "en"}


class Lemmas(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Texts in, texts of lemmas out. Loads a dictionary of some 65 MB per language at the first text in it.

    The lemmas lose negation (nebezpečná → bezpečný), so they stand beside the text as written, never instead.
    """

    def fit(self, texts: Sequence[str], y: object = None) -> Lemmas:
        """Learn nothing."""
        return self

    def transform(self, texts: Sequence[str]) -> list[str]:
        """One text of lemmas for each text; a text in an unknown language stays as it is."""
        return [self._lemmatised(text) for text in texts]

    def _lemmatised(self, text: str) -> str:
        language = _LEMMAS_OF.get(detect(text).code)
        if language is None:
            return text
        return " ".join(simplemma.lemmatize(word, lang=language) for word in simplemma.simple_tokenizer(text))


def build_features() -> FeatureUnion:
    """Character n-grams of the text ++ character n-grams of its lemmas, accents stripped."""
    return FeatureUnion(
        [("surface", _ngrams()), ("lemmas", Pipeline([("lemmas", Lemmas()), ("ngrams", _ngrams())]))]
    )


def build_pipeline(seed: int = 0) -> Pipeline:
    """Features and an uncalibrated linear classifier in one, for a single label or a single-choice code."""
    return Pipeline([("features", build_features()), ("classifier", _classifier(seed))])


def _ngrams() -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=fold, dtype=np.float32
    )


def _classifier(seed: int) -> LinearSVC:
    return LinearSVC(C=0.5, class_weight="balanced", random_state=seed)


def text_groups(texts: Sequence[str]) -> NDArray[np.int_]:
    """A number for each text, equal for texts that differ only in case, accents, spaces and punctuation."""
    numbers: dict[str, int] = {}
    plain = ("".join(c if c.isalnum() else " " for c in fold(text)).split() for text in texts)
    return np.array([numbers.setdefault(" ".join(words), len(numbers)) for words in plain], dtype=np.int_)


class LearnedCoder(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Probabilities of labels learned from decisions. `codes` names the columns of the labels."""

    def __init__(self, codes: Sequence[str], seed: int = 0) -> None:
        self.codes = codes
        self.seed = seed

    def fit(self, texts: Sequence[str], labels: ArrayLike) -> LearnedCoder:
        """Learn from texts and an indicator matrix of shape (texts, codes) of 0 and 1.

        Raises ValueError when the shapes do not agree or there is no text.
        """
        matrix = np.asarray(labels, dtype=np.int_)
        if not texts or matrix.shape != (len(texts), len(self.codes)):
            raise ValueError("Labels need one row for each text and one column for each code.")
        self.classes_ = np.array(self.codes)
        self.training_hash_ = _digest(texts, matrix, self.codes, self.seed)
        self.training_size_ = len(texts)
        self.features_ = build_features()
        features = self.features_.fit_transform(texts)
        groups = text_groups(texts)
        self.shares_ = (matrix.sum(axis=0) + 1) / (len(texts) + 2)
        self.models_ = [self._model(features, column, groups) for column in matrix.T]
        self.unlearned_ = tuple(
            code for code, model in zip(self.codes, self.models_, strict=True) if model is None
        )
        return self

    def predict_proba(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Calibrated probabilities, shape (texts, codes)."""
        if not texts:
            return np.empty((0, len(self.codes)))
        return self._probabilities(self.features_.transform(texts))

    def moving_words(self, text: str, code: str, most: int = 3) -> list[tuple[int, int, float]]:
        """Places (start, end) of the words that speak most for a code, with their pull, the strongest
        first.
        """
        model = self.models_[list(self.codes).index(code)]
        places = list(_words(text))
        if model is None or not places:
            return []
        weights = model.calibrated_classifiers_[0].estimator.coef_.ravel()
        pulls = self.features_.transform([text[start:end] for start, end in places]) @ weights
        ranked = sorted(zip(pulls.tolist(), places, strict=True), key=lambda pair: (-pair[0], pair[1]))
        return [(start, end, round(pull, 4)) for pull, (start, end) in ranked[:most] if pull > 0]

    def _model(
        self, features: csr_matrix, column: NDArray[np.int_], groups: NDArray[np.int_]
    ) -> CalibratedClassifierCV | None:
        examples = min(len(set(groups[column == 1])), len(set(groups[column == 0])))
        if examples < FEWEST_EXAMPLES:
            return None
        folds = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=self.seed)
        splits = list(folds.split(features, column, groups))
        model = CalibratedClassifierCV(_classifier(self.seed), method="sigmoid", cv=splits, ensemble=False)
        return model.fit(features, column)

    def _probabilities(self, features: csr_matrix) -> NDArray[np.float64]:
        rows = features.shape[0]
        columns = [
            np.full(rows, share) if model is None else model.predict_proba(features)[:, 1]
            for model, share in zip(self.models_, self.shares_, strict=True)
        ]
        return np.column_stack(columns)


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = None
    for position, character in enumerate(text + " "):
        if character.isalnum():
            start = position if start is None else start
        elif start is not None:
            yield start, position
            start = None


def _digest(texts: Sequence[str], matrix: NDArray[np.int_], codes: Sequence[str], seed: int) -> str:
    training = json.dumps([list(codes), seed, list(texts), matrix.tolist()])
    return hashlib.sha256(training.encode()).hexdigest()
