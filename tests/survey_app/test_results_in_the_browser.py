"""Pages of results as people see them: on paper, on a tablet, on a phone, with pictures and comments."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, Route

from survey_app import clock, db
from survey_app.models import ClearedComment, Region, StaffMember, Wave
from survey_app.operations import triage
from survey_app.vocabulary import CommentKind, Role, Source, Verdict
from tests.survey_app.office import add_comment, add_person
from tests.survey_app.results_document import document
from tests.survey_app.test_overview import draw, publish

SITE = "http://ohlas.example"
LONG = "Pečovatelka chodí včas, je trpělivá a vždy se zeptá, co maminka potřebuje; o víkendu nikdo nepřijde. "


@pytest.fixture
def published(closed: Wave, methodologist: StaffMember, region: Region) -> UUID:
    reader = add_person("reader@testov.example", (Role.COORDINATOR, region)).id
    for number in range(5):
        found = add_comment(
            region, f"{number}. {LONG}", wave_id=closed.id, service_code="S01", source=Source.QUESTIONNAIRE
        )
        with db.transaction() as session:
            triage.decide(
                session,
                found.id,
                0,
                verdict=Verdict.RELEVANT,
                reason=None,
                target_groups=("seniors",),
                kind=CommentKind.SUGGESTION,
                note="",
                staff_id=reader,
            )
            cleared = ClearedComment(
                comment_id=found.id, text=f"{number}. {LONG}", cleared_on=clock.now().date()
            )
            session.add(cleared)
    first = publish(closed, methodologist.id, document())
    snapshot = publish(
        closed, methodologist.id, document(compared_with={"snapshot_id": str(first), "wave_code": "annual-1"})
    )
    draw(snapshot)
    return snapshot


@pytest.fixture
def page(chromium: Browser, client: FlaskClient, published: UUID) -> Iterator[Page]:
    """A visitor whose browser asks the application itself, without a network between."""

    def answer(route: Route) -> None:
        said = client.get(route.request.url.removeprefix(SITE))
        route.fulfill(status=said.status_code, headers=dict(said.headers), body=said.data)

    context = chromium.new_context()
    context.route("**/*", answer)
    visitor = context.new_page()
    refused: list[str] = []
    visitor.on("console", lambda line: refused.append(line.text) if "Content Security" in line.text else None)
    yield visitor
    context.close()
    assert refused == []


@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
def test_the_overview_is_one_sheet_of_paper(page: Page, prefix: str) -> None:
    page.goto(f"{SITE}{prefix}/vysledky/annual-1/prehled")
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    (box,) = re.findall(rb"/MediaBox\s*\[([^\]]+)\]", sheet)
    assert [round(float(side)) for side in box.split()] == [0, 0, 595, 842]
    page.emulate_media(media="print")
    assert page.locator(".ohlas-plot__wide svg").is_visible()
    assert page.locator("blockquote").count() == 5


def test_the_three_answers_are_on_the_first_screen_of_a_tablet_and_the_table_is_whole(page: Page) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{SITE}/vysledky/annual-1/prehled")
    answers = page.locator(".ohlas-answer")
    assert answers.count() == 3
    last, plane = answers.last.bounding_box(), page.locator(".ohlas-plot").bounding_box()
    assert last is not None
    assert plane is not None
    assert last["y"] + last["height"] < 1024
    assert plane["y"] + plane["height"] < 1024 * 1.6
    frame = page.locator(".ohlas-overview .ohlas-scroll")
    assert frame.evaluate("each => each.scrollWidth - each.clientWidth") <= 0


def test_on_a_tablet_no_table_of_results_is_cut(page: Page) -> None:
    page.set_viewport_size({"width": 768, "height": 1024})
    page.goto(f"{SITE}/vysledky/annual-1")
    frame = page.locator("#all ~ .ohlas-scroll")
    assert frame.locator("thead").is_hidden()
    assert frame.evaluate("each => each.scrollWidth - each.clientWidth") <= 0


def test_on_a_phone_each_group_is_a_block_whose_figures_are_named(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{SITE}/en/vysledky/annual-1/prehled")
    frame = page.locator(".ohlas-overview .ohlas-scroll")
    assert frame.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    assert frame.locator("thead").is_hidden()
    row = frame.locator("tbody tr").first
    assert row.locator("td").first.get_attribute("data-label") == "Need"


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("address", ["/vysledky/annual-1", "/vysledky/annual-1/prehled"])
def test_one_form_of_each_picture_is_seen_and_nothing_is_wider_than_the_screen(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(SITE + address)
    figures = page.locator("figure.ohlas-plot")
    assert figures.count() >= 1
    for figure in figures.all():
        assert figure.locator("svg:visible").count() == 1
        around, drawn = figure.bounding_box(), figure.locator("svg:visible").bounding_box()
        assert around
        assert drawn
        assert drawn["y"] + drawn["height"] <= around["y"] + around["height"] + 1
    form = "phone" if width < 768 else "wide"
    assert page.locator(f".ohlas-plot__{form} svg:visible").count() == figures.count()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.ohlas-plot svg')]"
        ".filter(each => each.checkVisibility())"
        ".flatMap(each => [...each.querySelectorAll('text')].map("
        "text => parseFloat(text.getAttribute('font-size')) * each.getBoundingClientRect().width"
        " / each.viewBox.baseVal.width)))"
    )
    assert smallest >= 14
