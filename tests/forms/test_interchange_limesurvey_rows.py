"""Rows of LimeSurvey's questions keep their conditions, filters and help, or are said to lose them."""

from typing import Any

import pytest

from forms.definition import Questionnaire, load
from forms.interchange import limesurvey
from forms.interchange.result import Imported
from forms.routing import visible_items
from tests.interchange.limesurvey.writing import Age, Group, Part, Question, Survey, lss, part

TEXT = {"cs": "Otázka", "en": "Question"}
GOOD_OR_BAD = [part("1", "dobře"), part("2", "špatně")]
USES = Question("uses", "M", TEXT, subquestions=[part("S1", "Jídelna"), part("S2", "Doprava")])


def read(*questions: Question, age: Age = Age.NEW) -> Imported:
    return limesurvey.read(lss(Survey([Group(TEXT, list(questions))]), age))


def asked(questionnaire: Questionnaire, answers: dict[str, Any]) -> list[str]:
    return [item.item_code for item in visible_items(questionnaire, answers)]


def codes(imported: Imported) -> list[tuple[str, str]]:
    return [(loss.where, loss.code) for loss in imported.losses]


@pytest.mark.parametrize("age", [Age.MIDDLE, Age.NEW])
def test_rows_of_a_battery_with_conditions_become_ratings_with_conditions(age: Age) -> None:
    rows = [part("S1", relevance='uses_S1.NAOK == "Y"'), part("S2", relevance="1")]
    battery = Question("rate", "F", TEXT, answers=GOOD_OR_BAD, subquestions=rows, row={"mandatory": "Y"})
    imported = read(USES, battery, age=age)
    found = load(imported.document)
    kinds = [(item.item_code, item.type.value, item.scale) for item in found.items[1:]]
    assert kinds == [
        ("rate", "information", None),
        ("rate_S1", "rating", "scale_rate"),
        ("rate_S2", "rating", "scale_rate"),
    ]
    assert found.item("rate_S1").required
    assert asked(found, {"uses": ["S1"]}) == ["uses", "rate", "rate_S1", "rate_S2"]
    assert asked(found, {"uses": ["S2"]}) == ["uses", "rate", "rate_S2"]
    assert codes(imported) == [("rate", "limesurvey_without_scores"), ("rate", "limesurvey_rows_apart")]


@pytest.mark.parametrize("kind", ["A", "B", "C", "E", "F", "H", "1", "K", "Q", ":", ";"])
def test_a_filter_by_an_earlier_choice_is_a_condition_of_each_row(kind: str) -> None:
    answers = [*GOOD_OR_BAD, part("1", scale=1), part("2", scale=1)] if kind == "1" else GOOD_OR_BAD
    rows = [part("S1"), part("S2"), part("S9")]
    filtered = Question(
        "q",
        kind,
        TEXT,
        answers=answers if kind in "FH1" else [],
        subquestions=[*rows, part("C", scale=1)] if kind in ":;" else rows,
        attributes={"array_filter": "uses"},
    )
    imported = read(USES, filtered)
    found = load(imported.document)
    seen = " ".join(asked(found, {"uses": ["S1"]}))
    assert "q_S1" in seen
    assert "q_S2" not in seen
    assert "q_S9" in seen, "a row without a namesake is not filtered"
    assert "limesurvey_filter" not in {loss.code for loss in imported.losses}


def test_an_excluding_filter_asks_for_what_was_not_chosen() -> None:
    filtered = Question(
        "q", "K", TEXT, subquestions=[part("S1"), part("S2")], attributes={"array_filter_exclude": "uses"}
    )
    found = load(read(USES, filtered).document)
    assert asked(found, {"uses": ["S1"]}) == ["uses", "q", "q_S2"]


def test_a_row_of_a_battery_is_filtered_by_the_row_of_another() -> None:
    rows = [part("S1"), part("S2")]
    earlier = Question("a", "F", TEXT, answers=GOOD_OR_BAD, subquestions=rows)
    later = Question("b", "F", TEXT, answers=GOOD_OR_BAD, subquestions=rows, attributes={"array_filter": "a"})
    found = load(read(earlier, later).document)
    assert asked(found, {"a_S2": "1"})[-2:] == ["b", "b_S2"]


