"""What holds for a whole questionnaire: its languages, and everything said about it."""

from collections.abc import Mapping, Sequence
from typing import Any

from forms.editing import references
from forms.editing.parts import Document, EditError, EditProblem, copied
from forms.languages import base_language

LEFT_OUT = ("introductions", "thanks", "variants")
"""What a document does not say where it is empty."""


def change(document: Mapping[str, Any], settings: Mapping[str, Any]) -> Document:
    """Make a questionnaire say what `settings` says: any keys beside its languages, scales and sections."""
    changed = {**copied(document), **copied(settings)}
    return {key: value for key, value in changed.items() if value or key not in LEFT_OUT}


def speak(document: Mapping[str, Any], languages: Sequence[str], variants: Sequence[str]) -> Document:
    """Let a questionnaire be asked in these languages and easy variants, and in no other.

    Texts in other languages go; a text that would be left without any word keeps its first one under the main
    language, so that nothing that has to say something falls silent.
    """
    if not languages:
        raise EditError(EditProblem.LAST_LANGUAGE, "")
    kept = {*languages, *(variant for variant in variants if base_language(variant) in languages)}
    changed = copied(document)
    changed["languages"] = list(languages)
    changed["variants"] = [variant for variant in variants if variant in kept]
    if not changed["variants"]:
        del changed["variants"]
    for found in references.texts(changed):
        said, first = bool(found), next((text for text in found.values() if text), "")
        for tag in found.keys() - kept:
            del found[tag]
        if said and not found:
            found[languages[0]] = first
    return changed


def text_count(document: Mapping[str, Any], tag: str) -> int:
    """How many texts a questionnaire has in a language or variant."""
    return sum(1 for found in references.texts(dict(document)) if found.get(tag, "").strip())
