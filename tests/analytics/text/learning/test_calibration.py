import numpy as np
import pytest
from scipy.special import expit

from analytics.text.learning import calibration
from analytics.text.learning.thresholds import Thresholds


@pytest.fixture
def scores():
    return np.random.default_rng(0).normal(size=(4_000, 1))


def test_probabilities_mean_what_they_say(scores):
    shares = (np.random.default_rng(1).random(scores.shape) < expit(2 * scores - 1)).astype(float)
    slopes, intercepts = calibration.sigmoid(scores, shares, np.ones(len(scores)))
    assert slopes == pytest.approx([2], abs=0.2)
    assert intercepts == pytest.approx([-1], abs=0.2)


def test_a_higher_score_never_means_less(scores):
    misleading = (scores < 0).astype(float)
    slopes, intercepts = calibration.sigmoid(scores, misleading, np.ones(len(scores)))
    assert slopes == [0]
    assert expit(intercepts) == pytest.approx([misleading.mean()], abs=0.01)


def test_labels_of_everybody_and_nobody_are_constant_and_never_quite_certain():
    shares = np.array([[0.0, 1.0]] * 9)
    slopes, intercepts = calibration.sigmoid(np.zeros((9, 2)), shares, np.ones(9))
    assert slopes.tolist() == [0, 0]
    assert expit(intercepts) == pytest.approx([0.05, 0.95])


def test_copies_count_as_often_as_they_are_there():
    scores, shares = np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [0.5], [1.0]])
    written_out = np.array([[0.0], [1.0], [1.0], [2.0]]), np.array([[0.0], [0.0], [1.0], [1.0]])
    weighted = calibration.sigmoid(scores, shares, np.array([1, 2, 1]))
    assert np.allclose(weighted, calibration.sigmoid(*written_out, np.ones(4)), atol=1e-3)


def test_scores_that_say_nothing_have_no_weight_in_the_mixture():
    generator = np.random.default_rng(0)
    truth = np.eye(3)[generator.integers(3, size=600)]
    telling, noise = truth + generator.normal(scale=0.5, size=truth.shape), -truth
    mix = calibration.mixture([telling, noise], truth, np.ones(600))
    assert mix[0] > 1
    assert mix[1] == 0


def test_a_frequent_label_gets_a_threshold_of_its_own_and_a_rare_one_that_of_all():
    probabilities = np.tile(np.linspace(0, 1, 200)[:, np.newaxis], (1, 2))
    shares = np.column_stack([probabilities[:, 0] > 0.7, probabilities[:, 0] > 0.95]).astype(float)
    thresholds = Thresholds.tuned(probabilities, shares, np.ones(200))
    assert thresholds.labels[0] > thresholds.labels[1]


def test_a_rare_label_that_can_hardly_be_told_has_a_lower_threshold_than_one_that_can():
    generator = np.random.default_rng(3)
    often = generator.random(400) < 0.4
    frequent = np.where(often, 0.8, 0.1)
    rare = np.zeros((400, 2))
    rare[:10] = [1, 1]  # under thirty: too few to tune anything
    surely, hardly = np.where(rare[:, 0] > 0, 0.9, 0.002), np.where(np.arange(400) < 60, 0.17, 0.001)
    thresholds = Thresholds.tuned(
        np.column_stack([frequent, surely, hardly]), np.column_stack([often, rare]), np.ones(400)
    )
    assert thresholds.labels[2] < thresholds.labels[1]


def test_a_label_of_which_nothing_can_be_told_is_not_given_to_everything():
    often = np.arange(400) % 5 < 2
    probabilities = np.column_stack([np.where(often, 0.8, 0.1), np.full(400, 0.05)])
    shares = np.column_stack([often, np.arange(400) < 20]).astype(float)
    thresholds = Thresholds.tuned(probabilities, shares, np.ones(400))
    assert not thresholds.given(probabilities)[:, 1].any()


def test_a_text_below_all_thresholds_gets_its_most_probable_label_if_that_is_probable_enough():
    given = Thresholds(np.array([0.5, 0.5]), 0.2).given(np.array([[0.6, 0.7], [0.1, 0.3], [0.1, 0.15]]))
    assert given.tolist() == [[True, True], [False, True], [False, False]]


def test_texts_without_labels_stay_without():
    probabilities = np.array([[0.9, 0.1], [0.1, 0.9]] * 10 + [[0.05, 0.04]] * 40)
    shares = (probabilities > 0.5).astype(float)
    thresholds = Thresholds.tuned(probabilities, shares, np.ones(60))
    assert np.array_equal(thresholds.given(probabilities), shares == 1)
