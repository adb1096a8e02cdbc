"""Putting options in order: what is read, what is refused, how it is shown and said."""

import pytest

from forms.definition import Questionnaire
from forms.routing import visible_items
from forms.wording import answer_texts
from tests.forms.conftest import Fill, Load


@pytest.fixture
def priorities(questionnaire: Load) -> Questionnaire:
    """A ranking of three places with an option to write in and an exclusive one."""
    return questionnaire("ranking")


def sent(*values: str) -> list[tuple[str, str]]:
    return [("priorities", value) for value in values]


def test_the_answer_is_the_options_in_the_order_of_their_places(
    priorities: Questionnaire, fill: Fill
) -> None:
    form = fill(priorities, *sent("2:transport", "", "1:respite", "3:help_at_home"))
    assert form.field("priorities").data == ["respite", "transport", "help_at_home"]
    assert not form.error_fields


def test_no_place_at_all_is_no_answer(priorities: Questionnaire, fill: Fill) -> None:
    assert fill(priorities, *sent("", "", "")).field("priorities").data is None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (["1:transport", "1:respite"], "Na 1. místě je víc možností."),
        (["1:transport", "3:respite"], "Na 2. místě nic není."),
        (["2:transport"], "Na 1. místě nic není."),
        (["1:transport", "2:transport"], "„doprava“ jen jedno místo"),
        (["1:dont_know", "1:transport"], "„nevím“ nejde spojit"),
        (["1:helicopter"], "nabízených"),
        (["4:transport"], "nabízených"),
        (["01:transport"], "nabízených"),
        (["transport"], "nabízených"),
    ],
)
def test_what_is_no_order_is_refused_with_a_sentence(
    priorities: Questionnaire, fill: Fill, values: list[str], words: str
) -> None:
    form = fill(priorities, *sent(*values))
    (field,) = form.error_fields
    assert words in field.errors[0]
    selected = {place.value for option in field.options for place in option.places if place.selected}
    offered = {place.value for option in field.options for place in option.places}
    assert selected - {""} == set(values) & offered


def test_every_option_offers_every_place_and_none(priorities: Questionnaire, fill: Fill) -> None:
    rows = {row.code: row for row in fill(priorities).field("priorities").options}
    assert [place.label for place in rows["transport"].places] == [
        "bez pořadí",
        "1. místo",
        "2. místo",
        "3. místo",
    ]
    assert [place.value for place in rows["dont_know"].places] == ["1:dont_know"]


def test_words_alone_put_their_option_first(priorities: Questionnaire, fill: Fill) -> None:
    form = fill(priorities, ("priorities.write_in", "víc zeleně"))
    assert form.field("priorities").found == {
        "priorities": ["other"],
        "priorities.write_in": "víc zeleně",
    }


def test_an_order_is_read_over_with_its_places(priorities: Questionnaire) -> None:
    item = priorities.item("priorities")
    given = {"priorities": ["transport", "other"], "priorities.write_in": "víc zeleně"}
    assert answer_texts(priorities, item, given, "cs") == ["1. doprava", "2. něco jiného", "víc zeleně"]
    assert answer_texts(priorities, item, {"priorities": ["dont_know"]}, "cs") == ["nevím"]


def test_an_option_counts_in_conditions_wherever_it_stands(priorities: Questionnaire) -> None:
    there = visible_items(priorities, {"priorities": ["respite", "transport"]})
    assert [item.item_code for item in there] == ["priorities", "why"]
    assert len(visible_items(priorities, {"priorities": ["respite"]})) == 1
