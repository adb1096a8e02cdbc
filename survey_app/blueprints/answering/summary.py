"""The answers in words, as the check-your-answers page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from forms import routing
from forms.definition import Item, ItemType, Questionnaire
from forms.languages import text_in
from forms.wording import answer_texts


@dataclass(frozen=True)
class Line:
    """One item with its answers in words; none where it was left out."""

    item: Item
    page_code: str
    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class SectionSummary:
    """The lines of one section."""

    title: str
    lines: tuple[Line, ...]


def sections(
    questionnaire: Questionnaire, pages: Sequence[routing.Page], answers: Mapping[str, Any], language: str
) -> list[SectionSummary]:
    """Return the items on the path by section, each with its answers in words."""
    page_of = {item.item_code: page.page_code for page in pages for item in page.items}
    visible = {item.item_code for item in routing.visible_items(questionnaire, answers)}
    counted = routing.on_path(questionnaire, answers)
    found = []
    for section in questionnaire.sections:
        lines = tuple(
            Line(
                item,
                page_of[item.item_code],
                text_in(item.texts, language),
                tuple(answer_texts(questionnaire, item, counted, language)),
            )
            for item in section.asked
            if item.item_code in visible and item.type is not ItemType.INFORMATION
        )
        if lines:
            found.append(SectionSummary(text_in(section.titles, language), lines))
    return found
