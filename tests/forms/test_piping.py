"""Earlier answers repeated in later texts: what is said, and what never is."""

from typing import Any

import pytest

from forms.build import form_class
from forms.definition import GrammaticalCase, Questionnaire
from forms.piping import broken_placeholders, piped, placeholders
from forms.routing import pages
from tests.forms.conftest import Load


@pytest.fixture
def piping(questionnaire: Load) -> Questionnaire:
    """Every kind of answer on the first page, texts that repeat it on the second."""
    return questionnaire("piping")


def asked(found: Questionnaire, code: str, answers: dict[str, Any], language: str = "cs") -> str:
    page = next(page for page in pages(found, answers) if code in {item.item_code for item in page.items})
    return form_class(found, page.items, language)(answers=answers).field(code).label_text


@pytest.mark.parametrize(
    ("code", "language", "text"),
    [
        ("quality_plain", "cs", "Jak se vám líbí „Domov pod Lipou“?"),
        ("quality_plain", "en", "How do you like “Linden Home”?"),
        ("quality_plain", "uk", "Як вам «Дім під липою»?"),
        ("quality_genitive", "cs", "Co si myslíte o pracovnících Domova pod Lipou?"),
        ("quality_genitive", "uk", "Що ви думаєте про працівників Дому під липою?"),
        ("quality_genitive", "en", "What do you think of the staff of this service?"),
        ("quality_locative", "cs", "Co se změnilo v Domově pod Lipou?"),
        ("quality_locative", "uk", "Що змінилося в цій службі?"),
        ("quality_fallback", "cs", "Čím „Domov pod Lipou“ pomáhá?"),
    ],
)
def test_a_chosen_option_is_quoted_or_stands_in_its_case(
    piping: Questionnaire, code: str, language: str, text: str
) -> None:
    assert asked(piping, code, {"service": "dum"}, language) == text


def test_without_an_answer_the_fallback_stands_and_without_that_three_dots(piping: Questionnaire) -> None:
    assert asked(piping, "quality_fallback", {}) == "Čím tato služba pomáhá?"
    assert asked(piping, "quality_locative", {"service": "pecovatelska"}) == "Co se změnilo v této službě?"
    assert asked(piping, "quality_plain", {}) == "Jak se vám líbí …?"


def test_numbers_dates_years_words_and_lists_are_said_in_the_language(piping: Questionnaire) -> None:
    answers = {
        "needs": ["meals", "walks"],
        "helps": "yes",
        "visits": 2.5,
        "since": "2026-03-05",
        "born": 1948,
        "name": "Lípa",
    }
    assert asked(piping, "others", answers) == (
        "Napsali jste: „obědy“ a „procházky“, „ano“, 2,5, 5. 3. 2026, 1948, „Lípa“. Co k tomu dodáte?"
    )
    assert "“obědy (en)” and “procházky (en)”, “yes”, 2.5, 05.03.2026" in asked(
        piping, "others", answers, "en"
    )


def test_own_words_take_the_place_of_their_option(piping: Questionnaire) -> None:
    answers = {"service": "other", "service.write_in": "soused Karel"}
    assert asked(piping, "quality_plain", answers) == "Jak se vám líbí „soused Karel“?"
    assert "pracovnících této služby" in asked(piping, "quality_genitive", answers)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("{{visits}}", "„{{visits}}“"),
        ("a\n\n b", "„a b“"),
        ("\u202eabc", "„abc“"),
        ("x" * 500, "„" + "x" * 59 + "…“"),
        ("\u202e", "…"),
    ],
)
def test_words_are_repeated_as_plain_text_once_and_in_short(
    piping: Questionnaire, words: str, quoted: str
) -> None:
    assert piped("{{name}}", piping, {"name": words, "visits": 3}, "cs") == quoted


def test_the_answer_on_the_same_page_is_not_repeated(piping: Questionnaire) -> None:
    whole = form_class(piping, piping.items, "cs")(answers={"service": "dum"})
    assert whole.field("quality_fallback").label_text == "Čím tato služba pomáhá?"


def test_answers_off_the_path_are_not_repeated(questionnaire: Load) -> None:
    found = questionnaire("piping_of_a_hidden_answer")
    assert asked(found, "later", {"used": "yes", "name": "Lípa"}) == "Co byste změnili ve službě „Lípa“?"
    assert asked(found, "later", {"used": "no", "name": "Lípa"}) == "Co byste změnili ve službě obecně?"


def test_hints_and_sentences_about_conditions_repeat_answers_too(questionnaire: Load) -> None:
    found = questionnaire("piping_in_a_condition")
    page = pages(found, {"name": "Lípa"})[1]
    form = form_class(found, page.items, "cs")(answers={"name": "Lípa"})
    assert form.field("again").hint_text == "Myslíme službu „Lípa“."
    assert form.field("why").visible_if_description == (
        "Odpovídejte, jen pokud jste u otázky „Vrátili byste se do služby „Lípa“?“ zvolili „ne“."
    )


def test_placeholders_are_read_and_what_only_looks_like_one_is_found() -> None:
    text = "{{a}} {{ b | genitive }} {{c||slova navíc}} {{d|dative|komu}} {{e|ablative}} {{9}} {{f|}} {{g"
    found = placeholders(text)
    assert [(place.item_code, place.case, place.fallback) for place in found] == [
        ("a", None, ""),
        ("b", GrammaticalCase.GENITIVE, ""),
        ("c", None, "slova navíc"),
        ("d", GrammaticalCase.DATIVE, "komu"),
        ("f", None, ""),
    ]
    assert broken_placeholders(text) == ("{{e|ablative}}", "{{9}}", "{{g")
    assert found[2].source == "{{c||slova navíc}}"
    assert not placeholders("{nic} %s <b>")
    assert not broken_placeholders("{nic} %s <b>")
