"""Pages as forms: what is accepted, what is refused in which words, and what a template gets."""

import json
from dataclasses import replace

import pytest
from werkzeug.datastructures import MultiDict

from forms.build import answers_from, form_class, merged_answers
from forms.expressions import Answer
from tests.forms.conftest import Fill, Load

READ = [
    ("single_choice", [("colour", "red")], {"colour": "red"}),
    ("single_choice", [("colour", "red"), ("colour", "red")], {"colour": "red"}),
    ("multiple_choice", [("colours", "white"), ("colours", "red")], {"colours": ["red", "white"]}),
    ("multiple_choice", [], {}),
    ("exclusive_option", [("missing", "none")], {"missing": ["none"]}),
    ("rating_with_easy_scale", [("quality", "middling")], {"quality": "middling"}),
    ("number", [("people", " 12,5 ")], {"people": 12.5}),
    ("number", [("people", "12.50")], {"people": 12.5}),
    ("number", [("people", "3,0")], {"people": 3}),
    ("number", [("people", "")], {}),
    ("year", [("born", " 1957 ")], {"born": 1957}),
    (
        "date",
        [("visited.day", "7"), ("visited.month", "3"), ("visited.year", "2026")],
        {"visited": "2026-03-07"},
    ),
    ("date", [("visited", "7. 3. 2026")], {"visited": "2026-03-07"}),
    ("date", [("visited", "2026-03-07")], {"visited": "2026-03-07"}),
    ("date", [("visited.day", " ")], {}),
    ("short_text", [("street", " U  Lípy\r\n5 ")], {"street": "U Lípy 5"}),
    ("open_ended", [("wish", "a\r\nb\x0bc ")], {"wish": "a\nb\nc"}),
    ("open_ended", [("wish", "e\u0301")], {"wish": "é"}),
    ("yes_no", [("used", "no")], {"used": "no"}),
    ("consent", [("agreed", "yes")], {"agreed": "yes"}),
    ("information", [("note", "x")], {}),
    (
        "write_in",
        [("colour", "other"), ("colour.write_in", "fialová")],
        {"colour": "other", "colour.write_in": "fialová"},
    ),
    ("write_in", [("colour.write_in", "fialová")], {"colour": "other", "colour.write_in": "fialová"}),
    ("write_in", [("colours.write_in", "bílá")], {"colours": ["other"], "colours.write_in": "bílá"}),
    ("write_in", [("colour", "other"), ("colour.write_in", " ")], {"colour": "other"}),
]
REFUSED = [
    ("single_choice", [], "Vyberte jednu možnost."),
    ("single_choice", [("colour", "")], "Vyberte jednu možnost."),
    ("single_choice", [("colour", "pink")], "Vyberte některou z nabízených možností."),
    ("single_choice", [("colour", "red"), ("colour", "blue")], "Vyberte jen jednu možnost."),
    ("multiple_choice", [("colours", "pink")], "Vyberte některou z nabízených možností."),
    (
        "multiple_choice",
        [("colours", code) for code in ("red", "green", "blue", "white")],
        "Nechte vybrané nejvýše 3, teď je jich vybráno 4.",
    ),
    (
        "exclusive_option",
        [("missing", "none"), ("missing", "red")],
        "Možnost „nic“ nejde spojit s jinou. Nechte jen ji, nebo ji zrušte.",
    ),
    ("number", [("people", "pět")], "Napište číslo číslicemi, například 12 nebo 12,5."),
    ("number", [("people", "1e3")], "Napište číslo číslicemi, například 12 nebo 12,5."),
    ("number", [("people", "٣")], "Napište číslo číslicemi, například 12 nebo 12,5."),
    ("number", [("people", "nan")], "Napište číslo číslicemi, například 12 nebo 12,5."),
    ("number", [("people", "9" * 5_000)], "Napište číslo číslicemi, například 12 nebo 12,5."),
    ("number", [("people", "0,4")], "Napište číslo 0,5 nebo větší."),
    ("number", [("people", "1 000")], "Napište číslo 20 nebo menší."),
    ("number", [("people", "\N{MINUS SIGN}1")], "Napište číslo 0,5 nebo větší."),
    ("year", [("born", "57")], "Napište rok čtyřmi číslicemi, například 1957."),
    ("year", [("born", "1899")], "Napište rok 1900 nebo pozdější."),
    ("year", [("born", "2027")], "Napište rok 2026 nebo dřívější."),
    ("date", [("visited", "30. 2. 2026")], "Napište den, měsíc a rok číslicemi, například 27. 3. 2026."),
    ("date", [("visited.day", "7")], "Napište den, měsíc a rok číslicemi, například 27. 3. 2026."),
    ("date", [("visited", "31. 12. 2025")], "Napište datum 1. 1. 2026 nebo pozdější."),
    ("date", [("visited", "2027-01-01")], "Napište datum 31. 12. 2026 nebo dřívější."),
    ("short_text", [("street", "x" * 21)], "Zkraťte text: vejde se 20 znaků, napsáno je 21."),
    ("open_ended", [("wish", "  \r\n ")], "Napište odpověď."),
    (
        "open_ended",
        [("wish", "a\x00b")],
        "V textu je znak, který nejde uložit. Smažte ho, nebo text napište znovu.",
    ),
    ("consent", [], "Bez souhlasu nejde pokračovat. Zaškrtněte souhlas."),
    (
        "write_in",
        [("colour", "red"), ("colour.write_in", "fialová")],
        "K vlastní odpovědi vyberte i možnost „jiná (napište)“, nebo její text smažte.",
    ),
    ("write_in", [("colour.write_in", "x" * 201)], "Zkraťte text: vejde se 200 znaků, napsáno je 201."),
    (
        "write_in",
        [("colour", "other"), ("colour.write_in", "\x00")],
        "V textu je znak, který nejde uložit. Smažte ho, nebo text napište znovu.",
    ),
]


