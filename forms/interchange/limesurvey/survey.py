"""A survey as LimeSurvey understands it, put together from the tables of any of its versions.

Old versions repeat a row for every language, new ones keep texts in tables of their own (`question_l10ns`);
both come out alike. Texts are still HTML here, codes and languages are LimeSurvey's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from forms.interchange.limesurvey.losses import Losses
from forms.interchange.limesurvey.tables import Row, SurveyFile
from forms.interchange.markup import plain
from forms.interchange.result import RefusedFileError

MAXIMUM_QUESTIONS = 2_000
LONGEST_TITLE, LONGEST_NAME = 1_000, 100
NOBODY = ("", "0")
"""What stands for "no parent"."""

Owner = TypeVar("Owner")

Html = dict[str, str]
"""LimeSurvey's language code → HTML."""


@dataclass
class Answer:
    """One answer on offer. `scale` is 0, or 1 for the second scale of a dual array."""

    code: str
    scale: int = 0
    order: int = 0
    assessment: str = ""
    texts: Html = field(default_factory=dict)
    question: str = ""

    @property
    def name(self) -> str:
        """What the author knows it by: the name of the question and the code."""
        return f"{self.question} / {self.code}"


@dataclass
class Question:
    """A question, or a subquestion of one; `kind` is LimeSurvey's letter for its type."""

    qid: str
    gid: str
    parent: str
    kind: str
    code: str
    scale: int
    order: int
    row: Row
    texts: Html = field(default_factory=dict)
    helps: Html = field(default_factory=dict)
    scripts: Html = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    subquestions: list[Question] = field(default_factory=list)
    attributes: dict[str, Html] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the author knows the question by: its code, else its number."""
        return self.code or f"qid {self.qid}".strip()

    @property
    def theme(self) -> str:
        """The name of a special look; "" for none."""
        return (self.row.get("question_theme_name") or self.row.get("modulename", "")).strip()

    def attribute(self, name: str) -> str:
        """The value of an attribute, whatever its language; "" without one."""
        return next((value for value in self.attributes.get(name, {}).values() if value.strip()), "").strip()

    def rows(self) -> list[Question]:
        """The subquestions down the side."""
        return [sub for sub in self.subquestions if sub.scale == 0]

    def columns(self) -> list[Question]:
        """The subquestions across the top, of arrays of numbers and of texts."""
        return [sub for sub in self.subquestions if sub.scale == 1]

    def answers_of(self, scale: int) -> list[Answer]:
        """The answers of one scale, in order."""
        return [answer for answer in self.answers if answer.scale == scale]


@dataclass
class Group:
    """A group of questions."""

    gid: str
    order: int
    row: Row
    titles: Html = field(default_factory=dict)
    descriptions: Html = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)

    @cached_property
    def name(self) -> str:
        """What the author knows it by: its first title in plain words, else its number."""
        titles = (plain(title[:LONGEST_TITLE]).text for title in self.titles.values())
        return next((title for title in titles if title), f"gid {self.gid}")[:LONGEST_NAME]


@dataclass
class Survey:
    """The whole survey. `settings` is the row of table `surveys`, `texts` those of each language,
    `conditions` the rows of the older table by the number of the question that they are for.
    """

    settings: Row
    texts: Mapping[str, Row]
    languages: list[str]
    groups: list[Group]
    conditions: Mapping[str, list[Row]]
    sid: str


def assembled(file: SurveyFile, losses: Losses) -> Survey:
    """The survey in these tables. What belongs nowhere is a loss.

    Raises RefusedFileError when there is no question, or more than MAXIMUM_QUESTIONS of them.
    """
    settings = next(iter(file.rows("surveys")), {})
    _put_first(settings.get("language", "").strip(), file)
    groups = _groups(file, losses)
    questions = _questions(file, losses)
    _add_answers(file, questions, losses)
    _add_attributes(file, questions, losses)
    top = {qid: question for qid, question in questions.items() if question.parent in NOBODY}
    if not top:
        raise RefusedFileError("limesurvey_no_questions")
    if len(top) > MAXIMUM_QUESTIONS:
        raise RefusedFileError(
            "limesurvey_too_many_questions", number=str(len(top)), most=str(MAXIMUM_QUESTIONS)
        )
    _add_subquestions(questions, top, losses)
    _place(top.values(), groups, losses)
    texts = {row.get("surveyls_language", ""): row for row in file.rows("surveys_languagesettings")}
    return Survey(
        settings=settings,
        texts=texts,
        languages=_languages(file, settings, texts),
        groups=sorted(groups.values(), key=lambda group: group.order),
        conditions=_conditions(file, top, losses),
        sid=settings.get("sid", "").strip(),
    )


def _put_first(base: str, file: SurveyFile) -> None:
    """Put rows in the base language before their translations: what holds for all languages is said there."""
    for name in ("groups", "questions", "subquestions", "answers"):
        if name in file.tables:
            file.tables[name].sort(key=lambda row: row.get("language", "").strip() not in ("", base))


def number(text: str, otherwise: int = 0) -> int:
    """A whole number as databases write it."""
    return int(text) if re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else otherwise


def _languages(file: SurveyFile, settings: Row, texts: Mapping[str, Row]) -> list[str]:
    named = [settings.get("language", ""), *settings.get("additional_languages", "").split(), *file.languages]
    found = [language for name in named if (language := name.strip())] or [name for name in texts if name]
    return list(dict.fromkeys(found or ["en"]))


def _groups(file: SurveyFile, losses: Losses) -> dict[str, Group]:
    groups: dict[str, Group] = {}
    for row in file.rows("groups"):
        gid = row.get("gid", "").strip()
        group = groups.setdefault(gid, Group(gid, number(row.get("group_order", "")), row))
        _say_group(group, row, losses)
    for row, found in _texts(file, "group_l10ns", "gid", groups, losses):
        _say_group(found, row, losses)
    return groups


def _say_group(group: Group, row: Row, losses: Losses) -> None:
    _say(group.titles, row, "group_name", group, losses)
    _say(group.descriptions, row, "description", group, losses)


def _texts(
    file: SurveyFile, table: str, key: str, owners: Mapping[str, Owner], losses: Losses
) -> Iterator[tuple[Row, Owner]]:
    """The rows of a table of texts with what they belong to; those that belong to nothing are a loss."""
    orphans = 0
    for row in file.rows(table):
        owner = owners.get(row.get(key, "").strip())
        if owner is None:
            orphans += 1
        else:
            yield row, owner
    if orphans:
        losses.add(table, "limesurvey_orphan_texts", number=str(orphans))


def _conditions(file: SurveyFile, top: Mapping[str, Question], losses: Losses) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    orphans = 0
    for row in file.rows("conditions"):
        qid = row.get("qid", "").strip()
        orphans += qid not in top
        found.setdefault(qid, []).append(row)
    if orphans:
        losses.add("conditions", "limesurvey_orphan_conditions", number=str(orphans))
    return found


def _say(texts: Html, row: Row, name: str, owner: Answer | Question | Group, losses: Losses) -> None:
    """Keep the text of this row's language; the first one counts, and another one is a loss."""
    text = row.get(name, "")
    if text.strip() and texts.setdefault(row.get("language", "").strip(), text) != text:
        losses.add(owner.name, "limesurvey_repeated_text", text=text)


