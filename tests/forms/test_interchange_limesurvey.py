"""LimeSurvey's surveys of three ages and of every type of question become questionnaires of ours."""

from pathlib import Path
from typing import Any

import pytest

from forms.definition import Questionnaire, dump, load
from forms.expressions import to_document
from forms.interchange import limesurvey, read
from forms.interchange.result import Imported
from forms.routing import visible_items
from tests.interchange.limesurvey.samples import every_kind
from tests.interchange.limesurvey.writing import Age, Group, Part, Question, Survey, lss, part

SAMPLES = Path(__file__).parent.parent / "interchange" / "limesurvey"
HELLO = {"cs": "Dobrý den", "en": "Hello"}


def one(question: Question, *more: Question, age: Age = Age.NEW, **facts: Any) -> Imported:
    """A survey with these questions in one group, read."""
    survey = Survey([Group({"cs": "Oddíl", "en": "Section"}, [question, *more])], **facts)
    return limesurvey.read(lss(survey, age))


def losses(imported: Imported) -> dict[str, str]:
    """Code of a loss → its place, when each occurs once."""
    return {loss.code: loss.where for loss in imported.losses}


def everything(age: Age = Age.NEW) -> Questionnaire:
    return load(limesurvey.read(lss(every_kind(), age)).document)


def condition(questionnaire: Questionnaire, item_code: str) -> Any:
    found = questionnaire.item(item_code).visible_if
    return found and to_document(found)


def test_new_and_middle_files_give_the_same_questionnaire() -> None:
    assert everything(Age.NEW) == everything(Age.MIDDLE)


def test_an_old_file_gives_the_same_items_without_relevance() -> None:
    old, new = everything(Age.OLD), everything(Age.NEW)
    assert [item.item_code for item in old.items] == [item.item_code for item in new.items]
    assert [item.texts for item in old.items] == [item.texts for item in new.items]


def test_the_document_is_as_we_write_it_ourselves() -> None:
    imported = read("survey.lss", lss(every_kind()))
    assert imported.format == "limesurvey"
    assert dump(load(imported.document)) == imported.document


def test_titles_introduction_thanks_and_languages_are_kept() -> None:
    found = everything()
    assert found.questionnaire_code == "zkouska-vseho"
    assert found.languages == ("cs", "en")
    assert found.titles == {"cs": "Zkouška všeho", "en": "A trial of everything"}
    assert found.introductions["cs"] == "Popis\n\nVítejte"
    assert found.thanks["en"] == "Thank you"
    assert [section.titles["en"] for section in found.sections] == ["Beginning", "Grids", "Writing"]


@pytest.mark.parametrize(
    ("item_code", "item_type"),
    [
        ("G10_description", "information"),
        ("known", "yes_no"),
        ("uses", "multiple_choice"),
        ("best", "single_choice"),
        ("menu", "single_choice"),
        ("why", "single_choice"),
        ("why_comment", "open_ended"),
        ("sex", "single_choice"),
        ("five", "rating"),
        ("notes", "multiple_choice"),
        ("notes_SQ001comment", "short_text"),
        ("order", "ranking"),
        ("arrayA", "rating_battery"),
        ("arrayB_R2", "rating"),
        ("arrayC", "rating_battery"),
        ("arrayE", "rating_battery"),
        ("arrayF_R1", "rating"),
        ("arrayH", "rating_battery"),
        ("dual_0", "rating_battery"),
        ("dual_R1_1", "rating"),
        ("grid_R1_C2", "number"),
        ("boxes_R2", "multiple_choice"),
        ("words_R1_C1", "short_text"),
        ("age", "number"),
        ("costs", "information"),
        ("costs_R1", "number"),
        ("short", "short_text"),
        ("long", "open_ended"),
        ("huge", "open_ended"),
        ("lines_R2", "short_text"),
        ("day", "date"),
        ("text", "information"),
    ],
)
def test_each_type_of_question_becomes_an_item(item_code: str, item_type: str) -> None:
    assert everything().item(item_code).type == item_type


def test_questions_that_we_have_not_are_lost_with_their_words() -> None:
    imported = limesurvey.read(lss(every_kind()))
    found = {(loss.where, loss.code): dict(loss.params) for loss in imported.losses}
    assert found["sum", "limesurvey_equation"] == {"expression": "{age * 2}"}
    assert found["file", "limesurvey_upload"] == {"text": "Nahrajte / Upload"}
    assert found["switch", "limesurvey_language_switch"] == {"text": "Jazyk / Language"}
    assert not {"sum", "file", "switch"} & everything().index.keys()


def test_a_multiple_choice_keeps_its_limits_and_its_write_in_option() -> None:
    uses = everything().item("uses")
    assert uses.max_choices == 2
    assert uses.randomise
    assert [option.code for option in uses.options if option.exclusive] == ["SQ003"]
    assert [option.labels["cs"] for option in uses.options if option.write_in] == ["Jiná služba"]
    assert uses.hints["en"] == "Tick all."
    assert uses.texts["en"] == "Which services?"


