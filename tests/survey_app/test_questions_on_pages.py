"""How batteries, rankings, pictures, notes and earlier answers look on the pages of a questionnaire."""

import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

from flask import Flask, render_template_string
from flask.testing import FlaskClient
from PIL import Image

from forms.build import form_class
from forms.definition import load
from survey_app import db
from survey_app.operations import pictures
from tests.survey_app.conftest import MakeWave
from tests.survey_app.walking import follow, read, send

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"


def tiny(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((QUESTIONNAIRES / f"{name}.json").read_text(encoding="utf-8"))
    return document


class _Outline(HTMLParser):
    """Headings, ids and what labels and descriptions point at."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.pointed_at: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.pointed_at |= set(given.get(name, "").split())


def outline(html: str) -> _Outline:
    found = _Outline()
    found.feed(html.partition("<main")[2].partition("</main")[0])
    return found


def test_a_battery_is_groups_of_radios_under_one_heading(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("rating_battery"))
    page = client.get("/dotaznik/tiny-1/strana/main")
    assert page.text.count("<fieldset") == 3
    assert "<table" not in page.text
    assert re.search(r'role="group" aria-labelledby="staff" data-item="staff"', page.text)
    assert re.search(r'<h1 [^>]*id="staff"[^>]*>Jak hodnotíte tyto stránky služby\?</h1>', page.text)
    assert page.text.count("velmi dobře</label>") == 3
    shape = outline(page.text)
    assert shape.headings == ["h1"]
    assert len(set(shape.ids)) == len(shape.ids)
    assert shape.pointed_at <= set(shape.ids)


def test_every_row_of_a_required_battery_is_asked_for(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("rating_battery"))
    refused = send(client, client.get("/dotaznik/tiny-1/strana/main"), {"place": "good"})
    assert refused.status_code == 422
    assert re.findall(r'<li><a href="#(\w+)">', refused.text) == ["staff_time", "staff_words"]


def test_a_battery_alone_on_its_page_is_the_heading_and_says_once_when_to_answer(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("rating_battery_alone"))
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/used"), {"used": "yes"}))
    assert outline(page.text).headings == ["h1"]
    assert "<title>Jak hodnotíte tyto stránky služby?" in page.text


def test_a_battery_on_one_page_with_a_condition_points_at_the_sentence_of_its_lead(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("rating_battery_alone") | {"layout": "page"})
    page = client.get("/dotaznik/tiny-1")
    assert page.text.count('class="ohlas-item__condition"') == 1
    shape = outline(page.text)
    assert shape.pointed_at <= set(shape.ids)
    assert "staff-condition" in shape.pointed_at
    assert shape.headings == ["h1", "h2"]


def test_the_check_page_shows_the_rows_under_their_lead(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("rating_battery"))
    answers = {"staff_time": "good", "staff_words": "bad", "place": "dont_know"}
    check = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/main"), answers))
    assert re.search(r"<h3[^>]*>Jak hodnotíte tyto stránky služby\?</h3>", check.text)
    assert check.text.count("govuk-summary-list__row") == 3
    assert "spíše dobře" in check.text


def test_a_ranking_has_a_labelled_list_for_every_option(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("ranking"))
    page = client.get("/dotaznik/tiny-1/strana/main")
    shape = outline(page.text)
    assert page.text.count("<select") == 4
    assert shape.pointed_at <= set(shape.ids)
    refused = send(client, page, {"priorities": ["1:transport", "1:respite"]})
    assert refused.status_code == 422
    assert refused.text.count(" selected>1. místo") == 2
    again = send(client, page, {"priorities": ["2:transport", "1:respite"]})
    check = follow(client, again)
    assert check.text.index("1. odlehčení") < check.text.index("2. doprava")


def test_pictures_have_words_a_size_and_an_address(client: FlaskClient, make_wave: MakeWave) -> None:
    content = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(content, "PNG")
    with db.transaction() as session:
        digest = pictures.keep(session, pictures.written_anew(content.getvalue()))
    document = tiny("picture")
    document["sections"][0]["items"][0]["picture"]["digest"] = digest
    make_wave(document)
    page = client.get("/en/dotaznik/tiny-1/strana/main")
    assert f'src="/obrazky/{digest}" alt="Lidé u stolu (en)" width="40" height="30"' in page.text
    assert re.search(r'src="/obrazky/b{64}" alt="" decoding', page.text)
    assert client.get(f"/obrazky/{digest}").status_code == 200


def test_notes_for_the_interviewer_are_for_the_interviewer_only(
    app: Flask, client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("interviewer_notes"))
    assert "Možnosti nečtěte" not in client.get("/dotaznik/tiny-1/strana/main").text
    questionnaire = load(tiny("interviewer_notes"))
    form = form_class(questionnaire, questionnaire.items, "cs")(interviewer=True)
    template = '{% import "macros/items.html" as items with context %}{{ items.item_fields(form) }}'
    with app.test_request_context():
        assert "Možnosti nečtěte" in render_template_string(template, form=form, html_language="cs")


def test_an_earlier_answer_is_repeated_to_who_gave_it_and_to_nobody_else(
    app: Flask, make_wave: MakeWave
) -> None:
    make_wave(tiny("piping"))
    one, other = app.test_client(), app.test_client()
    words = "<b>Lípa</b> {{visits}}"
    page = follow(
        one,
        send(one, one.get("/dotaznik/tiny-1/strana/part_1"), {"service": "dum", "name": words}),
    )
    assert "pracovnících Domova pod Lipou?" in page.text
    assert "„&lt;b&gt;Lípa&lt;/b&gt; {{visits}}“" in page.text
    assert "<b>Lípa" not in page.text
    strange = other.get("/dotaznik/tiny-1/strana/part_2")
    assert "pracovnících této služby?" in strange.text
    assert "Lípa" not in strange.text
    check = follow(one, send(one, page, {"quality_plain": "moc"}))
    assert "Jak se vám líbí „Domov pod Lipou“?" in check.text


def test_an_answer_that_left_the_path_is_repeated_no_more(client: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(tiny("piping_of_a_hidden_answer"))
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/part_1"), {"used": "yes"}))
    page = follow(client, send(client, page, {"name": "Lípa"}))
    assert "ve službě „Lípa“?" in page.text
    page = follow(client, send(client, client.get("/dotaznik/tiny-1/strana/part_1"), {"used": "no"}))
    assert "ve službě obecně?" in page.text


def test_an_easy_variant_shows_fewer_points_and_stores_the_same_codes(
    client: FlaskClient, make_wave: MakeWave
) -> None:
    make_wave(tiny("rating_battery_easy"))
    page = client.get("/cs-easy/dotaznik/tiny-1")
    assert page.text.count('type="radio"') == 9
    assert read(page).names >= {"staff_time", "staff_words", "place"}
    sent = send(client, page, {"staff_time": "very_good"})
    assert sent.status_code == 303
