"""The next comment is there before the server has answered; what was not saved comes back, nothing twice."""

import re
import time
from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from survey_app.operations import triage
from survey_app.vocabulary import IrrelevanceReason, Role, Verdict
from tests.browser.conftest import NewContext, sign_in
from tests.browser.desk import Desk, decide_by, expect_saved, on_screen, open_first, sign_in_as, strip
from tests.chromium import press

COLLEAGUE = "kolega@browser.example"
DECISION = re.compile(r"/urad/podnety/[0-9a-f-]{36}(\?.*)?$")


@pytest.fixture
def comment(page: Page, desk: Desk) -> Page:
    """The first of three comments that can be accepted, with the next one ready."""
    sign_in(page, Role.COORDINATOR)
    desk.put([f"Oběd číslo {number} byl studený." for number in range(3)])
    # A page that was loaded before its requests are looked at may send one more past whoever looks.
    page.route(DECISION, lambda route: route.continue_())
    open_first(page, desk)
    page.wait_for_timeout(350)
    return page


def when_sent(page: Page, answer: Callable[[Route], None]) -> None:
    """Let the browser's network do something with the next decision that is sent, and then nothing more."""
    waiting = [answer]

    def handle(route: Route) -> None:
        if route.request.method == "POST" and waiting:
            waiting.pop()(route)
        else:
            route.continue_()

    page.route(DECISION, handle)


def decide_elsewhere(desk: Desk, page: Page) -> None:
    """Let a colleague decide about the comment that the page shows."""
    colleague = desk.colleague(COLLEAGUE)
    with desk.database.transaction() as session:
        triage.decide(
            session,
            on_screen(page),
            0,
            verdict=Verdict.IRRELEVANT,
            reason=IrrelevanceReason.ADVERTISING,
            target_groups=[],
            kind=None,
            note="",
            staff_id=colleague,
        )


