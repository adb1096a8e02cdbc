"""LimeSurvey's conditions become ours, or are listed as they were written; never a part of one."""

from typing import Any

import pytest

from forms.definition import Questionnaire, load
from forms.expressions import to_document
from forms.interchange import limesurvey
from forms.interchange.result import Imported, Loss
from forms.routing import visible_items
from tests.interchange.limesurvey.writing import Age, Group, Question, Survey, lss, part

TEXT = {"cs": "Otázka", "en": "Question"}

EARLIER = [
    Question("yes", "Y", TEXT),  # number 100, list 101, many 106
    Question("list", "L", TEXT, answers=[part("1"), part("2"), part("3"), part("A1")], row={"other": "Y"}),
    Question("many", "M", TEXT, subquestions=[part("SQ001"), part("SQ002")], row={"other": "Y"}),
    Question("number", "N", TEXT),
    Question("day", "D", TEXT),
    Question("words", "S", TEXT),
    Question("array", "A", TEXT, subquestions=[part("R1"), part("R2")]),
    Question("order", "R", TEXT, answers=[part("a"), part("b")]),
    Question("dual", "1", TEXT, answers=[part("x"), part("y")], subquestions=[part("R1")]),
    Question("boxes", ":", TEXT, subquestions=[part("R1"), part("C1", scale=1)],
             attributes={"multiflexible_checkbox": "1"}),
]  # fmt: skip


def imported(relevance: str, age: Age = Age.NEW, conditions: list[dict[str, str]] | None = None) -> Imported:
    last = Question("last", "T", TEXT, relevance=relevance)
    survey = Survey([Group(TEXT, [*EARLIER, last])], conditions=conditions or [])
    return limesurvey.read(lss(survey, age))


def condition(found: Imported) -> Any:
    visible_if = load(found.document).item("last").visible_if
    return visible_if and to_document(visible_if)


def refused(found: Imported) -> list[str]:
    return [loss.params["expression"] for loss in found.losses if loss.code == "limesurvey_relevance"]


def chosen(item: str, *options: str) -> dict[str, Any]:
    return {"op": "in", "item": item, "options": list(options)}


def negated(part: dict[str, Any]) -> dict[str, Any]:
    return {"op": "not", "of": part}


def answered(item: str) -> dict[str, Any]:
    return {"op": "answered", "item": item}


def compared(item: str, relation: str, value: float | str) -> dict[str, Any]:
    return {"op": "compare", "item": item, "relation": relation, "value": value}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('yes == "Y"', chosen("yes", "yes")),
        ("yes.NAOK eq 'N'", chosen("yes", "no")),
        ('(((yes.NAOK == "Y")))', chosen("yes", "yes")),
        ('"Y" == yes', chosen("yes", "yes")),
        ('list == "A1"', chosen("list", "A1")),
        ('list != "A1"', negated(chosen("list", "A1"))),
        ('!(list == "A1")', negated(chosen("list", "A1"))),
        ('list == "-oth-"', chosen("list", "other")),
        ('list == "1" or list == "2"', chosen("list", "1", "2")),
        ("list >= 2", chosen("list", "2", "3")),
        ("2 > list", chosen("list", "1")),
        ("!is_empty(list_other)", chosen("list", "other")),
        ('many_SQ001 == "Y"', chosen("many", "SQ001")),
        ('many_SQ001.NAOK != "Y"', negated(chosen("many", "SQ001"))),
        ('many_SQ001 == ""', negated(chosen("many", "SQ001"))),
        ("many_SQ001", chosen("many", "SQ001")),
        ("is_empty(many_SQ002)", negated(chosen("many", "SQ002"))),
        ("!is_empty(many_other)", chosen("many", "other")),
        ("count(that.many) > 1", {"op": "count", "item": "many", "relation": "gt", "value": 1}),
        ("count(that.many.NAOK) == 0", {"op": "count", "item": "many", "relation": "eq", "value": 0}),
        (
            "count(many_SQ001, many_SQ002, many_other) >= 2",
            {"op": "count", "item": "many", "relation": "ge", "value": 2},
        ),
        ("count(many_SQ001) > 0", chosen("many", "SQ001")),
        ("count(yes, words) > 0", {"op": "or", "of": [answered("yes"), answered("words")]}),
        ("number > 17", compared("number", "gt", 17)),
        ("number.NAOK le 12.5", compared("number", "le", 12.5)),
        ('number == "5"', compared("number", "eq", 5)),
        ("number != 5", negated(compared("number", "eq", 5))),
        ("number > -3", compared("number", "gt", -3)),
        ('number != ""', answered("number")),
        ("18 <= number", compared("number", "ge", 18)),
        (
            "number >= 18 && number < 65",
            {"op": "and", "of": [compared("number", "ge", 18), compared("number", "lt", 65)]},
        ),
        ('day > "2020-01-01"', compared("day", "gt", "2020-01-01")),
        ("!is_empty(words.NAOK)", answered("words")),
        ('words == ""', negated(answered("words"))),
        ("strlen(words) > 0", answered("words")),
        ('array_R1 == "5"', chosen("array_R1", "5")),
        ("array_R2.NAOK >= 4", chosen("array_R2", "4", "5")),
        ("intval(list.NAOK) ge 3", chosen("list", "3")),
        ("floatval(number) < 2.5", compared("number", "lt", 2.5)),
        ("!is_empty(order_1)", answered("order")),
        ('dual_R1_0 == "x"', chosen("dual_R1_0", "x")),
        ('boxes_R1_C1 == "1"', chosen("boxes_R1", "C1")),
        ('12345X10X100 == "Y"', chosen("yes", "yes")),
        ("12345X10X106SQ001.NAOK == 'Y'", chosen("many", "SQ001")),
        ('Q100.NAOK == "Y"', chosen("yes", "yes")),
        ('Q106_S107 == "Y"', chosen("many", "SQ001")),
        ('if(yes == "Y", 1, 0)', chosen("yes", "yes")),
        (
            'yes == "Y" and (list == "1" or number > 3)',
            {"op": "and", "of": [
                chosen("yes", "yes"), {"op": "or", "of": [chosen("list", "1"), compared("number", "gt", 3)]}
            ]},
        ),
        ("1", None),
        ("", None),
        (" 1 ", None),
    ],
)  # fmt: skip
def test_a_condition_is_carried_over(written: str, expected: Any) -> None:
    found = imported(written)
    assert condition(found) == expected
    assert refused(found) == []


