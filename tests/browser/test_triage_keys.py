"""Single keys for triage: they decide, they sleep while somebody types, and they can be switched off."""

import pytest
from playwright.sync_api import Page, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import sign_in


@pytest.fixture
def comment(page: Page) -> Page:
    """The first waiting comment, open for decision."""
    sign_in(page, Role.COORDINATOR)
    page.goto("/urad/podnety?state=waiting")
    page.locator("main table a").first.click()
    expect(page.locator("[data-shortcuts]")).to_be_visible()
    return page


def test_two_keys_decide_and_one_undoes(comment: Page) -> None:
    address = comment.url.partition("?")[0]
    comment.keyboard.press("r")
    comment.keyboard.press("p")
    suggested = comment.locator("[name=target_groups]:checked")
    while suggested.count():
        suggested.first.uncheck()
    comment.locator("h1").click()
    comment.keyboard.press("1")
    expect(comment.locator("[name=target_groups]").first).to_be_checked()
    comment.keyboard.press("Enter")
    comment.wait_for_url("**previous=*")
    comment.keyboard.press("u")
    comment.wait_for_url(f"{address}*")
    expect(comment.locator("[name=verdict]:checked")).to_have_count(0)


def test_reasons_appear_only_for_an_irrelevant_comment(comment: Page) -> None:
    reasons = comment.locator("[data-if-irrelevant]")
    expect(reasons).to_be_hidden()
    comment.keyboard.press("n")
    expect(reasons).to_be_visible()
    comment.keyboard.press("r")
    expect(reasons).to_be_hidden()


def test_keys_sleep_while_somebody_types(comment: Page) -> None:
    comment.locator("textarea").click()
    comment.keyboard.type("rn1u")
    expect(comment.locator("textarea")).to_have_value("rn1u")
    expect(comment.locator("[name=verdict]:checked")).to_have_count(0)


def test_keys_can_be_switched_off_for_good(comment: Page) -> None:
    comment.locator("[data-use-shortcuts]").uncheck()
    comment.reload()
    expect(comment.locator("[data-use-shortcuts]")).not_to_be_checked()
    comment.locator("h1").click()
    comment.keyboard.press("r")
    expect(comment.locator("[name=verdict]:checked")).to_have_count(0)
