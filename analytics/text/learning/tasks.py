"""The three things that are learned from decisions, and what follows from the probabilities of each.

What is judged in training and what is said in service goes through the same functions here. A probability
of a target group or of a kind holds for a relevant comment. Keys of labels are stable: "relevant",
"group:seniors", "kind:praise"; what is handed over is named the same way, the kind as one: "kind".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning.classifier import TextClassifier

RELEVANCE, TARGET_GROUPS, KIND = "relevance", "target_groups", "kind"
RELEVANT, IRRELEVANT = "relevant", "irrelevant"
RELEVANT_FROM, IRRELEVANT_UP_TO = 0.65, 0.35
"""Probabilities between which the machine does not know whether a comment is relevant."""
KIND_FROM = 0.4
"""Probability of the likeliest kind below which the machine does not know the kind."""

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True)
class Model:
    """A fitted classifier; `codes` are what its columns stand for."""

    task: str
    codes: tuple[str, ...]
    classifier: TextClassifier

    def probabilities(self, texts: Sequence[str]) -> Numbers:
        """Calibrated probabilities, shape (texts, codes)."""
        return self.classifier.predict_proba(texts)

    def given(self, probabilities: Numbers) -> Marks:
        """The codes that follow from probabilities, shape (texts, codes); relevance by where it leans."""
        if self.task == TARGET_GROUPS:
            return np.asarray(self.classifier.decide(probabilities), dtype=bool)
        best = probabilities == probabilities.max(axis=1, keepdims=True)
        likely: Marks = best & (probabilities >= KIND_FROM) if self.task == KIND else best
        return likely

    def left_out(self) -> tuple[Numbers, Marks]:
        """Probabilities and codes of the texts that were learned from, said without sight of each."""
        probabilities, given = self.classifier.left_out_probabilities_, self.classifier.left_out_given_
        return probabilities, self.given(probabilities) if given is None else given

    def keys(self) -> dict[str, int]:
        """Key of each label → its column."""
        if self.task == RELEVANCE:
            return {RELEVANT: self.codes.index(RELEVANT)}
        prefix = "group" if self.task == TARGET_GROUPS else "kind"
        return {f"{prefix}:{code}": column for column, code in enumerate(self.codes)}

    def columns(self) -> list[tuple[str, list[int]]]:
        """What is handed over as one, with its columns. A choice is handed over whole, groups one by one."""
        if self.task == TARGET_GROUPS:
            return [(key, [column]) for key, column in self.keys().items()]
        return [(RELEVANT if self.task == RELEVANCE else KIND, list(range(len(self.codes))))]


def without_company(frame: CodingFrame, codes: Sequence[str]) -> tuple[str, ...]:
    """Codes of groups in the frame's order; one that is given `only_alone` goes where there is another."""
    given = [group for group in frame.target_groups if group.code in set(codes)]
    shared = [group for group in given if not group.only_alone]
    return tuple(group.code for group in shared or given)


def verdict(probability: float) -> bool | None:
    """Whether a comment is relevant; None: the machine does not know."""
    if probability >= RELEVANT_FROM:
        return True
    return False if probability <= IRRELEVANT_UP_TO else None


def limits(models: Mapping[str, Model]) -> dict[str, object]:
    """Every probability from which something is said, for the card."""
    thresholds = models[TARGET_GROUPS].classifier.thresholds_ if TARGET_GROUPS in models else None
    groups = zip(models[TARGET_GROUPS].codes, thresholds.labels.tolist(), strict=True) if thresholds else ()
    return {
        "relevant_from": RELEVANT_FROM,
        "irrelevant_up_to": IRRELEVANT_UP_TO,
        "kind_from": KIND_FROM,
        "groups_from": {code: round(threshold, 4) for code, threshold in groups},
        "likeliest_group_from": round(thresholds.fallback, 4) if thresholds else None,
    }
