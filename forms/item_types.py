"""One handler for each type of item: which inputs it has, and how what was typed becomes an answer.

A handler knows neither WTForms nor a request. What it cannot accept it refuses with the key of a sentence in
`forms.messages`. A new type of item is a handler here and its keys in `forms.definition.schema`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from forms.definition.questionnaire import Item, ItemType, Option
from forms.documents.canonical import UNSTORABLE
from forms.expressions.evaluation import Answer
from forms.languages import root_language

Typed = Mapping[str, Sequence[str]]
"""Suffix of an input's name → the values sent for it. "" is the input that bears the item's code itself."""

MAIN = ""
WRITE_IN_LENGTH = 200
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?: [0-9]{3}){1,4})(?:[.,][0-9]{1,4})?")
"""Digits that a float keeps exactly; thousands may stand apart."""
YEAR = re.compile(r"[0-9]{4}")
PLACE = re.compile(r"([1-9][0-9]?):(.+)")
MOST_PLACES = 20
"""Nobody puts more than this in order; a longer list of options is ranked as far as here."""
ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
WRITTEN_DATE = re.compile(r"([0-9]{1,2})[./ ]+([0-9]{1,2})[./ ]+([0-9]{4})")


class Refusal(Exception):  # noqa: N818  # the respondent made no error; the sentence says what to do
    """What was typed is no answer to the item. Carries the key of the sentence and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Handler:
    """How one type of item takes its answer. This one takes none: a piece of information."""

    control: ClassVar[str] = "information"
    suffixes: ClassVar[tuple[str, ...]] = ()
    missing: ClassVar[str] = ""
    """Key of the sentence for a required item without an answer."""

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        """The answer, or None when nothing was typed. Raises Refusal."""
        return None

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        """What a respondent would have typed to give this answer: the reverse of `read`."""
        return {}

    def said(self, answer: Answer, language: str) -> str:
        """The answer (or a bound of it) in words, where it is not the code of an option."""
        return str(answer)


class OneChoice(Handler):
    """Exactly one option: radio buttons, or a list where there are very many options."""

    control = "radios"
    suffixes = (MAIN,)
    missing = "choose_one"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        chosen = _distinct(typed)
        if not chosen:
            return None
        if len(chosen) > 1:
            raise Refusal("choose_only_one")
        if chosen[0] not in options:
            raise Refusal("choose_offered")
        return chosen[0]

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        return {MAIN: [str(answer)]}


class Consent(OneChoice):
    """One box to tick."""

    control = "consent"
    missing = "agree"


class SeveralChoices(Handler):
    """Any number of options up to a limit: checkboxes. Answers keep the order of the options."""

    control = "checkboxes"
    suffixes = (MAIN,)
    missing = "choose_some"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        chosen = set(_distinct(typed))
        if not chosen:
            return None
        if not chosen.issubset(options):
            raise Refusal("choose_offered")
        exclusive = next((code for code in options if code in chosen and options[code].exclusive), None)
        if exclusive is not None and len(chosen) > 1:
            raise Refusal("exclusive_choice", option=options[exclusive])
        if item.max_choices is not None and len(chosen) > item.max_choices:
            raise Refusal("too_many_choices", maximum=item.max_choices, count=len(chosen))
        return [code for code in options if code in chosen]

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        return {MAIN: list(answer) if isinstance(answer, list) else [str(answer)]}


class Ranking(Handler):
    """Options put in order, the best first: a place chosen for each of them, or none.

    Every option has a list of places of its own. The other way, a list of options for every place, would hide
    the options inside closed lists, cut long ones off on a phone, and have them read out once for each place.
    All lists bear the item's code and send "<place>:<option code>", so no option's code can clash with the
    name of another input. An exclusive option ("don't know") is a box to tick and sends the first place.
    Answers are the codes in the order of their places.
    """

    control = "ranking"
    suffixes = (MAIN,)
    missing = "rank_some"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        placed = [_placed(value, options, most_places(item, options)) for value in _distinct(typed)]
        if not placed:
            return None
        codes = [code for _, code in placed]
        exclusive = next((code for code in options if code in codes and options[code].exclusive), None)
        if exclusive is not None and len(codes) > 1:
            raise Refusal("exclusive_choice", option=options[exclusive])
        twice = next((code for code in codes if codes.count(code) > 1), None)
        if twice is not None:
            raise Refusal("option_placed_twice", option=options[twice])
        _keep_in_a_row([place for place, _ in placed])
        return [code for _, code in sorted(placed)]

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        codes = answer if isinstance(answer, list) else [str(answer)]
        return {MAIN: [ranked(place, code) for place, code in enumerate(codes, start=1)]}


class OpenEnded(Handler):
    """Words on as many lines as the respondent likes."""

    control = "textarea"
    suffixes = (MAIN,)
    missing = "write_text"
    longest: ClassVar[int] = 4_000

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        return read_text(_first(typed), item.max_length or self.longest) or None

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        return {MAIN: [str(answer)]}


class ShortText(OpenEnded):
    """Words on one line; what was pasted on several lines is joined."""

    control = "text"
    longest = 200

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        return " ".join(read_text(_first(typed), item.max_length or self.longest).split()) or None


