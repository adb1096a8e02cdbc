"""The whole way once: a citizen answers, the machine suggests, people decide, everybody sees the result.

The whole service runs as it does on `make run` (web, relay, worker, broker), on each kind of database; people
use a real browser without JavaScript.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests import service
from tests.chromium import press

WAVE = "annual-2026"
COMMENT = "Pečovatelka chodí přesně a maminka se na ni těší. Moc děkujeme."
PATIENCE = 180
"""Seconds; the demo town's own work goes first, and a busy machine takes its time over it."""


@pytest.fixture
def address(empty_database_url: str, tmp_path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of the running demo, and the passwords it prints by role."""
    instance = tmp_path / "instance"
    with service.running(instance, "--demo", DATABASE_URL=empty_database_url) as running:
        said = instance.with_name("instance.out").read_text()
        yield running.address, dict(re.findall(r"(\w+)@javorov\.example\s+(\S+)", said))


@pytest.mark.timeout(900)
def test_an_answer_reaches_the_public_index(chromium: Browser, address: tuple[str, dict[str, str]]) -> None:
    base, passwords = address

    def visitor() -> BrowserContext:
        return chromium.new_context(base_url=base, locale="cs-CZ", java_script_enabled=False)

    with visitor() as methodologist:
        _leave_nothing_to_chance(_signed_in(methodologist.new_page(), "methodologist", passwords))
    with visitor() as citizen:
        _answer(citizen.new_page())
    with visitor() as coordinator:
        _decide(_signed_in(coordinator.new_page(), "coordinator", passwords))
    with visitor() as methodologist:
        page = _signed_in(methodologist.new_page(), "methodologist", passwords)
        n = _close_compute_check(page)
        with visitor() as coordinator:
            _approve(_signed_in(coordinator.new_page(), "coordinator", passwords), page.url)
        _publish(page)
    with visitor() as citizen:
        _see_the_result(citizen.new_page(), n)


def _answer(page: Page) -> None:
    page.goto("/")
    press(page.locator(f"main a[href='/dotaznik/{WAVE}']"))
    press(page.locator("main a[href$='/strana/start']"))
    answers = {
        "q01": "self",
        "q02": "yes",
        "q03": "S01",
        **dict.fromkeys(("q04", "q05", "q06", "q08", "q09"), "5"),
    }
    for _ in range(12):
        if page.url.endswith("/kontrola"):
            break
        for name, value in answers.items():
            choice = page.locator(f"input[name={name}][value='{value}']")
            if choice.count():
                choice.check()
        if page.locator("textarea[name=q15]").count():
            page.fill("textarea[name=q15]", COMMENT)
        press(page.locator("form#questionnaire button[value=next]").last)
    assert COMMENT in page.inner_text("main")
    press(page.locator("main form#questionnaire button[type=submit]"))
    assert page.url.endswith("/hotovo")
    assert page.goto(f"/vysledky/{WAVE}") is not None
    assert "n =" not in page.inner_text("main"), "an open wave shows no results"


def _signed_in(page: Page, role: str, passwords: dict[str, str]) -> Page:
    page.goto("/urad/prihlaseni")
    page.fill("input[name=email]", f"{role}@javorov.example")
    page.fill("input[type=password]", passwords[role])
    press(page.locator("main button[type=submit]"))
    assert page.url.endswith("/urad")
    return page


def _leave_nothing_to_chance(page: Page) -> None:
    """Draw no comments: of one that is drawn the machine would say nothing."""
    page.goto("/urad/podnety/nastaveni")
    for share in ("sample", "double"):
        page.fill(f"input[name={share}]", "0")
    press(page.locator("main form button[type=submit]").first)


def _decide(page: Page) -> None:
    service.wait_until(lambda: _suggestion_is_there(page), PATIENCE)
    assert page.locator("mark").count() > 0, "the words that moved the machine are marked"
    page.check("input[name=verdict][value=relevant]")
    page.check("input[name=kind][value=praise]")
    page.check("input[name=target_groups][value=seniors]")
    press(page.locator("main button[type=submit]:not([formaction]):visible").first)
    assert page.goto("/urad/podnety?state=decided") is not None


def _suggestion_is_there(page: Page) -> bool:
    """Open the new comment from the queue, once the machine has read it."""
    page.goto("/urad/podnety")
    while True:
        link = page.locator("main a", has_text=COMMENT[:40])
        if link.count():
            press(link.first)
            return page.locator("mark").count() > 0
        following = page.locator("a[rel=next]")
        if not following.count():
            return False
        press(following)


def _close_compute_check(page: Page) -> int:
    """Return how many people the draft counts in all."""
    page.goto(f"/urad/vlny/{WAVE}")
    page.fill("input[name=grace_minutes]", "0")
    press(page.locator("form:has(input[name=grace_minutes]) button[type=submit]"))
    page.goto(f"/urad/vlny/{WAVE}/uzavreni")
    page.fill("#reason_cs", "Odpovědí přišlo dost.")
    press(page.locator("main form button[type=submit]"))
    page.goto(f"/urad/vlny/{WAVE}")
    press(page.locator("form[action$='/vypocet'] button[type=submit]"))
    service.wait_until(lambda: _draft_is_there(page), PATIENCE)
    press(page.locator("main a[href*='/urad/vysledky/']").first)
    snapshot = page.url
    press(page.locator("main a[href$='/vse']"))
    n = int(page.locator("main table tbody td").first.inner_text())
    page.goto(f"{snapshot}/kontrola")
    for warning in page.locator("main textarea").all():
        warning.fill("Je to ukázka.")
    press(page.locator("main form button[type=submit]"))
    page.goto(f"{snapshot}/bez-vyjadreni")
    page.fill("#reason", "Poskytovatelé jsou vymyšlení.")
    press(page.locator("main form button[type=submit]"))
    page.goto(snapshot)
    return n


def _approve(page: Page, snapshot: str) -> None:
    page.goto(snapshot)
    press(page.locator("main a[href$='/schvaleni']"))
    press(page.locator("main form button[type=submit]"))


def _publish(page: Page) -> None:
    page.goto(page.url)
    press(page.locator("main a[href$='/zverejneni']"))
    press(page.locator("main form button[type=submit]"))


def _draft_is_there(page: Page) -> bool:
    page.goto(f"/urad/vlny/{WAVE}")
    return page.locator("main a[href*='/urad/vysledky/']").count() > 0


def _pictures_are_there(page: Page) -> bool:
    """The worker draws them once the figures are published."""
    page.reload()
    return page.locator("[role=img]:visible svg").count() > 0


def _see_the_result(page: Page, n: int) -> None:
    page.goto("/vysledky")
    press(page.locator(f"main a[href='/vysledky/{WAVE}']").first)
    assert re.search(rf"\b{n}\b", page.inner_text("main"))
    service.wait_until(lambda: _pictures_are_there(page), PATIENCE)
    assert re.search(rf"\b{n}\b", page.locator("table").first.inner_text())
    for prefix in ("/en", "/uk"):
        answer = page.goto(f"{prefix}/vysledky/{WAVE}")
        assert answer is not None
        assert answer.status == 200
        assert re.search(rf"\b{n}\b", page.inner_text("main"))
