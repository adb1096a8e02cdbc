"""Rarer parts of XLSForms: options in the sheet of external choices, counted repeats, settings said twice."""

from __future__ import annotations

from typing import Any

import pytest

from forms.definition import load
from forms.interchange import Imported, read
from forms.interchange.result import Loss
from forms.interchange.sentences import said_loss
from tests.forms.workbooks import YES_NO, Table, workbook

HEAD = ("type", "name", "label::English (en)")
EXTERNAL = ("select_one_external ward", "ward", "Ward?")
WARDS = (("list_name", "name", "label::English (en)"), ("ward", "w1", "North"), ("ward", "w2", "South"))


def _read(*rows: Any, head: Any = HEAD, choices: Table = YES_NO, **more: Table) -> Imported:
    imported = read("test.xlsx", workbook([head, *rows], choices, **more))
    load(imported.document)
    return imported


def _items(imported: Imported) -> list[dict[str, Any]]:
    return [item for section in imported.document["sections"] for item in section["items"]]


def _lost(imported: Imported) -> set[tuple[str, str]]:
    return {(loss.where, loss.code) for loss in imported.losses}


def test_options_in_the_sheet_of_external_choices_are_offered() -> None:
    imported = _read(EXTERNAL, external_choices=WARDS)
    (item,) = _items(imported)
    assert item["type"] == "single_choice"
    assert [option["labels"] for option in item["options"]] == [{"en": "North"}, {"en": "South"}]
    assert "options_elsewhere" not in {code for _, code in _lost(imported)}


def test_a_language_only_of_external_choices_is_one_of_the_questionnaire() -> None:
    head, *rows = WARDS
    wards = ((*head, "label::Čeština (cs)"), *((*row, "Obvod") for row in rows))
    imported = _read(EXTERNAL, external_choices=wards)
    assert imported.document["languages"] == ["en", "cs"]


def test_external_choices_that_are_too_many_are_listed_and_the_answer_is_written() -> None:
    many = (*WARDS, *(("ward", f"x{number}", f"Ward {number}") for number in range(600)))
    imported = _read(EXTERNAL, external_choices=many)
    assert [item["type"] for item in _items(imported)] == ["short_text"]
    expected = {("survey 2 (ward)", "options_elsewhere"), ("external_choices (ward)", "list_unused")}
    assert expected <= _lost(imported)


def test_how_often_a_group_is_repeated_is_listed() -> None:
    head = (*HEAD, "repeat_count")
    rows = [("integer", "n", "How many?"), ("begin_repeat", "r", "Child", "${n}"), ("text", "t", "Name?")]
    imported = _read(*rows, ("end_repeat",), head=head)
    assert Loss("survey 3 (r)", "repeat_count_lost", {"value": "${n}"}) in imported.losses


@pytest.mark.parametrize("cell", ["TRUE()", "true()", "Yes", "1"])
def test_an_answer_is_required_however_that_is_written(cell: str) -> None:
    assert _items(_read(("text", "t", "Name?", cell), head=(*HEAD, "required")))[0]["required"] is True


def test_a_setting_that_another_one_overrules_is_listed() -> None:
    settings = (("form_title", "title"), ("Survey", "Other title"))
    imported = _read(("text", "t", "Name?"), settings=settings)
    assert imported.document["titles"] == {"en": "Survey"}
    assert Loss("settings", "setting_lost", {"name": "title", "value": "Other title"}) in imported.losses


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("select_one", "single_choice"), ("select_multiple", "multiple_choice"), ("rank", "ranking")],
)
def test_a_choice_without_a_list_stays_a_choice(cell: str, kind: str) -> None:
    imported = _read((cell, "q", "Which?"))
    assert [item["type"] for item in _items(imported)] == [kind]
    assert ("survey 2 (q)", "list_missing") in _lost(imported)


