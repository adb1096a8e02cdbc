"""Conditions and rules that would swell a questionnaire or keep the machine busy are bounded."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from forms.definition import load
from forms.interchange import Imported, RefusedFileError, read
from tests.forms.workbooks import with_members, workbook
from tests.interchange.limesurvey.writing import document, table

LIMIT = 5.0
"""Seconds of the processor for one file."""
LANGUAGE = table("surveys", [{"language": "cs"}])


def _read(content: bytes) -> Imported:
    started = time.process_time()
    imported = read("x", content)
    assert time.process_time() - started < LIMIT
    load(imported.document)
    return imported


def _questions(number: int, earlier: int) -> str:
    """Questions, each of which names as many before it without ".NAOK"."""
    rows = [
        {
            "qid": str(place), "gid": "1", "type": "Y", "title": f"q{place}", "question": "?",
            "language": "cs",
            "relevance": " or ".join(f"q{one}!='Y'" for one in range(max(0, place - earlier), place)) or "1",
        }
        for place in range(number)
    ]  # fmt: skip
    return table("questions", rows)


def test_conditions_of_earlier_questions_are_added_within_bounds_and_the_rest_is_listed() -> None:
    losses = _read(document(_questions(600, 20) + LANGUAGE)).losses
    said = Counter(loss.code for loss in losses)
    assert said["limesurvey_reached"] > 400
    assert "limesurvey_relevance" not in said


def test_many_members_of_a_quota_with_long_answers_take_no_time() -> None:
    answers = [{"qid": "1", "code": f"A{n}", "answer": "<p>" * 3_000, "language": "cs"} for n in range(200)]
    members = [{"qid": "1", "quota_id": "1", "code": f"A{n % 200}"} for n in range(60_000)]
    tables = {"answers": answers, "quota": [{"id": "1", "name": "n" * 5_000}], "quota_members": members}
    body = "".join(table(*pair) for pair in tables.items())
    assert len(_read(document(_questions(2, 1) + body + LANGUAGE)).losses) < 4_000


def test_many_assessments_are_counted_where_nobody_could_read_them() -> None:
    rows = [{"message": "<p>" * 20, "name": str(number), "scope": "G"} for number in range(60_000)]
    losses = _read(document(_questions(2, 1) + table("assessments", rows) + LANGUAGE)).losses
    assert losses[-1].code == "limesurvey_more_losses"
    assert int(losses[-1].params["number"]) >= 57_000


def test_calculations_that_name_one_another_take_no_time() -> None:
    head = ("type", "name", "label", "relevant", "calculation")
    chain = [
        ("calculate", f"c{n}", "", "", f"if(${{c{n + 1}}} = 1, ${{c{n + 1}}}, ${{c{n + 1}}})")
        for n in range(60)
    ]
    asked = [("text", f"t{n}", "T", f"${{c{n % 55}}} = 1") for n in range(1_000)]
    imported = _read(workbook([head, *chain, ("integer", "c60", "N"), *asked]))
    assert {loss.code for loss in imported.losses} >= {"condition_lost", "calculation_lost"}


@pytest.mark.parametrize("name", ["D:\\x", "c:/x", "\\\\server\\share\\x"])
def test_an_archive_that_names_another_drive_is_refused(name: str) -> None:
    content = with_members(workbook([("type", "name", "label"), ("text", "a", "A")]), {name: b"x"})
    with pytest.raises(RefusedFileError, match="archive_escapes"):
        read("x", content)
