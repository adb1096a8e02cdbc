"""A tour of a page with the Tab key alone: every control is reached, in order, in sight and visibly."""

from pathlib import Path

from playwright.sync_api import FloatRect, Page

SOURCE = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
MOST_STOPS = 1000
# Where a page has put the focus into a field, the tour begins at its top all the same.
FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus({ preventScroll: true });
  document.body.removeAttribute("tabindex");
  document.activeElement.blur();
}"""
AROUND = 8  # pixels around a control in which its focus may show


def tour(page: Page, shown: set[str]) -> list[str]:
    """Return what is wrong with the focus on its way through the page.

    Args:
        shown: kinds of controls whose focus has been seen to show; new ones are added.
    """
    page.evaluate(SOURCE)
    page.evaluate(FROM_THE_TOP)
    troubles: list[str] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate("focusTour.look()")
        if stop is None:
            break
        troubles += stop["troubles"]
        if stop["kind"] not in {None, *shown} and not stop["troubles"]:
            shown.add(stop["kind"])
            troubles += _unseen(page, stop)
    else:
        troubles.append("the way never ends")
    troubles += page.evaluate("focusTour.missed()")
    return troubles


def _unseen(page: Page, stop: dict[str, float]) -> list[str]:
    clip = _around(page, stop)
    focused = page.screenshot(clip=clip)
    page.evaluate("focusTour.blur()")
    if page.screenshot(clip=clip) != focused:
        return []
    return [f"the focus does not show on {stop['kind']}"]


def _around(page: Page, stop: dict[str, float]) -> FloatRect:
    size = page.viewport_size
    assert size is not None
    left, top = max(stop["x"] - AROUND, 0), max(stop["y"] - AROUND, 0)
    right = min(stop["x"] + stop["width"] + AROUND, size["width"])
    bottom = min(stop["y"] + stop["height"] + AROUND, size["height"])
    return FloatRect(x=left, y=top, width=right - left, height=bottom - top)
