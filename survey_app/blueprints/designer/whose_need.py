"""Whose need each answer of an item on missing help is: so results can tell needs by groups of people."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from forms.editing import items as edit
from forms.editing.parts import Document, copied, item_of
from survey_app import access
from survey_app.blueprints.designer import blueprint, draft_page, edits, own
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.typed import Typed
from survey_app.queries.contributions import GROUPS
from survey_app.vocabulary import DraftStepKind, Role

FELT = "need_felt"
"""The dimension of the items that have this page."""


@blueprint.get("/<uuid:draft_id>/polozka/<item_code>/komu")
@access.roles(*own.LOOKS)
def whose_need(draft_id: UUID, item_code: str) -> str:
    """Show which groups of people each answer is about."""
    shown = draft_page.open_draft(draft_id)
    return _show(shown, own.part(item_of, shown.document, item_code))


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>/komu")
@access.roles(Role.METHODOLOGIST)
def change_whose_need(draft_id: UUID, item_code: str) -> Response:
    """Save the groups; of those that the town does not have, what was there stays."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    own.part(item_of, shown.document, item_code)
    typed, known = Typed.sent(request.form), [group["code"] for group in shown.sources["target_groups"]]

    def change(document: Document) -> Document:
        changed = copied(item_of(document, item_code))
        for option in changed.get("options", ()):
            _tie(option, typed.chosen(f"groups.{option['code']}"), known)
        return edit.change(document, item_code, changed)

    edits.apply(draft_id, edits.revision(), DraftStepKind.ITEM_CHANGED, item_code, change)
    return redirect(url_for(".whose_need", draft_id=draft_id, item_code=item_code, saved="item"), code=303)


def _tie(option: dict[str, Any], chosen: list[str], known: list[str]) -> None:
    attributes = dict(option.get("attributes", {}))
    foreign = [code for code in attributes.pop(GROUPS, ()) if code not in known]
    groups = [*(code for code in known if code in chosen), *foreign]
    if groups:
        attributes[GROUPS] = groups
    option.pop("attributes", None)
    if attributes:
        option["attributes"] = attributes


def _show(shown: DraftPage, item: Mapping[str, Any]) -> str:
    return draft_page.render(
        "designer/whose_need.html",
        shown,
        item=item,
        main=shown.tags[0],
        groups=shown.sources["target_groups"],
        tied={option["code"]: option.get("attributes", {}).get(GROUPS, ()) for option in item["options"]}
        if "options" in item
        else {},
    )
