"""What the ranker sees of texts: the parts of their words, and their words as wholes.

A short comment has few words, and what it shares with another is often only a part of one. A page has
enough words, and then parts of words mostly say again, less clearly, what the words say. So the longer the
texts of a pool are, the more whole words count. Rarity is that of the whole pool, read and unread: it needs
no labels.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from analytics.text.learning.lemmas import lemma
from analytics.text.learning.words import WordNgrams, words_of

_MIDDLE_LENGTH = 60
"""Words in a text, in the mean of the pool, that are half way from a comment to a page."""
_WHOLE_IN_COMMENTS, _WHOLE_IN_PAGES = 0.3, 0.8
"""How much whole words count where `length` is 0 and where it is 1; measured, see benchmarks/README.md."""
_TOO_COMMON = 0.95


def length(texts: Sequence[str]) -> float:
    """How long the texts of a pool are in the mean: near 0 for short comments, near 1 for whole pages."""
    mean = sum(len(words_of(text)) for text in texts) / max(len(texts), 1)
    return mean**2 / (mean**2 + _MIDDLE_LENGTH**2)


def pool_features(texts: Sequence[str]) -> sparse.csr_matrix:
    """A sparse float32 matrix (texts, features); rows have length 1, or less without words or rare ones."""
    far = length(texts)
    whole = (1 - far) * _WHOLE_IN_COMMENTS + far * _WHOLE_IN_PAGES
    parts = WordNgrams().fit_transform(texts)
    blocks = [parts * np.float32(np.sqrt(1 - whole)), _lemmas(texts) * np.float32(np.sqrt(whole))]
    return sparse.hstack(blocks, format="csr", dtype=np.float32)


def _lemmas(texts: Sequence[str]) -> sparse.csr_matrix:
    """The lemmas of the words, without those that nearly every text has."""
    vectorizer = TfidfVectorizer(analyzer=_lemmas_of, sublinear_tf=True, dtype=np.float32)
    try:
        counted = vectorizer.fit_transform(texts)
    except ValueError:  # not a word in the whole pool
        return sparse.csr_matrix((len(texts), 0), dtype=np.float32)
    texts_with = np.bincount(counted.indices, minlength=counted.shape[1])
    return counted[:, np.flatnonzero(texts_with <= max(_TOO_COMMON * len(texts), 1))]


def _lemmas_of(text: str) -> list[str]:
    return [lemma(word) for word in words_of(text)]
