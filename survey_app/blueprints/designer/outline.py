"""A draft's sections and items in order: moving, copying, removing; every button works without JavaScript.

What was moved has the focus after the page has come again, so that a keyboard can go on from there. Addresses
here have no fragment: a browser that is led to one does not look at `autofocus`.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from forms import checks
from forms.definition import Questionnaire
from forms.editing import EditError, batteries, references, usual
from forms.editing import items as item_edits
from forms.editing import sections as section_edits
from forms.editing.parts import Document, item_of, section_of
from forms.expressions import Expression, describe
from survey_app import access
from survey_app.blueprints.designer import (
    as_published,
    blueprint,
    draft_page,
    edits,
    own,
    progress,
    scale_choice,
    wording,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.vocabulary import DraftStepKind, Role


@dataclass(frozen=True)
class Marks:
    """What is still to be done about one item: texts to translate, faults, warnings without a reason."""

    missing: int = 0
    errors: int = 0
    warnings: int = 0


@blueprint.app_template_filter("in_words")
def in_words(condition: Expression, questionnaire: Questionnaire, language: str) -> str:
    """A condition as a sentence."""
    return describe(condition, questionnaire, language)


@blueprint.get("/<uuid:draft_id>")
@access.roles(*own.LOOKS)
def outline(draft_id: UUID) -> str:
    """Show the sections and items of a draft in order."""
    return _show(draft_page.open_draft(draft_id))


def _show(shown: DraftPage, refusal: wording.Refusal | None = None) -> str:
    return draft_page.render(
        "designer/outline.html",
        shown,
        types=wording.TYPES,
        kinds=wording.kinds(),
        marks=_marks(shown),
        steps=(found := progress.steps(shown)),
        next_step=progress.next_step(found),
        published=as_published.version(shown),
        scale_names=scale_choice.names(shown.questionnaire, shown.main_language),
        moved=request.args.get("polozka", ""),
        moved_section=request.args.get("oddil", ""),
        button=request.args.get("tlacitko", ""),
        refusal=refusal,
    )


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>/krok")
@access.roles(Role.METHODOLOGIST)
def item_step(draft_id: UUID, item_code: str) -> Response | tuple[str, int]:
    """Move, copy or remove an item, or take a battery apart."""
    step = request.form.get("do", "")
    stands_on = item_code

    def copy(document: Document) -> Document:
        nonlocal stands_on
        changed, stands_on = item_edits.copy(document, item_code)
        return changed

    steps: Mapping[str, tuple[DraftStepKind, Callable[[Document], Document], str]] = {
        "up": (DraftStepKind.ITEM_MOVED, lambda d: item_edits.move_by_one(d, item_code, up=True), "moved"),
        "down": (DraftStepKind.ITEM_MOVED, lambda d: item_edits.move_by_one(d, item_code, up=False), "moved"),
        "to": (DraftStepKind.ITEM_MOVED, lambda d: _to_section(d, item_code), "moved"),
        "copy": (DraftStepKind.ITEM_ADDED, copy, "item"),
        "remove": (DraftStepKind.ITEM_REMOVED, lambda d: _without_item(d, item_code), "item_removed"),
        "apart": (DraftStepKind.ITEM_CHANGED, lambda d: batteries.ungroup(d, item_code), "item"),
    }
    if step not in steps:
        abort(400)
    kind, change, done = steps[step]
    refused = _apply(draft_id, kind, item_code, change)
    if refused is not None:
        return refused
    if step == "remove":
        return redirect(url_for(".outline", draft_id=draft_id, saved=done), code=303)
    return _back_to_item(draft_id, stands_on, done, step)


def _without_item(document: Document, item_code: str) -> Document:
    """The document without an item, and without the ready-made scale that came with it."""
    scale = item_of(document, item_code).get("scale", "")
    return usual.without_idle(item_edits.remove(document, item_code), [scale])


def _to_section(document: Document, item_code: str) -> Document:
    wanted = request.form.get("section", "")
    position = item_edits.positions(document, wanted)
    if item_edits.section_code_of(document, item_code) == wanted:
        position -= 1
    return item_edits.move(document, item_code, wanted, position)


def _back_to_item(draft_id: UUID, item_code: str, done: str, button: str) -> Response:
    address = url_for(".outline", draft_id=draft_id, saved=done, polozka=item_code, tlacitko=button)
    return redirect(address, code=303)


@blueprint.post("/<uuid:draft_id>/oddil/<section_code>/krok")
@access.roles(Role.METHODOLOGIST)
def section_step(draft_id: UUID, section_code: str) -> Response | tuple[str, int]:
    """Move or remove a section."""
    step = request.form.get("do", "")
    if step not in ("up", "down", "remove"):
        abort(400)

    def change(document: Document) -> Document:
        if step == "remove":
            scales = [item.get("scale", "") for item in section_of(document, section_code)["items"]]
            return usual.without_idle(section_edits.remove(document, section_code), scales)
        return section_edits.move_by_one(document, section_code, up=step == "up")

    removes = step == "remove"
    kind = DraftStepKind.SECTION_REMOVED if removes else DraftStepKind.SECTION_MOVED
    refused = _apply(draft_id, kind, section_code, change)
    if refused is not None:
        return refused
    if removes:
        return redirect(url_for(".outline", draft_id=draft_id, saved="section_removed"), code=303)
    address = url_for(".outline", draft_id=draft_id, saved="moved", oddil=section_code, tlacitko=step)
    return redirect(address, code=303)


def _apply(
    draft_id: UUID, kind: DraftStepKind, subject: str, change: Callable[[Document], Document]
) -> tuple[str, int] | None:
    """Change the draft; what was refused is said above the outline."""
    try:
        edits.apply(draft_id, edits.revision(), kind, subject, change)
    except EditError as error:
        shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
        return _show(shown, wording.refusal(error, draft_id, shown.document)), 422
    return None


def _marks(shown: DraftPage) -> Mapping[str, Marks]:
    """What is to be done, by the code of the item as it is written."""
    owner = {
        asked.item_code: item.item_code
        for section in shown.questionnaire.sections
        for item in section.items
        for asked in item.asked()
    }
    found: Counter[tuple[str, checks.Severity]] = Counter()
    for finding in shown.findings:
        settled = finding.severity is checks.Severity.WARNING and finding not in shown.waiting
        if finding.item in owner and finding.code != "missing_translation" and not settled:
            found[owner[finding.item], finding.severity] += 1
    missing = {item["item_code"]: _missing(item, shown) for item in _items(shown.document)}
    return {
        code: Marks(missing[code], found[code, checks.Severity.ERROR], found[code, checks.Severity.WARNING])
        for code in missing
    }


def _missing(item: Mapping[str, Any], shown: DraftPage) -> int:
    languages = shown.questionnaire.languages
    return sum(
        1
        for texts in references.texts(dict(item))
        if any(texts.values())
        for tag in languages
        if not texts.get(tag, "").strip()
    )


def _items(document: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [item for section in document["sections"] for item in section["items"]]
