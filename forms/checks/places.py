"""The parts of a questionnaire with their JSON pointers, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from forms.definition.questionnaire import Item, Questionnaire, Section


class Asked(NamedTuple):
    """One item as it is asked. `written` is the item of the document: the battery, for one of its rows."""

    path: str
    item: Item
    written: Item
    section: Section


def asked(questionnaire: Questionnaire) -> Iterator[Asked]:
    """Every item, batteries taken apart, with the pointer to what its author wrote."""
    for number, section in enumerate(questionnaire.sections):
        for place, written in enumerate(section.items):
            path = f"/sections/{number}/items/{place}"
            stem, *rows = written.asked()
            yield Asked(path, stem, written, section)
            for row, item in enumerate(rows):
                yield Asked(f"{path}/rows/{row}", item, written, section)
