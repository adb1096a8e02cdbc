"""A label is handed over where the learned coder is better on the same rows, and not by chance."""

import numpy as np
import pytest

from analytics.evaluation.bootstrap import Estimate
from analytics.text.learning.handover import Comparison, compare, handed_over

ROWS = 300
TEXTS = np.arange(ROWS)
TRUTH = np.random.default_rng(5).random((ROWS, 1)) < 0.4


def coder(right: float, seed: int) -> np.ndarray:
    """What a coder that is right with this probability says."""
    return TRUTH ^ (np.random.default_rng(seed).random(TRUTH.shape) >= right)


def compared(learned: np.ndarray, by_frame: np.ndarray, texts: np.ndarray = TEXTS) -> Comparison:
    return compare(TRUTH, learned, by_frame, texts, [("group:seniors", [0])])[0]


def with_chances(*chances: float) -> list[Comparison]:
    nothing = Estimate(None, None, None)
    return [Comparison(f"group:{i}", nothing, nothing, nothing, chance) for i, chance in enumerate(chances)]


def test_a_better_coder_takes_a_label_over() -> None:
    found = compared(coder(0.95, 1), coder(0.7, 2))
    assert found.difference.low > 0
    assert handed_over([found]) == {"group:seniors"}


def test_an_equal_or_worse_coder_takes_nothing_over() -> None:
    same = coder(0.9, 1)
    for by_frame in (same, coder(0.9, 2), coder(0.97, 3)):
        assert handed_over([compared(same, by_frame)]) == set()


def test_f1_and_its_difference_are_those_of_all_rows() -> None:
    found = compared(TRUTH, ~TRUTH)
    assert (found.learned.value, found.day_one.value, found.difference.value) == (1.0, 0.0, 1.0)


def test_copies_of_one_text_are_no_further_evidence() -> None:
    learned, by_frame = coder(0.86, 1), coder(0.8, 2)
    alone = compared(learned, by_frame)
    in_tens = compared(learned, by_frame, TEXTS // 30)
    assert in_tens.difference.value == pytest.approx(alone.difference.value)
    assert in_tens.difference.high - in_tens.difference.low != pytest.approx(
        alone.difference.high - alone.difference.low, rel=0.02
    )


def test_of_a_choice_the_mean_f1_of_all_codes_counts() -> None:
    truth = np.column_stack([TRUTH[:, 0], ~TRUTH[:, 0]])
    always = np.column_stack([np.zeros(ROWS, bool), np.ones(ROWS, bool)])
    found = compare(truth, always, truth, TEXTS, [("relevant", [0, 1])])[0]
    share = float((~TRUTH).mean())
    assert found.learned.value == pytest.approx((2 * share / (1 + share)) / 2)


def test_many_labels_do_not_make_chance_look_like_skill() -> None:
    assert handed_over(with_chances(0.02)) == {"group:0"}
    assert handed_over(with_chances(*[0.02] * 10)) == set()
    assert handed_over(with_chances(0.001, 0.01, 0.9)) == {"group:0", "group:1"}


def test_chance_hands_over_rarely_among_coders_of_equal_skill() -> None:
    seeds = range(60)
    passed = sum(bool(handed_over([compared(coder(0.85, 2 * i), coder(0.85, 2 * i + 1))])) for i in seeds)
    assert passed <= 6
