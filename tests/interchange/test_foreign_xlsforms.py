"""Habits of authors of XLSForms that once were misread."""

from __future__ import annotations

from typing import Any

import pytest

from forms.definition import load
from forms.interchange import Imported, read
from forms.interchange.sentences import said_loss
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


def _lost(imported: Imported, code: str) -> list[dict[str, str]]:
    return [dict(loss.params) for loss in imported.losses if loss.code == code]


def test_the_label_of_an_answer_is_repeated_but_no_condition_reads_it_as_the_option() -> None:
    imported = _read(
        ("type", "name", "label", "calculation", "relevant"),
        ("select_one yn", "q", "Do you?", "", ""),
        ("calculate", "words", "", "jr:choice-name(${q}, '${q}')", ""),
        ("text", "t", "You said ${words}. Why?", "", "${words} = 'Yes'"),
    )
    assert _items(imported)[1]["texts"] == {"en": "You said {{q}}. Why?"}
    assert "condition_lost" in _codes(imported)


def test_an_option_called_other_is_the_one_to_write_in() -> None:
    choices = (("list_name", "name", "label"), ("c", "a", "A"), ("c", "other", "Something else"))
    head = ("type", "name", "label", "relevant")
    rows = (("select_one c or_other", "q", "Which?", ""), ("note", "n", "Thanks.", "${q} = 'other'"))
    select, note = _items(_read(head, *rows, choices=choices))
    assert [(option["code"], option.get("write_in", False)) for option in select["options"]] == [
        ("a", False),
        ("other", True),
    ]
    assert note["visible_if"] == {"op": "in", "item": "q", "options": ["other"]}


def test_a_number_by_itself_holds_where_it_is_another_one_than_zero() -> None:
    rows = (("integer", "n", "How many?", ""), ("note", "t", "So many.", "${n}"))
    condition = _items(_read(("type", "name", "label", "relevant"), *rows))[1]["visible_if"]
    assert condition == {
        "op": "and",
        "of": [
            {"op": "answered", "item": "n"},
            {"op": "not", "of": {"op": "compare", "item": "n", "relation": "eq", "value": 0}},
        ],
    }


def test_a_day_that_no_calendar_has_makes_no_condition() -> None:
    rows = (("date", "d", "When?", ""), ("note", "t", "Late.", "${d} > '2026-02-30'"))
    imported = _read(("type", "name", "label", "relevant"), *rows)
    assert "visible_if" not in _items(imported)[1]
    assert "condition_lost" in _codes(imported)


def test_of_two_bounds_of_a_date_the_narrower_one_counts() -> None:
    constraint = ". >= '2026-01-01' and . >= '2020-01-01' and . <= '2026-06-30' and . <= '2030-01-01'"
    item = _items(_read(("type", "name", "label", "constraint"), ("date", "d", "When?", constraint)))[0]
    assert (item["minimum"], item["maximum"]) == ("2026-01-01", "2026-06-30")


def test_languages_stand_in_the_order_of_their_columns() -> None:
    head = ("type", "name", "label::Čeština (cs)", "label::English (en)")
    rows = (("text", "a", "", "In English only"), ("text", "b", "Obojí", "Both"))
    assert _read(head, *rows).document["languages"] == ["cs", "en"]


def test_a_language_that_nobody_named_is_not_the_one_beside_it() -> None:
    head = ("type", "name", "label", "label::English (en)")
    imported = _read(head, ("text", "a", "Donde vives?", "Where do you live?"))
    assert _items(imported)[0]["texts"] == {"und": "Donde vives?", "en": "Where do you live?"}


def test_what_is_left_out_for_its_condition_is_said_with_it_question_by_question() -> None:
    imported = _read(
        ("type", "name", "label", "relevant"),
        ("text", "first", "First?", ""),
        ("text", "a", "A?", "${first} = '' and false()"),
        ("begin_group", "g", "Group", "false()"),
        ("text", "b", "B?", ""),
        ("end_group", "", "", ""),
    )
    assert _lost(imported, "never_asked") == [
        {"label": "A?", "condition": "${first} = '' and false()"},
        {"label": "Group", "condition": "false()"},
        {"label": "B?", "condition": "false()"},
    ]


def test_messages_are_listed_in_every_language() -> None:
    head = ("type", "name", "label::cs", "constraint", "constraint_message::cs", "constraint_message::en")
    imported = _read(head, ("integer", "a", "Věk?", ". > 17", "Jen dospělí", "Adults only"))
    assert _lost(imported, "message_lost") == [{"message": "Jen dospělí / Adults only"}]


def test_the_picture_of_a_note_without_words_is_listed() -> None:
    head = ("type", "name", "label", "media::image")
    imported = _read(head, ("note", "n", "", "map.png"), ("text", "t", "Why?", ""))
    assert {"nothing_to_say", "media_lost"} <= set(_codes(imported))


def test_the_heading_of_a_battery_that_has_a_label_of_its_own_is_listed() -> None:
    imported = _read(
        ("type", "name", "label", "appearance"),
        ("begin_group", "g", "How satisfied are you with", "field-list"),
        ("select_one yn", "h", "Service", "label"),
        ("select_one yn", "a", "Buses", "list-nolabel"),
        ("select_one yn", "b", "Trains", "list-nolabel"),
        ("end_group", "", "", ""),
    )
    assert _items(imported)[0]["type"] == "rating_battery"
    assert _lost(imported, "heading_lost") == [{"text": "Service"}]


