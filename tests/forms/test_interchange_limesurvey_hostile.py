"""Hostile and broken LimeSurvey files: one sentence or a sound document; nothing runs, nothing waits."""

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.definition import dump, load
from forms.interchange import limesurvey, read
from forms.interchange.result import RefusedFileError
from forms.interchange.sentences import said_loss, said_refusal
from tests.interchange.limesurvey.samples import every_kind
from tests.interchange.limesurvey.writing import Age, Group, Question, Survey, document, lss, part, table

TEXT = {"cs": "Otázka", "en": "Question"}
LIMIT = 5.0
"""Seconds of work that any file may take."""


def test_other_exports_are_told_apart_before_they_are_opened() -> None:
    for content, code in (
        (archive("survey_1.lss"), "limesurvey_archive"),
        (b"# LimeSurvey Survey Dump\n", "limesurvey_old_csv"),
        (b"class\ttype/scale\tname\n", "limesurvey_tabbed"),
    ):
        with pytest.raises(RefusedFileError) as refused:
            read("survey", content)
        assert refused.value.code == code


def outcome(content: bytes) -> str:
    """The code of the refusal, or "" for a document that holds; both can be said."""
    started = time.process_time()
    try:
        imported = limesurvey.read(content)
    except RefusedFileError as error:
        return error.code if said_refusal(error, "cs") else "nothing to say"
    finally:
        assert time.process_time() - started < LIMIT
    assert dump(load(imported.document)) == imported.document
    assert all(said_loss(loss, "uk") and loss.where for loss in imported.losses)
    return ""


