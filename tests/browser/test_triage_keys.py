"""Reading comments with the keyboard alone: a key does what is shown beside it, and sleeps when it should."""

import re

import pytest
from playwright.sync_api import Page, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.desk import Desk, checked, decide_by, expect_saved, on_screen, open_first, strip
from tests.browser.focus import tour
from tests.browser.keyboard import Keyboard
from tests.browser.test_barriers import barriers, overflow

KEYS = "/urad/podnety/klavesy"
# What Playwright, which types as in Ohio, cannot: a Czech keyboard, a Cyrillic one, a key that is held down.
SEND = """init => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {bubbles: true, cancelable: true, ...init}))"""


@pytest.fixture
def comment(coordinator: Page, desk: Desk) -> Page:
    """A comment of which the machine says nothing, and another one after it."""
    nothing = {"relevant": None, "abstained": True, "suggested_groups": [], "kind": None}
    desk.put(["Nevím, co si o tom myslet.", "A tohle také ne."], **nothing)
    open_first(coordinator, desk)
    return coordinator


def test_four_comments_are_decided_without_a_mouse(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    comments = desk.put(["Obědy nosí včas.", "Oběd je studený.", "Na lékaře čekám rok.", "Jak si požádám?"])
    open_first(page, desk)
    seen = []
    for keys in ("a", "Enter", "n 3 Enter"):
        seen.append(on_screen(page))
        decide_by(page, *keys.split())
    seen.append(on_screen(page))
    with page.expect_navigation():  # after the last one comes the queue
        for key in ("1", "d", "x", "Enter"):
            page.wait_for_timeout(350)
            page.keyboard.press(key)
    stored = desk.steps(*comments)
    assert [step.comment_id for step in stored] == seen
    assert set(seen) == set(comments)
    assert [(step.verdict, step.kind, step.irrelevance_reason) for step in stored] == [
        ("relevant", "complaint", None),
        ("relevant", "complaint", None),
        ("irrelevant", "complaint", "health_care"),
        ("relevant", "question", None),
    ]
    assert stored[1].target_groups == ["seniors"]
    assert stored[3].target_groups == [
        "minorities"
    ]  # 1 has taken the suggested group away, X has chosen another


def test_the_keyboard_leads_from_the_first_page_of_staff_to_a_comment(coordinator: Page) -> None:
    keyboard = Keyboard(coordinator)
    keyboard.enter(coordinator.locator("nav a[href$='/urad/podnety']"))
    keyboard.enter(coordinator.locator("main a[href*='/dalsi']"))
    expect(coordinator.locator("[data-comment]")).to_be_visible()


def test_who_names_a_group_has_said_that_it_is_relevant(comment: Page) -> None:
    comment.keyboard.press("2")
    assert checked(comment) == ["relevant", "disability"]


def test_the_general_group_stands_alone_and_what_it_unticks_is_said(comment: Page) -> None:
    for key in ("1", "2", "b"):
        comment.keyboard.press(key)
    assert checked(comment) == ["relevant", "general"]
    expect(comment.get_by_role("status")).to_contain_text("senioři, osoby se zdravotním postižením")
    comment.keyboard.press("1")
    assert checked(comment) == ["relevant", "seniors"]
    expect(comment.get_by_role("status")).to_contain_text("veřejnost")


def test_one_key_leaves_a_comment_for_others(comment: Page) -> None:
    expect(comment.locator("[data-leave] button")).to_have_attribute("aria-keyshortcuts", "J")
    comment.wait_for_timeout(350)
    with comment.expect_navigation(url=re.compile("/urad/podnety(\\?|$)")):
        comment.keyboard.press("j")


def test_digits_mean_reasons_once_a_comment_is_irrelevant(comment: Page) -> None:
    reasons = comment.locator("[data-if-irrelevant]")
    expect(reasons).to_be_hidden()
    comment.keyboard.press("n")
    expect(reasons).to_be_visible()
    expect(comment.locator("[name=reason][value=health_care]")).to_have_attribute("aria-keyshortcuts", "3")
    expect(comment.locator("[name=target_groups] + label kbd")).to_have_count(0)
    comment.keyboard.press("3")
    assert checked(comment) == ["irrelevant", "health_care"]
    comment.keyboard.press("r")
    expect(reasons).to_be_hidden()
    expect(comment.locator("[name=target_groups] + label kbd").first).to_have_text("1")


def test_a_suggestion_that_is_not_whole_is_not_accepted(comment: Page) -> None:
    shown = on_screen(comment)
    comment.wait_for_timeout(350)
    for key in ("a", "Enter"):
        comment.keyboard.press(key)
        expect(strip(comment)).to_have_attribute("data-state", "trouble")
    assert on_screen(comment) == shown
    assert checked(comment) == []


@pytest.mark.parametrize(
    ("keys", "saved"),
    [
        ("p", ("relevant", "praise", ["seniors"], None)),
        ("4", ("relevant", "complaint", ["seniors", "carers"], None)),
        ("n 1", ("irrelevant", "complaint", [], "other_department")),
    ],
    ids=["kind", "group", "irrelevant"],
)
def test_accepting_saves_what_is_on_the_screen(
    coordinator: Page, desk: Desk, keys: str, saved: tuple[str, str, list[str], str | None]
) -> None:
    page = coordinator
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(2)])
    open_first(page, desk)
    first = on_screen(page)
    expect(page.locator("button[name=accept]")).to_be_visible()
    assert checked(page) == ["relevant", "complaint", "seniors"]
    for key in keys.split():
        page.keyboard.press(key)
    expect(page.locator("button[name=accept]")).to_be_hidden()
    decide_by(page, "a")
    (step,) = desk.steps(*comments)
    assert step.comment_id == first
    assert (step.verdict, step.kind, step.target_groups, step.irrelevance_reason) == saved


