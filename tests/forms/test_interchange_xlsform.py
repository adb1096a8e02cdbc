"""What a foreign XLSForm becomes, feature by feature, and what of it is listed as lost."""

from __future__ import annotations

from typing import Any

import pytest

from forms.definition import load
from forms.interchange import Imported, read
from forms.interchange.sentences import said_loss
from forms.interchange.xlsform import markdown, tongues
from tests.forms.workbooks import YES_NO, Table, workbook

HEAD = ("type", "name", "label::English (en)")


def _read(*rows: Table, head: Table = HEAD, choices: Table = YES_NO, **more: Table) -> Imported:  # type: ignore[assignment]  # a row is a table of cells
    imported = read("test.xlsx", workbook([head, *rows], choices, **more))  # type: ignore[list-item]  # the same
    load(imported.document)
    return imported


def _items(imported: Imported) -> list[dict[str, Any]]:
    return [item for section in imported.document["sections"] for item in section["items"]]


def _lost(imported: Imported) -> set[tuple[str, str]]:
    return {(loss.where, loss.code) for loss in imported.losses}


@pytest.mark.parametrize(
    ("relevant", "condition"),
    [
        ("${q} = 'yes'", {"op": "in", "item": "q", "options": ["yes"]}),
        ("selected(${q}, 'yes')", {"op": "in", "item": "q", "options": ["yes"]}),
        ("${q} = 'yes' or ${q} = 'no'", {"op": "in", "item": "q", "options": ["yes", "no"]}),
        ("${q} != 'yes'", {"op": "not", "of": {"op": "in", "item": "q", "options": ["yes"]}}),
        ("${q} != ''", {"op": "answered", "item": "q"}),
        ("not(${q} = '')", {"op": "answered", "item": "q"}),
        ("string-length(${t}) > 0", {"op": "answered", "item": "t"}),
        ("18 <= ${age}", {"op": "compare", "item": "age", "relation": "ge", "value": 18}),
        ("count-selected(${m}) >= 2", {"op": "count", "item": "m", "relation": "ge", "value": 2}),
        (
            "${day} > date('2026-01-31')",
            {"op": "compare", "item": "day", "relation": "gt", "value": "2026-01-31"},
        ),
        ("${ok} = 'OK'", {"op": "in", "item": "ok", "options": ["yes"]}),
        ("true()", None),
        (
            "${age} < 5 and selected(/data/m, “no”)",
            {
                "op": "and",
                "of": [
                    {"op": "compare", "item": "age", "relation": "lt", "value": 5},
                    {"op": "in", "item": "m", "options": ["no"]},
                ],
            },
        ),
    ],
)
def test_a_relevant_becomes_a_condition(relevant: str, condition: dict[str, Any] | None) -> None:
    imported = _read(
        ("select_one yn", "q", "Q", ""),
        ("select_multiple yn", "m", "M", ""),
        ("integer", "age", "Age", ""),
        ("text", "t", "T", ""),
        ("date", "day", "D", ""),
        ("acknowledge", "ok", "OK?", ""),
        ("text", "last", "L", relevant),
        head=(*HEAD, "relevant"),
    )
    assert _items(imported)[-1].get("visible_if") == condition
    assert ("survey 8 (last)", "condition_lost") not in _lost(imported)


@pytest.mark.parametrize("relevant", ["${a} + 1 = 2", "regex(${a}, 'x')", "${gone} = 1", "${a} =", "(" * 99])
def test_a_condition_that_cannot_be_said_is_listed_and_the_question_kept(relevant: str) -> None:
    imported = _read(("integer", "a", "A", ""), ("text", "b", "B", relevant), head=(*HEAD, "relevant"))
    assert "visible_if" not in _items(imported)[1]
    loss = next(loss for loss in imported.losses if loss.code == "condition_lost")
    assert (loss.where, loss.params["condition"]) == ("survey 3 (b)", relevant)


def test_what_can_be_said_of_a_condition_stays() -> None:
    imported = _read(
        ("integer", "a", "A", ""),
        ("text", "b", "B", "${a} > 1 and regex(${a}, 'x')"),
        head=(*HEAD, "relevant"),
    )
    assert _items(imported)[1]["visible_if"]["op"] == "compare"
    assert ("survey 3 (b)", "condition_lost") in _lost(imported)