def _questions(file: SurveyFile, losses: Losses) -> dict[str, Question]:
    questions: dict[str, Question] = {}
    for row in file.rows("questions", "subquestions"):
        qid, code = row.get("qid", "").strip(), row.get("title", "").strip()
        question = questions.get(qid)
        if question is None:
            question = questions[qid] = Question(
                qid=qid,
                gid=row.get("gid", "").strip(),
                parent=row.get("parent_qid", "0").strip(),
                kind=row.get("type", "").strip(),
                code=code,
                scale=number(row.get("scale_id", "")),
                order=number(row.get("question_order", "")),
                row=row,
            )
        elif question.code != code:
            losses.add(code or question.name, "limesurvey_repeated_number", qid=qid, first=question.name)
            continue
        _say_question(question, row, losses)
    for row, found in _texts(file, "question_l10ns", "qid", questions, losses):
        _say_question(found, row, losses)
    return questions


def _say_question(question: Question, row: Row, losses: Losses) -> None:
    _say(question.texts, row, "question", question, losses)
    _say(question.helps, row, "help", question, losses)
    _say(question.scripts, row, "script", question, losses)


def _add_answers(file: SurveyFile, questions: Mapping[str, Question], losses: Losses) -> None:
    by_key: dict[tuple[str, str, int], Answer] = {}
    by_number: dict[str, Answer] = {}
    orphans = 0
    for row in file.rows("answers"):
        question = questions.get(row.get("qid", "").strip())
        if question is None:
            orphans += 1
            continue
        key = (question.qid, row.get("code", "").strip(), number(row.get("scale_id", "")))
        answer = by_key.get(key)
        if answer is None:
            order, worth = number(row.get("sortorder", "")), row.get("assessment_value", "").strip()
            answer = by_key[key] = Answer(
                code=key[1], scale=key[2], order=order, assessment=worth, question=question.name
            )
            question.answers.append(answer)
        by_number[row.get("aid", "").strip()] = answer
        _say(answer.texts, row, "answer", answer, losses)
    for row, found in _texts(file, "answer_l10ns", "aid", by_number, losses):
        _say(found.texts, row, "answer", found, losses)
    if orphans:
        losses.add("answers", "limesurvey_orphan_answers", number=str(orphans))
    for question in questions.values():
        question.answers.sort(key=lambda answer: answer.order)


def _add_attributes(file: SurveyFile, questions: Mapping[str, Question], losses: Losses) -> None:
    orphans = 0
    for row in file.rows("question_attributes"):
        question = questions.get(row.get("qid", "").strip())
        if question is None:
            orphans += bool(row.get("value", "").strip())
            continue
        values = question.attributes.setdefault(row.get("attribute", "").strip(), {})
        values.setdefault(row.get("language", "").strip(), row.get("value", ""))
    if orphans:
        losses.add("question_attributes", "limesurvey_orphan_attributes", number=str(orphans))


def _add_subquestions(questions: Mapping[str, Question], top: Mapping[str, Question], losses: Losses) -> None:
    for question in questions.values():
        if question.parent in NOBODY:
            continue
        parent = top.get(question.parent)
        if parent is None:
            losses.add(question.name, "limesurvey_orphan_subquestion", text=_any(question))
        else:
            parent.subquestions.append(question)
    for question in top.values():
        question.subquestions.sort(key=lambda sub: sub.order)


def _place(questions: Iterable[Question], groups: dict[str, Group], losses: Losses) -> None:
    """Put each question into its group; one without a group comes at the end, in a group of its own."""
    last = max((group.order for group in groups.values()), default=0) + 1
    known = frozenset(groups)
    for question in questions:
        if question.gid not in known:
            losses.add(question.name, "limesurvey_orphan_question")
            groups.setdefault(question.gid, Group(question.gid, last, {}))
        groups[question.gid].questions.append(question)
    for group in groups.values():
        group.questions.sort(key=lambda question: question.order)


def _any(question: Question) -> str:
    return next(iter(question.texts.values()), "")
