"""All texts of a questionnaire's document, one by one, for people who translate them.

Knows documents as `forms.definition.load` reads them; knows no page and no table.
"""

from forms.translation.memory import as_document, suggestions
from forms.translation.outdated import Outdated, original_language, outdated_after, pointer, without
from forms.translation.phrases import PHRASES
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
    "PHRASES",
    "Kind",
    "Outdated",
    "Place",
    "Progress",
    "UnreadableTableError",
    "UnusableTextError",
    "as_document",
    "check",
    "cleaned",
    "is_missing",
    "original_language",
    "outdated_after",
    "places",
    "pointer",
    "progress",
    "read_table",
    "suggestions",
    "with_texts",
    "without",
    "write_table",
]