def test_constraints_become_bounds() -> None:
    imported = _read(
        ("integer", "a", "A", ". > 0 and . <= 120"),
        ("select_multiple yn", "m", "M", "count-selected(.) <= 1"),
        ("select_multiple yn", "x", "X", "not(selected(., 'no') and count-selected(.) > 1)"),
        ("text", "t", "T", "regex(., '[a-z]')"),
        head=(*HEAD, "constraint"),
    )
    age, several, exclusive, _ = _items(imported)
    assert (age["minimum"], age["maximum"]) == (1, 120)
    assert several["max_choices"] == 1
    assert [option.get("exclusive", False) for option in exclusive["options"]] == [False, True]
    assert ("survey 5 (t)", "constraint_lost") in _lost(imported)


def test_a_group_with_one_list_becomes_a_battery_with_a_scale() -> None:
    imported = _read(
        ("begin_group", "g", "How was it?", "field-list"),
        ("select_one yn", "r1", "Staff", "likert"),
        ("select_one yn", "r2", "Place", "likert"),
        ("end_group", "", "", ""),
        head=(*HEAD, "appearance"),
    )
    (battery,) = _items(imported)
    assert battery["type"] == "rating_battery"
    assert [row["item_code"] for row in battery["rows"]] == ["r1", "r2"]
    assert battery["texts"] == {"en": "How was it?"}
    assert imported.document["scales"][0]["code"] == battery["scale"]
    assert ("choices (yn)", "scores_missing") in _lost(imported)


def test_nested_groups_are_sections_under_all_their_conditions() -> None:
    imported = _read(
        ("integer", "a", "A", ""),
        ("begin group", "outer", "Outer", "${a} > 1"),
        ("text", "b", "B", ""),
        ("begin repeat", "inner", "Inner", "${a} < 9"),
        ("text", "c", "C", ""),
        ("end repeat", "", "", ""),
        ("text", "d", "D", ""),
        ("end group", "", "", ""),
        head=(*HEAD, "relevant"),
    )
    sections = imported.document["sections"]
    assert [[item["item_code"] for item in section["items"]] for section in sections] == [
        ["a"],
        ["b"],
        ["c"],
        ["d"],
    ]
    assert sections[2]["visible_if"]["op"] == "and"
    assert {("survey 5 (inner)", "repeat_once"), ("survey 5 (inner)", "nested_group")} <= _lost(imported)


def test_nothing_about_the_device_is_collected_and_all_of_it_is_listed() -> None:
    imported = _read(
        *[(kind, kind, "") for kind in ("start", "deviceid", "username")],
        ("image", "i", "I"),
        ("text", "t", "T"),
    )
    assert [item["item_code"] for item in _items(imported)] == ["t"]
    assert len([loss for loss in imported.losses if loss.code == "metadata_lost"]) == 3
    assert ("survey 5 (i)", "device_lost") in _lost(imported)


def test_labels_are_plain_and_repeat_answers_in_our_way() -> None:
    imported = _read(("text", "n", "**Name** <i>of</i> you"), ("note", "m", "Hello ${n}, ${nobody} {{n}}"))
    assert _items(imported)[0]["texts"] == {"en": "Name of you"}
    assert _items(imported)[1]["texts"] == {"en": "Hello {{n}}, … { {n} }"}
    assert {("survey 2 (n)", "markup_formatting"), ("survey 3 (m)", "piping_lost")} <= _lost(imported)


def test_other_is_an_option_to_write_in() -> None:
    (item,) = _items(_read(("select_one yn or_other", "q", "Q")))
    assert item["options"][-1] == {"code": "other", "labels": {"en": "Other"}, "write_in": True}


def test_old_headers_and_types_are_understood() -> None:
    choices = (("list name", "name", "label:English"), ("yn", 1, "Yes"), ("yn", 0, "No"))
    rows = (("select one from yn", "q", "Q", "yes"), ("q_string", "t", "T", ""))
    imported = _read(*rows, head=("Type", "Name", "Label:English", "required"), choices=choices)
    choice, text = _items(imported)
    assert [option["code"] for option in choice["options"]] == ["1", "0"]
    assert choice["required"] is True
    assert text["type"] == "short_text"