def test_a_filter_that_names_no_earlier_question_is_a_loss() -> None:
    rows = [part("S1"), part("S2")]
    battery = Question(
        "q", "F", TEXT, answers=GOOD_OR_BAD, subquestions=rows, attributes={"array_filter": "gone"}
    )
    imported = read(USES, battery)
    assert ("q", "limesurvey_filter") in codes(imported)
    assert load(imported.document).item("q").type.value == "rating_battery"


def test_a_filter_of_options_is_a_loss() -> None:
    later = Question("most", "M", TEXT, subquestions=[part("S1")], attributes={"array_filter": "uses"})
    assert codes(read(USES, later)) == [("most", "limesurvey_filter")]


def test_cells_of_a_grid_keep_the_conditions_of_their_columns() -> None:
    sides = [part("R1"), part("C1", scale=1, relevance='uses_S1 == "Y"'), part("C2", scale=1)]
    imported = read(USES, Question("g", ";", TEXT, subquestions=sides))
    assert asked(load(imported.document), {}) == ["uses", "g", "g_R1_C2"]
    assert codes(imported) == [("g", "limesurvey_grid")]


def test_the_comment_on_the_write_in_option_is_asked_for_too() -> None:
    notes = Question("n", "P", TEXT, subquestions=[part("S1")], row={"other": "Y"})
    after = Question("after", "T", TEXT, relevance="!is_empty(n_othercomment.NAOK)")
    found = load(read(notes, after).document)
    assert asked(found, {"n": ["other"]}) == ["n", "n_othercomment"]
    assert found.item("n_othercomment").texts["cs"].startswith("Jiné: ")
    assert asked(found, {"n_othercomment": "ano", "n": ["other"]})[-1] == "after"


def test_conditions_that_belong_to_no_question_are_a_loss() -> None:
    rows = [{"qid": "999", "cqid": "100", "cfieldname": "12345X10X100", "value": "Y"}]
    imported = limesurvey.read(lss(Survey([Group(TEXT, [USES])], conditions=rows)))
    assert codes(imported) == [("conditions", "limesurvey_orphan_conditions")]


def with_help(imported_from: bytes, code: str) -> bytes:
    """A help text in the row of texts of the subquestion with this code."""
    text = f"<question><![CDATA[{code}]]></question>"
    return imported_from.replace(text.encode(), f"{text}<help><![CDATA[Nápověda]]></help>".encode())


def test_the_help_of_a_row_is_the_hint_of_its_item() -> None:
    survey = Survey([Group(TEXT, [Question("k", "K", TEXT, subquestions=[part("S1")])])])
    imported = limesurvey.read(with_help(lss(survey), "S1"))
    assert load(imported.document).item("k_S1").hints["cs"] == "Nápověda"
    assert codes(imported) == []


@pytest.mark.parametrize(("kind", "answers"), [("M", []), ("F", GOOD_OR_BAD)])
def test_the_help_of_an_option_or_of_a_row_of_a_battery_is_a_loss(kind: str, answers: list[Part]) -> None:
    question = Question("q", kind, TEXT, answers=answers, subquestions=[part("S1"), part("S2")])
    imported = limesurvey.read(with_help(lss(Survey([Group(TEXT, [question])])), "S2"))
    assert ("q / S2", "limesurvey_row_help") in codes(imported)


def test_what_a_type_of_question_does_not_show_is_a_loss() -> None:
    question = Question(
        "q", "T", TEXT, answers=[part("A1", "Zbylá")], subquestions=[part("S1", "Zapomenutá")]
    )
    array = Question(
        "f", "F", TEXT, answers=[*GOOD_OR_BAD, part("9", scale=1)],
        subquestions=[part("R1"), part("C1", scale=1)],
    )  # fmt: skip
    found = read(question, array)
    assert [(loss.where, loss.code, loss.params.get("text")) for loss in found.losses][:4] == [
        ("q / S1", "limesurvey_stray_subquestion", "Zapomenutá"),
        ("q / A1", "limesurvey_stray_answer", "Zbylá"),
        ("f / C1", "limesurvey_stray_subquestion", "C1"),
        ("f / 9", "limesurvey_stray_answer", "9"),
    ]
