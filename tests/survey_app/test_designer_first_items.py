"""The shortest way to a questionnaire: a first section by itself, answers as a list, a scale of one's own."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from forms.editing import beginnings
from survey_app.models import Region
from survey_app.vocabulary import Role
from tests.survey_app import drafting
from tests.survey_app.conftest import questionnaire
from tests.survey_app.designing import Draft, fields_of
from tests.survey_app.office import add_person, enter

Begin = Callable[..., Draft]
CHOICE = "nova-polozka?typ=single_choice"
SEVERAL = "nova-polozka?typ=multiple_choice"
RATING = "nova-polozka?typ=rating"


@pytest.fixture
def office(app: Flask, region: Region) -> FlaskClient:
    """The browser of a methodologist."""
    return enter(app.test_client(), add_person("marek@testov.example", (Role.METHODOLOGIST, region)))


@pytest.fixture
def begin(office: FlaskClient, region: Region) -> Begin:
    """Begin empty questionnaires in these languages."""

    def made(*languages: str) -> Draft:
        tags = list(languages or ("cs", "en"))
        document = beginnings.empty("first", "2027", {tags[0]: "Jak se žije"}, tags)
        return Draft(office, drafting.begin(region, document).id)

    return made


def saved(answer: TestResponse) -> None:
    assert answer.status_code == 303, answer.text


def items(draft: Draft) -> list[dict[str, Any]]:
    return [item for section in draft.document()["sections"] for item in section["items"]]


def focused(page: str) -> list[str]:
    """The tags of what has the focus when the page opens."""
    return re.findall(r"<[^<>]* autofocus[^<>]*>", page)


def test_writing_begins_in_the_text_of_a_new_item_and_in_the_title_of_a_new_section(begin: Begin) -> None:
    draft = begin()
    (field,) = focused(draft.page(CHOICE))
    assert 'name="texts.cs"' in field
    (title,) = focused(draft.page("novy-oddil"))
    assert 'name="titles.cs"' in title
    fields = fields_of(draft.page(CHOICE)) | {"texts.cs": "Co?", "options.pasted": "ano\nne"}
    (added,) = focused(draft.post(CHOICE, fields | {"do": "options.add"}).text)
    assert 'name="texts.cs"' not in added
    assert 'name="texts.cs"' not in "".join(focused(draft.post(CHOICE, fields | {"texts.cs": ""}).text))


def test_several_ratings_are_among_the_first_kinds(begin: Begin) -> None:
    first, _others, _rest = begin().page("nova-polozka").partition("<details")
    assert "typ=rating_battery" in first


def test_the_first_item_brings_its_section_and_undoing_takes_both(begin: Begin) -> None:
    draft = begin()
    page = draft.page()
    assert f"{draft.address()}/nova-polozka?typ=yes_no" in page
    draft.page("nova-polozka?typ=yes_no")
    assert draft.document()["sections"] == [], "looking changes nothing"
    new = fields_of(draft.page("nova-polozka?typ=yes_no")) | {"texts.cs": "Bydlíte tu?", "then": "next"}
    following = draft.post("nova-polozka?typ=yes_no", new)
    assert "nova-polozka?oddil=otazky" in following.location
    (section,) = draft.document()["sections"]
    assert section["titles"] == {"cs": "Otázky", "en": "Questions"}
    assert [item["item_code"] for item in section["items"]] == ["q01"]
    assert draft.steps() == 2, "the section and its item are one step"
    saved(draft.post("zpet", fields_of(draft.page(), "zpet")))
    assert draft.document()["sections"] == []


def test_a_language_without_a_usual_title_takes_that_of_the_questionnaire(begin: Begin) -> None:
    draft = begin("de", "cs")
    saved(
        draft.post(
            "nova-polozka?typ=yes_no", fields_of(draft.page("nova-polozka?typ=yes_no")) | {"texts.de": "?"}
        )
    )
    assert draft.document()["sections"][0]["titles"] == {"de": "Jak se žije"}


def test_answers_are_a_list_with_usual_ones_after_it(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(CHOICE))
    assert typed["options.ready"] == ["dont_know"], "people who do not know are thought of"
    ready = {"options.ready": ["dont_know", "other"]}
    saved(
        draft.post(
            CHOICE, typed | {"texts.cs": "Čím jezdíte?", "options.pasted": "vlakem\r\n\r\nautem"} | ready
        )
    )
    assert items(draft)[0]["options"] == [
        {"code": "vlakem", "labels": {"cs": "vlakem"}},
        {"code": "autem", "labels": {"cs": "autem"}},
        {
            "code": "other",
            "labels": {"cs": "něco jiného (napište co)", "en": "something else (please write what)"},
            "write_in": True,
        },
        {"code": "dont_know", "labels": {"cs": "nevím", "en": "don't know"}},
    ]


def test_of_several_answers_dont_know_excludes_the_others(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(SEVERAL)) | {"texts.cs": "Čím jezdíte?", "options.pasted": "vlakem\nautem"}
    saved(draft.post(SEVERAL, typed))
    assert [option.get("exclusive") for option in items(draft)[0]["options"]] == [None, None, True]
    rows = fields_of(draft.page("polozka/q01")) | {"do": "options.add.none"}
    assert fields_of(draft.post("polozka/q01", rows).text)["options.3.exclusive"] == ["y"]


def test_who_writes_a_usual_answer_as_a_line_gets_it_once(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(CHOICE)) | {"texts.cs": "Čím jezdíte?", "options.pasted": "nevím\nautem"}
    saved(draft.post(CHOICE, typed))
    unknown, car = items(draft)[0]["options"]
    assert unknown == {"code": "dont_know", "labels": {"cs": "nevím", "en": "don't know"}}
    assert car["code"] == "autem"


def test_usual_answers_alone_are_no_answers_and_a_refused_form_keeps_its_list(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(CHOICE)) | {"texts.cs": "Čím jezdíte?"}
    alone = draft.post(CHOICE, typed)
    assert alone.status_code == 422
    assert 'id="options.pasted-error"' in alone.text
    untitled = draft.post(CHOICE, typed | {"texts.cs": "", "options.pasted": "vlakem\nautem"})
    assert untitled.status_code == 422
    again = fields_of(untitled.text)
    assert (again["options.pasted"], again["options.ready"]) == ("vlakem\nautem", ["dont_know"])


def test_answers_set_apart_are_rows_with_codes_and_marks(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(SEVERAL)) | {"options.pasted": "vlakem\nautem", "do": "options.paste"}
    rows = fields_of(draft.post(SEVERAL, typed).text)
    assert [rows[f"options.{number}.labels.cs"] for number in range(3)] == ["vlakem", "autem", "nevím"]
    assert rows["options.2.exclusive"] == ["y"]
    assert draft.steps() == 1, "nothing is saved yet"


def test_who_lacks_a_scale_makes_it_and_comes_back_to_the_saved_question(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page(RATING)) | {"texts.cs": "Jak často jezdíte?", "then": "scale"}
    away = draft.post(RATING, typed)
    saved(away)
    assert items(draft)[0]["texts"] == {"cs": "Jak často jezdíte?"}, "what was typed is kept"
    new = "nova-stupnice?polozka=q01"
    assert away.location.endswith(new)
    page = draft.page(new)
    assert f'href="{draft.address("polozka/q01")}"' in page, "there is a way back without a scale too"
    points = {f"options.{number}.labels.cs": word for number, word in enumerate(("často", "občas", "nikdy"))}
    back = draft.post(new, fields_of(page) | points)
    saved(back)
    assert "/polozka/q01" in back.location
    assert items(draft)[0]["scale"] == "scale_casto"
    assert [scale["code"] for scale in draft.document()["scales"]] == ["scale_casto"], "the stopgap is gone"


def test_a_scale_is_made_only_for_an_item_that_has_one(
    begin: Begin, region: Region, office: FlaskClient
) -> None:
    draft = Draft(office, drafting.begin(region, questionnaire()).id)
    for item_code in ("used", "nic"):
        assert office.get(draft.address(f"nova-stupnice?polozka={item_code}")).status_code == 404
