"""Rankings, batteries, pictures and a language from the right, for eyes, ears, fingers and small screens."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from forms.checks import structure
from forms.definition import load
from survey_app import db
from survey_app.operations import pictures
from tests.browser import kinds
from tests.browser.conftest import NewContext
from tests.browser.test_barriers import VIEWS, barriers, overflow
from tests.chromium import press
from tests.publishing import in_open_wave

FORCED: tuple[dict[str, Any], ...] = tuple(
    {**view, "forced_colors": "active", "color_scheme": scheme}
    for view, scheme in zip(VIEWS, ("dark", "light"), strict=True)
)


@pytest.fixture(scope="module", autouse=True)
def kinds_wave(demo_database: db.Database) -> Iterator[None]:
    """The questionnaire is open in the demo town."""
    with demo_database.transaction() as session:
        digest = pictures.keep(session, kinds.picture())
    questionnaire = load(kinds.document(digest))
    assert structure.errors(questionnaire, filled=True) == []
    with in_open_wave(demo_database, questionnaire, kinds.CODE):
        yield


def go_on(page: Page) -> None:
    """Press Continue."""
    press(page.locator("form#questionnaire button[value=next]").last)


@pytest.mark.parametrize(
    "view", [*VIEWS, *FORCED], ids=("wide-light", "narrow-dark", "wide-forced-dark", "narrow-forced-light")
)
@pytest.mark.parametrize("prefix", kinds.WAYS)
def test_no_page_of_the_way_has_a_barrier(
    new_context: NewContext, axe_source: str, prefix: str, view: dict[str, Any]
) -> None:
    page = new_context(**view).new_page()
    found: list[str] = []

    def look() -> None:
        seen = barriers(page, axe_source)
        if (
            "forced_colors" in view
        ):  # axe reads the colours that were meant, not those that the browser forces
            seen = [barrier for barrier in seen if " color-contrast: " not in barrier]
        found.extend(seen + overflow(page))

    page.goto(prefix + kinds.LANDING)
    look()
    page.goto(prefix + kinds.START)
    look()
    go_on(page)
    assert page.locator(".govuk-error-summary").is_visible()
    look()
    page.locator("select[name=needs]").nth(2).select_option(index=1)
    page.check("input[name=place][value=garden]")
    assert page.locator("[data-item=why], input[name='needs.write_in']").evaluate_all(
        "all => all.every(one => one.checkVisibility())"
    )
    look()
    go_on(page)
    look()
    go_on(page)
    assert page.url.endswith("/kontrola")
    look()
    assert found == []


def test_a_ranking_says_to_ears_what_eyes_see(page: Page) -> None:
    page.goto(kinds.START)
    group = page.get_by_role("group", name=re.compile("Co by vám pomohlo nejvíc"))
    expect(group).to_have_accessible_description(re.compile("Vyberte|Zvolte|místo", re.IGNORECASE))
    for name in ("odlehčovací služba", "doprava k lékaři", "něco jiného"):
        expect(group.get_by_role("combobox", name=re.compile(name))).to_have_count(1)
    expect(group.get_by_role("checkbox", name="nevím")).to_have_count(1)
    battery = page.get_by_role("group", name="Jak hodnotíte pracovníky?", exact=True)
    row = battery.get_by_role("group", name="Mají na vás čas.", exact=True)
    assert row.get_by_role("radio").evaluate_all("all => all.map(one => one.labels[0].innerText)") == [
        "dobře",
        "špatně",
        "nevím",
    ]
    expect(page.get_by_role("img", name="Lidé u stolu")).to_have_count(1)


def test_a_ranking_is_made_with_the_keyboard_alone(page: Page) -> None:
    page.goto(kinds.START)
    page.focus("#needs")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    values = page.locator("select[name=needs]").evaluate_all("all => all.map(one => one.value)")
    assert values == ["1:respite", "2:transport", ""]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input[name=needs]").is_checked()
    values = page.locator("select[name=needs]").evaluate_all("all => all.map(one => one.value)")
    assert values == ["", "", ""]


def test_an_error_of_a_ranking_leads_to_its_first_list_and_is_heard_there(page: Page) -> None:
    page.goto(kinds.START)
    page.locator("select[name=needs]").nth(0).select_option("1:respite")
    page.locator("select[name=needs]").nth(1).select_option("1:transport")
    go_on(page)
    page.locator(".govuk-error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == "needs"
    group = page.get_by_role("group", name=re.compile("Co by vám pomohlo nejvíc"))
    error = page.locator("#needs-error").inner_text().strip()
    expect(group).to_have_accessible_description(re.compile(re.escape(error.splitlines()[-1])))
    assert page.locator("legend", has_text="Co by vám").bounding_box()["y"] >= 0  # type: ignore[index]  # it has a box


def test_it_is_answered_on_a_phone_from_the_right_without_javascript(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False).new_page()
    page.goto("/ar" + kinds.START)
    page.locator("select[name=needs]").nth(1).select_option("1:transport")
    page.check("input[name=staff_time][value=good]")
    page.check("input[name=place][value=hall]")
    go_on(page)
    assert "في قاعة الطعام" in page.locator("label[for=more]").inner_text()
    page.fill("#more", "لا شيء")
    go_on(page)
    press(page.locator("main form#questionnaire button[type=submit]"))
    assert page.url.endswith("/hotovo")


def test_chosen_and_not_chosen_differ_in_forced_colours(new_context: NewContext) -> None:
    page = new_context(**FORCED[1]).new_page()
    page.goto(kinds.START)
    for selector in ("input[name=staff_time]", "input[name=place]", "input[name=needs]"):
        item = page.locator(f"div:has(> {selector})").first
        before = item.screenshot()
        page.check(f"{selector} >> nth=0")
        page.evaluate("document.activeElement.blur()")
        assert item.screenshot() != before, selector


def test_a_page_from_the_right_begins_at_the_right(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/ar" + kinds.START)
    box = page.locator("fieldset:has([name=place])").bounding_box()
    radio = page.locator("input[name=place]").first.bounding_box()
    label = page.locator("label[for=place]").bounding_box()
    assert box is not None
    assert radio is not None
    assert label is not None
    assert radio["x"] > label["x"] + label["width"] / 2
    assert box["x"] + box["width"] - radio["x"] - radio["width"] < radio["width"]
