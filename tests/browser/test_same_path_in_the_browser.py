"""Random questionnaires answered in Chromium: with the script, without it, on the server and in the export,
the same way is taken.

The respondent changes their mind at random, goes back, and answers what is hidden again afterwards. After
every answer the page must show what `forms.routing` asks; in the end that is what is stored and exported.
"""

import json
from pathlib import Path
from random import Random

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from forms import routing
from forms.definition import Layout, Questionnaire, load
from forms.export import NOT_ASKED, columns, row
from survey_app import db
from survey_app.models import Response, Wave
from tests.browser.conftest import NewContext
from tests.browser.respondent import Respondent
from tests.chromium import press
from tests.forms.strategies import questionnaires
from tests.publishing import in_open_wave

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
CHAIN = load(json.loads((QUESTIONNAIRES / "hidden_chain.json").read_text(encoding="utf-8")))
"""What is hidden here hides again what depends on it."""
EXAMPLES = 12
"""Questionnaires answered with the script, and again as many without it; always the same ones."""
BACK = 0.2
"""How often the respondent goes back from a page."""
MOST_PAGES = 60


class Walk:
    """The way of one respondent through one wave."""

    def __init__(self, page: Page, questionnaire: Questionnaire, chance: Random, *, scripted: bool) -> None:
        self.page = page
        self.questionnaire = questionnaire
        self.chance = chance
        self.scripted = scripted
        self.who = Respondent(page, questionnaire, chance, scripted=scripted)
        self.seen: dict[str, list[str]] = {}

    def to_the_end(self, wave_code: str) -> None:
        """Answer from the landing page to the receipt."""
        self.page.goto(f"/dotaznik/{wave_code}")
        start = self.page.locator("main a[href*='/strana/']")
        if start.count():
            press(start.first)
        for _ in range(MOST_PAGES):
            if self.page.url.endswith("/hotovo"):
                return
            if self.page.url.endswith("/kontrola"):
                press(self.page.locator("main form#questionnaire button[type=submit]"))
            else:
                self._answer_page()
        raise AssertionError(f"the way does not end: {self.page.url}")

    def _answer_page(self) -> None:
        page = self._page_on_the_path()
        self._look(page)
        for _ in range(self.chance.randint(1, 3 * len(page.items))):
            item = self.chance.choice(self.who.in_sight())
            self.who.answer(item, really=False)
            self._look(page)
        before = routing.previous_page(self.questionnaire, self.who.answers, page.page_code)
        back = before is not None and self.chance.random() < BACK
        if not back:
            self._answer_what_must_be(page)
        self._leave(page, "back" if back else "next")

    def _answer_what_must_be(self, page: routing.Page) -> None:
        here = {item.item_code for item in page.items}
        while missing := [
            item
            for item in routing.unanswered_required(self.questionnaire, self.who.answers)
            if item.item_code in here
        ]:
            self.who.answer(missing[0], really=True)
            self._look(page)

    def _page_on_the_path(self) -> routing.Page:
        _, _, code = self.page.url.partition("/strana/")
        pages = {page.page_code: page for page in routing.pages(self.questionnaire, self.who.answers)}
        return pages[code or routing.WHOLE_PAGE]

    def _look(self, page: routing.Page) -> None:
        """The page shows what is asked after these answers; without the script all that may be asked."""
        asked = {item.item_code for item in routing.visible_items(self.questionnaire, self.who.answers)}
        shown = [item.item_code for item in self.who.in_sight()]
        here = [item.item_code for item in page.items]
        assert shown == ([code for code in here if code in asked] if self.scripted else here)
        self.seen[page.page_code] = [code for code in shown if code in asked]

    def _leave(self, page: routing.Page, action: str) -> None:
        step = routing.next_page if action == "next" else routing.previous_page
        goal = step(self.questionnaire, self.who.answers, page.page_code)
        missing = routing.unanswered_required(self.questionnaire, self.who.answers)
        if not any(item in page.items for item in missing):  # else the page comes back as it was left
            self.who.forget_hidden(page.items)
        press(self.page.locator(f"main form#questionnaire button[value={action}]").last)
        if goal:
            end = f"/strana/{goal.page_code}"
        elif self.questionnaire.layout is Layout.PAGE:
            end = "/hotovo"
        else:
            end = "/kontrola"
        assert self.page.url.endswith(end), self.page.locator("main").inner_text()


@pytest.fixture
def page(new_context: NewContext, request: pytest.FixtureRequest) -> Page:
    """A visitor with the script or without it."""
    return new_context(java_script_enabled=request.param).new_page()


@pytest.mark.parametrize("page", [True, False], ids=["script", "no-script"], indirect=True)
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@example(questionnaire=CHAIN, chance=Random(6))  # noqa: S311  # answers, hides, and so hides what follows
@given(questionnaire=questionnaires(), chance=st.randoms(use_true_random=False))
def test_the_page_the_server_and_the_export_take_the_same_way(
    page: Page,
    demo_database: db.Database,
    request: pytest.FixtureRequest,
    questionnaire: Questionnaire,
    chance: Random,
) -> None:
    page.context.clear_cookies()
    walk = Walk(page, questionnaire, chance, scripted=request.node.callspec.params["page"])
    with in_open_wave(demo_database, questionnaire) as code:
        walk.to_the_end(code)
        with demo_database.reading() as session:
            stored = session.scalars(
                sa.select(Response.answers).join(Wave).where(Wave.wave_code == code)
            ).one()
    answers = walk.who.answers
    assert stored == routing.on_path(questionnaire, answers)
    pages = [page.page_code for page in routing.pages(questionnaire, answers)]
    seen = [item_code for page_code in pages for item_code in walk.seen[page_code]]
    assert seen == [item.item_code for item in routing.visible_items(questionnaire, answers)]
    exported = row(questionnaire, stored, texts=True)
    assert exported == row(questionnaire, answers, texts=True)
    for column in columns(questionnaire, texts=True):
        assert (exported[column.name] == NOT_ASKED) is (column.item_code not in seen)
