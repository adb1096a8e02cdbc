"""Comments and decisions as 0002 left them: nobody was drawn, nothing was released, nothing is lost."""

from typing import Any

from tests.migrations import data_0001

INSERTED_AT = "0001"

ROWS = data_0001.ROWS


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Nothing is lost, and nothing was made up."""
    assert {table: len(found) for table, found in rows.items() if found} == dict.fromkeys(ROWS, 1)