def test_the_button_that_accepts_comes_back_with_the_suggestion(coordinator: Page, desk: Desk) -> None:
    desk.put(["Oběd je studený.", "Oběd je zase studený."])
    open_first(coordinator, desk)
    for key, is_visible in (("p", False), ("s", True), ("2", False), ("2", True)):
        coordinator.keyboard.press(key)
        expect(coordinator.locator("button[name=accept]")).to_be_visible(visible=is_visible)


def test_undo_goes_several_steps_back(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(4)])
    open_first(page, desk)
    seen = []
    for _ in range(3):
        seen.append(on_screen(page))
        decide_by(page, "a")
    for expected in reversed(seen):
        page.keyboard.press("u")
        expect(page.locator(f"[data-comment='{expected}']")).to_be_visible()
        expect(strip(page)).to_contain_text("Týká se sociálních služeb")
        assert checked(page) == ["relevant", "complaint", "seniors"]  # as it was decided
    steps = desk.steps(*comments)
    assert [step.comment_id for step in steps] == [*seen, *reversed(seen)]
    assert [step.verdict for step in steps] == ["relevant"] * 3 + [None] * 3


def test_undo_after_putting_off_brings_that_comment_back_with_what_was_begun(
    coordinator: Page, desk: Desk
) -> None:
    page = coordinator
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(4)])
    open_first(page, desk)
    decide_by(page, "a")
    put_off = on_screen(page)
    page.keyboard.press("p")
    page.fill("[name=note]", "Zavolat")
    page.keyboard.press("Escape")
    decide_by(page, "k")
    asked = on_screen(page)
    page.keyboard.press("f")
    page.keyboard.type("Patří to nám?")
    decide_by(page, "Control+Enter")
    page.keyboard.press("u")
    expect(page.locator(f"[data-comment='{asked}']")).to_be_visible()
    expect(page.locator("[name=question]")).to_have_value("Patří to nám?")
    page.keyboard.press("u")
    expect(page.locator(f"[data-comment='{put_off}']")).to_be_visible()
    expect(page.locator("[name=kind][value=praise]")).to_be_checked()
    expect(page.locator("[name=note]")).to_have_value("Zavolat")
    assert [step.verdict for step in desk.steps(*comments)] == ["relevant"]  # the decision before still holds


