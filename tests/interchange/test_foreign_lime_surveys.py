"""Habits of LimeSurvey's files that once were misread."""

from __future__ import annotations

import pytest

from forms.definition import load
from forms.interchange import read
from tests.interchange.limesurvey.writing import document, table

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


def test_empty_lines_before_the_beginning_do_no_harm() -> None:
    assert read("x.lss", b"\n \n" + _short("Ano?")).document["sections"][0]["items"]
