"""What the ranker sees: parts of words in short texts, whole words and their pairs in long ones."""

import numpy as np
import pytest

from analytics.text.learning.words import WordNgrams
from analytics.text.ranking.features import pool_features, share_of_words

SHORT = ["Autobus jezdí pozdě.", "Oběd byl studený a drahý.", "Děkuji!"]
LONG = [
    " ".join(f"slovo{(i * step) % 97} a" for i in range(100)) + end
    for step, end in ((1, " poradna pro dlužníky"), (3, " dlužníky poradna"), (5, " poradna pro dlužníky"))
]


def test_short_texts_are_seen_by_the_parts_of_their_words_alone() -> None:
    assert share_of_words(SHORT) < 0.01
    assert (pool_features(SHORT) != WordNgrams().fit_transform(SHORT)).nnz == 0


def test_long_texts_are_seen_by_their_words_and_pairs_of_words() -> None:
    assert share_of_words(LONG) > 0.9
    features = pool_features(LONG)
    assert features.shape[1] > WordNgrams().fit_transform(LONG).shape[1]
    lengths = np.sqrt(features.multiply(features).sum(axis=1))
    assert lengths.max() <= 1 + 1e-5


def test_the_order_of_words_counts_in_long_texts_only() -> None:
    for texts, same in (
        (["pes kouše", "kouše pes", "pes"], True),
        ([f"{t} " * 40 for t in ("pes a kočka", "kočka a pes")], False),
    ):
        features = pool_features(texts).toarray()
        assert np.allclose(features[0], features[1]) == same


@pytest.mark.parametrize("texts", [["!", "?"], ["…", "slovo"], ["a " * 200, "a " * 200]])
def test_texts_without_words_or_with_one_word_only_have_features_too(texts: list[str]) -> None:
    features = pool_features(texts)
    assert features.shape[0] == 2
    assert np.isfinite(features.data).all()