def archive(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return content.getvalue()


GOOD = lss(every_kind())
XXE = b'<!DOCTYPE document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
BOMB = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"   \n", "empty_file"),
        (b"x" * 20_000_001, "file_too_large"),
        (b"<", "limesurvey_broken"),
        (b"not xml at all", "limesurvey_broken"),
        (GOOD[: len(GOOD) // 2], "limesurvey_broken"),
        (GOOD[:-15], "limesurvey_broken"),
        (b"<html><body>survey</body></html>", "limesurvey_wrong_document"),
        (document("", kind="Group"), "limesurvey_group_export"),
        (document("", kind="Question"), "limesurvey_question_export"),
        (document("", kind="Tokens"), "limesurvey_wrong_document"),
        (document(""), "limesurvey_no_questions"),
        (archive("survey_1.lss", "survey_1_responses.lsr"), "limesurvey_archive"),
        (b'"# LimeSurvey Survey Dump"\n"# DBVersion 126"\n', "limesurvey_old_csv"),
        (b"# LimeSurvey Survey Dump\n", "limesurvey_old_csv"),
        (b"id\trelated_id\tclass\ttype/scale\tname\trelevance\ttext\n", "limesurvey_tabbed"),
        (b'\xef\xbb\xbf"class"\t"type/scale"\t"name"\n', "limesurvey_tabbed"),
        (XXE + b"<document>&x;</document>", "xml_entities"),
        (BOMB + b"<document>&b;</document>", "xml_entities"),
        (b'<!DOCTYPE d SYSTEM "http://attacker.example/x.dtd"><document/>', "xml_entities"),
        (b"<document>&unknown;</document>", "limesurvey_broken"),
        (b"<a>" * 100_000, "limesurvey_too_large"),
        (document("<questions><rows>" + "<row/>" * 80_001 + "</rows></questions>"), "limesurvey_too_large"),
        (document("<x/>" * 700_001), "limesurvey_too_large"),
        (b'<?xml version="1.0" encoding="klingon"?><document/>', "limesurvey_broken"),
        (b'<?xml version="1.0" encoding="utf-16"?><document/>', "limesurvey_broken"),
        (b'<?xml version="1.0" encoding="utf-8"?><document>\xe8\xf8</document>', "limesurvey_broken"),
        (b'<?xml version="1.0" encoding="big5"?><document/>', "limesurvey_broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_survey_is_refused_with_a_sentence(content: bytes, code: str) -> None:
    assert outcome(content) == code


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "windows-1250", "iso-8859-2"])
def test_any_encoding_that_the_file_declares_is_read(name: str) -> None:
    survey = Survey([Group({"cs": "Žluťoučký kůň"}, [Question("Q1", "T", {"cs": "Příliš"})])], ("cs",))
    text = lss(survey).decode().replace('encoding="UTF-8"', f'encoding="{name.removesuffix("-sig")}"')
    found = load(limesurvey.read(text.encode(name)).document)
    assert found.item("Q1").texts["cs"] == "Příliš"
    assert found.sections[0].titles["cs"] == "Žluťoučký kůň"


def test_control_characters_are_left_out_and_said() -> None:
    found = limesurvey.read(lss(Survey([Group(TEXT, [Question("Q1", "T", {"cs": "a\x00\x0bb"})])])))
    assert load(found.document).item("Q1").texts["cs"] == "ab"
    assert [loss.code for loss in found.losses] == ["limesurvey_controls"]


def test_scripts_in_every_place_are_words_or_nothing() -> None:
    evil = {"cs": "<script>alert(1)</script><img src=x onerror=alert(1)>ahoj", "en": "{{{{x}}}}{<b>}${7*7}"}
    subs = [part('"><script>', "<svg onload=alert(1)>")]
    questions = [
        Question(f"Q{kind}", kind, evil, helps=evil, answers=[part("<b>")], subquestions=subs,
                 attributes={"other_replace_text": evil, "suffix": evil, "<script>": "1"}, row={"other": "Y"})
        for kind in "15ABCDEFGHIKLMNOPQRSTUXY!:;*|<"
    ]  # fmt: skip
    survey = Survey([Group(evil, questions, descriptions=evil)], texts={"surveyls_title": evil})
    for age in Age:
        imported = limesurvey.read(lss(survey, age))
        assert "alert" not in str(imported.document)
        assert "onerror" not in str(imported.document)
        assert outcome(lss(survey, age)) == ""


@pytest.mark.parametrize("number", [2_000, 2_001, 10_000])
def test_more_questions_than_any_survey_has_are_refused(number: int) -> None:
    groups = [Group(TEXT, [Question(f"Q{n}", "T", {"cs": "?"})]) for n in range(50)]
    for n in range(50, number):
        groups[n % 50].questions.append(Question(f"Q{n}", "T", {"cs": "?"}))
    expected = "" if number == 2_000 else "limesurvey_too_many_questions"
    assert outcome(lss(Survey(groups, ("cs",)))) == expected


def test_a_grid_with_more_cells_than_any_survey_has_is_refused() -> None:
    sides = [part(f"R{n}") for n in range(100)] + [part(f"C{n}", scale=1) for n in range(100)]
    content = lss(Survey([Group(TEXT, [Question("Q1", ":", TEXT, subquestions=sides)])]))
    assert outcome(content) == "limesurvey_too_many_questions"


def test_more_groups_than_a_questionnaire_has_sections_are_refused() -> None:
    groups = [Group(TEXT, [Question(f"Q{n}", "T", TEXT)]) for n in range(101)]
    assert outcome(lss(Survey(groups))) == "limesurvey_too_many_groups"


def test_a_group_with_many_questions_becomes_several_sections() -> None:
    questions = [Question(f"Q{n}", "T", TEXT) for n in range(700)]
    found = load(limesurvey.read(lss(Survey([Group(TEXT, questions)]))).document)
    assert [len(section.items) for section in found.sections] == [500, 200]


def test_long_expressions_take_no_time() -> None:
    pieces = [
        "a-" * 4_000,
        "1" * 8_000,
        "(" * 8_000,
        '"' * 7_999,
        "a." * 4_000,
        "1X1X1" * 1_500,
        "\\" * 8_000,
    ]
    for piece in pieces:
        questions = [
            Question(f"Q{n}", "T", {"cs": "{" + piece[:3_000] + "}"}, relevance=piece) for n in range(80)
        ]
        assert outcome(lss(Survey([Group(TEXT, questions)], ("cs",)))) == ""


def test_a_huge_file_of_markup_takes_no_time() -> None:
    questions = [Question(f"Q{n}", "T", {"cs": "<a <b " * 9_000}) for n in range(80)]
    assert outcome(lss(Survey([Group(TEXT, questions)], ("cs",)))) == "limesurvey_too_large"


def test_many_options_and_many_attributes_take_no_time() -> None:
    answers = [part(f"A{n}") for n in range(3_000)]
    attributes: dict[str, str | dict[str, str]] = {f"attribute_{n}": "1" for n in range(3_000)}
    question = Question("Q1", "L", TEXT, answers=answers, attributes=attributes)
    assert outcome(lss(Survey([Group(TEXT, [question])]))) == ""


@pytest.mark.parametrize("markup", ["<ul>", "{a}", "<a "])
def test_more_markup_than_any_survey_has_is_refused_soon(markup: str) -> None:
    questions = [Question(f"q{n}", "T", {"en": markup * 100_000}) for n in range(5)]
    assert outcome(lss(Survey([Group(TEXT, questions)], languages=("en",)))) == "limesurvey_too_large"


def test_many_rows_of_conditions_take_no_time() -> None:
    questions = [Question(f"q{n}", "T", TEXT) for n in range(1_000)]
    rows = [
        {"qid": str(100 + n % 1_000), "cqid": "100", "cfieldname": "12345X10X100", "value": "A"}
        for n in range(60_000)
    ]
    assert outcome(lss(Survey([Group(TEXT, questions)], conditions=rows))) == ""


def test_endless_lists_of_exclusive_options_and_of_filters_take_no_time() -> None:
    subs = [part(f"S{n}") for n in range(100)]
    excluded = ";".join(f"S{n}" for n in range(4_000))
    choices = [
        Question(f"m{n}", "M", TEXT, subquestions=subs, attributes={"exclude_all_others": excluded})
        for n in range(40)
    ]
    filtered = {"array_filter": ";".join(f"m{n}" for n in range(2_000))}
    rows = [Question(f"k{n}", "K", TEXT, subquestions=subs, attributes=filtered) for n in range(5)]
    assert outcome(lss(Survey([Group(TEXT, [*choices, *rows])]))) == ""


def test_more_losses_than_anybody_can_read_are_counted() -> None:
    attributes: dict[str, str | dict[str, str]] = {f"attribute_{n}": "1" for n in range(5_000)}
    found = limesurvey.read(lss(Survey([Group(TEXT, [Question("Q1", "T", TEXT, attributes=attributes)])])))
    assert len(found.losses) == 3_001
    assert (found.losses[-1].code, found.losses[-1].params) == ("limesurvey_more_losses", {"number": "2000"})


def test_rows_without_any_facts_are_refused_or_hold() -> None:
    for name in (
        "groups",
        "questions",
        "subquestions",
        "answers",
        "question_attributes",
        "conditions",
        "surveys",
    ):
        outcome(document(table(name, [{}, {"qid": ""}, {"unknown": "x"}])))
    assert outcome(document(table("questions", [{}]))) == ""


@given(st.randoms(use_true_random=False), st.sampled_from(Age), st.integers(1, 30))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_files_with_bytes_changed_are_read_or_refused(chance: random.Random, age: Age, times: int) -> None:
    content = bytearray(SAMPLES[age])
    for _ in range(times):
        content[chance.randrange(len(content))] = chance.randrange(256)
    outcome(bytes(content))


@given(st.randoms(use_true_random=False), st.sampled_from(Age))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_files_with_rows_dropped_doubled_and_mixed_are_read_or_refused(
    chance: random.Random, age: Age
) -> None:
    pieces = SAMPLES[age].decode().split("<row>")
    rows = [part.split("</row>", 1) for part in pieces[1:]]
    changes: list[Callable[[], None]] = [
        lambda: _drop_field(chance, rows),
        lambda: _swap(chance, rows),
        lambda: _spoil(chance, rows),
    ]
    for _ in range(chance.randrange(1, 40)):
        chance.choice(changes)()
    written = "".join(
        f"<row>{facts}</row>" * chance.choice((0, 1, 1, 1, 1, 1, 2)) + after for facts, after in rows
    )
    outcome((pieces[0] + written).encode())


SAMPLES = {age: lss(every_kind(), age) for age in Age}
WORDS = [
    "",
    "0",
    "1",
    "-1",
    "Y",
    "100",
    "10",
    "9" * 40,
    "A1",
    "SQ001",
    "{known}",
    "<b>",
    "F",
    "M",
    ":",
    "1.5",
    "žš",
]


def _drop_field(chance: random.Random, rows: list[list[str]]) -> None:
    row = chance.choice(rows)
    facts = ("qid", "gid", "parent_qid", "title", "type", "language", "code", "aid")
    names = [name for name in facts if f"<{name}>" in row[0]]
    if names:
        name = chance.choice(names)
        start, end = row[0].index(f"<{name}>"), row[0].index(f"</{name}>")
        row[0] = row[0][:start] + row[0][end + len(name) + 3 :]


def _swap(chance: random.Random, rows: list[list[str]]) -> None:
    one, other = chance.choice(rows), chance.choice(rows)
    one[0], other[0] = other[0], one[0]


def _spoil(chance: random.Random, rows: list[list[str]]) -> None:
    row = chance.choice(rows)
    parts = row[0].split("<![CDATA[")
    if len(parts) > 1:
        place = chance.randrange(1, len(parts))
        after = parts[place].split("]]>", 1)[1]
        parts[place] = f"{chance.choice(WORDS)}]]>{after}"
        row[0] = "<![CDATA[".join(parts)