def test_other_without_words_of_its_own_gets_those_of_limesurvey() -> None:
    assert everything().item("best").options[-1].labels == {"cs": "Jiné", "en": "Other"}


def test_numbers_and_dates_keep_their_ranges_and_units() -> None:
    found = everything()
    age, day, cell = found.item("age"), found.item("day"), found.item("grid_R1_C1")
    assert (age.minimum, age.maximum, age.unit["cs"]) == (15, 110, "let")
    assert (day.minimum, day.maximum) == ("2020-01-01", "2030-12-31")
    assert (cell.minimum, cell.maximum) == (0, 10)


def test_arrays_with_equal_answers_share_a_scale() -> None:
    found = everything()
    assert found.item("arrayF").scale == found.item("arrayH").scale
    assert found.item("arrayA").scale == found.item("five").scale
    assert found.item("arrayA").scale != found.item("arrayB").scale


def test_both_headers_of_a_dual_scale_are_read() -> None:
    found = everything()
    assert found.item("dual_0").texts["cs"] == "Dvakrát\nTeď"
    assert found.item("dual_1").texts["cs"] == "Dvakrát"


def test_a_comment_is_asked_for_when_its_option_is_chosen() -> None:
    asked = [item.item_code for item in visible_items(everything(), {"notes": ["SQ002"]})]
    assert "notes_SQ002comment" in asked
    assert "notes_SQ001comment" not in asked


def test_mandatory_is_required_and_soft_mandatory_is_a_loss() -> None:
    firm = one(Question("Q1", "T", HELLO, row={"mandatory": "Y"}))
    soft = one(Question("Q1", "T", HELLO, row={"mandatory": "S"}))
    assert load(firm.document).item("Q1").required
    assert not load(soft.document).item("Q1").required
    assert losses(soft)["limesurvey_soft_mandatory"] == "Q1"


def test_the_layout_follows_the_format_of_the_survey() -> None:
    layouts = {
        name: load(one(Question("Q1", "T", HELLO), settings={"format": name}).document).layout.value
        for name in ("S", "G", "A", "I")
    }
    assert layouts == {"S": "item", "G": "section", "A": "page", "I": "section"}


def test_a_year_alone_is_a_year() -> None:
    found = one(Question("born", "D", HELLO, attributes={"date_format": "yyyy", "date_min": "1900"}))
    item = load(found.document).item("born")
    assert (item.type.value, item.minimum) == ("year", 1900)
    assert not losses(found)


def test_a_time_of_day_is_a_loss() -> None:
    found = one(Question("when", "D", HELLO, attributes={"date_format": "dd.mm.yyyy HH:MM"}))
    assert losses(found) == {"limesurvey_date_format": "when"}


def test_a_text_for_digits_only_is_a_number() -> None:
    found = one(Question("floor", "S", HELLO, attributes={"numbers_only": "1"}))
    assert load(found.document).item("floor").type.value == "number"


def test_native_ranking_reads_subquestions() -> None:
    found = load(one(Question("R1", "R", HELLO, subquestions=[part("SQ01"), part("SQ02")])).document)
    assert [option.code for option in found.item("R1").options] == ["SQ01", "SQ02"]


def test_an_array_of_one_answer_becomes_single_choices() -> None:
    found = one(Question("F1", "F", HELLO, answers=[part("A1")], subquestions=[part("R1"), part("R2")]))
    items = [(item.item_code, item.type.value) for item in load(found.document).items]
    assert items == [("F1", "information"), ("F1_R1", "single_choice"), ("F1_R2", "single_choice")]
    assert losses(found) == {"limesurvey_no_battery": "F1"}


def test_more_scales_than_there_is_room_for_become_single_choices() -> None:
    questions = [
        Question(f"F{n}", "F", HELLO, answers=[part("A1", f"a{n}"), part("A2")], subquestions=[part("R1")])
        for n in range(52)
    ]
    found = load(one(*questions).document)
    assert len(found.scales) == 50
    assert found.item("F51_R1").type.value == "single_choice"


def test_a_battery_of_many_rows_is_split() -> None:
    rows = [part(f"R{n}") for n in range(120)]
    found = load(
        one(Question("F1", "F", HELLO, answers=[part("A1"), part("A2")], subquestions=rows)).document
    )
    assert [len(item.rows) for item in found.sections[0].items] == [50, 50, 20]
    assert found.item("F1_R119").type.value == "rating"


def test_languages_are_named_in_our_way() -> None:
    codes = ("de-informal", "pt-BR", "zh-Hans", "zh-Hant-HK", "sr-Latn", "de", "de-easy", "cs")
    texts = {code: f"text {code}" for code in codes}
    survey = Survey(
        [Group(texts, [Question("Q1", "T", texts)])],
        languages=codes,
        texts={"surveyls_title": texts},
    )
    found = load(limesurvey.read(lss(survey)).document)
    assert found.languages == ("de-informal", "pt-BR", "zh-Hans", "zh-HK", "sr-Latn", "de", "cs")
    assert found.variants == ("de-easy",)
    assert found.item("Q1").texts["zh-HK"] == "text zh-Hant-HK"
    assert found.item("Q1").texts["de-easy"] == "text de-easy"
    assert len(found.item("Q1").texts) == len(codes)


