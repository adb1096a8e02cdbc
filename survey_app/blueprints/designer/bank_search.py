"""Looking for what the bank keeps by words, and the answers that an entry offers.

Accents, capitals and the order of words do not matter, and a part of a word is enough. Knows entries; does
not know who may see them.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from forms import translation
from forms.definition import ItemType
from forms.definition.questionnaire import BUILT_IN_OPTIONS
from forms.languages import text_in
from survey_app.models import BankEntry

LONGEST = 200
"""Characters of what is looked for."""


def matching(entries: Iterable[BankEntry], wanted: str) -> list[BankEntry]:
    """Return the entries that hold every word of `wanted` in their code or in a text of any language."""
    words = _plain(wanted[:LONGEST]).split()
    return [entry for entry in entries if _holds(entry, words)]


def _holds(entry: BankEntry, words: list[str]) -> bool:
    texts = (place.texts for place in translation.places(translation.as_document(entry.document)))
    said = _plain("\n".join([entry.code, *(text for spoken in texts for text in spoken.values())]))
    return all(word in said for word in words)


def _plain(text: str) -> str:
    """Small letters without accents."""
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)
    ).casefold()


def statements(entry: BankEntry, language: str) -> list[str]:
    """Return what is rated one by one, none where the entry is no battery."""
    rows: list[dict[str, Any]] = entry.document.get("item", {}).get("rows", [])
    return [text_in(row["texts"], language) for row in rows]


def answers(entry: BankEntry, language: str) -> list[str]:
    """Return the answers of an entry in their order: its own, those of its scale, or those that go unsaid."""
    item: Mapping[str, Any] = entry.document.get("item", {})
    options = item.get("options") or entry.document.get("scale", {}).get("options", [])
    labels: list[Mapping[str, str]] = [option["labels"] for option in options]
    if not labels and item:
        labels = [option.labels for option in BUILT_IN_OPTIONS.get(ItemType(item["type"]), ())]
    return [text_in(words, language) for words in labels]
