"""Property tests against an attacker who shares no code with what it attacks."""

from collections import Counter
from collections.abc import Mapping
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.estimation.cells import TOTAL, Cell, CellKind, cells, cells_of_response
from analytics.estimation.disclosure import _filled_by_some_table, is_safe, publishable, size
from tests.analytics.estimation.attacker import possible_tables, small_residuals, small_unions

MINIMUM = 10
Table = Mapping[frozenset[Cell], int]


def service(code: str) -> Cell:
    return Cell(CellKind.SERVICE, code)


def group(code: str) -> Cell:
    return Cell(CellKind.TARGET_GROUP, code)


def table(catalogue: Mapping[str, tuple[str, ...]], **people: int) -> Counter[frozenset[Cell]]:
    counts = Counter({cells_of_response(code, catalogue): people.get(code, 0) for code in catalogue})
    counts[cells_of_response(None, catalogue)] = people.get("nobody", 0)
    return counts


def largest_first(counts: Table) -> list[Cell]:
    found = {cell for atom in counts for cell in atom}
    return sorted(found, key=lambda cell: (-size(counts, cell), cell.kind != CellKind.TOTAL, str(cell.code)))


@st.composite
def tables(draw: st.DrawFn, most: int, services: int = 5) -> Table:
    """Random catalogues of services in overlapping groups, with random counts, zero included."""
    codes = [f"S{number}" for number in range(draw(st.integers(1, services)))]
    groups = st.lists(st.sampled_from(["g", "h", "k"]), unique=True, max_size=3).map(tuple)
    catalogue = {code: draw(groups) for code in codes}
    return table(
        catalogue,
        nobody=draw(st.integers(0, most)),
        **{code: draw(st.integers(0, most)) for code in codes},
    )


# Cases small enough to think through


def test_a_table_without_small_cells_is_published_whole() -> None:
    counts = table({"A": ("g",), "B": ("g", "h")}, A=40, B=12, nobody=10)
    assert set(publishable(counts, largest_first(counts), MINIMUM)) == set(
        cells({"A": ("g",), "B": ("g", "h")})
    )


def test_a_single_small_cell_takes_the_smallest_other_cell_with_it() -> None:
    counts = table({"A": (), "B": (), "C": ()}, A=50, B=30, C=4, nobody=16)
    assert publishable(counts, largest_first(counts), MINIMUM) == (TOTAL, service("A"), service("B"))
    counts = table({"A": (), "B": (), "C": ()}, A=50, B=30, C=16, nobody=4)
    assert publishable(counts, largest_first(counts), MINIMUM) == (TOTAL, service("A"), service("B"))


def test_small_cells_that_hide_each_other_cost_nothing_more() -> None:
    counts = table({"A": (), "B": (), "C": ()}, A=50, B=30, C=5, nobody=5)
    assert publishable(counts, largest_first(counts), MINIMUM) == (TOTAL, service("A"), service("B"))


def test_zero_is_protected_like_any_small_number() -> None:
    counts = table({"A": (), "B": ()}, A=50, B=30, nobody=0)
    assert publishable(counts, largest_first(counts), MINIMUM) == (TOTAL, service("A"))


def test_the_difference_of_overlapping_groups_is_not_given_away() -> None:
    catalogue = {"A": ("g", "h"), "B": ("g",), "C": ("h",)}
    counts = table(catalogue, A=30, B=3, C=20, nobody=30)
    shown = publishable(counts, largest_first(counts), MINIMUM)
    assert not {group("g"), service("A")} <= set(shown)  # g - A = B = 3


def test_a_group_of_one_service_is_the_service() -> None:
    counts = table({"A": ("g",)}, A=20, nobody=20)
    assert set(publishable(counts, largest_first(counts), MINIMUM)) == {TOTAL, service("A"), group("g")}


def test_a_total_below_the_minimum_hides_everything() -> None:
    counts = table({"A": ()}, A=5, nobody=4)
    assert publishable(counts, largest_first(counts), MINIMUM) == ()


