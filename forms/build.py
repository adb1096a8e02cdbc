"""A page of items as a WTForms class.

    PageForm = form_class(questionnaire, page.items, "cs-easy")
    form = PageForm(request.form, answers=answers_so_far, seed=3)      # or PageForm(answers=…) to show a page
    if form.validate():
        answers_so_far = merged_answers(form)

`formdata` is a multidict (`getlist`); None shows the stored answers. `answers` are all answers known so far:
those of other pages decide the routing. Validation never renders. Hidden inputs of the page itself are the
caller's business.

**What a template finds.** Iterating a form gives its fields, one for each item, in order.

    item          the Item (type, dimension, minimum …)
    control       which macro draws it: "radios" "checkboxes" "consent" "text" "textarea" "number" "year"
                  "date" "ranking" "battery" (the lead of the rating items that follow it) "information"
    id, name      id of the first input (an error summary links to it); name of the input(s). Both are the
                  item's code.
    label_text    the question in the form's language;  hint_text  its hint, or "". Both repeat answers given
                  on earlier pages where they say so (forms.piping).
    notes_text    what only an interviewer reads, or "": PageForm(…, interviewer=True) asks for it
    picture       None, or PictureRow(digest, alternative); options have one of their own
    language      the language of the item's texts;  spoken_language  that of the form's own sentences
                  (errors, labels of inputs), another one where forms do not speak the first
    unit_text     "Kč" after a number, or ""
    required      whether it must be answered
    max_choices, max_length    None where there is no limit
    text          what stands in a text, number or year input, exactly as it was typed
    options       for choices and consent: list of OptionRow(code, label, id, checked, exclusive, write_in …);
                  the value to send is `code`, the ids run <id>, <id>-2, <id>-3 …
                  In a ranking each row has `places`, [PlaceRow(value, label, selected)], and sends the value
                  of a place.
    write_in      None, or WriteInRow(name, id, label, text, max_length): the input to show under the option
                  whose row has `write_in`. A script that hides the input must also disable it, for words
                  without their option are questioned ("choose … too, or delete the text").
    parts         for a date: three PartRow(name, id, label, text, width): day, month, year
    errors        sentences in the form's language (after `validate`)
    visible_if_description    "" or a sentence that says when to answer, where that depends on this page
    visible_if_json           "" or the same condition as JSON (see forms.expressions) for a script. It reads
                  only items of this page, by "answered", "in", "compare", "count", "and", "or", "not".
                  The script must count a hidden item as unanswered, as the server does.

`form.blocks` are the fields again, as (field, rows): a battery's stem with its rows, any other field with ().
`form.error_fields` lists the fields with errors in order, for an error summary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from wtforms import Form

from forms.definition.questionnaire import Item, Questionnaire
from forms.expressions import Answer, Answers, Expression
from forms.fields import ItemField
from forms.routing import earlier_answers, page_conditions, visible_items, write_in_key
from forms.wording import word_item

ATTRIBUTE = "item_{}"
"""Fields sit on the form under this name, so that an item called "data" or "validate" cannot hide a
method.
"""


class PageForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A page of a questionnaire. Made by `form_class`, which sets the questionnaire, the items and the
    language.
    """

    questionnaire: Questionnaire
    page_items: tuple[Item, ...]
    language: str
    _fields: Mapping[str, ItemField]

    def __init__(
        self,
        formdata: Any = None,
        *,
        answers: Answers | None = None,
        seed: int | None = None,
        interviewer: bool = False,
    ) -> None:
        self.answers: Answers = answers or {}
        self.seed = seed
        self.interviewer = interviewer
        super().__init__(formdata)

    def field(self, item_code: str) -> ItemField:
        """The field of an item. Raises KeyError for an item that is not on the page."""
        return self._fields[ATTRIBUTE.format(item_code)]

    @cached_property
    def visible(self) -> frozenset[str]:
        """Codes of the items on the path, with the answers of this page as they were just read."""
        codes = (item.item_code for item in visible_items(self.questionnaire, self._merged()))
        return frozenset(codes)

    def _merged(self) -> dict[str, Answer]:
        merged = dict(self.answers)
        for field in self._fields.values():
            merged.pop(field.item.item_code, None)
            merged.pop(write_in_key(field.item.item_code), None)
            merged.update(field.found)
        return merged

    @cached_property
    def conditions(self) -> Mapping[str, Expression]:
        """Item code → the condition that this page itself decides."""
        return page_conditions(self.questionnaire, self.page_items, self.answers)

    @cached_property
    def earlier(self) -> Answers:
        """The answers on the path of the items before this page: what its texts may repeat."""
        return earlier_answers(self.questionnaire, self.page_items, self.answers)

    @cached_property
    def blocks(self) -> list[tuple[ItemField, tuple[ItemField, ...]]]:
        """The fields in order, each with the rows of its battery, if it is the stem of one."""
        rows: dict[str, list[ItemField]] = {}
        for field in self._fields.values():
            if field.item.battery is not None:
                rows.setdefault(field.item.battery, []).append(field)
        return [
            (field, tuple(rows.get(field.item.item_code, ())))
            for field in self._fields.values()
            if field.item.battery is None
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every item on the path is answered as it should be. What is hidden is not looked at."""
        for field in self._fields.values():
            field.errors = ()
            if field.item.item_code in self.visible:
                field.validate(self)
        return not self.error_fields

    @property
    def error_fields(self) -> list[ItemField]:
        """Fields with errors, in order."""
        return [field for field in self._fields.values() if field.errors]


def form_class(questionnaire: Questionnaire, page_items: Sequence[Item], language: str) -> type[PageForm]:
    """The form of these items (usually a `routing.Page`'s) in this language; made once and then kept."""
    return _form_class(questionnaire, tuple(item.item_code for item in page_items), language)


@lru_cache(maxsize=1_000)
def _form_class(questionnaire: Questionnaire, item_codes: tuple[str, ...], language: str) -> type[PageForm]:
    items = tuple(questionnaire.item(code) for code in item_codes)
    fields = {
        ATTRIBUTE.format(item.item_code): ItemField(
            word_item(questionnaire, item, language), name=item.item_code
        )
        for item in items
    }
    settings = {"questionnaire": questionnaire, "page_items": items, "language": language}
    return type("QuestionnairePage", (PageForm,), {**settings, **fields})


def answers_from(form: PageForm) -> dict[str, Answer]:
    """The accepted answers of this page: items on the path only, nothing that was refused."""
    found: dict[str, Answer] = {}
    for item in form.page_items:
        if item.item_code in form.visible:
            found.update(form.field(item.item_code).found)
    return found


def merged_answers(form: PageForm, answers: Answers | None = None) -> dict[str, Answer]:
    """All answers with this page's put in: what was cleared on the page is gone, other pages are
    untouched. `answers` are those of the other pages, where they have changed since the form was made.
    """
    codes = {item.item_code for item in form.page_items}
    gone = codes | {write_in_key(code) for code in codes}
    others = form.answers if answers is None else answers
    kept = {key: answer for key, answer in others.items() if key not in gone}
    return {**kept, **answers_from(form)}
