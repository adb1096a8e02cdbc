"""The attacker reads whole public documents: cells, modes, languages, received, praise and complaint."""

from collections import Counter
from collections.abc import Hashable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.estimation import METHOD_1, compute_index, public_view
from tests.analytics.estimation.attacker import small_residuals, small_unions
from tests.analytics.estimation.frames import CATALOGUE, NAN, comment, comments, response, responses

SERVICES = (None, *CATALOGUE)
People = Counter[frozenset[Hashable]]


def belongs(service_code: str | None, groups: tuple[str, ...]) -> frozenset[Hashable]:
    return frozenset(
        [("total", None), ("service", service_code), *(("target_group", code) for code in groups)]
    )


def published_cells(document: dict[str, Any]) -> list[Hashable]:
    return [(cell["kind"], cell["code"]) for cell in document["cells"] if cell["band"] != "hidden"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SERVICES),
            st.sampled_from(["web", "paper"]),
            st.sampled_from(["cs", "uk"]),
            st.sampled_from([75.0, 75.0, 75.0, NAN]),
            st.integers(1, 25),
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_combination_of_public_counts_of_responses_isolates_a_few(
    crowds: list[tuple[str | None, str, str, float, int]],
) -> None:
    people: People = Counter()
    rows = []
    for service_code, mode, language, score, n in crowds:
        rows += [response(service_code, score, mode=mode, language=language)] * n
        atom: frozenset[Hashable] = frozenset({"received"})
        if score == score:
            groups = CATALOGUE.get(service_code or "", ())
            atom |= belongs(service_code, groups) | {("mode", mode), ("language", language)}
        people[atom] += n
    document = public_view(compute_index(responses(*rows), comments(), CATALOGUE, METHOD_1))
    published = published_cells(document)
    published += [("mode", mode) for mode in document["modes"]]
    published += [("language", language) for language in document["languages"]]
    published += ["received"] if document["received"] is not None else []
    assert small_unions(people, published, METHOD_1.minimum_cell) == []
    assert small_residuals(people, published[:8], METHOD_1.minimum_cell, reach=1) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from(SERVICES),
            st.sets(st.sampled_from(["seniors", "carers", "homeless"])).map(sorted).map(tuple),
            st.sampled_from(["praise", "complaint", "question"]),
            st.integers(1, 25),
        ),
        max_size=8,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_combination_of_public_counts_of_comments_isolates_a_few(
    crowds: list[tuple[str | None, tuple[str, ...], str, int]],
) -> None:
    voices: People = Counter({belongs(None, ()): 0})
    rows = []
    for service_code, groups, kind, n in crowds:
        rows += [comment(kind, service_code, groups)] * n
        if kind != "question":
            voices[belongs(service_code, groups)] += n
    answered = [response(code, 75) for code in SERVICES for _ in range(40)]
    document = public_view(compute_index(responses(*answered), comments(*rows), CATALOGUE, METHOD_1))
    cells = [cell for cell in document["cells"] if cell["voice"] is not None]
    published: list[Hashable] = [(cell["kind"], cell["code"]) for cell in cells]
    for cell, key in zip(cells, published, strict=True):
        counted = sum(n for atom, n in voices.items() if key in atom)
        assert cell["voice"]["praise"] + cell["voice"]["complaint"] == counted >= METHOD_1.voice_minimum
        assert cell["voice_weight"] == METHOD_1.voice_weight
    assert small_unions(voices, published, METHOD_1.minimum_cell) == []
    assert small_residuals(voices, published, METHOD_1.minimum_cell, reach=1) == []
    silent = [cell for cell in document["cells"] if cell["voice"] is None]
    assert all(cell["index"] == cell["survey"] for cell in silent)
