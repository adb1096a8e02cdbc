"""A condition said in a plain sentence, for people whose browser does not hide what is not for them.

Odpovídejte, jen pokud jste u otázky „Využili jste…?“ zvolili „ano“.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from forms.expressions.evaluation import lowered
from forms.expressions.tree import And, Answered, Compare, Count, Expression, In, Not, Or
from forms.languages import Texts, own_text, root_language, spoken_language, text_in

if TYPE_CHECKING:
    from forms.definition.questionnaire import Questionnaire

PHRASES: Mapping[str, Texts] = {
    "frame": {
        "cs": "Odpovídejte, jen pokud {clause}.",
        "cs-easy": "Odpovězte, jen když {clause}.",
        "en": "Answer only if {clause}.",
        "uk": "Відповідайте, лише якщо {clause}.",
    },
    "always": {"cs": "Odpovídejte vždy.", "en": "Always answer.", "uk": "Відповідайте завжди."},
    "never": {
        "cs": "Na tuto otázku neodpovídejte.",
        "en": "Leave this out.",
        "uk": "Пропустіть це запитання.",
    },
    "and": {"cs": " a zároveň ", "en": " and ", "uk": " і водночас "},
    "or": {"cs": " nebo ", "en": " or ", "uk": " або "},
    "inner": {"cs": "(platí, že {clause})", "en": "({clause})", "uk": "({clause})"},
    "quote": {"cs": "„{text}“", "en": "“{text}”", "uk": "«{text}»"},
    "in": {
        "cs": "jste u otázky {item} zvolili {options}",
        "en": "you chose {options} for {item}",
        "uk": "на запитання {item} ви вибрали {options}",
    },
    "not_in": {
        "cs": "jste u otázky {item} nezvolili {options}",
        "en": "you did not choose {options} for {item}",
        "uk": "на запитання {item} ви не вибрали {options}",
    },
    "answered": {
        "cs": "jste odpověděli na otázku {item}",
        "en": "you answered {item}",
        "uk": "ви відповіли на запитання {item}",
    },
    "not_answered": {
        "cs": "jste neodpověděli na otázku {item}",
        "en": "you did not answer {item}",
        "uk": "ви не відповіли на запитання {item}",
    },
    "compare": {
        "cs": "je odpověď na otázku {item} {relation} {value}",
        "en": "the answer to {item} is {relation} {value}",
        "uk": "відповідь на запитання {item}: {relation} {value}",
    },
    "not_compare": {
        "cs": "odpověď na otázku {item} není {relation} {value}",
        "en": "the answer to {item} is not {relation} {value}",
        "uk": "відповідь на запитання {item} не {relation} {value}",
    },
    "count": {
        "cs": "je počet zvolených možností u otázky {item} {relation} {value}",
        "en": "the number of options chosen for {item} is {relation} {value}",
        "uk": "кількість вибраних варіантів на запитання {item}: {relation} {value}",
    },
    "not_count": {
        "cs": "počet zvolených možností u otázky {item} není {relation} {value}",
        "en": "the number of options chosen for {item} is not {relation} {value}",
        "uk": "кількість вибраних варіантів на запитання {item} не {relation} {value}",
    },
    "eq": {"cs": "přesně", "en": "exactly", "uk": "рівно"},
    "ne": {"cs": "jiná než", "en": "other than", "uk": "інша ніж"},
    "ne_count": {"cs": "jiný než", "en": "other than", "uk": "інша ніж"},
    "lt": {"cs": "pod", "en": "below", "uk": "менше ніж"},
    "le": {"cs": "nejvýše", "en": "at most", "uk": "щонайбільше"},
    "gt": {"cs": "nad", "en": "above", "uk": "більше ніж"},
    "ge": {"cs": "nejméně", "en": "at least", "uk": "щонайменше"},
}


def describe(expression: Expression | bool, questionnaire: Questionnaire, language: str) -> str:
    """One sentence that tells a respondent when to answer. A decided condition (True, False) has its own."""
    if isinstance(expression, bool):
        return _phrase("always" if expression else "never", language)
    clause = _Clause(questionnaire, language).of(lowered(expression, questionnaire), negated=False)
    return _phrase("frame", language).format(clause=clause)


def _phrase(key: str, language: str) -> str:
    texts = PHRASES[key]
    return own_text(texts, language) or texts[spoken_language(language)]


class _Clause:
    """Builds the clause of one questionnaire in one language; negation moves inwards to the verbs."""

    def __init__(self, questionnaire: Questionnaire, language: str) -> None:
        self.questionnaire = questionnaire
        self.language = language

    def of(self, expression: Expression, *, negated: bool) -> str:
        match expression:
            case Not(part):
                return self.of(part, negated=not negated)
            case And(of) | Or(of):
                is_and = isinstance(expression, And) is not negated
                parts = [self._part(part, negated=negated) for part in of]
                return self.say("and" if is_and else "or").join(parts)
            case In(item, codes):
                options = [self.quoted(self.option(item, code)) for code in codes]
                return self.leaf("in", item, negated, options=self.listed(options))
            case Answered(item):
                return self.leaf("answered", item, negated)
            case Compare(item, relation, value):
                said = self.say(relation)
                return self.leaf("compare", item, negated, relation=said, value=self.number(value))
            case Count(item, relation, value):
                said = self.say("ne_count" if relation == "ne" else relation)
                return self.leaf("count", item, negated, relation=said, value=self.number(value))
            case (
                attribute
            ):  # only of an item without options, of which nothing can be said but that it is answered
                return self.leaf("answered", attribute.item, negated)

    def _part(self, part: Expression, *, negated: bool) -> str:
        said = self.of(part, negated=negated)
        while isinstance(part, Not):
            part = part.of
        is_inner = isinstance(part, (And, Or)) and len(part.of) > 1
        return self.say("inner").format(clause=said) if is_inner else said

    def leaf(self, key: str, item: str, negated: bool, **values: str) -> str:
        return self.say(f"not_{key}" if negated else key).format(item=self.quoted(self.item(item)), **values)

    def say(self, key: str) -> str:
        return _phrase(key, self.language)

    def quoted(self, text: str) -> str:
        return self.say("quote").format(text=text)

    def listed(self, parts: list[str]) -> str:
        if len(parts) < 2:
            return "".join(parts) or "–"
        return ", ".join(parts[:-1]) + self.say("or") + parts[-1]

    def number(self, value: float | str) -> str:
        text = str(value)
        return (
            text if root_language(self.language) == "en" or isinstance(value, str) else text.replace(".", ",")
        )

    def item(self, code: str) -> str:
        item = self.questionnaire.index.get(code)
        return text_in(item.texts, self.language) if item else code

    def option(self, item: str, code: str) -> str:
        found = self.questionnaire.index.get(item)
        shown = self.questionnaire.options_for(found, self.language) if found else ()
        options = {**self.questionnaire.options.get(item, {}), **{option.code: option for option in shown}}
        return text_in(options[code].labels, self.language) if code in options else code
