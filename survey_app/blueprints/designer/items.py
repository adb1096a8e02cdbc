"""One item of a draft: texts, answers, limits, condition, notes.

Buttons that add, move or remove a row show the form again with everything typed; only "save" keeps it.
"""

from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from forms.definition import ItemType
from forms.editing import EditError, usual
from forms.editing import items as edit
from forms.editing import scales as scale_edits
from forms.editing import sections as section_edits
from forms.editing.parts import Document, codes_of, item_of, taken_codes
from forms.expressions import parse
from survey_app import access
from survey_app.blueprints.designer import (
    back_to_checks,
    blueprint,
    condition_form,
    draft_page,
    edits,
    item_form,
    item_page,
    option_form,
    option_list,
    own,
    row_form,
    scale_choice,
    wording,
)
from survey_app.blueprints.designer.item_page import ItemPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.vocabulary import DraftStepKind, Role

SAVE = "save"


@blueprint.get("/<uuid:draft_id>/nova-polozka")
@access.roles(Role.METHODOLOGIST)
def new_item(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Choose the type of a new item, then show its form."""
    shown = item_page.with_a_section(draft_page.open_draft(draft_id, Role.METHODOLOGIST))
    section_code, position = item_page.place(shown.document)
    kind = request.args.get("typ", "")
    if kind not in set(ItemType):
        return draft_page.render(
            "designer/item_type.html",
            shown,
            section_code=section_code,
            position=position,
            kinds=wording.kinds(),
        )
    return item_page.show(item_page.page_of_new(shown, ItemType(kind), Typed()))


@blueprint.post("/<uuid:draft_id>/nova-polozka")
@access.roles(Role.METHODOLOGIST)
def add_item(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Add an item, or show its form again."""
    shown = item_page.with_a_section(draft_page.open_draft(draft_id, Role.METHODOLOGIST))
    kind = request.args.get("typ", "")
    if kind not in set(ItemType):
        abort(400)
    return _answer(item_page.page_of_new(shown, ItemType(kind), Typed.sent(request.form)))


@blueprint.get("/<uuid:draft_id>/polozka/<item_code>")
@access.roles(*own.LOOKS)
def item(draft_id: UUID, item_code: str) -> str | tuple[str, int]:
    """Show the form of an item."""
    shown = draft_page.open_draft(draft_id)
    before = own.part(item_of, shown.document, item_code)
    condition = parse(before["visible_if"]) if "visible_if" in before else None
    return item_page.show(item_page.page_of(shown, before, item_form.fill(before, condition)))


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>")
@access.roles(Role.METHODOLOGIST)
def change_item(draft_id: UUID, item_code: str) -> Response | str | tuple[str, int]:
    """Save an item, or show its form again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    before = own.part(item_of, shown.document, item_code)
    return _answer(item_page.page_of(shown, before, Typed.sent(request.form)))


def _answer(page: ItemPage) -> Response | str | tuple[str, int]:
    step = request.form.get("do", SAVE)
    if step != SAVE:
        page.focus = _step(page, step)
        return item_page.show(page)
    _take_scale(page)
    reading = Reading(_with_rows(page), page.shown.tags)
    if reading.typed.text("options.pasted"):
        reading.refuse("options.pasted", gettext("These are more than can be added at once. Add them too."))
    others = taken_codes(page.shown.document) - (set() if page.is_new else set(codes_of(page.before)))
    found = item_form.read(
        reading, page.item_type, page.before, page.shown.questionnaire, page.earlier, others
    )
    page.errors = reading.errors
    if any(name.startswith("options.") for name in page.errors):
        page.typed = reading.typed  # the errors stand at its rows
    if not page.errors:
        try:
            return _save(page, found)
        except EditError as error:
            page.refusal = wording.refusal(error, page.shown.draft.id, page.shown.document)
    return item_page.show(page)


def _with_rows(page: ItemPage) -> Typed:
    """What was typed, with a list of answers made into rows; usual answers alone are none."""
    typed = page.typed.copy()
    if typed.text("options.pasted") or typed.text("source"):
        option_list.take(typed, "options", page.shown.tags, several=page.is_several)
    return typed


def _take_scale(page: ItemPage) -> None:
    """Let who goes to make a scale, and has chosen none yet, save with the first one that there is."""
    if request.form.get("then") == "scale" and not page.typed.text("scale"):
        (_heading, choices), *_rest = scale_choice.groups(page.shown.questionnaire, page.shown.tags)
        page.typed.put("scale", choices[0][0])


def _save(page: ItemPage, found: item_form.ItemRead) -> Response:
    code = found.document["item_code"]

    def change(document: Document) -> Document:
        if found.scale is not None:
            document = scale_edits.add(document, found.scale)
        if page.is_new:
            document = section_edits.begun(document, page.shown.tags)
            return edit.add(document, page.section_code, found.document, page.position)
        changed = edit.change(
            document,
            page.before["item_code"],
            found.document,
            renamed_options=found.renamed_options,
            renamed_rows=found.renamed_rows,
        )
        return usual.without_idle(changed, [page.before.get("scale", "")])

    kind = DraftStepKind.ITEM_ADDED if page.is_new else DraftStepKind.ITEM_CHANGED
    edits.apply(page.shown.draft.id, edits.revision(), kind, code, change)
    draft_id = page.shown.draft.id
    then = request.form.get("then")
    if then == "next":
        return redirect(_address_of_next(page), code=303)
    if then == "scale":
        return redirect(url_for(".new_scale", draft_id=draft_id, polozka=code), code=303)
    checks = back_to_checks.address(draft_id, "item", code)
    return redirect(checks or url_for(".outline", draft_id=draft_id, saved="item", polozka=code), code=303)


def _address_of_next(page: ItemPage) -> str:
    """Where another item is added right after this one."""
    if page.is_new:
        after = (page.position + 1) if page.position is not None else None
    else:
        inside = next(
            section["items"]
            for section in page.shown.document["sections"]
            if section["section_code"] == page.section_code
        )
        after = [found["item_code"] for found in inside].index(page.before["item_code"]) + 1
    return url_for(
        ".new_item", draft_id=page.shown.draft.id, oddil=page.section_code, misto=after, saved="item"
    )


def _step(page: ItemPage, step: str) -> str:
    """Do what a button of the form says and return the name of the field or button to stand on."""
    typed = page.typed
    if step == "type":
        return "type"
    found = (
        option_form.take_step(typed, "options", step, page.shown.tags, several=page.is_several)
        or row_form.take_step(typed, step, page.shown.tags)
        or condition_form.take_step(typed, step)
        or typed.take_step(step)
    )
    return found or abort(400)
