"""The page of one item of a draft: what its form is about and holds, and everything that it shows around.

Knows how a page is put together; does not know what becomes of what is sent (see `items`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import abort, g, request, url_for

from forms.definition import ItemType
from forms.definition.questionnaire import BUILT_IN_OPTIONS
from forms.editing import codes, conditions, sections, usual
from forms.editing import items as edit
from forms.editing.parts import taken_codes
from forms.expressions import Expression, parse
from survey_app.blueprints.designer import (
    condition_form,
    draft_page,
    item_form,
    option_form,
    option_list,
    row_form,
    scale_choice,
    tongues,
    wording,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.typed import Typed


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
    def is_several(self) -> bool:
        """Whether people may choose several of the answers."""
        return self.item_type is ItemType.MULTIPLE_CHOICE

    @property
    def condition(self) -> Expression | None:
        """The condition as it was."""
        return parse(self.before["visible_if"]) if "visible_if" in self.before else None


def with_a_section(shown: DraftPage) -> DraftPage:
    """The draft with a section for its first item, which is kept only with the item."""
    return replace(shown, document=sections.begun(shown.document, shown.tags))


def page_of(shown: DraftPage, before: Mapping[str, Any], typed: Typed) -> ItemPage:
    """The page of an item that is in the draft."""
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


def page_of_new(shown: DraftPage, item_type: ItemType, typed: Typed) -> ItemPage:
    """The page of an item that is not in the draft yet."""
    section_code, position = place(shown.document)
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
    """The form of a new item: a free code, and a list or rows to write into."""
    typed = Typed({"item_code": [codes.next_item(taken_codes(shown.document))], "type": [item_type.value]})
    if item_type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE):
        option_list.begin(typed, "options", "dont_know")
    if item_type is ItemType.CATALOGUE_CHOICE:
        typed.put("source", "services")
    if item_type is ItemType.RATING_BATTERY:
        for _ in range(3):
            typed.add_row(row_form.PREFIX)
    if len(shown.questionnaire.scales) == 1:
        typed.put("scale", shown.questionnaire.scales[0].code)
    return typed


def show(page: ItemPage) -> str | tuple[str, int]:
    """Show the form; with 422 where something of it is refused."""
    typed, questionnaire = page.typed, page.shown.questionnaire
    rendered = draft_page.render(
        "designer/item.html",
        page.shown,
        page=page,
        typed=typed,
        errors=page.errors,
        focus=page.focus,
        starts_at=f"texts.{page.shown.main_language}" if page.is_new and not page.refusal else "",
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
        as_list=option_list.is_used(typed, "options"),
        ready=option_list.labels(page.shown.tags, several=page.is_several),
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


def place(document: Mapping[str, Any]) -> tuple[str, int | None]:
    """The section and the position that the address names; the last section where it names none.

    A section that is named has to be there.
    """
    wanted = request.args.get("oddil") or document["sections"][-1]["section_code"]
    inside = next(
        (section["items"] for section in document["sections"] if section["section_code"] == wanted), None
    )
    if inside is None:
        abort(404)
    position = request.args.get("misto", type=int)
    return wanted, position if position is None else max(0, min(position, len(inside)))