@pytest.mark.parametrize(("name", "pairs", "answers"), READ)
def test_an_answer_is_read(
    questionnaire: Load, fill: Fill, name: str, pairs: list[tuple[str, str]], answers: object
) -> None:
    form = fill(questionnaire(name), *pairs)
    assert form.error_fields == []
    assert answers_from(form) == answers


@pytest.mark.parametrize(("name", "pairs", "sentence"), REFUSED)
def test_a_wrong_answer_is_answered_with_what_to_do(
    questionnaire: Load, fill: Fill, name: str, pairs: list[tuple[str, str]], sentence: str
) -> None:
    form = fill(questionnaire(name), *pairs)
    assert [list(field.errors) for field in form.error_fields] == [[sentence]]
    assert answers_from(form) == {}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("cs", "Vyberte jednu možnost."),
        ("cs-easy", "Vyberte jednu možnost."),
        ("en", "Choose one option."),
        ("uk", "Виберіть один варіант."),
    ],
)
def test_the_sentence_is_in_the_language_of_the_form(
    questionnaire: Load, fill: Fill, language: str, sentence: str
) -> None:
    form = fill(questionnaire("yes_no"), language=language)
    assert form.field("used").errors == [sentence]


def test_nothing_typed_is_lost(questionnaire: Load, fill: Fill) -> None:
    assert fill(questionnaire("number"), ("people", " pět ")).field("people").text == " pět "
    date = fill(questionnaire("date"), ("visited.day", "31"), ("visited.month", "2")).field("visited")
    assert [part.text for part in date.parts] == ["31", "2", ""]
    written = fill(questionnaire("write_in"), ("colour", "red"), ("colour.write_in", "fialová")).field(
        "colour"
    )
    assert written.write_in is not None
    assert written.write_in.text == "fialová"
    assert [row.code for row in written.options if row.checked] == ["red"]


def test_what_is_hidden_is_neither_required_nor_read(questionnaire: Load, fill: Fill) -> None:
    page = questionnaire("same_page_condition")
    hidden = fill(page, ("used", "yes"), ("why", "x" * 5_000))
    assert not hidden.error_fields
    assert answers_from(hidden) == {"used": "yes"}
    assert fill(page, ("used", "no")).field("why").errors == ["Napište odpověď."]


def test_answers_of_other_pages_decide_and_stay(questionnaire: Load) -> None:
    sections = questionnaire("layout_section")
    form = form_class(sections, sections.sections[2].items, "cs")(
        MultiDict([("again", "yes"), ("both", "no")]), answers={"used": "yes", "wish": "klid", "again": "no"}
    )
    assert form.validate()
    assert merged_answers(form) == {"used": "yes", "wish": "klid", "again": "yes", "both": "no"}


def test_what_was_cleared_on_the_page_is_gone(questionnaire: Load) -> None:
    choice = questionnaire("write_in")
    before: dict[str, Answer] = {"colour": "other", "colour.write_in": "fialová", "colours": ["red"]}
    form = form_class(choice, choice.items, "cs")(MultiDict([("colours", "blue")]), answers=before)
    assert form.validate()
    assert merged_answers(form) == {"colours": ["blue"]}


