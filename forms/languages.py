"""Language tags and texts in several languages.

A tag is a language ("cs", "en", "uk") or its easy-to-read variant ("cs-easy"). Nothing here knows a
questionnaire.
"""

from collections.abc import Mapping

Texts = Mapping[str, str]
"""Language tag → text."""

EASY = "-easy"
SPOKEN = ("cs", "en", "uk")
"""The languages in which forms say sentences of their own."""
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def base_language(tag: str) -> str:
    """The language of a tag: "cs" for "cs-easy" and for "cs"."""
    return tag.removesuffix(EASY)


def root_language(tag: str) -> str:
    """The language without its region or script: "pt" for "pt-BR" and for "pt-BR-easy"."""
    return tag.partition("-")[0]


def is_easy(tag: str) -> bool:
    """Whether the tag is an easy-to-read variant."""
    return tag.endswith(EASY)


def spoken_language(tag: str) -> str:
    """The language in which a form speaks to people who read the texts of this tag: theirs, else English.

    Slovak readers get Czech, which they read as a matter of course.
    """
    root = root_language(tag)
    if root in SPOKEN:
        return root
    return "cs" if root == "sk" else "en"


def direction(tag: str) -> str:
    """Which way the language is written: "ltr" or "rtl"."""
    return "rtl" if root_language(tag) in RIGHT_TO_LEFT else "ltr"


def own_text(texts: Texts, tag: str) -> str:
    """The text under this tag, else in the language it belongs to; "" where that has none."""
    return texts.get(tag) or texts.get(base_language(tag)) or texts.get(root_language(tag)) or ""


def text_in(texts: Texts, tag: str) -> str:
    """The text under this tag, else in its language, else any there is; "" when there is none at all."""
    if found := own_text(texts, tag):
        return found
    return next((text for text in texts.values() if text), "")
