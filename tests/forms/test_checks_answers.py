"""Scales, ranges, ways out and times, each faulty case beside a sound one."""

import pytest

from forms.checks import findings, method
from tests.checks.frames import questionnaire
from tests.forms.pairs import asked

UNEVEN = [
    ("cs", ["vynikající", "velmi dobré", "dobré", "dostačující", "špatné"], True),
    ("cs", ["výborné", "uspokojivé", "neuspokojivé", "špatné"], False),
    ("cs", ["nadprůměrné", "průměrné", "podprůměrné"], False),
    ("en", ["outstanding", "great", "good", "as expected", "terrible"], True),
    ("en", ["great", "good", "as expected", "bad", "terrible"], False),
]
RANGES = [
    (["up to $5", "$5 to $10", "more than $10"], True),
    (["up to $5", "over $5, up to $10", "more than $10"], False),
    (["up to 5 metres", "5 to 10 metres", "more than 10 metres"], False),
    (["€0 – €5", "€5 – €10", "€10+"], True),
    (["between 1 and 5", "between 5 and 10", "more"], True),
    (["one to three", "three to five", "six or more"], True),
    (["1", "2 or 3", "4 to 6", "7 to 9"], False),
    (["5 to 15 km", "15 km or more"], True),
    (
        ["over 20 % lower", "5 to 20 % lower", "nearly the same", "5 to 20 % higher", "over 20 % higher"],
        False,
    ),
    (["over 20 % lower", "5 to 30 % lower", "5 to 20 % higher", "15 to 40 % higher"], True),
    (["up to 10 cents", "11 to 50 cents", "51 cents to 1 euro", "more than 1 euro"], False),
]


@pytest.mark.parametrize(("last", "found"), [("nevzpomínám si", False), ("docela volno", True)])
def test_who_does_not_remember_needs_no_other_way_out(last: str, found: bool) -> None:
    labels = ["velmi plno", "spíše plno", "spíše volno", "velmi volno", last]
    item = {"type": "single_choice", "text": "Jak plno bylo na stezce v neděli?", "options": labels}
    codes = {finding.code for finding in method.findings(asked("cs", item))}
    assert ("missing_dont_know" in codes) is found


@pytest.mark.parametrize(("unit", "found"), [("hours", True), ("hours a week", False)])
def test_a_unit_may_say_the_time(unit: str, found: bool) -> None:
    item = {"type": "number", "text": "How many hours do you volunteer?", "unit": {"en": unit}}
    assert bool(method.findings(asked("en", item))) is found


def test_a_question_that_follows_one_about_a_time_is_about_that_time() -> None:
    bought = {"type": "yes_no", "code": "bought", "text": "Have you bought tickets in the last 12 months?"}
    paid = {"type": "number", "text": "How much have you paid for them?"}
    asked = {"op": "answered", "item": "bought"}
    for condition, found in (({}, True), ({"visible_if": asked}, False)):
        document = questionnaire({"language": "en", "items": [bought, {**paid, **condition}]})
        codes = {finding.code for finding in method.findings(document)}
        assert ("missing_reference_period" in codes) is found


@pytest.mark.parametrize(("language", "labels", "found"), UNEVEN)
def test_degrees_of_good_are_counted_even_if_one_word_is_unknown(
    language: str, labels: list[str], found: bool
) -> None:
    last = len(labels) - 1
    points = [{"label": label, "score": 100 - 100 * number / last} for number, label in enumerate(labels)]
    scale = {"code": "own", "options": [*points, {"label": "nevím" if language == "cs" else "don't know"}]}
    item = {"type": "rating", "text": "How was it?" if language == "en" else "Jaké to bylo?", "scale": "own"}
    codes = {finding.code for finding in method.findings(asked(language, item, [scale]))}
    assert ("unbalanced_scale" in codes) is found


@pytest.mark.parametrize(("labels", "found"), RANGES)
def test_ranges_are_read_with_their_signs_and_in_words(labels: list[str], found: bool) -> None:
    item = {"type": "single_choice", "text": "How much was it?", "options": [*labels, "don't know"]}
    codes = {finding.code for finding in method.findings(asked("en", item))}
    assert bool(codes & {"ranges_overlap", "ranges_gap"}) is found


@pytest.mark.parametrize(("last", "found"), [("je mi to fuk", False), ("ve 20", True)])
def test_whoever_does_not_mind_has_a_way_out(last: str, found: bool) -> None:
    options = ["ve 12", "ve 14", "v 16", last]
    item = {"type": "single_choice", "text": "Kdy by se měl klub otvírat?", "options": options}
    codes = {finding.code for finding in method.findings(asked("cs", item))}
    assert ("missing_dont_know" in codes) is found


@pytest.mark.parametrize(
    ("labels", "found"),
    [(["very bad", "bad", "good", "very good"], True), (["never", "seldom", "often", "always"], False)],
)
def test_scales_are_opposite_only_where_they_say_the_same(labels: list[str], found: bool) -> None:
    best_first = ["very good", "good", "bad", "very bad"]
    scales = [
        {
            "code": code,
            "options": [
                *({"label": label, "score": score} for label, score in zip(said, scores, strict=True)),
                {"label": "don't know"},
            ],
        }
        for code, said, scores in (("one", best_first, (100, 67, 33, 0)), ("two", labels, (0, 33, 67, 100)))
    ]
    items = [{"type": "rating", "text": "How was it?", "scale": code} for code in ("one", "two")]
    both = questionnaire({"language": "en", "items": items, "scales": scales})
    assert ("scale_directions_mixed" in {finding.code for finding in findings(both)}) is found
