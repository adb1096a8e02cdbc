"""What the ranker sees: parts of words and whole words, and these the more the longer the texts are."""

import numpy as np
import pytest

from analytics.text.learning.words import WordNgrams
from analytics.text.ranking.features import length, pool_features

SHORT = ["Autobus jezdí pozdě.", "Oběd byl studený a drahý.", "Děkuji!"]
LONG = [" ".join(f"slovo{i * step} a" for i in range(100)) for step in (7, 11, 13)]


def _of_whole_words(texts: list[str]) -> float:
    """The part of the squared length of the rows that is whole words'."""
    squared = pool_features(texts).power(2)
    parts = WordNgrams().fit_transform(texts).shape[1]
    return float(squared[:, parts:].sum() / squared.sum())


def test_the_longer_the_texts_the_more_whole_words_count() -> None:
    assert length(SHORT) < 0.01
    assert length(LONG) > 0.7
    assert _of_whole_words(SHORT) == pytest.approx(0.3, abs=0.01)
    assert _of_whole_words(LONG) > 0.65


def test_forms_of_a_word_are_one_whole_word() -> None:
    texts = ["Autobus do školy", "autobusem ke škole", "Lavička v parku"]
    whole = pool_features(texts)[:, WordNgrams().fit_transform(texts).shape[1] :].toarray()
    assert (whole[0] @ whole[1]) > 0.3 / 2, "two of three words have the same lemma"
    assert not (whole[0] @ whole[2])


def test_a_word_that_nearly_every_text_has_counts_for_nothing_as_a_whole() -> None:
    texts = [f"lavička {word}" for word in ("chybí", "stojí", "hoří")]
    assert pool_features(texts).shape[1] - WordNgrams().fit_transform(texts).shape[1] == 3


def test_rows_have_length_one_at_most() -> None:
    for texts in (SHORT, LONG):
        lengths = np.sqrt(pool_features(texts).power(2).sum(axis=1))
        assert 0.9 < lengths.min() <= lengths.max() <= 1 + 1e-5


@pytest.mark.parametrize("texts", [["!", "?"], ["…", "slovo"], ["a " * 200, "a " * 200]])
def test_texts_without_words_or_with_one_word_only_have_features_too(texts: list[str]) -> None:
    features = pool_features(texts)
    assert features.shape[0] == 2
    assert np.isfinite(features.data).all()
