"""One item of a draft: texts, answers, limits, condition, notes.

Buttons that add, move or remove a row show the form again with everything typed; only "save" keeps it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flask import abort, g, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from forms.definition import ItemType
from forms.definition.questionnaire import BUILT_IN_OPTIONS
from forms.editing import EditError, codes, conditions, usual
from forms.editing import items as edit
from forms.editing import scales as scale_edits
from forms.editing.parts import Document, codes_of, item_of, taken_codes
from forms.expressions import Expression, parse
from survey_app import access
from survey_app.blueprints.designer import (
    blueprint,
    condition_form,
    draft_page,
    edits,
    item_form,
    option_form,
    own,
    row_form,
    scale_choice,
    tongues,
    wording,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.vocabulary import DraftStepKind, Role

SAVE = "save"


@dataclass
class ItemPage:
    """The editor of one item. `before` is its document, `None` code for a new one at `position`."""

    shown: DraftPage
    item_type: ItemType
    before: Mapping[str, Any]
    section_code: str
    position: int | None
    typed: Typed
    earlier: Sequence[str]
    errors: dict[str, str] = field(default_factory=dict)
    refusal: wording.Refusal | None = None
    focus: str = ""

    @property
    def is_new(self) -> bool:
        """Whether the item is not in the draft yet."""
        return "item_code" not in self.before

    @property
    def condition(self) -> Expression | None:
        """The condition as it was."""
        return parse(self.before["visible_if"]) if "visible_if" in self.before else None


@blueprint.get("/<uuid:draft_id>/nova-polozka")
@access.roles(Role.METHODOLOGIST)
def new_item(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Choose the type of a new item, then show its form."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    section_code, position = _place(shown.document)
    kind = request.args.get("typ", "")
    if kind not in set(ItemType):
        return draft_page.render(
            "designer/item_type.html",
            shown,
            section_code=section_code,
            position=position,
            types=wording.TYPES,
            purposes=wording.PURPOSES,
        )
    return _show(_page_of_new(shown, ItemType(kind), Typed()))


@blueprint.post("/<uuid:draft_id>/nova-polozka")
@access.roles(Role.METHODOLOGIST)
def add_item(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Add an item, or show its form again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    kind = request.args.get("typ", "")
    if kind not in set(ItemType):
        abort(400)
    return _answer(_page_of_new(shown, ItemType(kind), Typed.sent(request.form)))


@blueprint.get("/<uuid:draft_id>/polozka/<item_code>")
@access.roles(*own.LOOKS)
def item(draft_id: UUID, item_code: str) -> str | tuple[str, int]:
    """Show the form of an item."""
    shown = draft_page.open_draft(draft_id)
    before = own.part(item_of, shown.document, item_code)
    condition = parse(before["visible_if"]) if "visible_if" in before else None
    return _show(_page_of(shown, before, item_form.fill(before, condition)))


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>")
@access.roles(Role.METHODOLOGIST)
def change_item(draft_id: UUID, item_code: str) -> Response | str | tuple[str, int]:
    """Save an item, or show its form again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    before = own.part(item_of, shown.document, item_code)
    return _answer(_page_of(shown, before, Typed.sent(request.form)))


def _answer(page: ItemPage) -> Response | str | tuple[str, int]:
    step = request.form.get("do", SAVE)
    if step != SAVE:
        page.focus = _step(page, step)
        return _show(page)
    if page.typed.text("options.pasted"):
        option_form.take_pasted(page.typed, "options", page.shown.tags)
    reading = Reading(page.typed, page.shown.tags)
    if page.typed.text("options.pasted"):
        reading.refuse("options.pasted", gettext("These are more than can be added at once. Add them too."))
    others = taken_codes(page.shown.document) - (set() if page.is_new else set(codes_of(page.before)))
    found = item_form.read(
        reading, page.item_type, page.before, page.shown.questionnaire, page.earlier, others
    )
    page.errors = reading.errors
    if not page.errors:
        try:
            return _save(page, found)
        except EditError as error:
            page.refusal = wording.refusal(error, page.shown.draft.id, page.shown.document)
    return _show(page)


def _save(page: ItemPage, found: item_form.ItemRead) -> Response:
    code = found.document["item_code"]

    def change(document: Document) -> Document:
        if found.scale is not None:
            document = scale_edits.add(document, found.scale)
        if page.is_new:
            return edit.add(document, page.section_code, found.document, page.position)
        return edit.change(
            document,
            page.before["item_code"],
            found.document,
            renamed_options=found.renamed_options,
            renamed_rows=found.renamed_rows,
        )

    kind = DraftStepKind.ITEM_ADDED if page.is_new else DraftStepKind.ITEM_CHANGED
    edits.apply(page.shown.draft.id, edits.revision(), kind, code, change)
    draft_id = page.shown.draft.id
    if request.form.get("then") == "next":
        return redirect(_address_of_next(page), code=303)
    return redirect(url_for(".outline", draft_id=draft_id, saved="item", polozka=code), code=303)


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
        option_form.take_step(typed, "options", step, page.shown.tags)
        or row_form.take_step(typed, step, page.shown.tags)
        or condition_form.take_step(typed, step)
        or typed.take_step(step)
    )
    return found or abort(400)