def test_the_label_of_an_option_without_a_name_is_said() -> None:
    choices = (*YES_NO, ("yn", "", "Perhaps"))
    imported = _read(("select_one yn", "q", "Do you?"), choices=choices)
    (said,) = (said_loss(loss, "en") for loss in imported.losses if loss.code == "choice_without_name")
    assert "Perhaps" in said


def test_a_fault_of_the_choices_is_placed_there() -> None:
    choices = (*YES_NO, ("yn", "yes", "Yes again"))
    places = {loss.where for loss in _read(("select_one yn", "q", "Do you?"), choices=choices).losses}
    assert "choices 4" in places


ROUTED = ("type", "name", "label", "relevant", "calculation")
ADULT = {"op": "compare", "item": "age", "relation": "ge", "value": 18}
YES = {"op": "in", "item": "a", "options": ["yes"]}
SOURCES = (
    ("select_one yn", "a", "Do you?"),
    ("integer", "age", "Age?"),
    ("decimal", "height", "Height?"),
    ("calculate", "adult", "", "", "if(${age} >= 18, 1, 0)"),
    ("calculate", "group", "", "", "if(${adult} = 1, if(${a} = 'yes', 'A', 'B'), 'C')"),
    ("calculate", "round", "", "", "${round} + 1"),
    ("calculate", "age", "", "", "17"),
)


def _routed(relevant: str) -> tuple[Any, set[str]]:
    imported = _read(*SOURCES, ("note", "n", "Thanks.", relevant), head=ROUTED)
    lost = {code for where, code in _lost(imported) if where == "survey 9 (n)"}
    return _items(imported)[-1].get("visible_if"), lost


@pytest.mark.parametrize(
    ("relevant", "condition"),
    [
        ("${adult} = 1", ADULT),
        ("${adult} = '1'", ADULT),
        ("${adult} = 0", {"op": "not", "of": ADULT}),
        ("1 = ${adult}", ADULT),
        ("${group} = 'A'", {"op": "and", "of": [ADULT, YES]}),
        ("${group} = 'B'", {"op": "and", "of": [ADULT, {"op": "not", "of": YES}]}),
        ("${group} != 'C'", ADULT),
        ("if(${a} = 'yes', ${age} >= 18, false())", {"op": "and", "of": [YES, ADULT]}),
        ("int(${age}) >= 18", ADULT),
    ],
)
def test_conditions_see_through_calculations(relevant: str, condition: Any) -> None:
    found, lost = _routed(relevant)
    assert found == condition
    assert lost == set()


@pytest.mark.parametrize("relevant", ["${round} = 1", "int(${height}) > 1", "${adult} + 1 = 2"])
def test_a_calculation_that_cannot_be_said_loses_its_condition(relevant: str) -> None:
    assert _routed(relevant) == (None, {"condition_lost"})


@pytest.mark.parametrize(("inside", "condition"), [(True, ADULT), (False, None)])
def test_a_calculation_under_a_condition_is_seen_through_only_there(*, inside: bool, condition: Any) -> None:
    group = [("begin_group", "g", "G", "${a} = 'yes'"), SOURCES[3], ("text", "t", "Name?"), ("end_group",)]
    group.insert(3 if inside else 4, ("note", "n", "Thanks.", "${adult} = 1"))
    imported = _read(*SOURCES[:3], *group, head=ROUTED)
    (note,) = (item for item in _items(imported) if item["item_code"] == "n")
    assert note.get("visible_if") == condition


def test_a_repeated_answer_under_a_condition_is_not_that_answer() -> None:
    alias = ("calculate", "again", "", "${age} > 17", "${a}")
    imported = _read(*SOURCES[:2], alias, ("note", "n", "Thanks.", "${again} = 'yes'"), head=ROUTED)
    assert "visible_if" not in _items(imported)[-1]


def test_choices_within_choices_have_an_end() -> None:
    nested = "${a} = 'yes'"
    for _ in range(20):
        nested = f"if({nested}, ${{age}} > 1, ${{age}} > 2)"
    assert _routed(nested) == (None, {"condition_lost"})
