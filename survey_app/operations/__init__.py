"""Writing: one verb per function, each takes a session from `db.transaction()`. Nobody else writes."""