@pytest.mark.parametrize(
    "written",
    [
        "0",
        "nothing == 'A'",
        "list == 'unknown'",
        "List == 'A1'",
        "list = 'A1'",
        "list.shown == 'A1'",
        "list.value > 1",
        "number > day",
        "number + 1 > 2",
        "sum(number, 2) > 3",
        "regexMatch('/x/', words)",
        "words == 'abc'",
        "self.sgqa == 1",
        "TOKEN:FIRSTNAME == 'A'",
        "count(that.many) > number",
        "count(many_SQ001, many_SQ002) >= 2",
        "count(many_SQ001, boxes_R1_C1) >= 2",
        "yes == 'Y' and words == 'abc'",
        "if(yes == 'Y', number, 0)",
        "yes ==",
        "((yes == 'Y')",
        "yes == 'Y' yes",
        "{yes}",
        "list > 5",
        "order == 'a'",
        "many > 2",
        "(" * 200 + "yes" + ")" * 200,
        "!" * 200 + "yes",
        "-" * 200 + "1",
        "yes=='Y' or " * 2000 + "yes=='N'",
        " and ".join(f"number != {n}" for n in range(60)),
        "\\",
        "'unfinished",
    ],
)
def test_a_condition_that_we_have_not_is_listed_as_written(written: str) -> None:
    found = imported(written)
    assert condition(found) is None
    assert refused(found) == [written[:1_000]]


def row(
    qid: str, field: str, value: str, *, method: str = "==", scenario: str = "1", cqid: str = ""
) -> dict[str, str]:
    return {
        "cid": "1", "qid": qid, "cqid": cqid or field.rsplit("X", maxsplit=1)[-1][:3], "cfieldname": field,
        "method": method, "value": value, "scenario": scenario,
    }  # fmt: skip


def number_of_last() -> str:
    """The number of the question "last", found by trying."""
    tries = ((n, imported("", Age.OLD, [row(str(n), "12345X10X100", "Y")])) for n in range(100, 160))
    return next(str(n) for n, found in tries if condition(found))


