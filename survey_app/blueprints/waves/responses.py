"""The responses of a closed wave as a table to take away; while people answer, nobody sees what they say."""

from collections.abc import Iterator

from flask import g, render_template, request
from werkzeug.wrappers import Response

from forms.spreadsheet import csv_lines
from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.models import Wave
from survey_app.operations import export as operations
from survey_app.queries import design, export, life, waves
from survey_app.vocabulary import Role


@blueprint.get("/<wave_code>/odpovedi")
@access.roles(Role.METHODOLOGIST)
def responses(wave_code: str) -> str:
    """Say what the table holds, and offer it once the wave has closed."""
    return _page(wave_code)


@blueprint.post("/<wave_code>/odpovedi")
@access.roles(Role.METHODOLOGIST)
def export_responses(wave_code: str) -> Response:
    """Give the table, and write into the log that it was taken."""
    texts = bool(request.form.get("texts"))
    try:
        with db.transaction() as session:
            wave = own.wave(session, wave_code, Role.METHODOLOGIST)
            operations.release_responses(session, wave, clock.now(), by=g.staff.id, texts=texts)
    except operations.NotClosedError:
        return Response(_page(wave_code, refused=True), 422, mimetype="text/html")
    name = f"{wave_code}-texts.csv" if texts else f"{wave_code}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(_lines(wave, texts=texts), mimetype="text/csv", headers=headers)


def _lines(wave: Wave, *, texts: bool) -> Iterator[str]:
    with db.reading() as session:
        table = export.responses(session, wave, texts=texts)
        yield from csv_lines(table.heading, table.rows)


def _page(wave_code: str, *, refused: bool = False) -> str:
    with db.reading() as session:
        wave = own.wave(session, wave_code, Role.METHODOLOGIST)
        page.set_region(wave.region)
        return render_template(
            "waves/responses.html",
            wave=wave,
            titles=design.questionnaire(session, wave.questionnaire_version_id).titles,
            total=waves.response_totals(session, [wave])[wave.id],
            ready=life.state(session, wave, clock.now()) in operations.EXPORTABLE,
            refused=refused,
        )
