"""The way through a questionnaire: which items are asked, on which pages, and which answers count.

One forward pass: an item that is hidden counts as unanswered for every later condition. Pure functions of a
questionnaire and answers; knows no form, no language and no storage.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from forms.definition.questionnaire import Item, ItemType, Layout, Questionnaire
from forms.expressions.evaluation import Answer, Answers, Facts, evaluate, is_answered, residual
from forms.expressions.tree import Expression

WHOLE_PAGE = "all"
"""The page code of a questionnaire laid out on one page."""
WITHOUT_ANSWER = frozenset({ItemType.INFORMATION, ItemType.RATING_BATTERY})
"""Types that only say something; the rows of a battery are items of their own."""


@dataclass(frozen=True)
class Page:
    """Items shown together. `page_code` is the item's or section's code, or WHOLE_PAGE."""

    page_code: str
    items: tuple[Item, ...]


def write_in_key(item_code: str) -> str:
    """Where the answers keep the respondent's own words beside a write-in option."""
    return f"{item_code}.write_in"


def visible_items(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """The items that these answers lead to, in order."""
    return path(questionnaire, answers)[0]


def on_path(questionnaire: Questionnaire, answers: Answers) -> dict[str, Answer]:
    """The answers that count: those of visible items, with the words beside a write-in option that is
    chosen.
    """
    return path(questionnaire, answers)[1]


def path(questionnaire: Questionnaire, answers: Answers) -> tuple[list[Item], dict[str, Answer]]:
    """Both of one pass: `visible_items` and `on_path`."""
    visible: list[Item] = []
    facts: dict[str, Answer] = {}
    conditions = questionnaire.conditions
    for item in questionnaire.items:
        condition = conditions.get(item.item_code)
        if condition is None or evaluate(condition, questionnaire, facts):
            visible.append(item)
            facts.update(_answers_of(questionnaire, item, answers))
    return visible, facts


def _answers_of(questionnaire: Questionnaire, item: Item, answers: Answers) -> dict[str, Answer]:
    answer = answers.get(item.item_code)
    if answer is None or not is_answered(answer) or item.type in WITHOUT_ANSWER:
        return {}
    found = {item.item_code: answer}
    words = answers.get(write_in_key(item.item_code))
    if words is not None and is_answered(words):
        options = questionnaire.options[item.item_code]
        chosen = answer if isinstance(answer, list) else [answer]
        if any(code in options and options[code].write_in for code in chosen if isinstance(code, str)):
            found[write_in_key(item.item_code)] = words
    return found


def unanswered_required(questionnaire: Questionnaire, answers: Answers) -> list[Item]:
    """Items on the path that must be answered and are not: what stands between these answers and sending
    them.
    """
    visible, facts = path(questionnaire, answers)
    asked = [item for item in visible if item.required and item.type not in WITHOUT_ANSWER]
    return [item for item in asked if item.item_code not in facts]


def pages(questionnaire: Questionnaire, answers: Answers) -> list[Page]:
    """The pages that these answers lead to.

    A page also holds the items that its own answers may yet make visible (`page_conditions` says when). With
    one item on a page (a battery counts as one) there are none such, so the pages hold exactly the visible
    items.
    """
    if questionnaire.layout is Layout.ITEM:
        visible = {item.item_code for item in visible_items(questionnaire, answers)}
        groups = _groups(questionnaire)
        return [Page(code, tuple(items)) for code, items in groups if code in visible]
    facts = on_path(questionnaire, answers)
    earlier: set[str] = set()
    found = []
    for code, items in _groups(questionnaire):
        decided = _decided(questionnaire, items, _only(facts, earlier))
        possible = tuple(item for item, rest in decided if rest is not False)
        if possible:
            found.append(Page(code, possible))
        earlier.update(item.item_code for item in items)
    return found


def is_way_settled(questionnaire: Questionnaire, answers: Answers, page_code: str) -> bool:
    """Whether nothing that is answered on this page or later can change which pages follow it.

    Raises KeyError for a code that the questionnaire does not have.
    """
    groups = _groups(questionnaire)
    place = _page_order(questionnaire)[page_code]
    earlier = {item.item_code for _, items in groups[:place] for item in items}
    ahead = [item for _, items in groups[place:] for item in items]
    facts = _only(on_path(questionnaire, answers), earlier)
    rests = {item.item_code: rest for item, rest in _decided(questionnaire, ahead, facts)}
    later = [[rests[item.item_code] for item in items] for _, items in groups[place + 1 :]]
    return all(True in page or not any(page) for page in later)


def _groups(questionnaire: Questionnaire) -> list[tuple[str, Sequence[Item]]]:
    """What may stand together on a page: (page code, items)."""
    if questionnaire.layout is Layout.PAGE:
        return [(WHOLE_PAGE, questionnaire.items)]
    if questionnaire.layout is Layout.ITEM:
        parts = groupby(questionnaire.items, key=lambda item: item.battery or item.item_code)
        return [(code, tuple(items)) for code, items in parts]
    return [(section.section_code, section.asked) for section in questionnaire.sections]


def page_conditions(
    questionnaire: Questionnaire, items: Sequence[Item], answers: Answers
) -> Mapping[str, Expression]:
    """Item code → what is left of its condition when only the items before this page are answered.

    Items that are shown in any case are not in it.
    """
    decided = _decided(questionnaire, items, earlier_answers(questionnaire, items, answers))
    return {item.item_code: rest for item, rest in decided if not isinstance(rest, bool)}


def earlier_answers(
    questionnaire: Questionnaire, items: Sequence[Item], answers: Answers
) -> dict[str, Answer]:
    """The answers on the path that were given before these items, the items of one page."""
    here = {item.item_code for item in items}
    before = takewhile(lambda item: item.item_code not in here, questionnaire.items)
    return _only(on_path(questionnaire, answers), {item.item_code for item in before})


def _only(facts: Answers, item_codes: set[str]) -> dict[str, Answer]:
    """The facts about these items, words beside a write-in option included."""
    kept = item_codes | {write_in_key(code) for code in item_codes}
    return {code: answer for code, answer in facts.items() if code in kept}


def _decided(
    questionnaire: Questionnaire, items: Iterable[Item], facts: Answers
) -> list[tuple[Item, Expression | bool]]:
    """Each item of a page with its condition as far as the answers before the page decide it."""
    open_items: frozenset[str] = frozenset()
    found: list[tuple[Item, Expression | bool]] = []
    for item in items:
        condition = questionnaire.conditions.get(item.item_code)
        rest = condition is None or residual(condition, Facts(questionnaire, facts, open_items))
        found.append((item, rest))
        if rest is not False:
            open_items |= {item.item_code}
    return found


def next_page(questionnaire: Questionnaire, answers: Answers, page_code: str) -> Page | None:
    """The page after this one on the path; None after the last. The page itself need not be on the path any
    more.

    Raises KeyError for a code that the questionnaire does not have.
    """
    order = _page_order(questionnaire)
    place = order[page_code]
    return next((page for page in pages(questionnaire, answers) if order[page.page_code] > place), None)


def previous_page(questionnaire: Questionnaire, answers: Answers, page_code: str) -> Page | None:
    """The page before this one on the path; None before the first. Raises KeyError for an unknown code."""
    order = _page_order(questionnaire)
    place = order[page_code]
    earlier = [page for page in pages(questionnaire, answers) if order[page.page_code] < place]
    return earlier[-1] if earlier else None


def _page_order(questionnaire: Questionnaire) -> dict[str, int]:
    return {code: place for place, (code, _) in enumerate(_groups(questionnaire))}
