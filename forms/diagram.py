"""The routing of a questionnaire as a picture: where the boxes stand and which way the arrows run.

Sections are boxes below one another with a row for each item. An item that decides about others has a lane
on the right: a line from its row down to everything that it decides about. Knows lengths in pixels; knows no
SVG, no colour and no page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from forms.definition.questionnaire import Item, ItemType, Questionnaire, Section
from forms.expressions.brief import Fact, as_written, brief
from forms.expressions.tree import Expression, items_read
from forms.languages import text_in

MARGIN = 8
BOX_WIDTH = 640
GAP = 18
HEADING, ROW, NOTE = 40, 34, 24
FOOT = 8
LANE = 22
FIRST_LANE = 30
LONGEST_LINE = 68
"""Characters that fit in a row of 608 pixels at 16 pixels in height."""
_SECTION = "§"


@dataclass(frozen=True)
class Row:
    """One line of a box: a section's title or an item. `note` is its condition, "" if it is always asked."""

    code: str
    text: str
    note: str
    top: int
    height: int
    is_section: bool

    @property
    def middle(self) -> int:
        """Where arrows begin and end."""
        return self.top + (HEADING if self.is_section else ROW) // 2


@dataclass(frozen=True)
class Box:
    """A section: `rows` begin with its title."""

    top: int
    height: int
    rows: tuple[Row, ...]


class Lane(NamedTuple):
    """What one item decides about: the line runs at `x`, from the height `start` to each of `ends`."""

    item_code: str
    x: int
    start: int
    ends: tuple[int, ...]


@dataclass(frozen=True)
class Diagram:
    """The whole picture, in pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lanes: tuple[Lane, ...]


def diagram(questionnaire: Questionnaire, language: str, fact: Fact = as_written) -> Diagram:
    """The picture of a questionnaire, whatever faults its conditions have."""
    boxes: list[Box] = []
    top = MARGIN
    for section in questionnaire.sections:
        box = _box(questionnaire, section, top, language, fact)
        boxes.append(box)
        top += box.height + GAP
    lanes = _lanes(questionnaire, boxes)
    right = max((lane.x for lane in lanes), default=MARGIN + BOX_WIDTH)
    return Diagram(right + MARGIN + LANE // 2, max(top - GAP, 0) + MARGIN, tuple(boxes), tuple(lanes))


def decisions(questionnaire: Questionnaire) -> Mapping[str, tuple[str, ...]]:
    """Item code → codes of the sections and items that its answer decides about, as they were written."""
    found: dict[str, list[str]] = {}
    for place, condition in _conditions(questionnaire):
        for read in sorted(items_read(condition)):
            found.setdefault(read, []).append(place.removeprefix(_SECTION))
    return {read: tuple(codes) for read, codes in found.items()}


def _conditions(questionnaire: Questionnaire) -> Iterable[tuple[str, Expression]]:
    """What is asked under a condition, by its place: a section may have the code of an item."""
    for section in questionnaire.sections:
        if section.visible_if is not None:
            yield _SECTION + section.section_code, section.visible_if
        for item in section.items:
            if item.visible_if is not None:
                yield item.item_code, item.visible_if


def _box(questionnaire: Questionnaire, section: Section, top: int, language: str, fact: Fact) -> Box:
    def said(condition: Expression | None) -> str:
        return _cut(brief(condition, questionnaire, language, fact)) if condition is not None else ""

    title = _cut(text_in(section.titles, language) or section.section_code)
    rows = [_row(section.section_code, title, said(section.visible_if), top, is_section=True)]
    for item in section.items:
        below = rows[-1].top + rows[-1].height
        text = _cut(f"{item.item_code}  {_text(item, language)}")
        rows.append(_row(item.item_code, text, said(item.visible_if), below, is_section=False))
    height = sum(row.height for row in rows) + FOOT
    return Box(top, height, tuple(rows))


def _text(item: Item, language: str) -> str:
    text = text_in(item.texts, language)
    return f"{text} ({len(item.rows)}×)" if item.type is ItemType.RATING_BATTERY else text


def _row(code: str, text: str, note: str, top: int, *, is_section: bool) -> Row:
    height = (HEADING if is_section else ROW) + (NOTE if note else 0)
    return Row(code, text, note, top, height, is_section)


def _cut(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= LONGEST_LINE else one_line[: LONGEST_LINE - 1].rstrip() + "…"


class _Wire(NamedTuple):
    """A line without its lane yet."""

    item_code: str
    start: int
    ends: tuple[int, ...]

    @property
    def span(self) -> tuple[int, int]:
        return min(self.start, *self.ends), max(self.start, *self.ends)

    @property
    def length(self) -> int:
        return self.span[1] - self.span[0]


def _lanes(questionnaire: Questionnaire, boxes: Iterable[Box]) -> list[Lane]:
    """Lines that overlap get lanes beside one another, the shortest next to the boxes."""
    taken: list[list[tuple[int, int]]] = []
    lanes = []
    for wire in sorted(_wires(questionnaire, boxes), key=lambda wire: (wire.length, wire.start)):
        number = next((n for n, spans in enumerate(taken) if _is_free(wire.span, spans)), len(taken))
        if number == len(taken):
            taken.append([])
        taken[number].append(wire.span)
        lanes.append(Lane(wire.item_code, MARGIN + BOX_WIDTH + FIRST_LANE + number * LANE, *wire[1:]))
    return sorted(lanes, key=lambda lane: lane.start)


def _wires(questionnaire: Questionnaire, boxes: Iterable[Box]) -> list[_Wire]:
    places: dict[str, Row] = {}
    for row in (row for box in boxes for row in box.rows):  # of two with one code the first counts
        places.setdefault(_SECTION + row.code if row.is_section else row.code, row)
    items = [item for section in questionnaire.sections for item in section.items]
    stems = {row.item_code: item.item_code for item in items for row in item.rows}
    ends: dict[str, set[int]] = {}
    for place, condition in _conditions(questionnaire):
        for read in items_read(condition):
            ends.setdefault(stems.get(read, read), set()).add(places[place].middle)
    return [
        _Wire(source, places[source].middle, tuple(sorted(found)))
        for source, found in ends.items()
        if source in places
    ]


def _is_free(span: tuple[int, int], spans: Iterable[tuple[int, int]]) -> bool:
    return all(span[1] < low or high < span[0] for low, high in spans)
