"""Trials of a classifier: learn from some rows, judge others, take the time. Knows fit and predict only."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from analytics.evaluation.folds import Split, judged_rows


class Classifier(Protocol):
    """What scikit-learn calls a classifier, for texts."""

    def fit(self, texts: Sequence[str], y: NDArray[Any]) -> object:
        """Learn."""

    def predict(self, texts: Sequence[str]) -> NDArray[Any]:
        """Answer in the form of the `y` that was learned."""


@dataclass(frozen=True)
class Pace:
    """How many texts went through in how many seconds of processor time."""

    texts: int
    seconds: float

    @property
    def per_second(self) -> float:
        """Texts a second of one core, however busy the machine is."""
        return self.texts / max(self.seconds, 1e-9)


@dataclass(frozen=True)
class Trial:
    """What came out: the judged rows, the predictions for them (one for each way of writing), the times."""

    rows: NDArray[np.int_]
    predicted: tuple[NDArray[Any], ...]
    training: Pace
    prediction: Pace


def trial(
    build: Callable[[], Classifier],
    learned: Sequence[str],
    read: Sequence[Sequence[str]],
    target: NDArray[Any],
    splits: Sequence[Split],
    progress: Callable[[int], None] = lambda _: None,
) -> Trial:
    """Fit a fresh classifier for each split and pool its predictions over the judged rows.

    `learned` are the texts to learn from; `read` has one or more ways to write the same texts for judging, of
    which the first is timed. `target` is an array of labels (texts,) or an indicator matrix (texts, labels).
    """
    predicted = [np.zeros_like(target) for _ in read]
    fitting = predicting = 0.0
    trained = judged = 0
    for number, (train, test) in enumerate(splits):
        progress(number)
        started = time.process_time()
        classifier = build()
        classifier.fit([learned[i] for i in train], target[train])
        fitted = time.process_time()
        predicted[0][test] = classifier.predict([read[0][i] for i in test])
        done = time.process_time()
        for answers, texts in zip(predicted[1:], read[1:], strict=True):
            answers[test] = classifier.predict([texts[i] for i in test])
        fitting, predicting = fitting + fitted - started, predicting + done - fitted
        trained, judged = trained + len(train), judged + len(test)
    progress(len(splits))
    rows = judged_rows(splits)
    return Trial(
        rows=rows,
        predicted=tuple(answers[rows] for answers in predicted),
        training=Pace(trained, fitting),
        prediction=Pace(judged, predicting),
    )
