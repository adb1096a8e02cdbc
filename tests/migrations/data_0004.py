"""A response and a snapshot of old: the one is yet to be tallied, the other has read no other."""

from typing import Any

from tests.migrations import data_0001

INSERTED_AT = "0001"

ROWS = data_0001.ROWS


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Nothing is lost, nothing is made up, and no response counts as tallied."""
    assert {table: len(found) for table, found in rows.items() if found} == {
        **dict.fromkeys(ROWS, 1),
        "queue_place": 1,
    }
    assert not rows["response"][0]["tallied"]
    assert rows["index_snapshot"][0]["state"] == ROWS["index_snapshot"][0]["state"]
    assert rows["index_snapshot"][0]["inputs"] is None
    assert rows["index_snapshot"][0]["published_before"] in ([], "[]")  # SQLite's driver gives text
