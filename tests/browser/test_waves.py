"""Waves in a real browser: planned, tried, approved by a second person; the poster on one sheet."""

import io
import re

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.places import WAVE_STEPS
from tests.browser.test_barriers import VIEWS, barriers

WAVE_CODE = "tried-in-a-browser"
SHEET_OF_PDF = re.compile(rb"/Type\s*/Page\b")


def staff(new_context: NewContext, role: Role, **view: object) -> Page:
    page = new_context(**view).new_page()
    sign_in(page, role)
    return page


def test_a_wave_is_planned_tried_and_approved_by_a_second_person(
    new_context: NewContext, axe_source: str
) -> None:
    page = staff(new_context, Role.METHODOLOGIST)
    page.goto("/en/urad/vlny/nova")
    page.fill("#wave_code", WAVE_CODE)
    page.click("main button[type=submit]")
    page.wait_for_url("**/en/urad/vlny/tried-in-a-browser?saved=created")
    assert page.locator("[aria-current=step]").inner_text() == "being prepared"
    page.click("text=Trial with testers")
    page.click("text=Start the trial")
    secret = page.get_attribute("a.ohlas-address", "href")
    tester = new_context(viewport={"width": 320, "height": 800}).new_page()
    tester.goto(f"{secret}/strana/start")
    assert "This is a trial." in tester.inner_text(".ohlas-band--trial")
    assert barriers(tester, axe_source) == []
    second = staff(new_context, Role.COORDINATOR)
    second.goto(f"/en/urad/vlny/{WAVE_CODE}/schvaleni")
    assert barriers(second, axe_source) == []
    second.click("main button[type=submit]")
    second.wait_for_url("**?saved=approved")
    assert tester.goto(str(secret)).status == 404  # type: ignore[union-attr]  # it always answers


@pytest.mark.parametrize("view", VIEWS, ids=("wide-light", "narrow-dark"))
def test_pages_of_steps_have_no_barrier_and_fit_a_phone(
    new_context: NewContext, axe_source: str, view: dict[str, object]
) -> None:
    page = staff(new_context, Role.METHODOLOGIST, **view)
    width = view["viewport"]["width"]  # type: ignore[index]  # a viewport has a width
    for address in WAVE_STEPS:
        page.goto(f"/en{address}")
        assert barriers(page, axe_source) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("tag", ["cs", "cs-easy", "en", "uk"])
def test_the_poster_is_printed_on_one_sheet(new_context: NewContext, tag: str) -> None:
    page = staff(new_context, Role.COORDINATOR)
    page.goto(f"/urad/vlny/annual-2026/plakat?jazyk={tag}")
    sheets = SHEET_OF_PDF.findall(page.pdf(prefer_css_page_size=True))
    assert len(sheets) == 1
    page.emulate_media(media="print")
    assert page.locator(".ohlas-poster__code").bounding_box()["width"] >= 280  # type: ignore[index]  # it is shown
    assert not page.locator("footer").is_visible()
    seen = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    (code,) = zxingcpp.read_barcodes(seen)
    assert code.text == page.locator(".ohlas-poster__address").inner_text(), "a phone reads what people read"
