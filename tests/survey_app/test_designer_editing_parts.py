"""Outline, sections, batteries, scales, settings, the bank and pictures of a draft, each through its page."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image, PngImagePlugin

from survey_app import clock, db
from survey_app.models import Region, TargetGroup
from survey_app.operations import drafts as operations
from survey_app.operations import pictures
from survey_app.vocabulary import Role
from tests.survey_app.conftest import MakeWave, annual, questionnaire
from tests.survey_app.designing import Draft, fields_of
from tests.survey_app.office import add_person, enter, token_in

Begin = Callable[..., Draft]
GROUP = "seniors"


@pytest.fixture
def begin(app: Flask, region: Region) -> Begin:
    """Begin drafts that the methodologist of the town has open."""
    client = enter(app.test_client(), add_person("marek@testov.example", (Role.METHODOLOGIST, region)))

    def made(document: dict[str, Any] | None = None) -> Draft:
        with db.transaction() as session:
            draft = operations.create(session, region, document or questionnaire(), clock.now())
        return Draft(client, draft.id)

    return made


def codes(draft: Draft) -> list[list[str]]:
    return [[item["item_code"] for item in section["items"]] for section in draft.document()["sections"]]


def step(draft: Draft, where: str, do: str, **more: str) -> Any:
    fields = fields_of(draft.page(), f"/{where}/krok")
    return draft.post(f"{where}/krok", fields | {"do": do} | more)


def test_an_item_moves_with_buttons_and_keeps_the_focus(begin: Begin) -> None:
    draft = begin()
    answer = step(draft, "polozka/staff", "down")
    assert codes(draft) == [["used"], ["visits", "staff"], ["change"]]
    page = draft.client.get(answer.location).text
    assert page.count(" autofocus") == 1
    focused = page[: page.index(" autofocus")]
    assert focused.rindex('id="item-') == focused.rindex('id="item-staff"')
    step(draft, "polozka/staff", "down")
    assert codes(draft) == [["used"], ["visits"], ["staff", "change"]]
    step(draft, "polozka/staff", "to", section="use")
    assert codes(draft) == [["used", "staff"], ["visits"], ["change"]]


def test_an_item_is_copied_and_removed(begin: Begin) -> None:
    draft = begin()
    step(draft, "polozka/visits", "copy")
    assert codes(draft)[1] == ["staff", "visits", "visits_2"]
    step(draft, "polozka/visits", "remove")
    assert codes(draft)[1] == ["staff", "visits_2"]
    refused = step(draft, "polozka/used", "remove")
    assert refused.status_code == 422
    assert f'href="{draft.address("oddil/rating")}"' in refused.text


def test_a_section_is_added_moved_changed_and_removed(begin: Begin) -> None:
    draft = begin()
    fields = fields_of(draft.page("novy-oddil")) | {"titles.cs": "Něco o vás", "titles.en": "About you"}
    assert draft.post("novy-oddil", fields).status_code == 303
    assert draft.document()["sections"][3]["section_code"] == "neco_o_vas"
    step(draft, "oddil/neco_o_vas", "up")
    assert draft.document()["sections"][2]["section_code"] == "neco_o_vas"
    wrong = draft.post("oddil/words", fields_of(draft.page("oddil/words")) | {"titles.cs": ""})
    assert wrong.status_code == 422
    step(draft, "oddil/neco_o_vas", "remove")
    assert len(draft.document()["sections"]) == 3
    assert step(draft, "oddil/use", "remove").status_code == 422


def test_removing_a_section_says_how_many_questions_go_with_it(begin: Begin) -> None:
    draft = begin()
    outline = draft.client.get(f"/en{draft.address()}").text
    assert "Remove the section with 1 item<" in outline
    assert "Remove the section with 2 items<" in outline
    draft.post("novy-oddil", fields_of(draft.page("novy-oddil")) | {"titles.cs": "O vás"})
    assert "Remove the section<" in draft.client.get(f"/en{draft.address()}").text


@pytest.mark.usefixtures("catalogues")
def test_ratings_are_put_together_and_taken_apart(begin: Begin) -> None:
    draft = begin(annual())
    page = "oddil/rating/baterie"
    fields = fields_of(draft.page(page))
    alone = draft.post(page, fields | {"texts.cs": "Jak hodnotíte…", "items": ["q04"]})
    assert alone.status_code == 422
    apart = draft.post(page, fields | {"texts.cs": "Jak hodnotíte…", "items": ["q04", "q07a"]})
    assert apart.status_code == 422
    together = draft.post(page, fields | {"texts.cs": "Jak hodnotíte…", "items": ["q05", "q04"]})
    assert together.status_code == 303
    assert codes(draft)[2][0] == "q05_together"
    battery = draft.document()["sections"][2]["items"][0]
    assert [row["item_code"] for row in battery["rows"]] == ["q04", "q05"]
    kept = draft.post("polozka/q05_together", fields_of(draft.page("polozka/q05_together")))
    assert kept.status_code == 303
    assert draft.document()["sections"][2]["items"][0] == battery
    step(draft, "polozka/q05_together", "apart")
    assert codes(draft)[2][:3] == ["q05_together", "q04", "q05"]


def test_a_usual_scale_is_added_and_changed_to_ones_own(begin: Begin) -> None:
    draft = begin()
    fields = fields_of(draft.page("stupnice"), "/stupnice")
    assert (
        draft.post("stupnice", fields | {"usual": "yes_no4", "direction": "worst_first"}).status_code == 303
    )
    scale = draft.document()["scales"][1]
    assert [option.get("score") for option in scale["options"]] == [0, 33.33, 66.67, 100, None]
    assert scale["options"][0]["labels"] == {"cs": "rozhodně ne", "en": "certainly no"}
    typed = fields_of(draft.page("stupnice/yes_no4")) | {"direction": "best_first", "do": "scores"}
    spread = fields_of(draft.post("stupnice/yes_no4", typed).text)
    assert spread["options.0.score"] == "100"
    assert draft.post("stupnice/yes_no4", spread | {"code": "agreement"}).status_code == 303
    assert draft.document()["scales"][1]["code"] == "agreement"


def test_a_scale_of_ones_own_has_scores_and_fewer_easy_points(begin: Begin) -> None:
    draft = begin(questionnaire(variants=["cs-easy"]))
    words = {f"options.{n}.labels.cs": word for n, word in enumerate(("často", "občas", "nikdy"))}
    words |= {"options.3.labels.cs": "nevím", "options.3.code": "dont_know"}
    typed = fields_of(draft.page("nova-stupnice")) | words
    typed = fields_of(draft.post("nova-stupnice", typed | {"do": "easy_options.add"}).text)
    typed |= {"easy_options.0.labels.cs-easy": "ano", "easy_options.0.code": "casto"}
    one = draft.post("nova-stupnice", typed)
    assert one.status_code == 422
    typed = fields_of(draft.post("nova-stupnice", typed | {"do": "easy_options.add"}).text)
    typed |= {"easy_options.1.labels.cs-easy": "ne", "easy_options.1.code": "nikdy"}
    assert draft.post("nova-stupnice", typed).status_code == 303
    scale = draft.document()["scales"][1]
    assert scale["code"] == "scale_casto"
    assert [(option["code"], option.get("score")) for option in scale["options"]] == [
        ("casto", 100),
        ("obcas", 50),
        ("nikdy", 0),
        ("dont_know", None),
    ]
    assert [(option["code"], option["score"]) for option in scale["easy_options"]] == [
        ("casto", 100),
        ("nikdy", 0),
    ]


def test_a_scale_in_use_is_not_removed(begin: Begin) -> None:
    draft = begin()
    token = fields_of(draft.page("stupnice"), "/stupnice")
    assert draft.post("stupnice/grades/odebrani", token).status_code == 422
    draft.post("stupnice", token | {"usual": "rating5"})
    token = fields_of(draft.page("stupnice"), "/stupnice")
    assert draft.post("stupnice/rating5/odebrani", token).status_code == 303
    assert [scale["code"] for scale in draft.document()["scales"]] == ["grades"]


def test_a_language_goes_only_after_its_texts_were_counted(begin: Begin) -> None:
    draft = begin()
    typed = fields_of(draft.page("nastaveni")) | {"languages": ["cs"]}
    asked = draft.post("nastaveni", typed)
    assert asked.status_code == 422
    assert "16" in asked.text
    assert draft.document()["languages"] == ["cs", "en"]
    assert draft.post("nastaveni", typed | {"confirmed": "y"}).status_code == 303
    assert draft.document()["languages"] == ["cs"]
    typed = fields_of(draft.page("nastaveni")) | {"more_languages": "de, pl", "variants": ["cs-easy"]}
    assert draft.post("nastaveni", typed).status_code == 303
    assert draft.document()["languages"] == ["cs", "de", "pl"]
    assert draft.document()["variants"] == ["cs-easy"]


def test_the_code_changes_until_it_is_published_or_taken(
    begin: Begin, region: Region, make_wave: MakeWave
) -> None:
    draft = begin()
    begin(questionnaire(questionnaire_code="other"))
    typed = fields_of(draft.page("nastaveni"))
    assert draft.post("nastaveni", typed | {"questionnaire_code": "other"}).status_code == 422
    assert draft.post("nastaveni", typed | {"questionnaire_code": "Jiný kód"}).status_code == 422
    assert draft.post("nastaveni", typed | {"questionnaire_code": "smaller"}).status_code == 303
    assert draft.document()["questionnaire_code"] == "smaller"
    make_wave(questionnaire(questionnaire_code="smaller"))
    assert 'name="questionnaire_code"' not in draft.page("nastaveni")
    draft.post("nastaveni", fields_of(draft.page("nastaveni")) | {"questionnaire_code": "tiny"})
    assert draft.document()["questionnaire_code"] == "smaller"


def test_an_item_goes_through_the_bank_with_its_scale_and_code(begin: Begin) -> None:
    draft = begin()
    other = begin(
        questionnaire(questionnaire_code="other", scales=[]) | {"sections": [questionnaire()["sections"][0]]}
    )
    assert (
        draft.post("polozka/staff/do-banky", fields_of(draft.page("polozka/staff/do-banky"))).status_code
        == 303
    )
    bank = draft.client.get(f"/urad/dotazniky/banka?zpet={other.id}&oddil=use&misto=0").text
    action = next(part.split('"')[0] for part in bank.split('action="') if "/z-banky/" in part).replace(
        "&amp;", "&"
    )
    fields = fields_of(bank, action.replace("&", "&"))
    put = draft.client.post(action, data=fields)
    assert put.status_code == 303
    assert codes(other) == [["staff", "used"]]
    before, _found, _after = draft.client.get(put.location).text.partition(" autofocus")
    assert before.rindex('id="item-') == before.rindex('id="item-staff"'), (
        "the outline opens at what was put in"
    )
    assert [scale["code"] for scale in other.document()["scales"]] == ["grades"]
    again = draft.client.post(action, data=fields | {"revision": "2"})
    assert again.status_code == 422
    assert codes(other) == [["staff", "used"]]


def test_the_bank_is_asked_before_something_in_it_is_replaced(begin: Begin) -> None:
    draft = begin()
    page = "polozka/staff/do-banky"
    draft.post(page, fields_of(draft.page(page)))
    assert draft.post(page, fields_of(draft.page(page))).status_code == 303
    draft.post("polozka/staff", fields_of(draft.page("polozka/staff")) | {"texts.cs": "Jak se chovají?"})
    refused = draft.post(page, fields_of(draft.page(page)))
    assert refused.status_code == 422
    assert draft.post(page, fields_of(refused.text) | {"replace": "y"}).status_code == 303
    assert "Jak se chovají?" in draft.client.get("/urad/dotazniky/banka").text


def test_an_entry_of_the_bank_is_renamed_and_removed(begin: Begin) -> None:
    draft = begin()
    draft.post("stupnice/grades/do-banky", fields_of(draft.page("stupnice/grades/do-banky")))
    bank = "/urad/dotazniky/banka"
    page = draft.client.get(bank)
    action = next(part.split('"')[0] for part in page.text.split('action="') if f"{bank}/" in part)
    token = {"csrf_token": token_in(page)}
    assert draft.client.post(action, data=token | {"code": "má mezeru", "do": "rename"}).status_code == 422
    assert draft.client.post(action, data=token | {"code": "quality", "do": "rename"}).status_code == 303
    assert "quality" in draft.client.get(bank).text
    assert draft.client.post(action, data=token | {"do": "remove"}).status_code == 303
    assert "quality" not in draft.client.get(bank).text


def test_case_forms_of_answers_are_kept(begin: Begin) -> None:
    draft = begin()
    page = "polozka/used/tvary"
    assert draft.post(page, fields_of(draft.page(page)) | {"yes.genitive.cs": "souhlasu"}).status_code == 303
    assert draft.document()["sections"][0]["items"][0]["options"][0]["cases"] == {
        "genitive": {"cs": "souhlasu"}
    }
    draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"hints.cs": "Za rok."})
    assert "cases" in draft.document()["sections"][0]["items"][0]["options"][0]


def test_whose_need_an_answer_is_is_kept_beside_its_other_facts(begin: Begin) -> None:
    with db.transaction() as session:
        session.add(TargetGroup(code=GROUP, names={"cs": "skupina", "en": "group"}))
    draft = begin()
    page = "polozka/used/komu"
    assert draft.post(page, fields_of(draft.page(page)) | {"groups.yes": GROUP}).status_code == 303
    yes, no = draft.document()["sections"][0]["items"][0]["options"][:2]
    assert yes["attributes"] == {"target_groups": [GROUP]}
    assert "attributes" not in no
    draft.post("polozka/used", fields_of(draft.page("polozka/used")) | {"hints.cs": "Za rok."})
    assert draft.document()["sections"][0]["items"][0]["options"][0]["attributes"] == yes["attributes"]
    unticked = {name: value for name, value in fields_of(draft.page(page)).items() if name != "groups.yes"}
    assert draft.post(page, unticked).status_code == 303
    assert "attributes" not in draft.document()["sections"][0]["items"][0]["options"][0]


def picture(kind: str, size: tuple[int, int] = (40, 20), **details: Any) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "green").save(content, kind, **details)
    return content.getvalue()


def bring(draft: Draft, content: bytes, **more: str) -> Any:
    token = fields_of(draft.page("polozka/used/obrazky"))
    fields = {"csrf_token": token["csrf_token"], "revision": token["revision"], "target": "", "do": "save"}
    return draft.client.post(
        draft.address("polozka/used/obrazky"), data=fields | more | {"file": (io.BytesIO(content), "x.png")}
    )


def test_a_photograph_with_a_preview_beside_it_is_kept_as_a_photograph(
    begin: Begin, client: FlaskClient
) -> None:
    draft = begin()
    preview = Image.new("RGB", (4, 2), "red")
    photograph = picture("MPO", save_all=True, append_images=[preview])

    assert bring(draft, photograph, **{"alternatives.cs": "zelený obdélník"}).status_code == 303

    kept = draft.document()["sections"][0]["items"][0]["picture"]
    shown = client.get(f"/obrazky/{kept['digest']}")
    assert shown.content_type == "image/jpeg"
    with Image.open(io.BytesIO(shown.data)) as opened:
        assert (opened.format, opened.size) == ("JPEG", (40, 20))


def test_a_picture_is_written_anew_and_shown_to_everybody(begin: Begin, client: FlaskClient) -> None:
    draft = begin()
    secret = PngImagePlugin.PngInfo()
    secret.add_text("Author", "Jan Novák, Lipová 3")
    answer = bring(
        draft, picture("PNG", pnginfo=secret), target="yes", **{"alternatives.cs": "zelený obdélník"}
    )
    assert answer.status_code == 303
    kept = draft.document()["sections"][0]["items"][0]["options"][0]["picture"]
    assert kept["alternatives"] == {"cs": "zelený obdélník"}
    shown = client.get(f"/obrazky/{kept['digest']}")
    assert (shown.status_code, shown.mimetype) == (200, "image/png")
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in shown.headers["Cache-Control"]
    assert b"Nov" not in shown.data
    assert Image.open(io.BytesIO(shown.data)).size == (40, 20)
    assert "zelený obdélník" in draft.page("polozka/used/obrazky")
    token = fields_of(draft.page("polozka/used/obrazky"))
    gone = {"csrf_token": token["csrf_token"], "revision": token["revision"], "target": "yes", "do": "remove"}
    assert draft.post("polozka/used/obrazky", gone).status_code == 303
    assert draft.document() == questionnaire()


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_other_kinds_of_pictures_lose_what_cameras_add(begin: Begin, client: FlaskClient, kind: str) -> None:
    draft = begin()
    exif = Image.Exif()
    exif[0x010E] = "Jan doma"
    assert bring(draft, picture(kind, exif=exif)).status_code == 303
    digest = draft.document()["sections"][0]["items"][0]["picture"]["digest"]
    shown = client.get(f"/obrazky/{digest}")
    assert shown.mimetype == f"image/{kind.lower()}"
    assert not Image.open(io.BytesIO(shown.data)).getexif()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 50,
        picture("PNG")[:60],
        picture("GIF"),
        picture("PNG", (4_001, 2)),
        b"x" * (pictures.MOST_BYTES + 1),
    ],
    ids=["svg", "nothing", "broken", "cut", "gif", "wide", "large"],
)
def test_what_is_no_usable_picture_is_refused_with_a_sentence(begin: Begin, content: bytes) -> None:
    draft = begin()
    answer = bring(draft, content, **{"alternatives.cs": "popis, který nesmí zmizet"})
    assert answer.status_code == 422
    assert "govuk-error-message" in answer.text
    assert "popis, který nesmí zmizet" in answer.text
    assert draft.document() == questionnaire()


def test_pictures_are_known_by_digests_only(client: FlaskClient) -> None:
    for digest in ("0" * 64, "x", "../secret", "A" * 64):
        assert client.get(f"/obrazky/{digest}").status_code == 404


def test_the_outline_counts_what_stops_publication(begin: Begin) -> None:
    draft = begin(annual())  # the town has no services yet, so their catalogue has nothing to choose from
    outline = draft.page()
    of_services = outline[outline.index('id="item-q12"') :].partition("</li>")[0]
    assert "ohlas-badge--error" in of_services
    assert draft.address("kontrola") in of_services
