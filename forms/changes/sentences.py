"""Changes in words: what is different, which class it is, and how many people it touches.

Speaks the languages of the pages on which changes are read (another one gets English).
"""

from __future__ import annotations

from typing import Any

from forms.changes.catalogue import CHANGES, CLASSES
from forms.changes.kinds import Change, ChangeClass, ChangeKind
from forms.changes.phrases import TOUCHED, TYPES, VALUES
from forms.changes.tally import RULES
from forms.definition.questionnaire import ItemType
from forms.item_types import said_date
from forms.languages import Texts, base_language, text_in


def about(change: Change, language: str) -> str:
    """The question that the change is about as it was asked before; "" for the questionnaire as a whole."""
    return text_in(change.params.get("item", {}), language)


def class_name(klass: ChangeClass, language: str) -> str:
    """What a class of changes does, in a few words."""
    return _in(CLASSES[klass], language)


def describe(change: Change, language: str) -> str:
    """One sentence that says what is different."""
    values = {name: _said(change.kind, value, language) for name, value in change.params.items()}
    return _in(CHANGES[change.kind], language).format_map({"to": "", **values})


def counted(change: Change, count: int | None, language: str) -> str:
    """How many people have given an answer that the change touches; "" where nothing is counted."""
    if count is None or change.kind not in RULES:
        return ""
    forms = TOUCHED[RULES[change.kind][0]]
    tag = base_language(language) if base_language(language) in forms else "en"
    return forms[tag][_form(count, tag)].format(n=count)


def _form(count: int, language: str) -> int:
    """Which form goes with a count: 0 for nobody, then the language's own (CLDR: one, few, many)."""
    if count == 0:
        return 0
    if language == "cs":
        return 1 if count == 1 else 2 if count in range(2, 5) else 3
    if language == "uk":
        tens, ones = count % 100, count % 10
        if ones == 1 and tens != 11:
            return 1
        return 2 if ones in range(2, 5) and tens not in range(12, 15) else 3
    return 1 if count == 1 else 2


def _said(kind: ChangeKind, value: Any, language: str) -> str:
    if isinstance(value, dict):
        return text_in(value, language)
    if kind in (ChangeKind.RANGE_NARROWED, ChangeKind.RANGE_WIDENED):
        return _range(value, language)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    if kind is ChangeKind.ITEM_TYPE:
        return _in(TYPES[ItemType(value)], language)
    if value is None:
        limits = (ChangeKind.CHOICES_LOWERED, ChangeKind.CHOICES_RAISED)
        return _in(VALUES["unlimited" if kind in limits else "none"], language)
    return _value(value, language)


def _range(bounds: list[Any], language: str) -> str:
    low, high = (None if bound is None else _value(bound, language) for bound in bounds)
    key = {(False, False): "from_to", (False, True): "from", (True, False): "to", (True, True): "unlimited"}
    return _in(VALUES[key[low is None, high is None]], language).format(low=low, high=high)


def _value(value: float | str, language: str) -> str:
    if isinstance(value, str):
        is_date = len(value) == len("2026-01-01") and value[4::3] == "--" and value.replace("-", "").isdigit()
        return said_date(value, language) if is_date else value
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return text if base_language(language) == "en" else text.replace(".", ",")


def _in(texts: Texts, language: str) -> str:
    return texts.get(base_language(language)) or texts["en"]
