"""Whatever LimeSurvey has that we have not is listed, each in a sentence of three languages."""

import re
from pathlib import Path
from typing import Any

import pytest

from forms.interchange import limesurvey
from forms.interchange.result import Loss
from forms.interchange.sentences import said_loss
from forms.interchange.sentences.limesurvey import SENTENCES
from tests.interchange.limesurvey.writing import Age, Group, Question, Survey, document, lss, part, table

TEXT = {"cs": "Otázka", "en": "Question"}
SOURCES = Path(limesurvey.__file__).parent


def lost(question: Question | None = None, survey: Survey | None = None) -> list[Loss]:
    survey = survey or Survey([Group(TEXT, [question or Question("Q1", "T", TEXT)])])
    return list(limesurvey.read(lss(survey)).losses)


def places(losses: list[Loss]) -> dict[str, str]:
    return {loss.code: loss.where for loss in losses}


@pytest.mark.parametrize("language", ["cs", "en", "uk"])
def test_every_loss_has_a_sentence(language: str) -> None:
    for code, texts in SENTENCES.items():
        params = {name: "X" for text in texts.values() for name in re.findall(r"\{(\w+)\}", text)}
        said = said_loss(Loss("Q1", code, params), language)
        assert said
        assert "{" not in said
        assert said == texts[language].format_map(params)


def test_no_code_is_without_a_sentence() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py"))
    assert set(re.findall(r'"(limesurvey_[a-z_]+)"', source)) <= SENTENCES.keys()


def test_a_question_with_usual_attributes_loses_nothing() -> None:
    usual = {
        "hidden": "0", "statistics_showgraph": "1", "time_limit_action": "1", "hide_tip": "0", "cssclass": "",
        "array_filter": "", "page_break": "0", "display_columns": "", "save_as_default": "N",
        "location_mapservice": "0", "location_mapzoom": "11", "slider_layout": "0", "slider_default": "5",
        "assessment_value": "1", "other_position": "default", "time_limit": "",
    }  # fmt: skip
    assert lost(Question("Q1", "T", TEXT, attributes=dict(usual))) == []


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("hidden", "1", "limesurvey_hidden"),
        ("array_filter", "Q0", "limesurvey_filter"),
        ("array_filter_exclude", "Q0", "limesurvey_filter"),
        ("random_group", "A", "limesurvey_random_group"),
        ("em_validation_q", "strlen(this) > 3", "limesurvey_attribute"),
        ("em_validation_sq", "this > 3", "limesurvey_attribute"),
        ("time_limit", "60", "limesurvey_attribute"),
        ("location_mapservice", "1", "limesurvey_attribute"),
        ("placeholder", "napište", "limesurvey_attribute"),
        ("num_value_int_only", "1", "limesurvey_attribute"),
        ("brand_new_attribute", "17", "limesurvey_attribute"),
        ("cssclass", "red", "limesurvey_appearance"),
        ("display_rows", "4", "limesurvey_appearance"),
    ],
)
def test_an_attribute_that_we_have_not_is_a_loss(name: str, value: str, code: str) -> None:
    assert places(lost(Question("Q1", "T", TEXT, attributes={name: value}))) == {code: "Q1"}


def test_a_limit_that_is_computed_is_a_loss() -> None:
    found = lost(
        Question("Q1", "N", TEXT, attributes={"min_num_value_n": "{Q0 + 1}", "max_num_value_n": "9"})
    )
    assert [dict(loss.params) for loss in found] == [{"attribute": "min_num_value_n", "value": "{Q0 + 1}"}]


def test_looks_are_said_once_for_all_questions() -> None:
    questions = [Question(f"Q{n}", "T", TEXT, attributes={"cssclass": "red"}) for n in range(20)]
    (found,) = lost(survey=Survey([Group(TEXT, questions)]))
    assert found.where.startswith("Q0, Q1, ")
    assert found.where.endswith("(20)")


def test_the_meaning_of_each_item_is_said_for_itself() -> None:
    questions = [Question(f"Q{n}", "T", TEXT, attributes={"hidden": "1"}) for n in range(20)]
    assert len(lost(survey=Survey([Group(TEXT, questions)]))) == 20


def test_points_of_answers_are_a_loss() -> None:
    answers = [part("A1"), part("A2")]
    answers[0].assessment = "5"
    assert places(lost(Question("Q1", "L", TEXT, answers=answers))) == {"limesurvey_scores": "Q1"}


def test_points_that_are_the_same_for_every_answer_are_no_loss() -> None:
    answers = [part("A1"), part("A2")]
    for answer in answers:
        answer.assessment = "1"
    assert lost(Question("Q1", "L", TEXT, answers=answers)) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("table_of_tomorrow", "limesurvey_table"),
    ],
)
def test_a_table_that_we_have_not_is_a_loss(name: str, code: str) -> None:
    survey = Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], tables={name: [{"a": "1"}, {"a": "2"}]})
    (found,) = lost(survey=survey)
    assert (found.where, found.code, found.params["number"]) == (name, code, "2")


