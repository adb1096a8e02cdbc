"""Personal data in a comment: named in words, and blacked out where others than coordinators read.

Knows where the machine found it (`personal_data` of a coding document), not how. The machine misses some:
what is blacked out here is not made anonymous.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, force_locale
from flask_babel import lazy_gettext as _l

from forms.languages import SPOKEN, spoken_language

_KINDS: dict[str, LazyString] = {
    "email": _l("e-mail address"),
    "phone": _l("telephone number"),
    "birth_number": _l("birth number"),
    "bank_account": _l("bank account"),
    "birth_date": _l("date of birth"),
    "document": _l("number of a personal document"),
    "car_plate": _l("car number plate"),
    "address": _l("home address"),
    "name": _l("name"),
}


@dataclass(frozen=True)
class Find:
    """Characters [start, end) of a comment that are probably personal data; `kind` in words."""

    kind: str
    start: int
    end: int


def finds_in(text: str, coding: Mapping[str, Any]) -> tuple[Find, ...]:
    """Return what a coding found in the text, by position; nothing where it was not looked for yet."""
    return tuple(
        Find(str(_KINDS.get(kind, kind)), start, end)
        for kind, start, end in sorted(coding.get("personal_data", ()), key=lambda found: found[1:])
        if 0 <= start < end <= len(text)
    )


def marks_in(tag: str) -> tuple[str, ...]:
    """Return what `masked` may put in brackets for texts of a language, the kinds that are found now."""
    with force_locale(spoken_language(tag)):
        return tuple(str(kind) for kind in _KINDS.values())


def every_mark() -> frozenset[str]:
    """Return the marks of all languages: people may mask a text in another one than it is written in."""
    return frozenset(mark for tag in SPOKEN for mark in marks_in(tag))


def masked(text: str, finds: Sequence[Find]) -> str:
    """Return the text with the kind in brackets in place of each find."""
    pieces, position = [], 0
    for find in finds:
        pieces += [text[position : find.start], f"[{find.kind}]"]
        position = find.end
    return "".join([*pieces, text[position:]])
