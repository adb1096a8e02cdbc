"""axe finds no barrier on any error page, in any language.

Most errors cannot be provoked from a browser, so the application answers them here and the browser shows its
answer at the address of the real service, from which the page loads its style.
"""

import pytest
from flask import Flask, abort
from playwright.sync_api import Route

from survey_app import access
from survey_app.blueprints.errors import WORDED
from tests.browser.conftest import NewContext
from tests.browser.places import PREFIXES
from tests.browser.test_barriers import VIEWS, barriers


@access.public
def failing(code: int) -> None:
    """A view that always ends in one error."""
    abort(code)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_error_pages_have_no_barrier(app: Flask, new_context: NewContext, axe_source: str) -> None:
    app.add_url_rule("/chyba/<int:code>", "failing", failing)
    client = app.test_client()

    def answer(route: Route) -> None:
        path = "/" + route.request.url.split("/", 3)[3]
        said = client.get(path)
        route.fulfill(status=said.status_code, body=said.text, content_type="text/html; charset=utf-8")

    found, seen = [], set()
    for view in VIEWS:
        page = new_context(**view).new_page()
        page.route("**/chyba/*", answer)
        for prefix in PREFIXES:
            for code in sorted(WORDED):
                shown = page.goto(f"{prefix}/chyba/{code}")
                assert shown is not None
                assert shown.status == code
                assert page.locator("link[rel=stylesheet]").count() == 1
                seen.add((prefix, page.locator("h1").inner_text()))
                found += barriers(page, axe_source)
    assert found == []
    assert len(seen) >= len(PREFIXES) * (len(WORDED) - 2), "each has words of its own, in its language"
