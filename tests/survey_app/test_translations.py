"""The catalogues say every text of the pages, completely and in good typography."""

import re
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path, PurePath

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from survey_app.config import PROJECT_ROOT

CATALOGUES = PROJECT_ROOT / "survey_app" / "translations"
KEYWORDS = {**DEFAULT_KEYWORDS, "_l": None, "lazy_gettext": None}
LANGUAGES = ("cs", "uk")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%%|\{\w*\}")
Key = tuple[str | None, str | tuple[str, ...]]


def path(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "messages.po"


@cache
def catalogue(language: str) -> Catalog:
    with path(language).open("rb") as file:
        return read_po(file)


def messages(language: str) -> list[Message]:
    return [message for message in catalogue(language) if message.id]


def key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def forms(texts: str | tuple[str, ...] | list[str]) -> list[str]:
    return [texts] if isinstance(texts, str) else list(texts)


def said(language: str) -> list[str]:
    return [text for message in messages(language) for text in forms(message.string)]


@cache
def texts_of_the_pages() -> frozenset[Key]:
    with (CATALOGUES / "babel.cfg").open() as file:
        method_map, options_map = parse_mapping_cfg(file)
    found = extract_from_dir(PROJECT_ROOT, method_map, options_map, KEYWORDS)
    return frozenset((context, text) for _, _, text, _, context in found if text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_pages_is_in_the_catalogue_and_nothing_else_is(language: str) -> None:
    known = {key(message) for message in messages(language)}
    assert len(known) > 300
    assert texts_of_the_pages() - known == set(), "run `make translations` and translate these"
    assert known - texts_of_the_pages() == set(), "run `make translations` to drop these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_in_all_its_plural_forms(language: str) -> None:
    assert catalogue(language).num_plurals == 3
    for message in messages(language):
        assert not message.fuzzy, message.id
        assert len(forms(message.string)) == (3 if message.pluralizable else 1), message.id
        assert all(form.strip() for form in forms(message.string)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    for message in messages(language):
        wanted = set(PLACEHOLDER.findall(forms(message.id)[-1]))
        for form in forms(message.string):
            assert set(PLACEHOLDER.findall(form)) == wanted, message.id


@pytest.mark.parametrize(
    ("language", "count", "sentence"),
    [
        ("cs", 1, "1 podnět čeká na vaše posouzení."),
        ("cs", 3, "3 podněty čekají na vaše posouzení."),
        ("cs", 0, "0 podnětů čeká na vaše posouzení."),
        ("uk", 21, "21 звернення чекає на ваше рішення."),
        ("uk", 22, "22 звернення чекають на ваше рішення."),
        ("uk", 11, "11 звернень чекають на ваше рішення."),
    ],
)
def test_a_number_gets_the_right_plural_form(language: str, count: int, sentence: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    chosen = GNUTranslations(compiled).ngettext(
        "%(num)s comment waits for your decision.", "%(num)s comments wait for your decision.", count
    )
    assert (chosen % {"num": count}).replace("\N{NO-BREAK SPACE}", " ") == sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_stays_a_sentence(language: str) -> None:
    for message in messages(language):
        if forms(message.id)[0].endswith((":", "?", ".")):
            for form in forms(message.string):
                assert form.endswith((":", "?", ".", "!")), form


def test_czech_needs_no_slash_for_gender() -> None:
    for text in said("cs"):
        assert not re.search(r"\w(?:/|\()-?(?:a|á|la|ka|y|ice)\b", text), text


def test_czech_keeps_a_one_letter_preposition_with_its_word() -> None:
    for text in said("cs"):
        words = re.sub(r"%\(\w+\)s", "…", text)
        assert not re.search(r"(?<![\w%])[ksvzou] ", words, re.IGNORECASE), text


@pytest.mark.parametrize(("language", "foreign"), [("cs", "\"”«»'"), ("uk", "\"”„'")])
def test_quotation_marks_and_dashes_are_those_of_the_language(language: str, foreign: str) -> None:
    for text in said(language):
        assert not set(foreign) & set(text), text
        assert " - " not in text, text
        assert "..." not in text, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_names_files_of_the_project_only(language: str) -> None:
    for message in messages(language):
        for file, _ in message.locations:
            assert (PROJECT_ROOT / file).is_file(), file
            assert not PurePath(file).is_absolute(), file
