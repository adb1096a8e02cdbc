"""An item in one language, ready for a form: everything that is the same for every respondent, computed
once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from forms.definition.questionnaire import Item, ItemType, Option, Questionnaire
from forms.expressions.evaluation import Answers
from forms.item_types import HANDLERS
from forms.languages import text_in
from forms.piping import piped
from forms.routing import write_in_key


@dataclass(frozen=True)
class WordedItem:
    """`shown` are the options of this language's variant, `options` all that may be answered, by code.

    An easy variant shows fewer options, but an answer given before in the full language stays valid.
    """

    item: Item
    language: str
    label: str
    hint: str
    shown: tuple[Option, ...]
    options: Mapping[str, Option]
    write_in: Option | None

    def option_label(self, option: Option) -> str:
        """The option's text in this language."""
        return text_in(option.labels, self.language)


def word_item(questionnaire: Questionnaire, item: Item, language: str) -> WordedItem:
    """The item in this language (a tag, easy variants included; missing easy texts fall back to the
    language).
    """
    options = questionnaire.options[item.item_code]
    return WordedItem(
        item=item,
        language=language,
        label=text_in(item.texts, language),
        hint=text_in(item.hints, language),
        shown=questionnaire.options_for(item, language),
        options=options,
        write_in=next((option for option in options.values() if option.write_in), None),
    )


def question_text(questionnaire: Questionnaire, item: Item, answers: Answers, language: str) -> str:
    """The question as it is put to somebody who has given these answers (those on the path)."""
    return piped(text_in(item.texts, language), questionnaire, answers, language)


def answer_texts(questionnaire: Questionnaire, item: Item, answers: Answers, language: str) -> list[str]:
    """The answer to an item in words, for reading it over: one line for each option chosen, else one line.

    The respondent's own words stand as a further line. Empty without an answer.
    """
    answer = answers.get(item.item_code)
    if answer is None or answer in ("", []):
        return []
    options = questionnaire.options[item.item_code]
    shown = {option.code: option for option in questionnaire.options_for(item, language)}
    lines = []
    for place, part in enumerate(answer if isinstance(answer, list) else [answer], start=1):
        option = shown.get(str(part)) or options.get(str(part))
        line = text_in(option.labels, language) if option else _plain(part, item, language)
        is_place = item.type is ItemType.RANKING and not (option and option.exclusive)
        lines.append(f"{place}. {line}" if is_place else line)
    words = answers.get(write_in_key(item.item_code))
    return [*lines, str(words)] if words else lines


def _plain(part: float | str, item: Item, language: str) -> str:
    text = HANDLERS[item.type].said(part, language)
    unit = text_in(item.unit, language)
    return f"{text} {unit}" if unit else text