def test_repeated_names_get_codes_of_their_own() -> None:
    imported = _read(("text", "a", "A"), ("text", "a", "B"), ("text", "věk", "C"))
    assert [item["item_code"] for item in _items(imported)] == ["a", "a_2", "vek"]
    assert {("survey 3 (a)", "name_repeated"), ("survey 4 (věk)", "code_changed")} <= _lost(imported)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Français (fr)", "fr"),
        ("Czech", "cs"),
        ("čeština", "cs"),
        ("Ukrainian (uk)", "uk"),
        ("pt_BR", "pt-BR"),
        ("EN", "en"),
        ("العربية", "ar"),
        ("Klingon language", None),
    ],
)
def test_names_of_languages_become_tags(name: str, tag: str | None) -> None:
    assert tongues.tag_of(name) == tag


def test_seventeen_languages_are_read() -> None:
    names = list(tongues.NATIVE.values())[:17]
    imported = _read(("text", "a", *names), head=("type", "name", *(f"label::{name}" for name in names)))
    assert imported.document["languages"] == list(tongues.NATIVE)[:17]
    assert _items(imported)[0]["texts"]["uk"] == "Українська"


def test_an_unknown_language_keeps_its_texts_under_a_private_tag() -> None:
    imported = _read(("text", "a", "Q"), head=("type", "name", "label::Klingon language"), choices=())
    assert imported.document["languages"] == ["qaa"]
    assert ("survey", "language_unknown") in _lost(imported)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("**a** b", "a b"),
        ("***x*** __y__ _z_", "x y z"),
        ("**bold *it* x**", "bold it x"),
        ("# H\n## I", "H\nI"),
        ("[help](https://example.org)", "help (https://example.org)"),
        ("*a\nb*", "*a\nb*"),
        ("snake_case_name 2*3*4 5 ** 3 ** 2", "snake_case_name 2*3*4 5 ** 3 ** 2"),
        ("Name: ______ (write)", "Name: ______ (write)"),
        ("${_a_} and ${b_c}", "${_a_} and ${b_c}"),
    ],
)
def test_markdown_becomes_plain_and_what_is_none_stays(written: str, plain: str) -> None:
    assert markdown.plain(written) == (plain, plain != written)


KOBO = (*YES_NO, ("things", "car", "Car"), ("things", "bike", "Bike"))


def test_a_matrix_of_kobo_becomes_a_battery_or_a_question_for_each_row() -> None:
    imported = _read(
        ("begin_kobomatrix", "m", "Things", "things", ""),
        ("select_one yn", "have", "Have it?", "", "true"),
        ("integer", "many", "How many?", "", ""),
        ("end_kobomatrix", "", "", "", ""),
        head=(*HEAD, "kobo--matrix_list", "required"),
        choices=KOBO,
    )
    battery, *numbers = _items(imported)
    assert battery["texts"] == {"en": "Things – Have it?"}
    assert [row["item_code"] for row in battery["rows"]] == ["m_car_have", "m_bike_have"]
    assert battery["required"] is True
    assert [(item["item_code"], item["texts"]["en"]) for item in numbers] == [
        ("m_car_many", "Car"),
        ("m_bike_many", "Bike"),
    ]
    assert ("survey 2 (m)", "matrix_taken_apart") in _lost(imported)


def test_a_rank_of_kobo_becomes_a_ranking_of_as_many_places() -> None:
    imported = _read(
        ("begin_rank", "r", "Which matter most?", "things"),
        ("rank__level", "first", "1st", ""),
        ("end_rank", "", "", ""),
        head=(*HEAD, "kobo--rank-items"),
        choices=KOBO,
    )
    (ranking,) = _items(imported)
    assert (ranking["type"], ranking["max_choices"]) == ("ranking", 1)
    assert ("survey 3 (first)", "rank_level_lost") in _lost(imported)


