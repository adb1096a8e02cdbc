"""What a step of a draft was about, in the words of that time: a question, a section, a scale, a language.

Knows documents; does not know what was done to the part (see `draft_page` and `history`).
"""

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from forms import definition
from forms.editing import EditError
from forms.editing.parts import item_of, section_of
from forms.languages import text_in
from survey_app.blueprints.designer import scale_choice, tongues
from survey_app.models import DraftStep
from survey_app.vocabulary import DraftStepKind

REMOVALS = frozenset({DraftStepKind.SECTION_REMOVED, DraftStepKind.ITEM_REMOVED, DraftStepKind.SCALE_REMOVED})
"""What these were about stands in the document before them."""
WHOLE = frozenset({DraftStepKind.CREATED, DraftStepKind.CLONED, DraftStepKind.IMPORTED})
"""Steps about the whole questionnaire."""
LONGEST = 60
"""Characters of the words."""


def words(document: Mapping[str, Any], step: DraftStep) -> str:
    """Return what a step was about, "" where that has no words; `document` is one in which it stands."""
    try:
        return shorten(_words(document, step), LONGEST, placeholder="…")
    except (EditError, KeyError):  # a code of something else, as a step by a command may have
        return ""


def _words(document: Mapping[str, Any], step: DraftStep) -> str:
    language = document["languages"][0]
    if step.kind in WHOLE:
        return text_in(document["titles"], language)
    if step.kind is DraftStepKind.TRANSLATED:
        return tongues.name_of(step.subject)
    match step.kind.value.partition("_")[0]:
        case "section":
            return text_in(section_of(document, step.subject)["titles"], language)
        case "item":
            return text_in(item_of(document, step.subject)["texts"], language)
        case "scale":
            scales = definition.load({**document, "sections": []}).scale_index
            return scale_choice.name_of(scales[step.subject], language)
        case _:
            return ""
