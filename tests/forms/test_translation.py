"""Texts of a document one by one, and the table in which translators work on them."""

import copy
import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms import definition, translation
from forms.translation import UnreadableTableError, UnusableTextError
from tests.survey_app.conftest import annual, questionnaire


def keys(document: dict[str, Any]) -> list[str]:
    return [place.key for place in translation.places(document)]


def rich() -> dict[str, Any]:
    """A document with every kind of text."""
    picture = {"digest": "a" * 64, "alternatives": {"cs": "dům"}}
    option = {
        "code": "home",
        "labels": {"cs": "domov", "en": "home"},
        "cases": {"genitive": {"cs": "domova"}},
        "picture": picture,
    }
    choice = {
        "item_code": "place",
        "type": "single_choice",
        "texts": {"cs": "Kde bydlíte?"},
        "hints": {"cs": "Vyberte jedno."},
        "visible_if_texts": {"cs": "Když chcete."},
        "interviewer_notes": {"cs": "Přečtěte pomalu."},
        "picture": picture,
        "options": [option],
    }
    battery = {
        "item_code": "block",
        "type": "rating_battery",
        "scale": "grades",
        "texts": {"cs": "Jak hodnotíte"},
        "rows": [{"item_code": "row_a", "texts": {"cs": "ochotu"}}],
    }
    amount = {"item_code": "amount", "type": "number", "texts": {"cs": "Kolik?"}, "unit": {"cs": "Kč"}}
    document = questionnaire(sections=[])
    section = {"section_code": "one", "titles": {"cs": "Oddíl"}, "items": [choice, battery, amount]}
    document["scales"][0]["easy_options"] = document["scales"][0]["options"][:2]
    return {**document, "sections": [section]}


def test_every_text_of_a_document_has_a_place() -> None:
    assert {
        "questionnaire.titles",
        "section.one.titles",
        "item.place.hints",
        "item.place.visible_if_texts",
        "item.place.interviewer_notes",
        "item.place.alternatives",
        "item.place.option.home.labels",
        "item.place.option.home.cases.genitive",
        "item.place.option.home.alternatives",
        "item.block.row.row_a.texts",
        "item.amount.unit",
        "scale.grades.option.good.labels",
        "scale.grades.easy.good.labels",
    } <= set(keys(rich()))


def test_no_text_of_a_document_is_left_out() -> None:
    def texts(value: Any) -> int:
        if isinstance(value, dict):
            own = int(any(isinstance(value.get(tag), str) for tag in ("cs", "cs-easy")))
            return own + sum(texts(part) for part in value.values())
        return sum(map(texts, value)) if isinstance(value, list) else 0

    for document in (rich(), annual()):
        assert len(translation.places(document)) == texts(document)


def test_places_of_things_with_one_code_are_told_apart() -> None:
    document = rich()
    document["sections"].append(copy.deepcopy(document["sections"][0]))
    assert len(set(keys(document))) == len(keys(document))


def test_a_translation_finds_its_place_after_the_items_were_moved() -> None:
    document = rich()
    document["sections"][0]["items"].reverse()
    changed = translation.with_texts(document, "en", {"item.place.texts": "Where do you live?\r\n"})
    assert changed["sections"][0]["items"][2]["texts"]["en"] == "Where do you live?"
    assert "en" not in document["sections"][0]["items"][2]["texts"]
    definition.load(changed)


def test_an_empty_translation_takes_the_text_away_and_never_the_last_that_is_needed() -> None:
    document = rich()
    changed = translation.with_texts(document, "cs", {"item.place.hints": " "})
    assert "hints" not in changed["sections"][0]["items"][0]
    with pytest.raises(UnusableTextError) as refusal:
        translation.with_texts(document, "cs", {"item.place.texts": ""})
    assert refusal.value.reason == "last"


@pytest.mark.parametrize(("text", "reason"), [("x" * 101, "too_long"), ("a\0b", "unstorable")])
def test_a_text_that_cannot_be_stored_is_refused(text: str, reason: str) -> None:
    with pytest.raises(UnusableTextError) as refusal:
        translation.with_texts(rich(), "en", {"item.amount.unit": text})
    assert refusal.value.reason == reason


def test_what_is_missing_is_counted_for_each_language() -> None:
    document = annual()
    assert translation.progress(document, "en").missing == 0
    document["sections"][0]["items"][0]["texts"].pop("en")
    assert translation.progress(document, "en").missing == 1
    english = translation.progress(rich(), "en")
    assert (
        english.translated + english.missing == english.total == len(keys(rich())) - 1
    )  # English has no cases


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)


@given(original=texts, translated=texts)
def test_a_table_that_goes_out_and_comes_back_says_the_same(original: str, translated: str) -> None:
    document = questionnaire(titles={"cs": original, "en": translated})
    places = translation.places(document)
    table = translation.read_table(translation.write_table(places, "cs", "en"), places, "cs", "en")
    assert table.outdated == []
    if translated.strip():
        assert table.said["questionnaire.titles"] == translated


def test_no_cell_of_a_table_is_a_formula() -> None:
    document = questionnaire(titles={"cs": "=1+1", "en": "'@SUM(A1)"})
    written = translation.write_table(translation.places(document), "cs", "en").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(written), delimiter=";"):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_row_whose_original_has_changed_is_left_out() -> None:
    document = questionnaire()
    table = translation.write_table(translation.places(document), "cs", "en")
    document["titles"]["cs"] = "Nový název"
    read = translation.read_table(table, translation.places(document), "cs", "en")
    assert list(read.outdated) == ["questionnaire.titles"]
    assert "questionnaire.titles" not in read.said


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_a_table_may_come_back_with_other_delimiters_and_columns(delimiter: str) -> None:
    file = io.StringIO()
    rows = [["nr", "en", "cs", "key"], ["1", "Tiny", "Maličký dotazník", "questionnaire.titles"], ["2"]]
    csv.writer(file, delimiter=delimiter).writerows(rows)
    read = translation.read_table(file.getvalue().encode(), translation.places(questionnaire()), "cs", "en")
    assert read.said == {"questionnaire.titles": "Tiny"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_key"),
        (b"\xff\xfe\x00", "not_utf8"),
        ("žluťoučký".encode("cp1250"), "not_utf8"),
        (b"key;cs;uk\n", "no_language"),
        (b'key;cs;en\n"' + b"x" * 200_000 + b'";a;b\n', "not_a_table"),
        (b"k" * (translation.table.MAXIMUM_BYTES + 1), "too_large"),
        (b"PK\x03\x04\x00\x00", "no_key"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTableError) as refusal:
        translation.read_table(content, translation.places(questionnaire()), "cs", "en")
    assert refusal.value.reason == reason
