"""The WTForms field of one item: reads what was typed, and offers a template what it draws.

The interface for templates is described in `forms.build`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from wtforms import Field
from wtforms.validators import StopValidation

from forms.definition.questionnaire import Option, Picture
from forms.expressions import Answer, Answers, describe, is_answered
from forms.item_types import HANDLERS, MAIN, WRITE_IN_LENGTH, Refusal, most_places, ranked, read_text
from forms.languages import base_language, spoken_language, text_in
from forms.messages import sentence
from forms.piping import piped
from forms.randomisation import ordered_options
from forms.routing import write_in_key
from forms.script import condition_json
from forms.wording import WordedItem

if TYPE_CHECKING:
    from forms.build import PageForm

WRITE_IN = ".write_in"


class PictureRow(NamedTuple):
    """A picture by the digest of its file; `alternative` says what it shows, "" where it only decorates."""

    digest: str
    alternative: str


class PlaceRow(NamedTuple):
    """One place that an option of a ranking may be given; "" is the value of none."""

    value: str
    label: str
    selected: bool


class OptionRow(NamedTuple):
    """One radio button or checkbox; in a ranking one list of `places`, or a box that sends the first of them
    where the option is exclusive.
    """

    code: str
    label: str
    id: str
    checked: bool
    exclusive: bool
    write_in: bool
    picture: PictureRow | None = None
    places: tuple[PlaceRow, ...] = ()


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
        self.typed = self.handler.typed(option.code, self.worded.language)
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
        if (
            self.words
            and option
            and option.code in (self.data if isinstance(self.data, list) else [self.data])
        ):
            found[write_in_key(self.item.item_code)] = self.words
        return found

    @property
    def control(self) -> str:
        """Which macro draws the field."""
        return self.handler.control

    @property
    def label_text(self) -> str:
        """The question."""
        return self._piped(self.worded.label)

    @property
    def hint_text(self) -> str:
        """The hint, or ""."""
        return self._piped(self.worded.hint)

    def _piped(self, text: str) -> str:
        """The form works out earlier answers only for a text that repeats some."""
        if "{{" not in text:
            return text
        return piped(text, self._form.questionnaire, self._form.earlier, self.worded.language)

    @property
    def notes_text(self) -> str:
        """What an interviewer should know, or "" in a form for respondents."""
        return text_in(self.item.interviewer_notes, self.worded.language) if self._form.interviewer else ""

    @property
    def picture(self) -> PictureRow | None:
        """The picture that belongs to the question."""
        return self._picture(self.item.picture)

    def _picture(self, picture: Picture | None) -> PictureRow | None:
        if picture is None:
            return None
        return PictureRow(picture.digest, text_in(picture.alternatives, self.worded.language))

    @property
    def language(self) -> str:
        """The language of the item's texts, without the easy variant."""
        return base_language(self.worded.language)

    @property
    def spoken_language(self) -> str:
        """The language of the form's own sentences."""
        return spoken_language(self.worded.language)

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
        checked = self._checked
        places = most_places(self.item, self.worded.options) if self.control == "ranking" else 0
        return [
            OptionRow(
                code=option.code,
                label=self.worded.option_label(option),
                id=self.id if number == 1 else f"{self.id}-{number}",
                checked=option.code in checked,
                exclusive=option.exclusive,
                write_in=option.write_in,
                picture=self._picture(option.picture),
                places=self._places(option, places) if places else (),
            )
            for number, option in enumerate(self._options(checked), start=1)
        ]

    @property
    def _checked(self) -> Sequence[str]:
        typed = self.typed.get(MAIN, ())
        return [value.partition(":")[2] for value in typed] if self.control == "ranking" else typed

    def _places(self, option: Option, places: int) -> tuple[PlaceRow, ...]:
        typed = self.typed.get(MAIN, ())
        if option.exclusive:
            value = ranked(1, option.code)
            return (PlaceRow(value, "", value in typed),)
        values = [ranked(place, option.code) for place in range(1, places + 1)]
        said = [sentence("place", self.worded.language, place=place) for place in range(1, places + 1)]
        none = PlaceRow("", sentence("no_place", self.worded.language), not set(values) & set(typed))
        return (
            none,
            *(PlaceRow(value, label, value in typed) for value, label in zip(values, said, strict=True)),
        )

    def _options(self, checked: Sequence[str]) -> Sequence[Option]:
        """An answer that this variant does not offer (given before in the full language) is offered too."""
        if self.item.randomise and self._form.seed is not None:
            return ordered_options(self.item, self._form.seed)
        shown = {option.code: option for option in self.worded.shown}
        if shown.keys() >= set(checked):
            return self.worded.shown
        kept = [
            option for code, option in self.worded.options.items() if code in checked and code not in shown
        ]
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
        return self._piped(own_words or describe(condition, self._form.questionnaire, self.worded.language))

    @property
    def visible_if_json(self) -> str:
        """When to answer, for a script, if that depends on this page."""
        condition = self._form.conditions.get(self.item.item_code)
        return condition_json(condition, self._form.questionnaire) if condition is not None else ""
