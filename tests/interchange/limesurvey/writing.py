"""LimeSurvey files written by us, from one description, the way versions of different ages write them.

OLD repeats rows for every language and knows conditions, MIDDLE has relevance and subquestions, NEW keeps
texts in tables of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from xml.sax.saxutils import escape

Texts = dict[str, str]


class Age(StrEnum):
    """The version of LimeSurvey's database."""

    OLD = "145"
    MIDDLE = "263"
    NEW = "638"


@dataclass
class Part:
    """A subquestion or an answer."""

    code: str
    texts: Texts
    scale: int = 0
    relevance: str = ""
    assessment: str = "0"


@dataclass
class Question:
    """One question; `attributes` are a value, or values by language."""

    code: str
    kind: str
    texts: Texts
    helps: Texts = field(default_factory=dict)
    answers: list[Part] = field(default_factory=list)
    subquestions: list[Part] = field(default_factory=list)
    attributes: dict[str, str | Texts] = field(default_factory=dict)
    relevance: str = "1"
    row: dict[str, str] = field(default_factory=dict)


@dataclass
class Group:
    """Questions under one title."""

    titles: Texts
    questions: list[Question]
    descriptions: Texts = field(default_factory=dict)
    row: dict[str, str] = field(default_factory=dict)


@dataclass
class Survey:
    """A whole survey. `tables` are further ones, as they are."""

    groups: list[Group]
    languages: tuple[str, ...] = ("cs", "en")
    settings: dict[str, str] = field(default_factory=dict)
    texts: dict[str, Texts] = field(
        default_factory=lambda: {"surveyls_title": {"cs": "Zkouška", "en": "Trial"}}
    )
    conditions: list[dict[str, str]] = field(default_factory=list)
    tables: dict[str, list[dict[str, str]]] = field(default_factory=dict)


def part(code: str, text: str = "", scale: int = 0, relevance: str = "") -> Part:
    """An answer or a subquestion with the same text in Czech and English."""
    return Part(code, {"cs": text or code, "en": text or code}, scale, relevance)


def lss(survey: Survey, age: Age = Age.NEW) -> bytes:
    """The file of this survey. Groups are numbered from 10, questions from 100 in order of writing."""
    tables = _Tables(survey, age).tables()
    languages = "".join(f"<language>{language}</language>" for language in survey.languages)
    body = "".join(table(name, rows) for name, rows in {**tables, **survey.tables}.items() if rows)
    return document(f"<languages>{languages}</languages>{body}", version=age.value)


def document(body: str, version: str = "638", kind: str = "Survey") -> bytes:
    """A file with this inside."""
    head = f"<LimeSurveyDocType>{kind}</LimeSurveyDocType><DBVersion>{version}</DBVersion>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<document>{head}{body}</document>\n'.encode()


def table(name: str, rows: list[dict[str, str]]) -> str:
    """A table as the program writes it."""
    written = "".join(f"<row>{''.join(_field(*pair) for pair in row.items())}</row>" for row in rows)
    return f"<{name}><fields></fields><rows>{written}</rows></{name}>"


def _field(name: str, value: str) -> str:
    if not value:
        return f"<{name}/>"
    return f"<{name}>{escape(value)}</{name}>" if "]]>" in value else f"<{name}><![CDATA[{value}]]></{name}>"


class _Tables:
    def __init__(self, survey: Survey, age: Age) -> None:
        self.survey, self.age = survey, age
        self.number = 100
        self.rows: dict[str, list[dict[str, str]]] = {}

    def tables(self) -> dict[str, list[dict[str, str]]]:
        for order, group in enumerate(self.survey.groups):
            gid = str(10 + order)
            facts = {"gid": gid, "sid": "12345", "group_order": str(order), **group.row}
            texts = {"group_name": group.titles, "description": group.descriptions}
            self.say("groups", "group_l10ns", facts, texts, {"gid": gid})
            for place, question in enumerate(group.questions):
                self.question(question, gid, place)
        self.rows["conditions"] = self.survey.conditions
        self.rows["surveys"] = [
            {
                "sid": "12345",
                "language": self.survey.languages[0],
                "additional_languages": " ".join(self.survey.languages[1:]),
                **self.survey.settings,
            }
        ]
        self.rows["surveys_languagesettings"] = [
            {
                "surveyls_language": language,
                **{name: texts.get(language, "") for name, texts in self.survey.texts.items()},
            }
            for language in self.survey.languages
        ]
        return self.rows

    def question(self, question: Question, gid: str, place: int) -> None:
        qid = self.take_number()
        facts = {
            "qid": qid, "parent_qid": "0", "sid": "12345", "gid": gid, "type": question.kind,
            "title": question.code, "question_order": str(place), "other": "N", "mandatory": "N",
            "relevance": question.relevance, **question.row,
        }  # fmt: skip
        if self.age is Age.OLD:
            facts.pop("relevance")
        texts = {"question": question.texts, "help": question.helps}
        self.say("questions", "question_l10ns", facts, texts, {"qid": qid})
        for order, sub in enumerate(question.subquestions):
            own = self.take_number()
            facts = {
                "qid": own, "parent_qid": qid, "sid": "12345", "gid": gid, "type": question.kind,
                "title": sub.code, "question_order": str(order), "scale_id": str(sub.scale),
                "relevance": sub.relevance,
            }  # fmt: skip
            self.say("subquestions", "question_l10ns", facts, {"question": sub.texts}, {"qid": own})
        for order, answer in enumerate(question.answers):
            facts = {
                "qid": qid, "code": answer.code, "sortorder": str(order), "scale_id": str(answer.scale),
                "assessment_value": answer.assessment,
            }  # fmt: skip
            aid = {"aid": self.take_number()}
            if self.age is Age.NEW:
                facts = {**aid, **facts}
            self.say("answers", "answer_l10ns", facts, {"answer": answer.texts}, aid)
        for name, value in question.attributes.items():
            values = value if isinstance(value, dict) else {"": value}
            self.rows.setdefault("question_attributes", []).extend(
                {"qid": qid, "attribute": name, "value": text, "language": language}
                for language, text in values.items()
            )

    def say(
        self, name: str, texts_name: str, facts: dict[str, str], texts: dict[str, Texts], key: dict[str, str]
    ) -> None:
        for language in self.survey.languages:
            said = {field: values.get(language, "") for field, values in texts.items()}
            if self.age is Age.NEW:
                self.rows.setdefault(texts_name, []).append({**key, **said, "language": language})
            else:
                self.rows.setdefault(name, []).append({**facts, **said, "language": language})
        if self.age is Age.NEW:
            self.rows.setdefault(name, []).append(facts)

    def take_number(self) -> str:
        self.number += 1
        return str(self.number - 1)
