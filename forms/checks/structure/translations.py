"""Texts: what is said in one language is said in all, and pictures have words.

Easy variants may fall back to their language, so gaps in them are no fault. Names of a catalogue are kept by
the town, not by the author of a questionnaire, and many are proper names: gaps among them are a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forms.checks.finding import Finding, Severity
from forms.definition.questionnaire import Item, Option, Picture, Questionnaire, Scale
from forms.languages import Texts, base_language, text_in
from forms.piping import placeholders

WORDS_OF_A_SENTENCE = 5
"""A text of so many words that reads the same in two languages has not been translated."""

NOT_LETTERS = re.compile(r"[\W\d_]+")


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Missing and forgotten translations, and pictures without words."""
    for number, variant in enumerate(questionnaire.variants):
        if base_language(variant) not in questionnaire.languages:
            yield Finding("variant_without_language", f"/variants/{number}", {"variant": variant})
    languages = questionnaire.languages
    yield from _texts(languages, questionnaire.titles, "/titles", needed=True)
    yield from _texts(languages, questionnaire.introductions, "/introductions")
    yield from _texts(languages, questionnaire.thanks, "/thanks")
    for number, scale in enumerate(questionnaire.scales):
        yield from _scale(questionnaire, scale, f"/scales/{number}")
    for number, section in enumerate(questionnaire.sections):
        yield from _texts(languages, section.titles, f"/sections/{number}/titles")
        for place, item in enumerate(section.items):
            yield from _item(languages, item, f"/sections/{number}/items/{place}")


def _item(languages: Iterable[str], item: Item, path: str) -> Iterator[Finding]:
    yield from _texts(languages, item.texts, f"{path}/texts", needed=True)
    for name in ("hints", "unit", "visible_if_texts"):
        yield from _texts(languages, getattr(item, name), f"{path}/{name}")
    yield from _picture(languages, item.picture, path)
    if item.source:
        yield from _names(languages, item, path)
    else:
        yield from _options(languages, item.options, f"{path}/options")
    for number, row in enumerate(item.rows):
        yield from _texts(languages, row.texts, f"{path}/rows/{number}/texts", needed=True)


def _options(languages: Iterable[str], options: Iterable[Option], path: str) -> Iterator[Finding]:
    for number, option in enumerate(options):
        yield from _texts(languages, option.labels, f"{path}/{number}/labels", needed=True)
        yield from _picture(languages, option.picture, f"{path}/{number}")


def _names(languages: Iterable[str], item: Item, path: str) -> Iterator[Finding]:
    for language in languages:
        nameless = [option for option in item.options if not option.labels.get(language, "").strip()]
        if nameless:
            names = ", ".join(text_in(option.labels, language) for option in nameless)
            params = {"language": language, "options": names}
            yield Finding("catalogue_not_translated", f"{path}/source", params, Severity.WARNING)


def _scale(questionnaire: Questionnaire, scale: Scale, path: str) -> Iterator[Finding]:
    yield from _options(questionnaire.languages, scale.options, f"{path}/options")
    for number, option in enumerate(scale.easy_options or ()):
        for variant in questionnaire.variants:
            labels = (option.labels.get(tag, "").strip() for tag in (variant, base_language(variant)))
            if not any(labels):
                place = f"{path}/easy_options/{number}/labels"
                yield Finding("missing_translation", place, {"language": variant})


def _picture(languages: Iterable[str], picture: Picture | None, path: str) -> Iterator[Finding]:
    if picture is None:
        return
    if any(text.strip() for text in picture.alternatives.values()):
        yield from _texts(languages, picture.alternatives, f"{path}/picture/alternatives")
    else:
        yield Finding("picture_without_words", f"{path}/picture", severity=Severity.WARNING)


def _texts(languages: Iterable[str], texts: Texts, path: str, *, needed: bool = False) -> Iterator[Finding]:
    """A text that is there in one language must be there in all."""
    if not needed and not any(text.strip() for text in texts.values()):
        return
    written: dict[str, str] = {}
    for language in languages:
        text = texts.get(language, "").strip()
        if not text:
            yield Finding("missing_translation", path, {"language": language})
            continue
        yield from _compared(written, language, text, path)
        written[language] = text


def _compared(written: dict[str, str], language: str, text: str, path: str) -> Iterator[Finding]:
    """Whether the text is a translation of the ones before it: other words, the same answers repeated."""
    for other, before in written.items():
        if base_of(other) != base_of(language) and text == before and _is_sentence(text):
            params = {"language": language, "other": other}
            yield Finding("untranslated", path, params, Severity.WARNING, about=text)
            return
    for other, before in list(written.items())[:1]:
        one, two = ({found.item_code for found in placeholders(part)} for part in (before, text))
        if one != two:
            params = {"language": language, "other": other, "items": ", ".join(sorted(one ^ two))}
            yield Finding("piping_differs", path, params, Severity.WARNING, about=text)


def base_of(language: str) -> str:
    """The language without its region: "pt" of "pt-BR"."""
    return language.partition("-")[0]


def _is_sentence(text: str) -> bool:
    return len(NOT_LETTERS.sub(" ", text).split()) >= WORDS_OF_A_SENTENCE
