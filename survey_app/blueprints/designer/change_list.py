"""Changes in words for a page: by class from grave to harmless, and within it by question.

Knows how changes are shown; what they are and whom they touch comes from `queries.changes` or a version.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import g
from flask_babel import gettext

from forms.changes import (
    Change,
    ChangeClass,
    about,
    class_name,
    counted,
    describe,
    from_document,
)
from survey_app.queries.changes import Comparison


@dataclass(frozen=True)
class Line:
    """One change: what is different, whom it touches ("" where nobody is), whether a series breaks."""

    sentence: str
    counted: str
    trend: bool


@dataclass(frozen=True)
class Subject:
    """The changes of one question, or of the questionnaire as a whole where there is no code."""

    item_code: str
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Group:
    """The changes of one class."""

    klass: ChangeClass
    name: str
    subjects: tuple[Subject, ...]

    @property
    def number(self) -> int:
        """How many changes there are in it."""
        return sum(len(subject.lines) for subject in self.subjects)


Counted = tuple[Change, int | None]


def of_comparison(compared: Comparison) -> list[Group]:
    """Return the changes that a draft or another version would bring."""
    return _groups(list(zip(compared.changes, compared.counts, strict=True)))


def of_documents(documents: Iterable[dict[str, Any]]) -> list[Group]:
    """Return the changes that are kept with a version."""
    return _groups([(from_document(document), document["count"]) for document in documents])


def _groups(changes: Sequence[Counted]) -> list[Group]:
    return [
        Group(klass, class_name(klass, g.language), tuple(_subjects(found)))
        for klass in reversed(ChangeClass)
        if (found := [counted for counted in changes if counted[0].klass is klass])
    ]


def _subjects(changes: Sequence[Counted]) -> Iterable[Subject]:
    for item_code, found in groupby(changes, key=lambda counted: counted[0].item_code):
        of_item = list(found)
        text = about(of_item[0][0], g.language) if item_code else gettext("The whole questionnaire")
        yield Subject(item_code, text, tuple(_line(change, count) for change, count in of_item))


def _line(change: Change, count: int | None) -> Line:
    return Line(describe(change, g.language), counted(change, count, g.language), change.trend)
