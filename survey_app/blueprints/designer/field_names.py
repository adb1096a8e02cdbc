"""What the fields of the editors are called, for a page that lists what somebody has typed.

Knows names as forms send them (`options.0.labels.cs`); does not know any form. A name that it does not know
stays as it is.
"""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from survey_app.blueprints.designer import tongues

WORDS: Mapping[str, LazyString] = {
    "code": _l("Code"),
    "condition": _l("Who is asked"),
    "dimension": _l("What it measures"),
    "easy_options": _l("Easy to read"),
    "hints": _l("Hint"),
    "interviewer_notes": _l("Notes for interviewers"),
    "introductions": _l("Introduction"),
    "item_code": _l("Code of the item"),
    "labels": _l("Words"),
    "languages": _l("Languages"),
    "layout": _l("Pages"),
    "main_language": _l("Main language"),
    "max_choices": _l("At most how many answers"),
    "max_length": _l("At most how many characters"),
    "maximum": _l("Highest answer"),
    "minimum": _l("Lowest answer"),
    "more_languages": _l("Other languages"),
    "options": _l("Answer"),
    "questionnaire_code": _l("Code"),
    "rows": _l("Statement"),
    "scale": _l("Scale"),
    "score": _l("Score"),
    "section_code": _l("Code"),
    "texts": _l("Text"),
    "thanks": _l("Thanks"),
    "titles": _l("Title"),
    "unit": _l("Unit"),
    "variants": _l("Easy to read"),
    "version": _l("Label of the version"),
    "visible_if_texts": _l("The condition in your words"),
}
IN_LANGUAGES = frozenset(
    {"hints", "interviewer_notes", "introductions", "labels", "texts", "thanks", "titles", "unit"}
    | {"visible_if_texts"}
)
"""Fields that have a text for each language."""


def said(name: str) -> str:
    """Return a name in words, such as “Answer 1 – Words (Czech)”, in the language of the page."""
    words: list[str] = []
    before = ""
    for part in name.split("."):
        if part.isdigit() and words:
            words[-1] += f" {int(part) + 1}"
        elif before in IN_LANGUAGES:
            words[-1] += f" ({tongues.name_of(part)})"
        else:
            words.append(str(WORDS.get(part, part)))
        before = part
    return " – ".join(words)