def test_informal_german_alone_is_german() -> None:
    texts = {"de-informal": "Hallo"}
    survey = Survey(
        [Group(texts, [Question("Q1", "T", texts)])], ("de-informal",), texts={"surveyls_title": texts}
    )
    found = limesurvey.read(lss(survey))
    assert load(found.document).languages == ("de",)
    assert losses(found)["limesurvey_language_renamed"] == "LimeSurvey"


def test_an_easy_variant_without_its_language_becomes_the_language() -> None:
    texts = {"de-easy": "Hallo"}
    survey = Survey(
        [Group(texts, [Question("Q1", "T", texts)])], ("de-easy",), texts={"surveyls_title": texts}
    )
    found = load(limesurvey.read(lss(survey)).document)
    assert (found.languages, found.variants) == (("de",), ())


def test_seventeen_languages_are_read() -> None:
    codes = (
        "cs",
        "en",
        "uk",
        "de",
        "pl",
        "sk",
        "hu",
        "vi",
        "ar",
        "fr",
        "es",
        "it",
        "pt",
        "ru",
        "ro",
        "bg",
        "el",
    )
    texts = {code: f"{code}: žluťoučký 日本 العربية" for code in codes}
    survey = Survey([Group(texts, [Question("Q1", "Y", texts)])], codes, texts={"surveyls_title": texts})
    for age in Age:
        found = load(limesurvey.read(lss(survey, age)).document)
        assert found.languages == codes
        assert found.item("Q1").texts == texts


def test_a_text_in_a_language_that_is_not_offered_is_a_loss() -> None:
    found = one(Question("Q1", "T", {"cs": "Ano", "en": "Yes", "fr": "Oui"}), languages=("cs", "en"))
    assert load(found.document).item("Q1").texts == {"cs": "Ano", "en": "Yes"}


def test_codes_that_cannot_be_used_are_replaced_and_said() -> None:
    found = one(Question("1-a", "T", HELLO), Question("Q", "T", HELLO), Question("Q", "T", HELLO))
    codes = [item.item_code for item in load(found.document).items]
    assert len(set(codes)) == 3
    assert "Q" in codes
    renamed = {loss.params["wanted"]: loss.params["given"] for loss in found.losses}
    assert set(renamed) == {"1-a", "Q"}
    assert set(renamed.values()) < set(codes)


def test_a_question_without_a_text_is_known_by_its_code() -> None:
    found = one(Question("Q1", "T", {}))
    assert load(found.document).item("Q1").texts == {"cs": "Q1"}
    assert losses(found) == {"limesurvey_without_text": "Q1"}


def test_a_text_that_is_too_long_is_cut_and_kept_in_the_loss() -> None:
    found = one(Question("Q1", "T", {"cs": "Ano " * 1000, "en": "Yes"}))
    text = load(found.document).item("Q1").texts["cs"]
    assert len(text) <= 2000
    assert text.endswith("…")
    assert losses(found) == {"limesurvey_shortened": "Q1"}


def test_texts_of_groups_without_questions_are_said_to_be_lost() -> None:
    survey = Survey([Group(HELLO, [Question("Q1", "T", HELLO)]), Group({"cs": "Prázdná", "en": "Empty"}, [])])
    found = limesurvey.read(lss(survey))
    assert losses(found) == {"limesurvey_empty_group": "Prázdná"}


def test_a_condition_of_a_row_that_is_an_item_is_kept() -> None:
    rows = [part("R1"), Part("R2", HELLO, relevance='Q1 == "Y"')]
    found = load(one(Question("Q1", "Y", HELLO), Question("Q2", "Q", HELLO, subquestions=rows)).document)
    assert condition(found, "Q2_R2") == {"op": "in", "item": "Q1", "options": ["yes"]}
    assert condition(found, "Q2_R1") is None


def test_the_sample_files_of_two_ages_say_the_same() -> None:
    old, new = (read(name, (SAMPLES / name).read_bytes()) for name in ("library_145.lss", "library_703.lss"))
    assert old.document == new.document
    assert old.losses == new.losses
    found = load(new.document)
    assert found.questionnaire_code == "pruzkum-o-knihovne"
    assert found.languages == ("cs", "en", "uk")
    assert found.item("why").texts["uk"] == "Чому ви приходите {{visits}}?"
    assert condition(found, "why") == {"op": "in", "item": "visits", "options": ["A1"]}
    assert condition(found, "agree") == {
        "op": "not",
        "of": {"op": "in", "item": "visits", "options": ["A3"]},
    }
    assert losses(new) == {
        "limesurvey_quota": "quota",
        "limesurvey_attribute": "age",
        "limesurvey_upload": "photo",
        "limesurvey_people": "adminemail",
        "limesurvey_emails": "cs, en, uk",
        "limesurvey_lost_formatting": "O vás",
        "limesurvey_without_scores": "agree",
    }
