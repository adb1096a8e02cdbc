import math

from analytics.estimation.scores import respondent_scores
from tests.analytics.estimation.frames import NAN, response, responses


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
