"""What the texts of a document are translated by elsewhere.

Compares texts letter by letter; knows no language and does not know where documents are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forms.languages import Texts
from forms.translation.places import Kind, Place, cleaned, places

_Said = tuple[str, str]
"""The grammatical case ("" where the text is none) and the text."""


def suggestions(
    wanted: Iterable[Place],
    source: str,
    target: str,
    documents: Iterable[dict[str, Any]],
    phrases: Iterable[Texts] = (),
) -> dict[str, str]:
    """By key of the place, the translation that the first of the documents has for the same text.

    `documents` are read as long as something is wanted, so the most recent ones come first; what none of them
    has is looked for among `phrases`, which may begin with a capital too.
    """
    waiting: dict[_Said, list[Place]] = {}
    for place in wanted:
        if text := cleaned(place.texts.get(source, "")):
            waiting.setdefault((_case(place), text), []).append(place)
    found: dict[str, str] = {}
    for said, translated in _translated(documents, phrases, source, target):
        fitting = [place for place in waiting.get(said, ()) if len(translated) <= place.longest]
        if translated and fitting:
            found |= dict.fromkeys((place.key for place in fitting), translated)
            del waiting[said]
        if not waiting:
            break
    return found


def _translated(
    documents: Iterable[dict[str, Any]], phrases: Iterable[Texts], source: str, target: str
) -> Iterator[tuple[_Said, str]]:
    for document in documents:
        for place in places(document):
            yield (_case(place), cleaned(place.texts.get(source, ""))), cleaned(place.texts.get(target, ""))
    for phrase in phrases:
        original, translated = phrase.get(source, ""), phrase.get(target, "")
        yield ("", original), translated
        yield ("", _with_capital(original)), _with_capital(translated)


def as_document(part: Mapping[str, Any]) -> dict[str, Any]:
    """A document of an item and a scale alone: {"item": …, "scale": …}, either may be missing."""
    items = [part["item"]] if "item" in part else []
    return {
        "sections": [{"section_code": "part", "items": items}],
        "scales": [part["scale"]] if "scale" in part else [],
    }


def _case(place: Place) -> str:
    return place.name if place.kind is Kind.CASE else ""


def _with_capital(text: str) -> str:
    return text[:1].upper() + text[1:]
