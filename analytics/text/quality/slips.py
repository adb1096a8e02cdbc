"""Decisions that are likely slips of the hand: those that a model which has not seen them contradicts most.

Confident learning: a decision is suspected where another code is at least as probable as it usually is for
texts that have this code, and more probable than what was decided (C. Northcutt, L. Jiang, I. Chuang,
Confident Learning: Estimating Uncertainty in Dataset Labels, Journal of Artificial Intelligence Research 70,
2021). The machine may well be wrong: this is a list for looking at, never a correction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from analytics.text.learning.tasks import TARGET_GROUPS, Marks, Numbers
from analytics.text.quality.left_out import LeftOut, Task
from analytics.text.quality.measures import DIGITS

MOST = 50
GIVEN, NOT_GIVEN = "given", "not_given"

Slip = dict[str, Any]


def likely_slips(judged: Iterable[tuple[Task, LeftOut]], most: int = MOST) -> list[Slip]:
    """At most `most` comments, the most suspicious first, each with its strongest contradiction.

    `about` is "relevance", "kind" or "group:…"; `said` and `machine` are codes, of a group "given" and
    "not_given"; `probability` is that of the machine's code, `margin` how much more probable it is.
    """
    found = [slip for task, scores in judged for slip in _of_task(task, scores)]
    ranked = sorted(found, key=lambda slip: (-slip["margin"], slip["comment"], slip["about"]))
    strongest: dict[str, Slip] = {}
    for slip in ranked:
        strongest.setdefault(slip["comment"], slip)
    return list(strongest.values())[:most]


def _of_task(task: Task, scores: LeftOut) -> Iterator[Slip]:
    """What has not been learned yet, because a code is given to nothing, contradicts nobody."""
    learned = np.atleast_1d(scores.given.any(axis=0))
    if task.name != TARGET_GROUPS:
        if not learned.all():
            return
        yield from _contradictions(task, task.name, task.codes, task.truth, scores.probabilities)
        return
    for column, code in enumerate(task.codes):
        if not learned[column]:
            continue
        has, probability = task.truth[:, column], scores.probabilities[:, column]
        yield from _contradictions(
            task,
            f"group:{code}",
            (NOT_GIVEN, GIVEN),
            np.column_stack([~has, has]),
            np.column_stack([1 - probability, probability]),
        )


def _contradictions(
    task: Task, about: str, codes: tuple[str, ...], truth: Marks, probabilities: Numbers
) -> Iterator[Slip]:
    usual = [probabilities[truth[:, code], code].mean() for code in range(len(codes))]
    confident = np.where(~truth & (probabilities >= usual), probabilities, 0.0)
    other = confident.argmax(axis=1)
    rows = np.arange(len(truth))
    said = truth.argmax(axis=1)
    margins = confident[rows, other] - probabilities[rows, said]
    for row in np.flatnonzero(margins > 0):
        yield {
            "comment": task.keys[row],
            "about": about,
            "said": codes[said[row]],
            "machine": codes[other[row]],
            "probability": round(float(probabilities[row, other[row]]), DIGITS),
            "margin": round(float(margins[row]), DIGITS),
        }
