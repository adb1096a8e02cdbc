"""Bringing questionnaires in from files and out to them."""

from dataclasses import replace
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from forms import interchange
from forms.interchange import Imported, xlsform
from forms.interchange import own as own_format
from survey_app import access, clock, db
from survey_app.blueprints.designer import arrival_form, blueprint, draft_page, losses, own, uploads
from survey_app.blueprints.designer.arrival_form import ArrivalForm
from survey_app.models import Region
from survey_app.operations import drafts as operations
from survey_app.queries import drafts, pictures, reference
from survey_app.vocabulary import DraftStepKind, Role

LARGEST_REQUEST = interchange.LARGEST_FILE + 1_000_000
"""The file, and what the form says beside it."""

TAKEN = _l(
    "There already is a draft with this code. Choose another code, or make it the next step of that draft."
)
JSON, XLSFORM = "json", "xlsform"
MEDIA_TYPES = {
    JSON: ("application/json", "json"),
    XLSFORM: ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
}


@blueprint.route("/nahrat", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
@uploads.takes(LARGEST_REQUEST)
def bring_in() -> Response | tuple[str, int]:
    """Make a draft of a questionnaire in any known format."""
    with db.reading() as session:
        regions = [
            region for region in reference.regions(session) if region.id in own.regions(Role.METHODOLOGIST)
        ]
    form = ArrivalForm()
    form.region.choices = [SelectChoice(region.code, region.name) for region in regions]
    if request.method == "POST" and form.validate() and (arrived := form.imported()):
        region = next(region for region in regions if region.code == form.region.data)
        imported, name = _with_code(arrived[0], form.code.data), arrived[1]
        try:
            draft_id = _store(region, form, imported, name)
        except operations.CodeTakenError as taken:
            form.code.errors = [TAKEN]
            form.code.data = str(taken)
            form.keep(*arrived)
        except operations.ChangedMeanwhileError:
            form.into.errors = [_l("Somebody is changing that draft just now. Try again.")]
            form.keep(*arrived)
        else:
            return redirect(url_for(".findings", draft_id=draft_id, saved="imported"), code=303)
    page = render_template("designer/import.html", form=form, several_regions=len(regions) > 1)
    return page, 422 if form.errors else 200


def _with_code(imported: Imported, code: str | None) -> Imported:
    return replace(imported, document={**imported.document, "questionnaire_code": code}) if code else imported


def _store(region: Region, form: ArrivalForm, imported: Imported, name: str) -> UUID:
    """Begin a draft, or add a step to the one with this code if that is wanted; return its key."""
    now = clock.now()
    with db.transaction() as session:
        imported = pictures.without_missing(session, imported)
        document, origin = imported.document, imported.origin(name)
        draft = None
        if form.into.data == arrival_form.STEP:
            draft = drafts.draft_by_code(session, region.id, document["questionnaire_code"])
        if draft is not None:
            operations.bring_in(session, draft, draft.revision, document, origin, now, by=g.staff.id)
        else:
            kind = DraftStepKind.IMPORTED
            draft = operations.create(session, region, document, now, kind=kind, origin=origin, by=g.staff.id)
        return draft.id


@blueprint.get("/<uuid:draft_id>/soubor")
@access.roles(*own.LOOKS)
def file(draft_id: UUID) -> str:
    """Offer the draft in our own format and as XLSForm, with what each cannot carry."""
    shown = draft_page.open_draft(draft_id)
    lost = xlsform.losses(shown.questionnaire)
    return draft_page.render(
        "designer/exchange.html", shown, losses=losses.said(lost), number_of_losses=len(lost)
    )


@blueprint.get("/<uuid:draft_id>/soubor/<format_name>")
@access.roles(*own.LOOKS)
def download(draft_id: UUID, format_name: str) -> Response:
    """Hand out the draft as a file."""
    if format_name not in MEDIA_TYPES:
        abort(404)
    shown = draft_page.open_draft(draft_id)
    is_own = format_name == JSON
    exported = own_format.write(shown.document) if is_own else xlsform.write(shown.questionnaire)
    media_type, ending = MEDIA_TYPES[format_name]
    name = f"{shown.draft.code}-{shown.questionnaire.version}.{ending}"
    return Response(
        exported.content,
        mimetype=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
