"""The bench at which the items of our document are made: codes, options, scales, texts and conditions.

Knows the shape of our documents. Which items a question becomes is for `choices`, `arrays` and `inputs`.
Conditions wait until every name is known: see `Bench.finish`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from forms.expressions.tree import Expression
from forms.interchange.codes import Codes, item_codes
from forms.interchange.limesurvey import filters
from forms.interchange.limesurvey.conditions import (
    Expressed,
    InexpressibleError,
    expressed,
    from_rows,
    said_rows,
)
from forms.interchange.limesurvey.losses import Losses
from forms.interchange.limesurvey.names import Names
from forms.interchange.limesurvey.reaching import Asked, Reaching
from forms.interchange.limesurvey.survey import Answer, Html, Question
from forms.interchange.limesurvey.tables import Row
from forms.interchange.limesurvey.texts import HINT, LABEL, TEXT, Writer
from forms.interchange.limesurvey.words import words
from forms.interchange.result import RefusedFileError

Document = dict[str, Any]

PICTURES = "image_select"
"""How the names of the looks begin in which each option is a picture."""

TWO_ENDS = "AF1:;"
"""Types of arrays whose rows may have a text at either end."""

MAXIMUM_ITEMS = 5_000
MAXIMUM_OPTIONS = 500
MAXIMUM_SCALES = 50


class Bench:
    """Everything that making items needs, and what has been made so far."""

    def __init__(self, tags: Mapping[str, str], losses: Losses) -> None:
        self.tags = tags
        self.losses = losses
        self.names = Names()
        self.writer = Writer(tags, self.names, losses)
        self.codes = item_codes()
        self.scales: list[Document] = []
        self._scale_codes = Codes()
        self._scales_by_content: dict[str, str] = {}
        self._items = 0
        self._conditions: list[tuple[Document, list[Expression], str, str, Sequence[Row]]] = []

    def where(self, question: Question, sub: Question | None = None) -> str:
        """The place as the author knows it: "Q1", "Q1 / SQ001"."""
        return question.name if sub is None else f"{question.name} / {sub.name}"

    def code(self, question: Question, *parts: str) -> str:
        """A code for an item; another one than the author's is said."""
        wanted = "_".join([question.code or f"q{question.qid}", *parts])
        code = self.codes.item(wanted, "q")
        if code != wanted:
            self.losses.add(self.where(question), "limesurvey_renamed", wanted=wanted, given=code)
        return code

    def item(
        self, question: Question, item_type: str, code: str, texts: Document | None = None, **more: Any
    ) -> Document:
        """An item; `texts` are the question's unless they are given. What is empty is left out."""
        self._items += 1
        if self._items > MAXIMUM_ITEMS:
            raise RefusedFileError(
                "limesurvey_too_many_questions", number=str(self._items), most=str(MAXIMUM_ITEMS)
            )
        where = self.where(question)
        if texts is None:
            texts = self.writer.needed(question.texts, where, TEXT, question.code or code)
            more["hints"] = self.writer.text(question.helps, where, HINT)
        if question.row.get("mandatory", "").strip() == "Y" and item_type != "information":
            more["required"] = True
        return {
            "item_code": code,
            "type": item_type,
            "texts": texts,
            **{name: value for name, value in more.items() if not _is_nothing(value)},
        }

    def row_text(self, question: Question, sub: Question) -> Document:
        """The text of a subquestion that becomes an item, or a row of one."""
        texts = ends_joined(question, sub.texts)
        return self.writer.needed(texts, self.where(question, sub), TEXT, sub.code or sub.qid)

    def row_item(
        self,
        question: Question,
        item_type: str,
        code: str,
        sub: Question,
        texts: Document | None = None,
        **more: Any,
    ) -> Document:
        """An item made of a row, with its help and under its conditions; `texts` are the row's by default."""
        where = self.where(question, sub)
        hints = self.writer.text(sub.helps, where, HINT)
        item = self.item(
            question, item_type, code, texts or self.row_text(question, sub), hints=hints, **more
        )
        for condition in filters.conditions(question, sub, self.names):
            self.when(item, where, condition)
        return item

    def options(
        self, question: Question, choices: Iterable[Answer | Question]
    ) -> tuple[list[Document], dict[str, str]]:
        """Options made of answers or subquestions, and LimeSurvey's codes → ours."""
        codes, documents, mapping = Codes(), list[Document](), dict[str, str]()
        for choice in choices:
            if len(documents) == MAXIMUM_OPTIONS:
                where, most = self.where(question), str(MAXIMUM_OPTIONS)
                self.losses.add(where, "limesurvey_too_many_options", most=most)
                break
            code = codes.option(choice.code)
            place = f"{self.where(question)} / {choice.code}"
            labels = self._labels(question, choice, place, code)
            mapping.setdefault(choice.code, code)
            documents.append({"code": code, "labels": labels})
            if code != choice.code:
                self.losses.add(place, "limesurvey_renamed", wanted=choice.code, given=code)
        return documents, mapping

    def _labels(self, question: Question, choice: Answer | Question, place: str, code: str) -> Document:
        """The label of an option. Where options are pictures, LimeSurvey keeps their addresses as texts."""
        instead = choice.code or code
        if not question.theme.startswith(PICTURES):
            return self.writer.needed(choice.texts, place, LABEL, instead, repeats=False)
        for address in dict.fromkeys(choice.texts.values()):
            self.losses.add(place, "limesurvey_picture_option", address=address)
        return dict.fromkeys(self.tags.values(), instead)

    def note_conditions(self, question: Question, subs: Iterable[Question]) -> None:
        """Options cannot have conditions of their own, which is a loss."""
        for sub in subs:
            relevance = sub.row.get("relevance", "").strip()
            if relevance not in filters.ALWAYS:
                where = self.where(question, sub)
                self.losses.add(where, "limesurvey_row_relevance", expression=relevance)

    def note_helps(self, question: Question, subs: Iterable[Question]) -> None:
        """Options and rows of a battery have no help of their own, which is a loss."""
        for sub in subs:
            for text in dict.fromkeys(sub.helps.values()):
                self.losses.add(self.where(question, sub), "limesurvey_row_help", text=text)

    def note_filters(self, question: Question, subs: Iterable[Question] = ()) -> None:
        """A filter by a question in which none of these rows has a namesake filters nothing here."""
        for attribute, source in filters.without_effect(question, subs, self.names):
            self.losses.add(self.where(question), "limesurvey_filter", attribute=attribute, value=source)

    def built_in(self, question: Question, named: Mapping[str, str]) -> list[Document]:
        """Options that LimeSurvey knows by itself; option code → name of the word."""
        return [{"code": code, "labels": self.word(question, word)} for code, word in named.items()]

    def word(self, question: Question, name: str) -> dict[str, str]:
        """A word of LimeSurvey's own in the languages of the survey, as far as we have it."""
        found, unknown = words(name, self.tags.values())
        for tag in unknown:
            self.losses.gather(self.where(question), "limesurvey_word", language=tag)
        return found

    def scale(self, name: str, options: list[Document]) -> str | None:
        """The code of the scale with these options, shared by equal ones; None when there is no room."""
        content = json.dumps(options, sort_keys=True)
        if content not in self._scales_by_content:
            if len(self.scales) == MAXIMUM_SCALES:
                return None
            code = self._scale_codes.item(f"scale_{name}")
            self._scales_by_content[content] = code
            self.scales.append({"code": code, "options": options})
        return self._scales_by_content[content]

    def joined(self, first: Html, second: Html, between: str = " – ") -> Html:
        """Two texts as one, in every language that has either."""
        languages = dict.fromkeys([*first, *second])
        return {
            language: between.join(
                part for part in (first.get(language, ""), second.get(language, "")) if part.strip()
            )
            for language in languages
        }

    def when(self, document: Document, where: str, relevance: str, rows: Sequence[Row] = ()) -> None:
        """The item or section is asked under a condition of LimeSurvey's."""
        self._conditions.append((document, [], where, relevance, rows))

    def when_also(self, document: Document, condition: Expression) -> None:
        """The item is asked under a condition of ours."""
        self._conditions.append((document, [condition], "", "", ()))

    def finish(self, sections: Iterable[Document]) -> None:
        """Express the conditions and repeat the answers, now that every name is known."""
        asked: dict[int, Asked] = {}
        for document, own, where, relevance, rows in self._conditions:
            found = asked.setdefault(id(document), Asked(document, where))
            found.parts.extend(own)
            condition, named = self._expressed(where, relevance, rows)
            if condition is not None:
                found.parts.append(condition)
                found.named.append((condition, relevance, named))
        Reaching(asked, self.losses).settle(sections)
        self.writer.finish()

    def _expressed(self, where: str, relevance: str, rows: Sequence[Row]) -> Expressed:
        """By relevance where there is any, else by the older conditions, of which LimeSurvey makes it."""
        by_rows = bool(rows) and relevance.strip() in ("", "1")
        try:
            return Expressed(from_rows(rows, self.names)) if by_rows else expressed(relevance, self.names)
        except InexpressibleError:
            said = said_rows(rows) if by_rows else relevance
            self.losses.add(where, "limesurvey_relevance", expression=said)
            return Expressed(None)


def ends_joined(question: Question, texts: Html) -> Html:
    """The text of a row, which in some types has two ends, "cold|warm": said as one, "cold – warm"."""
    mark = question.attribute("slider_separator") or "|"
    if question.kind not in TWO_ENDS and question.attribute("slider_layout") != "1":
        return texts
    parts = {language: [part.strip() for part in text.split(mark)] for language, text in texts.items()}
    return {language: " – ".join(filter(None, found)) for language, found in parts.items()}


def _is_nothing(value: object) -> bool:
    """Whether a key says nothing; 0 is a bound like any other."""
    return value is None or value is False or value == {}
