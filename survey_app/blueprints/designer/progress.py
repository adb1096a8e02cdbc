"""How far a draft is on its way to publication: the steps in order, and what each still lacks.

Knows what a page knows of a draft; does not decide whether it may be published (see `operations.design`).
"""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from forms import translation
from forms.checks import Finding, Severity
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.queries.draft_findings import OUTDATED

FRAMES: dict[str, LazyString] = {
    "introductions": _l("the introduction is empty"),
    "thanks": _l("the thanks are empty"),
}
"""What people read before the first and after the last item."""


@dataclass(frozen=True)
class Step:
    """One step: its name and address, and in words what it lacks ("" where nothing).

    `stops`: what it lacks stands in the way of publication.
    """

    name: str
    address: str
    lacks: str = ""
    stops: bool = True


def steps(shown: DraftPage) -> list[Step]:
    """The steps from the first item to publication; translating is one where there is a second language."""
    found = [_items(shown), _frames(shown)]
    if len(shown.questionnaire.languages) > 1:
        found.append(_translations(shown))
    return [*found, _checks(shown), Step(gettext("Publish"), _address(shown, "publication"))]


def next_step(found: list[Step]) -> Step:
    """The first step that lacks something; publication where none does."""
    return next((step for step in found if step.lacks), found[-1])


def _items(shown: DraftPage) -> Step:
    number = sum(len(section.items) for section in shown.questionnaire.sections)  # as the author numbers them
    name = ngettext("%(num)s item", "%(num)s items", number)
    return Step(name, _address(shown, "outline"), "" if number else gettext("there is no item yet"))


def _frames(shown: DraftPage) -> Step:
    empty = [key for key in FRAMES if not any(shown.document.get(key, {}).values())]
    anchor = f"{(empty or list(FRAMES))[0]}.{shown.main_language}"
    lacks = ", ".join(str(FRAMES[key]) for key in empty)
    return Step(gettext("Introduction and thanks"), _address(shown, "settings", anchor), lacks, stops=False)


def _translations(shown: DraftPage) -> Step:
    main, *others = shown.questionnaire.languages
    missing = {tag: translation.progress(shown.document, tag).missing for tag in (*others, main)}
    outdated = [found.params["language"] for found in shown.waiting if found.code == OUTDATED]
    target = next((tag for tag in missing if missing[tag] or tag in outdated), "".join(outdated[:1]))
    source = main if target != main else others[0]
    number = sum(missing.values())
    asked = {"chybi": "1"} if target else {}
    address = _address(shown, "translations", "texts", z=source, do=target or others[0], **asked)
    lacks = [
        ngettext("%(num)s text missing", "%(num)s texts missing", number) if number else "",
        ngettext(
            "%(num)s translation older than the original",
            "%(num)s translations older than the original",
            len(outdated),
        )
        if outdated
        else "",
    ]
    return Step(gettext("Translations"), address, ", ".join(filter(None, lacks)))


def open_texts(shown: DraftPage, tag: str) -> int:
    """How many texts of a language wait for a translation: missing, or older than the original."""
    missing = translation.progress(shown.document, tag).missing
    return missing + sum(
        found.code == OUTDATED and found.params["language"] == tag for found in shown.waiting
    )


def _checks(shown: DraftPage) -> Step:
    translated = len(shown.questionnaire.languages) > 1  # a step of its own
    errors = sum(
        found.severity is Severity.ERROR
        for found in shown.findings
        if not (translated and _is_translation(found))
    )
    warnings = sum(not (translated and _is_translation(found)) for found in shown.waiting)
    lacks = [
        ngettext("%(num)s error to mend", "%(num)s errors to mend", errors) if errors else "",
        ngettext(
            "%(num)s warning to mend or to give a reason for",
            "%(num)s warnings to mend or to give reasons for",
            warnings,
        )
        if warnings
        else "",
    ]
    return Step(gettext("Checks"), _address(shown, "findings"), ", ".join(filter(None, lacks)))


def _is_translation(finding: Finding) -> bool:
    return finding.code in ("missing_translation", OUTDATED)


def _address(shown: DraftPage, page: str, anchor: str | None = None, **more: Any) -> str:
    return url_for(f"designer.{page}", draft_id=shown.draft.id, _anchor=anchor, **more)
