"""A client that behaves like a browser without JavaScript, and costs little beside the server.

It keeps its connection and its cookies, asks for gzip, reads every form from the page it got, and checks what
comes back. Knows HTTP/1.1 over TCP only; put a TLS terminator's plain side in `--url`.
"""

import gzip
import html
import random
import re
import socket
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

_INPUT = re.compile(r"<(input|textarea|button)\b([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?', re.IGNORECASE)
_ASSET = re.compile(r'<(?:link[^>]+href|script[^>]+src|img[^>]+src)="([^"]+)"')
_FORM = re.compile(r'<form\b([^>]*id="questionnaire"[^>]*)>')


class UnexpectedPageError(Exception):
    """The server answered with something else than a person would need."""


@dataclass
class Page:
    """A response: status, headers in lower case, decoded text, and bytes on the wire."""

    status: int
    headers: dict[str, str]
    text: str
    wire_bytes: int


@dataclass
class Form:
    """The questionnaire form of a page: hidden values, options of choices, names of text inputs."""

    action: str
    hidden: list[tuple[str, str]] = field(default_factory=list)
    radios: dict[str, list[str]] = field(default_factory=dict)
    boxes: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)

    def filled(self, chance: random.Random) -> list[tuple[str, str]]:
        """Return what somebody might send."""
        sent = list(self.hidden)
        sent += [(name, chance.choice(values)) for name, values in self.radios.items()]
        sent += [(name, chance.choice(values)) for name, values in self.boxes.items()]
        sent += [(name, f"Oběd by mohl být teplejší. {chance.random()}") for name in self.texts]
        return sent


class Browser:
    """One visitor: a connection and a jar of cookies."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._address = (parts.hostname or "127.0.0.1", parts.port or 80)
        self._host = parts.netloc
        self._cookies: dict[str, str] = {}
        self._socket: socket.socket | None = None
        self._buffer = b""

    def forget(self) -> None:
        """Become somebody else on the same connection."""
        self._cookies.clear()

    def get(self, path: str) -> Page:
        """Load an address."""
        return self._send(f"GET {path} HTTP/1.1\r\n", b"")

    def post(self, path: str, fields: list[tuple[str, str]]) -> Page:
        """Send a form."""
        body = urlencode(fields).encode()
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        return self._send(f"POST {path} HTTP/1.1\r\n{kind}Content-Length: {len(body)}\r\n", body)

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            self._socket.close()
        self._socket, self._buffer = None, b""

    def _send(self, head: str, body: bytes) -> Page:
        if self._socket is None:
            self._socket = socket.create_connection(self._address, timeout=30)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        head += f"Host: {self._host}\r\nAccept-Encoding: gzip\r\nAccept-Language: cs\r\n"
        head += f"Cookie: {cookies}\r\n\r\n" if cookies else "\r\n"
        try:
            self._socket.sendall(head.encode() + body)
            return self._read()
        except OSError:
            self.close()
            raise

    def _read(self) -> Page:
        head = self._until(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in lines[1:]:
            name, _colon, value = line.partition(":")
            headers[name.lower()] = value.strip()
            if name.lower() == "set-cookie":
                key, _equals, content = value.strip().partition("=")
                self._cookies[key] = content.partition(";")[0]
        length = int(headers.get("content-length", "0"))
        while len(self._buffer) < length:
            self._receive()
        content, self._buffer = self._buffer[:length], self._buffer[length:]
        plain = gzip.decompress(content) if headers.get("content-encoding") == "gzip" else content
        status = int(lines[0].split(" ", 2)[1])
        if headers.get("connection", "").lower() == "close":
            self.close()
        return Page(status, headers, plain.decode("utf-8", "replace"), len(head) + 4 + length)

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._buffer:
            self._receive()
        head, _mark, self._buffer = self._buffer.partition(mark)
        return head

    def _receive(self) -> None:
        assert self._socket is not None
        more = self._socket.recv(1 << 16)
        if not more:
            raise ConnectionError("the server hung up")
        self._buffer += more


def read_form(page: Page, path: str) -> Form:
    """Return the questionnaire form of a page.

    Raises:
        UnexpectedPageError: there is none.
    """
    found = _FORM.search(page.text)
    if page.status != 200 or found is None:
        raise UnexpectedPageError(f"no questionnaire at {path}: {page.status}")
    form = Form(_attributes(found.group(1)).get("action") or path)
    for tag, source in _INPUT.findall(page.text[found.end() :]):
        attributes = _attributes(source)
        name, value = attributes.get("name"), attributes.get("value", "")
        if not name or tag == "button":
            continue
        kind = "textarea" if tag == "textarea" else attributes.get("type", "text")
        if kind == "hidden":
            form.hidden.append((name, value))
        elif kind == "radio":
            form.radios.setdefault(name, []).append(value)
        elif kind == "checkbox":
            form.boxes.setdefault(name, []).append(value)
        elif kind == "textarea":
            form.texts.append(name)
    return form


def _attributes(source: str) -> dict[str, str]:
    return {name.lower(): html.unescape(value) for name, value in _ATTRIBUTE.findall(source)}


def read_secrets(page: Page, names: list[str]) -> list[tuple[str, str]]:
    """Return the hidden values of a page whose form is known already (cheaper than reading it all)."""
    found = []
    for name in names:
        start = page.text.index(f'name="{name}"')
        value = page.text.index('value="', start) + len('value="')
        found.append((name, html.unescape(page.text[value : page.text.index('"', value)])))
    return found


def assets(page: Page) -> list[str]:
    """Return the addresses that a browser loads with the page (without what stylesheets ask for)."""
    return [html.unescape(address) for address in dict.fromkeys(_ASSET.findall(page.text))]
