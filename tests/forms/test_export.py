"""Answers as columns: one place for each part of an answer, and a code for each way of not answering."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from forms.definition import Questionnaire, load
from forms.export import NO_ANSWER, NOT_ASKED, Part, columns, row
from forms.routing import on_path, visible_items

from .strategies import answers, questionnaires


def option(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "labels": {"cs": code}, **more}


WHOLE = load(
    {
        "questionnaire_code": "whole",
        "version": "1",
        "titles": {"cs": "Celý"},
        "languages": ["cs"],
        "scales": [{"code": "grades", "options": [option("good", score=100), option("dk")]}],
        "sections": [
            {
                "section_code": "first",
                "titles": {"cs": "Úvod"},
                "items": [
                    {"item_code": "used", "type": "yes_no", "texts": {"cs": "Byli jste tam?"}},
                    {
                        "item_code": "help",
                        "type": "multiple_choice",
                        "texts": {"cs": "Co pomohlo?"},
                        "visible_if": {"op": "in", "item": "used", "options": ["yes"]},
                        "options": [option("people"), option("other", write_in=True)],
                    },
                    {
                        "item_code": "order",
                        "type": "ranking",
                        "texts": {"cs": "Seřaďte"},
                        "max_choices": 2,
                        "options": [option("a"), option("b"), option("c"), option("none", exclusive=True)],
                    },
                    {"item_code": "note", "type": "information", "texts": {"cs": "Teď jinak."}},
                    {
                        "item_code": "all",
                        "type": "rating_battery",
                        "scale": "grades",
                        "texts": {"cs": "Jak?"},
                        "rows": [{"item_code": "row", "texts": {"cs": "jídlo"}}],
                    },
                    {"item_code": "age", "type": "number", "texts": {"cs": "Věk?"}},
                    {"item_code": "words", "type": "open_ended", "texts": {"cs": "Co změnit?"}},
                ],
            }
        ],
    }
)


def test_each_part_of_an_answer_has_its_column() -> None:
    assert [column.name for column in columns(WHOLE, texts=True)] == [
        "used",
        "help/people",
        "help/other",
        "help.write_in",
        "order.place_1",
        "order.place_2",
        "row",
        "age",
        "words",
    ]


def test_words_of_people_are_left_out_unless_asked_for() -> None:
    names = {column.name for column in columns(WHOLE)}

    assert names.isdisjoint({"help.write_in", "words"})


def test_not_asked_left_out_and_not_knowing_are_told_apart() -> None:
    found = row(WHOLE, {"used": "no", "row": "dk", "order": ["b"]})

    assert found["help/people"] == NOT_ASKED
    assert found["age"] == NO_ANSWER
    assert found["row"] == "dk"
    assert (found["order.place_1"], found["order.place_2"]) == ("b", NO_ANSWER)


def test_chosen_options_are_one_and_others_zero() -> None:
    found = row(WHOLE, {"used": "yes", "help": ["other"], "help.write_in": "pes", "age": 7}, texts=True)

    assert (found["help/people"], found["help/other"], found["help.write_in"]) == (0, 1, "pes")
    assert found["age"] == 7


def test_what_is_off_the_path_is_not_exported() -> None:
    found = row(WHOLE, {"used": "no", "help": ["people"]})

    assert found["help/people"] == NOT_ASKED


@given(st.data())
def test_the_export_agrees_with_the_path(data: st.DataObject) -> None:
    questionnaire: Questionnaire = data.draw(questionnaires())
    given_answers = data.draw(answers(questionnaire))
    found = row(questionnaire, given_answers, texts=True)
    counted = on_path(questionnaire, given_answers)
    asked = {item.item_code for item in visible_items(questionnaire, given_answers)}

    assert len(found) == len(columns(questionnaire, texts=True))
    for column in columns(questionnaire, texts=True):
        value = found[column.name]
        assert (value == NOT_ASKED) is (column.item_code not in asked)
        if column.item_code in asked:
            ranked = counted.get(column.item_code, [])
            beyond = column.part is Part.PLACE and isinstance(ranked, list) and int(column.key) > len(ranked)
            assert (value == NO_ANSWER) is (beyond or column.item_code not in counted)
