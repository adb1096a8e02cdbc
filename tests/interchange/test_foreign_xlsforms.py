"""Habits of authors of XLSForms that once were misread."""

from __future__ import annotations

from typing import Any

import pytest

from forms.definition import load
from forms.interchange import Imported, read
from tests.forms.workbooks import YES_NO, workbook


def _read(head: tuple[str, ...], *rows: tuple[Any, ...], choices: Any = YES_NO) -> Imported:
    imported = read("test.xlsx", workbook([head, *rows], choices))  # type: ignore[list-item]  # a row is a table of cells
    load(imported.document)
    return imported


def _items(imported: Imported) -> list[dict[str, Any]]:
    return [item for section in imported.document["sections"] for item in section["items"]]


def _codes(imported: Imported) -> list[str]:
    return [loss.code for loss in imported.losses]


def test_a_message_without_a_language_makes_no_language() -> None:
    head = ("type", "name", "label::Čeština (cs)", "label::English (en)", "constraint_message")
    imported = _read(head, ("integer", "age", "Kolik je vám let?", "How old are you?", "Opravte věk."))
    assert imported.document["languages"] == ["cs", "en"]
    assert "language_guessed" not in _codes(imported)


def test_a_hint_without_a_language_is_in_the_first_language_of_the_labels() -> None:
    head = ("type", "name", "label::Français (fr)", "label::English (en)", "hint")
    imported = _read(head, ("text", "q", "Que manque-t-il ?", "What is missing?", "en quelques mots"))
    assert imported.document["languages"] == ["fr", "en"]
    assert _items(imported)[0]["hints"] == {"fr": "en quelques mots"}


def test_hints_alone_have_a_language_too() -> None:
    assert _items(_read(("type", "name", "hint"), ("text", "q", "in a few words")))[0]["hints"] == {
        "en": "in a few words"
    }


def test_labels_without_a_language_are_the_main_ones() -> None:
    imported = _read(("type", "name", "label::Français", "label"), ("text", "q", "Pourquoi ?", "Why?"))
    assert imported.document["languages"] == ["en", "fr"]


def test_a_slider_without_parameters_goes_from_one_to_ten() -> None:
    item = _items(_read(("type", "name", "label"), ("range", "q", "How likely is it?")))[0]
    assert (item["minimum"], item["maximum"]) == (1, 10)


def test_several_options_compared_with_one_text_are_no_condition_that_never_holds() -> None:
    head = ("type", "name", "label", "relevant")
    imported = _read(
        head, ("select_multiple yn", "m", "Which?", ""), ("text", "t", "Why?", "${m} = 'yes no'")
    )
    assert [item["item_code"] for item in _items(imported)] == ["m", "t"]
    assert "condition_lost" in _codes(imported)


@pytest.mark.parametrize(
    "constraint",
    [
        "not(selected(., 'no') and count-selected(.) > 1)",
        "not(count-selected(.) >= 2 and selected(., 'no'))",
        "not(selected(., 'no')) or count-selected(.) = 1",
        "count-selected(.) <= 1 or not(selected(., 'no'))",
        "(selected(., 'no') and count-selected(.) = 1) or not(selected(., 'no'))",
        "if(selected(., 'no'), count-selected(.) = 1, true())",
    ],
)
def test_an_option_that_stands_alone_is_exclusive_however_it_is_written(constraint: str) -> None:
    head = ("type", "name", "label", "constraint")
    imported = _read(head, ("select_multiple yn", "m", "Which?", constraint))
    options = {option["code"]: option.get("exclusive", False) for option in _items(imported)[0]["options"]}
    assert options == {"yes": False, "no": True}
    assert "constraint_lost" not in _codes(imported)


def test_every_option_that_stands_alone_is_exclusive() -> None:
    constraint = "not((selected(., 'yes') or selected(., 'no')) and count-selected(.) > 1)"
    imported = _read(("type", "name", "label", "constraint"), ("select_multiple yn", "m", "Q?", constraint))
    assert all(option["exclusive"] for option in _items(imported)[0]["options"])


