"""Rules that LimeSurvey keeps beside its questions and that we have not, told one by one.

Quotas and the answers that count for them, assessments by points, answers given beforehand, values taken from
the address. Knows the tables of all versions; every rule is lost, so none of it reaches our document.
"""

from __future__ import annotations

from collections.abc import Iterable

from forms.interchange.limesurvey.losses import MOST, WHOLE, Losses
from forms.interchange.limesurvey.survey import Answer, Question, Survey
from forms.interchange.limesurvey.tables import Row, SurveyFile
from forms.interchange.markup import plain

TABLES = frozenset(
    {"quota", "quota_members", "quota_languagesettings", "assessments", "survey_url_parameters"}
    | {"defaultvalues", "defaultvalue_l10ns"}
)

LONGEST_MESSAGE = 5_000
"""Signs of a message that are read, markup counted; of more of them than are listed, none are."""
LONGEST_TEXT = 500
"""Signs of an answer that are said with its code, markup counted."""


def judge(file: SurveyFile, survey: Survey, losses: Losses) -> None:
    """Note every rule that is lost."""
    questions = [question for group in survey.groups for question in group.questions]
    places = _Places(questions)
    _quotas(file, places, losses)
    _assessments(file, survey, losses)
    _defaults(file, places, losses)
    for row in file.rows("survey_url_parameters"):
        target = places.name(row.get("targetqid", ""), row.get("targetsqid", ""))
        name = row.get("parameter", "").strip()
        losses.add(target or "survey_url_parameters", "limesurvey_url_parameter", name=name)


class _Places:
    """What the numbers of questions and the codes of their answers are called."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._by_number = {
            part.qid: (question, part)
            for question in questions
            for part in (question, *question.subquestions)
        }
        self._answers: dict[str, dict[str, str]] = {}

    def name(self, qid: str, sub: str = "") -> str:
        """ "Q1", "Q1 / SQ001"; "" for a number that no question has."""
        found = self._by_number.get(sub.strip()) or self._by_number.get(qid.strip())
        if found is None:
            return ""
        question, part = found
        return question.name if part is question else f"{question.name} / {part.name}"

    def answer(self, qid: str, code: str) -> str:
        """An answer or a subquestion by its code, with its text where it has one."""
        if qid not in self._answers:
            self._answers[qid] = self._said(qid.strip())
        return self._answers[qid].get(code, code)

    def _said(self, qid: str) -> dict[str, str]:
        question = self._by_number.get(qid, (None, None))[1]
        if question is None:
            return {}
        options: list[Answer | Question] = [*question.answers, *question.subquestions]
        texts = {option.code: next(iter(option.texts.values()), "") for option in options}
        return {code: f"{code} – {plain(text[:LONGEST_TEXT]).text}" for code, text in texts.items() if text}


def _quotas(file: SurveyFile, places: _Places, losses: Losses) -> None:
    names = {row.get("id", "").strip(): row.get("name", "") for row in file.rows("quota")}
    for row in file.rows("quota"):
        losses.add("quota", "limesurvey_quota", name=row.get("name", ""), limit=row.get("qlimit", ""))
    for row in file.rows("quota_members"):
        qid, code = row.get("qid", ""), row.get("code", "").strip()
        losses.add(
            places.name(qid) or "quota_members",
            "limesurvey_quota_member",
            name=names.get(row.get("quota_id", "").strip(), ""),
            answer=places.answer(qid, code),
        )
    for row in file.rows("quota_languagesettings"):
        name = names.get(row.get("quotals_quota_id", "").strip(), "")
        where = " ".join(filter(None, ("quota", name, f"({row.get('quotals_language', '')})")))
        _say(where, row, ("quotals_message", "quotals_url", "quotals_urldescrip"), losses)


def _say(where: str, row: Row, fields: Iterable[str], losses: Losses) -> None:
    """What a respondent reads, or where they are led, when a quota is full."""
    for name in fields:
        text = row.get(name, "").strip()
        if text not in ("", "0", "http://"):
            losses.add(where, "limesurvey_quota_message", text=text)


def _assessments(file: SurveyFile, survey: Survey, losses: Losses) -> None:
    groups = {group.gid: group.name for group in survey.groups}
    for number, row in enumerate(file.rows("assessments")):
        of_group = row.get("scope", "").strip() == "G"
        language = row.get("language", "").strip()
        place = (groups.get(row.get("gid", "").strip()) if of_group else "") or WHOLE
        losses.add(
            f"{place} ({language})" if language else place,
            "limesurvey_assessment",
            name=row.get("name", ""),
            minimum=row.get("minimum", ""),
            maximum=row.get("maximum", ""),
            text=plain(row.get("message", "")[:LONGEST_MESSAGE]).text if number < MOST else "",
        )


def _defaults(file: SurveyFile, places: _Places, losses: Losses) -> None:
    """Old versions say them on the row, for each language; new ones in a table of texts."""
    texts: dict[str, list[str]] = {}
    for row in file.rows("defaultvalue_l10ns"):
        texts.setdefault(row.get("dvid", "").strip(), []).append(row.get("defaultvalue", ""))
    found: dict[str, dict[str, None]] = {}
    for row in file.rows("defaultvalues"):
        where = places.name(row.get("qid", ""), row.get("sqid", "")) or "defaultvalues"
        values = [row.get("defaultvalue", ""), *texts.get(row.get("dvid", "").strip(), ())]
        found.setdefault(where, {}).update((value.strip(), None) for value in values if value.strip())
    for where, said in found.items():
        if said:
            losses.add(where, "limesurvey_defaults", text=" / ".join(said))
