"""Reviews: learning curve, slips, drift, agreement of people, and the document that holds them."""

import json
from dataclasses import replace

import numpy as np
import pytest

from analytics.text.quality.drift import drift
from analytics.text.quality.learning_curve import learning_curve
from analytics.text.quality.left_out import FEWEST_DECISIONS, left_out, tasks
from analytics.text.quality.people import Reading, agreement_of_people
from analytics.text.quality.review import review
from analytics.text.quality.slips import likely_slips
from tests.analytics.text.quality.made_up import coding, decided, town

DECISIONS = town(240)


@pytest.fixture(scope="module")
def judged():
    return [(task, left_out(task)) for task in tasks(DECISIONS)]


def test_what_can_be_learned_is_learned_and_the_rest_left_out(judged):
    assert [(task.name, task.codes) for task, _ in judged] == [
        ("relevance", ("irrelevant", "relevant")),
        ("target_groups", ("families", "seniors")),  # everything is a complaint: there is no choice of kinds
    ]
    assert tasks(DECISIONS[: FEWEST_DECISIONS - 1]) == []


def test_the_learning_curve_rises_and_a_learned_town_gains_nothing_more(judged):
    curve = learning_curve(*judged[0])
    assert [point["n"] for point in curve["points"]] == [60, 120, 240]
    assert curve["points"][-1]["value"] > 0.95
    assert [gain["more"] for gain in curve["gains"]] == [100, 200]
    assert {gain["verdict"] for gain in curve["gains"]} <= {"none", "unclear"}
    assert learning_curve(*judged[0]) == curve


def test_of_an_answer_that_is_never_given_neither_gain_nor_slip_is_told():
    texts = [decided(i, i >= 12, text=f"slovo{i} jiné{i * 7}") for i in range(150)]
    (task,) = tasks(texts)
    curve = learning_curve(task, left_out(task))
    assert {gain["verdict"] for gain in curve["gains"]} == {"unlearned"}
    assert likely_slips([(task, left_out(task))]) == []


def test_a_slip_of_the_hand_is_found_first():
    spoiled = list(DECISIONS)
    places = [i for i, each in enumerate(spoiled) if each.target_groups == {"seniors"}][:3]
    for place in places[:2]:
        spoiled[place] = replace(spoiled[place], relevant=False, target_groups=frozenset(), kind=None)
    spoiled[places[2]] = replace(spoiled[places[2]], target_groups=frozenset(["families"]))
    slips = likely_slips([(task, left_out(task)) for task in tasks(spoiled)])
    assert {slip["comment"] for slip in slips[:3]} == {spoiled[place].key for place in places}
    by_comment = {slip["comment"]: slip for slip in slips}
    first = by_comment[spoiled[places[0]].key]
    assert (first["about"], first["said"], first["machine"]) == ("relevance", "irrelevant", "relevant")
    assert by_comment[spoiled[places[2]].key]["about"].startswith("group:")
    assert len({slip["comment"] for slip in slips}) == len(slips)
    assert len(likely_slips([(task, left_out(task)) for task in tasks(spoiled)], most=2)) == 2


def test_texts_of_the_same_kind_show_no_drift_and_others_do():
    texts = np.random.default_rng(0).permutation([each.text for each in town(160, seed=2)]).tolist()
    learned, alike = texts[:120], texts[120:]
    other = [f"Дякуємо, що тут є допомога для нас і для дітей, {number}" for number in range(40)]
    found = drift(learned, {"2026-09": alike[:5], "2026-10": alike, "2026-11": other})
    assert [month.get("verdict") for month in found["months"]] == [None, "no_sign", "strong"]
    assert found["verdict"] == "strong"
    assert found["months"][2]["languages"] == {"uk": 1.0}
    assert found["months"][2]["unknown_words"] > 0.9
    assert drift([], {})["verdict"] is None
    assert drift(learned, {"2026-10": alike}) == drift(learned[::-1], {"2026-10": alike[::-1]})


def test_people_are_compared_label_by_label():
    one = Reading(relevant=True, target_groups=frozenset(["seniors"]), kind="praise")
    other = Reading(relevant=False)
    read = [{"a": one, "b": one}, {"a": one, "b": other}, {"a": other, "b": other}, {"a": one}]
    found = agreement_of_people(read)
    assert (found["n"], found["relevance"]["observed"]["value"]) == (3, pytest.approx(2 / 3, abs=1e-4))
    assert found["labels"]["relevant"]["f1"]["value"] == pytest.approx(2 / 3, abs=1e-4)
    assert (found["labels"]["group:seniors"]["n"], found["labels"]["kind:praise"]["n"]) == (1, 1)


def test_a_review_measures_only_what_the_coder_had_not_learned_from():
    learned = [replace(each, unseen=False, now=coding(relevant=False)) for each in DECISIONS[:100]]
    since = [replace(each, in_sample=i < 40, then=each.now) for i, each in enumerate(DECISIONS[100:])]
    found = review(
        learned + since,
        [],
        [each.text for each in learned],
        {"2026-11": [each.text for each in since]},
    )
    assert (found["decisions"], found["all"]["n"], found["sample"]["n"]) == (240, 140, 40)
    assert found["all"]["relevance"]["value"] == 1.0
    assert [month["n"] for month in found["months"]] == [140]
    assert set(found["curves"]) == {"relevance", "target_groups"}
    assert not any(each.text in json.dumps(found, ensure_ascii=False) for each in DECISIONS)


def test_the_order_of_the_input_changes_nothing():
    forwards = review(DECISIONS, [], [], {})
    assert json.dumps(review(DECISIONS[::-1], [], [], {})) == json.dumps(forwards)


def test_a_review_of_nothing_is_a_document_too():
    found = review([], [], [], {})
    assert (found["all"], found["curves"], found["slips"], found["people"]["n"]) == ({"n": 0}, {}, [], 0)
