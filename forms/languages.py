"""Language tags and texts in several languages.

A tag is a language ("cs", "en", "uk") or its easy-to-read variant ("cs-easy"). Nothing here knows a
questionnaire.
"""

from collections.abc import Mapping

Texts = Mapping[str, str]
"""Language tag → text."""

EASY = "-easy"


def base_language(tag: str) -> str:
    """The language of a tag: "cs" for "cs-easy" and for "cs"."""
    return tag.removesuffix(EASY)


def is_easy(tag: str) -> bool:
    """Whether the tag is an easy-to-read variant."""
    return tag.endswith(EASY)


def text_in(texts: Texts, tag: str) -> str:
    """The text under this tag, else in its base language, else any there is; "" when there is none at all."""
    for wanted in (tag, base_language(tag)):
        if texts.get(wanted):
            return texts[wanted]
    return next((text for text in texts.values() if text), "")
