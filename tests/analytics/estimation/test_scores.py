import math

import pytest

from analytics.estimation.scores import item_score, respondent_scores
from tests.analytics.estimation.frames import NAN, response, responses


def test_five_points_are_spread_evenly_over_the_scale() -> None:
    assert [item_score(score, highest=5) for score in (5, 4, 3, 2, 1)] == [100, 75, 50, 25, 0]


def test_three_easy_points_reach_both_ends_of_the_scale() -> None:
    assert [item_score(score, highest=5) for score in (5, 3, 1)] == [100, 50, 0]


def test_a_scale_may_start_at_zero() -> None:
    assert item_score(1, highest=4, lowest=0) == 25


def test_do_not_know_is_missing_and_never_the_middle() -> None:
    assert math.isnan(item_score(None, highest=5))


@pytest.mark.parametrize(("score", "highest"), [(6, 5), (0, 5), (1, 1)])
def test_a_score_outside_its_scale_is_refused(score: float, highest: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        item_score(score, highest)


def test_respondent_score_is_the_mean_of_the_answered_core_items() -> None:
    frame = responses(response("S1", 100, environment=25, benefit=NAN))  # (100 + 100 + 25 + 100) / 4
    assert respondent_scores(frame).tolist() == [81.25]


def test_three_answers_of_five_are_enough_and_two_are_not() -> None:
    three = response("S1", 75, staff=NAN, benefit=NAN)
    two = response("S1", 75, staff=NAN, benefit=NAN, access=NAN)
    scores = respondent_scores(responses(three, two)).tolist()
    assert scores[0] == 75
    assert math.isnan(scores[1])


def test_overall_is_a_check_and_stays_outside_the_score() -> None:
    assert respondent_scores(responses(response("S1", 75, overall=0))).tolist() == [75]


def test_no_responses_have_no_scores() -> None:
    assert respondent_scores(responses()).tolist() == []
