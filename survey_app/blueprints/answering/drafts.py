"""Partial responses: sealed with a key in a cookie of the respondent's browser, readable for nobody else."""

import json
import zlib
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

from flask import current_app, request
from werkzeug.wrappers import Response

from survey_app import clock, db, sealing
from survey_app.operations import collection as operations
from survey_app.queries import collection as queries

COOKIE = "ohlas-draft"


@dataclass
class Draft:
    """What one browser has answered so far in one wave.

    `token` is the submission token of the first page that was saved; `typed` holds, by page, what does not
    pass the checks yet, so that nothing typed is lost; `page_code` is where to go on.
    """

    token: str
    answers: dict[str, Any] = field(default_factory=dict)
    typed: dict[str, list[list[str]]] = field(default_factory=dict)
    page_code: str = ""


def load(wave_code: str) -> Draft | None:
    """Return the draft of this browser, if it has one."""
    browser_key = request.cookies.get(COOKIE)
    if not browser_key:
        return None
    with db.reading() as session:
        sealed = queries.sealed_partial_response(
            session, sealing.partial_lookup(browser_key, wave_code), clock.today()
        )
    content = sealing.unseal_partial(browser_key, wave_code, sealed) if sealed else None
    return Draft(**json.loads(zlib.decompress(content))) if content else None


def save(wave_code: str, wave_id: Any, draft: Draft) -> str:
    """Store the draft durably and return the browser's key, for `remember`."""
    browser_key = request.cookies.get(COOKIE) or sealing.new_browser_key()
    content = zlib.compress(json.dumps(asdict(draft), ensure_ascii=False).encode())
    expires_on = clock.today() + timedelta(days=current_app.config["SETTINGS"].partial_response_days)
    lookup = sealing.partial_lookup(browser_key, wave_code)
    sealed = sealing.seal_partial(browser_key, wave_code, content)
    db.write(lambda session: operations.save_partial_response(session, lookup, wave_id, sealed, expires_on))
    return browser_key


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
