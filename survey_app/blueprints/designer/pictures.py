"""Pictures of one item and of its answers: taking them in, saying what they show, taking them off."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, redirect, request, url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from forms.editing import items as edit
from forms.editing.parts import Document, copied, item_of
from survey_app import access, db
from survey_app.blueprints.designer import back_to_checks, blueprint, draft_page, edits, own, tongues, uploads
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.operations import pictures as operations
from survey_app.operations.pictures import MOST_BYTES, PictureProblem
from survey_app.vocabulary import DraftStepKind, Role

REQUEST_BYTES = MOST_BYTES + 1_000_000  # a file that is a little too large gets a sentence, not a broken page
SENTENCES: Mapping[PictureProblem, LazyString] = {
    PictureProblem.TOO_LARGE: _l("The file is too large. At most 3 MB are taken."),
    PictureProblem.TOO_MANY_PIXELS: _l("The picture is too large. At most 4000 × 4000 pixels are taken."),
    PictureProblem.NO_PICTURE: _l(
        "This is not a picture that can be taken. Choose a PNG, JPEG or WebP file."
    ),
}


@blueprint.get("/<uuid:draft_id>/polozka/<item_code>/obrazky")
@access.roles(*own.LOOKS)
def item_pictures(draft_id: UUID, item_code: str) -> str:
    """Show the pictures of an item and of its answers."""
    shown = draft_page.open_draft(draft_id)
    return _show(shown, own.part(item_of, shown.document, item_code), Typed(), {}, "")


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>/obrazky")
@uploads.takes(REQUEST_BYTES)
@access.roles(Role.METHODOLOGIST)
def change_picture(draft_id: UUID, item_code: str) -> Response | tuple[str, int]:
    """Put a picture on the item or on one of its answers, say what it shows, or take it off."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    item, target = own.part(item_of, shown.document, item_code), request.form.get("target", "")
    part = _part(item, target)
    typed = Typed.sent(request.form)
    removes = request.form.get("do") == "remove"
    picture: dict[str, Any] | None = None
    if not removes:
        reading = Reading(typed, shown.tags)
        picture = _picture(reading, part.get("picture", {}))
        if reading.errors:
            return _show(shown, item, typed, reading.errors, target), 422

    def change(document: Document) -> Document:
        changed = copied(item_of(document, item_code))
        found = _part(changed, target)
        found.pop("picture", None)
        if picture is not None:
            found["picture"] = picture
        return edit.change(document, item_code, changed)

    edits.apply(draft_id, edits.revision(), DraftStepKind.ITEM_CHANGED, item_code, change)
    done = "picture_removed" if removes else "picture"
    again = url_for(".item_pictures", draft_id=draft_id, item_code=item_code, saved=done)
    return redirect(back_to_checks.address(draft_id, done) or again, code=303)


def _picture(reading: Reading, before: Mapping[str, Any]) -> dict[str, Any] | None:
    """Read a file, or the one that is there already, with the words for who cannot see it."""
    sent = request.files.get("file")
    content = sent.read() if sent else b""
    digest = before.get("digest", "")
    if content:
        try:
            picture = operations.written_anew(content)
            with db.transaction() as session:
                digest = operations.keep(session, picture)
        except operations.PictureError as error:
            reading.refuse("file", str(SENTENCES[error.problem]))
    elif not digest:
        reading.refuse("file", gettext("Choose a file."))
    alternatives = reading.texts("alternatives", before.get("alternatives"))
    return {"digest": digest, "alternatives": alternatives}


def _show(
    shown: DraftPage, item: Mapping[str, Any], typed: Typed, errors: Mapping[str, str], target: str
) -> str:
    parts = [("", item), *((option["code"], option) for option in item.get("options", ()))]
    return draft_page.render(
        "designer/pictures.html",
        shown,
        item=item,
        parts=parts,
        typed=typed,
        errors=errors,
        target=target,
        focus="",
        tags=shown.tags,
        name_of=tongues.name_of,
    )


def _part(item: Document, target: str) -> Document:
    """The item itself, or the option with this code."""
    parts: list[Document] = [option for option in item.get("options", ()) if option["code"] == target]
    if target and not parts:
        abort(404)
    return parts[0] if target else item
