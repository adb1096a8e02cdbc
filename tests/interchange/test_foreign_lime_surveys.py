"""Habits of LimeSurvey's files that once were misread."""

from __future__ import annotations

from typing import Any

import pytest

from forms.definition import load
from forms.interchange import read
from tests.interchange.limesurvey.writing import Age, Group, Question, Survey, document, lss, part, table

LANGUAGES = [{"sid": "9", "language": "en", "additional_languages": "fr"}]


def _row(
    qid: str, order: str, language: str, question: str, relevance: str, mandatory: str
) -> dict[str, str]:
    return {
        "qid": qid, "parent_qid": "0", "gid": "1", "type": "Y", "title": f"q{qid}", "question": question,
        "question_order": order, "language": language, "relevance": relevance, "mandatory": mandatory,
    }  # fmt: skip


def test_what_holds_for_all_languages_is_read_in_the_base_language_wherever_it_stands() -> None:
    groups = [
        {"gid": "1", "group_name": "Groupe", "group_order": "1", "language": "fr", "grelevance": ""},
        {"gid": "1", "group_name": "Group", "group_order": "1", "language": "en", "grelevance": "1 == 1"},
    ]
    questions = [
        _row("1", "1", "fr", "Oui ?", "", "N"),
        _row("1", "1", "en", "Yes?", "1", "Y"),
        _row("2", "2", "fr", "Pourquoi ?", "", "N"),
        _row("2", "2", "en", "Why?", 'q1.NAOK == "N"', "Y"),
    ]
    tables = {"groups": groups, "questions": questions, "surveys": LANGUAGES}
    imported = read("x.lss", document("".join(table(*pair) for pair in tables.items()), version="178"))
    load(imported.document)
    first, second = imported.document["sections"][0]["items"]
    assert [first["required"], second["required"]] == [True, True]
    assert second["visible_if"] == {"op": "in", "item": "q1", "options": ["no"]}
    assert second["texts"] == {"en": "Why?", "fr": "Pourquoi ?"}
    assert ("Group", "limesurvey_relevance") in {(loss.where, loss.code) for loss in imported.losses}


def _short(text: str) -> bytes:
    question = {"qid": "1", "gid": "1", "type": "T", "title": "q", "question": text, "language": "cs"}
    tables = {"questions": [question], "surveys": [{"language": "cs"}]}
    return document("".join(table(*pair) for pair in tables.items()), version="178")


@pytest.mark.parametrize("said", ["windows-1250", "iso-8859-2", "utf-16", "us-ascii", "windows-1252"])
def test_a_file_in_utf_8_is_read_as_that_whatever_it_says_of_itself(said: str) -> None:
    content = _short("Žijete v obci?").replace(b"UTF-8", said.encode())
    assert read("x.lss", content).document["sections"][0]["items"][0]["texts"] == {"cs": "Žijete v obci?"}