def test_a_score_of_kobo_becomes_a_battery() -> None:
    imported = _read(
        ("begin_score", "s", "Do you like them?", "yn", "true"),
        ("score__row", "car", "Car", "", ""),
        ("score__row", "bike", "Bike", "", ""),
        ("end_score", "", "", "", ""),
        head=(*HEAD, "kobo--score-choices", "required"),
    )
    (battery,) = _items(imported)
    assert [row["item_code"] for row in battery["rows"]] == ["car", "bike"]
    assert (battery["scale"], battery["required"]) == ("yn", True)


def _said(imported: Imported) -> set[str]:
    return {f"{loss.where}: {said_loss(loss, 'en')}" for loss in imported.losses}


def test_whatever_nothing_is_made_of_is_listed_with_its_row() -> None:
    survey = (
        ("type", "name", "label::French (fr)", "label::Français", "hint", "save_to", "label::French (fr)"),
        ("begin group", "g", "G", "", "A hint", "", ""),
        ("text", "a", "A", "B", "", "x", "C"),
        ("text", "b", "A", "", "", "y", ""),
        ("end group", "", "", "", "", "", ""),
        ("", "", "", "", "", "Only a comment", ""),
    )
    choices = (("list_name", "name", "label"), ("gone", "a", "Alone"), ("", "b", "Stray"))
    settings = (("form_title", "style"), ("T", "pages"), ("Second", ""))
    said = _said(read("test.xlsx", workbook(survey, choices, settings)))
    for sentence in (
        "survey 2 (g): A section has no place for a hint, so it is left out: “A hint”.",
        "survey 3 (a): Two columns are in one language (fr); this second wording is not used: “B”.",
        "survey: The column “(G) label::French (fr)” is not used (rows: 3).",
        "survey: The column “save_to” is not used (rows: 3–4).",
        "survey 6: The row has no type, so it is left out: “Only a comment”.",
        "choices (gone): No question offers the list, so it is left out: Alone",
        "choices 3 (b): The option belongs to no list, so it is left out: “Stray”.",
        "settings: The setting “style” is not used: pages",
        "settings: The setting “form_title” is not used: Second",
    ):
        assert sentence in said


@pytest.mark.parametrize(
    "header", ["Label::English", "label:English", "LABEL :: en", "Label English", "label (en)"]
)
def test_headers_are_understood_in_every_spelling(header: str) -> None:
    imported = _read(("text", "a", "A"), head=("TYPE", " Name", header), choices=())
    assert _items(imported)[0]["texts"] == {"en": "A"}


def test_a_filter_of_options_says_which_list_it_was() -> None:
    imported = _read(("select_one yn", "a", "A", "name != 'no'"), head=(*HEAD, "choice_filter"))
    loss = next(loss for loss in imported.losses if loss.code == "choice_filter_lost")
    assert (loss.where, loss.params["name"]) == ("survey 2 (a)", "yn")


WITH_OTHER = (*YES_NO, ("yn", "oth", "Other (specify)"))


@pytest.mark.parametrize("relevant", ["${q} = 'oth'", "selected(${q}, 'oth')"])
def test_a_question_for_the_words_beside_other_becomes_a_place_to_write(relevant: str) -> None:
    imported = _read(
        ("select_one yn", "q", "Q", ""),
        ("text", "which", "Please specify", relevant),
        head=(*HEAD, "relevant"),
        choices=WITH_OTHER,
    )
    (item,) = _items(imported)
    assert [option.get("write_in", False) for option in item["options"]] == [False, False, True]
    assert ("survey 3 (which)", "write_in_taken") in _lost(imported)


@pytest.mark.parametrize(
    ("kind", "relevant", "last"),
    [
        ("text", "${q} = 'yes'", "L"),
        ("text", "${q} = 'oth' or ${q} = 'no'", "L"),
        ("text", "${q} = 'oth'", "You wrote ${which}"),
        ("integer", "${q} = 'oth'", "L"),
    ],
)
def test_any_other_question_behind_a_select_stays_a_question(kind: str, relevant: str, last: str) -> None:
    imported = _read(
        ("select_one yn", "q", "Q", ""),
        (kind, "which", "Which?", relevant),
        ("text", "last", last, ""),
        head=(*HEAD, "relevant"),
        choices=WITH_OTHER,
    )
    assert [item["item_code"] for item in _items(imported)] == ["q", "which", "last"]
