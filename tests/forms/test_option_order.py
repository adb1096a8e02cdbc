"""The order of options."""

from forms.build import form_class
from forms.randomisation import SEEDS, ordered_options
from tests.forms.conftest import Load


def test_a_seed_gives_one_order_and_seeds_differ(questionnaire: Load) -> None:
    item = questionnaire("randomised_options").item("areas")
    orders = {seed: [option.code for option in ordered_options(item, seed)] for seed in SEEDS}
    assert orders == {seed: [option.code for option in ordered_options(item, seed)] for seed in SEEDS}
    assert len({tuple(order) for order in orders.values()}) > 5
    assert orders[0] == ["e", "b", "f", "d", "c", "a", "other", "none"]


def test_other_and_none_stay_at_the_end(questionnaire: Load) -> None:
    item = questionnaire("randomised_options").item("areas")
    for seed in SEEDS:
        codes = [option.code for option in ordered_options(item, seed)]
        assert codes[-2:] == ["other", "none"]
        assert sorted(codes[:-2]) == list("abcdef")


def test_an_item_that_is_not_randomised_keeps_its_order(questionnaire: Load) -> None:
    item = questionnaire("single_choice").item("colour")
    assert ordered_options(item, 5) == item.options


def test_a_form_shows_the_order_of_its_seed(questionnaire: Load) -> None:
    found = questionnaire("randomised_options")
    areas = form_class(found, found.items, "cs")
    expected = [option.code for option in ordered_options(found.item("areas"), 5)]
    assert [row.code for row in areas(seed=5).field("areas").options] == expected
    assert [row.code for row in areas().field("areas").options] == [
        option.code for option in found.items[0].options
    ]
