"""Somebody who has a keyboard and no mouse: Tab, Enter, Space, arrows and letters, nothing else."""

from playwright.sync_api import Locator, Page

MOST_STOPS = 300


class Keyboard:
    """Uses a page from where the focus is."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, control: Locator) -> None:
        """Press Tab until the control (one of them, if there are several) has the focus."""
        for _ in range(MOST_STOPS):
            if control.evaluate_all("controls => controls.includes(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the Tab key does not reach {control}")

    def enter(self, control: Locator) -> None:
        """Follow a link or press a button, and wait for the whole next page."""
        self.reach(control)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def press(self, control: Locator) -> None:
        """Press a button that changes the form on the page."""
        self.reach(control)
        self.page.keyboard.press("Enter")

    def tick(self, control: Locator) -> None:
        """Tick a box."""
        self.reach(control)
        self.page.keyboard.press("Space")

    def choose(self, control: Locator) -> None:
        """Choose one of several radio buttons with the arrows, from the one that Tab leads to."""
        self.reach(self.page.locator(f"input[type=radio][name='{control.get_attribute('name')}']"))
        for _ in range(MOST_STOPS):
            if control.is_checked():
                return
            self.page.keyboard.press("ArrowDown")  # after the last one comes the first one
        raise AssertionError(f"the arrows do not reach {control}")

    def write(self, control: Locator, text: str) -> None:
        """Write into a field instead of what is there."""
        self.reach(control)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