@pytest.mark.parametrize(
    ("name", "code", "where"),
    [
        ("assessments", "limesurvey_assessment", "LimeSurvey"),
        ("survey_url_parameters", "limesurvey_url_parameter", "survey_url_parameters"),
        ("plugin_settings", "limesurvey_plugins", "plugin_settings"),
        ("quota_members", "limesurvey_quota_member", "quota_members"),
        ("quota", "limesurvey_quota", "quota"),
    ],
)
def test_a_rule_is_a_loss_whatever_is_missing_from_its_row(name: str, code: str, where: str) -> None:
    survey = Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], tables={name: [{"a": "1"}]})
    (found,) = lost(survey=survey)
    assert (found.where, found.code) == (where, code)
    assert said_loss(found, "cs")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("adminemail", "a@example.org", "limesurvey_people"),
        ("usetokens", "Y", "limesurvey_participants"),
        ("ipaddr", "Y", "limesurvey_never_kept"),
        ("expires", "2026-11-30 00:00:00", "limesurvey_dates"),
        ("printanswers", "Y", "limesurvey_setting"),
        ("setting_of_tomorrow", "Y", "limesurvey_settings"),
    ],
)
def test_a_setting_that_we_have_not_is_a_loss(name: str, value: str, code: str) -> None:
    survey = Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], settings={name: value})
    assert places(lost(survey=survey)) == {code: name}


def test_settings_that_mean_nothing_here_are_no_losses() -> None:
    settings = {
        "showprogress": "Y",
        "template": "fruity",
        "ipaddr": "N",
        "usetokens": "I",
        "tokenlength": "15",
    }
    assert lost(survey=Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], settings=settings)) == []


def test_personal_data_of_administrators_is_in_no_loss() -> None:
    settings = {"adminemail": "tajemnik@example.org", "bounceaccountpass": "hunter2"}
    found = lost(survey=Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], settings=settings))
    assert "tajemnik" not in repr(found)
    assert "hunter2" not in repr(found)


def test_texts_of_emails_and_policies_are_losses() -> None:
    texts = {
        "surveyls_title": TEXT,
        "surveyls_email_invite": {"cs": "Zveme vás"},
        "surveyls_policy_notice": {"cs": "Údaje neukládáme."},
        "surveyls_url": {"en": "https://mesto.example"},
    }
    found = places(lost(survey=Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], texts=texts)))
    assert found == {
        "limesurvey_emails": "cs",
        "limesurvey_policy": "surveyls_policy_notice (cs)",
        "limesurvey_end_url": "surveyls_url (en)",
    }


def test_a_pattern_a_script_and_a_picture_are_losses() -> None:
    question = Question("Q1", "S", {"cs": "<img src=a>Kolik?<script>1</script>"}, row={"preg": "/^[0-9]+$/"})
    assert places(lost(question)) == {
        "limesurvey_pattern": "Q1", "limesurvey_lost_picture": "Q1", "limesurvey_lost_script": "Q1",
    }  # fmt: skip


def test_what_belongs_nowhere_is_said() -> None:
    rows = {
        "groups": [{"gid": "1", "group_name": "G", "language": "cs", "group_order": "0"}],
        "questions": [
            {"qid": "1", "gid": "1", "type": "T", "title": "Q1", "question": "a", "language": "cs"},
            {"qid": "1", "gid": "1", "type": "T", "title": "Q2", "question": "b", "language": "cs"},
            {"qid": "3", "gid": "99", "type": "T", "title": "Q3", "question": "c", "language": "cs"},
        ],
        "subquestions": [
            {"qid": "4", "parent_qid": "77", "title": "S1", "question": "d", "language": "cs"},
            {"qid": "5", "parent_qid": "6", "title": "S2", "question": "e", "language": "cs"},
            {"qid": "6", "parent_qid": "5", "title": "S3", "question": "f", "language": "cs"},
        ],
        "answers": [{"qid": "88", "code": "A", "answer": "g", "language": "cs"}],
        "question_attributes": [{"qid": "88", "attribute": "hidden", "value": "1"}],
        "surveys": [{"sid": "1", "language": "cs"}],
        "surveys_languagesettings": [{"surveyls_language": "cs", "surveyls_title": "T"}],
    }
    found = limesurvey.read(document("".join(table(name, part) for name, part in rows.items())))
    assert [(loss.where, loss.code) for loss in found.losses] == [
        ("Q2", "limesurvey_repeated_number"),
        ("answers", "limesurvey_orphan_answers"),
        ("question_attributes", "limesurvey_orphan_attributes"),
        ("S1", "limesurvey_orphan_subquestion"),
        ("S2", "limesurvey_orphan_subquestion"),
        ("S3", "limesurvey_orphan_subquestion"),
        ("Q3", "limesurvey_orphan_question"),
    ]
    assert [section["items"][0]["item_code"] for section in found.document["sections"]] == ["Q1", "Q3"]