@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-16", "utf-8-sig"])
def test_a_file_in_another_encoding_is_read_as_it_says(encoding: str) -> None:
    said = _short("Žijete v obci?").decode().replace("UTF-8", encoding.removesuffix("-sig"))
    texts = read("x.lss", said.encode(encoding)).document["sections"][0]["items"][0]["texts"]
    assert texts == {"cs": "Žijete v obci?"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-32"])
def test_wide_signs_are_read_as_that_whatever_the_file_says_of_itself(encoding: str) -> None:
    content = _short("Žijete v obci?").decode().encode(encoding)
    imported = read("x.lss", content)
    assert imported.document["sections"][0]["items"][0]["texts"] == {"cs": "Žijete v obci?"}
    assert "limesurvey_controls" not in {loss.code for loss in imported.losses}


def test_empty_lines_before_the_beginning_do_no_harm() -> None:
    assert read("x.lss", b"\n \n" + _short("Ano?")).document["sections"][0]["items"]


def _file(questions: list[Question], **tables: list[dict[str, str]]) -> bytes:
    return lss(Survey([Group({"cs": "Oddíl", "en": "Group"}, questions)], tables=tables))


def test_an_hour_is_asked_for_in_words_and_no_date() -> None:
    layouts = ["HH:MM", "dd.mm.yyyy HH:MM", "mm/yyyy"]
    questions = [
        Question(f"d{number}", "D", {"cs": "Kdy?", "en": "When?"}, attributes={"date_format": layout})
        for number, layout in enumerate(layouts)
    ]
    imported = read("x.lss", _file(questions))
    items = imported.document["sections"][0]["items"]
    assert [item["type"] for item in items] == ["short_text", "date", "date"]
    lost = {(loss.where, loss.code) for loss in imported.losses}
    assert {("d0", "time_is_text"), ("d1", "limesurvey_date_format")} <= lost
    assert ("d0", "limesurvey_date_format") not in lost


@pytest.mark.parametrize("gone", ["groups", "answers"])
def test_texts_of_what_is_missing_are_counted(gone: str) -> None:
    question = Question("q", "L", {"cs": "Který?", "en": "Which?"}, answers=[part("1", "Jeden")])
    whole = lss(Survey([Group({"cs": "Oddíl", "en": "Group"}, [question])]), Age.NEW).decode()
    start, end = whole.index(f"<{gone}>"), whole.index(f"</{gone}>")
    imported = read("x.lss", (whole[:start] + whole[end + len(gone) + 3 :]).encode())
    table_name = f"{gone.removesuffix('s')}_l10ns"
    assert [
        (loss.where, dict(loss.params)) for loss in imported.losses if loss.code == "limesurvey_orphan_texts"
    ] == [(table_name, {"number": "2"})]


def test_what_a_full_quota_says_is_listed() -> None:
    question = Question("q", "Y", {"cs": "Ano?", "en": "Yes?"})
    quota = [{"id": "1", "name": "Muži", "qlimit": "50"}]
    said = [{"quotals_quota_id": "1", "quotals_language": "cs", "quotals_message": "Děkujeme za zájem."}]
    losses = read("x.lss", _file([question], quota=quota, quota_languagesettings=said)).losses
    assert ("quota Muži (cs)", "limesurvey_quota_message") in {(loss.where, loss.code) for loss in losses}


def _items(*questions: Question) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = read("x.lss", _file(list(questions))).document["sections"]
    return sections[0]["items"]


TEXT = {"cs": "Otázka", "en": "Question"}


@pytest.mark.parametrize(
    ("ends", "expected"), [({}, (0, 100)), ({"slider_min": "1", "slider_max": "7"}, (1, 7))]
)
def test_a_slider_is_a_number_between_its_ends(ends: dict[str, str], expected: tuple[int, int]) -> None:
    rows = [part("S1", "Chuť|nic moc|výborná")]
    attributes = {"slider_layout": "1", "slider_separator": "|", **ends}
    slider = Question("k", "K", TEXT, subquestions=rows, attributes=dict(attributes))
    number = _items(slider)[1]
    assert (number["minimum"], number["maximum"]) == expected
    assert number["texts"]["cs"] == "Chuť – nic moc – výborná"


def test_the_two_ends_of_a_row_are_said_as_one() -> None:
    array = Question(
        "f", "F", TEXT, subquestions=[part("S1", "studený|teplý")], answers=[part("1"), part("2")]
    )
    plain = Question("q", "Q", TEXT, subquestions=[part("S1", "a|b")])
    battery, _, line = _items(array, plain)
    assert battery["rows"][0]["texts"]["cs"] == "studený – teplý"
    assert line["texts"]["cs"] == "a|b"


def test_a_word_for_other_that_is_missing_in_a_language_is_ours() -> None:
    own = {"other_replace_text": {"cs": "Něco jiného", "en": ""}}
    question = Question("q", "L", TEXT, answers=[part("1")], row={"other": "Y"}, attributes=dict(own))
    assert _items(question)[0]["options"][-1]["labels"] == {"cs": "Něco jiného", "en": "Other"}


def test_an_answer_that_is_there_twice_is_listed() -> None:
    question = Question("q", "L", TEXT, answers=[part("1", "Doma"), part("1", "Venku")])
    losses = read("x.lss", lss(Survey([Group(TEXT, [question])]), Age.MIDDLE)).losses
    assert [(loss.where, loss.code, loss.params) for loss in losses] == [
        ("q / 1", "limesurvey_repeated_text", {"text": "Venku"})
    ]


def test_a_group_is_named_in_plain_words() -> None:
    question = Question("q", "T", TEXT)
    survey = Survey([Group({"cs": "<h2>Oddíl</h2>"}, [question], row={"randomization_group": "A"})])
    places = {
        loss.where for loss in read("x.lss", lss(survey)).losses if loss.code == "limesurvey_random_group"
    }
    assert places == {"Oddíl"}


def test_every_question_without_a_group_is_listed() -> None:
    rows = [
        {"qid": str(n), "gid": "9", "type": "T", "title": f"q{n}", "question": "?", "language": "cs"}
        for n in range(3)
    ]
    content = document(table("questions", rows) + table("surveys", [{"language": "cs"}]), version="178")
    losses = read("x.lss", content).losses
    assert [loss.where for loss in losses if loss.code == "limesurvey_orphan_question"] == ["q0", "q1", "q2"]
