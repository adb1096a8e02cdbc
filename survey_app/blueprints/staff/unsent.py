"""What somebody sent from a page of staff after the session had ended: carried through the sign-in, not lost.

The page of signing in holds it in one hidden field. Whoever has signed in sees a page that says what was
typed, and sends it on with a press, or not: nothing is saved without a person, who may be another one by now.
Only what a page of this service has sent is carried, so that no other site can have something sent on.
Passwords never pass here: only views that are for roles are carried to, and those take none.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import request

FIELD, ADDRESS = "unsent", "unsent_to"
_OWN = frozenset({"csrf_token"})
_CODE = re.compile(r"[a-z0-9_:.=&%+-]*")


@dataclass(frozen=True)
class Unsent:
    """The fields of a form, in their order, as a query string, and the path that they were sent to."""

    typed: str
    address: str

    @property
    def fields(self) -> list[tuple[str, str]]:
        """Name and value of each field."""
        return parse_qsl(self.typed, keep_blank_values=True)

    @property
    def sentences(self) -> list[str]:
        """What was written in own words, to be shown; what looks like a code is left out."""
        return [value for _, value in self.fields if not _CODE.fullmatch(value)]


def sent_now() -> Unsent | None:
    """Return what this request has sent; None where that is nothing, a file, or of another site."""
    if request.method != "POST" or request.mimetype != "application/x-www-form-urlencoded":
        return None
    fields = [(name, value) for name, value in request.form.items(multi=True) if name not in _OWN]
    if not any(value for _, value in fields) or not _comes_from_here():
        return None
    return Unsent(urlencode(fields), request.script_root + request.full_path.rstrip("?"))


def carried() -> Unsent | None:
    """Return what the page of signing in has carried; its own token says that it was this service's page."""
    typed, address = request.form.get(FIELD, ""), request.form.get(ADDRESS, "")
    return Unsent(typed, address) if typed and address else None


def _comes_from_here() -> bool:
    """Whether the browser says that a page of this service has sent the request; silence is no."""
    if "Sec-Fetch-Site" in request.headers:
        return request.headers["Sec-Fetch-Site"] == "same-origin"
    origin = urlsplit(request.headers.get("Origin", ""))
    return (origin.scheme, origin.netloc) == (request.scheme, request.host)
