"""Texts with labels out of a table: what counts as a label, and which labels and rows are left out.

Spaces around labels do not count, neither does a label said twice. A single choice without a label is left
out: there is nothing to compare with. Where a text may have any number of labels, none is an answer and the
row stays. Empty texts stay: somebody labelled them. What is left out is counted, so that it can be said.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.commands.reading import RefusalError, Table

_SHOWN = 5


@dataclass(frozen=True)
class Labelled:
    """Texts and the set of labels of each; `unlabelled` single choices without a label are already gone."""

    texts: tuple[str, ...]
    labels: tuple[frozenset[str], ...]
    unlabelled: int

    def counts(self) -> Counter[str]:
        """How many texts have each label."""
        return Counter(label for each in self.labels for label in each)

    def only(self, kept: Sequence[str], single: bool) -> Labelled:
        """The same with other labels taken away; rows of a single choice go with their label."""
        known = frozenset(kept)
        rows = [
            (text, each & known)
            for text, each in zip(self.texts, self.labels, strict=True)
            if each <= known or not single
        ]
        texts, labels = tuple(text for text, _ in rows), tuple(each for _, each in rows)
        return Labelled(texts, labels, self.unlabelled)

    def matrix(self, kept: Sequence[str]) -> NDArray[np.bool_]:
        """Which text has which label, shape (texts, labels)."""
        places = {label: i for i, label in enumerate(kept)}
        marks = np.zeros((len(self.texts), len(kept)), dtype=bool)
        for row, each in enumerate(self.labels):
            marks[row, [places[label] for label in each]] = True
        return marks


def labelled(table: Table, text: str, labels: str, separator: str | None) -> Labelled:
    """Texts and labels of two columns; without a separator a cell is one label, however it is written.

    Raises RefusalError for a missing column, and when no row has a label.
    """
    rows = [
        (said, _labels(cell, separator))
        for said, cell in zip(table.column(text), table.column(labels), strict=True)
    ]
    kept = rows if separator is not None else [(said, each) for said, each in rows if each]
    if not any(each for _, each in kept):
        raise RefusalError(f"No row has a label in the column “{labels}”.")
    return Labelled(
        tuple(said for said, _ in kept), tuple(each for _, each in kept), unlabelled=len(rows) - len(kept)
    )


def judged_labels(learned: Labelled, judged: Labelled, fewest: int, single: bool) -> list[str]:
    """The labels of both with at least `fewest` rows to learn from, in alphabetical order.

    With `fewest` 0 labels that can't be learned stay as well, and nobody will ever give them.
    Raises RefusalError when what is left can't be told apart.
    """
    counts = learned.counts()
    kept = sorted(label for label in counts.keys() | judged.counts().keys() if counts[label] >= fewest)
    known = [label for label in kept if counts[label]]
    frequent = ", ".join(f"“{label}” {n}" for label, n in counts.most_common(_SHOWN))
    if not known:
        raise RefusalError(f"No label has {fewest} rows to learn from; the most frequent: {frequent}.")
    if single and len(known) == 1:
        raise RefusalError(f"“{known[0]}” is the only label to learn; there is nothing to tell apart.")
    if single and max(counts.values()) == 1:
        raise RefusalError(f"No two rows share a label (such as {frequent}); is it the right column?")
    return kept


def _labels(cell: str, separator: str | None) -> frozenset[str]:
    parts = [cell] if separator is None else cell.split(separator)
    return frozenset(label for part in parts if (label := unicodedata.normalize("NFC", part).strip()))
