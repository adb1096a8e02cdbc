"""Cells that say yes or no, in the words of spreadsheets and of people in four languages."""

from __future__ import annotations

YES = frozenset({"1", "1.0", "true", "yes", "y", "ano", "a", "так", "áno", "relevant", "included"})
NO = frozenset({"0", "0.0", "-1", "-1.0", "false", "no", "n", "ne", "ні", "nie", "irrelevant", "excluded"})


def verdict(cell: str) -> bool | None:
    """Whether a cell says yes; None for an empty one and for other words."""
    word = cell.strip().lower()
    return True if word in YES else False if word in NO else None
