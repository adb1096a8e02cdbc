"""A comment of the random sample in a real browser: no suggestion, fetched ahead or without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.desk import Desk, checked, decide_by, expect_saved, on_screen, open_first, strip
from tests.browser.test_barriers import barriers, overflow
from tests.chromium import press

SILENT = "form[data-unaided]"


def put_between(desk: Desk) -> None:
    """Put a comment of the sample between two others of which the machine is more and less sure."""
    desk.put(["Oběd je studený."], relevance=0.99)
    desk.put(["Paní pečovatelka chodí včas."], in_sample=True, relevance=0.95)
    desk.put(["Oběd je zase studený."], relevance=0.9)


def press_slowly(page: Page, *keys: str) -> None:
    """Press keys no sooner than somebody who has seen the comment."""
    page.wait_for_timeout(350)
    for key in keys:
        page.keyboard.press(key)


def test_the_key_that_accepts_says_that_there_is_nothing_to_accept_and_saves_nothing(
    coordinator: Page, desk: Desk
) -> None:
    page = coordinator
    put_between(desk)
    open_first(page, desk)
    expect(page.locator(SILENT)).to_have_count(0)
    decide_by(page, "a")
    expect(page.locator(SILENT)).to_have_count(1)
    drawn = on_screen(page)
    assert page.locator("button[name=accept], [data-says], blockquote mark").count() == 0
    assert checked(page) == []
    for chosen in ("", "p2"):  # also where the person has chosen everything
        press_slowly(page, *chosen, "a")
        expect(strip(page)).to_have_attribute("data-state", "told")
        said = page.locator("[data-keyboard]").get_attribute("data-unaided")
        assert said
        expect(page.get_by_role("status")).to_have_text(said)
        focused = "[data-comment]" if not chosen else "[name=target_groups][value=disability]"
        expect(page.locator(focused)).to_be_focused()
        assert on_screen(page) == drawn
        assert desk.steps(drawn) == []
    decide_by(page, "Enter")
    expect(page.locator("button[name=accept]")).to_be_visible()
    (step,) = desk.steps(drawn)
    assert (step.verdict, step.kind, step.target_groups) == ("relevant", "praise", ["disability"])


def test_undo_brings_back_the_own_choice_and_no_suggestion(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    put_between(desk)
    open_first(page, desk)
    decide_by(page, "a")
    drawn = on_screen(page)
    decide_by(page, "p", "2", "Enter")
    press_slowly(page, "u")
    expect(page.locator(SILENT)).to_have_count(1)
    assert on_screen(page) == drawn
    assert checked(page) == ["relevant", "praise", "disability"]
    assert page.locator("button[name=accept], [data-says], blockquote mark").count() == 0
    decide_by(page, "Enter")
    assert [step.kind for step in desk.steps(drawn)] == ["praise", None, "praise"]


def test_it_is_the_same_without_javascript(new_context: NewContext, desk: Desk) -> None:
    page = new_context(java_script_enabled=False).new_page()
    put_between(desk)
    sign_in(page, Role.COORDINATOR)
    page.goto(desk.start)
    press(page.locator("button[name=accept]"))
    drawn = on_screen(page)
    assert page.locator("button[name=accept], :checked").count() == 0
    press(page.locator("[data-triage] button:not([name])"))
    expect(page.locator("[data-error-summary]")).to_be_visible()
    page.check("[name=verdict][value=irrelevant]")
    page.check("[name=reason][value=advertising]")
    press(page.locator("[data-triage] button:not([name])"))
    assert on_screen(page) != drawn
    press(page.locator(".ohlas-saved [data-undo] button"))
    assert on_screen(page) == drawn
    assert checked(page) == ["irrelevant", "advertising"]
    assert page.locator("button[name=accept]").count() == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_it_has_no_barrier(new_context: NewContext, desk: Desk, axe_source: str, width: int) -> None:
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    sign_in(page, Role.COORDINATOR)
    desk.put(["Oběd je studený.", "Oběd je zase studený."], in_sample=True)
    open_first(page, desk)
    press_slowly(page, "a")
    expect(strip(page)).to_have_attribute("data-state", "told")
    assert barriers(page, axe_source) + overflow(page) == []
    decide_by(page, "p", "1", "Enter")
    expect_saved(page)
