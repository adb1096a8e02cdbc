from collections import Counter
from collections.abc import Hashable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.estimation.moments import WEIGHT
from analytics.estimation.need import need_shares
from analytics.estimation.parts import share_part
from analytics.estimation.published import Published
from analytics.estimation.published_options import shown_options
from analytics.estimation.tallies import Answer
from tests.analytics.estimation.attacker import small_unions

ITEMS = {
    "q10": {
        "dimension": "need_felt",
        "options": {"respite": {"target_groups": ["seniors", "carers"]}, "none": {"target_groups": []}},
    },
    "q12": {"dimension": "need_priority", "options": {"carers": {}, "seniors": {}}},
    "q14": {"dimension": "sources", "options": {"web": {}}},
}


def answers(item_code: str, stratum: str = "", **counts: int) -> list[Answer]:
    return [
        Answer(item_code, "" if option == "answered" else option, "", stratum, n)
        for option, n in counts.items()
    ]


def test_published_intervals_of_wilson() -> None:
    """Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    for part, whole, low, high in (
        (81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18),
    ):  # fmt: skip
        found = share_part([(WEIGHT, part, whole)], 0.95)
        assert (found.low, found.high, found.n) == pytest.approx((low, high, whole), abs=0.005)


def test_a_weighted_share_worked_by_hand() -> None:
    # 30 of 60 with weight 0.5 and 10 of 40 with weight 1.75: (15 + 17.5) / (30 + 70) = 32.5 %;
    # n_eff = 100² / (60 · 0.25 + 40 · 3.0625) = 72.7273
    found = share_part([(WEIGHT // 2, 30, 60), (7 * WEIGHT // 4, 10, 40)], 0.95)
    p, n, z = 0.325, 72.7273, 1.959964
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5 / (1 + z * z / n)
    assert (found.value, found.n) == (pytest.approx(32.5), 100)
    assert (found.low, found.high) == pytest.approx(
        (100 * (centre - reach), 100 * (centre + reach)), abs=1e-3
    )


def test_shares_are_of_those_who_answered_the_item_and_say_whose_need_it_is() -> None:
    rows = answers("q10", answered=80, respite=20, none=30) + answers(
        "q12", answered=90, carers=60, seniors=70
    )
    found = need_shares(rows, ITEMS, {"": WEIGHT}, 0.95)
    assert [(one.item_code, one.option_code, one.share.value, one.share.n) for one in found] == [
        ("q10", "none", 37.5, 80),
        ("q10", "respite", 25.0, 80),
        ("q12", "seniors", pytest.approx(77.78, abs=0.01), 90),
        ("q12", "carers", pytest.approx(66.67, abs=0.01), 90),
    ]
    groups = {one.option_code: one.target_groups for one in found}
    assert groups == {
        "respite": ("carers", "seniors"),
        "none": (),
        "seniors": ("seniors",),
        "carers": ("carers",),
    }


def test_an_option_nobody_chose_is_nought_and_other_items_are_no_need() -> None:
    rows = answers("q10", answered=40, none=30) + answers("q14", answered=40, web=20)
    found = need_shares(rows, ITEMS, {"": WEIGHT}, 0.95)
    assert [(one.option_code, one.share.value) for one in found] == [("none", 75.0), ("respite", 0.0)]


def shown(rows: list[Answer], *earlier: Published, item_code: str = "q10") -> set[str]:
    return {code for _, _, code in shown_options(item_code, rows, earlier, 10)}


def published(rows: list[Answer], *codes: str) -> Published:
    return Published([], rows, [], frozenset(("option", "q10", code) for code in ("", *codes)))


def test_a_need_of_few_and_one_of_all_but_few_is_hidden() -> None:
    assert shown(answers("q10", answered=100, a=9, b=10, c=90, d=91)) == {"", "b", "c"}
    assert shown(answers("q10", answered=9, a=9)) == set()


def test_the_last_option_of_a_choice_of_one_cannot_be_had_by_subtraction() -> None:
    assert shown(answers("q10", answered=100, a=60, b=36, c=4)) == {"", "a"}
    assert shown(answers("q10", answered=100, a=60, b=24, c=16)) == {"", "a", "b", "c"}


def test_what_few_added_since_an_earlier_table_is_hidden() -> None:
    before = answers("q10", answered=100, a=40, b=50, c=70)
    after = answers("q10", answered=130, a=43, b=75, c=100)
    assert shown(after, published(before, "a", "b", "c")) == {"", "c"}  # a + 3; b's rest + 5; c + 30
    assert shown(after, published(before)) == {"", "a", "b", "c"}
    assert shown(answers("q10", answered=104, a=40), published(before, "a")) == set()
    assert shown(before, published(before, "a", "b", "c")) == {"", "a", "b", "c"}


def test_the_change_of_a_hidden_option_of_a_choice_of_one_cannot_be_had_by_subtraction() -> None:
    """a + 10, b + 10 and n + 23 would tell that c, though hidden, had three more."""
    before = answers("q13", answered=90, a=40, b=30, c=20)
    after = answers("q13", answered=113, a=50, b=40, c=23)
    record = Published([], before, [], frozenset(("option", "q13", code) for code in ("", "a", "b", "c")))
    assert shown(after, record, item_code="q13") == {"", "a"}


def test_that_nobody_chose_an_option_of_a_choice_of_one_cannot_be_had_by_subtraction() -> None:
    rows = answers("q13", answered=100, a=60, b=40)
    assert {code for _, _, code in shown_options("q13", rows, [], 10, ["a", "b", "c"])} == {"", "a"}


def test_how_few_chose_two_cannot_be_had_from_all_options() -> None:
    assert shown(answers("q10", answered=100, a=60, b=43)) == {"", "a"}
    assert shown(answers("q10", answered=100, a=60, b=53)) == {"", "a", "b"}
    before, after = answers("q10", answered=100, a=60, b=53), answers("q10", answered=130, a=76, b=71)
    assert shown(after, published(before, "a", "b")) == {"", "a"}  # 30 more people made 34 more choices


def test_how_many_chose_hidden_options_alone_cannot_be_had_from_the_others() -> None:
    """With a and b told, 100 - 57 - 35 = 8 people must have chosen c, and a hidden c is at most 9."""
    assert shown(answers("q10", answered=100, a=57, b=35, c=9)) == {"", "a"}
    assert shown(answers("q10", answered=100, a=57, b=43, c=9)) == {
        "",
        "a",
        "b",
    }  # c may be with them, or nobody's
    before = answers("q10", answered=100, a=60, b=50, c=20)
    after = answers("q10", answered=160, a=95, b=68, c=29)  # 60 came, 35 + 18 of them told: 7 chose c alone
    assert shown(after, published(before, "a", "b", "c")) == {"", "a"}


@given(st.lists(st.tuples(*[st.sampled_from([0, 1, 3, 9, 10, 11, 20, 35])] * 3), min_size=2, max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_sum_of_options_over_three_snapshots_isolates_a_few(came: list[tuple[int, ...]]) -> None:
    """Rows: how many came for each option before the first, second and third snapshot."""
    earlier: list[Published] = []
    people: Counter[frozenset[Hashable]] = Counter()
    figures: list[Hashable] = []
    for number in range(3):
        chosen = {str(place): sum(row[: number + 1]) for place, row in enumerate(came)}
        rows = [Answer("q10", code, "", "", n) for code, n in [("", sum(chosen.values())), *chosen.items()]]
        told = shown_options("q10", rows, earlier, 10, chosen)
        earlier.append(Published([], rows, [], told))
        figures += [(number, code) for _, _, code in sorted(told)]
    for place, row in enumerate(came):
        for since, n in enumerate(row):
            own = {(number, code) for number in range(since, 3) for code in ("", str(place))}
            people[frozenset(own & set(figures))] += n
    within = Counter({atom: n for atom, n in people.items() if atom and n})
    assert small_unions(within, figures, 10) == []
