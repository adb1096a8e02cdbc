"""Comments and decisions as 0002 left them: each comment gets its place in the queue, no more."""

from typing import Any

from tests.migrations import data_0001

INSERTED_AT = "0001"

ROWS = data_0001.ROWS


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """The comment was decided about, so it waits no more; nothing is lost, and nothing else was made up."""
    assert {table: len(found) for table, found in rows.items() if found} == {
        **dict.fromkeys(ROWS, 1),
        "queue_place": 1,
    }
    [place], [comment], [coding] = rows["queue_place"], rows["comment"], rows["classification"]
    assert place["comment_id"] == place["leader_id"] == comment["id"]
    assert place["region_id"] == comment["region_id"]
    assert not place["waiting"]
    assert place["coded"]
    assert bool(place["urgent"]) == bool(coding["urgent"])
    assert place["priority"] == coding["relevance"]
