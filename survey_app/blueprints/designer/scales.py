"""The scales of a draft: worded points in a direction, with scores, and fewer points for easy variants."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from forms.editing import EditError, codes, references, usual
from forms.editing import items as item_edits
from forms.editing import scales as edit
from forms.editing.parts import Document, item_of, scale_of
from survey_app import access
from survey_app.blueprints.designer import (
    back_to_checks,
    blueprint,
    draft_page,
    edits,
    own,
    scale_choice,
    scale_form,
    tongues,
    wording,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.vocabulary import DraftStepKind, Role

SAVE = "save"


@blueprint.get("/<uuid:draft_id>/stupnice")
@access.roles(*own.LOOKS)
def scales(draft_id: UUID) -> str:
    """List the scales of a draft and offer the usual ones."""
    return _list(draft_page.open_draft(draft_id))


def _list(shown: DraftPage, refusal: wording.Refusal | None = None) -> str:
    return draft_page.render(
        "designer/scales.html",
        shown,
        usual={code: scale_choice.USUAL[code] for code in scale_choice.offered(shown.questionnaire)},
        scale_name=scale_choice.name_of,
        points=usual.SCALES,
        users={
            scale.code: [place.code for place in references.to_scale(shown.document, scale.code)]
            for scale in shown.questionnaire.scales
        },
        tags=shown.tags,
        refusal=refusal,
    )


@blueprint.post("/<uuid:draft_id>/stupnice")
@access.roles(Role.METHODOLOGIST)
def add_usual_scale(draft_id: UUID) -> Response:
    """Add a usual scale as it is."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    code = request.form.get("usual", "")
    if code not in usual.SCALES:
        abort(400)
    scale = usual.usual_scale(
        code, shown.tags, best_first=request.form.get("direction", "best_first") == "best_first"
    )
    scale["code"] = codes.free(code, set(shown.questionnaire.scale_index))
    edits.apply(
        draft_id, edits.revision(), DraftStepKind.SCALE_ADDED, scale["code"], lambda d: edit.add(d, scale)
    )
    return _to_list(draft_id, "scale", scale["code"])


@blueprint.post("/<uuid:draft_id>/stupnice/<code>/odebrani")
@access.roles(Role.METHODOLOGIST)
def remove_scale(draft_id: UUID, code: str) -> Response | tuple[str, int]:
    """Remove a scale that no item uses."""
    try:
        edits.apply(
            draft_id, edits.revision(), DraftStepKind.SCALE_REMOVED, code, lambda d: edit.remove(d, code)
        )
    except EditError as error:
        shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
        return _list(shown, wording.refusal(error, draft_id, shown.document)), 422
    if request.form.get("back") == "findings":
        again = url_for(".findings", draft_id=draft_id, saved="scale_removed")
        return redirect(back_to_checks.address(draft_id, "scale_removed") or again, code=303)
    return _to_list(draft_id, "scale_removed")


@blueprint.route("/<uuid:draft_id>/nova-stupnice", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def new_scale(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Make a scale of one's own; for an item that the address may name, which takes it then."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    if request.method == "GET":
        return _show(shown, scale_form.begun(), {})
    return _answer(shown, {})


@blueprint.get("/<uuid:draft_id>/stupnice/<code>")
@access.roles(*own.LOOKS)
def scale(draft_id: UUID, code: str) -> str | tuple[str, int]:
    """Show the form of a scale."""
    shown = draft_page.open_draft(draft_id)
    before = own.part(scale_of, shown.document, code)
    return _show(shown, scale_form.fill(before), before)


@blueprint.post("/<uuid:draft_id>/stupnice/<code>")
@access.roles(Role.METHODOLOGIST)
def change_scale(draft_id: UUID, code: str) -> Response | str | tuple[str, int]:
    """Save a scale, or show its form again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    return _answer(shown, own.part(scale_of, shown.document, code))


def _answer(shown: DraftPage, before: Mapping[str, Any]) -> Response | str | tuple[str, int]:
    typed, step = Typed.sent(request.form), request.form.get("do", SAVE)
    if step != SAVE:
        focus = scale_form.take_step(typed, step, shown.tags) or abort(400)
        return _show(shown, typed, before, focus=focus)
    reading = Reading(typed, shown.tags)
    others = set(shown.questionnaire.scale_index) - {before.get("code")}
    found = scale_form.read(reading, before, others)
    if reading.errors:
        return _show(shown, typed, before, errors=reading.errors)
    code, item_code = found.document["code"], _waiting_item(shown)
    try:
        if before:
            edits.apply(
                shown.draft.id,
                edits.revision(),
                DraftStepKind.SCALE_CHANGED,
                code,
                lambda d: edit.change(d, before["code"], found.document, renamed_options=found.renamed),
            )
        else:
            edits.apply(
                shown.draft.id,
                edits.revision(),
                DraftStepKind.SCALE_ADDED,
                code,
                lambda d: _taken(edit.add(d, found.document), item_code, code),
            )
    except EditError as error:
        refusal = wording.refusal(error, shown.draft.id, shown.document)
        return _show(shown, typed, before, refusal=refusal)
    if item_code and not before:
        return redirect(
            url_for(".item", draft_id=shown.draft.id, item_code=item_code, saved="scale"), code=303
        )
    if checks := back_to_checks.address(shown.draft.id, "scale"):
        return redirect(checks, code=303)
    return _to_list(shown.draft.id, "scale", code)


def _waiting_item(shown: DraftPage) -> str:
    """The item for which the scale is made, "" where the address names none."""
    item_code = request.args.get("polozka", "")
    if item_code and "scale" not in own.part(item_of, shown.document, item_code):
        abort(404)
    return item_code


def _taken(document: Document, item_code: str, code: str) -> Document:
    """The document in which an item ("": none) takes a scale; a usual one that nothing uses then goes."""
    if not item_code:
        return document
    item = item_of(document, item_code)
    changed = item_edits.change(document, item_code, {**item, "scale": code})
    return usual.without_idle(changed, [item["scale"]])


def _show(
    shown: DraftPage,
    typed: Typed,
    before: Mapping[str, Any],
    *,
    errors: Mapping[str, str] | None = None,
    refusal: wording.Refusal | None = None,
    focus: str = "",
) -> str | tuple[str, int]:
    page = draft_page.render(
        "designer/scale.html",
        shown,
        typed=typed,
        before=before,
        errors=errors or {},
        refusal=refusal,
        focus=focus,
        tags=shown.tags,
        item_code=_waiting_item(shown),
        easy_tags=scale_form.easy_tags(shown.tags),
        full_points=scale_form.full_points(typed, shown.main_language),
        name_of=tongues.name_of,
        lead=gettext("Point"),
        scale_name=_name(shown, before),
    )
    return (page, 422) if errors or refusal else page


def _name(shown: DraftPage, before: Mapping[str, Any]) -> str:
    scale = shown.questionnaire.scale_index.get(before.get("code", ""))
    return scale_choice.name_of(scale, shown.main_language) if scale else ""


def _to_list(draft_id: UUID, saved: str, code: str = "") -> Response:
    anchor = f"scale-{code}" if code else None
    return redirect(url_for(".scales", draft_id=draft_id, saved=saved, _anchor=anchor), code=303)