@pytest.mark.parametrize("age", [Age.OLD, Age.MIDDLE])
def test_the_older_table_of_conditions_is_carried_over(age: Age) -> None:
    qid = number_of_last()
    found = imported(
        "",
        age,
        [
            row(qid, "12345X10X100", "Y"),
            row(qid, "12345X10X101", "1"),
            row(qid, "12345X10X101", "2"),
            row(qid, "12345X10X106", "SQ001", scenario="2"),
            row(qid, "12345X10X106", "SQ002", scenario="2"),
        ],
    )
    assert condition(found) == {
        "op": "or",
        "of": [
            {"op": "and", "of": [chosen("yes", "yes"), chosen("list", "1", "2")]},
            chosen("many", "SQ001", "SQ002"),
        ],
    }


def test_older_conditions_on_several_answers_of_one_question_hold_together() -> None:
    qid = number_of_last()
    boxes = [row(qid, "+12345X10X106SQ001", "Y"), row(qid, "+12345X10X106SQ002", "Y")]
    assert condition(imported("", Age.OLD, boxes)) == {
        "op": "and",
        "of": [chosen("many", "SQ001"), chosen("many", "SQ002")],
    }


def test_relevance_goes_before_the_older_table() -> None:
    last = number_of_last()
    found = imported('yes == "N"', Age.NEW, [row(last, "12345X10X100", "Y")])
    assert condition(found) == chosen("yes", "no")


@pytest.mark.parametrize(
    ("field", "method", "value"),
    [("12345X10X999", "==", "Y"), ("12345X10X100", "RX", "/a/"), ("12345X10X100", "==", "@12345X10X101@"),
     ("{TOKEN:ATTRIBUTE_1}", "==", "a")],
)  # fmt: skip
def test_an_older_condition_that_we_have_not_is_listed(field: str, method: str, value: str) -> None:
    last = number_of_last()
    found = imported("", Age.OLD, [row(last, field, value, method=method)])
    assert condition(found) is None
    assert refused(found) == [f"{field} {method} {value!r}"]


def test_no_answer_is_a_condition_in_the_older_table() -> None:
    last = number_of_last()
    found = imported("", Age.OLD, [row(last, "12345X10X100", " ", method=" ")])
    assert condition(found) == negated(answered("yes"))


def test_the_condition_of_a_group_hides_its_section() -> None:
    groups = [
        Group(TEXT, [EARLIER[0]]),
        Group(TEXT, [Question("in", "T", TEXT)], row={"grelevance": 'yes == "Y"'}),
    ]
    found = load(limesurvey.read(lss(Survey(groups))).document)
    assert asked(found, {"yes": "yes"}) == ["yes", "in"]
    assert asked(found, {"yes": "no"}) == ["yes"]


def test_a_condition_of_a_box_is_listed_with_its_row() -> None:
    subs = [part("SQ001"), part("SQ002", relevance='yes == "Y"')]
    survey = Survey([Group(TEXT, [EARLIER[0], Question("box", "M", TEXT, subquestions=subs)])])
    lost = [(loss.where, loss.code) for loss in limesurvey.read(lss(survey)).losses]
    assert lost == [("box / SQ002", "limesurvey_row_relevance")]


def asked(questionnaire: Questionnaire, answers: dict[str, Any]) -> list[str]:
    return [item.item_code for item in visible_items(questionnaire, answers)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Proč {list}?", "Proč {{list}}?"),
        ("Proč {list.shown}?", "Proč {{list}}?"),
        ("Proč {INSERTANS:12345X10X101}?", "Proč {{list}}?"),
        ("Máte {number.NAOK} let", "Máte {{number}} let"),
        ("a { b } c", "a { b } c"),
        (r"a \{list\} c", "a {list} c"),
        ("{{list}}", "{{{list}}}"),
        ("{{ x }}", "{ { x } }"),
    ],
)
def test_earlier_answers_are_repeated_in_our_way(written: str, expected: str) -> None:
    last = Question("last", "T", {"cs": written, "en": "?"})
    found = limesurvey.read(lss(Survey([Group(TEXT, [*EARLIER, last])])))
    assert load(found.document).item("last").texts["cs"] == expected


@pytest.mark.parametrize(
    "expression",
    ["TOKEN:FIRSTNAME", "if(yes == 'Y', 'a', 'b')", "nothing", "many_SQ001", "number*2", "SURVEYNAME"],
)
def test_other_expressions_in_texts_are_listed(expression: str) -> None:
    last = Question("last", "T", {"cs": f"A {{{expression}}} b", "en": "?"})
    found = limesurvey.read(lss(Survey([Group(TEXT, [*EARLIER, last])])))
    assert load(found.document).item("last").texts["cs"] == "A … b"
    lost = [
        loss.params["expression"] for loss in found.losses if loss.code == "limesurvey_expression_in_text"
    ]
    assert lost == [expression]


