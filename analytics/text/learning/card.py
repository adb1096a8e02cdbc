"""The card of a learned coder: what it learned from, how good it was found to be, what it does not know.

A JSON document without texts of comments. Every score is of texts that the model had not seen; calibration
is told by the Brier score and the expected calibration error (ten bins of equal width; Naeini, Cooper &
Hauskrecht 2015, AAAI), both the lower the better. Knows no rule of handing over and no table.
"""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.learning.handover import Comparison
from analytics.text.learning.tasks import Numbers
from analytics.text.surface import fold

LIBRARIES = ("numpy", "scipy", "scikit-learn", "simplemma", "spacy")
FEATURES = "words-2"
"""Raised whenever the same text would have other features: an artifact of another version is not read."""
_BINS = 10


@dataclass(frozen=True)
class Judged:
    """What was found out about one of the three tasks; `labels` compare code by code.

    `unlearned` codes had too few examples; a task without `probabilities` was not learned at all. Truth and
    probabilities have shape (rows, labels).
    """

    n: int
    texts: int
    unlearned: tuple[str, ...]
    truth: NDArray[np.bool_] | None = None
    probabilities: Numbers | None = None
    labels: Sequence[Comparison] = ()
    wholes: Sequence[Comparison] = ()


def of_task(judged: Judged) -> dict[str, Any]:
    """The part of the card about one task."""
    part: dict[str, Any] = {
        "n": judged.n,
        "texts": judged.texts,
        "learned": judged.probabilities is not None,
        "unlearned": list(judged.unlearned),
        "whole": [_compared(each) for each in judged.wholes],
        "labels": [],
    }
    if judged.truth is None or judged.probabilities is None:
        return part
    for column, label in enumerate(judged.labels):
        truth, probabilities = judged.truth[:, column], judged.probabilities[:, column]
        part["labels"].append(
            {
                "code": label.key,
                "positives": int(truth.sum()),
                **_compared(label),
                "brier": round(float(np.mean((probabilities - truth) ** 2)), 4),
                "ece": round(calibration_error(probabilities, truth), 4),
            }
        )
    return part


def calibration_error(probabilities: Numbers, truth: NDArray[np.bool_]) -> float:
    """The mean distance of probability and share of positives over ten bins, weighted by their texts."""
    bins = np.minimum((probabilities * _BINS).astype(int), _BINS - 1)
    surplus = np.bincount(bins, probabilities - truth, minlength=_BINS)
    return float(np.abs(surplus).sum() / max(len(truth), 1))


def of_texts(texts: Sequence[str], languages: Sequence[str]) -> dict[str, Any]:
    """How many texts in which language, and how many of the Czech and Slovak ones have no accent at all."""
    accented = [language in ("cs", "sk") for language in languages]
    bare = sum(mark and fold(text) == text.lower() for text, mark in zip(texts, accented, strict=True))
    return {
        "languages": dict(sorted(Counter(languages).items())),
        "without_diacritics": bare,
        "with_diacritics": sum(accented) - bare,
    }


def libraries() -> dict[str, str]:
    """Versions of what the numbers come from."""
    return {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}}


def _compared(each: Comparison) -> dict[str, Any]:
    estimates: Mapping[str, Any] = {
        "learned": each.learned,
        "day_one": each.day_one,
        "difference": each.difference,
    }
    rounded = {
        name: {end: None if value is None else round(value, 4) for end, value in found.document().items()}
        for name, found in estimates.items()
    }
    return {"key": each.key, **rounded, "chance": round(each.chance, 5)}
