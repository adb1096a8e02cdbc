"""Keys that a person has chosen, and keys switched off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk, checked, on_screen, open_first
from tests.chromium import press

KEYS = "/urad/podnety/klavesy"


@pytest.fixture
def own_keys(coordinator: Page) -> Iterator[Page]:
    """The page of keys; whatever the test chooses there, the keys are the usual ones afterwards."""
    coordinator.goto(KEYS)
    yield coordinator
    coordinator.goto(KEYS)
    press(coordinator.locator("button[name=usual]"))


def test_chosen_keys_replace_the_usual_ones(own_keys: Page, desk: Desk) -> None:
    own_keys.fill("input[name=relevant]", "w")
    own_keys.fill("input[name='group:disability']", "")
    press(own_keys.locator("main form button:not([name])"))
    desk.put(["Podnět"], relevant=None, abstained=True, suggested_groups=[], kind=None)
    own_keys.goto(desk.start)
    for key in ("r", "2"):
        own_keys.keyboard.press(key)
    assert "relevant" not in checked(own_keys)
    assert "disability" not in checked(own_keys)
    own_keys.keyboard.press("w")
    assert "relevant" in checked(own_keys)
    expect(own_keys.locator("[name=verdict][value=relevant] + label kbd")).to_have_text("W")
    expect(own_keys.locator("[name=target_groups][value=disability] + label kbd")).to_have_count(0)


def test_switched_off_keys_do_nothing(own_keys: Page, desk: Desk) -> None:
    own_keys.uncheck("[name=switched_on]")
    press(own_keys.locator("main form button:not([name])"))
    desk.put(["Podnět", "Další"])
    open_first(own_keys, desk)
    shown, before = on_screen(own_keys), checked(own_keys)
    own_keys.wait_for_timeout(350)
    for key in ("r", "n", "1", "a", "k", "Enter", "ArrowRight", "?", "u"):
        own_keys.keyboard.press(key)
    assert (on_screen(own_keys), checked(own_keys)) == (shown, before)
    expect(own_keys.locator("main label kbd")).to_have_count(0)
    expect(own_keys.locator("dialog")).to_be_hidden()
