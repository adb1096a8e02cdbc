"""Conditions: what holds, what remains open, and how it is said."""

from typing import Any

import pytest

from forms.definition import DefinitionError
from forms.expressions import (
    And,
    Answered,
    Attribute,
    Compare,
    Count,
    Facts,
    In,
    Not,
    Or,
    describe,
    evaluate,
    items_read,
    lowered,
    parse,
    residual,
    to_document,
)
from tests.forms.conftest import Load

YES = In("used", ("yes",))
NO = In("used", ("no",))


@pytest.mark.parametrize(
    ("name", "item", "answers", "holds"),
    [
        ("count_condition", "many", {"colours": ["red", "blue"]}, True),
        ("count_condition", "many", {"colours": ["red"]}, False),
        ("count_condition", "many", {}, False),
        ("compare_condition", "crowd", {"people": 5}, True),
        ("compare_condition", "crowd", {"people": 4.5}, False),
        ("compare_condition", "crowd", {"people": "5"}, False),
        ("compare_condition", "crowd", {}, False),
        ("compare_condition", "recent", {"visited": "2026-06-01"}, True),
        ("compare_condition", "recent", {"visited": "2026-05-31"}, False),
        ("score_condition", "why", {"quality": "bad"}, True),
        ("score_condition", "why", {"quality": "middling"}, True),
        ("score_condition", "why", {"quality": "good"}, False),
        ("score_condition", "why", {"quality": "dont_know"}, False),
        ("score_condition", "why", {"quality": "gone"}, False),
        ("attribute_condition", "place", {"service": "house"}, True),
        ("attribute_condition", "place", {"service": "mixed"}, True),
        ("attribute_condition", "place", {"service": "home"}, False),
        ("attribute_condition", "place", {"service": "other"}, False),
        ("attribute_condition", "punctual", {"service": "home"}, True),
        ("attribute_condition", "punctual", {"service": "mixed"}, False),
        ("attribute_condition", "punctual", {"service": "other"}, False),
        ("attribute_condition", "punctual", {}, False),
    ],
)
def test_a_condition_holds(load_name: Load, name: str, item: str, answers: Any, holds: bool) -> None:
    questionnaire = load_name(name)
    condition = questionnaire.conditions[item]
    assert evaluate(condition, questionnaire, answers) is holds
    assert residual(condition, Facts(questionnaire, answers)) is holds
    assert evaluate(lowered(condition, questionnaire), questionnaire, answers) is holds


@pytest.fixture
def load_name(questionnaire: Load) -> Load:
    """The fixture under a name that leaves `questionnaire` free."""
    return questionnaire


@pytest.mark.parametrize(
    ("condition", "rest"),
    [
        (YES, YES),
        (Not(YES), Not(YES)),
        (And((YES, Answered("gone"))), False),
        (And((YES, Not(Answered("gone")))), YES),
        (Or((YES, Not(Answered("gone")))), True),
        (Or((YES, Answered("gone"))), YES),
        (And((YES, NO)), And((YES, NO))),
    ],
)
def test_what_the_page_itself_decides_remains(load_name: Load, condition: Any, rest: Any) -> None:
    facts = Facts(load_name("yes_no"), {}, frozenset({"used"}))
    assert residual(condition, facts) == rest


def test_attributes_and_scores_become_lists_of_options_for_the_browser(load_name: Load) -> None:
    services, ratings = load_name("attribute_condition"), load_name("score_condition")
    assert lowered(Attribute("service", "forms", ("field",)), services) == In("service", ("home", "mixed"))
    assert lowered(Compare("quality", "le", 50), ratings) == In("quality", ("middling", "bad"))


def test_a_condition_knows_the_items_it_reads() -> None:
    assert items_read(And((YES, Or((Not(Answered("a")), Answered("b")))))) == {"used", "a", "b"}


@pytest.mark.parametrize(
    "document", [None, 5, "x", [], {}, {"op": None}, {"op": "in", "item": "a"}, {"op": "and", "of": []}]
)
def test_a_condition_of_another_shape_is_refused(document: Any) -> None:
    with pytest.raises(DefinitionError):
        parse(document)


def test_a_condition_is_written_as_it_was_read() -> None:
    document = {
        "op": "and",
        "of": [{"op": "not", "of": {"op": "count", "item": "a", "relation": "ne", "value": 2}}],
    }
    assert to_document(parse(document)) == document


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("cs", "Odpovídejte, jen pokud jste u otázky „Otázka used?“ zvolili „ano“."),
        ("cs-easy", "Odpovězte, jen když jste u otázky „Otázka used?“ zvolili „ano“."),
        ("en", "Answer only if you chose “yes” for “Otázka used? (en)”."),
        ("uk", "Відповідайте, лише якщо на запитання «Otázka used? (uk)» ви вибрали «так»."),
        ("de", "Answer only if you chose “ja” for “Otázka used?”."),
    ],
)
def test_a_condition_is_said_in_the_language_of_the_respondent(
    load_name: Load, language: str, sentence: str
) -> None:
    assert describe(YES, load_name("yes_no"), language) == sentence


@pytest.mark.parametrize(
    ("name", "condition", "sentence"),
    [
        ("yes_no", Not(YES), "jste u otázky „Otázka used?“ nezvolili „ano“"),
        ("yes_no", Not(Not(YES)), "jste u otázky „Otázka used?“ zvolili „ano“"),
        ("yes_no", In("used", ("yes", "no")), "jste u otázky „Otázka used?“ zvolili „ano“ nebo „ne“"),
        ("yes_no", Not(Answered("used")), "jste neodpověděli na otázku „Otázka used?“"),
        ("compare_condition", Compare("people", "gt", 4.5), "je odpověď na otázku „Otázka people?“ nad 4,5"),
        (
            "score_condition",
            Compare("quality", "le", 50),
            "jste u otázky „Otázka quality?“ zvolili „středně“ nebo „špatně“",
        ),
        (
            "attribute_condition",
            Attribute("service", "forms", ("field",)),
            "jste u otázky „Otázka service?“ zvolili „doma“ nebo „obojí“",
        ),
        (
            "hidden_chain",
            Not(And((Answered("a"), Or((Answered("b"), Answered("c")))))),
            (
                "jste neodpověděli na otázku „Otázka a?“ nebo "
                "(platí, že jste neodpověděli na otázku „Otázka b?“ a zároveň jste neodpověděli na otázku "
                "„Otázka c?“)"
            ),
        ),
        ("compare_condition", Compare("people", "ne", 4), "je odpověď na otázku „Otázka people?“ jiná než 4"),
        (
            "count_condition",
            Count("colours", "ne", 2),
            "je počet zvolených možností u otázky „Otázka colours?“ jiný než 2",
        ),
    ],
)
def test_a_condition_is_a_plain_sentence(load_name: Load, name: str, condition: Any, sentence: str) -> None:
    assert describe(condition, load_name(name), "cs") == f"Odpovídejte, jen pokud {sentence}."
