"""Faults of a questionnaire found before it is published."""

from dataclasses import replace
from typing import Any

import pytest

from forms.checks.structure import errors
from forms.definition import Item, ItemType, Option, Questionnaire, Scale, Section
from forms.expressions import And, Answered, Attribute, Compare, Count, Expression, In, Not

TEXTS = {"cs": "Text", "en": "Text"}
OPTIONS = (Option("a", {"cs": "A", "en": "A"}), Option("b", {"cs": "B", "en": "B"}))


def choice(code: str, **settings: Any) -> Item:
    """A question with two options."""
    return Item(code, ItemType.SINGLE_CHOICE, TEXTS, **{"options": OPTIONS, **settings})


def whole(*items: Item, **settings: Any) -> Questionnaire:
    """A questionnaire of one section in Czech and English."""
    return Questionnaire("tiny", "1", TEXTS, ("cs", "en"), (Section("main", TEXTS, items),), **settings)


def found(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    """Kinds and places of the errors."""
    return [(finding.code, finding.path) for finding in errors(questionnaire)]


FIRST, SECOND = "/sections/0/items/0", "/sections/0/items/1"


@pytest.mark.parametrize(
    ("questionnaire", "faults"),
    [
        (whole(choice("q1")), []),
        (whole(), [("no_items", "/sections")]),
        (whole(choice("q1"), choice("q1")), [("duplicate_code", SECOND)]),
        (whole(choice("csrf_token")), [("reserved_code", FIRST)]),
        (whole(choice("q1", options=())), [("no_options", FIRST)]),
        (whole(choice("q1", options=(*OPTIONS, OPTIONS[0]))), [("duplicate_code", f"{FIRST}/options")]),
        (
            whole(
                choice("q1", options=(Option("x", TEXTS, write_in=True), Option("y", TEXTS, write_in=True)))
            ),
            [("several_write_ins", f"{FIRST}/options")],
        ),
        (
            whole(choice("q1", options=(*OPTIONS, Option("c", {"cs": "jen česky"})))),
            [("missing_translation", f"{FIRST}/options/2/labels")],
        ),
        (whole(choice("q1", hints={"en": "only English"})), [("missing_translation", f"{FIRST}/hints")]),
        (whole(choice("q1", hints={"cs": " "})), []),
        (whole(Item("q1", ItemType.RATING, TEXTS, scale="gone")), [("unknown_scale", f"{FIRST}/scale")]),
        (whole(choice("q1"), variants=("uk-easy",)), [("variant_without_language", "/variants/0")]),
        (
            whole(choice("q1"), scales=(Scale("s", OPTIONS, (Option("z", TEXTS),)),), variants=("cs-easy",)),
            [("unknown_option", "/scales/0/easy_options/0/code")],
        ),
        (whole(choice("q1"), scales=(Scale("s", OPTIONS, (Option("z", {}),)),)), []),
        (
            whole(choice("q1"), scales=(Scale("s", OPTIONS), Scale("s", OPTIONS))),
            [("duplicate_code", "/scales")],
        ),
        (whole(Item("q1", ItemType.NUMBER, TEXTS, minimum=5, maximum=4.5)), [("bounds_crossed", FIRST)]),
        (
            whole(Item("q1", ItemType.DATE, TEXTS, minimum="2026-02-01", maximum="2026-01-01")),
            [("bounds_crossed", FIRST)],
        ),
    ],
)
def test_a_fault_is_found_where_it_is(questionnaire: Questionnaire, faults: list[tuple[str, str]]) -> None:
    assert found(questionnaire) == faults


def routed(condition: Expression, **settings: Any) -> Questionnaire:
    """A choice, a number and a question under a condition."""
    return whole(
        choice("q1"), Item("n", ItemType.NUMBER, TEXTS), choice("q2", visible_if=condition, **settings)
    )


@pytest.mark.parametrize(
    ("condition", "faults"),
    [
        (In("q1", ("a",)), []),
        (Not(Answered("q1")), []),
        (Compare("n", "gt", 3), []),
        (Answered("gone"), ["unknown_item", "unreachable_item"]),
        (Answered("q2"), ["condition_cycle", "later_item", "unreachable_item"]),
        (In("q1", ("c",)), ["unknown_option", "unreachable_item"]),
        (Count("n", "gt", 1), ["condition_does_not_fit", "unreachable_item"]),
        (Compare("n", "gt", "2026-01-01"), ["condition_does_not_fit", "unreachable_item"]),
        (Compare("q1", "gt", 3), ["condition_does_not_fit", "unreachable_item"]),
        (Attribute("q1", "forms", ("field",)), ["condition_does_not_fit", "unreachable_item"]),
        (And((In("q1", ("a",)), In("q1", ("b",)))), ["unreachable_item"]),
        (And((In("q1", ("a",)), Not(Answered("q1")))), ["unreachable_item"]),
    ],
)
def test_a_condition_must_be_able_to_hold(condition: Expression, faults: list[str]) -> None:
    assert sorted(finding.code for finding in errors(routed(condition))) == faults


@pytest.mark.parametrize(
    ("condition", "faults"),
    [
        (Answered("y"), []),
        (Compare("y", "gt", 1950), []),
        (Compare("y", "gt", 9999), ["unreachable_item", "condition_out_of_range"]),
        (Compare("y", "eq", 1950.5), ["unreachable_item", "condition_out_of_range"]),
    ],
)
def test_a_condition_may_read_a_year_without_bounds(condition: Expression, faults: list[str]) -> None:
    year = Item("y", ItemType.YEAR, TEXTS)
    assert [code for code, _ in found(whole(year, choice("q1", visible_if=condition)))] == faults


def test_a_section_and_its_item_may_exclude_each_other() -> None:
    base = whole(choice("q1"))
    second = Section("more", TEXTS, (choice("q2", visible_if=In("q1", ("b",))),), In("q1", ("a",)))
    assert found(replace(base, sections=(*base.sections, second))) == [
        ("unreachable_item", "/sections/1/items/0")
    ]


def test_a_finding_carries_what_a_sentence_needs() -> None:
    (finding,) = errors(whole(choice("q1"), choice("q1")))
    assert finding.params == {"code": "q1", "first": FIRST}
