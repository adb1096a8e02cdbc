"""The sample workbooks, whole: what they become, and that the files are what their script writes."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pyxform.xls2xform import convert

from forms.definition import load
from forms.interchange import Imported, read, xlsform
from tests.interchange.xlsform.samples import FOLDER, SAMPLES, sample


def _read(name: str) -> Imported:
    return read(name, (FOLDER / name).read_bytes())


def _items(imported: Imported) -> list[dict[str, Any]]:
    return [item for section in imported.document["sections"] for item in section["items"]]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_its_script_writes(name: str) -> None:
    assert _read(name) == read(name, sample(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_goes_out_again_for_other_programs_and_comes_back_equal(name: str) -> None:
    document = _read(name).document
    content = xlsform.write(load(document)).content
    assert "<h:html" in convert(xlsform=io.BytesIO(content), file_type=".xlsx").xform
    assert read(name, content).document == document


def test_a_form_of_today() -> None:
    imported = _read("today.xlsx")
    assert imported.document["languages"] == ["cs", "en"]
    hello, age, who, battery, why = _items(imported)
    assert hello["texts"]["cs"] == "Dobrý den, děkujeme za váš čas."
    assert (age["minimum"], age["required"]) == (15, True)
    assert who["options"][-1] == {
        "code": "other",
        "labels": {"cs": "Někdo jiný", "en": "Other"},
        "write_in": True,
    }
    assert [row["item_code"] for row in battery["rows"]] == ["staff", "place"]
    assert why["texts"]["cs"] == "Proč jsou prostory „{{place}}“?"
    assert why["visible_if"] == {"op": "in", "item": "place", "options": ["4", "5"]}
    assert {loss.code for loss in imported.losses} == {
        "metadata_lost",
        "markup_formatting",
        "whole_numbers_lost",
        "write_in_taken",
        "scores_missing",
        "device_lost",
    }


def test_a_form_of_years_ago() -> None:
    imported = _read("old.xlsx")
    assert (imported.document["questionnaire_code"], imported.document["languages"]) == (
        "stara",
        ["cs", "uk"],
    )
    used, why, aid = _items(imported)
    assert (used["type"], used["required"], used["options"][0]["code"]) == ("single_choice", True, "1")
    assert (why["type"], why["visible_if"]["options"]) == ("open_ended", ["0"])
    assert aid["type"] == "multiple_choice"
    assert [loss.code for loss in imported.losses] == ["device_lost", "appearance_lost"]


def test_a_form_of_kobo() -> None:
    imported = _read("kobo.xlsx")
    kinds = ["rating_battery", "ranking", "rating_battery", "number", "number"]
    assert [item["type"] for item in _items(imported)] == kinds
    assert "fault" not in {loss.code for loss in imported.losses}
