"""What the ranker sees of texts: parts of words where texts are short, words and their pairs where long.

A short comment has few words, and what it shares with another is often only a part of one. A page has
enough words, and then parts of words mostly say again, less clearly, what the words say. So the longer the
texts of a pool are, the more whole words count. Rarity is that of the whole pool, read and unread: it needs
no labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from analytics.text.learning.lemmas import lemma
from analytics.text.learning.words import WordNgrams, words_of

_EVEN_LENGTH = 60
"""Words in a text, in the mean of the pool, at which parts of words and whole words count the same."""
_WORTH_IT = 0.25
"""The least share of whole words that is worth their memory: reached at 35 words in the mean."""
_TOO_COMMON = 0.95


def share_of_words(texts: Sequence[str]) -> float:
    """How much whole words count in a pool of texts: near 0 for short comments, near 1 for long texts."""
    mean = sum(len(words_of(text)) for text in texts) / max(len(texts), 1)
    return mean**2 / (mean**2 + _EVEN_LENGTH**2)


def pool_features(texts: Sequence[str]) -> sparse.csr_matrix:
    """A sparse float32 matrix (texts, features); rows have length 1, or less without words or rare ones."""
    share = share_of_words(texts)
    parts = WordNgrams().fit_transform(texts)
    if share < _WORTH_IT:
        return parts
    pairs = _pairs([[lemma(word) for word in words_of(text)] for text in texts])
    blocks = [parts * np.float32(np.sqrt(1 - share)), pairs * np.float32(np.sqrt(share))]
    return sparse.hstack(blocks, format="csr", dtype=np.float32)


def _pairs(lemmas: Sequence[Sequence[str]]) -> sparse.csr_matrix:
    """Lemmas and pairs of neighbouring ones, without those that nearly every text has."""
    vectorizer = TfidfVectorizer(analyzer=_terms, sublinear_tf=True, dtype=np.float32)
    try:
        counted = vectorizer.fit_transform(lemmas)
    except ValueError:  # not a word in the whole pool
        return sparse.csr_matrix((len(lemmas), 0), dtype=np.float32)
    texts_with = np.bincount(counted.indices, minlength=counted.shape[1])
    return counted[:, np.flatnonzero(texts_with <= max(_TOO_COMMON * len(lemmas), 1))]


def _terms(lemmas: Sequence[str]) -> list[str]:
    return [*lemmas, *(f"{first} {second}" for first, second in pairwise(lemmas))]
