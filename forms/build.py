"""A page of items as a WTForms class.

    PageForm = form_class(questionnaire, page.items, "cs-easy")
    form = PageForm(request.form, answers=answers_so_far, seed=3)      # or PageForm(answers=…) to show a page
    if form.validate():
        answers_so_far = merged_answers(form)

`formdata` is a multidict (`getlist`); None shows the stored answers. `answers` are all answers known so far: those of
other pages decide the routing. Validation never renders. Hidden inputs of the page itself are the caller's business.

**What a template finds.** Iterating a form gives its fields, one for each item. The HTML name and id is the item's code.

    field.item                  the Item (type, required, dimension, minimum …)
    field.control               which macro draws it: "radios" "checkboxes" "consent" "text" "textarea" "number"
                                "year" "date" "information"
    field.id, field.name        id of the first input (where an error summary links to) and name of the input(s)
    field.label_text            the question in the form's language;  field.hint_text  its hint or ""
    field.unit_text             "Kč" after a number, or ""
    field.required, field.max_choices, field.max_length (None where there is no limit)
    field.text                  what to put into a text, number or year input (as typed, nothing is lost)
    field.options               for choices and consent: list of OptionRow(code, label, id, checked, exclusive,
                                write_in); the value to send is `code`, ids run <id>, <id>-2, <id>-3 …
    field.write_in              None, or WriteInRow(name, id, label, text, max_length): the text input to reveal
                                under the option whose row has `write_in`. A script that hides the input must also
                                disable it, otherwise words left behind are an error ("choose … too, or delete").
    field.parts                 for a date: three PartRow(name, id, label, text, width) for day, month, year
    field.errors                list of sentences in the form's language (after `validate`)
    field.visible_if_description  "" or a sentence that says when to answer (for a condition on the same page)
    field.visible_if_json       "" or the same condition as JSON (forms.expressions) for a script; it reads only
                                items of this page, by `answered`, `in`, `compare`, `count`, `and`, `or`, `not`.
                                The script must count a hidden item as unanswered, as the server does.

`form.error_fields` lists the fields with errors in order, for an error summary.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from wtforms import Field, Form
from wtforms.validators import StopValidation

from forms.definition.questionnaire import Item, Option, Questionnaire
from forms.expressions import Answer, Answers, describe, is_answered, lowered, to_document
from forms.item_types import HANDLERS, MAIN, WRITE_IN_LENGTH, Refusal, read_text
from forms.languages import text_in
from forms.messages import sentence
from forms.randomisation import ordered_options
from forms.routing import page_conditions, visible_items, write_in_key
from forms.wording import WordedItem, word_item

WRITE_IN = ".write_in"
ATTRIBUTE = "item_{}"
"""Fields sit on the form under this name, so that an item called "data" or "validate" cannot hide a method."""


class OptionRow(NamedTuple):
    """One radio button or checkbox."""

    code: str
    label: str
    id: str
    checked: bool
    exclusive: bool
    write_in: bool


class WriteInRow(NamedTuple):
    """The text input that belongs to a write-in option."""

    name: str
    id: str
    label: str
    text: str
    max_length: int


class PartRow(NamedTuple):
    """The day, month or year of a date; `width` in characters."""

    name: str
    id: str
    label: str
    text: str
    width: int


class ItemField(Field):  # type: ignore[misc]  # WTForms ships no types
    """The field of one item. See the module for what templates use."""

    _form: PageForm
    data: Answer | None
    errors: Sequence[str]

    def __init__(self, worded: WordedItem, **arguments: Any) -> None:
        super().__init__(label=worded.label, **arguments)
        self.worded = worded
        self.item = worded.item
        self.handler = HANDLERS[worded.item.type]
        self.typed: Mapping[str, Sequence[str]] = {}
        self.words = ""

    # -- reading -------------------------------------------------------------------------------------------------

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Reads this item's inputs, or shows the stored answer when nothing was posted."""
        self.process_errors = []
        self.data = None
        if formdata is None:
            self._show(self._form.answers)
            return
        name = self.name
        self.typed = {suffix: formdata.getlist(name + suffix) for suffix in self.handler.suffixes}
        self.words = formdata.get(name + WRITE_IN, "") if self.worded.write_in else ""
        try:
            self.data = self.handler.read(self.item, self.worded.options, self.typed)
            if self.words:
                self._read_words(self.worded.write_in)
        except Refusal as refusal:
            self.data = None
            self.process_errors.append(self._sentence(refusal))

    def _show(self, answers: Answers) -> None:
        answer = answers.get(self.item.item_code)
        if answer is not None and is_answered(answer):
            self.data = answer
            self.typed = self.handler.typed(answer, self.worded.language)
        self.words = str(answers.get(write_in_key(self.item.item_code), ""))

    def _read_words(self, option: Option | None) -> None:
        """Words without their option choose it when nothing else is chosen, and are questioned otherwise."""
        self.words = read_text(self.words, WRITE_IN_LENGTH)
        chosen = self.data if isinstance(self.data, list) else [self.data]
        if not self.words or option is None or option.code in chosen:
            return
        if self.data is not None:
            raise Refusal("write_in_alone", option=option)
        self.typed = {MAIN: [option.code]}
        self.data = self.handler.read(self.item, self.worded.options, self.typed)

    def _sentence(self, refusal: Refusal) -> str:
        values = {name: self._said(value) for name, value in refusal.values.items()}
        return sentence(refusal.key, self.worded.language, **values)

    def _said(self, value: Any) -> str:
        if isinstance(value, Option):
            return self.worded.option_label(value)
        return str(value) if isinstance(value, int) else self.handler.said(value, self.worded.language)

    def pre_validate(self, form: Any) -> None:
        """An answer must be there if the item is required. Only items on the path get here."""
        if self.item.required and self.data is None and not self.process_errors and self.handler.missing:
            raise StopValidation(sentence(self.handler.missing, self.worded.language))

    @property
    def found(self) -> dict[str, Answer]:
        """The answer read, with the words beside it; empty when there is none or it was refused."""
        if self.data is None or not is_answered(self.data):
            return {}
        found: dict[str, Answer] = {self.item.item_code: self.data}
        option = self.worded.write_in
        if self.words and option and option.code in (self.data if isinstance(self.data, list) else [self.data]):
            found[write_in_key(self.item.item_code)] = self.words
        return found

    # -- showing -------------------------------------------------------------------------------------------------

    @property
    def control(self) -> str:
        """Which macro draws the field."""
        return self.handler.control

    @property
    def label_text(self) -> str:
        """The question."""
        return self.worded.label

    @property
    def hint_text(self) -> str:
        """The hint, or ""."""
        return self.worded.hint

    @property
    def unit_text(self) -> str:
        """The unit of a number, or ""."""
        return text_in(self.item.unit, self.worded.language)

    @property
    def required(self) -> bool:
        """Whether the item must be answered."""
        return self.item.required

    @property
    def max_choices(self) -> int | None:
        """The most options that may be chosen."""
        return self.item.max_choices

    @property
    def max_length(self) -> int | None:
        """The most characters that fit."""
        return self.item.max_length or getattr(self.handler, "longest", None)

    @property
    def text(self) -> str:
        """What to show in the input: what was typed, or the stored answer."""
        return next(iter(self.typed.get(MAIN, ())), "")

    @property
    def options(self) -> list[OptionRow]:
        """The options to draw, in the order of the form's seed."""
        checked = self.typed.get(MAIN, ())
        return [
            OptionRow(
                code=option.code,
                label=self.worded.option_label(option),
                id=self.id if number == 1 else f"{self.id}-{number}",
                checked=option.code in checked,
                exclusive=option.exclusive,
                write_in=option.write_in,
            )
            for number, option in enumerate(self._options(checked), start=1)
        ]

    def _options(self, checked: Sequence[str]) -> Sequence[Option]:
        """An answer that this variant does not offer (given before in the full language) is offered too."""
        if self.item.randomise and self._form.seed is not None:
            return ordered_options(self.item, self._form.seed)
        shown = {option.code: option for option in self.worded.shown}
        if shown.keys() >= set(checked):
            return self.worded.shown
        kept = [option for code, option in self.worded.options.items() if code in checked and code not in shown]
        return [*self.worded.shown, *kept]

    @property
    def write_in(self) -> WriteInRow | None:
        """The input for the respondent's own words, where an option asks for them."""
        if self.worded.write_in is None:
            return None
        label = sentence("write_in", self.worded.language)
        return WriteInRow(self.name + WRITE_IN, f"{self.id}-write-in", label, self.words, WRITE_IN_LENGTH)

    @property
    def parts(self) -> list[PartRow]:
        """The inputs of a date."""
        return [
            PartRow(
                name=self.name + suffix,
                id=self.id if number == 0 else f"{self.id}-{suffix[1:]}",
                label=sentence(suffix[1:], self.worded.language),
                text=next(iter(self.typed.get(suffix, ())), ""),
                width=4 if suffix == ".year" else 2,
            )
            for number, suffix in enumerate(self.handler.suffixes[1:])
        ]

    @property
    def visible_if_description(self) -> str:
        """When to answer, in words, if that depends on this page."""
        condition = self._form.conditions.get(self.item.item_code)
        if condition is None:
            return ""
        own_words = text_in(self.item.visible_if_texts, self.worded.language)
        return own_words or describe(condition, self._form.questionnaire, self.worded.language)

    @property
    def visible_if_json(self) -> str:
        """When to answer, for a script, if that depends on this page."""
        condition = self._form.conditions.get(self.item.item_code)
        if condition is None:
            return ""
        document = to_document(lowered(condition, self._form.questionnaire))
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class PageForm(Form):  # type: ignore[misc]  # WTForms ships no types
    """A page of a questionnaire. Made by `form_class`, which sets the questionnaire, the items and the language."""

    questionnaire: Questionnaire
    page_items: tuple[Item, ...]
    language: str
    _fields: Mapping[str, ItemField]

    def __init__(self, formdata: Any = None, *, answers: Answers | None = None, seed: int | None = None) -> None:
        self.answers: Answers = answers or {}
        self.seed = seed
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
    def conditions(self) -> Mapping[str, Any]:
        """Item code → the condition that this page itself decides."""
        return page_conditions(self.questionnaire, self.page_items, self.answers)

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
        ATTRIBUTE.format(item.item_code): ItemField(word_item(questionnaire, item, language), name=item.item_code)
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


def merged_answers(form: PageForm) -> dict[str, Answer]:
    """All answers with this page's put in: what was cleared on the page is gone, other pages are untouched."""
    codes = {item.item_code for item in form.page_items}
    gone = codes | {write_in_key(code) for code in codes}
    kept = {key: answer for key, answer in form.answers.items() if key not in gone}
    return {**kept, **answers_from(form)}
