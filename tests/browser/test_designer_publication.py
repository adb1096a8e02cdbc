"""A questionnaire changed while people answer it, in a real browser: counts, a break, the switch."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NewContext
from tests.browser.test_barriers import VIEWS, barriers
from tests.browser.test_designer_views import bring_in, overflow
from tests.chromium import press
from tests.survey_app.conftest import annual


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The annual questionnaire with a question compared over the years, worded otherwise and recoded."""
    document = annual()
    document["version"] = "changed"
    item = document["sections"][0]["items"][0]
    item["trend"] = True
    item["texts"]["cs"] = "Změněná otázka?"
    option = item["options"][0]
    option["code"] = f"{option['code']}_new"
    path = tmp_path / "dotaznik.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def look(page: Page, axe_source: str, name: str) -> None:
    """Look for barriers, and for what a phone cannot show, at both widths."""
    for view in VIEWS:
        page.set_viewport_size(view["viewport"])  # type: ignore[arg-type]  # a viewport has a width and a height
        assert barriers(page, axe_source) == [], name
        assert overflow(page) <= 0, name


def give_reasons(page: Page, address: str) -> None:
    """Acknowledge every warning."""
    page.goto(f"{address}/kontrola")
    while page.locator("textarea[name=reason], input[name=reason]").count():
        reason = page.locator("textarea[name=reason], input[name=reason]").first
        reason.fill("Otázka zůstává kvůli srovnání.")
        press(reason.locator("xpath=ancestor::form").locator("button[type=submit]").first)


def test_a_change_is_counted_confirmed_published_and_put_to_use(
    new_context: NewContext, axe_source: str, file: Path
) -> None:
    page = new_context().new_page()
    draft = bring_in(page, file)
    give_reasons(page, draft)
    page.goto(f"{draft}/zverejnit")
    look(page, axe_source, "publication")
    press(page.locator("form[action$=zverejnit] button[type=submit]"))
    assert page.locator(".govuk-error-summary").is_visible()
    look(page, axe_source, "publication refused")
    page.locator("input[name=confirmed]").check()
    press(page.locator("form[action$=zverejnit] button[type=submit]"))
    page.wait_for_url("**/verze/**?saved=published")
    look(page, axe_source, "version")
    press(page.locator("a[href*='/vlna/annual-2026']"))
    look(page, axe_source, "switch")
    press(page.locator("main form button[type=submit]"))
    assert page.locator("#confirmed-error").is_visible()
    look(page, axe_source, "switch refused")
    page.check("#confirmed")
    press(page.locator("main form button[type=submit]"))
    page.wait_for_url("**/verze/**?saved=used")
    page.goto("/urad/vlny/annual-2025/odpovedi")
    look(page, axe_source, "responses")