def test_putting_off_and_asking_a_colleague_go_on_at_once(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    comments = desk.put([f"Podnět {number}" for number in range(5)])
    open_first(page, desk)
    first = on_screen(page)
    decide_by(page, "k")
    second = on_screen(page)
    decide_by(page, "ArrowRight")
    third = on_screen(page)
    page.keyboard.press("f")
    page.keyboard.type("Patří to nám?")
    page.keyboard.press("Tab")
    decide_by(page, "Enter")
    assert len({first, second, third, on_screen(page)}) == 4
    assert desk.steps(*comments) == []
    assert desk.questions(third) == ["Patří to nám?"]


def test_the_note_is_a_key_away_and_swallows_keys(comment: Page) -> None:
    comment.keyboard.press("o")
    expect(comment.locator("[name=note]")).to_be_focused()
    comment.keyboard.type("rn1u?k")
    comment.keyboard.press("ArrowRight")
    expect(comment.locator("[name=note]")).to_have_value("rn1u?k")
    assert checked(comment) == []
    comment.keyboard.press("Escape")
    expect(comment.locator("[data-comment]")).to_be_focused()
    comment.keyboard.press("r")
    assert checked(comment) == ["relevant"]


def test_the_note_shows_the_keys_that_save_from_it(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(3)])
    open_first(page, desk)
    first, save = on_screen(page), page.locator("[data-triage] button:not([name])")
    page.wait_for_timeout(350)
    page.keyboard.press("p")
    expect(save).to_have_attribute("aria-keyshortcuts", "Enter")
    page.keyboard.press("o")
    expect(save.locator("kbd")).to_have_text("Ctrl+Enter")
    expect(save).to_have_attribute("aria-keyshortcuts", "Control+Enter")
    page.keyboard.type("Zavolat")
    page.keyboard.press("Enter")
    page.keyboard.type("zítra")
    assert on_screen(page) == first
    page.keyboard.press("Control+Enter")
    expect_saved(page)
    (step,) = desk.steps(*comments)
    assert (step.comment_id, step.kind, step.note.split()) == (first, "praise", ["Zavolat", "zítra"])
    page.keyboard.press("o")
    page.keyboard.press("Escape")
    expect(page.locator("[data-triage] button:not([name]) kbd")).to_have_text("Enter")


def test_what_is_missing_is_said_until_something_is_chosen(comment: Page) -> None:
    comment.wait_for_timeout(350)
    comment.keyboard.press("Enter")
    expect(strip(comment)).to_have_attribute("data-state", "trouble")
    comment.keyboard.press("s")
    expect(comment.get_by_role("status")).to_be_empty()
    comment.keyboard.press("Enter")
    expect(strip(comment)).to_have_attribute("data-state", "trouble")
    expect(comment.locator("[name=target_groups]").first).to_be_focused()


def test_where_only_the_kind_is_missing_that_is_said_and_has_the_focus(coordinator: Page, desk: Desk) -> None:
    page = coordinator
    comments = desk.put(["Oběd.", "A další oběd."], kind=None)
    open_first(page, desk)
    first = on_screen(page)
    page.wait_for_timeout(350)
    for keys in (["Enter"], ["r", "Enter"]):
        for key in keys:
            page.keyboard.press(key)
        expect(strip(page)).to_have_attribute("data-state", "trouble")
        expect(strip(page)).to_contain_text("Vyberte, o jaký podnět jde.")
        expect(page.locator("[name=kind]").first).to_be_focused()
    page.locator("[name=kind]").first.evaluate("radio => radio.blur()")
    page.locator("[data-triage] button:not([name])").click()  # the server says the same
    expect(strip(page)).to_contain_text("Vyberte, o jaký podnět jde.")
    expect(page.locator("[name=kind]").first).to_be_focused()
    decide_by(page, "s", "Enter")
    assert [(step.comment_id, step.kind) for step in desk.steps(*comments)] == [(first, "complaint")]


def test_who_ticks_a_kind_with_the_mouse_has_said_that_it_is_relevant(comment: Page) -> None:
    comment.locator("[name=kind][value=praise]").check()
    assert checked(comment) == ["relevant", "praise"]
    comment.keyboard.press("Enter")
    expect(comment.locator("[name=target_groups]").first).to_be_focused()


