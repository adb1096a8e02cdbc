"""Where a finding is, as the author knows it: section, question, scale, option."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from forms.checks.finding import Finding, child
from forms.definition.questionnaire import Item, Option, Questionnaire, Row, Scale, Section
from forms.languages import text_in

LONGEST_TEXT = 60

NAMES: Mapping[str, Mapping[str, str]] = {
    "cs": {
        "quote": "„{text}“",
        "section": "oddíl {text}",
        "item": "otázka {code} {text}",
        "row": "výrok {code} {text}",
        "scale": "škála {name}",
        "option": "možnost {text}",
        "titles": "název",
        "introductions": "úvod",
        "thanks": "poděkování",
        "variants": "snadné čtení",
        "sections": "celý dotazník",
        "scales": "škály",
        "hints": "nápověda",
        "visible_if": "podmínka",
        "visible_if_texts": "podmínka slovy",
        "unit": "jednotka",
        "picture": "obrázek",
        "easy_options": "snadné možnosti",
    },
    "en": {
        "quote": "“{text}”",
        "section": "section {text}",
        "item": "question {code} {text}",
        "row": "statement {code} {text}",
        "scale": "scale {name}",
        "option": "option {text}",
        "titles": "title",
        "introductions": "introduction",
        "thanks": "thanks",
        "variants": "easy variants",
        "sections": "the whole questionnaire",
        "scales": "scales",
        "hints": "hint",
        "visible_if": "condition",
        "visible_if_texts": "condition in words",
        "unit": "unit",
        "picture": "picture",
        "easy_options": "easy options",
    },
    "uk": {
        "quote": "«{text}»",
        "section": "розділ {text}",
        "item": "запитання {code} {text}",
        "row": "твердження {code} {text}",
        "scale": "шкала {name}",
        "option": "варіант {text}",
        "titles": "назва",
        "introductions": "вступ",
        "thanks": "подяка",
        "variants": "легке читання",
        "sections": "уся анкета",
        "scales": "шкали",
        "hints": "підказка",
        "visible_if": "умова",
        "visible_if_texts": "умова словами",
        "unit": "одиниця",
        "picture": "зображення",
        "easy_options": "легкі варіанти",
    },
}
"""Language → part of a questionnaire → what it is called."""


def place_in_words(
    finding: Finding,
    questionnaire: Questionnaire,
    language: str,
    name_of_scale: Callable[[Scale], str] | None = None,
) -> str:
    """The way from the section down to the place: Oddíl „Služby“, otázka q05 „Jak hodnotíte…“, nápověda.

    `name_of_scale` says what the author calls a scale; without it the code stands there.
    """
    names = NAMES[language]
    steps = finding.path.strip("/").split("/")
    part: Any = questionnaire
    said = [names[steps[0]]] if len(steps) == 1 or steps[0] not in ("sections", "scales") else []
    for step in steps:
        part = child(part, step)
        if isinstance(part, Scale):
            name = _quoted(name_of_scale(part), names) if name_of_scale else part.code
            said.append(names["scale"].format(name=name))
        elif word := _name(part, names, language) or (names.get(step, "") if said else ""):
            said.append(word)
    whole = ", ".join(dict.fromkeys(said))
    return whole[:1].upper() + whole[1:]


def _name(part: Any, names: Mapping[str, str], language: str) -> str:
    match part:
        case Section(section_code=code, titles=texts):
            return names["section"].format(text=_quoted(text_in(texts, language) or code, names))
        case Item(item_code=code, texts=texts):
            return names["item"].format(code=code, text=_quoted(text_in(texts, language), names))
        case Row(item_code=code, texts=texts):
            return names["row"].format(code=code, text=_quoted(text_in(texts, language), names))
        case Option(code=code, labels=texts):
            return names["option"].format(text=_quoted(text_in(texts, language) or code, names))
        case _:
            return ""


def _quoted(text: str, names: Mapping[str, str]) -> str:
    return names["quote"].format(text=shortened(text, LONGEST_TEXT))


def shortened(text: str, longest: int) -> str:
    """The text in one line of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
