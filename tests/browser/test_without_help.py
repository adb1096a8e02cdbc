"""What axe does not see: no JavaScript, keyboard alone, forced colours, text enlarged to 400 %."""

from playwright.sync_api import Page

from tests.browser.conftest import NewContext
from tests.browser.places import PUBLIC
from tests.chromium import press

PHONE = {"width": 320, "height": 640}


def test_the_questionnaire_is_answered_on_a_phone_without_javascript(new_context: NewContext) -> None:
    page = new_context(viewport=PHONE, java_script_enabled=False).new_page()
    page.goto("/")
    press(page.locator("main a[href='/dotaznik/annual-2026']").first)
    press(page.locator("main a[href$='/strana/start']"))
    page.check("input[name=q01][value=self]")
    page.check("input[name=q02][value=no]")
    for _ in range(8):
        if page.url.endswith("/kontrola"):
            break
        press(page.locator("form button[value=next]").last)
    press(page.locator("main form button[type=submit]"))
    assert page.url.endswith("/hotovo")
    assert page.locator(".govuk-panel--confirmation").count() == 1


def test_a_comment_is_written_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/napiste-nam/javorov")
    _tab_to(page, "#text")
    page.keyboard.type("Chtěla bych obědy i v sobotu.")
    _tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/hotovo")


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {selector}")


def test_the_first_tab_skips_to_the_content(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_the_focus_is_visible_on_every_control(page: Page) -> None:
    page.goto("/dotaznik/annual-2026/strana/start")
    for _ in range(14):
        before = page.screenshot()
        page.keyboard.press("Tab")
        assert page.screenshot() != before, page.evaluate("document.activeElement.outerHTML")


def test_a_chosen_answer_can_be_told_apart_in_forced_colours(new_context: NewContext) -> None:
    page = new_context(viewport=PHONE, forced_colors="active").new_page()
    page.goto("/dotaznik/annual-2026/strana/start")
    item = page.locator("div:has(> input[name=q01])").first
    before = item.screenshot()
    page.check("input[name=q01] >> nth=0")
    page.evaluate("document.activeElement.blur()")
    assert item.screenshot() != before


def test_nothing_is_wider_than_a_phone_or_a_screen_at_400_percent(new_context: NewContext) -> None:
    page = new_context(viewport={"width": 320, "height": 256}, java_script_enabled=False).new_page()
    for address in PUBLIC:
        page.goto(address)
        box = page.locator("html").bounding_box()
        assert box is not None
        page.mouse.wheel(400, 0)
        assert page.locator("body").bounding_box()["x"] >= 0, address  # type: ignore[index]  # the body has a box


def test_borders_of_controls_stand_out_three_to_one(new_context: NewContext) -> None:
    for scheme in ("light", "dark"):
        page = new_context(viewport=PHONE, color_scheme=scheme).new_page()
        page.goto("/napiste-nam/javorov")
        border, ground = page.evaluate(
            """() => {
                const style = getComputedStyle(document.querySelector('textarea'));
                return [style.borderTopColor, getComputedStyle(document.body).backgroundColor];
            }"""
        )
        assert _contrast(border, ground) >= 3, (scheme, border, ground)


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two CSS colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
