"""XPath as XLSForms use it, read into a small tree. Knows no questionnaire and evaluates nothing.

Names of questions come as ${name}, and in old forms as paths ("/data/name", "../name").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 10_000
DEEPEST = 30
TOKEN = re.compile(
    r"""\s*(?:
      \$\{\s*(?P<ref>[^{}]{1,200}?)\s*\}
    | (?P<path>(?:current\(\)/)?(?:\.\.?/|/)(?:\.\./)*[\w.-]+(?:/[\w.-]+)*)
    | (?P<number>\d+(?:\.\d*)?|\.\d+)
    | '(?P<single>[^']*)' | "(?P<double>[^"]*)"
    | (?P<name>[A-Za-z_][\w-]*(?::[A-Za-z_][\w-]*)?)
    | (?P<sign><=|>=|!=|=|<|>|\(|\)|,|\+|-|\*|\|)
    | (?P<self>\.)
    )""",
    re.VERBOSE,
)
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\xa0": " ", "≤": "<=", "≥": ">="})
RELATIONS = ("=", "!=", "<=", ">=", "<", ">")


class UnreadableError(ValueError):
    """The text is no XPath that this module reads."""


@dataclass(frozen=True)
class Literal:
    """A number or a text."""

    value: float | str


@dataclass(frozen=True)
class Ref:
    """The answer to the question with this name; "." is the question that the expression belongs to."""

    name: str


@dataclass(frozen=True)
class Call:
    """A function, or an operator by its sign: "=", "<", "and", "or", "+", …"""

    name: str
    args: tuple[Node, ...]


Node = Literal | Ref | Call


def parse(text: str) -> Node:
    """The tree of an expression. Chains of "and" and of "or" become one call each. Raises UnreadableError."""
    if len(text) > LONGEST:
        raise UnreadableError("too long")
    return _Parser(text.translate(QUOTES)).whole()


def tokens(text: str) -> list[tuple[str, str]]:
    """Kinds and texts of the tokens. Raises UnreadableError."""
    found = []
    place = 0
    text = text.rstrip()
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise UnreadableError(f"cannot be read from “{text[place : place + 20]}”")
        kind = match.lastgroup or ""
        found.append((kind, match[kind]))
        place = match.end()
    return found


class _Parser:
    """Recursive descent over the tokens; `depth` bounds the recursion."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.place = 0
        self.depth = 0

    def whole(self) -> Node:
        """Read everything there is."""
        found = self.either()
        if self.place < len(self.tokens):
            raise UnreadableError(f"has “{self.tokens[self.place][1]}” where it should end")
        return found

    def either(self) -> Node:
        """Parts joined by "or"."""
        return self._joined("or", self.both)

    def both(self) -> Node:
        """Parts joined by "and"."""
        return self._joined("and", self.relation)

    def _joined(self, word: str, part: Callable[[], Node]) -> Node:
        parts = [part()]
        while self._next("name", word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Call(word, tuple(parts))

    def relation(self) -> Node:
        """Two sums compared."""
        left = self.sum()
        for sign in RELATIONS:
            if self._next("sign", sign):
                return Call(sign, (left, self.sum()))
        return left

    def sum(self) -> Node:
        """Operands of arithmetic, all of one rank: it is recognised, not computed."""
        found = self.operand()
        while self.place < len(self.tokens):
            kind, text = self.tokens[self.place]
            if not (kind == "sign" and text in "+-*|") and not (kind == "name" and text in ("div", "mod")):
                break
            self.place += 1
            found = Call(text, (found, self.operand()))
        return found

    def operand(self) -> Node:
        """A literal, a reference, a call, something in parentheses, or one of them with a minus."""
        if self._next("sign", "-"):
            inner = self.operand()
            if isinstance(inner, Literal) and isinstance(inner.value, float):
                return Literal(-inner.value)
            raise UnreadableError("negates what is no number")
        kind, text = self._take()
        match kind:
            case "number":
                return Literal(float(text))
            case "single" | "double":
                return Literal(text)
            case "ref":
                return Ref(text)
            case "path":
                return Ref(text.rsplit("/", 1)[-1])
            case "self":
                return Ref(".")
            case "name" if self._next("sign", "("):
                return Call(text, self._arguments())
            case "sign" if text == "(":
                inner = self._deeper(self.either)
                self._need(")")
                return inner
        raise UnreadableError(f"has “{text}” where it should not be")

    def _arguments(self) -> tuple[Node, ...]:
        found: list[Node] = []
        if self._next("sign", ")"):
            return ()
        found.append(self._deeper(self.either))
        while self._next("sign", ","):
            found.append(self._deeper(self.either))
        self._need(")")
        return tuple(found)

    def _deeper(self, part: Callable[[], Node]) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError("is nested too deeply")
        found = part()
        self.depth -= 1
        return found

    def _take(self) -> tuple[str, str]:
        if self.place == len(self.tokens):
            raise UnreadableError("ends too soon")
        self.place += 1
        return self.tokens[self.place - 1]

    def _next(self, kind: str, text: str) -> bool:
        if self.place < len(self.tokens) and self.tokens[self.place] == (kind, text):
            self.place += 1
            return True
        return False

    def _need(self, sign: str) -> None:
        if not self._next("sign", sign):
            raise UnreadableError(f"lacks “{sign}”")
