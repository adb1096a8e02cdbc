"""axe finds no barrier on any page, in any language, wide or narrow, light or dark.

axe is not enough (it does not see a radio button that vanishes in forced colours): see test_without_help.py.
"""

from typing import Any

import pytest
from playwright.sync_api import Page

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.places import PREFIXES, PUBLIC, STAFF
from tests.chromium import press

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS: tuple[dict[str, Any], ...] = (
    {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 320, "height": 800}, "color_scheme": "dark"},
)


def barriers(page: Page, axe_source: str) -> list[str]:
    """Return what axe finds on the page, each with the rule and the place."""
    page.evaluate(axe_source)
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [
        f"{page.url} {violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("view", VIEWS, ids=("wide-light", "narrow-dark"))
@pytest.mark.parametrize("prefix", PREFIXES)
def test_public_pages_have_no_barrier(
    new_context: NewContext, axe_source: str, prefix: str, view: dict[str, Any]
) -> None:
    page = new_context(**view).new_page()
    found = []
    for address in PUBLIC:
        page.goto(prefix + address)
        found += barriers(page, axe_source)
        found += overflow(page)
    assert found == []


def overflow(page: Page) -> list[str]:
    """Return a complaint where the page must be scrolled sideways."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{page.url} is {wider} px wider than the screen"] if wider > 0 else []


def test_pages_with_errors_have_no_barrier(page: Page, axe_source: str) -> None:
    page.goto("/dotaznik/annual-2026/strana/start")
    press(page.locator("form button[value=next]").last)
    found = barriers(page, axe_source)
    page.goto("/napiste-nam/javorov")
    press(page.locator("main form button[type=submit]"))
    found += barriers(page, axe_source)
    page.goto("/podnet")
    page.fill("#code", "AAAA")
    press(page.locator("main form button[type=submit]"))
    found += barriers(page, axe_source)
    page.goto("/urad/prihlaseni")
    press(page.locator("main form button[type=submit]"))
    found += barriers(page, axe_source)
    assert found == []


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_way_to_the_receipt_has_no_barrier(new_context: NewContext, axe_source: str, prefix: str) -> None:
    page = new_context(**VIEWS[1]).new_page()
    page.goto(f"{prefix}/dotaznik/annual-2026/strana/start")
    found = []
    for _ in range(12):
        if page.url.endswith("/kontrola"):
            break
        for name, value in (("q01", "self"), ("q02", "yes"), ("q03", "S01")):
            choice = page.locator(f"input[name={name}][value={value}]")
            if choice.count():
                choice.check()
        if page.locator("textarea[name=q15]").count():
            page.fill("textarea[name=q15]", "Obědy by mohly být teplejší.")
        found += barriers(page, axe_source) + overflow(page)
        press(page.locator("form#questionnaire button[value=next]").last)
    found += barriers(page, axe_source) + overflow(page)
    press(page.locator("main form#questionnaire button[type=submit]"))
    found += barriers(page, axe_source) + overflow(page)
    assert found == []


@pytest.mark.parametrize("view", VIEWS, ids=("wide-light", "narrow-dark"))
@pytest.mark.parametrize("prefix", ["", "/en", "/uk"])
def test_staff_pages_have_no_barrier(
    new_context: NewContext, axe_source: str, prefix: str, view: dict[str, Any]
) -> None:
    found = []
    seen: set[str] = set()
    for role in (Role.METHODOLOGIST, Role.COORDINATOR, Role.ADMINISTRATOR, Role.PROVIDER):
        page = new_context(**view).new_page()
        sign_in(page, role)
        for address in (*STAFF, *_linked(page)):
            answer = page.goto(prefix + address)
            assert answer is not None
            assert answer.status in {200, 403}
            if answer.status == 200 or "forbidden" not in seen:
                found += barriers(page, axe_source)
                found += overflow(page)
            seen.add(address if answer.status == 200 else "forbidden")
    assert {*STAFF, "forbidden"} <= seen
    assert len(seen) >= len(STAFF) + 5  # and what is linked
    assert found == []


def _linked(page: Page) -> list[str]:
    """Return one comment, one index snapshot and all its figures, and one reply, where the role sees them."""
    linked = []
    for listing, pattern in (
        ("/urad/podnety", "/urad/podnety/"),
        ("/urad/vlny/annual-2025", "/urad/vysledky/"),
        ("/urad/moje-sluzby", "/urad/moje-sluzby/"),
    ):
        page.goto(listing)
        links = page.locator(f"main a[href*='{pattern}']")
        if links.count():
            address = links.first.get_attribute("href") or ""
            linked += [address, f"{address}/vse"] if "/vysledky/" in address else [address]
    return linked
