"""Adding a usual answer that the checks miss, right where they say so.

Knows which findings are about a usual answer; does not know why it should be there (`forms.checks`).
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from werkzeug.wrappers import Response

from forms.checks import Finding
from forms.definition import ItemType
from forms.editing import EditError, items, usual
from forms.editing.parts import Document, copied, item_of
from survey_app import access
from survey_app.blueprints.designer import back_to_checks, blueprint, draft_page, edits
from survey_app.blueprints.designer.option_list import READY
from survey_app.vocabulary import DraftStepKind, Role

MISSING: Mapping[str, str] = {"missing_other": "other", "missing_dont_know": "dont_know"}
"""Finding → the usual answer that mends it."""
TYPES = (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE)


def of(finding: Finding, document: Mapping[str, Any]) -> str:
    """Return the usual answer that mends a finding about an item's answers, "" where that is not the way."""
    ready = MISSING.get(finding.code, "")
    return ready if ready and finding.item and _takes(document, finding.item, ready) else ""


def _takes(document: Mapping[str, Any], item_code: str, ready: str) -> bool:
    try:
        item = item_of(document, item_code)
    except EditError:  # a row of a battery
        return False
    options = item.get("options", ())
    known = {option["code"] for option in options}
    return item["type"] in TYPES and bool(options) and READY[ready]["code"] not in known


def words(ready: str, tags: tuple[str, ...]) -> str:
    """Return how a usual answer is worded in the main language."""
    labels: Mapping[str, str] = usual.in_languages(READY[ready], tags[:1])["labels"]
    return next(iter(labels.values()))


@blueprint.post("/<uuid:draft_id>/kontrola/odpoved")
@access.roles(Role.METHODOLOGIST)
def add_answer(draft_id: UUID) -> Response:
    """Add a usual answer to the items that the form names."""
    tags = draft_page.open_draft(draft_id, Role.METHODOLOGIST).tags
    ready, codes = request.form.get("ready", ""), request.form.getlist("item")
    if ready not in MISSING.values() or not codes:
        abort(400)
    edits.apply(
        draft_id,
        edits.revision(),
        DraftStepKind.ITEM_CHANGED,
        codes[0],
        lambda document: _with_answer(document, codes, ready, tags),
    )
    checks = back_to_checks.address(draft_id, "answer")
    return redirect(checks or url_for(".findings", draft_id=draft_id, saved="answer"), code=303)


def _with_answer(document: Document, codes: Iterable[str], ready: str, tags: tuple[str, ...]) -> Document:
    changed = document
    for code in codes:
        if _takes(changed, code, ready):
            item = copied(item_of(changed, code))
            option = usual.in_languages(READY[ready], tags)
            if ready == "dont_know" and item["type"] == ItemType.MULTIPLE_CHOICE:
                option["exclusive"] = True
            item["options"].insert(_place(item["options"], ready), option)
            changed = items.change(changed, code, item)
    return changed


def _place(options: list[dict[str, Any]], ready: str) -> int:
    """Where a usual answer stands: at the end, before the usual ones that come after it."""
    order = list(READY)
    later = {READY[name]["code"] for name in order[order.index(ready) + 1 :]}
    place = len(options)
    while place and options[place - 1]["code"] in later:
        place -= 1
    return place