def test_losses_of_the_oldest_files_are_those_of_the_newest() -> None:
    question = Question("Q1", "T", TEXT, attributes={"hidden": "1"})
    survey = Survey([Group(TEXT, [question])])
    for age in Age:
        assert limesurvey.read(lss(survey, age)).losses == (Loss("Q1", "limesurvey_hidden"),)


def told(questions: list[Question], settings: dict[str, str] | None = None, **tables: Any) -> list[Any]:
    survey = Survey([Group(TEXT, questions)], tables=tables, settings=settings or {})
    return [(loss.where, loss.code, dict(loss.params)) for loss in lost(survey=survey)]


def test_quotas_are_told_with_the_answers_that_they_count() -> None:
    questions = [
        Question("Q1", "G", TEXT),
        Question("Q2", "L", TEXT, answers=[part("A1", "<p>Doma</p>"), part("A2")]),
        Question("Q3", "M", TEXT, subquestions=[part("SQ001", "Jídelna")]),
    ]
    found = told(
        questions,
        quota=[{"id": "1", "name": "Ženy", "qlimit": "10"}, {"id": "2", "name": "Doma", "qlimit": "20"}],
        quota_members=[
            {"id": "1", "qid": "100", "quota_id": "1", "code": "F"},
            {"id": "2", "qid": "101", "quota_id": "2", "code": "A1"},
            {"id": "3", "qid": "104", "quota_id": "2", "code": "SQ001"},
        ],
        quota_languagesettings=[
            {"quotals_language": "cs", "quotals_message": "Dost.", "quotals_url": "https://mesto.example"}
        ],
    )
    assert found == [
        ("quota", "limesurvey_quota", {"name": "Ženy", "limit": "10"}),
        ("quota", "limesurvey_quota", {"name": "Doma", "limit": "20"}),
        ("Q1", "limesurvey_quota_member", {"name": "Ženy", "answer": "F"}),
        ("Q2", "limesurvey_quota_member", {"name": "Doma", "answer": "A1 – Doma"}),
        ("Q3", "limesurvey_quota_member", {"name": "Doma", "answer": "SQ001 – Jídelna"}),
        ("quota (cs)", "limesurvey_quota_message", {"text": "Dost."}),
        ("quota (cs)", "limesurvey_quota_message", {"text": "https://mesto.example"}),
    ]


def test_default_answers_of_old_and_new_files_are_told_with_what_they_are() -> None:
    questions = [Question("Q1", "M", TEXT, subquestions=[part("SQ001")]), Question("Q2", "T", TEXT)]
    old = [
        {"qid": "100", "sqid": "101", "language": "cs", "defaultvalue": "Y"},
        {"qid": "102", "sqid": "0", "language": "cs", "defaultvalue": "dům"},
        {"qid": "102", "sqid": "0", "language": "en", "defaultvalue": "house"},
        {"qid": "102", "sqid": "0", "language": "uk", "defaultvalue": ""},
    ]
    new = [{"dvid": "1", "qid": "100", "sqid": "101"}, {"dvid": "2", "qid": "102", "sqid": "0"}]
    texts = [
        {"dvid": "1", "language": "cs", "defaultvalue": "Y"},
        {"dvid": "2", "language": "cs", "defaultvalue": "dům"},
        {"dvid": "2", "language": "en", "defaultvalue": "house"},
    ]
    expected = [
        ("Q1 / SQ001", "limesurvey_defaults", {"text": "Y"}),
        ("Q2", "limesurvey_defaults", {"text": "dům / house"}),
    ]
    assert told(questions, defaultvalues=old) == expected
    assert told(questions, defaultvalues=new, defaultvalue_l10ns=texts) == expected


def test_assessments_values_in_the_address_and_plugins_are_told_one_by_one() -> None:
    row = {"gid": "10", "minimum": "0", "maximum": "5", "message": "<p>Málo.</p>", "language": "cs"}
    found = told(
        [Question("Q1", "T", TEXT)],
        assessments=[{**row, "scope": "T", "name": "Celek"}, {**row, "scope": "G", "name": "Oddíl"}],
        survey_url_parameters=[{"parameter": "zdroj", "targetqid": "100"}, {"parameter": "jiný"}],
        plugin_settings=[{"name": "Mail", "key": "heslo", "value": "hunter2"}],
    )
    assert found == [
        ("Mail / heslo", "limesurvey_plugins", {}),
        ("LimeSurvey (cs)", "limesurvey_assessment",
         {"name": "Celek", "minimum": "0", "maximum": "5", "text": "Málo."}),
        ("Otázka (cs)", "limesurvey_assessment",
         {"name": "Oddíl", "minimum": "0", "maximum": "5", "text": "Málo."}),
        ("Q1", "limesurvey_url_parameter", {"name": "zdroj"}),
        ("survey_url_parameters", "limesurvey_url_parameter", {"name": "jiný"}),
    ]  # fmt: skip


