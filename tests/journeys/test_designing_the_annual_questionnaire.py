"""The annual questionnaire of Javorov is made by hand: each text, answer, condition, scale through pages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import service
from tests.journeys.author import Author
from tests.survey_app.conftest import annual

CODE = "annual-anew"
REASON = "Znění se nemění, aby se roky daly srovnat."


@pytest.fixture
def page(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """A methodologist of the demo town, signed in, whose browser runs no scripts."""
    instance = tmp_path / "instance"
    with service.running(instance, "--demo", WEB_PROCESSES="1") as running:
        passwords = dict(
            re.findall(r"(\w+)@javorov\.example\s+(\S+)", instance.with_name("instance.out").read_text())
        )
        with chromium.new_context(
            base_url=running.address, locale="cs-CZ", java_script_enabled=False
        ) as context:
            page = context.new_page()
            page.goto("/urad/prihlaseni")
            page.fill("input[name=email]", "methodologist@javorov.example")
            page.fill("input[type=password]", passwords["methodologist"])
            page.click("main button[type=submit]")
            yield page


def test_it_is_made_in_the_browser_and_means_the_same(page: Page) -> None:
    document = annual()
    author = Author(page)
    author.begin(document, CODE)
    for scale in document["scales"]:
        author.add_scale(scale)
    for section in document["sections"]:
        author.add_section(section)
    page.goto(f"{author.draft}/soubor")
    with page.expect_download() as download:
        page.locator("main a[href*='/soubor/json']").click()
    made = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert in_order(made) == in_order({**document, "questionnaire_code": CODE})

    author.publish(REASON)
    assert "/urad/dotazniky/verze/" in page.url
    version = page.url.partition("/verze/")[2].partition("?")[0]
    page.locator("main a[href*='/urad/vlny/nova']").first.click()
    assert page.locator("select[name=version]").input_value() == version


def in_order(part: Any) -> Any:
    """Return a part of a document with ticked facts in one order: boxes have that of their page."""
    if isinstance(part, dict):
        return {name: sorted(value) if name == "any_of" else in_order(value) for name, value in part.items()}
    return [in_order(each) for each in part] if isinstance(part, list) else part
