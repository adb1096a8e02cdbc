"""A whole report by method version 3: weights, changes, need, money, warnings in one document."""

import json
import random
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.estimation import canonical_json, compute, full_document, inputs_hash, public_view
from analytics.estimation.sums_of_rows import inputs_of
from tests.analytics.estimation.frames import CATALOGUE, comments, response

MARGINS = {"sex": {"f": 500, "m": 500}}


def wave(
    *, women: int = 160, men: int = 80, women_at: float = 80, men_at: float = 50, **others: Any
) -> dict[str, Any]:
    """Women and men on three services and none, half of each ten points up, half ten points down."""
    rows = [
        response(
            [None, *CATALOGUE][number % 4], at + (10 if number % 8 < 4 else -10), (0, 50, 100)[number % 3]
        )
        | {"stratum": f"sex={sex}"}
        for sex, n, at in (("f", women, women_at), ("m", men, men_at))
        for number in range(n)
    ]
    return inputs_of(pd.DataFrame(rows), comments(), CATALOGUE, **others)


def cell(document: dict[str, Any], code: str | None = None) -> dict[str, Any]:
    return next(found for found in document["cells"] if found["code"] == code)


def test_a_weighted_wave_worked_by_hand() -> None:
    """160 women at 80 and 80 men at 50 where the town has as many of both: 65, not 70."""
    document = full_document(compute(wave(margins=MARGINS)))
    total = cell(document)
    assert total["survey"]["value"] == 65
    assert total["unweighted"]["value"] == 70
    # weights 0.75 and 1.5: Σ w² (S - 65)² / (Σ w)² · n / (n - 1)
    spread = 0.5625 * (80 * 25**2 + 80 * 5**2) + 2.25 * (40 * 5**2 + 40 * 25**2)
    assert total["survey"]["variance"] == pytest.approx(spread / 240**2 * 240 / 239, abs=1e-4)
    assert total["n_eff"] == pytest.approx(240**2 / (160 * 0.5625 + 80 * 2.25), abs=1e-4)
    assert document["weighting"]["before_after"]["sex"]["m"] == {
        "population": 0.5, "sample": 0.3333, "weighted": 0.5, "n": 80,
    }  # fmt: skip
    public = public_view(compute(wave(margins=MARGINS)))
    assert public["weighting"]["used"]
    assert "before_after" not in public["weighting"]
    assert "unweighted" not in cell(public)


def before(document: dict[str, Any], *breaks: str) -> dict[str, Any]:
    return {"snapshot_id": "one", "wave_code": "2025", "breaks": list(breaks), "cells": document["cells"]}


def test_a_change_too_small_for_its_digits_has_no_sign() -> None:
    """PostgreSQL keeps no −0.0 in a JSON column and SQLite does: the bytes would not be the same."""
    then = before(full_document(compute(wave())))
    now = compute(wave(women_at=79.97, men_at=49.97, before=then))
    for document in (public_view(now), full_document(now)):
        assert json.loads(canonical_json(document), parse_float=signless) == document
    assert cell(public_view(now))["change"]["value"] == 0


def signless(text: str) -> float:
    assert not (text.startswith("-") and float(text) == 0), text
    return float(text)


def test_a_change_between_two_waves_worked_by_hand() -> None:
    earlier = full_document(compute(wave(women_at=70, men_at=40)))
    result = compute(wave(before=before(earlier)))
    total = cell(public_view(result))
    variance = cell(full_document(result))["survey"]["variance"]
    margin = 1.959964 * (2 * variance) ** 0.5
    assert total["change"] == {
        "value": 10.0, "low": round(10 - margin, 1), "high": round(10 + margin, 1), "flagged": True,
    }  # fmt: skip
    assert total["broken"] is False
    assert public_view(result)["compared_with"] == {
        "snapshot_id": "one",
        "wave_code": "2025",
        "weighted": False,
    }
    assert public_view(result)["smallest_change"] == pytest.approx(2.8016 * (2 * variance) ** 0.5, abs=0.06)


def test_a_broken_series_has_no_change() -> None:
    earlier = full_document(compute(wave(women_at=70)))
    found = public_view(compute(wave(before=before(earlier, "q04"))))
    assert (cell(found)["change"], cell(found)["broken"]) == (None, True)
    need = {"q10": {"dimension": "need_felt", "options": {}}}
    found = public_view(compute(wave(before=before(earlier, "q10"), items=need)))
    assert cell(found)["change"] is not None


def test_a_cell_that_was_hidden_before_has_no_change() -> None:
    earlier = full_document(compute(wave(women_at=70)))
    cell(earlier, "S1")["band"] = "hidden"
    found = public_view(compute(wave(before=before(earlier))))
    assert cell(found, "S1")["change"] is None
    assert cell(found, "S2")["change"] is not None


