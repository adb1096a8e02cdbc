"""The figures of an order of reading, checked against sums done by hand."""

import pytest

from analytics.text.ranking.measures import measures


def test_an_order_that_finds_everything_first_saves_all_but_the_relevant_texts() -> None:
    found = measures([1] * 5 + [0] * 95)
    assert found.to_read == pytest.approx(0.05)
    assert found.wss_95 == pytest.approx(0.90)
    assert found.rrf_10 == 1.0
    assert found.atd == pytest.approx(0.03)


def test_an_order_that_finds_everything_last_costs_more_than_chance() -> None:
    found = measures([0] * 95 + [1] * 5)
    assert found.wss_95 == pytest.approx(-0.05)
    assert found.rrf_10 == 0.0


def test_ninety_five_percent_are_found_when_at_least_so_many_are() -> None:
    relevant = [1] * 18 + [0] * 20 + [1] + [0] * 60 + [1]
    assert measures(relevant).to_read == pytest.approx(0.39), "19 of 20 are 95 %"
    assert measures([1, 0, 0, 1]).to_read == 1.0, "one of two is not"


def test_the_first_tenth_is_rounded_down() -> None:
    assert measures([1] + [0] * 8).rrf_10 == 0.0
    assert measures([1] + [0] * 9).rrf_10 == 1.0


def test_nothing_to_find_cannot_be_judged() -> None:
    with pytest.raises(ValueError, match="relevant"):
        measures([0, 0])
