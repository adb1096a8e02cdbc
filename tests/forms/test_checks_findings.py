"""Findings: keys survive moving, sentences exist in every language, conditions are decided right."""

import itertools
import json
import re
import string
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import forms.checks
import survey_app
from forms.checks import Finding, Severity, findings
from forms.checks.sentences import SENTENCES, WHY, said
from forms.definition import Item, ItemType, Option, Questionnaire, Section, load
from forms.duration import minutes
from forms.expressions import Count, Expression, Not, evaluate
from forms.routing import on_path
from forms.simulation import walk
from forms.solver import Solver
from tests.forms.strategies import expressions

JAVOROV = Path(survey_app.__file__).parent / "content" / "javorov"
TEXT = {"cs": "Jak hodnotíte čistotu a bezpečnost?"}
SCALE = tuple(
    Option(code, {"cs": label})
    for code, label in zip("abcd", ("velmi dobře", "dobře", "špatně", "nevím"), strict=True)
)


def barrelled(**settings: Any) -> Item:
    """A question that asks two things at once."""
    return Item("q1", ItemType.SINGLE_CHOICE, TEXT, **{"options": SCALE, **settings})


def whole(*items: Item) -> Questionnaire:
    """A questionnaire of one section in Czech."""
    return Questionnaire("tiny", "1", {"cs": "Název"}, ("cs",), (Section("main", {"cs": "Služby"}, items),))


def keys(questionnaire: Questionnaire) -> dict[str, str]:
    """Code of each finding → its key."""
    return {finding.code: finding.key for finding in findings(questionnaire)}


def test_a_key_survives_moving_and_changes_with_the_text() -> None:
    before = keys(whole(barrelled()))["double_barrelled"]
    other = Item("q0", ItemType.YES_NO, {"cs": "Máte zahradu?"})
    assert keys(whole(other, barrelled()))["double_barrelled"] == before
    assert keys(whole(barrelled(required=True)))["double_barrelled"] == before
    reworded = replace(barrelled(), texts={"cs": "Jak hodnotíte ochotu a bezpečnost?"})
    assert keys(whole(reworded))["double_barrelled"] != before


def test_a_finding_names_section_and_question_as_the_author_knows_them() -> None:
    questionnaire = whole(barrelled())
    finding = next(one for one in findings(questionnaire) if one.code == "double_barrelled")
    words = said(finding, questionnaire, "cs")
    assert words.where == "Oddíl „Služby“, otázka q1 „Jak hodnotíte čistotu a bezpečnost?“"
    assert words.what == "Otázka se ptá na dvě věci najednou: „čistotu a bezpečnost“."
    assert finding.to_document()["severity"] == "warning"
    assert json.loads(json.dumps(finding.to_document())) == finding.to_document()


@pytest.mark.parametrize(
    ("code", "params", "sentence"),
    [
        ("missing_translation", {"language": "uk"}, "Chybí text v jazyce „jazyk uk“."),
        (
            "untranslated",
            {"language": "uk", "other": "cs"},
            "Text v jazyce „jazyk uk“ je stejný jako v jazyce „jazyk cs“.",
        ),
        (
            "same_label",
            {"language": "uk", "option": "ano", "other": "cs"},
            "Dvě možnosti znějí stejně: „ano“ a „cs“ (jazyk „jazyk uk“).",
        ),
    ],
)
def test_languages_are_named_and_words_of_the_questionnaire_are_not(
    code: str, params: dict[str, str], sentence: str
) -> None:
    finding = Finding(code, "/titles", params)
    assert said(finding, whole(), "cs", "jazyk {}".format).what == sentence


