import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.estimation import METHOD_2, METHOD_3
from analytics.estimation.linearised import effective_size
from analytics.estimation.margins import in_order, join, margins_to_rake
from analytics.estimation.moments import WEIGHT
from analytics.estimation.weighting import WhyNot, design_effect, trim, weigh

SEX = {"sex": {"f": 520, "m": 480}}


def test_a_wave_weighted_by_hand() -> None:
    """75 women and 25 men where the town has 52 to 48: weights 0.52 / 0.75 and 0.48 / 0.25."""
    found = weigh({"sex=f": 75, "sex=m": 25}, SEX, METHOD_3)
    assert found.used
    assert found.margins == ("sex",)
    assert {code: weight / WEIGHT for code, weight in found.weights.items()} == pytest.approx(
        {"sex=f": 0.52 / 0.75, "sex=m": 0.48 / 0.25}
    )
    # n Σ w² / (Σ w)² = 100 · (75 · 0.480711 + 25 · 3.6864) / 100² = 1.282133
    assert found.design_effect == pytest.approx(0.52**2 / 0.75 + 0.48**2 / 0.25)
    assert found.n_eff == pytest.approx(100 / found.design_effect)
    assert found.trimmed == 0
    assert found.before_after["sex"]["m"] == {
        "population": 0.48,
        "sample": 0.25,
        "weighted": pytest.approx(0.48),
        "n": 25,
    }


def test_who_did_not_answer_keeps_the_share_of_the_sample() -> None:
    found = weigh({"sex=f": 60, "sex=m": 20, "sex=": 15, "sex=other": 5}, SEX, METHOD_3)
    shares = found.before_after["sex"]
    assert shares[""] == {
        "population": None, "sample": 0.2, "weighted": pytest.approx(0.2), "n": 20,
    }  # fmt: skip
    assert shares["f"]["weighted"] == pytest.approx(0.8 * 0.52)
    assert found.weights["sex="] == found.weights["sex=other"] == pytest.approx(WEIGHT)


def test_without_margins_everybody_has_weight_one() -> None:
    for population, method in (({}, METHOD_3), (SEX, METHOD_2)):
        found = weigh({"sex=f": 75, "sex=m": 25}, population, method)
        assert (found.why_not, found.n_eff, found.design_effect) == (WhyNot.NO_MARGINS, 100, 1)
        assert set(found.weights.values()) == {WEIGHT}


def test_a_margin_with_too_few_people_in_all_but_one_category_says_nothing() -> None:
    found = weigh({"sex=f": 85, "sex=m": 19}, SEX, METHOD_3)
    assert found.why_not is WhyNot.TOO_FEW
    assert set(found.weights.values()) == {WEIGHT}


def test_margins_that_this_sample_cannot_meet_weigh_nobody() -> None:
    population = {"sex": {"f": 60, "m": 40}, "age": {"27-64": 50, "65+": 50}}
    found = weigh({"age=65+&sex=f": 50, "age=27-64&sex=m": 50}, population, METHOD_3)
    assert found.why_not is WhyNot.TOO_FEW


def test_above_a_design_effect_of_two_nobody_is_weighted_and_the_reason_is_told() -> None:
    # 480 women and 20 men: weights 0.5417 and 12, cut to 3; before cutting the design effect would be 6
    loose = dataclasses.replace(METHOD_3, trim_high=100.0)
    found = weigh({"sex=f": 480, "sex=m": 20}, SEX, loose)
    assert found.why_not is WhyNot.DESIGN_EFFECT
    assert found.design_effect == pytest.approx(0.52**2 / 0.96 + 0.48**2 / 0.04)
    assert set(found.weights.values()) == {WEIGHT}
    assert found.n_eff == 500
    assert found.before_after["sex"]["m"]["weighted"] == pytest.approx(0.48)


def test_weights_are_cut_to_a_third_and_three_times_the_mean_and_brought_back_to_it() -> None:
    weights, trimmed = trim({"a": 10, "b": 80, "c": 10}, {"a": 0.1, "b": 0.875, "c": 2.9}, 1 / 3, 2.5)
    # mean 1: a to 1/3, c to 2.5; new mean (3.3333 + 70 + 25) / 100 = 0.983333
    assert trimmed == 20
    assert {code: weight / WEIGHT for code, weight in weights.items()} == pytest.approx(
        {"a": 1 / 3 / 0.9833333, "b": 0.875 / 0.9833333, "c": 2.5 / 0.9833333}, abs=1e-7
    )


def test_design_effect_and_effective_size_are_two_names_of_one_thing() -> None:
    assert effective_size([1, 1, 2]) == pytest.approx(16 / 6)  # (1 + 1 + 2)² / (1 + 1 + 4)
    assert design_effect({"a": 2, "b": 1}, {"a": WEIGHT, "b": 2 * WEIGHT}) == pytest.approx(3 * 6 / 16)
    assert effective_size([]) == 0


def test_a_small_age_joins_its_smaller_neighbour() -> None:
    counts = {"15-18": 4, "19-26": 30, "27-64": 200, "65-80": 90, "81+": 12}
    people = dict.fromkeys(counts, 100)
    joined = join(counts, people, 20, ordered=True)
    assert joined["15-18"] == joined["19-26"] == "15-18 + 19-26"
    assert joined["65-80"] == joined["81+"] == "65-80 + 81+"
    assert joined["27-64"] == "27-64"


def test_a_small_territory_joins_the_smallest_other() -> None:
    joined = join(
        {"north": 3, "south": 80, "west": 25}, {"north": 1, "south": 1, "west": 1}, 20, ordered=False
    )
    assert joined == {"north": "north + west", "west": "north + west", "south": "south"}


def test_ages_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["16-18", "100+", "6-15"], key=in_order) == ["6-15", "16-18", "100+"]


def test_no_more_than_four_margins_are_raked_to() -> None:
    names = ["age", "district", "group", "sex", "territory"]
    population = {name: {"a": 50, "b": 50} for name in names}
    people = {"&".join(f"{name}={code}" for name in names): 40 for code in "ab"}
    found = margins_to_rake(people, population, 20, 4)
    assert [margin.name for margin in found] == ["age", "sex", "territory", "group"]


@given(
    st.dictionaries(st.sampled_from([f"sex={s}&age={a}" for s in "fm" for a in "yo"]), st.integers(1, 300))
)
@settings(max_examples=60, deadline=None)
def test_weights_always_have_mean_one_and_stay_within_bounds(people: dict[str, int]) -> None:
    if not people:
        return
    found = weigh(people, SEX | {"age": {"y": 700, "o": 300}}, METHOD_3)
    total = sum(found.weights[stratum] * n for stratum, n in people.items())
    assert total / sum(people.values()) == pytest.approx(WEIGHT, rel=1e-8)
    assert 0 < found.n_eff <= sum(people.values()) * (1 + 1e-9)
    if found.used:
        assert found.design_effect <= 2
