"""The pages: the list of published waves, one wave's results, and the method in plain words."""

from uuid import UUID

from flask import abort, g, render_template, url_for
from sqlalchemy.orm import Session

from survey_app import access, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.results import blueprint, figures
from survey_app.queries import design, results
from survey_app.queries.results import PublicSnapshot


@blueprint.get("")
@access.public
def index() -> str:
    """List the waves whose results are published."""
    with db.reading() as session:
        found = results.published_waves(session)
        titles = {
            each.wave.id: design.questionnaire(session, each.wave.questionnaire_version_id).titles
            for each in found
        }
    return render_template("results/index.html", snapshots=found, titles=titles)


@blueprint.get("/metoda")
@access.public
def method() -> str:
    """Say how the figures are computed, in plain words."""
    return render_template("results/method.html")


@blueprint.get("/<wave_code>")
@access.public
def wave_results(wave_code: str) -> str:
    """Show what is published of a wave."""
    with db.reading() as session:
        return _page(session, results.published_snapshot(session, wave_code))


@blueprint.get("/<wave_code>/<uuid:snapshot_id>")
@access.public
def cited_results(wave_code: str, snapshot_id: UUID) -> str:
    """Show one published computation for good, also when a newer one has replaced it."""
    with db.reading() as session:
        return _page(session, results.cited_snapshot(session, wave_code, snapshot_id))


def _page(session: Session, snapshot: PublicSnapshot | None) -> str:
    if snapshot is None:
        abort(404)
    wave, document = snapshot.wave, snapshot.document
    page.set_region(wave.region)
    rows = figures.figures(document, results.cell_names(session, wave), g.language)
    everybody = figures.total(rows)
    modes = {mode.value: label for mode, label in labels.MODES.items()}
    return render_template(
        "results/wave.html",
        snapshot=snapshot,
        wave=wave,
        made_up=wave.made_up or wave.region.made_up,
        title_of_wave=design.questionnaire(session, wave.questionnaire_version_id).titles,
        everybody=everybody,
        words=figures.in_words(everybody.value) if everybody.value is not None else None,
        services=[row for row in rows if row.kind == figures.SERVICE],
        groups=[row for row in rows if row.kind == figures.TARGET_GROUP],
        minimum=document["method"]["minimum_cell"],
        modes=[(modes.get(code, code), n) for code, n in _largest_first(document["modes"])],
        languages_used=[(labels.language(tag), n) for tag, n in _largest_first(document["languages"])],
        received=document["received"],
        address=url_for(".cited_results", wave_code=wave.wave_code, snapshot_id=snapshot.id, _external=True),
    )


def _largest_first(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
