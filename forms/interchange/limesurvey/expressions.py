"""LimeSurvey's expressions (its "ExpressionScript") read into a tree.

Grammar only: what a name stands for is not known here. Functions and arithmetic are read, so that what
surrounds them is understood; whether they can be expressed is for `conditions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 8_000
MOST_TOKENS = 1_000
MAXIMUM_DEPTH = 25

TOKEN = re.compile(
    r"""\s*(?:
    (?P<number>\d+(?:\.\d+)?(?![\w.]))
    |(?P<text>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')
    |(?P<name>(?:INSERTANS|TOKEN):[\w#-]+(?:\.\w+)?
        |\d{1,12}X\d{1,12}X\d{1,12}[\w\#]*(?:\.\w+)*|[A-Za-z_]\w*(?:[.\#]\w+)*)
    |(?P<sign>==|!=|<=|>=|&&|\|\||[-+*/<>!=(),])
    )""",
    re.VERBOSE,
)
COMPARISONS = {
    "==": "eq", "eq": "eq", "!=": "ne", "ne": "ne",
    "<": "lt", "lt": "lt", "<=": "le", "le": "le",
    ">": "gt", "gt": "gt", ">=": "ge", "ge": "ge",
}  # fmt: skip
"""One "=" is none of them: it gives a value to a question, and so holds whatever was answered."""

ANDS, ORS, NOTS = ("&&", "and"), ("||", "or"), ("!", "not")


class UnreadableExpressionError(ValueError):
    """The text is not an expression, or one that is nested too deep."""


@dataclass(frozen=True)
class Name:
    """A variable, with its suffix: "Q1.NAOK"."""

    name: str


@dataclass(frozen=True)
class Literal:
    """A text or a number, as text."""

    value: str


@dataclass(frozen=True)
class Call:
    """A function of other trees; arithmetic is a call of its sign."""

    function: str
    arguments: tuple[Tree, ...]


@dataclass(frozen=True)
class Comparison:
    """`relation` is one of eq, ne, lt, le, gt, ge."""

    relation: str
    left: Tree
    right: Tree


@dataclass(frozen=True)
class Both:
    """All parts hold ("and") or one of them does ("or")."""

    operator: str
    parts: tuple[Tree, ...]


@dataclass(frozen=True)
class Negation:
    """The part does not hold."""

    part: Tree


Tree = Name | Literal | Call | Comparison | Both | Negation


def parsed(text: str) -> Tree:
    """The tree of an expression. Raises UnreadableExpressionError."""
    if len(text) > LONGEST:
        raise UnreadableExpressionError("too long")
    reader = _Reader(_tokens(text))
    tree = reader.either(0)
    if reader.ahead:
        raise UnreadableExpressionError(f"{reader.ahead} is left over")
    return tree


def _tokens(text: str) -> list[tuple[str, str]]:
    text = text.strip()
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None or match.lastgroup is None or len(found) == MOST_TOKENS:
            raise UnreadableExpressionError(f"{text[place : place + 10]!r} is not understood, or too much")
        found.append((match.lastgroup, match[match.lastgroup]))
        place = match.end()
    return found


class _Reader:
    """Reads tokens from left to right, the loosest binding operators first."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def ahead(self) -> str:
        """The next token in lower case; "" at the end and for a quoted text."""
        kind, text = self.tokens[self.place] if self.place < len(self.tokens) else ("", "")
        return "" if kind == "text" else text.lower()

    def take(self) -> tuple[str, str]:
        """The next token, which is then behind."""
        if self.place >= len(self.tokens):
            raise UnreadableExpressionError("it ends too early")
        self.place += 1
        return self.tokens[self.place - 1]

    def expect(self, sign: str) -> None:
        """The next token has to be this sign."""
        if self.take()[1] != sign:
            raise UnreadableExpressionError(f"{sign} is missing")

    def either(self, depth: int) -> Tree:
        """Parts joined by "or"."""
        if depth > MAXIMUM_DEPTH:
            raise UnreadableExpressionError("too deep")
        parts = [self.all(depth)]
        while self.ahead in ORS:
            self.take()
            parts.append(self.all(depth))
        return parts[0] if len(parts) == 1 else Both("or", tuple(parts))

    def all(self, depth: int) -> Tree:
        """Parts joined by "and"."""
        parts = [self.comparison(depth)]
        while self.ahead in ANDS:
            self.take()
            parts.append(self.comparison(depth))
        return parts[0] if len(parts) == 1 else Both("and", tuple(parts))

    def comparison(self, depth: int) -> Tree:
        """Two sums compared, or one sum."""
        left = self.sum(depth)
        if self.ahead in COMPARISONS:
            relation = COMPARISONS[self.take()[1].lower()]
            return Comparison(relation, left, self.sum(depth))
        return left

    def sum(self, depth: int) -> Tree:
        """Arithmetic, whose order does not matter here."""
        left = self.single(depth)
        while self.ahead in ("+", "-", "*", "/"):
            left = Call(self.take()[1], (left, self.single(depth)))
        return left

    def single(self, depth: int) -> Tree:
        """A negation, a bracket, a literal, a call or a name."""
        if self.ahead in NOTS:
            return self.negation(depth)
        if self.ahead == "-":
            self.take()
            return self.minus(self.single(self.deeper(depth)))
        kind, text = self.take()
        if text == "(" and kind == "sign":
            inner = self.either(depth + 1)
            self.expect(")")
            return inner
        if kind == "text":
            return Literal(re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL))
        if kind == "number":
            return Literal(text)
        if kind == "name":
            return self.call(text, depth) if self.ahead == "(" else Name(text)
        raise UnreadableExpressionError(f"{text} is in the wrong place")

    def deeper(self, depth: int) -> int:
        """One level further down. Raises UnreadableExpressionError where that is too far."""
        if depth >= MAXIMUM_DEPTH:
            raise UnreadableExpressionError("too deep")
        return depth + 1

    def negation(self, depth: int) -> Tree:
        """ "!" binds only what follows it."""
        self.take()
        return Negation(self.single(self.deeper(depth)))

    def minus(self, part: Tree) -> Tree:
        """A negative number, or arithmetic."""
        return Literal(f"-{part.value}") if isinstance(part, Literal) else Call("-", (part,))

    def call(self, function: str, depth: int) -> Tree:
        """A function with its arguments."""
        self.expect("(")
        arguments: list[Tree] = []
        while self.ahead != ")":
            arguments.append(self.either(depth + 1))
            if self.ahead == ",":
                self.take()
            elif self.ahead != ")":
                raise UnreadableExpressionError("a comma is missing")
        self.expect(")")
        return Call(function.lower(), tuple(arguments))