@pytest.mark.parametrize(
    "constraint",
    [
        "not(selected(., 'no')) or count-selected(.) = 2",
        "not(selected(., 'no') or count-selected(.) > 1)",
        "(selected(., 'yes') and count-selected(.) = 1) or not(selected(., 'no'))",
    ],
)
def test_other_constraints_of_options_are_listed(constraint: str) -> None:
    imported = _read(
        ("type", "name", "label", "constraint"), ("select_multiple yn", "m", "Which?", constraint)
    )
    assert "constraint_lost" in _codes(imported)
    assert not any("exclusive" in option for option in _items(imported)[0]["options"])


def test_a_date_of_which_the_year_is_asked_for_is_a_year() -> None:
    imported = _read(("type", "name", "label", "appearance"), ("date", "q", "When were you born?", "year"))
    assert _items(imported)[0]["type"] == "year"
    assert "appearance_lost" not in _codes(imported)


def test_a_repeated_name_is_not_called_impossible() -> None:
    imported = _read(("type", "name", "label"), ("text", "note1", "One?"), ("text", "note1", "Two?"))
    assert "name_repeated" in _codes(imported)
    assert "code_changed" not in _codes(imported)


def test_the_option_to_write_in_is_worded_in_languages_of_regions_too() -> None:
    head = ("type", "name", "label::Português (pt-BR)", "label::العربية (ar)")
    choices = (
        ("list_name", "name", head[2], head[3]),
        ("yn", "yes", "Sim", "نعم"),
        ("yn", "no", "Não", "لا"),
    )
    imported = _read(head, ("select_one yn or_other", "q", "E agora?", "والآن؟"), choices=choices)
    assert _items(imported)[0]["options"][-1]["labels"] == {"pt-BR": "Outro", "ar": "أخرى"}


@pytest.mark.parametrize("relevant", ["count-selected(${m}) > 0", "count-selected(${m}) >= 1"])
def test_a_number_of_options_above_none_means_an_answer(relevant: str) -> None:
    head = ("type", "name", "label", "relevant")
    imported = _read(head, ("select_multiple yn", "m", "Which?", ""), ("note", "n", "Thank you.", relevant))
    assert _items(imported)[1]["visible_if"] == {"op": "answered", "item": "m"}


def test_a_question_after_many_empty_rows_is_read() -> None:
    empty = [("",)] * 300
    imported = _read(("type", "name", "label"), ("text", "a", "One?"), *empty, ("text", "b", "Two?"))
    assert [item["item_code"] for item in _items(imported)] == ["a", "b"]


def test_titles_in_columns_of_languages_are_titles() -> None:
    head = ("type", "name", "label::Čeština (cs)", "label::English (en)")
    settings = (("form_title", "form_title::English (en)"), ("Služby", "Services"))
    imported = read("x.xlsx", workbook([head, ("text", "q", "Proč?", "Why?")], settings=settings))
    assert imported.document["titles"] == {"cs": "Služby", "en": "Services"}
    assert not imported.losses


def test_a_title_in_a_language_that_nothing_else_is_in_is_listed() -> None:
    settings = (("form_title", "form_title::Polski (pl)"), ("Services", "Usługi"))
    imported = read(
        "x.xlsx", workbook([("type", "name", "label::en"), ("text", "q", "Why?")], settings=settings)
    )
    assert imported.document["titles"] == {"en": "Services"}
    assert _codes(imported) == ["setting_lost"]


@pytest.mark.parametrize(
    ("constraint", "exclusive"),
    [
        ("not(selected(., 'c') and (selected(., 'a') or selected(., 'b')))", ["c"]),
        ("not(selected(., 'c') and selected(., 'a'))", []),
    ],
)
def test_an_option_is_exclusive_where_all_others_are_named(constraint: str, exclusive: list[str]) -> None:
    choices = (("list_name", "name", "label"), *(("m", name, name.upper()) for name in "abc"))
    head = ("type", "name", "label", "constraint")
    imported = _read(head, ("select_multiple m", "q", "Which?", constraint), choices=choices)
    options = _items(imported)[0]["options"]
    assert [option["code"] for option in options if option.get("exclusive")] == exclusive
    assert ("constraint_lost" in _codes(imported)) is (not exclusive)