def test_a_double_count_is_seen_through() -> None:
    """g + h - k counts A twice and nobody else: no single difference, yet A = 4 follows."""
    catalogue = {"A": ("g", "h"), "B": ("g", "k"), "C": ("h", "k")}
    counts = table(catalogue, A=4, B=40, C=40)
    assert is_safe(counts, [group("g"), group("h")], MINIMUM)
    assert not is_safe(counts, [group("g"), group("h"), group("k")], MINIMUM)


# The slower way


@st.composite
def crossed_tables(draw: st.DrawFn) -> Table:
    """Two to three services by two to three groups of people, each a set of its own."""
    rows, columns = draw(st.integers(2, 3)), draw(st.integers(2, 3))
    numbers = [(row, column) for row in range(rows) for column in range(columns)]
    return {
        frozenset({TOTAL, service(f"S{row}"), group(f"g{column}")}): draw(st.integers(0, 6))
        for row, column in numbers
    }


@given(st.one_of(crossed_tables(), tables(most=6)))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_exchanges_of_people_change_no_answer_but_only_find_it_sooner(counts: Table) -> None:
    minimum = 3
    shown = largest_first(counts)
    for published in (shown[:number] for number in range(1, len(shown) + 1)):
        places = {cell: 4**place for place, cell in enumerate(published)}
        sizes: Counter[int] = Counter()
        for atom, n in counts.items():
            sizes[sum(places.get(cell, 0) for cell in atom)] += n
        small = [atom for atom, n in sizes.items() if atom and n < minimum]
        slowly = all(_filled_by_some_table(sizes, atom, minimum) for atom in small)
        assert is_safe(counts, published, minimum) == slowly


# The attacker


@given(tables(most=40))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_linear_combination_of_published_cells_reveals_a_small_set(counts: Table) -> None:
    shown = publishable(counts, largest_first(counts), MINIMUM)
    assert small_unions(counts, shown, MINIMUM) == []
    assert small_residuals(counts, shown[:5], MINIMUM) == []


@given(tables(most=8, services=4))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_atom_could_be_large_and_no_hidden_cell_can_be_derived(counts: Table) -> None:
    minimum = 3
    shown = publishable(counts, largest_first(counts), minimum)
    if not shown:
        return
    for suspect in counts:
        unknown = [atom for atom, n in counts.items() if n > 0 or atom == suspect]
        if all(any(key in atom for key in shown) for atom in unknown):
            found = list(possible_tables(counts, shown, unknown))
            assert max(guess[suspect] for guess in found) >= minimum
    tables_left = list(possible_tables(counts, shown, list(counts)))
    for cell in {cell for atom in counts for cell in atom}.difference(shown):
        sizes = {sum(n for atom, n in guess.items() if cell in atom) for guess in tables_left}
        assert len(sizes) > 1


@given(tables(most=8, services=4), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_safe_means_what_trying_every_table_says(counts: Table, rng: Random) -> None:
    """Neither too strict nor too lax: the verdict on any choice of cells equals that of plain enumeration."""
    minimum = 3
    every = largest_first(counts)
    chosen = [TOTAL, *(cell for cell in every if cell != TOTAL and rng.random() < 0.5)]
    expected = all(
        any(guess[suspect] >= minimum for guess in possible_tables(counts, chosen, unknown))
        for suspect in counts
        for unknown in [[atom for atom, n in counts.items() if n > 0 or atom == suspect]]
    )
    assert is_safe(counts, chosen, minimum) is expected


@given(tables(most=40))
@settings(max_examples=60, deadline=None)
def test_nothing_is_hidden_without_need(counts: Table) -> None:
    """Adding any hidden cell of enough people would make the published ones unsafe."""
    shown = publishable(counts, largest_first(counts), MINIMUM)
    for cell in largest_first(counts):
        if cell not in shown and size(counts, cell) >= MINIMUM:
            assert not is_safe(counts, [*shown, cell], MINIMUM)
