"""Trying a questionnaire out: what was typed so far says which page is shown; nothing of it is kept.

The browser holds everything that was typed, by the names that real pages give their inputs; the path is
worked out anew from it by the real forms and the real routing. Knows no draft and no request.
"""

from collections.abc import Iterator
from functools import cached_property

from werkzeug.datastructures import MultiDict

from forms import build, routing
from forms.definition import Item, Questionnaire
from forms.expressions import Answer, Answers, items_read
from forms.item_types import HANDLERS
from forms.piping import placeholders
from forms.routing import Page
from forms.solver import Solver, UndecidedError
from forms.wording import answer_texts, question_text

SEED = 1
"""Random orders are shown as one respondent would see them."""


class Rehearsal:
    """A questionnaire in one language with what was typed into it; inputs of no item are left out."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        language: str,
        typed: MultiDict[str, str],
        *,
        interviewer: bool = False,
    ) -> None:
        self.questionnaire = questionnaire
        self.language = language
        self.interviewer = interviewer
        self.typed: MultiDict[str, str] = MultiDict(
            (name, value) for name, value in typed.items(multi=True) if item_of(name) in questionnaire.index
        )

    @cached_property
    def answers(self) -> Answers:
        """The answers on the path that would be accepted."""
        every = build.form_class(self.questionnaire, self.questionnaire.items, self.language)
        return build.merged_answers(every(self.typed))

    @cached_property
    def pages(self) -> list[Page]:
        """The pages on the path."""
        return routing.pages(self.questionnaire, self.answers)

    def page(self, page_code: str) -> Page | None:
        """The page with this code, else the first one; None where there is none at all."""
        found = (page for page in self.pages if page.page_code == page_code)
        return next(found, self.pages[0] if self.pages else None)

    def page_of(self, item_code: str) -> Page | None:
        """The page on the path that asks this item."""
        visible = {item.item_code for item in routing.visible_items(self.questionnaire, self.answers)}
        if item_code not in visible:
            return None
        return next((page for page in self.pages if item_code in _codes(page)), None)

    def form(self, page: Page, *, as_sent: bool = False) -> build.PageForm:
        """The page's form: as it was typed, if it was typed before or is sent now."""
        codes = _codes(page)
        was_typed = as_sent or any(item_of(name) in codes for name in self.typed)
        form = build.form_class(self.questionnaire, page.items, self.language)
        return form(
            self.typed if was_typed else None, answers=self.answers, seed=SEED, interviewer=self.interviewer
        )

    def carried(self, page: Page | None) -> list[tuple[str, str]]:
        """What the browser has to hold beside the inputs of the page: (name, value)."""
        codes = _codes(page) if page else set()
        return [(name, value) for name, value in self.typed.items(multi=True) if item_of(name) not in codes]

    def led_to(self, item_code: str) -> "Rehearsal | None":
        """The same with answers that lead to this item; None where none are found."""
        condition = self.questionnaire.conditions.get(item_code)
        if condition is None:
            return self
        try:
            wanted = Solver(self.questionnaire).answers(condition, before=item_code)
        except UndecidedError:
            return None
        if wanted is None:
            return None
        decisive = self._decisive(item_code)
        typed = MultiDict(
            (name, value) for name, value in self.typed.items(multi=True) if item_of(name) not in decisive
        )
        for code, answer in wanted.items():
            typed.update(self._as_typed(code, answer))
        return Rehearsal(self.questionnaire, self.language, typed, interviewer=self.interviewer)

    def _as_typed(self, code: str, answer: Answer) -> dict[str, list[str]]:
        handler = HANDLERS[self.questionnaire.item(code).type]
        return {code + suffix: values for suffix, values in handler.typed(answer, self.language).items()}

    def _decisive(self, item_code: str) -> set[str]:
        """The items whose answers decide, directly or not, whether this one is asked."""
        found: set[str] = set()
        waiting = [item_code]
        while waiting:
            condition = self.questionnaire.conditions.get(waiting.pop())
            fresh = (items_read(condition) if condition is not None else frozenset()) - found
            found |= fresh
            waiting.extend(fresh)
        return found

    def said(self) -> Iterator[tuple[str, str, list[str]]]:
        """What was answered on the path: (item code, question, answer in words)."""
        for item in routing.visible_items(self.questionnaire, self.answers):
            question = question_text(self.questionnaire, item, self.answers, self.language)
            yield (
                item.item_code,
                question,
                answer_texts(self.questionnaire, item, self.answers, self.language),
            )


def item_of(name: str) -> str:
    """The code of the item that an input belongs to."""
    return name.partition(".")[0]


def telling_items(questionnaire: Questionnaire) -> list[Item]:
    """The items whose answers other items read: in their conditions, or to repeat them."""
    read = {code for condition in questionnaire.conditions.values() for code in items_read(condition)}
    for item in questionnaire.items:
        for text in (*item.texts.values(), *item.hints.values()):
            read |= {placeholder.item_code for placeholder in placeholders(text)}
    return [item for item in questionnaire.items if item.item_code in read]


def _codes(page: Page) -> set[str]:
    return {item.item_code for item in page.items}
