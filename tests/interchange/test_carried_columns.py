"""The columns that only this program reads, changed by people or written by an enemy."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.definition import load
from forms.interchange import RefusedFileError, read, xlsform
from forms.interchange.xlsform.carried import COLUMNS, ITEM, OPTION, QUESTIONNAIRE
from tests.forms.workbooks import workbook

SIMPLE = (
    st.none()
    | st.booleans()
    | st.integers(-2, 2)
    | st.sampled_from(["", "en", "Q?", "yes", "type", "battery"])
)
KEYS = st.sampled_from(
    [*COLUMNS, "scale", "scales", "options", "rows", "languages", "variants", "unit", "picture"]
)
ANYTHING = st.recursive(
    SIMPLE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
SHOWN = st.sampled_from(["Q?", "G?", "Yes", "q", "g", "yes", "select_one yn", "f", None])
"""What cells beside the carried ones show: an entry only counts where it names that."""
ENTRIES = st.fixed_dictionaries(
    {"key": st.sampled_from(list(COLUMNS)), "cell": SHOWN, "value": ANYTHING},
    optional={"tag": st.sampled_from(["en", None, 1])},
)
CELLS = st.just("") | st.fixed_dictionaries(
    {}, optional={"keys": ANYTHING, "exact": st.lists(ENTRIES | ANYTHING, max_size=5), "role": SIMPLE}
).map(json.dumps)


@settings(max_examples=60, deadline=None)
@given(st.lists(CELLS, min_size=6, max_size=6))
def test_whatever_the_columns_hold_the_file_is_read_or_refused(cells: list[str]) -> None:
    survey = [
        ("type", "name", "label::en", ITEM),
        ("select_one yn", "q", "Q?", cells[0]),
        ("begin_group", "g", "G?", cells[1]),
        ("select_one yn", "a", "A?", cells[2]),
        ("select_one yn", "b", "B?", cells[3]),
        ("end_group", "", "", ""),
    ]
    choices = (
        ("list_name", "name", "label::en", OPTION),
        ("yn", "yes", "Yes", cells[4]),
        ("yn", "no", "No", ""),
    )
    try:
        imported = read("x.xlsx", workbook(survey, choices, (("form_id", QUESTIONNAIRE), ("f", cells[5]))))
    except RefusedFileError:
        return
    load(imported.document)


def _battery() -> dict[str, Any]:
    return {
        "questionnaire_code": "q",
        "version": "1",
        "titles": {"en": "Q"},
        "languages": ["en"],
        "scales": [
            {"code": "s", "options": [{"code": code, "labels": {"en": code}, "score": score}
                                      for code, score in (("bad", 0), ("good", 100))]}
        ],
        "sections": [
            {"section_code": "one", "titles": {"en": "One"}, "items": [
                {"item_code": "b", "type": "rating_battery", "texts": {"en": "How?"}, "scale": "s",
                 "rows": [{"item_code": f"r{n}", "texts": {"en": f"Row {n}"}} for n in (1, 2)]}
            ]}
        ],
    }  # fmt: skip


@pytest.mark.parametrize("left", [0, 1])
def test_a_battery_whose_scale_somebody_took_away_becomes_questions(left: int) -> None:
    book = openpyxl.load_workbook(BytesIO(xlsform.write(load(_battery())).content))
    book["choices"].delete_rows(2 + left, 2 - left)
    changed = BytesIO()
    book.save(changed)
    items = [
        item
        for section in read("x.xlsx", changed.getvalue()).document["sections"]
        for item in section["items"]
    ]
    assert [item["item_code"] for item in items] == ["r1", "r2"]
