"""LimeSurvey's texts made ours: plain, of a bearable length, with earlier answers repeated in our way.

`{Q1}` becomes `{{Q1}}` where our texts repeat answers; any other expression becomes "…", and a loss.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from forms.interchange.limesurvey.losses import Losses
from forms.interchange.limesurvey.names import Names, Reading
from forms.interchange.limesurvey.survey import Html
from forms.interchange.markup import plain
from forms.interchange.result import RefusedFileError

EXPRESSION = re.compile(r"(?<!\\)\{(?=[^\s{}])([^{}]{1,4000})\}")
ESCAPED = re.compile(r"\\([{}])")
DOUBLE = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")
"""Two braces that an author wrote: in our texts they would repeat an answer."""

GAP = "…"
HARMLESS = frozenset({"formatting", "table", "style", "input"})
"""What is lost from markup without changing what a text says; gathered into one line."""

TITLE, TEXT, HINT, LABEL, UNIT, LONG = 500, 2_000, 4_000, 500, 100, 10_000
"""The longest texts of our documents, by their use."""

MOST_MARKS = 400_000
"""Signs that begin markup or an expression, in all texts of a file together; large surveys have 50,000."""

MOST_EXPRESSIONS = 20
"""Expressions of one place that are listed one by one; the others are counted."""

REPEATED = {Reading.CHOICE, Reading.BOXES, Reading.NUMBER, Reading.DATE, Reading.YEAR, Reading.TEXT}


@dataclass(frozen=True)
class _Waiting:
    texts: dict[str, str]
    where: str
    longest: int


class Writer:
    """Makes texts. Those that may repeat answers wait until all names are known: see `finish`."""

    def __init__(self, tags: Mapping[str, str], names: Names, losses: Losses) -> None:
        self.tags = tags
        self.names = names
        self.losses = losses
        self._marks = 0
        self._waiting: list[_Waiting] = []
        self._expressions: dict[str, dict[str, None]] = {}

    def text(self, html: Html, where: str, longest: int, *, repeats: bool = True) -> dict[str, str]:
        """The text under our tags; empty languages are left out."""
        texts = {}
        for language, source in html.items():
            tag = self._tag(language, where)
            if tag and (words := self._plain(source, where)) and (language or tag not in texts):
                texts[tag] = words
        if repeats:
            self._waiting.append(_Waiting(texts, where, longest))
        else:
            self._settle(texts, where, longest, repeats=False)
        return texts

    def needed(
        self, html: Html, where: str, longest: int, instead: str, *, repeats: bool = True
    ) -> dict[str, str]:
        """The same, never empty: `instead` stands where there is no text at all."""
        texts = self.text(html, where, longest, repeats=repeats)
        if not texts:
            texts[next(iter(self.tags.values()))] = instead
            self.losses.add(where, "limesurvey_without_text")
        return texts

    def finish(self) -> None:
        """Repeat answers in the texts that wait for it, shorten what is too long, list what could not be."""
        for waiting in self._waiting:
            self._settle(waiting.texts, waiting.where, waiting.longest, repeats=True)
        for where, expressions in self._expressions.items():
            for expression in list(expressions)[:MOST_EXPRESSIONS]:
                self.losses.add(where, "limesurvey_expression_in_text", expression=expression)
            if len(expressions) > MOST_EXPRESSIONS:
                number = str(len(expressions) - MOST_EXPRESSIONS)
                self.losses.add(where, "limesurvey_more_expressions", number=number)

    def _tag(self, language: str, where: str) -> str | None:
        if language == "" and self.tags:
            return next(iter(self.tags.values()))
        tag = self.tags.get(language)
        if tag is None:
            self.losses.gather(where, "limesurvey_other_language", language=language)
        return tag

    def _plain(self, source: str, where: str) -> str:
        self._marks += source.count("<") + source.count("{")
        if self._marks > MOST_MARKS:
            raise RefusedFileError("limesurvey_too_large")
        found = plain(source)
        for kind in found.lost:
            note = self.losses.gather if kind in HARMLESS else self.losses.add
            if kind == "picture":
                for picture in found.pictures or ("…",):
                    self.losses.add(where, "limesurvey_lost_picture", picture=picture)
            else:
                note(where, f"limesurvey_lost_{kind}")
        return found.text

    def _settle(self, texts: dict[str, str], where: str, longest: int, *, repeats: bool) -> None:
        for tag, text in texts.items():
            settled = self._repeated(text, where, repeats=repeats)
            if len(settled) > longest:
                self.losses.add(where, "limesurvey_shortened", most=str(longest), text=settled)
                settled = settled[: longest - 1].rstrip().rstrip("{") + GAP
            texts[tag] = settled

    def _repeated(self, text: str, where: str, *, repeats: bool) -> str:
        parts, place = [], 0
        for match in EXPRESSION.finditer(text):
            parts += [_literal(text[place : match.start()]), self._one(match[1], where, repeats=repeats)]
            place = match.end()
        return "".join([*parts, _literal(text[place:])])

    def _one(self, expression: str, where: str, *, repeats: bool) -> str:
        target = self.names.find(expression)
        if repeats and target is not None and target.reading in REPEATED:
            return f"{{{{{target.item}}}}}"
        self._expressions.setdefault(where, {})[expression] = None
        return GAP


def _literal(text: str) -> str:
    return DOUBLE.sub(" ", ESCAPED.sub(r"\1", text))
