"""Walking a questionnaire as a browser without JavaScript does: read the form, fill it in, send it."""

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from forms.definition import Item, ItemType, Questionnaire
from forms.item_types import HANDLERS, most_places
from forms.routing import WITHOUT_ANSWER


class _Forms(HTMLParser):
    """Collects the hidden values, the names of inputs and the address of the form with one id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self._form_id = form_id
        self._inside = False
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.checked: dict[str, list[str]] = {}
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = given.get("id") == self._form_id
            self.action = given.get("action", self.action) if self._inside else self.action
        if tag in ("input", "select", "textarea") and self._inside:
            self.names.add(given.get("name", ""))
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


def walk(
    client: FlaskClient, page: TestResponse, questionnaire: Questionnaire, answers: dict[str, Any]
) -> TestResponse:
    """Fill in page by page what the pages ask for, check it and send it; return where that ends."""
    for _ in range(2 * len(questionnaire.items) + 2):
        typed = typed_answers(questionnaire, answers)
        asked = {name: values for name, values in typed.items() if name in read(page).names}
        page = follow(client, send(client, page, asked))
        if page.request.path.endswith("/hotovo"):
            return page
    raise AssertionError(f"the way does not end: {page.request.path}")


def typed_answers(questionnaire: Questionnaire, answers: dict[str, Any]) -> dict[str, list[str]]:
    """Return what a browser sends for these answers: name of an input → values."""
    typed: dict[str, list[str]] = {}
    for key, answer in answers.items():
        code, _, suffix = key.partition(".")
        item = questionnaire.item(code)
        parts = {".write_in": [answer]} if suffix else HANDLERS[item.type].typed(answer, "cs")
        typed |= {code + part: values for part, values in parts.items()}
    return typed


def sound_answers(questionnaire: Questionnaire, pick: int = 0) -> dict[str, Any]:
    """Return an answer to every item; `pick` says which option is chosen where there are several."""
    answers: dict[str, Any] = {}
    for item in questionnaire.items:
        if item.type in WITHOUT_ANSWER:
            continue
        answers[item.item_code] = _answer(questionnaire, item, pick)
        chosen = answers[item.item_code]
        for option in questionnaire.options[item.item_code].values():
            if option.write_in and option.code in (chosen if isinstance(chosen, list) else [chosen]):
                answers[f"{item.item_code}.write_in"] = "vlastní slova"
    return answers


def _answer(questionnaire: Questionnaire, item: Item, pick: int) -> Any:
    options = questionnaire.options[item.item_code]
    codes = list(options)
    match item.type:
        case ItemType.MULTIPLE_CHOICE:
            several = [code for code in codes if not options[code].exclusive][: item.max_choices]
            return several if pick == 0 else [codes[pick % len(codes)]]
        case ItemType.RANKING:
            ranked = [code for code in reversed(codes) if not options[code].exclusive]
            return ranked[: most_places(item, options)] if pick == 0 else [codes[pick % len(codes)]]
        case _ if codes:
            return codes[pick % len(codes)]
        case ItemType.NUMBER | ItemType.YEAR:
            return item.minimum if item.minimum is not None else 1980
        case ItemType.DATE:
            return item.minimum or "2026-06-01"
        case _:
            return "Více obědů"[: item.max_length]
