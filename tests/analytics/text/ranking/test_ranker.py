"""The ranker: what it puts first, that it repeats itself, and that its equations are solved."""

import numpy as np
import pytest
from scipy import sparse

from analytics.text.ranking.features import pool_features
from analytics.text.ranking.ranker import PoolRanker, regression_scores, smoothed
from analytics.text.ranking.similar import neighbour_graph

TEXTS = [
    "Autobus jezdí pozdě.",
    "Oběd byl studený.",
    "Autobusem se k lékaři nedostaneme.",
    "Obědy jsou dobré.",
    "Řidiči autobusů jsou milí.",
    "Obědů je málo.",
]


def _ranker(texts: list[str]) -> PoolRanker:
    features = pool_features(texts)
    return PoolRanker(features, neighbour_graph(features))


def test_what_resembles_relevant_texts_comes_before_what_resembles_others() -> None:
    scores = _ranker(TEXTS).scores(np.array([0, 1]), [True, False])
    assert min(scores[[2, 4]]) > max(scores[[3, 5]])


def test_the_same_decisions_give_the_same_scores_in_any_order() -> None:
    ranker = _ranker(TEXTS)
    forth = ranker.scores(np.array([0, 1, 3]), [True, False, False])
    back = ranker.scores(np.array([3, 1, 0]), [False, False, True])
    assert np.array_equal(forth, ranker.scores(np.array([0, 1, 3]), [True, False, False]))
    assert forth == pytest.approx(back, abs=1e-3)


def test_the_regression_is_the_solution_of_its_equations() -> None:
    features = pool_features(TEXTS)
    rows, verdicts = np.array([0, 1, 3, 4]), np.array([True, False, False, True])
    own = features[rows].toarray().astype(float)
    raw = np.where(verdicts, 1.0, 2 / (9.8 * 2))
    weights = raw * 4 / raw.sum()
    kernel = own @ own.T + 1 + np.diag(3.0 / weights)
    dual = np.linalg.solve(kernel, np.where(verdicts, 1.0, -1.0))
    expected = features.toarray() @ own.T @ dual + dual.sum()
    assert regression_scores(features, rows, verdicts) == pytest.approx(expected, abs=1e-3)


def test_a_pool_that_was_compared_beforehand_gets_the_same_scores() -> None:
    features = pool_features(TEXTS)
    graph, rows = neighbour_graph(features), np.array([0, 1, 3])
    afresh = smoothed(regression_scores(features, rows, [True, False, False]), graph, 0.4)
    assert PoolRanker(features, graph, 0.4).scores(rows, [True, False, False]) == pytest.approx(
        afresh, abs=1e-4
    )


def test_one_verdict_alone_and_texts_without_words_do_no_harm() -> None:
    ranker = _ranker([*TEXTS, "!"])
    assert np.isfinite(ranker.scores(np.array([0, 6]), [True, True])).all()
    assert np.isfinite(ranker.scores(np.array([1]), [False])).all()


def test_without_a_decision_there_is_nothing_to_learn() -> None:
    with pytest.raises(ValueError, match="decided"):
        _ranker(TEXTS).scores(np.array([], dtype=int), [])


def test_neighbours_pull_scores_together() -> None:
    features = pool_features(
        ["stejná slova zde", "stejná slova tady", "něco docela jiného", "jiného docela nic"]
    )
    before = np.array([1.0, 0.0, 0.0, 0.0])
    after = smoothed(before, neighbour_graph(features))
    assert after[1] > after[2]
    assert after[1] > after[3]


def test_neighbours_count_in_long_texts_too_but_less() -> None:
    before = np.array([1.0, 0.0, 0.0])
    both = sparse.csr_matrix([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]])
    of_short, of_long = (
        smoothed(before, both, share)[1] - smoothed(before, both, share)[2] for share in (0, 1)
    )
    assert of_short > of_long > 0
