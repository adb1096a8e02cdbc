"""Scores of a row by a model without it: the shortcuts against true refits."""

import numpy as np
import pytest
from scipy import sparse

from analytics.text.learning.bayes import LeftOutComplementBayes
from analytics.text.learning.ridge import LeftOutRidge


@pytest.fixture
def rows():
    """Features, shares of 3 labels and numbers of copies of 30 rows."""
    generator = np.random.default_rng(0)
    features = sparse.random(30, 40, density=0.3, format="csr", dtype=np.float32, random_state=1)
    shares = generator.integers(0, 2, size=(30, 3)).astype(np.float32)
    shares[::7] = 0.5  # copies that were labelled both ways
    return features, shares, generator.integers(1, 4, size=30).astype(np.float32)


def without(row, features, shares, weights):
    kept = np.arange(features.shape[0]) != row
    return features[kept], shares[kept], weights[kept]


def test_left_out_scores_of_the_ridge_are_those_of_a_refit(rows):
    scores = LeftOutRidge().fit(*rows).left_out_
    for row in range(30):
        refit = LeftOutRidge().fit(*without(row, *rows))
        assert scores[row] == pytest.approx(refit.decision_function(rows[0][row])[0], abs=1e-4)


def test_a_row_of_weight_three_is_three_rows(rows):
    features, shares, weights = rows
    copies = np.repeat(np.arange(30), weights.astype(int))
    written_out = LeftOutRidge().fit(features[copies], shares[copies], np.ones(len(copies), np.float32))
    assert LeftOutRidge().fit(*rows).coef_ == pytest.approx(written_out.coef_, abs=1e-4)


def test_left_out_scores_of_bayes_are_those_of_a_refit(rows):
    scores = LeftOutComplementBayes().fit(*rows).left_out_
    for row in range(30):
        refit = LeftOutComplementBayes().fit(*without(row, *rows))
        assert scores[row] == pytest.approx((rows[0][row] @ refit.coef_)[0], abs=1e-2)


def test_divided_rows_are_left_out_of_their_own_part_only(rows):
    features, shares, weights = rows
    model = LeftOutRidge(most_rows=10, seed=3).fit(*rows)
    parts = np.array_split(np.random.default_rng(3).permutation(30), 3)
    row = parts[1][0]
    kept = [part[part != row] for part in parts]
    refits = [LeftOutRidge().fit(features[part], shares[part], weights[part]) for part in kept]
    expected = np.mean([refit.decision_function(features[row])[0] for refit in refits], axis=0)
    assert model.left_out_[row] == pytest.approx(expected, abs=1e-4)
    assert model.coef_.shape == (40, 3)