def test_stored_answers_are_shown(questionnaire: Load) -> None:
    shown: list[tuple[str, dict[str, Answer], str, str]] = [
        ("number", {"people": 12.5}, "people", "12,5"),
        ("year", {"born": 1957}, "born", "1957"),
        ("open_ended", {"wish": "a\nb"}, "wish", "a\nb"),
    ]
    for name, answers, code, text in shown:
        found = questionnaire(name)
        assert form_class(found, found.items, "cs")(answers=answers).field(code).text == text
    dated = questionnaire("date")
    field = form_class(dated, dated.items, "cs")(answers={"visited": "2026-03-07"}).field("visited")
    assert [(part.name, part.text, part.label) for part in field.parts] == [
        ("visited.day", "7", "den"),
        ("visited.month", "3", "měsíc"),
        ("visited.year", "2026", "rok"),
    ]


def test_a_template_finds_all_it_draws(questionnaire: Load) -> None:
    choice = questionnaire("write_in")
    field = form_class(choice, choice.items, "en")(
        answers={"colour": "other", "colour.write_in": "pink"}
    ).field("colour")
    assert (field.id, field.name, field.control, field.label_text) == (
        "colour",
        "colour",
        "radios",
        "Otázka colour? (en)",
    )
    assert [row.id for row in field.options] == ["colour", "colour-2", "colour-3", "colour-4"]
    assert [row.label for row in field.options if row.checked] == ["jiná (napište) (en)"]
    assert field.write_in == ("colour.write_in", "colour-write-in", "Write in your own words", "pink", 200)
    number = questionnaire("number")
    field = form_class(number, number.items, "uk")().field("people")
    assert (field.control, field.unit_text, field.required, field.hint_text) == ("number", "осіб", False, "")


def test_a_condition_on_the_page_is_said_and_handed_to_the_browser(questionnaire: Load) -> None:
    page = questionnaire("same_page_condition")
    form = form_class(page, page.items, "cs")()
    assert form.field("used").visible_if_json == ""
    assert json.loads(form.field("why").visible_if_json) == {"op": "in", "item": "used", "options": ["no"]}
    assert form.field("why").visible_if_description == (
        "Odpovídejte, jen pokud jste u otázky „Otázka used?“ zvolili „ne“."
    )


def test_the_author_s_own_words_for_a_condition_are_preferred(questionnaire: Load) -> None:
    page = questionnaire("condition_in_own_words")
    field = form_class(page, page.items, "cs")().field("why")
    assert field.visible_if_description == "Jen pro ty, kdo službu neznají."


def test_easy_texts_fall_back_to_the_language(questionnaire: Load) -> None:
    easy = questionnaire("easy_texts_with_gaps")
    field = form_class(easy, easy.items, "cs-easy")().field("colour")
    assert field.label_text == "Jaká barva?"
    assert [row.label for row in field.options] == ["červená", "zelená", "modrá"]


def test_the_easy_scale_has_fewer_options_and_keeps_an_answer_given_before(questionnaire: Load) -> None:
    rating = questionnaire("rating_with_easy_scale")
    easy = form_class(rating, rating.items, "cs-easy")
    assert [row.code for row in easy().field("quality").options] == ["good", "bad", "dont_know"]
    before = easy(answers={"quality": "middling"}).field("quality").options
    assert [(row.code, row.label) for row in before if row.checked] == [("middling", "středně")]
    sent_again = easy(MultiDict([("quality", "middling")]))
    assert sent_again.validate()
    assert answers_from(sent_again) == {"quality": "middling"}


def test_a_form_class_is_made_once(questionnaire: Load) -> None:
    first, again = questionnaire("yes_no"), questionnaire("yes_no")
    assert form_class(first, first.items, "cs") is form_class(again, again.items, "cs")
    assert form_class(first, first.items, "cs") is not form_class(first, first.items, "en")


def test_items_named_like_methods_do_no_harm(fill: Fill, questionnaire: Load) -> None:
    base = questionnaire("yes_no")
    names = [
        "data",
        "errors",
        "validate",
        "process",
        "meta",
        "field",
        "visible",
        "answers",
        "populate_obj",
        "q_",
    ]
    items = tuple(replace(base.items[0], item_code=name) for name in names)
    odd = replace(base, sections=(replace(base.sections[0], items=items),))
    form = fill(odd, *[(name, "yes") for name in names])
    assert answers_from(form) == dict.fromkeys(names, "yes")
