"""What a coordinator needs is in sight at once on a wide screen; on a narrow one it is one column."""

import pytest

from survey_app import db
from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.desk import Desk, expect_saved, open_first
from tests.browser.test_barriers import overflow


@pytest.fixture
def desk(demo_database: db.Database) -> Desk:
    """Comments of this test alone."""
    return Desk(demo_database)


def test_comment_suggestion_form_and_button_are_in_sight_together(
    new_context: NewContext, desk: Desk
) -> None:
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    sign_in(page, Role.COORDINATOR)
    desk.put(["Oběd je studený.", "Oběd je zase studený, a když zavolám, nikdo to nezvedá. " * 3])
    open_first(page, desk)
    form = "[data-triage]"
    for keys in ("", "n"):
        if keys:
            page.keyboard.press(keys)
        parts = f"blockquote, #suggestion, [name=accept], {form} label, {form} button"
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
