"""Sentences in three languages, and answers in words."""

import string
from typing import Any

import pytest

from forms.expressions.description import PHRASES
from forms.messages import SENTENCES, sentence
from forms.wording import answer_texts
from tests.forms.conftest import Load


@pytest.mark.parametrize("catalogue", [SENTENCES, PHRASES], ids=["messages", "conditions"])
def test_every_sentence_is_there_in_every_language_with_the_same_places(
    catalogue: dict[str, dict[str, str]],
) -> None:
    for key, texts in catalogue.items():
        assert {"cs", "en", "uk"} <= set(texts), key
        places = {
            tag: {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for tag, text in texts.items()
        }
        assert all(found <= places["cs"] for found in places.values()), key
        assert places["cs"] == places["en"] == places["uk"], key


def test_an_unknown_language_hears_english() -> None:
    assert sentence("choose_one", "vi") == "Choose one option."


@pytest.mark.parametrize(
    ("name", "answers", "language", "lines"),
    [
        ("multiple_choice", {"colours": ["red", "white"]}, "cs", ["červená", "bílá"]),
        ("write_in", {"colour": "other", "colour.write_in": "fialová"}, "cs", ["jiná (napište)", "fialová"]),
        ("rating_with_easy_scale", {"quality": "good"}, "cs-easy", ["🙂 dobře"]),
        ("rating_with_easy_scale", {"quality": "middling"}, "cs-easy", ["středně"]),
        ("number", {"people": 12.5}, "cs", ["12,5 osob"]),
        ("number", {"people": 12.5}, "en", ["12.5 people"]),
        ("date", {"visited": "2026-03-07"}, "cs", ["7. 3. 2026"]),
        ("date", {"visited": "2026-03-07"}, "uk", ["07.03.2026"]),
        ("yes_no", {"used": "yes"}, "uk", ["так"]),
        ("yes_no", {}, "uk", []),
        ("open_ended", {"wish": "a\nb"}, "cs", ["a\nb"]),
    ],
)
def test_an_answer_is_said_in_words(
    questionnaire: Load, name: str, answers: dict[str, Any], language: str, lines: list[str]
) -> None:
    found = questionnaire(name)
    assert answer_texts(found, found.items[0], answers, language) == lines
