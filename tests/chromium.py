"""A real Chromium, one for each test process, for whatever tests drive a browser."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"]


class MissingBrowserError(Exception):
    """No Chromium on this machine; the message says how to install it."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise MissingBrowserError("The tests need Chromium. Install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


def press(control: Locator) -> None:
    """Press a button or follow a link, and wait until the next page has arrived whole.

    A click alone returns with the first bytes of the answer: who counts elements then, counts half a page.
    """
    with control.page.expect_navigation():
        control.click()
