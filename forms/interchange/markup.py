"""Plain text out of the HTML that other programs keep in their labels.

Paragraphs, line breaks and lists stay as lines, a link as "text (address)", a picture as nothing. Entities
are decoded once, so a script that was written as text stays text. Nothing is fetched and nothing runs. Knows
no questionnaire.

The scanner is our own because `html.parser` takes half a minute for 60 kB of "<a <a <a": this one looks at
each place once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from forms.documents.canonical import UNSTORABLE

LONGEST = 60_000
"""Characters of HTML that are read; pasted word-processor markup is long, texts of questionnaires are not."""

PARAGRAPHS = frozenset(
    {
        "p",
        "div",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
    }
    | {"article", "header", "footer", "fieldset", "form"}
)
LINES = frozenset({"br", "hr", "li", "tr", "dt", "dd", "option", "legend", "caption"})
FORMATTING = frozenset(
    {"b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "sub", "sup", "small", "big", "font", "mark"}
    | {"code", "center", "h1", "h2", "h3", "h4", "h5", "h6"}
)
DROPPED = {
    **dict.fromkeys(("script", "noscript", "template"), "script"),
    **dict.fromkeys(("style", "link"), "style"),
    **dict.fromkeys(("iframe", "frame", "frameset", "object", "embed", "applet"), "frame"),
    **dict.fromkeys(("video", "audio", "source", "track"), "media"),
    **dict.fromkeys(("img", "svg", "canvas", "map", "area", "picture", "math"), "picture"),
    **dict.fromkeys(("input", "select", "textarea", "button", "output"), "input"),
    **dict.fromkeys(("title", "head", "meta", "base"), "style"),
}
"""Elements whose content is left out, by the kind of what is lost."""

EMPTY = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "base", "area", "embed", "source", "track", "frame"}
)
RAW = frozenset({"script", "style"})
"""Elements in which nothing but their own end is markup."""

ADDRESS = re.compile(r"(https?://|mailto:|tel:)[^\s<>]+", re.IGNORECASE)
EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=\s]*")
TAG = re.compile(r"""</?([A-Za-z][A-Za-z0-9:-]*)((?:[^"'<>]++|"[^"]*+"|'[^']*+')*+)>""")
LONGEST_TAG = 4_000
HREF, SRC, ALT = (
    re.compile(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
    for name in ("href", "src", "alt")
)
SPACES = re.compile(r"[ \t\r\n\f\u00a0]+")
GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Plain:
    """Text without markup. `lost` names what it held beside words: "picture", "script", "style", "frame",
    "media", "input", "table", "link", "formatting", "length"; each once, in the order met. `pictures` says of
    each picture what it shows, or the name of its file.
    """

    text: str
    lost: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def plain(html: str) -> Plain:
    """The words of a piece of HTML, or of a plain text, whose line breaks are then kept."""
    html = EMBEDDED.sub("data:", html)
    cut = ("length",) if len(html) > LONGEST else ()
    tokens = list(_tokens(html[:LONGEST]))
    if all(token.tag is None for token in tokens):
        return Plain(_lines("".join(token.text for token in tokens)), cut)
    reader = _Reader()
    for token in tokens:
        reader.take(token)
    return Plain(_lines("".join(reader.parts)), (*cut, *reader.lost), tuple(reader.pictures))


def _lines(text: str) -> str:
    lines = (SPACES.sub(" ", line).strip() for line in UNSTORABLE.sub("", text).split("\n"))
    return GAPS.sub("\n\n", "\n".join(lines)).strip()


@dataclass(frozen=True)
class _Token:
    """Words (`tag` is None, `text` decoded), an element's start (`text` is its attributes), or its end."""

    text: str
    tag: str | None = None
    ends: bool = False


def _tokens(html: str) -> Iterator[_Token]:
    lower = html.lower()
    place, words = 0, 0
    while (start := html.find("<", place)) >= 0:
        found, place = _markup_at(html, lower, start)
        if place > start + 1 or found is not None:
            yield _Token(unescape(html[words:start]))
            words = place
            if found is not None:
                yield found
    yield _Token(unescape(html[words:]))


def _markup_at(html: str, lower: str, start: int) -> tuple[_Token | None, int]:
    """What begins with this "<", and where the reading goes on: one place further where it is only a "<"."""
    if html.startswith(("<!--", "<![", "<!d", "<!D", "<?"), start):
        comment = html.startswith("<!--", start)
        end = html.find("-->" if comment else ">", start)
        return None, len(html) if end < 0 else end + (3 if comment else 1)
    match = TAG.match(html, start, start + LONGEST_TAG)
    if match is None:
        return None, start + 1
    tag, after = match[1].lower(), match.end()
    if html[start + 1] == "/":
        return _Token("", tag, ends=True), after
    if tag in RAW:
        end = lower.find(f"</{tag}", after)
        gone = len(html) if end < 0 else html.find(">", end) + 1 or len(html)
        return _Token(" /", tag), gone
    return _Token(match[2], tag), after


@dataclass
class _Reader:
    """Collects the words in `parts` and what is not words in `lost` (a dict for its order)."""

    parts: list[str] = field(default_factory=list)
    lost: dict[str, None] = field(default_factory=dict)
    pictures: dict[str, None] = field(default_factory=dict)
    _inside: list[str] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)
    _links: list[tuple[str, int]] = field(default_factory=list)

    def take(self, token: _Token) -> None:
        """One more piece; in HTML the line breaks of the words mean nothing."""
        if token.tag is None:
            if not self._inside:
                self.parts.append(SPACES.sub(" ", token.text))
        elif token.ends:
            self._end(token.tag)
        else:
            self._start(token.tag, token.text)

    def _drop(self, tag: str, attributes: str) -> None:
        self.lost[DROPPED[tag]] = None
        if tag == "img":
            self.pictures[_shown(attributes)] = None
        if tag not in EMPTY and not attributes.endswith("/"):
            self._inside.append(tag)

    def _start(self, tag: str, attributes: str) -> None:
        if tag in DROPPED:
            self._drop(tag, attributes)
        if self._inside:
            return
        if tag in FORMATTING:
            self.lost["formatting"] = None
        if tag == "table":
            self.lost["table"] = None
        self._break(tag)
        if tag == "q":
            self.parts.append('"')
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.parts.append(self._bullet())
        elif tag == "a":
            self._links.append((attributes, len(self.parts)))

    def _end(self, tag: str) -> None:
        if self._inside:
            if tag == self._inside[-1]:
                self._inside.pop()
            return
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in ("td", "th"):
            self.parts.append(" ")
        if tag == "q":
            self.parts.append('"')
        if tag == "a" and self._links:
            self._end_link(*self._links.pop())
        if tag in PARAGRAPHS:
            self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in PARAGRAPHS and not self._lists:
            self.parts.append("\n\n")
        elif tag in PARAGRAPHS or tag in LINES:
            self.parts.append("\n")

    def _bullet(self) -> str:
        number = self._lists[-1] if self._lists else None
        if number is None:
            return "• "
        self._lists[-1] = number + 1
        return f"{number + 1}. "

    def _end_link(self, attributes: str, start: int) -> None:
        words = "".join(self.parts[start:]).strip()
        address = SPACES.sub("", _value(HREF, attributes))
        if not ADDRESS.fullmatch(address):
            if address:
                self.lost["link"] = None
        elif address.removeprefix("mailto:") not in words:
            self.parts.append(f" ({address})" if words else address)


def _value(name: re.Pattern[str], attributes: str) -> str:
    """The value of an attribute, "" without one."""
    found = name.search(attributes)
    return unescape(next(part for part in found.groups() if part is not None)) if found else ""


def _shown(attributes: str) -> str:
    """What a picture shows in its author's words, else the name of its file; "…" for one without either."""
    words = SPACES.sub(" ", _value(ALT, attributes)).strip()
    return (words or _value(SRC, attributes).rstrip("/").rpartition("/")[2])[:200] or "…"
