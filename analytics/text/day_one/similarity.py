"""How much a comment resembles what the coding frame says about each target group.

Cosine of TF-IDF over character n-grams inside words, accents stripped, between the comment and the names,
definition and terms of a group in one language. It brings near words that no term names exactly
(misspellings, compounds). It is a weak witness: the coder lets it add to a score, never decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer

from analytics.text.day_one.coding_frame import CodingFrame, TargetGroup
from analytics.text.surface import fold

_FULL_RESEMBLANCE = 0.30
"""A cosine from which the resemblance counts as full; short comments hardly ever exceed it."""


class FrameSimilarity:
    """Resemblance of comments to the target groups of a frame, in the given languages of its texts."""

    def __init__(self, frame: CodingFrame, languages: Sequence[str]) -> None:
        texts = [fold(_text_of(group, languages)) for group in frame.target_groups]
        self._vectorizer = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), lowercase=False, sublinear_tf=True, dtype=np.float32
        )
        self._groups = self._vectorizer.fit_transform(texts)

    def resemblance(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Array of shape (texts, groups) with values in [0, 1]."""
        comments = self._vectorizer.transform([fold(text) for text in texts])
        cosines = (comments @ self._groups.T).toarray()
        return np.asarray(np.clip(cosines / _FULL_RESEMBLANCE, 0.0, 1.0), dtype=np.float32)


def _text_of(group: TargetGroup, languages: Sequence[str]) -> str:
    parts = [
        texts[language]
        for texts in (group.names, group.definitions)
        for language in languages
        if language in texts
    ]
    for terms in (group.people, group.help):
        parts.extend(
            term.replace("*", "").replace("…", "")
            for language in languages
            for term in terms.get(language, ())
        )
    return " ".join(parts)
