"""A condition in a few signs, for a picture: “q02: yes or needed”. `description` makes whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from forms.expressions.tree import And, Answered, Attribute, Compare, Count, Expression, In, Not, Or
from forms.languages import Texts, base_language, text_in

if TYPE_CHECKING:
    from forms.definition.questionnaire import Questionnaire

SIGNS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"}
MOST_OPTIONS = 3
WORDS: Mapping[str, Texts] = {
    "and": {"cs": " a ", "en": " and ", "uk": " і "},
    "or": {"cs": " nebo ", "en": " or ", "uk": " або "},
    "not": {"cs": "ne ({part})", "en": "not ({part})", "uk": "не ({part})"},
    "answered": {
        "cs": "{item}: jakákoli odpověď",
        "en": "{item}: any answer",
        "uk": "{item}: будь-яка відповідь",
    },
    "count": {"cs": "počet u {item}", "en": "number of {item}", "uk": "кількість {item}"},
    "more": {"cs": "další ({count})", "en": "{count} more", "uk": "ще {count}"},
}


Fact = Callable[[str, str], str]
"""Words for an attribute of a catalogue and one of its values."""


def as_written(attribute: str, value: str) -> str:
    """A fact of a catalogue where nobody knows words for it."""
    return f"{attribute} {value}"


def brief(
    expression: Expression, questionnaire: Questionnaire, language: str, fact: Fact = as_written
) -> str:
    """The condition with the codes of items and the labels of options."""
    match expression:
        case And(of) | Or(of):
            word = _word("and" if isinstance(expression, And) else "or", language)
            return word.join(_part(part, questionnaire, language, fact) for part in of)
        case Not(part):
            return _word("not", language).format(part=brief(part, questionnaire, language, fact))
        case Answered(item):
            return _word("answered", language).format(item=item)
        case In(item, codes):
            options = questionnaire.options.get(item, {})
            labels = [text_in(options[code].labels, language) if code in options else code for code in codes]
            return f"{item}: {_listed(labels, language)}"
        case Compare(item, relation, value):
            return f"{item} {SIGNS[relation]} {value}"
        case Count(item, relation, value):
            return f"{_word('count', language).format(item=item)} {SIGNS[relation]} {value}"
        case Attribute(item, attribute, any_of):
            return f"{item}: {_listed([fact(attribute, value) for value in any_of], language)}"


def _part(part: Expression, questionnaire: Questionnaire, language: str, fact: Fact) -> str:
    said = brief(part, questionnaire, language, fact)
    return f"({said})" if isinstance(part, (And, Or)) and len(part.of) > 1 else said


def _listed(parts: Sequence[str], language: str) -> str:
    shown = list(parts)
    if len(parts) > MOST_OPTIONS:
        more = _word("more", language).format(count=len(parts) - MOST_OPTIONS + 1)
        shown = [*parts[: MOST_OPTIONS - 1], more]
    return _word("or", language).join(shown)


def _word(key: str, language: str) -> str:
    texts = WORDS[key]
    return texts.get(base_language(language)) or texts["en"]
