"""What `evaluate` learns from and what it judges: the texts of one file or two, their labels, the splits."""

from __future__ import annotations

import argparse
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.commands.labelled import Labelled, judged_labels, labelled
from analytics.commands.reading import RefusalError, read_table
from analytics.evaluation.folds import Split, folds
from analytics.text.learning.words import text_groups

FEWEST_ROWS = 5
"""Texts from which one of any number of labels is learned and judged, unless another number is asked for."""


@dataclass(frozen=True)
class LeftOut:
    """What the figures do not know: labels with their rows to learn from, and numbers of texts."""

    labels: dict[str, int]
    texts_with_such_labels: int
    texts_without_label: int
    copies_of_judged_texts: int

    def document(self) -> dict[str, object]:
        """As JSON holds it."""
        return asdict(self)


@dataclass(frozen=True)
class Protocol:
    """Texts (those to learn from first), `truth` (texts, labels), `groups` equal for copies of a text."""

    texts: tuple[str, ...]
    labels: list[str]
    single: bool
    truth: NDArray[np.bool_]
    groups: NDArray[np.int_]
    splits: list[Split]
    left_out: LeftOut

    @property
    def target(self) -> NDArray[np.int_]:
        """What a classifier learns: numbers of labels (texts,), or the matrix as 0 and 1 (texts, labels)."""
        return _target(self.truth, self.single)

    def marks(self, answers: NDArray[np.int_]) -> NDArray[np.bool_]:
        """A classifier's answers as a matrix (texts, labels)."""
        return np.eye(len(self.labels), dtype=bool)[answers] if self.single else answers.astype(bool)

    def seen_before(self) -> int:
        """How many judged texts have a copy among those that were learned from."""
        groups = self.groups
        return sum(int(np.isin(groups[test], groups[train]).sum()) for train, test in self.splits)


def build(arguments: argparse.Namespace) -> Protocol:
    """The protocol that was asked for. Raises RefusalError when the files do not hold what it needs."""
    single = arguments.multilabel is None
    files = [arguments.file, *([arguments.test] if arguments.test else [])]
    parts = [_labelled(file, arguments) for file in files]
    fewest = arguments.min_count if arguments.min_count is not None else 0 if single else FEWEST_ROWS
    labels = judged_labels(parts[0], parts[-1], fewest, single)
    kept = [part.only(labels, single) for part in parts]
    texts = tuple(text for part in kept for text in part.texts)
    if not any(character.isalnum() for text in kept[0].texts for character in text):
        raise RefusalError(f"No text in the column “{arguments.text}” has a word in it.")
    truth = np.vstack([part.matrix(labels) for part in kept])
    groups = text_groups(texts)
    splits = _splits(_target(truth, single), groups, len(kept[0].texts), arguments)
    return Protocol(
        texts, labels, single, truth, groups, splits, _left_out(parts, labels, len(kept[0].texts), splits)
    )


def _labelled(file: str, arguments: argparse.Namespace) -> Labelled:
    return labelled(read_table(file), arguments.text, arguments.labels, arguments.multilabel)


def _target(truth: NDArray[np.bool_], single: bool) -> NDArray[np.int_]:
    return truth.argmax(axis=1) if single else truth.astype(np.int_)


def _splits(
    target: NDArray[np.int_], groups: NDArray[np.int_], learned: int, arguments: argparse.Namespace
) -> list[Split]:
    apart = groups if arguments.group_duplicates else None
    if not arguments.test:
        try:
            return folds(target, arguments.folds, arguments.seed, apart)
        except ValueError as error:
            raise RefusalError(str(error)) from None
    train, test = np.split(np.arange(len(target)), [learned])
    if apart is not None:
        train = train[~np.isin(apart[train], apart[test])]
    if not len(train) or not len(test):
        raise RefusalError("Nothing is left to learn from, or to judge.")
    return [(train, test)]


def _left_out(parts: list[Labelled], labels: list[str], learned: int, splits: list[Split]) -> LeftOut:
    known = frozenset(labels)
    counts = parts[0].counts()
    gone = {label for part in parts for label in part.counts()} - known
    return LeftOut(
        labels={label: counts[label] for label in sorted(gone)},
        texts_with_such_labels=sum(not each <= known for part in parts for each in part.labels),
        texts_without_label=sum(part.unlabelled for part in parts),
        copies_of_judged_texts=learned - len(splits[0][0]) if len(splits) == 1 else 0,
    )
