"""Files of the responses of a closed wave, made by the worker; while people answer, nobody sees a thing.

What is asked for is written into the log, and so is what is deleted before its time.
"""

from collections.abc import Iterator
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import BooleanField, Form, RadioField
from wtforms.fields import SelectChoice

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.models import ResponseExport, Wave
from survey_app.operations import export as operations
from survey_app.operations.export import Options
from survey_app.queries import design, export, life, waves
from survey_app.queries.export import File
from survey_app.vocabulary import ExportFormat, Role

FORMATS: dict[str, LazyString] = {
    ExportFormat.CSV: _l("CSV, for any spreadsheet or program"),
    ExportFormat.XLSX: _l("Excel workbook (.xlsx), with a list of columns and codes"),
    ExportFormat.SPSS: _l("SPSS (.sav), with labels"),
    ExportFormat.STATA: _l("Stata (.dta), with labels"),
    ExportFormat.CODEBOOK: _l("Codebook alone (DDI, .xml)"),
}
TYPES = {
    ExportFormat.CSV: "text/csv",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ExportFormat.SPSS: "application/x-spss-sav",
    ExportFormat.STATA: "application/x-stata-dta",
    ExportFormat.CODEBOOK: "application/xml",
}
ENDINGS = {**{form: form.value for form in ExportFormat}, ExportFormat.CODEBOOK: "xml"}


class FileForm(Form):  # type: ignore[misc]  # wtforms has no types
    """Which file is wanted, and how much it may tell."""

    format = RadioField(
        _l("Format"),
        choices=[SelectChoice(code, words) for code, words in FORMATS.items()],
        default=ExportFormat.CSV.value,
    )
    texts = BooleanField(_l("With what people wrote in their own words"))
    coarse = BooleanField(_l("Coarser answers"))
    without_rare = BooleanField(_l("Without rare answers"))


@blueprint.get("/<wave_code>/odpovedi")
@access.roles(Role.METHODOLOGIST)
def responses(wave_code: str) -> str:
    """Offer files once the wave has closed, and show those that were asked for."""
    return _page(wave_code, FileForm())


@blueprint.post("/<wave_code>/odpovedi")
@access.roles(Role.METHODOLOGIST)
def export_responses(wave_code: str) -> Response:
    """Promise a file, and write into the log that it was asked for."""
    form = FileForm(request.form)
    try:
        with db.transaction() as session:
            wave = own.wave(session, wave_code, Role.METHODOLOGIST)
            if form.validate():
                operations.ask_for(
                    session,
                    wave,
                    clock.now(),
                    by=g.staff.id,
                    form=ExportFormat(form.format.data),
                    options=Options(form.texts.data, form.coarse.data, form.without_rare.data),
                )
    except operations.NotClosedError:
        return Response(_page(wave_code, form, refused=True), 422, mimetype="text/html")
    if form.errors:
        return Response(_page(wave_code, form), 422, mimetype="text/html")
    return redirect(url_for(".responses", wave_code=wave_code, saved="asked"), code=303)


@blueprint.get("/<wave_code>/odpovedi/stav")
@access.roles(Role.METHODOLOGIST)
def responses_state(wave_code: str) -> dict[str, int | str]:
    """Return how far the file is that is being written, for the page's script to keep up."""
    with db.reading() as session:
        wave = own.wave(session, wave_code, Role.METHODOLOGIST)
        files = export.files(session, wave.id)
    running = _running(files)
    return {
        "total": running.export.total if running else 0,
        "coded": running.export.done if running else 0,
        "stamp": _stamp(files),
    }


@blueprint.get("/<wave_code>/odpovedi/<uuid:export_id>")
@access.roles(Role.METHODOLOGIST)
def response_file(wave_code: str, export_id: UUID) -> Response:
    """Give a finished file, piece by piece."""
    with db.reading() as session:
        asked = _file(session, wave_code, export_id)
        if asked.finished_at is None:
            abort(404)
    name = f"{wave_code}{'-texts' if asked.options.get('texts') else ''}.{ENDINGS[asked.format]}"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Length": str(asked.size),
        "Cache-Control": "no-store",
    }
    return Response(_pieces(asked.id), mimetype=TYPES[asked.format], headers=headers)


@blueprint.post("/<wave_code>/odpovedi/<uuid:export_id>/smazani")
@access.roles(Role.METHODOLOGIST)
def delete_response_file(wave_code: str, export_id: UUID) -> Response:
    """Delete a file before its week is over."""
    with db.transaction() as session:
        operations.delete(session, _file(session, wave_code, export_id), by=g.staff.id)
    return redirect(url_for(".responses", wave_code=wave_code, saved="deleted"), code=303)


def _file(session: Session, wave_code: str, export_id: UUID) -> ResponseExport:
    wave = own.wave(session, wave_code, Role.METHODOLOGIST)
    found = export.file(session, wave.id, export_id)
    return found if found is not None else abort(404)


def _pieces(export_id: UUID) -> Iterator[bytes]:
    position = 0
    with db.reading() as session:
        while (piece := export.chunk(session, export_id, position)) is not None:
            yield piece
            position += 1


def _running(files: list[File]) -> File | None:
    """The file that is written now, else the one that waits longest."""
    waiting = [file for file in files if file.export.finished_at is None and not file.failed]
    return next((file for file in waiting if file.started), waiting[-1] if waiting else None)


def _stamp(files: list[File]) -> str:
    return "-".join(
        f"{file.export.id.hex[:6]}{file.export.finished_at is not None:d}{file.failed:d}{file.started:d}"
        for file in files
    )


def _page(wave_code: str, form: FileForm, *, refused: bool = False) -> str:
    with db.reading() as session:
        wave: Wave = own.wave(session, wave_code, Role.METHODOLOGIST)
        page.set_region(wave.region)
        files = export.files(session, wave.id)
        return render_template(
            "waves/responses.html",
            wave=wave,
            titles=design.questionnaire(session, wave.questionnaire_version_id).titles,
            total=waves.response_totals(session, [wave])[wave.id],
            ready=life.state(session, wave, clock.now()) in operations.EXPORTABLE,
            refused=refused,
            form=form,
            files=files,
            running=_running(files),
            stamp=_stamp(files),
            formats=FORMATS,
            days=operations.KEPT.days,
            saved=request.args.get("saved", ""),
        )
