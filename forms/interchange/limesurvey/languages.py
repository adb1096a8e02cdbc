"""LimeSurvey's language codes made into language tags of ours, no two alike.

"de-easy" is our easy variant of German; "de-informal" is German, unless German is there as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forms.definition.schema import LANGUAGE, LONGEST_LANGUAGE, LONGEST_VARIANT, VARIANT
from forms.interchange.limesurvey.losses import WHOLE, Losses

UNDETERMINED = "und"
MOST_LANGUAGES = 40


def tags(languages: Iterable[str], losses: Losses) -> dict[str, str]:
    """LimeSurvey's code → tag, the first one of the survey's base language. Never empty.

    A code that is no language at all becomes "und" in the first place and is left out elsewhere.
    """
    languages, found = list(languages), dict[str, str]()
    exact = {language for language in languages if _candidates(language)[:1] == [language]}
    for language in languages:
        taken = {*found.values(), *(exact - {language})}
        tag = next((tag for tag in _candidates(language) if tag not in taken), None)
        if tag is None and not found:
            tag = UNDETERMINED
        if tag is None or len(found) >= MOST_LANGUAGES:
            losses.add(WHOLE, "limesurvey_language_left_out", language=language)
            continue
        if tag.lower() != language.strip().lower():
            losses.add(WHOLE, "limesurvey_language_renamed", language=language, tag=tag)
        found[language] = tag
    return _with_bases(found, losses)


def _candidates(language: str) -> list[str]:
    parts = re.findall(r"[A-Za-z0-9]+", language)
    if not parts:
        return []
    first, rest = parts[0].lower(), parts[1:]
    plain = [part for part in rest if part.lower() not in ("informal", "easy")]
    names = [f"{first}-{part}" for part in reversed(plain)] if plain else [first]
    names += [f"{first}-{part}" for part in rest if part.lower() == "informal"]
    if any(part.lower() == "easy" for part in rest):
        names = [f"{name}-easy" for name in names]
        return [name for name in names if re.match(VARIANT, name) and len(name) <= LONGEST_VARIANT]
    return [name for name in names if re.match(LANGUAGE, name) and len(name) <= LONGEST_LANGUAGE]


def _with_bases(found: dict[str, str], losses: Losses) -> dict[str, str]:
    """An easy variant needs its language beside it; where there is none, the variant becomes the language."""
    for language, tag in list(found.items()):
        base = tag.removesuffix("-easy")
        if base != tag and base not in found.values():
            losses.add(WHOLE, "limesurvey_language_renamed", language=language, tag=base)
            found[language] = base
    return found
