"""Texts taken apart once, for all the models that learn from them or from some of them.

Copies are one row: texts that differ in case, accents and punctuation alone are one observation. Which
features there are, and how rare, follows from all the texts, whatever is learned from which: it needs no
label.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from scipy import sparse

from analytics.text.learning.kernel import Kernel
from analytics.text.learning.words import WordNgrams, text_groups


class Material:
    """Texts to learn from; `groups` is the row of each text, `words` what turns texts into features."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.groups = text_groups(texts)
        self.words = WordNgrams()
        self._firsts = [texts[first] for first in np.unique(self.groups, return_index=True)[1]]

    @cached_property
    def features(self) -> sparse.csr_matrix:
        """Shape (rows, features), fitting `words`. Raises ValueError without a text, and for what is none."""
        return self.words.fit_transform(self._firsts)

    @cached_property
    def kernel(self) -> Kernel:
        """The kernel of the rows."""
        return Kernel(self.features)
