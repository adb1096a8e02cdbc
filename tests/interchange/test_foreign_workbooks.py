"""Workbooks whose cells are strange: gaps, great width, formulas, sheets of one name."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from forms.interchange import Imported, read
from tests.forms.workbooks import YES_NO, with_members, workbook

HEAD = ("type", "name", "label")
SHEET = "xl/worksheets/sheet1.xml"


def _lost(imported: Imported, code: str) -> list[tuple[str, dict[str, str]]]:
    return [(loss.where, dict(loss.params)) for loss in imported.losses if loss.code == code]


def _with_rows(xml: str) -> bytes:
    """A workbook with more rows on its first sheet, as XML."""
    content = workbook([HEAD, ("text", "a", "A?"), ("select_one yn", "b", "B?")], YES_NO)
    sheet = zipfile.ZipFile(BytesIO(content)).read(SHEET).decode()
    return with_members(content, {SHEET: sheet.replace("</sheetData>", f"{xml}</sheetData>").encode()})


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def _with_label(cell: str) -> bytes:
    """A workbook with one more question, whose label is this cell."""
    return _with_rows(f'<row r="4">{_cell("A4", "text")}{_cell("B4", "c")}{cell}</row>')


def test_a_question_a_long_way_down_is_read() -> None:
    cells = _cell("A9000", "text") + _cell("B9000", "far")
    imported = read("x.xlsx", _with_rows(f'<row r="9000">{cells}</row>'))
    assert imported.document["sections"][0]["items"][-1]["item_code"] == "far"


def test_where_reading_stopped_is_said() -> None:
    imported = read("x.xlsx", _with_rows(f'<row r="1048576">{_cell("A1048576", "text")}</row>'))
    assert len(_lost(imported, "sheet_unread")) == 1
    wide = workbook([(*HEAD, *[""] * 400, "hint"), ("text", "a", "A?", *[""] * 400, "far right")])
    assert _lost(read("x.xlsx", wide), "sheet_unread") == [("survey", {"cell": "KO1"})]


def test_cells_right_of_the_last_header_are_listed() -> None:
    imported = read("x.xlsx", workbook([HEAD, ("text", "a", "A?", "", "a remark")]))
    assert _lost(imported, "column_lost") == [("survey", {"column": "E", "rows": "2"})]


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_formulas_that_nobody_computed_are_said(value: str) -> None:
    imported = read("x.xlsx", _with_label(f'<c r="C4"><f>A1&amp;"?"</f>{value}</c>'))
    assert _lost(imported, "formulas_uncomputed") == [("survey", {"number": "1"})]


def test_the_value_of_a_computed_formula_is_read() -> None:
    imported = read("x.xlsx", _with_label('<c r="C4" t="str"><f>"Wh"&amp;"y?"</f><v>Why?</v></c>'))
    assert imported.document["sections"][0]["items"][-1]["texts"] == {"en": "Why?"}
    assert not _lost(imported, "formulas_uncomputed")


def test_a_formula_whose_text_is_empty_is_computed() -> None:
    imported = read("x.xlsx", _with_label('<c r="C4" t="str"><f>IF(A1="","x","")</f><v></v></c>'))
    assert not _lost(imported, "formulas_uncomputed")


def test_errors_of_formulas_are_listed() -> None:
    imported = read("x.xlsx", _with_label('<c r="C4" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
    assert _lost(imported, "cell_error") == [("survey 4 (c)", {"column": "label", "error": "#DIV/0!"})]


def test_the_second_of_two_sheets_of_one_name_is_listed() -> None:
    content = workbook([HEAD, ("text", "a", "A?")], Survey=[HEAD, ("text", "b", "B?")])
    sheet = zipfile.ZipFile(BytesIO(content)).read("xl/workbook.xml").replace(b'"Survey1"', b'"Survey "')
    imported = read("x.xlsx", with_members(content, {"xl/workbook.xml": sheet}))
    assert [item["item_code"] for item in imported.document["sections"][0]["items"]] == ["a"]
    assert _lost(imported, "sheet_lost") == [("Survey", {})]
