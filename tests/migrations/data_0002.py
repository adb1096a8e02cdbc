"""Waves and versions as 0001 left them: waves turn out to be approved, versions to have changed nothing."""

from typing import Any

from tests.migrations import data_0001

INSERTED_AT = "0001"

ROWS = data_0001.ROWS


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Nothing is lost, and the new columns are filled."""
    assert {table: len(found) for table, found in rows.items() if found} == dict.fromkeys(ROWS, 1)
    (wave,) = rows["wave"]
    assert wave["approved_at"] == wave["announced_at"]
    assert (wave["created_by_id"], wave["trial_key"], wave["archived_at"]) == (None, None, None)
    (version,) = rows["questionnaire_version"]
    lists = [version[column] for column in ("changes", "broken_trends", "acknowledged")]
    assert lists in ([[], [], []], ["[]", "[]", "[]"])  # SQLite keeps JSON as text
