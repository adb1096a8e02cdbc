"""Partial responses: sealed with a key in a cookie of the respondent's browser, readable for nobody else."""

import json
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import current_app, request
from werkzeug.wrappers import Response

from forms.carrying import carried_over
from forms.definition import Questionnaire
from survey_app import clock, db, sealing
from survey_app.operations import collection as operations
from survey_app.queries import collection as queries

COOKIE = "ohlas-draft"


@dataclass
class Draft:
    """What one browser has answered so far in one wave.

    `token` is the submission token of the first page that was saved; `typed` holds, by page, what does not
    pass the checks yet, so that nothing typed is lost; `page_code` is where to go on; `remarks` are those of
    a tester, by page; `version_id` is the version that the answers fit, and `changed_from` the one before it,
    as long as the respondent has not gone on in the present one.
    """

    token: str
    answers: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, list[list[str]]] = field(default_factory=dict)
    page_code: str = ""
    remarks: dict[str, str] = field(default_factory=dict)
    version_id: str = ""
    changed_from: str = ""

    def bring_to(
        self, version_id: str, questionnaire: Questionnaire, language: str, begun: Questionnaire | None
    ) -> None:
        """Make the answers fit the version that the wave asks now.

        `begun` is the version in which they were given, where that is known.
        """
        if self.version_id == version_id:
            return
        if self.version_id:
            typed = [pair for inputs in self.typed.values() for pair in inputs]
            carried = carried_over(questionnaire, self.answers, language, begun, typed=typed)
            self.answers, self.typed = carried.answers, carried.typed
            self.changed_from = self.version_id
        self.version_id = version_id


def load(wave_code: str) -> Draft | None:
    """Return the draft of this browser, if it has one."""
    browser_key = request.cookies.get(COOKIE)
    if not browser_key:
        return None
    lookup = sealing.partial_lookup(browser_key, wave_code)
    with db.reading() as session:
        sealed = queries.sealed_partial_response(session, lookup, clock.today())
    return _opened(browser_key, wave_code, sealed or b"")


def change(wave_code: str, wave_id: UUID, token: str, put_in: Callable[[Draft], None]) -> tuple[Draft, str]:
    """Change the draft as it is now, store it durably, and return it with the browser's key, for `remember`.

    `put_in` changes the draft, or a new one with `token`; it must not look at the request.
    """
    browser_key = request.cookies.get(COOKIE) or sealing.new_browser_key()
    expires_on = clock.today() + timedelta(days=current_app.config["SETTINGS"].partial_response_days)
    lookup = sealing.partial_lookup(browser_key, wave_code)
    changed: list[Draft] = []

    def reseal(sealed: bytes) -> bytes:
        draft = _opened(browser_key, wave_code, sealed) or Draft(token)
        put_in(draft)
        changed.append(draft)
        content = zlib.compress(json.dumps(asdict(draft), ensure_ascii=False).encode())
        return sealing.seal_partial(browser_key, wave_code, content)

    db.write(lambda session: operations.change_partial_response(session, lookup, wave_id, expires_on, reseal))
    return changed[-1], browser_key


def _opened(browser_key: str, wave_code: str, sealed: bytes) -> Draft | None:
    content = sealing.unseal_partial(browser_key, wave_code, sealed) if sealed else None
    return Draft(**json.loads(zlib.decompress(content))) if content else None


def remember(response: Response, browser_key: str) -> Response:
    """Leave the key in the browser."""
    settings = current_app.config["SETTINGS"]
    response.set_cookie(
        COOKIE,
        browser_key,
        max_age=timedelta(days=settings.partial_response_days),
        secure=settings.behind_https,
        httponly=True,
        samesite="Lax",
    )
    return response


def lookup_hash(wave_code: str) -> str | None:
    """Return the key of this browser's draft in the database, if the browser has a key."""
    browser_key = request.cookies.get(COOKIE)
    return sealing.partial_lookup(browser_key, wave_code) if browser_key else None
