"""What the quality of a coder is measured on: decisions of people beside what the machine said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.learning.words import text_groups
from analytics.text.surface import fold

FEWEST = 30
"""Decisions below which no figure is told."""
ACCENTED = ("cs", "sk")
"""Languages in which a text without a single accent was written without diacritics."""

Document = Mapping[str, Any]
"""A `Coding` as it is stored."""


@dataclass(frozen=True)
class Decided:
    """A comment with the decision in force; groups and kind are of relevant ones only.

    `key` names the comment, `month` (2026-11) is that of the decision, `in_sample`: chance picked it.
    `unseen`: the coder in force did not learn from it, nor from a copy of it. `now` is what that coder says
    of it, `then` what the coder said that was in force when it was decided; None: nothing is stored.
    """

    key: str
    text: str
    month: str
    relevant: bool
    target_groups: frozenset[str] = frozenset()
    kind: str | None = None
    in_sample: bool = False
    unseen: bool = True
    now: Document | None = None
    then: Document | None = None


Pair = tuple[Decided, Document]
"""A decision and the coding that is measured on it."""


def distinct(pairs: Sequence[Pair]) -> NDArray[np.int_]:
    """A number for each pair, equal where the texts are copies of each other."""
    return text_groups([each.text for each, _ in pairs]) if pairs else np.empty(0, dtype=np.int_)


def is_bare(text: str) -> bool:
    """Whether a text has no accent at all."""
    return fold(text) == text.lower()
