"""Writing items in the browser: every button works without JavaScript, and nothing typed is lost."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import clock, db
from survey_app.models import Region
from survey_app.operations import drafts as operations
from survey_app.vocabulary import Role
from tests.survey_app.conftest import annual, questionnaire
from tests.survey_app.designing import Draft, fields_of
from tests.survey_app.office import add_person, add_region, enter

Begin = Callable[..., Draft]


@pytest.fixture
def begin(app: Flask, region: Region) -> Begin:
    """Begin drafts that the methodologist of the town has open."""
    client = enter(app.test_client(), add_person("marek@testov.example", (Role.METHODOLOGIST, region)))

    def made(document: dict[str, Any] | None = None) -> Draft:
        with db.transaction() as session:
            draft = operations.create(session, region, document or questionnaire(), clock.now())
        return Draft(client, draft.id)

    return made


def saved(answer: TestResponse) -> None:
    assert answer.status_code == 303, answer.text


@pytest.mark.usefixtures("catalogues")
def test_every_item_of_the_annual_questionnaire_is_saved_as_it_was(begin: Begin) -> None:
    draft = begin(annual())
    for section in annual()["sections"]:
        saved(
            draft.post(
                f"oddil/{section['section_code']}", fields_of(draft.page(f"oddil/{section['section_code']}"))
            )
        )
        for item in section["items"]:
            page = f"polozka/{item['item_code']}"
            saved(draft.post(page, fields_of(draft.page(page))))
    saved(draft.post("stupnice/rating5", fields_of(draft.page("stupnice/rating5"))))
    saved(draft.post("nastaveni", fields_of(draft.page("nastaveni"))))
    assert draft.document() == annual()
    assert draft.steps() == 1


def test_a_choice_is_written_from_nothing(begin: Begin) -> None:
    draft = begin()
    new = "nova-polozka?oddil=words&misto=0&typ=single_choice"
    typed = fields_of(draft.page(new)) | {
        "texts.cs": "Jak jste se o službě dozvěděli?",
        "texts.en": "How did you hear of the service?",
        "options.0.labels.cs": "od lékaře",
        "options.1.labels.cs": "na internetu",
        "options.2.labels.cs": "",
    }
    again = draft.post(new, typed | {"do": "options.add.dont_know"})
    assert again.status_code == 200
    assert draft.steps() == 1
    saved(draft.post(new, fields_of(again.text)))
    item = draft.document()["sections"][2]["items"][0]
    assert item == {
        "item_code": "q01",
        "type": "single_choice",
        "texts": {"cs": "Jak jste se o službě dozvěděli?", "en": "How did you hear of the service?"},
        "options": [
            {"code": "od_lekare", "labels": {"cs": "od lékaře"}},
            {"code": "na_internetu", "labels": {"cs": "na internetu"}},
            {"code": "dont_know", "labels": {"cs": "nevím", "en": "don't know"}},
        ],
    }


def test_rows_are_moved_removed_and_pasted_without_saving(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page("polozka/used"))
    down = fields_of(draft.post("polozka/used", typed | {"do": "options.0.down"}).text)
    assert [down["options.0.code"], down["options.1.code"]] == ["no", "yes"]
    assert down["options.1.labels.en"] == "yes"
    gone = fields_of(draft.post("polozka/used", down | {"do": "options.0.remove"}).text)
    assert gone["options.0.code"] == "yes"
    assert "options.1.code" not in gone
    pasted = draft.post(
        "polozka/used", gone | {"do": "options.paste", "options.pasted": "možná\r\n\r\n nevím "}
    )
    rows = fields_of(pasted.text)
    assert [rows["options.1.labels.cs"], rows["options.2.labels.cs"]] == ["možná", "nevím"]
    assert draft.document() == questionnaire()


def test_the_moved_row_has_the_focus(begin: Begin) -> None:
    draft = begin()
    page = draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"do": "options.0.down"}).text
    assert page.count(" autofocus") == 1
    assert 'value="options.1.up" data-step autofocus' in page


WRONG = {
    "texts.cs": "",
    "item_code": "1. otázka",
    "options.0.labels.cs": "",
    "options.1.code": "má mezeru",
    "options.1.score": "moc",
}


def test_every_mistake_is_said_at_its_field_and_nothing_typed_is_lost(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page("polozka/used")) | WRONG | {"hints.en": "A hint <b>in bold</b>"}
    answer = draft.post("polozka/used", typed)
    assert answer.status_code == 422
    for name in WRONG:
        assert f'href="#{name}"' in answer.text
        assert f'id="{name}-error"' in answer.text
    given_anew = {"revision": "1", "csrf_token": ""}
    assert fields_of(answer.text) | given_anew == typed | given_anew
    assert draft.document() == questionnaire()


def test_a_text_that_is_too_long_is_refused_at_its_field(begin: Begin) -> None:
    draft = begin()
    answer = draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"texts.en": "x" * 2_001})
    assert answer.status_code == 422
    assert 'id="texts.en-error"' in answer.text


def test_a_new_code_of_an_item_and_of_an_option_is_followed(begin: Begin) -> None:
    draft = begin()
    changes = {"item_code": "use_of_service", "options.0.code": "yes_this_year"}
    saved(draft.post("polozka/used", fields_of(draft.page("polozka/used")) | changes))
    condition = draft.document()["sections"][1]["visible_if"]
    assert condition == {"op": "in", "item": "use_of_service", "options": ["yes_this_year"]}


def test_an_option_in_a_condition_cannot_be_removed_and_the_place_is_linked(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page("polozka/used"))
    rest = fields_of(draft.post("polozka/used", typed | {"do": "options.0.remove"}).text)
    answer = draft.post("polozka/used", rest)
    assert answer.status_code == 422
    assert f'href="{draft.address("oddil/rating")}"' in answer.text


def test_a_condition_is_built_line_by_line(begin: Begin) -> None:
    draft = begin()
    page = "polozka/change"
    line = fields_of(draft.post(page, fields_of(draft.page(page)) | {"do": "condition.parts.add"}).text)
    line["condition.parts.0.item"] = "visits"
    looked = draft.post(page, line | {"do": "condition.parts.0.look"})
    assert "compare.ge" in looked.text
    typed = fields_of(looked.text) | {
        "condition.parts.0.relation": "compare.ge",
        "condition.parts.0.value": "2",
    }
    added = fields_of(draft.post(page, typed | {"do": "condition.parts.add"}).text)
    added |= {"condition.parts.1.item": "used", "condition.join": "any"}
    added |= {"condition.parts.1.relation": "not_in", "condition.parts.1.options": "yes"}
    saved(draft.post(page, added))
    item = draft.document()["sections"][2]["items"][0]
    assert item["visible_if"] == {
        "op": "or",
        "of": [
            {"op": "compare", "item": "visits", "relation": "ge", "value": 2},
            {"op": "not", "of": {"op": "in", "item": "used", "options": ["yes"]}},
        ],
    }


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"item": "used", "relation": "in"}, "condition.parts.0.options"),
        ({"item": "used", "relation": ""}, "condition.parts.0.relation"),
        ({"item": "visits", "relation": "compare.ge", "value": "hodně"}, "condition.parts.0.value"),
        ({"item": "change", "relation": "answered"}, "condition.parts.0.item"),
    ],
)
def test_an_unfinished_line_of_a_condition_is_said(begin: Begin, line: dict[str, str], field: str) -> None:
    draft = begin()
    typed = {f"condition.parts.0.{name}": value for name, value in line.items()}
    answer = draft.post("polozka/change", fields_of(draft.page("polozka/change")) | typed)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text


def test_a_nested_condition_is_kept_until_it_is_replaced(begin: Begin) -> None:
    document = questionnaire()
    nested = {
        "op": "and",
        "of": [
            {"op": "answered", "item": "visits"},
            {"op": "or", "of": [{"op": "answered", "item": "used"}, {"op": "answered", "item": "staff"}]},
        ],
    }
    document["sections"][2]["items"][0]["visible_if"] = nested
    draft = begin(document)
    typed = fields_of(draft.page("polozka/change"))
    assert typed["condition.mode"] == "keep"
    saved(draft.post("polozka/change", typed | {"hints.cs": "Stručně."}))
    assert draft.document()["sections"][2]["items"][0]["visible_if"] == nested
    saved(
        draft.post("polozka/change", fields_of(draft.page("polozka/change")) | {"condition.mode": "replace"})
    )
    assert "visible_if" not in draft.document()["sections"][2]["items"][0]


def test_an_item_changes_its_kind_within_its_kin(begin: Begin) -> None:
    draft = begin()
    shown = draft.post(
        "polozka/used", fields_of(draft.page("polozka/used")) | {"type": "multiple_choice", "do": "type"}
    )
    assert 'name="max_choices"' in shown.text
    saved(draft.post("polozka/used", fields_of(shown.text) | {"max_choices": "2"}))
    item = draft.document()["sections"][0]["items"][0]
    assert (item["type"], item["max_choices"]) == ("multiple_choice", 2)
    saved(draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"type": "date"}))
    assert draft.document()["sections"][0]["items"][0]["type"] == "multiple_choice"


def test_a_second_tab_is_told_who_was_faster_and_what_it_had_typed(begin: Begin) -> None:
    draft = begin()
    first, second = (fields_of(draft.page("polozka/used")) for _ in range(2))
    saved(draft.post("polozka/used", first | {"hints.cs": "První."}))
    answer = draft.post("polozka/used", second | {"hints.cs": "Druhá nápověda."})
    assert answer.status_code == 409
    assert "Druhá nápověda." in answer.text
    assert ">Nápověda (čeština)<" in answer.text, "what was typed stands under the words of its field"
    assert ">Možnost 1 – Znění (čeština)<" in answer.text
    assert "marek" in answer.text
    assert draft.document()["sections"][0]["items"][0]["hints"] == {"cs": "První."}


def test_another_towns_draft_does_not_exist(begin: Begin, app: Flask) -> None:
    draft = begin()
    stranger = enter(
        app.test_client(), add_person("eva@jinov.example", (Role.METHODOLOGIST, add_region("jinov")))
    )
    for page in ("", "/polozka/used", "/stupnice", "/nastaveni", "/oddil/use"):
        assert stranger.get(draft.address() + page).status_code == 404


def test_an_unknown_address_below_a_draft_is_not_found(begin: Begin) -> None:
    draft = begin()
    for page in ("polozka/nic", "oddil/nic", "stupnice/nic", "polozka/nic/obrazky", "nova-polozka?oddil=nic"):
        assert draft.client.get(draft.address(page)).status_code == 404


def test_the_questionnaire_is_written_in_any_language(begin: Begin, client: FlaskClient) -> None:
    draft = begin(questionnaire(languages=["de"]) | {"titles": {"de": "Umfrage"}})
    saved(
        draft.post(
            "polozka/used",
            fields_of(draft.page("polozka/used"))
            | {"texts.de": "Benutzt?", "options.0.labels.de": "ja", "options.1.labels.de": "nein"},
        )
    )
    item = draft.document()["sections"][0]["items"][0]
    assert item["texts"] == {"cs": "Využili jste službu?", "en": "Have you used a service?", "de": "Benutzt?"}


RATING = "nova-polozka?oddil=words&misto=0&typ=rating"


def test_a_usual_scale_comes_into_the_questionnaire_with_the_rating_that_is_answered_on_it(
    begin: Begin,
) -> None:
    draft = begin()
    page = draft.page(RATING)
    assert "velká spokojenost – velká nespokojenost" in page
    steps = draft.steps()
    saved(
        draft.post(
            RATING, fields_of(page) | {"texts.cs": "Jak jste spokojeni?", "scale": "usual.contentment5"}
        )
    )
    document = draft.document()
    assert document["sections"][2]["items"][0]["scale"] == "contentment5"
    scale = next(found for found in document["scales"] if found["code"] == "contentment5")
    assert [set(option["labels"]) for option in scale["options"]] == [{"cs", "en"}] * 6
    assert draft.steps() == steps + 1, "the question and its scale are one step"
    assert "usual.contentment5" not in draft.page(RATING), "it is offered as one of the questionnaire now"


def test_a_usual_scale_goes_with_the_last_rating_that_was_answered_on_it(begin: Begin) -> None:
    draft = begin()
    for other in ("yes_no4", "contentment5"):
        draft.post("polozka/staff", fields_of(draft.page("polozka/staff")) | {"scale": f"usual.{other}"})
        assert [scale["code"] for scale in draft.document()["scales"]] == ["grades", other]
    draft.post("polozka/staff/krok", fields_of(draft.page(), "polozka/staff/krok") | {"do": "remove"})
    assert [scale["code"] for scale in draft.document()["scales"]] == ["grades"], "the author's own one stays"
    saved(draft.post("zpet", fields_of(draft.page(), "zpet")))
    assert [scale["code"] for scale in draft.document()["scales"]] == ["grades", "contentment5"]


def test_scales_are_offered_by_name_with_their_ends_the_most_used_first(begin: Begin) -> None:
    document = questionnaire()
    grades = document["scales"][0]
    often = {
        "code": "s2",
        "options": [*grades["options"][:1], {**grades["options"][1], "score": 50}, *grades["options"]],
    }
    often["options"] = [{**point, "code": f"p{number}"} for number, point in enumerate(often["options"])]
    twin = {
        **grades,
        "code": "twin",
        "options": [{**grades["options"][0], "code": "g"}, *grades["options"][1:]],
    }
    document["scales"] = [twin, often, grades]
    draft = begin(document)
    page = draft.client.get("/en" + draft.address(RATING)).text
    offered = re.findall(
        r'<option value="([^"]*)"[^>]*>([^<]*)', page.partition('<select class="govuk-select" id="scale"')[2]
    )
    assert offered[1:5] == [
        ("grades", "dobře – špatně, 2 points: dobře / špatně / nevím (grades)"),
        ("twin", "dobře – špatně, 2 points: dobře / špatně / nevím (twin)"),
        ("s2", "dobře – špatně, 4 points"),
        ("usual.rating5", "How good it is, five points: velmi dobře – velmi špatně"),
    ]


def test_a_rating_without_a_scale_is_refused_at_the_list(begin: Begin) -> None:
    draft = begin()
    for scale in ("", "usual.", "usual.nic", "nic"):
        typed = fields_of(draft.page(RATING)) | {"texts.cs": "Jak?", "scale": scale}
        answer = draft.post(RATING, typed)
        assert answer.status_code == 422
        assert 'id="scale-error"' in answer.text


def test_saving_takes_a_pasted_list_and_empty_answers_give_way_to_it(begin: Begin) -> None:
    draft = begin()
    new = "nova-polozka?oddil=words&misto=0&typ=single_choice"
    typed = fields_of(draft.page(new)) | {"texts.cs": "Kde jste o nás slyšeli?"}
    typed = fields_of(draft.post(new, typed | {"do": "options.add.dont_know"}).text)
    saved(draft.post(new, typed | {"options.pasted": "od lékaře\r\n\r\nna internetu\r\nv novinách"}))
    options = draft.document()["sections"][2]["items"][0]["options"]
    assert [option["code"] for option in options] == ["od_lekare", "na_internetu", "v_novinach", "dont_know"]


def test_more_lines_than_fit_are_neither_saved_in_part_nor_lost(begin: Begin) -> None:
    draft = begin()
    new = "nova-polozka?oddil=words&misto=0&typ=single_choice"
    lines = [f"možnost {number}" for number in range(203)]
    typed = fields_of(draft.page(new)) | {"texts.cs": "Která?", "options.pasted": "\n".join(lines)}
    answer = draft.post(new, typed | {"options.ready": []})
    assert answer.status_code == 422
    assert fields_of(answer.text)["options.pasted"] == "\n".join(lines[200:])
    saved(draft.post(new, fields_of(answer.text)))
    assert len(draft.document()["sections"][2]["items"][0]["options"]) == 203


def test_the_enter_key_goes_to_the_next_answer_and_saves_nothing(begin: Begin) -> None:
    draft = begin()
    new = "nova-polozka?oddil=words&misto=0&typ=single_choice"
    listed = fields_of(draft.page(new)) | {"options.pasted": "ano\nano", "options.ready": []}
    page = draft.post(new, listed | {"do": "options.paste"}).text
    first_button = page.partition('id="designer-form"')[2].partition("<button")[2]
    assert 'value="options.next"' in first_button.partition(">")[0], "a browser presses the first button"
    again = draft.post(new, fields_of(page) | {"do": "options.next"})
    assert 'data-focus="options.2.labels.cs"' in again.text
    full = fields_of(again.text) | {"options.2.labels.cs": "ne"}
    assert 'data-focus="options.3.labels.cs"' in draft.post(new, full | {"do": "options.next"}).text
    assert draft.steps() == 1


def test_where_one_answer_is_given_none_excludes_the_others(begin: Begin) -> None:
    draft = begin()
    for kind, excludes in (("single_choice", False), ("multiple_choice", True)):
        new = f"nova-polozka?oddil=words&typ={kind}"
        apart = draft.post(new, fields_of(draft.page(new)) | {"options.pasted": "ano", "do": "options.paste"})
        assert (".exclusive" in apart.text) == excludes


def test_seldom_needed_fields_unfold_when_they_say_something(begin: Begin) -> None:
    document = questionnaire()
    draft = begin(document)
    folded = '<details class="govuk-details ohlas-tight-details" open>'
    assert folded not in draft.page("polozka/used")
    saved(draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"trend": "y"}))
    assert folded in draft.page("polozka/used")
