"""The annual questionnaire that ships with the invented town."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

import survey_app
from forms import routing
from forms.build import answers_from, form_class
from forms.checks.structure import findings
from forms.definition import Layout, Questionnaire, load, materialise

JAVOROV = Path(survey_app.__file__).parent / "content" / "javorov"
TAGS = ("cs", "en", "uk", "cs-easy")


def rows(name: str) -> list[dict[str, str]]:
    """A file of the content pack."""
    with (JAVOROV / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def options(name: str, *attributes: str) -> list[dict[str, Any]]:
    """A catalogue as the source of options."""
    return [
        {
            "code": row.get("code") or row["id"],
            "labels": {
                key.removeprefix("name_"): text for key, text in row.items() if key.startswith("name_")
            },
            "attributes": {attribute: row[attribute].split(";") for attribute in attributes},
        }
        for row in rows(name)
    ]


@pytest.fixture(scope="module", params=[2025, 2026])
def annual(request: pytest.FixtureRequest) -> Questionnaire:
    """The questionnaire as it is published."""
    document = json.loads((JAVOROV / f"annual-{request.param}.json").read_text(encoding="utf-8"))
    sources = {
        "services": options("services", "forms", "target_groups"),
        "target_groups": options("target_groups"),
        "territories": options("territories"),
    }
    return load(materialise(document, sources))


def asked(questionnaire: Questionnaire, **answers: Any) -> str:
    """The items that these answers lead to."""
    return " ".join(item.item_code for item in routing.visible_items(questionnaire, answers))


def test_it_can_be_published(annual: Questionnaire) -> None:
    assert findings(annual) == []


def test_users_rate_the_service_they_know(annual: Questionnaire) -> None:
    path = "q01 q02 q03 q04 q05 q06 {}q08 q09 q10 q12 q13 q14 q15 q16 q17"
    assert asked(annual, q02="yes", q03="S02") == path.format("q07a ")  # residential
    assert asked(annual, q02="yes", q03="S01") == path.format("q07b ")  # comes to people's homes
    assert asked(annual, q02="yes", q03="S03") == path.format("q07a ")  # both
    assert asked(annual, q02="yes", q03="other") == path.format("")
    assert asked(annual, q02="yes") == path.format("")


def test_nobody_is_asked_more_than_seventeen_questions(annual: Questionnaire) -> None:
    for service in annual.options["q03"]:
        asked_items = routing.visible_items(annual, {"q02": "yes", "q03": service, "q10": ["respite"]})
        assert len(asked_items) <= 17


def test_those_who_went_without_are_asked_what_was_missing(annual: Questionnaire) -> None:
    assert asked(annual, q02="needed", q10=["respite"]) == "q01 q02 q10 q11 q12 q13 q14 q15 q16 q17"
    assert asked(annual, q02="needed", q10=["none"]) == "q01 q02 q10 q12 q13 q14 q15 q16 q17"
    assert asked(annual, q02="needed") == "q01 q02 q10 q12 q13 q14 q15 q16 q17"


@pytest.mark.parametrize("answer", ["no", "dk"])
def test_others_go_on_to_the_future(annual: Questionnaire, answer: str) -> None:
    assert asked(annual, q02=answer, q03="S01", q10=["respite"]) == "q01 q02 q12 q13 q14 q15 q16 q17"


def test_every_text_is_there_in_every_language_and_in_easy_czech(annual: Questionnaire) -> None:
    for texts in [annual.titles, annual.introductions, annual.thanks, *(s.titles for s in annual.sections)]:
        assert all(texts.get(tag) for tag in TAGS)
    for item in annual.items:
        assert all(item.texts.get(tag) for tag in TAGS), item.item_code
        assert all(texts.get(tag) for texts in (item.hints, item.visible_if_texts) if texts for tag in TAGS)
        own_names = item.source in ("services", "territories")  # names of places stay as they are
        for option in annual.options_for(item, "cs-easy"):
            assert option.labels.get("cs-easy") or own_names, f"{item.item_code} {option.code}"


def test_the_scale_says_which_end_is_good(annual: Questionnaire) -> None:
    scores = {option.code: option.score for option in annual.options["q09"].values()}
    assert scores == {
        "very_good": 100,
        "rather_good": 75,
        "neither": 50,
        "rather_bad": 25,
        "very_bad": 0,
        "dont_know": None,
    }
    easy = {option.code: option.score for option in annual.options_for(annual.item("q09"), "cs-easy")}
    assert easy == {"very_good": 100, "neither": 50, "very_bad": 0, "dont_know": None}


def test_the_core_dimensions_are_measured(annual: Questionnaire) -> None:
    dimensions = {item.dimension for item in annual.items if item.scale}
    assert dimensions == {"access", "availability", "staff", "environment", "benefit", "overall"}
    assert [item.item_code for item in annual.items if item.creates_comment] == ["q15"]


@pytest.mark.parametrize("language", TAGS)
def test_the_whole_questionnaire_on_one_page_is_answered(annual: Questionnaire, language: str) -> None:
    whole = replace(annual, layout=Layout.PAGE)
    (page,) = routing.pages(whole, {})
    ratings = [(code, "very_good") for code in ("q04", "q05", "q06", "q07a", "q07b", "q08", "q09")]
    form = form_class(whole, page.items, language)(
        MultiDict(
            [
                ("q01", "self"),
                ("q02", "yes"),
                ("q03", "other"),
                ("q03.write_in", "Domov Javor"),
                *ratings,
                ("q10", "other"),
                ("q10.write_in", "doprovod"),
                ("q11", "full"),
                ("q12", "seniors"),
                ("q15", "Díky"),
            ]
        )
    )
    assert form.validate()
    answers = answers_from(form)
    assert "q07a" not in answers
    assert "q07b" not in answers
    assert answers["q10"] == ["other"]
    assert answers["q03.write_in"] == "Domov Javor"


def test_both_years_ask_the_same_items() -> None:
    years = [
        json.loads((JAVOROV / f"annual-{year}.json").read_text(encoding="utf-8")) for year in (2025, 2026)
    ]
    assert years[0]["sections"] == years[1]["sections"]
    assert years[0]["questionnaire_code"] == years[1]["questionnaire_code"]
    assert years[0]["version"] != years[1]["version"]


def test_the_catalogues_fit_together() -> None:
    services = {row["id"]: row for row in rows("services")}
    groups = {row["code"] for row in rows("target_groups")}
    types = {row["code"] for row in rows("service_types")}
    providers = {row["id"] for row in rows("providers")}
    for row in services.values():
        assert row["provider_id"] in providers
        assert row["service_type"] in types
        assert set(row["target_groups"].split(";")) <= groups
    assert {row["service_id"] for row in rows("funding")} == set(services)
    assert {code for row in rows("comments") for code in row["target_groups"].split(";") if code} <= groups
    assert all(int(row["population"]) > 0 for row in rows("territories"))
