"""What somebody typed on a page of staff and sent when the session had ended: carried through the sign-in.

The page of signing in holds it, sealed, in one hidden field. Whoever has signed in reads what was typed, and
sends it on with a press, or not; what was typed in the session of one person is never shown to another one.
Only a form with words of one's own is carried: an act without words, such as a removal, is done anew by
whoever wants it. Only what a page of this service has sent is carried, so that no other site can have
something sent on. Passwords never pass here: only views that are for roles are carried to, and take none.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from urllib.parse import urlsplit
from uuid import UUID

from flask import current_app, request, session
from itsdangerous import BadData, URLSafeSerializer

FIELD = "unsent"
ROOM = 4096
"""Bytes of a request that are left for the other fields of the sign-in."""
_OWN = frozenset({"csrf_token"})
_LONG = "note|question|reason(_.+)?|text"
_IN_LANGUAGES = "hints|interviewer_notes|introductions|labels|texts|thanks|titles|unit|visible_if_texts"
_IN_CASES = "genitive|dative|accusative|vocative|locative|instrumental"
_WORDS = re.compile(
    rf"{_LONG}|titles|(.+\.)?({_IN_LANGUAGES}|{_IN_CASES})\.[^.]+|.+\.pasted|(t|lines)\.(?!.*\.was$).+"
)
"""Names of the fields in which staff write in their own words; all others hold choices, codes and numbers."""


@dataclass(frozen=True)
class Unsent:
    """The fields of a form in their order, where it was sent to, its page and its person ("": not known)."""

    fields: Sequence[tuple[str, str]]
    address: str
    page: str
    person: str

    @property
    def words(self) -> list[str]:
        """What was written in own words. The reason that stands beside a verdict is chosen, not written."""
        chosen = {"reason"} if any(name == "verdict" for name, _ in self.fields) else set()
        return [
            text
            for name, text in self.fields
            if text.strip() and _WORDS.fullmatch(name) and name not in chosen
        ]

    @cached_property
    def sealed(self) -> str:
        """All of it, for a hidden field: safe from changes, and no longer when it is sent than it is here."""
        return _seal().dumps(astuple(self))

    @property
    def fits(self) -> bool:
        """Whether the page of signing in can carry it."""
        most: int = current_app.config["SETTINGS"].max_request_bytes
        return len(self.sealed) + ROOM <= most

    def may_be_of(self, person: UUID) -> bool:
        """Tell whether `person` may have typed it: nobody else is known to have."""
        return self.person in ("", str(person))


def sent_now() -> Unsent | None:
    """Return what this request has sent; None where that has no words, has a file, or is of another site."""
    if request.method != "POST" or request.mimetype != "application/x-www-form-urlencoded":
        return None
    fields = [(name, text) for name, text in request.form.items(multi=True) if name not in _OWN]
    address = request.script_root + request.full_path.rstrip("?")
    sent = Unsent(fields, address, came_from(), session.get("staff_id", ""))
    return sent if sent.words and comes_from_here() else None


def carried() -> Unsent | None:
    """Return what the page of signing in has carried, as it was sealed."""
    try:
        return Unsent(*_seal().loads(request.form.get(FIELD, "")))
    except BadData:
        return None


def came_from() -> str:
    """Return the path of the page of this service that has sent the request, "" where it is not known."""
    page = urlsplit(request.referrer or "")
    address = page._replace(scheme="", netloc="", fragment="").geturl()
    return address if page.netloc == request.host and is_own_address(address) else ""


def comes_from_here() -> bool:
    """Whether the browser says that a page of this service has sent the request; silence is no."""
    if "Sec-Fetch-Site" in request.headers:
        return request.headers["Sec-Fetch-Site"] == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.host)


def is_own_address(target: str) -> bool:
    """Tell whether `target` is a path on this site, in a form that no browser reads as another site."""
    return re.fullmatch(r"/(?![/\\])[^\\\x00-\x20\x7f]*", target) is not None


def _seal() -> URLSafeSerializer:
    key = current_app.config["SETTINGS"].signing_key
    return URLSafeSerializer(key, salt="unsent", signer_kwargs={"digest_method": hashlib.sha256})
