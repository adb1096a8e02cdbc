"""The item bank: keeping an item or a scale for other questionnaires, taking one, renaming, removing.

What is taken keeps its code: that is what makes it the same item in every questionnaire and year.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms.definition import DefinitionError
from forms.editing import EditError, EditProblem
from forms.editing import items as item_edits
from forms.editing import scales as scale_edits
from forms.editing.parts import Document, item_of, scale_of
from survey_app import access, db
from survey_app.blueprints.designer import bank_search, blueprint, draft_page, edits, own, wording
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.models import BankEntry
from survey_app.operations import bank as operations
from survey_app.queries import bank as queries
from survey_app.queries import reference
from survey_app.vocabulary import BankEntryKind, DraftStepKind, Role


@blueprint.get("/banka")
@access.roles(*own.LOOKS)
def bank() -> str:
    """List what the bank keeps, or what of it holds some words; a draft in the address may take from it."""
    return _list()


def _list(sentence: str = "", links: Any = ()) -> str:
    target = _target()
    regions = frozenset({target.draft.region_id}) if target else own.regions(*own.LOOKS)
    with db.reading() as session:
        entries = queries.entries(session, regions)
        names = {region.id: region.name for region in reference.regions(session)}
    wanted = request.args.get("hledat", "").strip()
    return render_template(
        "designer/bank.html",
        entries=bank_search.matching(entries, wanted),
        is_empty=not entries,
        wanted=wanted,
        answers={entry.id: bank_search.answers(entry, g.language) for entry in entries},
        statements={entry.id: bank_search.statements(entry, g.language) for entry in entries},
        sources=wording.SOURCES,
        region_names=names,
        several_regions=len(regions) > 1,
        target=target,
        section_code=request.args.get("oddil", ""),
        position=request.args.get("misto", type=int),
        types=wording.TYPES,
        writes_in=own.regions(Role.METHODOLOGIST),
        saved=request.args.get("saved", ""),
        sentence=sentence,
        links=links,
    )


def _target() -> DraftPage | None:
    """The draft into which something is to be taken, where the address names one that may be changed."""
    try:
        draft_id = UUID(request.args["zpet"])
    except (KeyError, ValueError):
        return None
    shown = draft_page.open_draft(draft_id)
    return shown if shown.may_edit else None


@blueprint.post("/<uuid:draft_id>/z-banky/<uuid:entry_id>")
@access.roles(Role.METHODOLOGIST)
def take(draft_id: UUID, entry_id: UUID) -> Response | tuple[str, int]:
    """Put what the bank keeps into a draft, under the codes that it has there."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    with db.reading() as session:
        entry = queries.entry(session, entry_id, frozenset({shown.draft.region_id})) or abort(404)
    is_item = entry.kind is BankEntryKind.ITEM
    section_code, position = request.args.get("oddil", ""), request.args.get("misto", type=int)

    def change(document: Document) -> Document:
        changed = _with_scale(document, entry.document.get("scale"))
        if is_item:
            changed = item_edits.add(changed, section_code, entry.document["item"], position)
        return changed

    kind = DraftStepKind.ITEM_ADDED if is_item else DraftStepKind.SCALE_ADDED
    try:
        edits.apply(draft_id, edits.revision(), kind, entry.code, change)
    except EditError as error:
        refusal = wording.refusal(error, draft_id, shown.document)
        return _list(refusal.sentence, refusal.links), 422
    if is_item:
        address = url_for(".outline", draft_id=draft_id, saved="item", polozka=entry.code)
        return redirect(address, code=303)
    return redirect(url_for(".scales", draft_id=draft_id, saved="scale"), code=303)


def _with_scale(document: Document, scale: Mapping[str, Any] | None) -> Document:
    """The document with a scale, unless it has the same one already. Raises EditError for another one."""
    if scale is None:
        return document
    try:
        known = scale_of(document, scale["code"])
    except EditError:
        return scale_edits.add(document, scale)
    if known != scale:
        raise EditError(EditProblem.CODE_TAKEN, scale["code"])
    return document


@blueprint.route("/<uuid:draft_id>/polozka/<item_code>/do-banky", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def save_item(draft_id: UUID, item_code: str) -> Response | tuple[str, int] | str:
    """Keep an item of a draft in the bank."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    item = own.part(item_of, shown.document, item_code)
    scale = own.part(scale_of, shown.document, item["scale"]) if "scale" in item else None

    def keep(session: Session, replace: bool) -> None:
        operations.keep_item(session, shown.draft.region, item, scale, replace=replace, by=g.staff.id)

    return _keep(shown, item_code, keep, url_for(".outline", draft_id=draft_id))


@blueprint.route("/<uuid:draft_id>/stupnice/<code>/do-banky", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def save_scale(draft_id: UUID, code: str) -> Response | tuple[str, int] | str:
    """Keep a scale of a draft in the bank."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    scale = own.part(scale_of, shown.document, code)

    def keep(session: Session, replace: bool) -> None:
        operations.keep_scale(session, shown.draft.region, scale, replace=replace, by=g.staff.id)

    return _keep(shown, code, keep, url_for(".scales", draft_id=draft_id))


def _keep(
    shown: DraftPage, code: str, keep: Callable[[Session, bool], None], back: str
) -> Response | tuple[str, int] | str:
    """Ask, then keep; where the bank has something else under the code, ask whether to replace it."""
    taken = False
    if request.method == "POST":
        try:
            with db.transaction() as session:
                keep(session, bool(request.form.get("replace")))
        except operations.EntryTakenError:
            taken = True
        else:
            return redirect(f"{back}?saved=bank", code=303)
    page = draft_page.render("designer/keep.html", shown, code=code, taken=taken, back=back)
    return (page, 422) if taken else page


@blueprint.post("/banka/<uuid:entry_id>")
@access.roles(Role.METHODOLOGIST)
def change_entry(entry_id: UUID) -> Response | tuple[str, int]:
    """Rename an entry of the bank, or remove it."""
    code = request.form.get("code", "").strip()
    removes = request.form.get("do") == "remove"
    try:
        with db.transaction() as session:
            entry = _entry(session, entry_id)
            if removes:
                operations.remove(session, entry, by=g.staff.id)
            else:
                operations.rename(session, entry, code, by=g.staff.id)
    except operations.EntryTakenError:
        return _list(gettext("The bank has something else under the code “%(code)s”.", code=code)), 422
    except DefinitionError:
        sentence = gettext("A code begins with a letter and has letters, digits and underscores only.")
        return _list(sentence), 422
    return redirect(url_for(".bank", saved="changed"), code=303)


def _entry(session: Session, entry_id: UUID) -> BankEntry:
    return queries.entry(session, entry_id, own.regions(Role.METHODOLOGIST)) or abort(404)