def test_many_expressions_in_one_text_are_counted() -> None:
    text = " ".join(f"{{x{n}}}" for n in range(50))
    found = limesurvey.read(lss(Survey([Group(TEXT, [Question("last", "T", {"cs": text, "en": text})])])))
    assert [loss.code for loss in found.losses].count("limesurvey_expression_in_text") == 20
    assert found.losses[-1].params == {"number": "30"}


def test_codes_that_differ_in_case_only_are_different_questions() -> None:
    questions = [
        Question("q", "Y", TEXT),
        Question("Q", "Y", TEXT),
        Question("last", "T", TEXT, relevance='Q == "Y"'),
    ]
    found = limesurvey.read(lss(Survey([Group(TEXT, questions)])))
    assert condition(found) == chosen("Q", "yes")


def following(relevance: str, *, first: str = "1", groups: bool = False) -> Questionnaire:
    """ "yes", a single choice "list" that is asked under `first`, and "last" under `relevance`."""
    listed = Question("list", "L", TEXT, answers=[part("A"), part("B")], relevance=first)
    last = Question("last", "T", TEXT, relevance=relevance)
    survey = [Group(TEXT, [EARLIER[0], listed, last])]
    if groups:
        listed.relevance = "1"
        survey = [Group(TEXT, [EARLIER[0]]), Group(TEXT, [listed], row={"grelevance": first})]
        survey.append(Group(TEXT, [last]))
    return load(limesurvey.read(lss(Survey(survey))).document)


@pytest.mark.parametrize("groups", [False, True])
@pytest.mark.parametrize(
    "written", ['list != "A"', "is_empty(list)", '!(list == "A")', 'yes == "N" or list != "A"']
)
def test_without_naok_nothing_follows_from_a_question_that_was_not_asked(written: str, groups: bool) -> None:
    found = following(written, first='yes == "Y"', groups=groups)
    assert "last" not in asked(found, {})
    assert "last" not in asked(found, {"yes": "no"})
    assert "last" in asked(found, {"yes": "yes"})
    assert "last" not in asked(found, {"yes": "yes", "list": "A"})


@pytest.mark.parametrize("written", ['list.NAOK != "A"', "is_empty(list.NAOK)", 'list.valueNAOK != ""'])
def test_with_naok_a_hidden_question_is_one_without_an_answer(written: str) -> None:
    kept = condition_of(following(written, first='yes == "Y"'))
    assert kept is None or "yes" not in str(kept)


def condition_of(found: Questionnaire) -> Any:
    visible_if = found.item("last").visible_if
    return visible_if and to_document(visible_if)


def test_nothing_is_added_where_an_answer_is_needed_anyway() -> None:
    assert condition_of(following('list == "A"', first='yes == "Y"')) == chosen("list", "A")


def test_what_the_author_said_already_is_not_said_twice() -> None:
    found = following('yes == "Y" and list != "A"', first='yes == "Y"')
    assert condition_of(found) == {"op": "and", "of": [chosen("yes", "yes"), negated(chosen("list", "A"))]}


def test_how_a_question_is_reached_is_followed_through_all_before_it() -> None:
    chain = [
        EARLIER[0],
        Question("a", "Y", TEXT, relevance='yes == "Y"'),
        Question("b", "Y", TEXT, relevance='a != "Y"'),
        Question("last", "T", TEXT, relevance='b != "Y"'),
    ]
    found = load(limesurvey.read(lss(Survey([Group(TEXT, chain)]))).document)
    assert asked(found, {"yes": "no"}) == ["yes"]
    assert asked(found, {"yes": "yes", "a": "yes"}) == ["yes", "a"]
    assert asked(found, {"yes": "yes", "a": "no", "b": "no"}) == ["yes", "a", "b", "last"]


def test_a_way_that_is_too_long_to_repeat_is_listed() -> None:
    chain = [EARLIER[0]] + [
        Question(f"q{n}", "Y", TEXT, relevance=f'q{n - 1} != "Y"' if n else 'yes == "Y"') for n in range(70)
    ]
    found = limesurvey.read(lss(Survey([Group(TEXT, chain)])))
    listed = [loss for loss in found.losses if loss.code == "limesurvey_reached"]
    assert listed[0] == Loss("q50", "limesurvey_reached", {"expression": 'q49 != "Y"'})
    load(found.document)
