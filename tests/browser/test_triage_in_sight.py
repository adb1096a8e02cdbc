"""What a coordinator needs is in sight at once on a wide screen; on a narrow one it is one column."""

from playwright.sync_api import expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.desk import Desk, decide_by, expect_saved, open_first, strip
from tests.browser.test_barriers import overflow


def test_comment_suggestion_form_and_button_are_in_sight_together(
    new_context: NewContext, desk: Desk
) -> None:
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    sign_in(page, Role.COORDINATOR)
    desk.put(["Oběd je studený.", "Oběd je zase studený, a když zavolám, nikdo to nezvedá. " * 3])
    open_first(page, desk)
    form = "[data-triage]"
    beside = "[data-skip] button, [data-leave] button, [data-help], .govuk-details:has([data-flag]) summary"
    for keys in ("", "n"):
        if keys:
            page.keyboard.press(keys)
        parts = f"blockquote, #suggestion, [name=accept], {form} label, {form} button, {beside}"
        for part in page.locator(parts).all():
            if part.is_visible():
                box = part.bounding_box()
                assert box
                assert 0 <= box["y"] <= box["y"] + box["height"] <= 800, part.inner_text()
        assert page.evaluate("scrollY") == 0
    page.keyboard.press("k")
    expect_saved(page)
    assert overflow(page) == []


def test_on_a_narrow_screen_all_is_one_column_in_the_order_of_the_page(
    new_context: NewContext, desk: Desk
) -> None:
    page = new_context(viewport={"width": 320, "height": 256}).new_page()  # 1280 × 1024 at 400 %
    sign_in(page, Role.COORDINATOR)
    desk.put(["Oběd je studený.", "Oběd je zase studený."])
    open_first(page, desk)
    form = ", ".join(f"[name={name}]" for name in ("verdict", "kind", "target_groups", "note"))
    parts = page.locator(f"[data-comment], blockquote, [name=accept], {form}")
    tops = parts.evaluate_all("parts => parts.map(part => part.getBoundingClientRect().top)")
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)


def test_on_a_narrow_screen_the_next_comment_is_in_sight_with_what_became_of_the_one_before(
    new_context: NewContext, desk: Desk
) -> None:
    page = new_context(viewport={"width": 320, "height": 568}).new_page()
    sign_in(page, Role.COORDINATOR)
    desk.put([f"Oběd číslo {number} byl studený." for number in range(2)], in_sample=True)
    open_first(page, desk)
    decide_by(page, "s", "1", "Enter")
    expect(page.locator("[data-comment]")).to_be_focused()
    for part in (strip(page), page.locator("[data-comment]"), page.locator("blockquote")):
        expect(part).to_be_in_viewport(ratio=1)
    page.keyboard.press("o")
    expect(strip(page)).not_to_be_in_viewport()
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_timeout(350)  # nobody reads faster
    page.keyboard.press("a")
    expect(strip(page)).to_be_in_viewport(ratio=1)  # it says that there is nothing to accept
