"""One section of a draft: its title, its condition, and putting its ratings together."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import abort, g, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from forms.definition import ItemType
from forms.editing import EditError, batteries, codes, conditions
from forms.editing import sections as edit
from forms.editing.parts import section_of, taken_codes
from forms.expressions import parse
from survey_app import access
from survey_app.blueprints.designer import (
    back_to_checks,
    blueprint,
    condition_form,
    draft_page,
    edits,
    own,
    tongues,
    wording,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.vocabulary import DraftStepKind, Role

SAVE = "save"


@blueprint.route("/<uuid:draft_id>/novy-oddil", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def new_section(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Add a section at the end."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    if request.method == "GET":
        return _show(shown, Typed(), {}, {})
    return _answer(shown, {})


@blueprint.route("/<uuid:draft_id>/oddil/<section_code>", methods=["GET"])
@access.roles(*own.LOOKS)
def section(draft_id: UUID, section_code: str) -> str | tuple[str, int]:
    """Show the form of a section."""
    shown = draft_page.open_draft(draft_id)
    before = own.part(section_of, shown.document, section_code)
    typed = Typed({"section_code": [section_code]})
    typed.put_texts("titles", before["titles"])
    condition_form.fill(typed, parse(before["visible_if"]) if "visible_if" in before else None)
    return _show(shown, typed, before, {})


@blueprint.post("/<uuid:draft_id>/oddil/<section_code>")
@access.roles(Role.METHODOLOGIST)
def change_section(draft_id: UUID, section_code: str) -> Response | str | tuple[str, int]:
    """Save a section, or show its form again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    return _answer(shown, own.part(section_of, shown.document, section_code))


def _answer(shown: DraftPage, before: Mapping[str, Any]) -> Response | str | tuple[str, int]:
    typed, step = Typed.sent(request.form), request.form.get("do", SAVE)
    if step != SAVE:
        focus = condition_form.take_step(typed, step) or typed.take_step(step) or abort(400)
        return _show(shown, typed, before, {}, focus=focus)
    reading = Reading(typed, shown.tags)
    others = {found.section_code for found in shown.questionnaire.sections} - {before.get("section_code")}
    titles = reading.needed_texts("titles", gettext("Write the title."), before.get("titles"))
    proposed = codes.proposed(titles.get(shown.main_language, ""), others, otherwise="section")
    code = reading.code("section_code", proposed)
    if code in others:
        reading.refuse("section_code", gettext("Another section has this code."))
    condition = condition_form.read(
        reading,
        shown.questionnaire,
        _earlier(shown, before),
        parse(before["visible_if"]) if "visible_if" in before else None,
    )
    document = conditions.set_on({"section_code": code, "titles": titles}, condition, {})
    reading.check_shape(document | {"items": []}, "section")
    if reading.errors:
        return _show(shown, typed, before, reading.errors)
    if before:
        kind = DraftStepKind.SECTION_CHANGED
        edits.apply(
            shown.draft.id,
            edits.revision(),
            kind,
            code,
            lambda d: edit.change(d, before["section_code"], document),
        )
    else:
        edits.apply(
            shown.draft.id,
            edits.revision(),
            DraftStepKind.SECTION_ADDED,
            code,
            lambda d: edit.add(d, document | {"items": []}),
        )
    checks = back_to_checks.address(shown.draft.id, "section")
    address = checks or url_for(".outline", draft_id=shown.draft.id, saved="section", oddil=code)
    return redirect(address, code=303)


@blueprint.route("/<uuid:draft_id>/oddil/<section_code>/baterie", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def battery(draft_id: UUID, section_code: str) -> Response | str | tuple[str, int]:
    """Put ratings of a section together under one lead-in."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    ratings = [
        item
        for item in own.part(section_of, shown.document, section_code)["items"]
        if item["type"] == ItemType.RATING.value
    ]
    if request.method == "GET":
        return _show_battery(shown, section_code, ratings, Typed(), {})
    typed = Typed.sent(request.form)
    reading = Reading(typed, shown.tags)
    texts = reading.needed_texts("texts", gettext("Write the lead-in."))
    chosen = [code for code in typed.chosen("items") if code in {item["item_code"] for item in ratings}]
    if len(chosen) < 2:
        reading.refuse("items", gettext("Choose at least two ratings."))
    if reading.errors:
        return _show_battery(shown, section_code, ratings, typed, reading.errors)
    code = codes.free(f"{chosen[0][:50]}_together", taken_codes(shown.document))
    try:
        edits.apply(
            draft_id,
            edits.revision(),
            DraftStepKind.ITEM_CHANGED,
            code,
            lambda d: batteries.group(d, chosen, code, texts),
        )
    except EditError as error:
        refusal = wording.refusal(error, draft_id, shown.document)
        return _show_battery(shown, section_code, ratings, typed, {}, refusal)
    address = url_for(".outline", draft_id=draft_id, saved="item", polozka=code)
    return redirect(address, code=303)


def _show_battery(
    shown: DraftPage,
    section_code: str,
    ratings: Sequence[Mapping[str, Any]],
    typed: Typed,
    errors: Mapping[str, str],
    refusal: wording.Refusal | None = None,
) -> str | tuple[str, int]:
    page = draft_page.render(
        "designer/battery.html",
        shown,
        typed=typed,
        errors=errors,
        refusal=refusal,
        focus="",
        tags=shown.tags,
        name_of=tongues.name_of,
        ratings=ratings,
        section_code=section_code,
    )
    return (page, 422) if errors or refusal else page


def _show(
    shown: DraftPage,
    typed: Typed,
    before: Mapping[str, Any],
    errors: Mapping[str, str],
    focus: str = "",
) -> str | tuple[str, int]:
    condition = parse(before["visible_if"]) if "visible_if" in before else None
    page = draft_page.render(
        "designer/section.html",
        shown,
        typed=typed,
        before=before,
        errors=errors,
        focus=focus,
        starts_at="" if before else f"titles.{shown.main_language}",
        tags=shown.tags,
        name_of=tongues.name_of,
        condition=condition,
        builder=condition_form.shown(
            typed,
            shown.questionnaire,
            _earlier(shown, before),
            condition,
            wording.fact_label(shown.sources, g.language),
        ),
    )
    return (page, 422) if errors else page


def _earlier(shown: DraftPage, before: Mapping[str, Any]) -> Sequence[str]:
    return conditions.readable_before(shown.document, "section", before.get("section_code", ""))
