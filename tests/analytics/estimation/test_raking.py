import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.estimation.raking import NotRakedError, rake

ROWS, COLUMNS = "abcd", "1234"


def test_a_table_of_sixteen_cells_is_raked_as_another_program_rakes_it() -> None:
    """Figures by ipfn 1.4.4, which the agreement benchmark compares on many more."""
    table = [[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50]]
    people = [n for row in table for n in row]
    weights = rake(
        people,
        [[row for row in ROWS for _ in COLUMNS], list(COLUMNS) * 4],
        [
            {"a": 0.15, "b": 0.30, "c": 0.40, "d": 0.15},
            {"1": 0.20, "2": 0.30, "3": 0.40, "4": 0.10},
        ],
    )
    fitted = [1000 / sum(people) * n * weight for n, weight in zip(people, weights, strict=True)]
    assert fitted == pytest.approx(
        [64.5585, 46.2325, 35.3843, 3.8247, 49.9679, 68.1594, 156.4985, 25.3742, 56.7219, 144.4282,
         145.0825, 53.7673, 28.7516, 41.18, 63.0347, 17.0337], abs=1e-4
    )  # fmt: skip


def test_two_margins_worked_by_hand() -> None:
    # 2 × 2 with 10 in each cell and independent targets: each weight is the product of two ratios.
    weights = rake(
        [10, 10, 10, 10], [list("ffmm"), list("yoyo")], [{"f": 0.6, "m": 0.4}, {"y": 0.3, "o": 0.7}]
    )
    assert weights == pytest.approx([1.2 * 0.6, 1.2 * 1.4, 0.8 * 0.6, 0.8 * 1.4])


def test_a_category_without_anybody_cannot_be_raked() -> None:
    with pytest.raises(NotRakedError, match="Nobody"):
        rake([10, 5], [["f", "f"]], [{"f": 0.5, "m": 0.5}])


def test_margins_that_contradict_each_other_are_refused() -> None:
    """All women are old and all men are young, but six of ten should be women and half of them old."""
    with pytest.raises(NotRakedError, match="contradict"):
        rake([10, 10], [["f", "m"], ["o", "y"]], [{"f": 0.6, "m": 0.4}, {"o": 0.5, "y": 0.5}])


@given(
    st.lists(st.integers(1, 500), min_size=9, max_size=9),
    st.lists(st.floats(0.05, 1.0), min_size=3, max_size=3),
    st.lists(st.floats(0.05, 1.0), min_size=3, max_size=3),
)
@settings(max_examples=60, deadline=None)
def test_raking_meets_its_margins(people: list[int], rows: list[float], columns: list[float]) -> None:
    margins = [[row for row in "abc" for _ in "123"], list("123") * 3]
    targets = [
        {code: share / sum(shares) for code, share in zip(codes, shares, strict=True)}
        for codes, shares in (("abc", rows), ("123", columns))
    ]
    weights = rake(people, margins, targets)
    for categories, target in zip(margins, targets, strict=True):
        for code, share in target.items():
            found = sum(n * w for n, w, own in zip(people, weights, categories, strict=True) if own == code)
            assert found / sum(people) == pytest.approx(share, abs=1e-9)