@pytest.mark.parametrize("keys", ["Control+r", "Alt+r", "Meta+r", "Shift+R", "Control+1"])
def test_keys_sleep_together_with_others(comment: Page, keys: str) -> None:
    comment.evaluate("document.addEventListener('keydown', (event) => event.preventDefault())")  # no reload
    comment.keyboard.press(keys)
    assert checked(comment) == []


def test_a_key_that_is_held_down_counts_once(comment: Page) -> None:
    comment.evaluate(SEND, {"key": "r", "code": "KeyR", "repeat": True})
    assert checked(comment) == []


@pytest.mark.parametrize(
    ("init", "chosen"),
    [
        ({"key": "š", "code": "Digit3"}, "mental_health"),
        ({"key": "é", "code": "Digit0"}, "addiction"),
        ({"key": "3", "code": "Digit3", "shiftKey": True}, "mental_health"),
        ({"key": "3", "code": "Numpad3"}, "mental_health"),
        ({"key": "к", "code": "KeyR"}, None),
    ],
    ids=["czech", "czech zero", "czech with shift", "number pad", "cyrillic"],
)
def test_keyboards_of_other_countries_work(
    comment: Page, init: dict[str, object], chosen: str | None
) -> None:
    comment.evaluate(SEND, init)
    assert checked(comment) == ["relevant", *([chosen] if chosen else [])]


@pytest.mark.parametrize(
    "init",
    [{"key": "End", "code": "Numpad1"}, {"key": "ů", "code": "Semicolon"}, {"key": "ř", "code": "KeyR"}],
)
def test_keys_without_a_meaning_do_nothing(comment: Page, init: dict[str, object]) -> None:
    comment.evaluate(SEND, init)
    assert checked(comment) == []


def test_the_list_of_keys_opens_with_one_and_lets_none_through(comment: Page) -> None:
    comment.keyboard.press("?")
    expect(comment.locator("dialog")).to_be_visible()
    expect(comment.locator("dialog h2")).to_be_focused()
    expect(comment.locator("dialog")).to_contain_text("Pochvala")
    comment.keyboard.press("r")
    comment.keyboard.press("Escape")
    expect(comment.locator("dialog")).to_be_hidden()
    assert checked(comment) == []


def test_keys_are_shown_and_told_to_screen_readers(coordinator: Page, desk: Desk) -> None:
    desk.put(["Oběd je studený.", "Oběd je zase studený."])
    open_first(coordinator, desk)
    for control, key in (
        ("[name=verdict][value=relevant]", "R"),
        ("[name=kind][value=praise]", "P"),
        ("[name=target_groups][value=general]", "B"),
        ("[name=note]", "O"),
        ("button[name=accept]", "A"),
        ("[data-triage] button:not([name])", "Enter"),
        ("[data-skip] button", "K"),
    ):
        expect(coordinator.locator(control)).to_have_attribute("aria-keyshortcuts", key)
    expect(coordinator.locator("[data-comment]")).to_have_accessible_description(
        re.compile(r"Oběd je (zase )?studený\.")
    )
    decide_by(coordinator, "a")
    expect(coordinator.locator("[data-comment]")).to_be_focused()
    expect(coordinator.get_by_role("status")).to_contain_text("Týká se sociálních služeb")
    expect(strip(coordinator).locator("button")).to_have_attribute("aria-keyshortcuts", "U")


@pytest.mark.parametrize("width", [1280, 320])
def test_a_comment_with_all_that_keys_bring_has_no_barrier(
    new_context: NewContext, desk: Desk, axe_source: str, width: int
) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    sign_in(page, Role.COORDINATOR)
    desk.put([f"Oběd číslo {number} byl studený." for number in range(3)])
    open_first(page, desk)
    decide_by(page, "a")
    found = barriers(page, axe_source) + overflow(page)
    page.keyboard.press("n")
    found += barriers(page, axe_source) + overflow(page)
    page.keyboard.press("?")
    found += barriers(page, axe_source) + overflow(page)
    assert found == []
    page.once("dialog", lambda dialog: dialog.accept())  # a reason was begun
    page.reload()
    assert tour(page, set()) == []
