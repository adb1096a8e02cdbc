"""A methodologist makes a questionnaire in a real browser, with the keyboard too, and meets no barrier."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.places import DRAFT
from tests.browser.test_barriers import VIEWS, barriers, overflow
from tests.chromium import press

PAGES = "/en/urad/dotazniky"


def begun(page: Page, code: str) -> str:
    """Begin an empty questionnaire; return its address."""
    sign_in(page, Role.METHODOLOGIST)
    page.goto(f"{PAGES}/novy")
    page.get_by_label("Title", exact=True).fill(f"Zkouška {code}")
    page.get_by_text("Further settings").click()
    page.get_by_label("Code", exact=True).fill(code)
    press(page.get_by_role("button", name="Begin"))
    return page.url.partition("?")[0]


def annual(page: Page) -> str:
    """Open the demo's draft of the annual questionnaire, whatever became of it; return its address."""
    sign_in(page, Role.METHODOLOGIST)
    page.goto(PAGES)
    press(page.locator("h3 a", has_text="v našem městě").first)
    return page.url.partition("?")[0]


@pytest.mark.parametrize("view", VIEWS, ids=("wide-light", "narrow-dark"))
def test_pages_of_a_draft_have_no_barrier(
    new_context: NewContext, axe_source: str, view: dict[str, Any]
) -> None:
    page = new_context(**view).new_page()
    address = annual(page)
    found = []
    for place in DRAFT:
        page.goto(address + place)
        found += barriers(page, axe_source) + overflow(page)
    page.goto(f"{address}/polozka/q11")
    page.locator("[id='texts.cs']").fill("")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.locator("[id='texts.cs-error']")).to_be_visible()
    found += barriers(page, axe_source) + overflow(page)
    assert found == []


def test_rows_are_added_without_a_new_page_and_saved(new_context: NewContext) -> None:
    page = new_context().new_page()
    address = begun(page, "rows")
    page.get_by_role("link", name="Add a section").click()
    page.get_by_label("Title (Czech)").or_(page.get_by_label("Title", exact=True)).fill("Úvod")
    page.get_by_role("button", name="Save", exact=True).last.click()
    page.get_by_role("link", name="Add an item").click()
    page.get_by_role("link", name="One choice").click()
    page.evaluate("window.stayed = true")
    page.locator("[id='texts.cs']").fill("Jak se máte?")
    page.get_by_label("nevím").uncheck()
    page.get_by_label("Answers, each on a line").fill("dobře\nšpatně")
    page.get_by_role("button", name="Set each answer apart").click()
    expect(page.locator("[id='options.0.labels.cs']")).to_be_focused()
    page.get_by_role("button", name="Add “don't know”").click()
    unknown = page.locator("[id='options.2.labels.cs']")
    expect(unknown).to_have_value("nevím")
    expect(unknown).to_be_focused()
    assert page.evaluate("window.stayed")
    page.get_by_role("button", name="Up – Answer 3: nevím").click()
    expect(page.locator("[id='options.1.labels.cs']")).to_have_value("nevím")
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_role("link", name="Jak se máte?")).to_be_visible()
    page.goto(f"{address}/polozka/q01")
    expect(page.locator("[id='options.1.code']")).to_have_value("dont_know")


