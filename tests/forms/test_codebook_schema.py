"""Codebooks against what the schema of DDI Codebook 2.5 asks; see `ddi_schema` for what was read there."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from forms.codebook import ddi, variables, words
from forms.definition.questionnaire import Questionnaire

from .ddi_schema import errors
from .strategies import questionnaires
from .test_codebook import NOBODY, asking, item, option

DAYS = date(2026, 1, 1), date(2026, 1, 9)


def codebook(questionnaire: Questionnaire, *, texts: bool = True) -> ET.Element:
    modes = [words.MODES["web"], words.MODES["paper"]]
    study = ddi.Study("w-1", questionnaire.titles, {"cs": "O čem"}, "Měřín", *DAYS, modes, 7)
    found = variables([questionnaire], NOBODY, texts=texts)
    return ET.fromstring(ddi.document(study, questionnaire, found))  # noqa: S314  # our own


@given(questionnaires())
def test_the_codebook_of_any_questionnaire_is_as_the_schema_asks(questionnaire: Questionnaire) -> None:
    assert errors(codebook(questionnaire), ddi.NAMESPACE) == []


def test_a_codebook_of_a_wave_without_titles_ways_or_questions_is_as_the_schema_asks() -> None:
    questionnaire = asking(item("used", "yes_no"))
    study = ddi.Study("w", {}, {}, "", *DAYS, [], 0, made_up=True)
    root = ET.fromstring(ddi.document(study, questionnaire, []))  # noqa: S314  # our own
    assert errors(root, ddi.NAMESPACE) == []


@pytest.mark.parametrize(
    ("spoilt", "said"),
    [
        ("var", "stands where it must not"),
        ("titlStmt", "is missing"),
        ("dimensns", "stands where it must not"),
    ],
)
def test_the_list_finds_what_is_out_of_order(spoilt: str, said: str) -> None:
    root = codebook(asking(item("help", "multiple_choice", options=[option("a"), option("b")])))
    element = next(root.iter(f"{{{ddi.NAMESPACE}}}{spoilt}"))
    element.append(element[0])
    element.remove(element[0])
    assert any(said in each for each in errors(root, ddi.NAMESPACE))


def test_the_list_finds_attributes_values_and_elements_that_the_schema_does_not_know() -> None:
    root = codebook(asking(item("used", "yes_no")))
    variable = next(root.iter(f"{{{ddi.NAMESPACE}}}var"))
    variable.set("intrvl", "perhaps")
    variable.set("colour", "red")
    variable.set("files", "F9")
    ET.SubElement(variable, f"{{{ddi.NAMESPACE}}}rumour")
    assert {"var: intrvl is perhaps", "var: no attribute colour", "var: files leads to no F9"} <= set(
        errors(root, ddi.NAMESPACE)
    )
    assert "rumour: not read in the schema" in errors(root, ddi.NAMESPACE)