def test_what_concerns_many_rows_alike_is_one_line() -> None:
    rows = [("text", f"q{number}", "Why?", "w1") for number in range(5)]
    imported = _read(("type", "name", "label", "appearance"), *rows)
    assert [(loss.where, loss.params) for loss in imported.losses if loss.code == "appearance_lost"] == [
        ("survey 2–6", {"value": "w1"})
    ]


def test_a_calculation_of_nothing_is_listed_by_its_name() -> None:
    imported = _read(("type", "name", "label"), ("text", "t", "Why?"), ("calculate", "sum", ""))
    assert _lost(imported, "calculation_lost") == [{"value": "sum", "label": "sum"}]


def test_a_sheet_of_entities_is_no_fault_of_the_workbook() -> None:
    rows = [("type", "name", "label", "save_to"), ("text", "t", "Name?", "full_name")]
    entities = (("list_name", "label"), ("people", "${t}"))
    codes = _codes(read("x.xlsx", workbook(rows, YES_NO, entities=entities)))
    assert "sheet_lost" in codes
    assert "fault" not in codes


def test_titles_of_sections_that_are_put_together_are_listed() -> None:
    groups = [
        row
        for number in range(101)
        for row in (("begin_group", f"g{number}", f"Title {number}"), ("text", f"q{number}", "Why?"),
                    ("end_group", "", ""))
    ]  # fmt: skip
    imported = _read(("type", "name", "label"), *groups)
    titles = {title for section in imported.document["sections"] for title in section["titles"].values()}
    lost = {params["title"] for params in _lost(imported, "joined_title_lost")}
    assert titles | lost == {f"Title {number}" for number in range(101)}


@pytest.mark.parametrize(
    ("relevant", "condition"),
    [
        ("${q} = 1", {"op": "in", "item": "q", "options": ["01"]}),
        ("${q} != 1", {"op": "not", "of": {"op": "in", "item": "q", "options": ["01"]}}),
        ("${q} = '01'", {"op": "in", "item": "q", "options": ["01"]}),
    ],
)
def test_a_number_is_the_option_whose_name_begins_with_zeros(
    relevant: str, condition: dict[str, Any]
) -> None:
    choices = (("list_name", "name", "label"), ("c", "01", "One"), ("c", "02", "Two"))
    rows = (("select_one c", "q", "Which?", ""), ("note", "n", "Thanks.", relevant))
    imported = _read(("type", "name", "label", "relevant"), *rows, choices=choices)
    assert _items(imported)[1]["visible_if"] == condition


@pytest.mark.parametrize(
    ("relevant", "listed"), [("${q} != 'maybe'", True), ("true()", False), ("1", False), ("1 = 1", False)]
)
def test_a_condition_that_always_holds_is_listed_unless_it_says_so(relevant: str, listed: bool) -> None:
    rows = (("select_one yn", "q", "Yes?", ""), ("note", "n", "Thanks.", relevant))
    imported = _read(("type", "name", "label", "relevant"), *rows)
    assert "visible_if" not in _items(imported)[1]
    assert ("condition_always" in _codes(imported)) is listed


def test_an_agreement_compared_with_itself_is_no_condition_that_never_holds() -> None:
    rows = (("acknowledge", "q", "Agreed?", ""), ("note", "n", "Thanks.", "${q} = ${q}"))
    imported = _read(("type", "name", "label", "relevant"), *rows)
    assert len(_items(imported)) == 2
    assert "condition_lost" in _codes(imported)


def test_a_group_whose_lists_have_an_option_to_write_in_is_no_battery() -> None:
    imported = _read(
        ("type", "name", "label", "appearance"),
        ("begin_group", "g", "How satisfied are you with", "field-list"),
        ("select_one yn or_other", "a", "Buses", ""),
        ("select_one yn or_other", "b", "Trains", ""),
        ("end_group", "", "", ""),
    )
    assert [[option["code"] for option in item["options"]] for item in _items(imported)] == [
        ["yes", "no", "other"]
    ] * 2


@pytest.mark.parametrize(("look", "lost"), [("", False), ("likert", True)])
def test_random_order_is_kept_or_listed(look: str, lost: bool) -> None:
    head = ("type", "name", "label", "appearance", "parameters")
    imported = _read(head, ("select_one yn", "a", "Buses", look, "randomize=true"))
    assert _items(imported)[0].get("randomise", False) is not lost
    assert ("parameter_lost" in _codes(imported)) is lost


@pytest.mark.parametrize(
    "html", ["<script>x()</script>", "<img src='a.png'>", "<iframe></iframe>", "<table>"]
)
def test_what_a_label_lost_is_said_without_words_of_programs(html: str) -> None:
    imported = _read(("type", "name", "label"), ("text", "a", f"Why? {html}"))
    lost = [loss for loss in imported.losses if loss.code == "markup_other"]
    assert len(lost) == 1
    assert lost[0].params["what"] not in said_loss(lost[0], "cs")


def test_an_option_whose_name_is_a_code_keeps_it() -> None:
    choices = (("list_name", "name", "label"), *(("c", name, name) for name in ("-1", "+1", "1", "1")))
    item = _items(_read(("type", "name", "label"), ("select_one c", "q", "Which?"), choices=choices))[0]
    assert [option["code"] for option in item["options"]] == ["1_2", "1_3", "1", "1_4"]


def test_a_condition_beside_the_end_of_a_group_is_listed() -> None:
    rows = (("begin_group", "g", "Group", ""), ("text", "a", "A?", ""), ("end_group", "", "", "${a} = ''"))
    imported = _read(("type", "name", "label", "relevant"), *rows)
    assert _lost(imported, "column_lost") == [{"column": "relevant", "rows": "4"}]
