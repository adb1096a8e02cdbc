"""A text and its translation as one row of a page, with words for what the text is.

Knows places of a document; does not know drafts and requests.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from forms import translation
from forms.translation import Kind, Place

MARK = "t."
"""Inputs of texts begin with this, so that the code of an item cannot hide another input."""

KINDS: Mapping[Kind, LazyString] = {
    Kind.TITLES: _l("Title"),
    Kind.INTRODUCTIONS: _l("Introduction"),
    Kind.THANKS: _l("Thanks"),
    Kind.TEXTS: _l("The question"),
    Kind.HINTS: _l("Hint"),
    Kind.UNIT: _l("Unit"),
    Kind.CONDITION: _l("Condition in your own words"),
    Kind.NOTES: _l("Note for interviewers"),
    Kind.LABELS: _l("Option"),
    Kind.CASE: _l("Grammatical case"),
    Kind.ALTERNATIVES: _l("What the picture shows"),
}
OWNERS: Mapping[str, LazyString] = {
    "questionnaire": _l("The questionnaire"),
    "section": _l("Section"),
    "item": _l("Item"),
    "scale": _l("Scale"),
}


@dataclass
class Pair:
    """One text in both languages; `value` stands in the input, `errors` beside it."""

    place: Place
    number: int
    source: str
    value: str
    errors: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name of the input."""
        return MARK + self.place.key

    @property
    def id(self) -> str:
        """The id of the input; codes may hold characters that an address would have to quote."""
        return f"text-{self.number}"

    @property
    def label(self) -> str:
        """What the text is, with the codes that lead to it."""
        parts = [str(KINDS[self.place.kind]), *self.place.path[3:4]]
        if self.place.kind is Kind.CASE:
            parts.append(self.place.name)
        return " · ".join(parts)

    @property
    def rows(self) -> int:
        """How many lines the input needs."""
        longer = max(self.source, self.value, key=len)
        return min(12, max(1, longer.count("\n") + 1 + len(longer) // 55))


def pairs(
    document: dict[str, Any], source: str, target: str, said: Mapping[str, str], wrong: Mapping[str, str]
) -> list[Pair]:
    """Return every text of a document; `said` and `wrong` are what was typed and why it cannot be, by key."""
    return [
        Pair(
            place,
            number,
            place.texts.get(source, ""),
            said.get(place.key, place.texts.get(target, "")),
            [wrong[place.key]] if place.key in wrong else [],
        )
        for number, place in enumerate(translation.places(document), start=1)
    ]


def grouped(found: Iterable[Pair]) -> list[tuple[str, list[Pair]]]:
    """Return the pairs under headings such as “Item q05”."""
    groups = []
    for path, group in groupby(found, key=lambda pair: pair.place.path[:2]):
        groups.append((" ".join([str(OWNERS[path[0]]), *path[1:]]), list(group)))
    return groups
