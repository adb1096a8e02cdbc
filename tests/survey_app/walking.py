"""Walking a questionnaire as a browser without JavaScript does: read the form, fill it in, send it."""

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse


class _Forms(HTMLParser):
    """Collects the hidden values and the address of the form with one id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self._form_id = form_id
        self._inside = False
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.checked: dict[str, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == self._form_id
            self.action = given.get("action", self.action) if self._inside else self.action
        if tag != "input" or not self._inside:
            return
        if given.get("type") == "hidden":
            self.hidden[given["name"]] = given["value"]
        elif given.get("type") in ("radio", "checkbox") and "checked" in given:
            self.checked.setdefault(given["name"], []).append(given["value"])
        elif given.get("type") == "text":
            self.checked[given["name"]] = [given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False


def read(response: TestResponse) -> _Forms:
    """Return the questionnaire form of a page."""
    forms = _Forms("questionnaire")
    forms.feed(response.text)
    return forms


def send(
    client: FlaskClient,
    page: TestResponse,
    answers: dict[str, Any] | None = None,
    *,
    action: str = "next",
    to: str = "",
) -> TestResponse:
    """Send the form of `page` with `answers`, without following where it leads."""
    form = read(page)
    address = to or form.action or page.request.path
    return client.post(address, data={**form.hidden, "action": action, **(answers or {})})


def follow(client: FlaskClient, response: TestResponse) -> TestResponse:
    """Go where a response leads."""
    assert response.status_code == 303, response.text
    return client.get(response.headers["Location"])