def test_a_condition_shows_the_answers_of_the_item_that_was_chosen(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(f"{annual(page)}/polozka/q14")
    page.locator("button[value='condition.parts.add']").click()
    chosen = page.locator("[name='condition.parts.0.item']")
    chosen.select_option("q02")
    yes = page.locator("[name='condition.parts.0.options'][value=yes]")
    expect(yes).to_be_visible()
    expect(chosen).to_be_focused()
    label = page.locator("label", has=page.locator("xpath=self::*[@for='condition.parts.0.options']"))
    assert label.bounding_box()["height"] < 60, "a short word stands on one line"  # type: ignore[index]  # it shows


def test_an_item_is_moved_with_the_keyboard(new_context: NewContext) -> None:
    page = new_context().new_page()
    page.goto(annual(page))
    before = order(page)
    place = before.index("item-q06")
    page.get_by_role("button", name="Down – Jak se k vám").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**tlacitko=down**")
    expect(page.get_by_role("button", name="Down – Jak se k vám")).to_be_focused()
    assert order(page).index("item-q06") == place + 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**tlacitko=up**")
    expect(page.get_by_role("button", name="Up – Jak se k vám")).to_be_focused()
    assert order(page) == before


def order(page: Page) -> list[str]:
    """Return the ids of the items in the outline."""
    return list(page.locator(".ohlas-outline-item").evaluate_all("items => items.map(item => item.id)"))


def choice(page: Page, code: str) -> str:
    """Open the form of a new choice in a new questionnaire; return the address of the questionnaire."""
    address = begun(page, code)
    page.goto(f"{address}/novy-oddil")
    page.locator("[id='titles.cs']").fill("Úvod")
    press(page.get_by_role("button", name="Save", exact=True).last)
    press(page.get_by_role("link", name="Add an item").first)
    press(page.get_by_role("link", name="One choice"))
    return address


def test_unsaved_words_are_asked_about_before_they_are_left(new_context: NewContext) -> None:
    page = new_context().new_page()
    address = choice(page, "guarded")
    form = page.url
    page.get_by_role("link", name="Scales").click()
    page.wait_for_url("**/stupnice")
    page.goto(form)
    page.locator("[id='texts.cs']").fill("Jak k nám jezdíte?")
    page.get_by_role("link", name="Scales").click()
    question = page.get_by_role("dialog", name="You have unsaved changes")
    expect(question).to_be_visible()
    question.get_by_role("button", name="Stay here").click()
    expect(page.locator("[id='texts.cs']")).to_have_value("Jak k nám jezdíte?")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.get_by_role("link", name="Scales").click()
    question.get_by_role("button", name="Leave without saving").click()
    page.wait_for_url("**/stupnice")
    assert asked == [], "nobody is asked twice"
    page.goto(form)
    page.locator("[id='texts.cs']").press_sequentially("Jak?")
    page.reload()
    assert asked == ["beforeunload"]
    page.locator("[id='texts.cs']").fill("Jak k nám jezdíte?")
    page.locator("[id='options.pasted']").fill("pěšky")
    press(page.get_by_role("button", name="Save", exact=True).last)
    assert page.url.startswith(address), "who saves is not asked"
    assert asked == ["beforeunload"]


def test_enter_goes_from_answer_to_answer_and_adds_one_at_the_end(new_context: NewContext) -> None:
    page = new_context().new_page()
    choice(page, "enter")
    page.get_by_label("nevím").uncheck()
    page.locator("[id='options.pasted']").fill("kolem\nlodí")
    page.get_by_role("button", name="Set each answer apart").click()
    expect(page.locator("[id='options.0.labels.cs']")).to_be_focused()
    for number, words in enumerate(("pěšky", "autobusem", "vlakem", "autem")):
        page.locator(f"[id='options.{number}.labels.cs']").fill(words)
        page.keyboard.press("Enter")
        following = page.locator(f"[id='options.{number + 1}.labels.cs']")
        expect(following).to_be_focused()
    assert [page.locator(f"[id='options.{number}.labels.cs']").input_value() for number in range(5)] == [
        "pěšky",
        "autobusem",
        "vlakem",
        "autem",
        "",
    ]


def test_the_main_language_is_not_offered_as_a_further_one(new_context: NewContext) -> None:
    page = new_context().new_page()
    sign_in(page, Role.METHODOLOGIST)
    page.goto(f"{PAGES}/novy")
    czech, english = (page.locator(f"input[name=languages][value={tag}]") for tag in ("cs", "en"))
    expect(czech).to_be_hidden()
    page.select_option("[name=main_language]", "en")
    expect(czech).to_be_visible()
    expect(english).to_be_hidden()