def test_a_weighted_wave_after_an_unweighted_one_is_compared_unweighted() -> None:
    earlier = full_document(compute(wave()))
    result = compute(wave(margins=MARGINS, before=before(earlier)))
    assert cell(public_view(result))["change"]["value"] == 0.0
    assert {"code": "compared_unweighted"} in result.warnings
    both = compute(wave(margins=MARGINS, before=before(full_document(compute(wave(margins=MARGINS))))))
    assert both.compared_weighted
    assert cell(public_view(both))["change"]["value"] == 0.0


def test_a_snapshot_of_an_older_method_lends_its_variance_from_its_interval() -> None:
    earlier = full_document(compute(wave()))
    old = [
        {name: value for name, value in each.items() if name != "unweighted"}
        | {"survey": {name: n for name, n in each["survey"].items() if name != "variance"}}
        for each in earlier["cells"]
    ]
    told = compute(wave(before=before(earlier))).cells[0].change
    derived = compute(wave(before=before({"cells": old}))).cells[0].change
    assert told is not None
    assert derived is not None
    assert (derived.low, derived.high) == pytest.approx((told.low, told.high), abs=1e-3)


def test_ends_of_the_scale_are_shares_of_those_who_rated() -> None:
    total = cell(public_view(compute(wave())))
    assert total["top"]["value"] == pytest.approx(33.3, abs=0.5)
    assert total["bottom"]["value"] == pytest.approx(33.3, abs=0.5)
    assert total["top"]["low"] < total["top"]["value"] < total["top"]["high"]


def test_the_first_looks_are_for_the_methodologist_only() -> None:
    result = compute(wave())
    looks = full_document(result)["first_looks"]
    assert {look["code"] for look in looks} == {"S1", "S2", "S3", "seniors", "carers", "homeless"}
    assert "first_looks" not in public_view(result)
    assert "warnings" not in public_view(result)


def test_warnings_name_what_a_methodologist_should_know() -> None:
    codes = [warning["code"] for warning in compute(wave(women=12, men=8, margins=MARGINS)).warnings]
    assert codes == ["few", "unweighted"]


ROWS = wave(margins=MARGINS, money=[["S1", 2025, "city", 100], ["S2", 2025, "city", 300]]) | {
    "answers": [
        ["q10", "", "S1", "sex=f", 40],
        ["q10", "a", "S1", "sex=f", 25],
        ["q10", "", "S2", "sex=m", 30],
    ],
    "items": {"q10": {"dimension": "need_felt", "options": {"a": {"target_groups": ["seniors"]}}}},
}


@given(st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_rows_changes_no_byte(order: random.Random) -> None:
    turned = dict(ROWS)
    for name in ("ratings", "answers", "money"):
        turned[name] = ROWS[name][:]
        order.shuffle(turned[name])
    assert canonical_json(full_document(compute(turned))) == canonical_json(full_document(compute(ROWS)))
    assert canonical_json(public_view(compute(turned))) == canonical_json(public_view(compute(ROWS)))
    assert inputs_hash(turned) == inputs_hash(ROWS)


def test_rows_split_between_modes_add_up_to_the_same_survey_part() -> None:
    split = [[*row[:2], mode, *row[3:]] for row in ROWS["ratings"] for mode in [row[2]]]
    halves = [row[:4] + [n // 2 for n in row[4:]] for row in split if all(n % 2 == 0 for n in row[4:])]
    odd = [row for row in split if any(n % 2 for n in row[4:])]
    doubled = [[*half[:2], mode, *half[3:]] for half in halves for mode in ("web", "paper")]
    result = compute(ROWS | {"ratings": doubled + odd})
    assert result.cells[0].survey == compute(ROWS).cells[0].survey


@given(st.integers(2, 200), st.integers(2, 200), st.integers(10, 90), st.integers(10, 90))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_intervals_stay_on_the_scale(women: int, men: int, women_at: int, men_at: int) -> None:
    inputs = wave(women=women, men=men, women_at=women_at, men_at=men_at, margins=MARGINS)
    for found in compute(inputs).cells:
        for estimate in (found.survey, found.unweighted, found.overall, found.top, found.bottom, found.index):
            if estimate is not None:
                assert 0 <= estimate.low <= estimate.value <= estimate.high <= 100


def test_the_inputs_survive_json() -> None:
    assert canonical_json(full_document(compute(ROWS)))
    assert public_view(compute(ROWS))["money"][0]["czk"] == 400


def test_sums_that_no_responses_can_have_are_refused() -> None:
    with pytest.raises(ValueError, match="no responses"):
        compute({"services": {}, "ratings": [["", "", "web", "cs", 1, 2, 0, 0, 0, 0, 0, 0, 0]]})