def fields(sentence: str) -> set[str]:
    """The values that a sentence wants."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_finding_can_be_said_in_three_languages_with_the_same_values() -> None:
    assert SENTENCES["cs"].keys() == SENTENCES["en"].keys() == SENTENCES["uk"].keys()
    for code, (reason, what, _) in SENTENCES["en"].items():
        for language in ("cs", "uk"):
            assert SENTENCES[language][code][0] == reason
            assert fields(SENTENCES[language][code][1]) == fields(what), code
            assert WHY[language][reason]


def test_every_code_in_the_rules_has_a_sentence() -> None:
    source = Path(forms.checks.__file__).parent
    written = {
        code
        for path in source.rglob("*.py")
        if "sentences" not in path.parts
        for code in re.findall(r"(?:Finding|Fault)\(\s*\"(\w+)\"", path.read_text(encoding="utf-8"))
    }
    assert written <= SENTENCES["en"].keys()
    assert len(written) > 70


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_annual_questionnaire_has_no_error_and_one_honest_warning(year: int) -> None:
    questionnaire = load(json.loads((JAVOROV / f"annual-{year}.json").read_text(encoding="utf-8")))
    found = findings(questionnaire)
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
    assert [(one.code, one.item) for one in found] == [("double_barrelled", "q07a")]


def test_a_simulated_respondent_reaches_all_of_the_annual_questionnaire() -> None:
    questionnaire = load(json.loads((JAVOROV / "annual-2026.json").read_text(encoding="utf-8")))
    coverage = walk(questionnaire)
    assert coverage.complete
    assert coverage.items_unreached == coverage.options_unchosen == coverage.options_off_path == ()
    assert (len(coverage.shortest.item_codes), len(coverage.longest.item_codes)) == (8, 17)
    assert coverage.shortest.minutes <= coverage.typical.minutes <= coverage.longest.minutes
    assert walk(questionnaire) == coverage


def test_a_walk_that_is_cut_short_says_so_and_still_aims_at_every_condition() -> None:
    questions = [Item(f"q{number}", ItemType.YES_NO, {"cs": "?"}) for number in range(12)]
    followed = [
        Item(f"f{number}", ItemType.YES_NO, {"cs": "?"}, visible_if=Count(f"q{number}", "ge", 1))
        for number in range(12)
    ]
    coverage = walk(whole(*questions, *followed), limit=50)
    assert not coverage.complete
    assert coverage.items_unreached == ()


def test_easy_variants_and_long_texts_take_longer() -> None:
    item = Item("q1", ItemType.YES_NO, {"cs": "Slovo " * 40})
    questionnaire = whole(item)
    assert minutes(questionnaire, [item], "cs-easy") > minutes(questionnaire, [item], "cs")
    assert minutes(questionnaire, [item, item], "cs") > minutes(questionnaire, [item], "cs")


ANSWERS: dict[str, list[Any]] = {
    "one": [None, "a", "b", "c", "d"],
    "several": [
        None,
        *(list(part) for size in (1, 2) for part in itertools.combinations("abd", size)),
        ["c"],
    ],
    "number": [None, *(value / 2 for value in range(9))],
}
OPTIONS = (
    Option("a", {}, score=100, attributes={"forms": ("field",)}),
    Option("b", {}, score=0),
    Option("c", {}, exclusive=True),
    Option("d", {}),
)
SMALL = whole(
    Item("one", ItemType.SINGLE_CHOICE, {}, options=OPTIONS),
    Item("several", ItemType.MULTIPLE_CHOICE, {}, options=OPTIONS, max_choices=2),
    Item("number", ItemType.NUMBER, {}, minimum=0, maximum=4),
)


@given(expressions(["one", "several", "number"]), expressions(["one"]))
@settings(max_examples=300, deadline=None)
def test_the_solver_agrees_with_trying_everything(wanted: Expression, condition: Expression) -> None:
    one, several, number = SMALL.sections[0].items
    items = (one, replace(several, visible_if=condition), number)
    questionnaire = replace(SMALL, sections=(Section("main", {}, items),))
    tried = [
        {code: answer for code, answer in zip(ANSWERS, trial, strict=True) if answer is not None}
        for trial in itertools.product(*ANSWERS.values())
    ]
    for part in (wanted, Not(wanted)):
        exists = any(evaluate(part, questionnaire, on_path(questionnaire, answers)) for answers in tried)
        found = Solver(questionnaire).answers(part)
        assert found is None or evaluate(part, questionnaire, on_path(questionnaire, found))
        assert not exists or found is not None
