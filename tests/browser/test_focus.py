"""Every page with the Tab key alone: wide, at 400 % on a laptop, and with its text twice as large.

Every control is reached in order, in sight, with a visible focus; nothing is cut off or covered.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.focus import tour
from tests.browser.places import DRAFT, DRAFT_VIEWS, PUBLIC, STAFF, WAVE_STEPS
from tests.browser.test_designing import annual

ROOM = (Path(__file__).parent / "room.js").read_text(encoding="utf-8")
VIEWS = {
    "wide": ({"width": 1280, "height": 900}, 100),
    "at 400 %": ({"width": 320, "height": 256}, 100),
    "text at 200 %": ({"width": 1280, "height": 900}, 200),
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_is_used_with_the_tab_key_alone(new_context: NewContext, view: str) -> None:
    size, text = VIEWS[view]
    page = new_context(viewport=size).new_page()
    shown: set[str] = set()
    found = []
    for address in _places(page):
        page.evaluate("size => { document.documentElement.style.fontSize = `${size}%` }", text)
        found += [f"{address}: {trouble}" for trouble in (*page.evaluate(ROOM), *tour(page, shown))]
    assert found == []


def _places(page: Page) -> Iterator[str]:
    """Open one page after the other, each of the office as the first role that may see it."""
    for address in PUBLIC:
        page.goto(address)
        yield address
    waiting = [*STAFF, *WAVE_STEPS]
    for role in (Role.METHODOLOGIST, Role.COORDINATOR, Role.ADMINISTRATOR, Role.PROVIDER):
        page.context.clear_cookies()
        sign_in(page, role)
        for address in tuple(waiting):
            if _opens(page, address):
                waiting.remove(address)
                yield address
    assert waiting == []
    page.context.clear_cookies()
    draft = annual(page)
    for place in (*DRAFT, *DRAFT_VIEWS):
        assert _opens(page, draft + place), place
        yield place


def _opens(page: Page, address: str) -> bool:
    answer = page.goto(address)
    return answer is not None and answer.ok
