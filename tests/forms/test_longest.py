"""How long the longest way takes: the same as by walking every way, and found where these are too many."""

from itertools import pairwise

import pytest
from hypothesis import given

from forms.checks.method.burden import too_long
from forms.definition import Item, ItemType, Questionnaire, Section
from forms.duration import minutes, seconds
from forms.expressions import Answered, Expression, In, Not
from forms.longest import longest
from forms.simulation import walk
from forms.solver import Solver, UndecidedError
from tests.forms.strategies import questionnaires


def whole(*items: Item) -> Questionnaire:
    return Questionnaire("x", "1", {"cs": "Dotazník"}, ("cs",), (Section("a", {"cs": "A"}, items),))


def yes_no(code: str, condition: Expression | None = None) -> Item:
    return Item(code, ItemType.YES_NO, {"cs": "?"}, visible_if=condition)


def chain(length: int) -> Questionnaire:
    codes = [f"q{number}" for number in range(length)]
    return whole(yes_no("q0"), *(yes_no(code, In(before, ("yes",))) for before, code in pairwise(codes)))


@given(questionnaires())
def test_where_every_way_can_be_walked_the_longest_one_takes_as_long(questionnaire: Questionnaire) -> None:
    language = questionnaire.languages[0]
    each = {code: seconds(questionnaire, (item,), language) for code, item in questionnaire.index.items()}
    introduction = minutes(questionnaire, (), language)
    coverage = walk(questionnaire)
    found = introduction + longest(questionnaire, each) / 60
    if coverage.complete:
        assert found == pytest.approx(coverage.longest.minutes, abs=0.51 / 60)
    else:
        assert found > coverage.longest.minutes - 0.51 / 60


def test_of_two_branches_only_the_longer_one_counts() -> None:
    questionnaire = whole(
        yes_no("q"), yes_no("a", In("q", ("yes",))), yes_no("b", In("q", ("no",))), yes_no("c", Answered("b"))
    )
    assert longest(questionnaire, {"q": 1.0, "a": 10.0, "b": 20.0, "c": 5.0}) == 26.0
    assert longest(questionnaire, {"q": 1.0, "a": 40.0, "b": 20.0, "c": 5.0}) == 41.0


def test_what_is_asked_when_nothing_is_said_counts_too() -> None:
    questionnaire = whole(yes_no("q"), yes_no("a", Answered("q")), yes_no("b", Not(Answered("q"))))
    assert longest(questionnaire, {"q": 1.0, "a": 2.0, "b": 3.0}) == 4.0


def test_a_hundred_branches_of_their_own_are_added_up() -> None:
    parts = [
        (yes_no(f"q{n}"), yes_no(f"a{n}", In(f"q{n}", ("yes",))), yes_no(f"b{n}", In(f"q{n}", ("no",))))
        for n in range(100)
    ]
    questionnaire = whole(*(item for part in parts for item in part))
    each = {item.item_code: {"q": 1.0, "a": 2.0, "b": 4.0}[item.item_code[0]] for item in questionnaire.items}
    assert longest(questionnaire, each) == 500.0


def test_a_chain_that_is_too_long_to_look_at_is_walked_instead() -> None:
    looked_at, walked = chain(100), chain(300)
    assert longest(looked_at, dict.fromkeys(looked_at.index, 1.0)) == 100.0
    with pytest.raises(UndecidedError):
        longest(walked, dict.fromkeys(walked.index, 1.0))
    assert too_long(walked) == ("cs", round(minutes(walked, walked.items, "cs")))


def test_a_chain_that_no_stack_would_bear_is_undecided() -> None:
    questionnaire = chain(1_000)
    with pytest.raises(UndecidedError):
        Solver(questionnaire).answers(In("q999", ("yes",)))
    assert Solver(questionnaire).answers(In("q400", ("yes",))) is not None
    coverage = walk(questionnaire, limit=1)
    assert not coverage.complete
    assert len(coverage.items_reached) > 500
