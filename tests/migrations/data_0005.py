"""A draft with one step of before: none of its translations counts as outdated."""

from typing import Any
from uuid import UUID

from tests.migrations import data_0001

INSERTED_AT = "0004"

DRAFT = UUID(int=101)
ROWS: dict[str, list[dict[str, Any]]] = {
    "region": data_0001.ROWS["region"],
    "questionnaire_draft": [
        {
            "id": DRAFT,
            "region_id": data_0001.REGION,
            "code": "annual",
            "revision": 1,
            "step": 1,
            "based_on_id": None,
            "origin": {},
            "acknowledged": {},
        }
    ],
    "draft_step": [
        {
            "id": UUID(int=102),
            "draft_id": DRAFT,
            "number": 1,
            "kind": "created",
            "subject": "annual",
            "made_at": data_0001.INSTANT,
            "staff_member_id": None,
            "document": {"titles": data_0001.NAMES},
        }
    ],
}


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """The step is there as it was."""
    assert {table: len(found) for table, found in rows.items() if found} == dict.fromkeys(ROWS, 1)
    assert rows["draft_step"][0]["outdated"] in ({}, "{}")  # SQLite's driver gives text
