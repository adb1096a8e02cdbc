"""Pages that show a questionnaire in the making, in a real browser: barriers, the preview in its frame."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from survey_app.vocabulary import Role
from tests.browser.conftest import NewContext, sign_in
from tests.browser.places import DRAFT_VIEWS
from tests.browser.test_barriers import VIEWS, barriers
from tests.chromium import press
from tests.survey_app.conftest import annual


@pytest.fixture
def file(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A file with the annual questionnaire under a code of its own, with something amiss."""
    code = re.sub(r"[^a-z0-9]+", "-", request.node.name.lower()).strip("-")[:60]
    document = {**annual(), "questionnaire_code": code.strip("-")}
    document["sections"][0]["items"][0]["texts"].pop("en")
    document["sections"][0]["items"][0]["interviewer_notes"] = {"cs": "Přečtěte pomalu."}
    path = tmp_path / "dotaznik.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def bring_in(page: Page, file: Path, prefix: str = "") -> str:
    """Bring a questionnaire in, into its draft if there is one, and return the address of the draft."""
    sign_in(page, Role.METHODOLOGIST)
    page.goto(f"{prefix}/urad/dotazniky/nahrat")
    page.set_input_files("#file", str(file))
    page.check("input[name=into][value=step]")
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/kontrola?saved=imported")
    return page.url.partition("/kontrola")[0]


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize(
    ("prefix", "view"),
    [("", VIEWS[0]), ("/en", VIEWS[1]), ("/uk", VIEWS[1])],
    ids=("cs-wide-light", "en-narrow-dark", "uk-narrow-dark"),
)
def test_pages_of_a_draft_have_no_barrier(
    new_context: NewContext, axe_source: str, prefix: str, view: dict[str, Any], file: Path
) -> None:
    page = new_context(**view).new_page()
    draft = bring_in(page, file, prefix)
    found = []
    for address in (*(draft + rest for rest in DRAFT_VIEWS), f"{prefix}/urad/dotazniky/nahrat"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        found += barriers(page, axe_source)
        if wider := overflow(page):
            found.append(f"{address} is {wider} px wider than the screen")
    assert found == []


def test_who_mends_a_finding_comes_back_to_it_and_sees_what_was_saved(
    new_context: NewContext, axe_source: str, file: Path
) -> None:
    page = new_context(**VIEWS[1]).new_page()
    draft = bring_in(page, file, "/en")
    press(page.locator(".ohlas-finding a[href*='/polozka/']").last)
    expect(page.get_by_role("link", name="Back to the checks")).to_be_visible()
    page.locator("[id='texts.cs']").press_sequentially(" ")
    press(page.get_by_role("button", name="Save", exact=True).last)
    assert page.url.startswith(f"{draft}/kontrola?saved=item")
    expect(page.locator("#here").get_by_text("is saved.")).to_be_in_viewport()
    assert barriers(page, axe_source) == []
    assert overflow(page) == 0


def test_pages_of_a_draft_with_errors_have_no_barrier(page: Page, axe_source: str, file: Path) -> None:
    draft = bring_in(page, file, "/en")
    press(page.locator("button[value=acknowledge]").first)
    found = barriers(page, axe_source)
    page.goto(f"{draft}/preklady?z=cs&do=en&chybi=1")
    page.locator("textarea").first.fill("x" * 5_000)
    press(page.get_by_role("button", name="Save all"))
    assert page.locator(".govuk-error-summary").count() == 1
    found += barriers(page, axe_source)
    page.goto("/en/urad/dotazniky/nahrat")
    page.set_input_files("#file", str(file))
    press(page.locator("main form button[type=submit]"))
    assert page.locator(".govuk-error-summary").count() == 1
    found += barriers(page, axe_source)
    assert found == []
    page.fill("#code", "jiny-" + str(hash(draft) % 10_000))
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/kontrola?saved=imported")


def test_the_preview_is_walked_in_a_frame_as_narrow_as_a_telephone(page: Page, file: Path) -> None:
    draft = bring_in(page, file, "/en")
    page.goto(f"{draft}/nahled?_jazyk=cs&_sirka=320")
    frame = page.frame_locator("iframe")
    frame.locator("form#questionnaire button[value=next]").click()
    frame.locator("input[name=q01]").first.check()
    frame.locator("input[name=q02][value=no]").check()
    frame.locator("form#questionnaire button[value=next]").last.click()
    frame.locator("input[name=q12]").first.wait_for()
    width = frame.locator("html").evaluate("element => element.clientWidth")
    assert width <= 320
    frame.locator("form#questionnaire button[value=back]").click()
    assert frame.locator("input[type=radio][name=q02][value=no]").is_checked()
    page.goto(f"{draft}/nahled?_jazyk=cs&_od=q07a")
    assert frame.locator("input[name=q07a]").count() > 2


def test_the_preview_goes_to_an_item_and_shows_its_question_first(
    new_context: NewContext, file: Path
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    draft = bring_in(page, file, "/en")
    page.goto(f"{draft}/nahled/strana?_jazyk=cs")
    page.locator("summary", has_text="Go to another item").or_(page.locator("summary").last).click()
    page.locator("button[name=_kam][value=q05]").click()
    item = page.locator("#item-q05")
    expect(item.locator("legend")).to_be_in_viewport()
    assert item.bounding_box()["y"] < 120  # type: ignore[index]  # it is on the page


def test_a_questionnaire_on_paper_shows_no_controls(page: Page, file: Path) -> None:
    draft = bring_in(page, file)
    page.goto(f"{draft}/nahled/tisk")
    page.emulate_media(media="print")
    assert page.locator("form").first.is_hidden()
    assert page.locator(".ohlas-paper__options li").first.is_visible()
