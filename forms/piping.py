"""Earlier answers repeated in later texts: `{{service|genitive|této služby}}`.

Czech and Ukrainian bend words, so a label cannot be put just anywhere. It stands in quotation marks, which is
right in any sentence, unless the author asks for a grammatical case: then it is the option's own form in that
case, and where the option has none, the author's fallback.

    {{item}}  {{item|case}}  {{item||fallback}}  {{item|case|fallback}}

What comes out is plain text, never markup, and is not looked through for placeholders again. Which answers
may be repeated (those on the path, of earlier pages) is for the caller to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from forms.definition.questionnaire import GrammaticalCase, Item, ItemType, Option, Questionnaire
from forms.expressions.evaluation import Answer, Answers, is_answered
from forms.item_types import HANDLERS
from forms.languages import own_text, text_in
from forms.messages import sentence
from forms.routing import write_in_key

PLACEHOLDER = re.compile(
    r"\{\{\s*(?P<item>[A-Za-z][A-Za-z0-9_]{0,63})\s*"
    rf"(?:\|\s*(?P<case>{'|'.join(GrammaticalCase)})?\s*(?:\|(?P<fallback>[^{{}}]*))?)?\}}\}}"
)
BROKEN = re.compile(r"\{\{(?:(?!\}\}).)*(?:\}\}|$)|\}\}", re.DOTALL)
DIRECTIONS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of the words around them."""
NOTHING = "…"
LONGEST_WORDS = 60
_WORDS = {ItemType.SHORT_TEXT, ItemType.OPEN_ENDED}
_PLAIN = {ItemType.NUMBER, ItemType.YEAR, ItemType.DATE}


@dataclass(frozen=True)
class Placeholder:
    """Where a text repeats the answer to an item. `source` is how it is written, braces included."""

    item_code: str
    case: GrammaticalCase | None
    fallback: str
    source: str


def placeholders(text: str) -> tuple[Placeholder, ...]:
    """The placeholders of a text, in order."""
    return tuple(_placeholder(found) for found in PLACEHOLDER.finditer(text))


def broken_placeholders(text: str) -> tuple[str, ...]:
    """Pieces of a text that look like placeholders and are none; the respondent would see the braces."""
    return tuple(BROKEN.findall(PLACEHOLDER.sub("", text)))


def piped(text: str, questionnaire: Questionnaire, answers: Answers, language: str) -> str:
    """The text with its placeholders filled in. Only what is in `answers` is repeated."""
    if "{{" not in text:
        return text
    return PLACEHOLDER.sub(lambda found: _filled(_placeholder(found), questionnaire, answers, language), text)


def _placeholder(found: re.Match[str]) -> Placeholder:
    case = GrammaticalCase(found["case"]) if found["case"] else None
    return Placeholder(found["item"], case, (found["fallback"] or "").strip(), found[0])


def _filled(place: Placeholder, questionnaire: Questionnaire, answers: Answers, language: str) -> str:
    item, answer = questionnaire.index.get(place.item_code), answers.get(place.item_code)
    if item is None or answer is None or not is_answered(answer):
        return place.fallback or NOTHING
    if item.type in _PLAIN and not isinstance(answer, list):
        return HANDLERS[item.type].said(answer, language)
    if item.type in _WORDS:
        return _quoted(str(answer), language) or place.fallback or NOTHING
    written = str(answers.get(write_in_key(item.item_code), ""))
    options = _chosen(questionnaire, item, answer, language)
    if place.case is not None:
        bent = [_bent(option, full, place.case, language) for option, full in options if not full.write_in]
        if bent and all(bent) and len(bent) == len(options):
            return _listed(bent, language)
        if place.fallback:
            return place.fallback
    labels = [_said(option, full, written, language) for option, full in options]
    return _listed(labels, language) or place.fallback or NOTHING


def _chosen(
    questionnaire: Questionnaire, item: Item, answer: Answer, language: str
) -> list[tuple[Option, Option]]:
    """Each option chosen, as the language shows it and in full (an easy variant may show other labels)."""
    full = questionnaire.options[item.item_code]
    shown = {option.code: option for option in questionnaire.options_for(item, language)}
    codes = answer if isinstance(answer, list) else [str(answer)]
    return [(shown.get(code, full[code]), full[code]) for code in codes if code in full]


def _bent(shown: Option, full: Option, case: GrammaticalCase, language: str) -> str:
    """The label in a case of this very language: a form borrowed from another would be a broken ending."""
    for forms in (shown.cases.get(case, {}), full.cases.get(case, {})):
        if found := own_text(forms, language):
            return found
    return ""


def _said(shown: Option, full: Option, written: str, language: str) -> str:
    words = written if full.write_in and written else text_in(shown.labels, language)
    return _quoted(words or text_in(full.labels, language), language)


def _quoted(words: str, language: str) -> str:
    plain = " ".join(DIRECTIONS.sub("", words).split())
    short = plain if len(plain) <= LONGEST_WORDS else plain[: LONGEST_WORDS - 1].rstrip() + "…"
    return sentence("quoted", language, text=short) if short else ""


def _listed(parts: Sequence[str], language: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return sentence("and_last", language, others=", ".join(parts[:-1]), last=parts[-1])
