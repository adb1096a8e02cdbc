"""What a coder that learned from all decisions but one says of that one: the material of the learning curve
and of likely slips.

The same models and the same rules as in training, without the coding frame. All copies of a text are left
out together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.tasks import (
    IRRELEVANT,
    KIND,
    RELEVANCE,
    RELEVANT,
    TARGET_GROUPS,
    Marks,
    Model,
    Numbers,
)
from analytics.text.learning.training import FEWEST_EXAMPLES
from analytics.text.learning.words import text_groups
from analytics.text.quality.decided import Decided

FEWEST_DECISIONS = 100
"""Decisions below which nothing is learned for a look at quality."""


@dataclass(frozen=True)
class Task:
    """What is learned: texts, the code or codes that people gave, shape (texts, codes); `units` tell copies.

    `keys` name the comments.
    """

    name: str
    codes: tuple[str, ...]
    keys: tuple[str, ...]
    texts: tuple[str, ...]
    truth: Marks
    units: NDArray[np.int_]


@dataclass(frozen=True)
class LeftOut:
    """Probabilities and codes given to texts by models that had not seen them, shape (texts, codes)."""

    probabilities: Numbers
    given: Marks


def tasks(decided: Sequence[Decided]) -> list[Task]:
    """The tasks that can be learned, of labels with at least ten different texts with and without.

    The order of the decisions does not count.
    """
    rows = sorted(decided, key=lambda each: (each.text, each.key))
    relevant = [each for each in rows if each.relevant]
    groups = sorted({code for each in relevant for code in each.target_groups})
    kinds = sorted({each.kind for each in relevant if each.kind is not None})
    found = [
        _task(RELEVANCE, (IRRELEVANT, RELEVANT), rows, [{(IRRELEVANT, RELEVANT)[d.relevant]} for d in rows]),
        _task(TARGET_GROUPS, groups, relevant, [set(each.target_groups) for each in relevant]),
        _task(KIND, kinds, relevant, [{each.kind or ""} for each in relevant]),
    ]
    return [each for each in found if each is not None]


def left_out(task: Task, seed: int = 0) -> LeftOut:
    """Learn from all texts of a task, and judge each as if it had not been there."""
    multilabel = task.name == TARGET_GROUPS
    classifier = TextClassifier(multilabel=multilabel, seed=seed)
    target: NDArray[Any] = task.truth if multilabel else task.truth.argmax(axis=1)
    classifier.fit(task.texts, target)
    codes = tuple(task.codes[number] for number in classifier.classes_)
    probabilities, given = np.zeros(task.truth.shape), np.zeros(task.truth.shape, dtype=bool)
    # A part may lack a code.
    found = Model(task.name, codes, classifier).left_out()
    probabilities[:, classifier.classes_], given[:, classifier.classes_] = found
    return LeftOut(probabilities, given)


def part_of(task: Task, rows: NDArray[np.int_]) -> Task:
    """The task with some of its texts only."""
    keys, texts = (tuple(each[row] for row in rows) for each in (task.keys, task.texts))
    return Task(task.name, task.codes, keys, texts, task.truth[rows], task.units[rows])


def _task(name: str, codes: Sequence[str], rows: Sequence[Decided], given: Sequence[set[str]]) -> Task | None:
    units = text_groups([each.text for each in rows]) if rows else np.empty(0, dtype=np.int_)
    truth = np.array([[code in own for code in codes] for own in given], dtype=bool)
    truth = truth.reshape(len(rows), len(codes))
    known = [i for i, column in enumerate(truth.T) if _is_known(column, units)]
    if name != TARGET_GROUPS:  # of a choice, what was decided otherwise is left out with its code
        chosen = np.flatnonzero(truth[:, known].any(axis=1)).tolist()
        rows, truth, units = [rows[i] for i in chosen], truth[chosen], units[chosen]
    if len(rows) < FEWEST_DECISIONS or len(known) < (1 if name == TARGET_GROUPS else 2):
        return None
    return Task(
        name,
        tuple(codes[i] for i in known),
        tuple(each.key for each in rows),
        tuple(each.text for each in rows),
        truth[:, known],
        units,
    )


def _is_known(column: Marks, units: NDArray[np.int_]) -> bool:
    return min(len(np.unique(units[column])), len(np.unique(units[~column]))) >= FEWEST_EXAMPLES
