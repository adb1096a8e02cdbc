"""A draft as a browser without JavaScript has it open: pages, what their forms hold, sending them."""

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import db
from survey_app.models import QuestionnaireDraft
from survey_app.queries import drafts

Fields = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """A draft and the browser in which somebody works on it."""

    client: FlaskClient
    id: UUID

    def address(self, page: str = "") -> str:
        """The address of a page of the draft."""
        return f"/urad/dotazniky/{self.id}" + (f"/{page}" if page else "")

    def page(self, page: str = "") -> str:
        """A page of the draft."""
        answer = self.client.get(self.address(page))
        assert answer.status_code == 200, f"{page}: {answer.status}"
        return answer.text

    def post(self, page: str, fields: Fields) -> TestResponse:
        """Send a form of the draft."""
        return self.client.post(self.address(page), data=fields)

    def document(self) -> dict[str, Any]:
        """What the draft says now."""
        with db.reading() as session:
            return drafts.document(session, self._row(session))

    def steps(self) -> int:
        """How many steps of its making there are."""
        with db.reading() as session:
            return len(drafts.steps(session, self._row(session)))

    def _row(self, session: Any) -> QuestionnaireDraft:
        return session.get_one(QuestionnaireDraft, self.id)


def fields_of(page: str, form: str = "") -> Fields:
    """What a browser would send with the main form of a page, by name; buttons are left out.

    `form` is the end of the action of the form that is meant; without it the largest is.
    """
    reader = _Forms()
    reader.feed(page)
    found = [fields for action, fields in reader.forms if action.endswith(form)]
    return max(found, key=len)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields]] = []
        self._fields: Fields | None = None
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._fields = {}
            self.forms.append((given.get("action", ""), self._fields))
        elif self._fields is None:
            return
        elif tag == "textarea":
            self._area = given["name"]
            self._fields[self._area] = ""
        elif tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select is not None:
            if "selected" in given or self._select not in self._fields:
                self._fields[self._select] = given["value"]
        elif tag == "input":
            self._input(given)

    def _input(self, given: dict[str, str]) -> None:
        assert self._fields is not None
        kind = given.get("type", "text")
        if kind == "file" or (kind in ("radio", "checkbox") and "checked" not in given):
            return
        name, value = given["name"], given.get("value", "on" if kind == "checkbox" else "")
        if kind == "checkbox":
            self._fields[name] = [*self._fields.get(name, []), value]
        else:
            self._fields[name] = value

    def handle_data(self, data: str) -> None:
        if self._area is not None and self._fields is not None:
            self._fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area is not None and self._fields is not None:
            self._fields[self._area] = self._fields[self._area].removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "form":
            self._fields = None
