"""A codebook for archives and catalogues of data: DDI Codebook 2.5 in XML.

Source of elements and their order: DDI Alliance, DDI Codebook 2.5, field-level documentation. Texts stand in
every language they have, each with its tag. Knows no response; counts are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from forms.codebook import words
from forms.codebook.variables import Kind, Variable
from forms.definition.questionnaire import Questionnaire
from forms.documents.canonical import UNSTORABLE
from forms.expressions.description import describe
from forms.languages import Texts

NAMESPACE = "ddi:codebook:2_5"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAIN_LANGUAGE = "cs"


@dataclass(frozen=True)
class Study:
    """What the file describes: a wave of a town (`producer`), the days of collection, how many responses.

    `modes`: names of the modes of collection, of those that the file tells.
    """

    code: str
    titles: Texts
    abstracts: Texts
    producer: str
    begun_on: date
    ended_on: date
    modes: Sequence[Texts]
    cases: int
    made_up: bool = False


def document(study: Study, questionnaire: Questionnaire, variables: Sequence[Variable]) -> bytes:
    """The codebook of `variables`; who was asked is told as `questionnaire`, the last version, has it."""
    register_namespace("", NAMESPACE)
    root = Element(_tag("codeBook"), {"version": "2.5", LANGUAGE: MAIN_LANGUAGE})
    about = _below(_below(root, "docDscr"), "citation")
    _titles(_below(about, "titlStmt"), study)
    _say(_below(about, "prodStmt"), "software", "Ohlas")
    _study(_below(root, "stdyDscr"), study)
    file = _below(_below(root, "fileDscr", ID="F1"), "fileTxt")
    _say(file, "fileName", study.code)
    dimensions = _below(file, "dimensns")
    _say(dimensions, "caseQnty", str(study.cases))
    _say(dimensions, "varQnty", str(len(variables)))
    described = _below(root, "dataDscr")
    for place, variable in enumerate(variables, 1):
        _variable(described, place, variable, questionnaire)
    indent(root)
    found: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def _study(parent: Element, study: Study) -> None:
    cited = _below(parent, "citation")
    _titles(_below(cited, "titlStmt"), study)
    _say(_below(cited, "rspStmt"), "AuthEnty", study.producer)
    _say(_below(cited, "prodStmt"), "producer", study.producer)
    info = _below(parent, "stdyInfo")
    _in_languages(info, "abstract", study.abstracts)
    summary = _below(info, "sumDscr")
    for event, day in (("start", study.begun_on), ("end", study.ended_on)):
        _below(summary, "collDate", date=day.isoformat(), event=event)
    _say(summary, "geogCover", study.producer)
    _say(summary, "dataKind", "synthetic" if study.made_up else "survey")
    collection = _below(_below(parent, "method"), "dataColl")
    for mode in study.modes:
        _in_languages(collection, "collMode", mode)


def _titles(parent: Element, study: Study) -> None:
    first, *others = [(tag, text) for tag, text in study.titles.items() if text] or [("", study.code)]
    _say(parent, "titl", first[1], first[0])
    for tag, text in others:
        _say(parent, "parTitl", text, tag)
    _say(parent, "IDNo", study.code)


def _variable(parent: Element, place: int, variable: Variable, questionnaire: Questionnaire) -> None:
    kind = "discrete" if variable.kind is Kind.CATEGORY else "contin"
    found = _below(parent, "var", ID=f"V{place}", name=variable.name, files="F1", intrvl=kind)
    _in_languages(found, "labl", variable.details or variable.stems, level="variable")
    if variable.item_code:
        _in_languages(_below(found, "qstn", ID=f"Q{place}"), "qstnLit", variable.stems)
    if variable.kind is not Kind.TEXT:
        invalid = _below(found, "invalrng")
        for number in variable.missing.values():
            _below(invalid, "item", UNITS="REAL", VALUE=str(number))
    condition = questionnaire.conditions.get(variable.item_code)
    if condition is not None:
        for tag in questionnaire.languages:
            _say(found, "universe", describe(condition, questionnaire, tag), tag)
    _categories(found, variable)
    text = variable.kind is Kind.TEXT
    _below(found, "varFormat", type="character" if text else "numeric", schema="other")
    _in_languages(found, "notes", variable.notes, subject="coarsened")
    _say(found, "notes", variable.heading, subject="heading in tables")
    if variable.item_code:
        _say(found, "notes", variable.item_code, subject="item code")


def _categories(parent: Element, variable: Variable) -> None:
    for category in variable.categories:
        found = _below(parent, "catgry")
        _say(found, "catValu", str(category.number))
        _in_languages(found, "labl", category.labels, level="category")
        _say(found, "txt", category.code)
    for code, number in variable.missing.items():
        found = _below(parent, "catgry", missing="Y")
        _say(found, "catValu", code if variable.kind is Kind.TEXT else str(number))
        _in_languages(found, "labl", words.MISSING[code], level="category")
        _say(found, "txt", code)


def _in_languages(parent: Element, element: str, texts: Texts, /, **attributes: str) -> None:
    for tag, text in texts.items():
        if text:
            _say(parent, element, text, tag, **attributes)


def _say(parent: Element, element: str, text: str, tag: str = "", /, **attributes: str) -> None:
    found = _below(parent, element, **attributes)
    if tag:
        found.set(LANGUAGE, tag)
    found.text = _writable(text)


def _below(parent: Element, element: str, /, **attributes: str) -> Element:
    return SubElement(parent, _tag(element), _clean(attributes))


def _clean(attributes: Mapping[str, str]) -> dict[str, str]:
    return {name: _writable(value) for name, value in attributes.items()}


def _writable(text: str) -> str:
    return UNSTORABLE.sub("", text)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
