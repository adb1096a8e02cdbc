"""Translations that the same text has elsewhere."""

from typing import Any

from forms import translation
from tests.forms.test_translation import rich
from tests.survey_app.conftest import questionnaire


def suggested(wanted: dict[str, Any], *documents: dict[str, Any], target: str = "en") -> dict[str, str]:
    places = [place for place in translation.places(wanted) if translation.is_missing(place, target)]
    return translation.suggestions(places, "cs", target, documents, translation.PHRASES)


def untranslated(text: str) -> dict[str, Any]:
    document = questionnaire()
    document["sections"][0]["items"][0]["texts"] = {"cs": text}
    return document


def translated(text: str, translation: str) -> dict[str, Any]:
    document = untranslated(text)
    document["sections"][0]["items"][0]["texts"]["en"] = translation
    return document


def test_the_same_text_is_offered_as_the_first_document_translates_it() -> None:
    newer, older = (
        translated("Byli jste tam?", "Were you there?"),
        translated("Byli jste tam?", "Been there?"),
    )
    assert suggested(untranslated(" Byli jste tam? "), newer, older) == {"item.used.texts": "Were you there?"}


def test_another_text_is_not() -> None:
    assert suggested(untranslated("Byli jste tu?"), translated("Byli jste tam?", "Were you there?")) == {}


def test_a_text_of_the_document_itself_and_a_phrase_are_offered() -> None:
    document = questionnaire()
    for option in document["sections"][0]["items"][0]["options"]:
        del option["labels"]["en"]
    document["scales"][0]["options"][0]["labels"] = {"cs": "Nikdy"}
    found = suggested(document, document)
    assert found["item.used.option.yes.labels"] == "yes"
    assert found["scale.grades.option.good.labels"] == "Never"


def test_what_is_too_long_for_its_place_is_not_offered() -> None:
    long = questionnaire(titles={"cs": "Byli jste tam?", "en": "Byli jste tam?"})
    long["thanks"] = {"cs": "Dotazník", "en": "x" * 600}
    assert suggested(questionnaire(titles={"cs": "Dotazník"}), long) == {}


def test_a_form_for_a_case_is_translated_by_forms_for_the_same_case_only() -> None:
    known = rich()
    option = known["sections"][0]["items"][0]["options"][0]
    option["cases"] = {"genitive": {"cs": "domov", "uk": "дому"}}
    option["labels"]["uk"] = "дім"
    wanted = rich()
    wanted["sections"][0]["items"][0]["options"][0]["cases"] = {"genitive": {"cs": "domov"}}
    found = suggested(wanted, known, target="uk")
    assert found["item.place.option.home.cases.genitive"] == "дому"
    assert found["item.place.option.home.labels"] == "дім"


def test_a_part_of_a_bank_is_read_as_a_document() -> None:
    known = rich()
    item, scale = known["sections"][0]["items"][0], known["scales"][0]
    keys = [
        place.key for place in translation.places(translation.as_document({"item": item, "scale": scale}))
    ]
    assert "item.place.texts" in keys
    assert "scale.grades.option.good.labels" in keys
    assert translation.places(translation.as_document({"scale": scale}))


def test_every_phrase_is_there_in_the_three_languages_and_stands_alone() -> None:
    originals = [phrase["cs"] for phrase in translation.PHRASES]
    assert all({"cs", "en", "uk"} <= phrase.keys() for phrase in translation.PHRASES)
    assert len(set(originals)) == len(originals)
