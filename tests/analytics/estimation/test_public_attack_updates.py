"""The attacker reads two public documents of one wave, before and after an update, and shares at the ends."""

from collections import Counter
from collections.abc import Hashable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.estimation import METHOD_3, compute, full_document, public_view, published_record
from analytics.estimation.sums_of_rows import inputs_of
from tests.analytics.estimation.attacker import small_residuals, small_unions
from tests.analytics.estimation.frames import CATALOGUE, NAN, comment, comments, response, responses

SERVICES = (None, *CATALOGUE)
MINIMUM = METHOD_3.minimum_cell
People = Counter[frozenset[Hashable]]
Crowd = tuple[str | None, str, float, int, int]


def home(service_code: str | None) -> set[tuple[str, str | None]]:
    groups = CATALOGUE.get(service_code or "", ())
    found: set[tuple[str, str | None]] = {("total", None), *(("target_group", code) for code in groups)}
    return found | ({("service", service_code)} if service_code in CATALOGUE else set())


def public_figures(document: dict[str, Any]) -> set[Hashable]:
    found: set[Hashable] = {
        (cell["kind"], cell["code"]) for cell in document["cells"] if cell["band"] != "hidden"
    }
    found |= {("mode", mode) for mode in document["modes"]}
    return found | ({"received"} if document["received"] is not None else set())


def counted_by(crowd: Crowd) -> set[Hashable]:
    service_code, mode, score, _, _ = crowd
    return {"received", *(home(service_code) | {("mode", mode)} if score == score else ())}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SERVICES),
            st.sampled_from(["web", "paper"]),
            st.sampled_from([75.0, 75.0, 75.0, NAN]),
            st.integers(0, 40),
            st.sampled_from([0, 0, 2, 9, 15, 40]),
        ),
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_an_update_does_not_tell_of_the_few_who_came_between(crowds: list[Crowd]) -> None:
    def rows(*places: int) -> Any:
        return responses(
            *(
                response(crowd[0], crowd[2], mode=crowd[1])
                for crowd in crowds
                for place in places
                for _ in range(int(crowd[place]))  # type: ignore[call-overload]  # places of the counts
            )
        )

    first = inputs_of(rows(3), comments(), CATALOGUE)
    before = compute(first)
    record = published_record(first, full_document(before))
    after = compute(inputs_of(rows(3, 4), comments(), CATALOGUE, published_before=[record]))
    old, new = public_figures(public_view(before)), public_figures(public_view(after))
    people: People = Counter()
    for crowd in crowds:
        own = counted_by(crowd)
        people[frozenset({("old", one) for one in own & old} | {("new", one) for one in own & new})] += crowd[
            3
        ]
        people[frozenset(("new", one) for one in own & new)] += crowd[4]
    people = Counter({atom: n for atom, n in people.items() if atom and n})
    published = [
        *(("old", one) for one in sorted(old, key=str)),
        *(("new", one) for one in sorted(new, key=str)),
    ]
    assert small_unions(people, published, MINIMUM) == []


def test_a_table_that_did_not_change_may_stand_again() -> None:
    frame = responses(*[response(code, 75) for code in SERVICES for _ in range(30)])
    first = inputs_of(frame, comments(), CATALOGUE)
    document = full_document(compute(first))
    again = compute(
        inputs_of(frame, comments(), CATALOGUE, published_before=[published_record(first, document)])
    )
    assert public_view(again) == public_view(compute(first))


def test_three_late_answers_hide_the_cells_that_would_tell_of_them() -> None:
    rows = [response(code, 75) for code in SERVICES for _ in range(30)]
    first = inputs_of(responses(*rows), comments(), CATALOGUE)
    record = published_record(first, full_document(compute(first)))
    late = [response("S3", 25)] * 3 + [response(None, 100)] * 12
    after = compute(inputs_of(responses(*rows, *late), comments(), CATALOGUE, published_before=[record]))
    hidden = {cell["code"] for cell in public_view(after)["cells"] if cell["band"] == "hidden"}
    assert {"S3", "homeless"} <= hidden
    assert "S1" not in hidden
    assert None not in hidden  # 15 more in all
    assert {"code": "hidden_again", "cells": len(hidden)} in after.warnings


def test_a_few_comments_decided_meanwhile_do_not_show_in_the_voice_part() -> None:
    frame = responses(*[response(code, 75) for code in SERVICES for _ in range(30)])
    voices = [comment("praise", "S1")] * 15 + [comment("complaint")] * 15
    first = inputs_of(frame, comments(*voices), CATALOGUE)
    record = published_record(first, full_document(compute(first)))
    more = comments(*voices, *[comment("complaint", "S1")] * 3)
    after = public_view(compute(inputs_of(frame, more, CATALOGUE, published_before=[record])))
    assert [cell["voice"] for cell in after["cells"] if cell["code"] in (None, "S1")] == [None, None]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SERVICES),
            st.sampled_from([100.0, 75.0, 50.0, 25.0, 0.0, NAN]),
            st.integers(1, 40),
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_shares_at_the_ends_do_not_tell_of_a_few(crowds: list[tuple[str | None, float, int]]) -> None:
    frame = responses(*(response(code, 75, overall=mark) for code, mark, n in crowds for _ in range(n)))
    document = public_view(compute(inputs_of(frame, comments(), CATALOGUE)))
    people: People = Counter()
    for code, mark, n in crowds:
        if mark != mark:
            continue
        end = "top" if mark == 100 else "bottom" if mark <= 25 else ""
        own = home(code)
        people[
            frozenset({("overall", *one) for one in own} | ({(end, *one) for one in own} if end else set()))
        ] += n
    published: list[Hashable] = [
        (what, cell["kind"], cell["code"])
        for what in ("overall", "top", "bottom")
        for cell in document["cells"]
        if cell.get(what) is not None
    ]
    assert small_unions(people, published, MINIMUM) == []
    assert small_residuals(people, published[:6], MINIMUM, reach=1) == []
