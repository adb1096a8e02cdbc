"""The way through a questionnaire."""

import pytest

from forms import routing
from forms.definition import Questionnaire
from forms.expressions import Answer, Answers, In
from tests.forms.conftest import Load


def visible(questionnaire: Questionnaire, answers: Answers) -> str:
    """Codes of the visible items in one line."""
    return " ".join(item.item_code for item in routing.visible_items(questionnaire, answers))


def pages(questionnaire: Questionnaire, answers: Answers) -> list[str]:
    """Each page in one line."""
    found = routing.pages(questionnaire, answers)
    return [f"{page.page_code}: {' '.join(item.item_code for item in page.items)}" for page in found]


def test_a_hidden_item_counts_as_unanswered(questionnaire: Load) -> None:
    chain = questionnaire("hidden_chain")
    assert visible(chain, {"a": "yes", "b": "yes", "c": "no"}) == "a b c"
    assert visible(chain, {"a": "no", "b": "yes", "c": "no"}) == "a d"
    assert routing.on_path(chain, {"a": "no", "b": "yes", "c": "no", "d": "yes"}) == {"a": "no", "d": "yes"}


def test_a_hidden_section_hides_its_items(questionnaire: Load) -> None:
    sections = questionnaire("layout_section")
    assert visible(sections, {"used": "no"}) == "used again"
    assert visible(sections, {"used": "yes"}) == "used content wish again"


def test_an_item_on_a_page(questionnaire: Load) -> None:
    by_item = questionnaire("layout_item")
    assert pages(by_item, {}) == ["used: used", "again: again"]
    assert pages(by_item, {"used": "yes", "again": "yes"}) == [
        "used: used",
        "content: content",
        "wish: wish",
        "again: again",
        "both: both",
    ]


def test_a_section_on_a_page(questionnaire: Load) -> None:
    by_section = questionnaire("layout_section")
    assert pages(by_section, {"used": "no"}) == ["first: used", "third: again"]
    assert pages(by_section, {"used": "yes"}) == ["first: used", "second: content wish", "third: again both"]


def test_everything_on_a_page(questionnaire: Load) -> None:
    whole = questionnaire("layout_page")
    assert pages(whole, {"used": "no"}) == ["all: used content wish again both"]


def test_a_page_says_only_what_it_decides_itself(questionnaire: Load) -> None:
    by_section = questionnaire("layout_section")
    page = routing.pages(by_section, {"used": "yes"})[2]
    assert routing.page_conditions(by_section, page.items, {"used": "yes"}) == {"both": In("again", ("yes",))}


def test_the_next_page_is_found_even_when_this_one_is_gone(questionnaire: Load) -> None:
    by_section = questionnaire("layout_section")
    following = routing.next_page(by_section, {"used": "no"}, "second")
    preceding = routing.previous_page(by_section, {"used": "no"}, "second")
    assert following is not None
    assert preceding is not None
    assert (preceding.page_code, following.page_code) == ("first", "third")


def test_there_is_nothing_before_the_first_and_after_the_last_page(questionnaire: Load) -> None:
    by_section = questionnaire("layout_section")
    assert routing.previous_page(by_section, {}, "first") is None
    assert routing.next_page(by_section, {}, "third") is None


@pytest.mark.parametrize("layout", ["layout_item", "layout_section", "layout_page"])
def test_an_unknown_page_is_an_error(questionnaire: Load, layout: str) -> None:
    with pytest.raises(KeyError):
        routing.next_page(questionnaire(layout), {}, "../etc")
    with pytest.raises(KeyError):
        routing.is_way_settled(questionnaire(layout), {}, "../etc")


def test_the_number_of_pages_is_known_once_no_answer_can_change_it(questionnaire: Load) -> None:
    by_item, by_section = questionnaire("layout_item"), questionnaire("layout_section")
    assert not routing.is_way_settled(by_item, {}, "used")
    assert not routing.is_way_settled(by_item, {"used": "yes"}, "again")
    assert routing.is_way_settled(by_item, {"used": "yes", "again": "no"}, "both")
    assert not routing.is_way_settled(by_section, {"used": "yes"}, "first")
    assert routing.is_way_settled(by_section, {"used": "yes"}, "second")
    assert routing.is_way_settled(questionnaire("layout_page"), {}, routing.WHOLE_PAGE)


def test_words_count_only_beside_their_option(questionnaire: Load) -> None:
    item = questionnaire("write_in")
    words = {"colour.write_in": "fialová", "colours.write_in": "bílá"}
    assert routing.on_path(item, {"colour": "red", **words}) == {"colour": "red"}
    kept: dict[str, Answer] = {
        "colour": "other",
        "colour.write_in": "fialová",
        "colours": ["red", "other"],
        "colours.write_in": "bílá",
    }
    assert routing.on_path(item, kept) == kept


def test_what_is_unknown_or_empty_is_no_answer(questionnaire: Load) -> None:
    colours = questionnaire("multiple_choice")
    assert routing.on_path(colours, {"colours": [], "nonsense": "x"}) == {}


def test_only_required_items_on_the_path_are_missed(questionnaire: Load) -> None:
    page = questionnaire("same_page_condition")
    assert [item.item_code for item in routing.unanswered_required(page, {"used": "no"})] == ["why"]
    assert routing.unanswered_required(page, {"used": "yes"}) == []


def test_what_takes_no_answer_is_never_missed(questionnaire: Load) -> None:
    battery = questionnaire("rating_battery")
    missed = [item.item_code for item in routing.unanswered_required(battery, {})]
    assert missed == ["staff_time", "staff_words", "place"]
    assert routing.on_path(battery, {"staff": "good", "place": "good"}) == {"place": "good"}


def test_a_battery_is_one_page_where_other_items_have_one_each(questionnaire: Load) -> None:
    alone = questionnaire("rating_battery_alone")
    assert pages(alone, {"used": "yes"}) == ["used: used", "staff: staff staff_time staff_words place"]
    assert pages(alone, {"used": "no"}) == ["used: used"]
    following = routing.next_page(alone, {"used": "yes"}, "used")
    assert following is not None
    assert following.page_code == "staff"
