"""Names of languages for people who make questionnaires, and reading the tags that they choose."""

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from flask_babel import get_locale, gettext

from forms.definition.schema import LANGUAGE, LONGEST_LANGUAGE
from forms.languages import EASY, base_language, is_easy

OFFERED = ("cs", "en", "uk")
EASY_OFFERED = tuple(f"{tag}{EASY}" for tag in OFFERED)


def name_of(tag: str) -> str:
    """Return the name of a language or an easy variant in the language of the page; else the tag itself."""
    base = base_language(tag)
    try:
        name = Locale.parse(base, sep="-").get_display_name(str(get_locale() or "en")) or base
    except (UnknownLocaleError, ValueError):
        name = base
    return gettext("%(language)s, easy to read", language=name) if is_easy(tag) else name


def tags_in(text: str) -> list[str]:
    """Return the tags that somebody wrote, separated by commas or spaces."""
    return [part for part in re.split(r"[,;\s]+", text) if part]


def wrong(tags: Iterable[str]) -> list[str]:
    """Return those that are no tags of languages."""
    return [tag for tag in tags if len(tag) > LONGEST_LANGUAGE or not re.fullmatch(LANGUAGE, tag)]
