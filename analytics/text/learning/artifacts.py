"""Learned coders as bytes: arrays in numpy's npz format and one JSON document, nothing that could be run.

The features are those of all models together. Of the words that people wrote no list is kept: lemmas are
numbers (whether a certain one is among them can be tried out), n-grams are parts of at most five letters.

Coefficients are kept as float16 (training rounds them to it first, so that a stored coder says what the
trained one said, to the last digit), everything else at full width. Bytes that are not such an artifact, or
one of another version of the features, are refused; they may come from anywhere.

The coding frame is not part of it: what was not handed over is coded by the day-one coder that is given.
"""

from __future__ import annotations

import io
import json
import tokenize
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.learning.card import FEATURES
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.coder import LearnedCoder
from analytics.text.learning.tasks import KIND, RELEVANCE, TARGET_GROUPS, Model
from analytics.text.learning.thresholds import Thresholds
from analytics.text.learning.words import WordNgrams

FORMAT = 2
MOST_BYTES = 512 * 1024 * 1024
"""Largest sum of the arrays that is read."""
_DOCUMENT = "document"
_FEATURES = {
    "letters": np.uint32,
    "word_ngrams": np.int64,
    "lemma_ngrams": np.int64,
    "lemmas": np.int64,
    "rarity": np.float32,
}
_OF_MODEL = {
    "coefficients": np.float16,
    "intercepts": np.float32,
    "thresholds": np.float64,
}
_REFUSALS = (
    SyntaxError,  # of NumPy's headers, which are read as Python literals
    tokenize.TokenError,
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    EOFError,
    OSError,
    MemoryError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What numpy, zipfile and json raise where bytes are not what they should be."""

Arrays = Mapping[str, NDArray[Any]]


class ArtifactError(ValueError):
    """The bytes are no artifact of a learned coder, or one that this version cannot read."""


def to_bytes(coder: LearnedCoder) -> bytes:
    """The coder without its frame."""
    document = {
        "format": FORMAT,
        "features": FEATURES,
        "model_version": coder.model_version,
        "handed_over": sorted(coder.handed_over),
        "models": {task: _described(model) for task, model in sorted(coder.models.items())},
    }
    arrays: dict[str, Any] = {
        _DOCUMENT: np.frombuffer(json.dumps(document, sort_keys=True).encode(), dtype=np.uint8)
    }
    for task, model in sorted(coder.models.items()):
        arrays |= _arrays_of(model.classifier.features_)
        arrays |= {f"{task}.{name}": array for name, array in _arrays(model.classifier).items()}
    file = io.BytesIO()
    np.savez_compressed(file, allow_pickle=False, **arrays)
    return file.getvalue()


def from_bytes(data: bytes, day_one: DayOneCoder) -> LearnedCoder:
    """The coder, with `day_one` for what was not handed over. Raises ArtifactError."""
    try:
        arrays = _read(data)
        document = json.loads(arrays[_DOCUMENT].tobytes())
        if (document["format"], document["features"]) != (FORMAT, FEATURES):
            raise ArtifactError("The artifact was made by another version of the program.")
        features = _features(_checked(arrays, _FEATURES)) if document["models"] else WordNgrams()
        models = {task: _model(task, part, features, arrays) for task, part in document["models"].items()}
        handed_over = frozenset(map(_text, document["handed_over"]))
        version = _text(document["model_version"])
    except ArtifactError:
        raise
    except _REFUSALS:
        raise ArtifactError("These bytes are no artifact of a learned coder.") from None
    _check(handed_over <= {key for model in models.values() for key, _ in model.columns()})
    return LearnedCoder(day_one, models, handed_over, version)


def _described(model: Model) -> dict[str, Any]:
    thresholds = model.classifier.thresholds_
    return {
        "codes": list(model.codes),
        "seed": model.classifier.seed,
        "fallback": thresholds.fallback if thresholds else None,
    }


def _arrays_of(features: WordNgrams) -> dict[str, NDArray[Any]]:
    return {
        "letters": features.letters_,
        "word_ngrams": features.word_ngrams_,
        "lemma_ngrams": features.lemma_ngrams_,
        "lemmas": features.lemmas_,
        "rarity": np.concatenate(features.idf_).astype(np.float32),
    }


def _arrays(classifier: TextClassifier) -> dict[str, NDArray[Any]]:
    thresholds = classifier.thresholds_
    return {
        "coefficients": classifier.coef_.astype(np.float16),
        "intercepts": classifier.intercept_,
        "thresholds": thresholds.labels if thresholds else np.empty(0),
    }


def _read(data: bytes) -> dict[str, NDArray[Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check(sum(entry.file_size for entry in archive.infolist()) <= MOST_BYTES)
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _checked(arrays: Arrays, dtypes: Mapping[str, type[Any]], prefix: str = "") -> Arrays:
    own = {name: arrays[prefix + name] for name in dtypes}
    for name, array in own.items():
        _check(array.dtype == dtypes[name] and array.ndim == (2 if name == "coefficients" else 1))
        _check(array.dtype.kind != "f" or bool(np.isfinite(array).all()))
    return own


def _model(task: str, part: Mapping[str, Any], features: WordNgrams, arrays: Arrays) -> Model:
    _check(task in (RELEVANCE, TARGET_GROUPS, KIND))
    own = _checked(arrays, _OF_MODEL, f"{task}.")
    codes = tuple(map(_text, part["codes"]))
    _check(len(set(codes)) == len(codes) > 0)
    multilabel = task == TARGET_GROUPS
    classifier = TextClassifier(multilabel=multilabel, seed=int(part["seed"]))
    classifier.features_ = features
    classifier.classes_ = np.arange(len(codes)) if multilabel else np.array(codes)
    classifier.coef_ = own["coefficients"].astype(np.float32)
    classifier.intercept_ = own["intercepts"]
    classifier.thresholds_ = Thresholds(own["thresholds"], float(part["fallback"])) if multilabel else None
    _check(classifier.coef_.shape == (sum(map(len, features.idf_)), len(codes)))
    _check(len(own["intercepts"]) == len(codes))
    _check(len(own["thresholds"]) == (len(codes) if multilabel else 0))
    return Model(task, codes, classifier)


def _features(own: Arrays) -> WordNgrams:
    features = WordNgrams()
    features.letters_ = own["letters"]
    features.word_ngrams_, features.lemma_ngrams_ = own["word_ngrams"], own["lemma_ngrams"]
    features.lemmas_, features.spelled_lemmas_ = own["lemmas"], None
    parts: list[NDArray[Any]] = [features.word_ngrams_, features.lemma_ngrams_, features.lemmas_]
    for part in [features.letters_, *parts]:
        _check(bool((part[:-1] < part[1:]).all()))  # searched by halving
    ends = np.cumsum([len(part) for part in parts])
    _check(len(features.letters_) > 0 and int(ends[-1]) == len(own["rarity"]))
    features.idf_ = np.split(own["rarity"], ends[:-1])
    return features


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _check(holds: bool) -> None:
    if not holds:
        raise ArtifactError("The parts of the artifact do not fit together.")
