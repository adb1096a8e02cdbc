"""Figures of the machine against people: agreement, no answer, labels, parts, months, probabilities."""

import pytest

from analytics.evaluation.proportions import f1, proportion
from analytics.text.quality.decided import FEWEST
from analytics.text.quality.measures import by_diacritics, by_language, by_month, measured
from analytics.text.quality.reliability import reliability
from tests.analytics.text.quality.made_up import coding, decided


def test_agreement_counts_where_there_is_an_answer_and_silence_beside():
    pairs = [(decided(i, i < 30), coding(True if i < 24 else None if i < 32 else False)) for i in range(40)]
    found = measured(pairs)
    assert (found["n"], found["texts"]) == (40, 40)
    assert (found["abstained"]["n"], found["abstained"]["value"]) == (40, 0.2)
    assert (found["relevance"]["n"], found["relevance"]["value"]) == (32, 1.0)
    labels = {each["key"]: each for each in found["labels"]}
    assert labels["relevant"]["recall"]["value"] == pytest.approx(24 / 30)
    assert labels["relevant"]["precision"]["value"] == 1.0
    assert labels["irrelevant"]["recall"]["value"] == pytest.approx(8 / 10)


def test_groups_and_kinds_are_judged_on_relevant_comments_only():
    pairs = [
        (
            decided(i, i % 2 == 0, target_groups=frozenset(["seniors"]) if i % 2 == 0 else frozenset()),
            coding(groups=("seniors", "carers")),
        )
        for i in range(80)
    ]
    labels = {each["key"]: each for each in measured(pairs)["labels"]}
    assert (labels["group:seniors"]["n"], labels["group:seniors"]["predicted"]) == (40, 40)
    assert labels["group:seniors"]["f1"]["value"] == 1.0
    assert labels["group:seniors"]["f1"]["low"] < 0.96  # forty texts prove no perfection
    assert (labels["group:carers"]["n"], labels["group:carers"]["f1"]["value"]) == (0, 0.0)


def test_under_thirty_decisions_nothing_is_told():
    assert measured([(decided(i), coding()) for i in range(FEWEST - 1)]) == {"n": FEWEST - 1}


def test_copies_of_a_text_are_no_further_evidence():
    alone = measured([(decided(i), coding()) for i in range(60)])
    copied = measured([(decided(i, text=f"Podnět {i % 30}"), coding()) for i in range(60)])
    assert copied["relevance"]["value"] == alone["relevance"]["value"] == 1.0
    assert copied["relevance"]["low"] < alone["relevance"]["low"]


def test_languages_accents_and_months_stand_apart():
    pairs = [
        (
            decided(i, text=f"čeština {i}" if i % 2 else f"cestina {i}", month=f"2026-{1 + i // 50:02}"),
            coding(),
        )
        for i in range(100)
    ]
    pairs.append((decided(100, text="дякую", month="2026-03"), coding(language="uk")))
    assert [(each["language"], each["n"]) for each in by_language(pairs)] == [("cs", 100), ("uk", 1)]
    assert [(each["diacritics"], each["n"]) for each in by_diacritics(pairs)] == [(True, 50), (False, 50)]
    months = by_month(pairs)
    assert [(each["month"], each["n"]) for each in months] == [
        ("2026-01", 50),
        ("2026-02", 50),
        ("2026-03", 1),
    ]
    assert "relevance" not in months[-1]


def test_probabilities_that_hold_have_no_error_and_boasting_ones_have():
    def pairs(probability: float):
        codings = coding(probabilities={"relevant": probability, "group:seniors": probability})
        return [
            (decided(i, i % 4 < 3, target_groups=frozenset(["seniors"] * (i % 4 < 3))), codings)
            for i in range(100)
        ]

    assert reliability(pairs(0.75))["relevance"]["ece"] == pytest.approx(0.0, abs=1e-9)
    boasting = reliability(pairs(0.95))
    assert boasting["relevance"]["ece"] == pytest.approx(0.2)
    (bin_,) = boasting["relevance"]["bins"]
    assert (bin_["low"], bin_["n"], bin_["probability"], bin_["share"]["value"]) == (0.9, 100, 0.95, 0.75)
    assert boasting["target_groups"]["n"] == 75  # of relevant comments only
    assert reliability([(decided(i), coding()) for i in range(100)]) == {}


def test_limits_of_f1_are_those_of_the_share_of_hits_among_what_is_marked():
    share, figure = proportion(60, 100), f1(60, 100)
    assert figure.value == pytest.approx(2 * 0.6 / 1.6)
    assert figure.low == pytest.approx(2 * share.low / (1 + share.low))
    assert f1(0, 0).value is None
