"""The answers in words, as the check-your-answers page shows them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from forms import routing
from forms.definition import Item, Questionnaire
from forms.languages import text_in
from forms.wording import answer_texts, question_text


@dataclass(frozen=True)
class Line:
    """One item with its answers in words; none where it was left out."""

    item: Item
    page_code: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Lines that belong together: the rows of a battery under its `lead`, or other items without one."""

    lead: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class SectionSummary:
    """What was answered in one section."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of all blocks."""
        return tuple(line for block in self.blocks for line in block.lines)


def sections(
    questionnaire: Questionnaire, pages: Sequence[routing.Page], answers: Mapping[str, Any], language: str
) -> list[SectionSummary]:
    """Return the items on the path by section, each with its answers in words."""
    page_of = {item.item_code: page.page_code for page in pages for item in page.items}
    visible = {item.item_code for item in routing.visible_items(questionnaire, answers)}
    counted = routing.on_path(questionnaire, answers)

    def line(item: Item) -> Line:
        return Line(
            item,
            page_of[item.item_code],
            question_text(questionnaire, item, counted, language),
            tuple(answer_texts(questionnaire, item, counted, language)),
        )

    def block(battery: str | None, items: Iterable[Item]) -> Block:
        lead = question_text(questionnaire, questionnaire.item(battery), counted, language) if battery else ""
        return Block(lead, tuple(line(item) for item in items))

    found = []
    for section in questionnaire.sections:
        answered = [
            item
            for item in section.asked
            if item.item_code in visible and item.type not in routing.WITHOUT_ANSWER
        ]
        if answered:
            blocks = tuple(block(*part) for part in groupby(answered, key=lambda item: item.battery))
            found.append(SectionSummary(text_in(section.titles, language), blocks))
    return found