class Number(Handler):
    """A number in digits; the decimal sign may be a comma or a point, thousands may be spaced."""

    control = "number"
    suffixes = (MAIN,)
    missing = "write_number"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        text = " ".join(_first(typed).split()).replace("\N{MINUS SIGN}", "-")
        if not text:
            return None
        if not NUMBER.fullmatch(text):
            raise Refusal("write_number")
        value = float(text.replace(" ", "").replace(",", "."))
        number = int(value) if value.is_integer() else value
        _keep_within(number, item, "number_too_small", "number_too_large")
        return number

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        return {MAIN: [self.said(answer, language)]}

    def said(self, answer: Answer, language: str) -> str:
        return str(answer) if root_language(language) == "en" else str(answer).replace(".", ",")


class Year(Handler):
    """A year in four digits."""

    control = "year"
    suffixes = (MAIN,)
    missing = "write_year"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        text = _first(typed).strip()
        if not text:
            return None
        if not YEAR.fullmatch(text):
            raise Refusal("write_year")
        _keep_within(int(text), item, "year_too_early", "year_too_late")
        return int(text)

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        return {MAIN: [str(answer)]}


class Day(Handler):
    """A date, typed into three inputs (day, month, year) or into one; answered in the ISO form."""

    control = "date"
    suffixes = (MAIN, ".day", ".month", ".year")
    missing = "write_date"

    def read(self, item: Item, options: Mapping[str, Option], typed: Typed) -> Answer | None:
        parts = [_first(typed, suffix).strip() for suffix in self.suffixes[1:]]
        text = _first(typed).strip() or ("-".join(reversed(parts)) if any(parts) else "")
        if not text:
            return None
        if found := ISO_DATE.fullmatch(text):
            year, month, day = found.groups()
        elif found := WRITTEN_DATE.fullmatch(text):
            day, month, year = found.groups()
        else:
            raise Refusal("write_date")
        try:
            answer = date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            raise Refusal("write_date") from None
        _keep_within(answer, item, "date_too_early", "date_too_late")
        return answer

    def typed(self, answer: Answer, language: str) -> dict[str, list[str]]:
        year, month, day = [*str(answer).split("-"), "", ""][:3]
        return {".day": [day.lstrip("0")], ".month": [month.lstrip("0")], ".year": [year]}

    def said(self, answer: Answer, language: str) -> str:
        return said_date(str(answer), language)


class Battery(Handler):
    """The stem over the rows of a battery; the rows are rating items of their own and take the answers."""

    control = "battery"


HANDLERS: Mapping[ItemType, Handler] = {
    ItemType.SINGLE_CHOICE: OneChoice(),
    ItemType.MULTIPLE_CHOICE: SeveralChoices(),
    ItemType.RATING: OneChoice(),
    ItemType.RANKING: Ranking(),
    ItemType.RATING_BATTERY: Battery(),
    ItemType.CATALOGUE_CHOICE: OneChoice(),
    ItemType.NUMBER: Number(),
    ItemType.DATE: Day(),
    ItemType.YEAR: Year(),
    ItemType.SHORT_TEXT: ShortText(),
    ItemType.OPEN_ENDED: OpenEnded(),
    ItemType.YES_NO: OneChoice(),
    ItemType.INFORMATION: Handler(),
    ItemType.CONSENT: Consent(),
}


def read_text(typed: str, longest: int) -> str:
    """Typed words in one Unicode form with plain line ends. Raises Refusal when too long or not storable."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    if UNSTORABLE.search(text):
        raise Refusal("unstorable_character")
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > longest:
        raise Refusal("text_too_long", maximum=longest, count=len(text))
    return text


def said_date(iso: str, language: str) -> str:
    """An ISO date as it is written in the language."""
    year, month, day = (int(part) for part in iso.split("-"))
    return (
        f"{day}. {month}. {year}"
        if root_language(language) in ("cs", "sk")
        else f"{day:02}.{month:02}.{year}"
    )


def _distinct(typed: Typed) -> list[str]:
    return [value for value in dict.fromkeys(typed.get(MAIN, ())) if value]


def _first(typed: Typed, suffix: str = MAIN) -> str:
    values = typed.get(suffix, ())
    return values[0] if values else ""


def most_places(item: Item, options: Mapping[str, Option]) -> int:
    """How many places a ranking has."""
    rankable = sum(not option.exclusive for option in options.values())
    return min(item.max_choices or MOST_PLACES, rankable or 1, MOST_PLACES)


def ranked(place: int, code: str) -> str:
    """What the browser sends when this option is given this place."""
    return f"{place}:{code}"


def _placed(value: str, options: Mapping[str, Option], most: int) -> tuple[int, str]:
    found = PLACE.fullmatch(value)
    if found is None or int(found[1]) > most or found[2] not in options:
        raise Refusal("choose_offered")
    return int(found[1]), found[2]


def _keep_in_a_row(places: Sequence[int]) -> None:
    """Every place is given once, from the first one on."""
    twice = next((place for place in sorted(places) if places.count(place) > 1), None)
    if twice is not None:
        raise Refusal("place_given_twice", place=twice)
    left_out = next((place for place in range(1, max(places)) if place not in places), None)
    if left_out is not None:
        raise Refusal("place_left_out", place=left_out)


def _keep_within(answer: float | str, item: Item, below: str, above: str) -> None:
    low, high = item.minimum, item.maximum
    if low is not None and _is_before(answer, low):
        raise Refusal(below, minimum=low)
    if high is not None and _is_before(high, answer):
        raise Refusal(above, maximum=high)


def _is_before(one: float | str, other: float | str) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return str(one) < str(other)
    return one < other
