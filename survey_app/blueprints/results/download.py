"""The published figures as a CSV file, for people who reckon with them. Hidden cells are hidden here too."""

import csv
import io
from uuid import UUID

from flask import abort, g
from flask_babel import gettext
from werkzeug.wrappers import Response

from survey_app import access, db
from survey_app.blueprints.results import blueprint, figures
from survey_app.blueprints.results.figures import Figure, Part
from survey_app.queries import results
from survey_app.queries.results import PublicSnapshot

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet run a text instead of showing it
COLUMNS = (
    "kind", "name", "note", "answers",
    "survey", "survey_low", "survey_high",
    "praise", "complaint", "voice", "voice_low", "voice_high", "voice_weight",
    "index", "index_low", "index_high",
    "wave", "method_version", "snapshot",
)  # fmt: skip


@blueprint.get("/<wave_code>.csv")
@access.public
def present_figures(wave_code: str) -> Response:
    """Return the figures that are published of a wave."""
    with db.reading() as session:
        return _file(results.published_snapshot(session, wave_code))


@blueprint.get("/<wave_code>/<uuid:snapshot_id>.csv")
@access.public
def cited_figures(wave_code: str, snapshot_id: UUID) -> Response:
    """Return the figures of one published computation, for good."""
    with db.reading() as session:
        return _file(results.cited_snapshot(session, wave_code, snapshot_id))


def _file(snapshot: PublicSnapshot | None) -> Response:
    if snapshot is None:
        abort(404)
    with db.reading() as session:
        rows = figures.figures(snapshot.document, results.cell_names(session, snapshot.wave), g.language)
    made = (snapshot.wave.wave_code, snapshot.method_version, str(snapshot.id))
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([*map(_harmless, (*_cells(row), *made))] for row in rows)
    # The mark at the start tells spreadsheets that the letters are UTF-8.
    response = Response("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="ohlas-{snapshot.id}.csv"'
    return response


def _cells(row: Figure) -> tuple[object, ...]:
    notes = {figures.HIDDEN: gettext("too few answers to show"), "indicative": gettext("only a hint")}
    weight = None if row.band == figures.HIDDEN else row.voice_weight
    return (
        row.kind, row.label, notes.get(row.band, ""), row.n,
        *_numbers(row.survey),
        row.praise, row.complaint, *_numbers(row.voice), weight,
        *_numbers(row.index),
    )  # fmt: skip


def _numbers(part: Part | None) -> tuple[float | None, float | None, float | None]:
    return (part.value, part.low, part.high) if part else (None, None, None)


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