def test_the_next_comment_is_there_before_the_answer(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    held: list[Route] = []
    when_sent(comment, held.append)
    comment.keyboard.press("a")
    expect(comment.locator(f"[data-comment='{first}']")).to_have_count(0)
    expect(comment.locator("[data-comment]")).to_be_focused()
    expect(strip(comment)).to_have_attribute("data-state", "saving")
    expect(strip(comment).locator("button")).to_have_count(0)
    assert desk.steps(first) == []
    comment.wait_for_timeout(500)
    expect(strip(comment)).to_have_attribute("data-state", "saving")
    held[0].continue_()
    expect_saved(comment)
    assert [step.verdict for step in desk.steps(first)] == ["relevant"]
    assert f"previous={first}" in comment.url


def test_who_is_faster_than_the_server_waits_and_sees_it(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    held: list[Route] = []
    when_sent(comment, held.append)
    comment.keyboard.press("a")
    second = on_screen(comment)
    comment.wait_for_timeout(350)
    comment.keyboard.press("a")
    comment.wait_for_timeout(300)
    assert on_screen(comment) == second
    assert desk.steps(first, second) == []
    held[0].continue_()
    expect(comment.locator(f"[data-comment='{second}']")).to_have_count(0)
    expect_saved(comment)
    assert [step.comment_id for step in desk.steps(first, second)] == [first, second]


@pytest.mark.parametrize(
    "fail",
    [
        pytest.param(lambda route: route.abort("internetdisconnected"), id="no network"),
        pytest.param(lambda route: route.fulfill(status=500, body="<h1>Chyba</h1>"), id="mistake"),
        pytest.param(lambda route: route.fulfill(status=400, body="<h1>Stará</h1>"), id="expired"),
        pytest.param(lambda route: route.fulfill(status=403, body="<h1>Ne</h1>"), id="forbidden"),
    ],
)
def test_what_was_not_saved_comes_back_with_all_that_was_typed(
    comment: Page, desk: Desk, fail: Callable[[Route], None]
) -> None:
    first = on_screen(comment)
    comment.fill("[name=note]", "Zavolat dceři")
    comment.keyboard.press("Escape")
    when_sent(comment, fail)
    comment.keyboard.press("a")
    expect(comment.locator(".govuk-error-summary")).to_be_focused()
    assert on_screen(comment) == first
    expect(strip(comment)).to_have_attribute("data-state", "trouble")
    expect(comment.locator("[name=note]")).to_have_value("Zavolat dceři")
    assert desk.steps(first) == []
    decide_by(comment, "a")
    assert [step.note for step in desk.steps(first)] == ["Zavolat dceři"]
    assert on_screen(comment) != first


def test_an_answer_that_got_lost_leads_to_no_second_decision(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)

    def lose(route: Route) -> None:
        route.fetch(max_redirects=0)  # the server has it
        route.abort("connectionreset")

    when_sent(comment, lose)
    comment.keyboard.press("a")
    expect(comment.locator(".govuk-error-summary")).to_be_focused()
    assert on_screen(comment) == first
    decide_by(comment, "a")
    assert len(desk.steps(first)) == 1


def test_a_colleagues_decision_meanwhile_brings_the_comment_back(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    comment.fill("[name=note]", "Moje poznámka")
    comment.keyboard.press("Escape")
    decide_elsewhere(desk, comment)
    comment.keyboard.press("a")
    expect(comment.locator(".govuk-error-summary")).to_contain_text("Kolega")
    expect(comment.locator(".govuk-error-summary")).to_be_focused()
    assert on_screen(comment) == first
    expect(comment.locator("[name=note]")).to_have_value("Moje poznámka")
    assert [step.verdict for step in desk.steps(first)] == ["irrelevant"]
    decide_by(comment, "Enter")
    assert [step.verdict for step in desk.steps(first)] == ["irrelevant", "relevant"]


def test_what_is_missing_is_said_by_the_server(comment: Page) -> None:
    first = on_screen(comment)
    comment.keyboard.press("n")
    comment.locator("[data-triage] button:not([name])").click()
    expect(comment.locator("[data-if-irrelevant] .govuk-error-message")).to_be_visible()
    expect(comment.locator(".govuk-error-summary")).to_be_visible()
    expect(comment.locator("[name=reason]").first).to_be_focused()  # nothing else is missing
    assert on_screen(comment) == first


def test_who_was_signed_out_signs_in_elsewhere_and_loses_nothing(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    comment.fill("[name=note]", "Zavolat dceři")
    comment.keyboard.press("Escape")
    elsewhere = comment.context.new_page()
    elsewhere.goto("/urad")
    press(elsewhere.locator("form[action$='/odhlaseni'] button"))
    comment.keyboard.press("a")
    expect(comment.locator(".govuk-error-summary [data-sign-in] a")).to_be_visible()
    assert on_screen(comment) == first
    sign_in(elsewhere, Role.COORDINATOR)
    decide_by(comment, "a")
    assert [step.note for step in desk.steps(first)] == ["Zavolat dceři"]


def test_leaving_while_something_is_unsaved_is_asked_about(comment: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    comment.on("dialog", stay)
    held: list[Route] = []
    when_sent(comment, held.append)
    comment.keyboard.press("a")
    comment.locator("a.govuk-back-link").click()
    comment.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    held[0].continue_()
    expect_saved(comment)
    press(comment.locator("a.govuk-back-link"))
    assert asked == ["beforeunload"]


def test_going_back_shows_the_comment_before_and_lets_it_be_corrected(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    decide_by(comment, "a")
    second = on_screen(comment)
    comment.keyboard.press("p")
    comment.go_back()
    expect(comment.locator(f"[data-comment='{first}']")).to_be_visible()
    expect(comment.locator("[name=verdict][value=relevant]")).to_be_checked()
    comment.go_forward()
    expect(comment.locator(f"[data-comment='{second}']")).to_be_visible()
    expect(comment.locator("[name=kind][value=praise]")).to_be_checked()  # what was begun is still there
    comment.go_back()
    expect(comment.locator(f"[data-comment='{first}']")).to_be_visible()
    comment.wait_for_timeout(350)
    decide_by(comment, "p", "Enter")
    assert [step.kind for step in desk.steps(first)] == ["complaint", "praise"]


def test_a_page_loaded_anew_is_the_same_comment_with_the_way_to_undo(comment: Page, desk: Desk) -> None:
    first = on_screen(comment)
    decide_by(comment, "a")
    second = on_screen(comment)
    comment.reload()
    assert on_screen(comment) == second
    comment.keyboard.press("u")
    expect(comment.locator(f"[data-comment='{first}']")).to_be_visible()
    assert [step.verdict for step in desk.steps(first)] == ["relevant", None]


def test_a_similar_comment_decided_along_is_not_shown_again(page: Page, desk: Desk) -> None:
    sign_in(page, Role.COORDINATOR)
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(4)])
    desk.make_alike(comments[:3])
    open_first(page, desk)
    while on_screen(page) not in comments[:3]:
        decide_by(page, "k")
    page.wait_for_timeout(350)
    page.keyboard.press("l")
    for box in page.locator("[name=together]").all():
        box.check()
    page.keyboard.press("a")
    expect(strip(page)).to_contain_text("2")
    assert on_screen(page) == comments[3]
    assert {step.comment_id for step in desk.steps(*comments)} == set(comments[:3])
    page.keyboard.press("u")
    expect(page.locator("[name=together]")).to_have_count(2)
    expect(page.locator("[data-comment]")).to_be_visible()
    deadline = time.monotonic() + 10
    while len(desk.steps(*comments)) < 6 and time.monotonic() < deadline:
        page.wait_for_timeout(100)
    assert [step.verdict for step in desk.steps(*comments)][3:] == [None] * 3


def test_two_browsers_at_once_never_meet(new_context: NewContext, desk: Desk, demo_address: str) -> None:
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(20)])
    desk.colleague(COLLEAGUE)
    pages = [new_context().new_page() for _ in range(2)]
    sign_in(pages[0], Role.COORDINATOR)
    sign_in_as(pages[1], COLLEAGUE)
    for page in pages:
        open_first(page, desk)
    shown: list[tuple[int, str]] = []
    working = {0, 1}
    for _ in range(40):  # more than enough
        for number in sorted(working):  # the keys of both go down while the answers of both are on their way
            page = pages[number]
            page.locator("h1").wait_for()
            if page.locator("[data-comment]").count():
                shown.append((number, str(on_screen(page))))
                on_both = Counter(key for _, key in set(shown)) - Counter({key for _, key in shown})
                assert not on_both
                page.wait_for_timeout(320)
                page.keyboard.press("a")
            else:
                working.discard(number)
        if not working:
            break
    stored = desk.steps(*comments)
    assert Counter(step.comment_id for step in stored) == Counter(comments)
    assert {step.verdict for step in stored} == {"relevant"}
    assert len({step.decided_by_id for step in stored}) == 2


def test_it_works_without_javascript(new_context: NewContext, desk: Desk) -> None:
    page = new_context(java_script_enabled=False).new_page()
    comments = desk.put([f"Oběd číslo {number} byl studený." for number in range(3)])
    sign_in(page, Role.COORDINATOR)
    page.goto(desk.start)
    first = on_screen(page)
    press(page.locator("button[name=accept]"))
    second = on_screen(page)
    page.check("[name=verdict][value=irrelevant]")
    page.check("[name=reason][value=advertising]")
    press(page.locator("[data-triage] button:not([name])"))
    third = on_screen(page)
    press(page.locator("[data-skip] button"))
    assert {first, second, third} == set(comments)
    assert [step.verdict for step in desk.steps(*comments)] == ["relevant", "irrelevant"]
    page.goto(f"/urad/podnety/{third}")
    for undone in (third, second, first):
        page.locator("[data-last-steps] summary").click()
        press(page.locator("[data-last-steps] [data-undo] button").first)
        assert on_screen(page) == undone
    assert [step.verdict for step in desk.steps(*comments)][2:] == [None, None]
