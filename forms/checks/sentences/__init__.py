"""What a finding means, in plain sentences: where, what, why it matters, how to mend it.

In Czech, English and Ukrainian; another language gets English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from forms.checks.finding import Finding
from forms.checks.sentences import (
    method_cs,
    method_en,
    method_uk,
    structure_cs,
    structure_en,
    structure_uk,
)
from forms.checks.sentences.places import place_in_words, shortened
from forms.definition.questionnaire import Questionnaire, Scale
from forms.languages import base_language

WHY: Mapping[str, Mapping[str, str]] = {
    "cs": {**structure_cs.WHY, **method_cs.WHY},
    "en": {**structure_en.WHY, **method_en.WHY},
    "uk": {**structure_uk.WHY, **method_uk.WHY},
}
SENTENCES: Mapping[str, Mapping[str, tuple[str, str, str]]] = {
    "cs": {**structure_cs.SENTENCES, **method_cs.SENTENCES},
    "en": {**structure_en.SENTENCES, **method_en.SENTENCES},
    "uk": {**structure_uk.SENTENCES, **method_uk.SENTENCES},
}
"""Language → code of the finding → (reason, what, how to mend it)."""

TAGS = ("language", "variant")
COMPARED = ("untranslated", "piping_differs")
"""Findings whose `other` is a language too."""
ABOUT_SCALES: Mapping[str, tuple[str, ...]] = {
    "unused_scale": ("scale",),
    "scale_directions_mixed": ("scale", "other"),
}
"""Findings that name scales, and their params that do."""
LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Said:
    """A finding in words. `where` names the place as its author knows it."""

    where: str
    what: str
    why: str
    mend: str


def said(
    finding: Finding,
    questionnaire: Questionnaire,
    language: str,
    name_of: Callable[[str], str] = str,
    name_of_scale: Callable[[Scale], str] | None = None,
) -> Said:
    """The finding in this language (a tag); English where we do not speak it.

    `name_of` says a language's tag in words, `name_of_scale` what the author calls a scale; without them the
    tag and the code stand there.
    """
    spoken = base_language(language)
    if spoken not in SENTENCES:
        spoken = "en"
    reason, what, mend = SENTENCES[spoken][finding.code]
    tags = (*TAGS, "other") if finding.code in COMPARED else TAGS
    params = {
        name: name_of(value) if name in tags else shortened(value, LONGEST_QUOTE)
        for name, value in finding.params.items()
    }
    for name in ABOUT_SCALES.get(finding.code, ()):
        scale = questionnaire.scale_index.get(finding.params[name])
        if scale and name_of_scale:
            params[name] = shortened(name_of_scale(scale), LONGEST_QUOTE)
    return Said(
        where=place_in_words(finding, questionnaire, spoken, name_of_scale),
        what=what.format(**params),
        why=WHY[spoken][reason],
        mend=mend.format(**params),
    )
