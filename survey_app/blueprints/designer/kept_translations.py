"""Translations that are older than their original and stay all the same, each with the reason that was given.

Knows findings and places of texts; does not know how a page shows them.
"""

from collections.abc import Mapping

from forms import translation
from forms.translation import Kind, Place
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.queries.draft_findings import OUTDATED


def reasons(shown: DraftPage, tag: str) -> Mapping[str, str]:
    """Return why translations into a language may stay, by the key of the place."""
    acknowledged = shown.draft.acknowledged
    said = {
        finding.place: acknowledged[finding.key]["reason"]
        for finding in shown.findings
        if finding.code == OUTDATED and finding.params["language"] == tag and finding.key in acknowledged
    }
    if not said:
        return {}
    marks = shown.outdated.get(tag, {})
    return {
        place.key: said[name]
        for place in translation.places(shown.document)
        if place.key in marks and (name := named(place)) in said
    }


def waiting(shown: DraftPage) -> translation.Outdated:
    """Return the translations older than their originals for which nobody has given a reason."""
    found: translation.Outdated = shown.outdated
    for tag in shown.outdated:
        found = translation.without(found, tag, reasons(shown, tag))
    return found


def named(place: Place) -> str:
    """Return the place of a text as findings name it (`Finding.place`)."""
    match place.path:
        case ("section", code):
            names = [f"section {code}"]
        case ("item", _, "row", code) | ("item", code):
            names = [code]
        case ("item", code, "option", option):
            names = [code, "options", option]
        case ("scale", code, kind, option):
            names = [f"scale {code}", "easy_options" if kind == "easy" else "options", option]
        case _:
            names = []
    below = {Kind.ALTERNATIVES: ("picture", "alternatives"), Kind.CASE: ("cases", place.name)}
    return "/".join((*names, *below.get(place.kind, (place.name,))))