def _show(page: ItemPage) -> str | tuple[str, int]:
    typed, questionnaire = page.typed, page.shown.questionnaire
    rendered = draft_page.render(
        "designer/item.html",
        page.shown,
        page=page,
        typed=typed,
        errors=page.errors,
        focus=page.focus,
        tags=page.shown.tags,
        name_of=tongues.name_of,
        shows=lambda key: item_form.shows(page.item_type, key),
        is_choice=page.item_type in item_form.CHOICES,
        marks=item_form.option_marks(page.item_type),
        scales=scale_choice.groups(questionnaire, page.shown.tags),
        rare=item_form.rare(typed, page.item_type, page.shown.tags),
        number=_number(page),
        kin=item_form.kin(page.item_type),
        types=wording.TYPES,
        purposes=wording.PURPOSES,
        dimensions=_dimensions(page),
        sources=wording.SOURCES,
        builder=condition_form.shown(
            typed,
            questionnaire,
            page.earlier,
            page.condition,
            wording.fact_label(page.shown.sources, g.language),
        ),
        repeatable=[questionnaire.item(code) for code in page.earlier if code in questionnaire.index],
        back=url_for(".outline", draft_id=page.shown.draft.id),
    )
    return rendered, 422 if page.errors or page.refusal else 200


def _number(page: ItemPage) -> int:
    """The place of the item among all of the questionnaire, from one on."""
    sections = page.shown.document["sections"]
    here = [section["section_code"] for section in sections].index(page.section_code)
    inside = [found["item_code"] for found in sections[here]["items"]]
    at_end = len(inside) if page.position is None else page.position
    place = at_end if page.is_new else inside.index(page.before["item_code"])
    return sum(len(section["items"]) for section in sections[:here]) + place + 1


def _dimensions(page: ItemPage) -> dict[str, str]:
    """What an item may measure: what reports know, and what the questionnaire says beside that."""
    known = {code: str(label) for code, label in wording.DIMENSIONS.items()}
    others = {item.dimension for item in page.shown.questionnaire.items if item.dimension}
    return known | {code: code for code in sorted(others - known.keys())}


def _page_of(shown: DraftPage, before: Mapping[str, Any], typed: Typed) -> ItemPage:
    kind = typed.text("type")
    item_type = ItemType(before["type"])
    if kind in set(ItemType) and ItemType(kind) in item_form.kin(item_type):
        item_type = ItemType(kind)
    if before["type"] != item_type and item_type is ItemType.SINGLE_CHOICE and not typed.rows("options"):
        option_form.fill(typed, "options", _built_in(before, shown.tags))
    return ItemPage(
        shown=shown,
        item_type=item_type,
        before=before,
        section_code=edit.section_code_of(shown.document, before["item_code"]),
        position=None,
        typed=typed,
        earlier=conditions.readable_before(shown.document, "item", before["item_code"]),
    )


def _built_in(before: Mapping[str, Any], tags: Sequence[str]) -> list[dict[str, Any]]:
    """The answers that an item had without writing them: yes and no."""
    return [
        usual.in_languages({"code": option.code, "labels": option.labels}, tags)
        for option in BUILT_IN_OPTIONS.get(ItemType(before["type"]), ())
    ]


def _page_of_new(shown: DraftPage, item_type: ItemType, typed: Typed) -> ItemPage:
    section_code, position = _place(shown.document)
    kind = typed.text("type")
    if kind in set(ItemType) and ItemType(kind) in item_form.kin(item_type):
        item_type = ItemType(kind)
    if not typed.values:
        typed = _begun(shown, item_type)
    probe = {"item_code": "", "type": ItemType.INFORMATION.value, "texts": {}}
    with_probe = edit.add(shown.document, section_code, probe, position)
    return ItemPage(
        shown=shown,
        item_type=item_type,
        before={},
        section_code=section_code,
        position=position,
        typed=typed,
        earlier=conditions.readable_before(with_probe, "item", ""),
    )


def _begun(shown: DraftPage, item_type: ItemType) -> Typed:
    """The form of a new item: a free code, and rows to write into."""
    typed = Typed({"item_code": [codes.next_item(taken_codes(shown.document))], "type": [item_type.value]})
    if item_type in item_form.CHOICES and item_type is not ItemType.CATALOGUE_CHOICE:
        for _ in range(3):
            typed.add_row("options")
    if item_type is ItemType.CATALOGUE_CHOICE:
        typed.put("source", "services")
    if item_type is ItemType.RATING_BATTERY:
        for _ in range(3):
            typed.add_row(row_form.PREFIX)
    if len(shown.questionnaire.scales) == 1:
        typed.put("scale", shown.questionnaire.scales[0].code)
    return typed


def _place(document: Mapping[str, Any]) -> tuple[str, int | None]:
    """The section and the position that the address names; the section has to be there."""
    wanted = request.args.get("oddil", "")
    inside = next(
        (section["items"] for section in document["sections"] if section["section_code"] == wanted), None
    )
    if inside is None:
        abort(404)
    position = request.args.get("misto", type=int)
    return wanted, position if position is None else max(0, min(position, len(inside)))
