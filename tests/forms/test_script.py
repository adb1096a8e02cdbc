"""What a script in the browser is told of a condition: what it can decide from the text in the inputs."""

import json

import pytest

from forms.definition import Item, ItemType, Option, Questionnaire, Section
from forms.expressions import And, Attribute, Compare, Count, Expression, In, Not
from forms.script import condition_json

ITEMS = (
    Item("age", ItemType.NUMBER, {}),
    Item("born", ItemType.YEAR, {}),
    Item("moved", ItemType.DATE, {}),
    Item("words", ItemType.SHORT_TEXT, {}),
    Item("forms", ItemType.SINGLE_CHOICE, {}, options=(Option("7", {}, score=50), Option("8", {}))),
)
QUESTIONNAIRE = Questionnaire("q", "1", {}, ("cs",), (Section("s", {}, ITEMS),))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (Compare("age", "le", "2026-06-01"), False),
        (Compare("born", "ne", "x"), False),
        (Compare("moved", "gt", 7), False),
        (Compare("words", "le", 100), False),
        (Attribute("words", "forms", ("field",)), False),
        (In("age", ("7",)), False),
        (Count("age", "ge", 1), False),
        (Count("born", "lt", 1), True),
    ],
)
def test_what_no_answer_changes_is_decided_before(condition: Expression, holds: bool) -> None:
    decided = {"op": "and" if holds else "or", "of": []}
    assert json.loads(condition_json(condition, QUESTIONNAIRE)) == decided
    both = And((Not(condition), In("forms", ("7",))))
    assert json.loads(condition_json(both, QUESTIONNAIRE))["of"][0] == {"op": "not", "of": decided}


@pytest.mark.parametrize(
    "condition",
    [
        Compare("age", "le", 7),
        Compare("moved", "gt", "2026-06-01"),
        Count("words", "ge", 1),
        In("forms", ("7",)),
        Count("forms", "eq", 0),
    ],
)
def test_what_answers_decide_is_left_to_the_script(condition: Expression) -> None:
    told = json.loads(condition_json(condition, QUESTIONNAIRE))
    assert told["item"] == condition.item  # type: ignore[union-attr]  # all of them read one item


def test_scores_become_lists_of_options() -> None:
    told = json.loads(condition_json(Compare("forms", "ge", 50), QUESTIONNAIRE))
    assert told == {"op": "in", "item": "forms", "options": ["7"]}
