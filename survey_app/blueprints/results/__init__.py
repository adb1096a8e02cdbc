"""Published results for everybody: the list, one wave, a citable snapshot, a table for programs, the method.

Reads public documents only. Results of a wave that still takes answers are shown to nobody.
"""

import json
from typing import Any
from uuid import UUID

from flask import Blueprint, abort, g, render_template, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.results import (
    contents,
    data_catalogue,
    data_dictionary,
    needs,
    open_data,
    report,
    sentences,
    standing,
)
from survey_app.blueprints.results.sheets import FIGURES, SHEETS, Published
from survey_app.models import Wave
from survey_app.queries import design, results, waves
from survey_app.queries.results import PublicSnapshot
from survey_app.vocabulary import WaveState

blueprint = Blueprint("results", __name__, url_prefix="/vysledky")

OTHER_SHEETS = f"any({','.join(code for code in SHEETS if code != FIGURES.code)})"


@blueprint.get("")
@access.public
def index() -> str:
    """List what is published, and what is still to come."""
    now = clock.now()
    with db.reading() as session:
        reports = [
            report.of(session, snapshot, g.language)
            for snapshot in results.published_waves(session)
            if _is_closed(snapshot.wave)
        ]
        known = {each.wave.id for each in reports}
        awaited = [wave for wave in waves.closed_waves(session, now) if wave.id not in known]
        titles = {
            wave.id: design.questionnaire(session, wave.questionnaire_version_id).titles for wave in awaited
        }
    return render_template("results/index.html", reports=reports, awaited=awaited, titles=titles)


@blueprint.get("/metoda")
@access.public
def method() -> str:
    """Say in plain words how the figures come about and what they do not say."""
    return render_template("results/method.html")


@blueprint.get("/<wave_code>")
@access.public
def wave_results(wave_code: str) -> str:
    """Show what is published of a wave, or say when it will be."""
    with db.reading() as session:
        wave = _wave(session, wave_code)
        found = results.published_snapshot(session, wave_code) if _is_closed(wave) else None
        if found is not None:
            return _page(session, found)
        titles = design.questionnaire(session, wave.questionnaire_version_id).titles
    state = waves.wave_state(wave, clock.now())
    return render_template(
        "results/awaited.html",
        wave=wave,
        titles=titles,
        made_up=open_data.is_made_up(wave),
        is_open=state is WaveState.OPEN,
        is_over=state in (WaveState.GRACE, WaveState.CLOSED, WaveState.ARCHIVED),
    )


@blueprint.get("/<wave_code>/<uuid:snapshot_id>")
@access.public
def cited_results(wave_code: str, snapshot_id: UUID) -> str:
    """Show one computation for good; say so where a newer one has replaced it."""
    with db.reading() as session:
        return _page(session, _snapshot(session, wave_code, snapshot_id))


@blueprint.get("/<wave_code>/prehled")
@blueprint.get("/<wave_code>/<uuid:snapshot_id>/prehled")
@access.public
def overview(wave_code: str, snapshot_id: UUID | None = None) -> str:
    """Show on one sheet what a councillor has to know: of a snapshot, else of what is published now."""
    with db.reading() as session:
        found = _snapshot(session, wave_code, snapshot_id)
        shown = contents.of(session, found, g.language)
        made_up = open_data.is_made_up(found.wave)
    answers = sentences.answers(shown["needs"], shown["report"])
    named = standing.named_first(shown["needs"], shown["report"].total)
    shown["comments"].sort(key=lambda text: named.isdisjoint(text["target_groups"]))
    return render_template("results/overview.html", **shown, answers=answers, made_up=made_up)


@blueprint.get("/<wave_code>.csv", defaults={"sheet": FIGURES.code})
@blueprint.get("/<wave_code>/<uuid:snapshot_id>.csv", defaults={"sheet": FIGURES.code})
@blueprint.get(f"/<wave_code>/<{OTHER_SHEETS}:sheet>.csv")
@blueprint.get(f"/<wave_code>/<uuid:snapshot_id>/<{OTHER_SHEETS}:sheet>.csv")
@access.public
def table(wave_code: str, sheet: str, snapshot_id: UUID | None = None) -> Response:
    """Hand out a table of a snapshot, else of what is published now, for programs."""
    with db.reading() as session:
        found = _snapshot(session, wave_code, snapshot_id)
        shown = report.of(session, found, g.language)
        options = needs.option_names(session, shown, g.language)
    text = SHEETS[sheet].text(Published(shown, options))
    response = Response(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment"
    described_by = url_for(".dictionary", wave_code=wave_code, snapshot_id=found.id, sheet=sheet)
    response.headers["Link"] = f'<{described_by}>; rel="describedby"; type="application/csvm+json"'
    return response


@blueprint.get("/<wave_code>.json")
@blueprint.get("/<wave_code>/<uuid:snapshot_id>.json")
@access.public
def document(wave_code: str, snapshot_id: UUID | None = None) -> Response:
    """Hand out everything that is published of a snapshot, else what is published now."""
    with db.reading() as session:
        return _json(open_data.document(session, _snapshot(session, wave_code, snapshot_id)))


@blueprint.get("/<wave_code>/<uuid:snapshot_id>/slovnik.json", defaults={"sheet": FIGURES.code})
@blueprint.get(f"/<wave_code>/<uuid:snapshot_id>/<{OTHER_SHEETS}:sheet>/slovnik.json")
@access.public
def dictionary(wave_code: str, snapshot_id: UUID, sheet: str) -> Response:
    """Say what the columns of a table mean, as CSV on the Web wants it."""
    with db.reading() as session:
        found = _snapshot(session, wave_code, snapshot_id)
        said = data_dictionary.dictionary(session, found, SHEETS[sheet], g.language)
    return _json(said, "application/csvm+json")


@blueprint.get("/katalog.jsonld")
@access.public
def catalogue() -> Response:
    """List all data sets that are published now, for catalogues of open data (DCAT-AP)."""
    with db.reading() as session:
        closed = (found for found in results.published_waves(session) if _is_closed(found.wave))
        return _json(data_catalogue.catalogue(session, closed), "application/ld+json")


def _json(found: dict[str, Any], content_type: str = "application/json") -> Response:
    text = json.dumps(found, ensure_ascii=False, indent=2) + "\n"
    return Response(text, content_type=content_type, headers={"Access-Control-Allow-Origin": "*"})


def _wave(session: Session, wave_code: str) -> Wave:
    wave = waves.wave_by_code(session, wave_code)
    now = clock.now()
    if wave is None or wave.withdrawn_at is not None or not waves.is_public(wave, now):
        abort(404)
    page.set_region(wave.region)
    return wave


def _snapshot(session: Session, wave_code: str, snapshot_id: UUID | None) -> PublicSnapshot:
    wave = _wave(session, wave_code)
    found = (
        results.cited_snapshot(session, wave_code, snapshot_id)
        if snapshot_id
        else results.published_snapshot(session, wave_code)
    )
    if found is None or not _is_closed(wave):
        abort(404)
    return found


def _is_closed(wave: Wave) -> bool:
    return waves.takes_no_more_answers(wave, clock.now())


def _page(session: Session, found: PublicSnapshot) -> str:
    shown = contents.of(session, found, g.language)
    return render_template("results/wave.html", **shown, made_up=open_data.is_made_up(found.wave))
