"""A browser that follows no redirection; whatever the service breaks off is an OSError."""

import http.client
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

ANSWER_SECONDS = 10.0


@dataclass(frozen=True)
class Page:
    """What came back: a page, or (with `location`) the way to the next one."""

    address: str
    status: int
    text: str
    location: str


class Browser:
    """Keeps cookies, like a browser that nobody closes."""

    def __init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies, _StayWhereYouAre)

    def open(self, address: str, data: dict[str, Any] | None = None) -> Page:
        """Get a page, or post `data` to it.

        Raises:
            OSError: there was no answer, half of one, or one about a failure of the service itself.
        """
        body = None if data is None else urllib.parse.urlencode(data, doseq=True).encode()
        try:
            return self._open(address, body)
        except http.client.HTTPException as broken:
            raise OSError(repr(broken)) from None

    def _open(self, address: str, body: bytes | None) -> Page:
        try:
            with self._opener.open(address, body, timeout=ANSWER_SECONDS) as answer:
                return Page(address, answer.status, answer.read().decode(), "")
        except urllib.error.HTTPError as answer:
            with answer:
                if answer.code >= http.client.INTERNAL_SERVER_ERROR:
                    raise OSError(answer.code) from None
                text = answer.read().decode()
                location = urllib.parse.urlsplit(answer.headers.get("Location", "")).path
                return Page(address, answer.code, text, location)


class _StayWhereYouAre(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_arguments: object) -> None:
        """Do not follow: where an answer leads is what the test looks at."""
