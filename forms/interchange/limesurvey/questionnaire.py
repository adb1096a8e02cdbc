"""The document of a whole LimeSurvey survey: sections of items, titles and languages."""

from __future__ import annotations

from forms.definition.questionnaire import Layout
from forms.interchange.codes import questionnaire_code
from forms.interchange.limesurvey import attributes
from forms.interchange.limesurvey.building import Bench, Document
from forms.interchange.limesurvey.kinds import items_of
from forms.interchange.limesurvey.survey import Group, Html, Survey
from forms.interchange.limesurvey.texts import LONG, TEXT, TITLE
from forms.interchange.result import RefusedFileError

MOST_SECTIONS = 100
MOST_ITEMS = 500
LAYOUTS = {"S": Layout.ITEM, "A": Layout.PAGE}


def document_of(survey: Survey, bench: Bench) -> Document:
    """The document. Raises RefusedFileError for a survey that is too large."""
    sections = [section for group in survey.groups for section in _sections(group, survey, bench)]
    if not sections:
        raise RefusedFileError("limesurvey_no_questions")
    if len(sections) > MOST_SECTIONS:
        raise RefusedFileError(
            "limesurvey_too_many_groups", number=str(len(sections)), most=str(MOST_SECTIONS)
        )
    for number, section in enumerate(sections, 1):
        section["section_code"] = f"G{number}"
    titles = bench.writer.needed(
        _texts(survey, "surveyls_title"),
        "surveyls_title",
        TITLE,
        f"LimeSurvey {survey.sid}".strip(),
        repeats=False,
    )
    described = bench.joined(
        _texts(survey, "surveyls_description"), _texts(survey, "surveyls_welcometext"), between="<p></p>"
    )
    introductions = bench.writer.text(described, "surveyls_welcometext", LONG, repeats=False)
    thanks = bench.writer.text(_texts(survey, "surveyls_endtext"), "surveyls_endtext", LONG, repeats=False)
    bench.finish(sections)
    every = list(dict.fromkeys(bench.tags.values()))
    return {
        "questionnaire_code": questionnaire_code(*titles.values(), f"limesurvey-{survey.sid}"),
        "version": "1",
        "titles": titles,
        "introductions": introductions,
        "thanks": thanks,
        "languages": [tag for tag in every if not tag.endswith("-easy")],
        "variants": [tag for tag in every if tag.endswith("-easy")],
        "layout": LAYOUTS.get(survey.settings.get("format", "").strip(), Layout.SECTION).value,
        "scales": bench.scales,
        "sections": sections,
    }


def _sections(group: Group, survey: Survey, bench: Bench) -> list[Document]:
    """The sections of a group: one, unless it has more items than a section may hold; none without items."""
    where = group.name
    items = _description(group, where, bench)
    for question in group.questions:
        for part in (question, *question.subquestions):
            attributes.judge(part, bench.losses)
        made = items_of(question, bench)
        rows = survey.conditions.get(question.qid, ())
        for item in made:
            bench.when(item, bench.where(question), question.row.get("relevance", ""), rows)
        items += made
    if group.row.get("randomization_group", "").strip():
        bench.losses.add(where, "limesurvey_random_group", group=group.row["randomization_group"].strip())
    if not items:
        bench.losses.add(where, "limesurvey_empty_group")
    sections = []
    for start in range(0, len(items), MOST_ITEMS):
        titles = bench.writer.text(group.titles, where, TITLE, repeats=False)
        section: Document = {"titles": titles, "items": items[start : start + MOST_ITEMS]}
        bench.when(section, where, group.row.get("grelevance", ""))
        sections.append(section)
    return sections


def _description(group: Group, where: str, bench: Bench) -> list[Document]:
    """The description of a group, as a text before its items."""
    texts = bench.writer.text(group.descriptions, where, TEXT)
    if not texts:
        return []
    code = bench.codes.item(f"G{group.gid}_description", "g")
    return [{"item_code": code, "type": "information", "texts": texts}]


def _texts(survey: Survey, name: str) -> Html:
    return {language: row[name] for language, row in survey.texts.items() if row.get(name, "").strip()}
