"""All texts of a questionnaire's document, one by one, for people who translate them.

Knows documents as `forms.definition.load` reads them; knows no page and no table.
"""

from forms.translation.places import (
    Kind,
    Place,
    Progress,
    UnusableTextError,
    check,
    cleaned,
    is_missing,
    places,
    progress,
    with_texts,
)
from forms.translation.table import UnreadableTableError, read_table, write_table

__all__ = [
    "Kind",
    "Place",
    "Progress",
    "UnreadableTableError",
    "UnusableTextError",
    "check",
    "cleaned",
    "is_missing",
    "places",
    "progress",
    "read_table",
    "with_texts",
    "write_table",
]
