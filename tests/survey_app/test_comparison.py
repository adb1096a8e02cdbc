"""Means of others: of other providers only, and before the publication telling of no single one of them."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any
from uuid import UUID, uuid5

import numpy as np
import pytest

from survey_app.queries.comparison import PARTS, Listed, Mean, means_of_others

NAMESPACE = UUID("5b0c5a0e-9f6b-4d0e-8f5a-3c1f0e6a7d11")
ME = "me"


def provider(name: str) -> UUID:
    return uuid5(NAMESPACE, name)


def cell(code: str, value: float | None, **more: Any) -> dict[str, Any]:
    if value is None:
        return {"kind": "service", "code": code, "band": "hidden"}
    return {
        "kind": "service",
        "code": code,
        "band": "normal",
        "index": {"value": value},
        "survey": {"value": value},
        "overall": None,
        **more,
    }


def compared(
    services: Mapping[str, tuple[str, str, float | None]], *, public: bool = False
) -> dict[str, Mean]:
    """What ME sees of services by code: provider, type, value."""
    listed = {code: Listed(provider(whose), kind) for code, (whose, kind, _) in services.items()}
    cells = [cell(code, value) for code, (_, _, value) in services.items()]
    return means_of_others(cells, listed, provider(ME), public=public)


FOUR = {
    "a": (ME, "care", 10.0),
    "b": ("B", "care", 20.0),
    "c": ("C", "care", 40.0),
    "d": ("D", "care", 60.0),
}


def test_the_mean_is_of_the_same_type_where_three_other_providers_have_one() -> None:
    found = compared(FOUR | {"e": ("E", "home", 99.0)})

    assert found == {"a": Mean(of_type=True, services=3, parts={"index": 40.0, "survey": 40.0})}


def test_own_services_are_in_no_mean_published_or_not() -> None:
    found = FOUR | {"own": (ME, "care", 90.0)}

    for public in (False, True):
        assert compared(found, public=public)["a"].parts["index"] == 40.0
        assert compared(found, public=public)["own"].parts["index"] == 40.0


def test_one_or_two_competitors_are_told_with_the_publication_only() -> None:
    one = {"a": FOUR["a"], "b": FOUR["b"], "b2": ("B", "care", 30.0), "b3": ("B", "care", 31.0)}
    two = {code: FOUR[code] for code in "abc"}

    for services in (one, two):
        assert compared(services) == {}
        assert compared(services, public=True)["a"].of_type


def test_a_provider_with_most_of_the_services_is_the_mean_by_another_name() -> None:
    many = {f"b{number}": ("B", "care", 20.0) for number in range(3)}

    assert compared(FOUR | many) == {}
    assert compared(FOUR | dict(list(many.items())[:1])).keys() == {"a"}


def test_hidden_services_and_those_of_nobody_known_are_in_no_mean() -> None:
    assert compared(FOUR | {"d": ("D", "care", None)}) == {}
    assert compared(FOUR | {"a": (ME, "care", None)}) == {}
    cells = [cell(code, value) for code, (_, _, value) in FOUR.items()]
    listed = {code: Listed(provider(whose), kind) for code, (whose, kind, _) in FOUR.items() if code != "d"}
    assert means_of_others(cells, listed, provider(ME), public=False) == {}


def test_the_mean_of_all_and_that_of_a_type_do_not_tell_who_is_between_them() -> None:
    mine = {"own": (ME, "home", 50.0)}

    one_between = compared(FOUR | mine | {"e": ("E", "home", 75.0)})
    assert one_between["a"].of_type
    assert "own" not in one_between
    assert not compared(FOUR | mine | {"e": ("E", "home", 75.0)}, public=True)["own"].of_type

    others = {f"e{place}": (whose, "shelter", 70.0) for place, whose in enumerate("EFG")}
    assert compared(FOUR | mine | others)["own"] == Mean(
        of_type=False, services=6, parts={"index": 55.0, "survey": 55.0}
    )


def test_a_part_that_few_are_shown_of_has_no_mean() -> None:
    listed = {code: Listed(provider(whose), kind) for code, (whose, kind, _) in FOUR.items()}
    cells = [
        cell(code, value, overall={"value": 1.0} if code in "abc" else None)
        for code, (_, _, value) in FOUR.items()
    ]

    assert means_of_others(cells, listed, provider(ME), public=False)["a"].parts.keys() == {"index", "survey"}
    assert "overall" in means_of_others(cells, listed, provider(ME), public=True)["a"].parts


@pytest.mark.parametrize("seed", range(40))
def test_nothing_on_the_page_adds_up_to_one_competitor_or_two(seed: int) -> None:
    """No combination of the means is about services of fewer than three other providers."""
    random = np.random.default_rng(seed)
    codes = [f"s{number}" for number in range(random.integers(5, 16))]
    listed = {
        code: Listed(provider("ABCDEF"[random.integers(6)]), "xyz"[random.integers(3)]) for code in codes
    }
    me = listed[codes[0]].provider_id
    cells = [
        cell(
            code,
            50.0 if random.random() < 0.9 else None,
            overall={"value": 50.0} if random.random() < 0.7 else None,
        )
        for code in codes
    ]
    others = sorted(code for code in codes if listed[code].provider_id != me)
    for part in PARTS:
        told = [row_of(mean_row, others) for mean_row in rows_told(cells, listed, me, part)]
        for few in combinations({listed[code].provider_id for code in others}, 2):
            kept = [place for place, code in enumerate(others) if listed[code].provider_id not in few]
            matrix = np.array(told).reshape(-1, len(others))
            # Some combination that is about nobody but these two would be lost when their columns are.
            assert np.linalg.matrix_rank(matrix[:, kept]) == np.linalg.matrix_rank(matrix)


def rows_told(cells: Any, listed: Mapping[str, Listed], me: UUID, part: str) -> list[dict[str, float]]:
    """Weights of services in each mean that the page shows of a part, found by moving one value at a time."""
    before = means_of_others(cells, listed, me, public=False)
    found: list[dict[str, float]] = [{} for _ in before]
    for place, moved in enumerate(cells):
        if not moved.get(part):
            continue
        changed = [*cells[:place], moved | {part: {"value": 51.0}}, *cells[place + 1 :]]
        after = means_of_others(changed, listed, me, public=False)
        for row, code in zip(found, before, strict=True):
            if part in before[code].parts:
                row[moved["code"]] = after[code].parts[part] - before[code].parts[part]
    return [row for row in found if row]


def row_of(weights: Mapping[str, float], codes: list[str]) -> list[float]:
    assert {code for code, weight in weights.items() if weight} <= set(codes)  # never an own one
    return [round(weights.get(code, 0.0), 9) for code in codes]