def test_what_belongs_to_a_policy_or_to_the_end_is_told_with_it() -> None:
    texts = {
        "surveyls_title": TEXT,
        "surveyls_url": {"cs": "https://mesto.example"},
        "surveyls_urldescription": {"cs": "Stránky města", "en": "Never shown"},
        "surveyls_policy_notice_label": {"cs": "Nikdy neukázáno"},
        "surveyls_alias": {"cs": "nase-mesto"},
    }
    found = lost(survey=Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], texts=texts))
    assert [(loss.where, loss.code, loss.params["text"]) for loss in found] == [
        ("surveyls_url (cs)", "limesurvey_end_url", "https://mesto.example"),
        ("surveyls_urldescription (cs)", "limesurvey_end_url", "Stránky města"),
        ("surveyls_alias (cs)", "limesurvey_address", "nase-mesto"),
    ]


def test_texts_that_were_not_shown_and_are_shown_here_are_told() -> None:
    texts = {"surveyls_title": TEXT, "surveyls_welcometext": {"cs": "Vítejte"}}
    settings = {"showwelcome": "N", "showgroupinfo": "X"}
    found = lost(survey=Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], texts=texts, settings=settings))
    assert [(loss.where, loss.code) for loss in found] == [
        ("surveyls_welcometext (cs)", "limesurvey_shown_welcome"),
        ("showgroupinfo", "limesurvey_shown_groups"),
    ]


@pytest.mark.parametrize("name", ["answer_order", "subquestion_order"])
def test_an_order_that_is_neither_written_nor_random_is_a_loss(name: str) -> None:
    answers = [part("A1"), part("A2")]
    question = Question("Q1", "L", TEXT, answers=answers, attributes={name: "alphabetical"})
    assert places(lost(question)) == {"limesurvey_attribute": "Q1"}
    question.attributes = {name: "random"}
    assert lost(question) == []


def test_conditions_of_columns_and_of_ranked_options_are_losses() -> None:
    condition = "Q0 == 1"
    ranking = Question("R1", "R", TEXT, subquestions=[part("S1"), part("S2", relevance=condition)])
    sides = [part("R1"), part("C1", scale=1, relevance=condition)]
    grid = Question("G1", ":", TEXT, subquestions=sides, attributes={"multiflexible_checkbox": "1"})
    found = [(loss.where, loss.code) for loss in lost(survey=Survey([Group(TEXT, [ranking, grid])]))]
    assert found == [("R1 / S2", "limesurvey_row_relevance"), ("G1 / C1", "limesurvey_row_relevance")]


def test_all_words_of_a_question_that_is_lost_are_said() -> None:
    upload = Question("F1", "|", {"en": "Your plan"}, helps={"en": "As a PDF"})
    equation = Question("E1", "*", {"en": "Your index"}, attributes={"equation": "{age * 2}"})
    survey = Survey([Group(TEXT, [Question("age", "N", TEXT), upload, equation])], languages=("en",))
    found = [(loss.where, *loss.params.values()) for loss in lost(survey=survey)]
    assert found == [("F1", "Your plan – As a PDF"), ("E1", "{age * 2} – Your index")]


def test_options_that_are_pictures_are_known_by_their_codes() -> None:
    pictures = [part("A1", "/assets/images/lime1.png"), part("A2", "/assets/images/lime2.png")]
    look = {"question_theme_name": "image_select-listradio"}
    question = Question("Q1", "L", TEXT, answers=pictures, row=look)
    imported = limesurvey.read(lss(Survey([Group(TEXT, [question])])))
    options = imported.document["sections"][0]["items"][0]["options"]
    assert [option["labels"]["cs"] for option in options] == ["A1", "A2"]
    assert [(loss.where, loss.code) for loss in imported.losses] == [
        ("Q1 / A1", "limesurvey_picture_option"),
        ("Q1 / A2", "limesurvey_picture_option"),
        ("Q1", "limesurvey_question_theme"),
    ]


def test_settings_are_known_however_old_versions_write_them() -> None:
    survey = Survey([Group(TEXT, [Question("Q1", "T", TEXT)])], settings={"googleAnalyticsAPIKey": "UA-1"})
    assert places(lost(survey=survey)) == {"limesurvey_people": "googleanalyticsapikey"}
