"""Files made to do harm are refused with a sentence or read as plain text, and soon."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.interchange import RefusedFileError, read
from forms.interchange.sentences import said_loss, said_refusal
from tests.forms.workbooks import with_members, workbook

GOOD = workbook([("type", "name", "label"), ("text", "a", "Question")])
SHEET = zipfile.ZipFile(BytesIO(GOOD)).read("xl/worksheets/sheet1.xml")
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
SECONDS = 5


def _sheet(content: bytes) -> bytes:
    return with_members(GOOD, {"xl/worksheets/sheet1.xml": content})


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (_sheet(ENTITY + SHEET), "xml_entities"),
        (_sheet((ENTITY + SHEET).decode().encode("utf-16")), "xml_entities"),
        (with_members(GOOD, {"xl/sharedStrings.xml": LAUGHS}), "xml_entities"),
        (with_members(GOOD, {"xl/media/a.bin": b"0" * 70_000_000}), "archive_too_large"),
        (with_members(GOOD, {f"x{number}": b"" for number in range(600)}), "archive_too_large"),
        (with_members(GOOD, {"../../x": b""}), "archive_escapes"),
        (with_members(GOOD, {"..\\x": b""}), "archive_escapes"),
        (with_members(GOOD, {"/x": b""}), "archive_escapes"),
        (GOOD[:-30], "broken_archive"),
        (GOOD[: len(GOOD) // 2], "broken_archive"),
        (_sheet(b"<worksheet>"), "broken_xml"),
        (with_members(GOOD, {"xl/workbook.xml": None}), "broken_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2_000, "broken_workbook"),
        (workbook([("a", "b"), ("c", "d")]), "no_type_column"),
        (workbook([], choices=[("list_name",)], settings=[("form_id",)]), "no_survey_sheet"),
        (workbook([("type", "name"), ("geopoint", "g")]), "nothing_to_ask"),
        (workbook([("type", "name"), ("begin group", "g"), ("text", "a")]), "begin_without_end"),
        (workbook([("type", "name"), ("text", "a"), ("end group", "")]), "end_without_begin"),
        (workbook([("type", "name"), *[("begin group", "g")] * 500]), "nested_too_deeply"),
        (
            workbook(
                [("type", "name"), *[("select_one l", "a")] * 5_000],
                [("list_name", "name"), *[("l", f"o{number}") for number in range(500)]],
            ),
            "too_much",
        ),
        (
            workbook([("type", "name", "relevant"), *[("text", "a", "1 or " * 2_000 + "1")] * 101]),
            "too_much_logic",
        ),
        (
            workbook([("type", "name", *[f"label::L{n}" for n in range(60)]), ("text", "a", *"x" * 60)]),
            "too_many_languages",
        ),
    ],
)
def test_a_hostile_workbook_is_refused(content: bytes, code: str) -> None:
    started = time.process_time()
    with pytest.raises(RefusedFileError) as refusal:
        read("x.xlsx", content)
    assert refusal.value.code == code
    assert said_refusal(refusal.value, "cs")
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize(
    "content",
    [
        _sheet(SHEET.replace(b"A1:C2", b"A1:XFD1048576")),
        _sheet(
            SHEET.replace(
                b"</sheetData>", b"".join(b'<row r="%d"/>' % n for n in range(3, 200_000)) + b"</sheetData>"
            )
        ),
        workbook([("type", "name", "label", "relevant"), ("text", "a", "[*_" * 5_000, "(" * 3_000)]),
        workbook([("type", "name", "label"), ("text", "a", "<b " * 8_000), ("text", "a", "=1+1")]),
        workbook([("type", "name", "label"), *[("text", "a", f"{n}" + "__a " * 8_000) for n in range(9)]]),
        workbook([("type", "name", "label"), *[("text", "same", "Q")] * 15_000]),
        workbook(
            [
                ("type", "name", "label", "kobo--matrix_list"),
                ("begin_kobomatrix", "m", "M", "l"),
                *[("text", f"t{number}", "T") for number in range(500)],
                ("end_kobomatrix", "", "", ""),
            ],
            [("list_name", "name", "label"), *[("l", f"o{number}", "O") for number in range(9_000)]],
        ),
    ],
)
def test_a_strange_workbook_is_read_soon(content: bytes) -> None:
    started = time.process_time()
    assert read("x.xlsx", content).document["sections"]
    assert time.process_time() - started < SECONDS


def test_scripts_in_labels_are_left_out_and_formulas_never_run() -> None:
    rows = [("type", "name", "label"), ("text", "a", "Age <script>alert(1)</script>?"), ("note", "b", "=1+1")]
    imported = read("x.xlsx", workbook(rows))
    assert "script" not in str(imported.document)
    assert all("<script" not in said_loss(loss, "cs") for loss in imported.losses)


def test_an_old_workbook_whose_sectors_run_in_a_circle_is_refused() -> None:
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    header[30:32] = struct.pack("<H", 9)
    header[60:64] = struct.pack("<i", -2)
    header[76:512] = struct.pack("<109i", 0, *[-1] * 108)
    circle = struct.pack("<128i", 1, 2, 1, *[-1] * 125)
    with pytest.raises(RefusedFileError):
        read("x.xls", bytes(header) + circle)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_workbook_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    content = bytearray(GOOD)
    for place, value in changes:
        content[place] = value
    try:
        assert read("x.xlsx", bytes(content)).document
    except RefusedFileError as refusal:
        said_refusal(refusal, "cs")
